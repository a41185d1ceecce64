#include "app/deliveries/statement_pane.h"

#include "app/documents/copies_field.h"
#include "app/printing/form_preview.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/label.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace dure::app {
namespace {

constexpr int zooms[]{0, 75, 100, 150};

} // namespace

StatementPane::StatementPane(QWidget* parent)
    : Panel(Color::Window, parent)
    , m_title(new Label(LabelRole::Strong))
    , m_copies(new ChoiceField)
    , m_zoom(new ChoiceField)
    , m_hint(new MessageStrip(MessageStrip::Shape::Row))
    , m_preview(new FormPreview)
{
    setEdges(Qt::LeftEdge);
    fillCopies(*m_copies);
    m_copies->setCurrentIndex(m_copies->findData(int(rememberedSettings(FormKind::Statement).copies)));
    m_copies->setButtonLook(true);
    m_zoom->addItem(tr("Fit width"));
    for (const int zoom : zooms) {
        if (zoom > 0)
            m_zoom->addItem(QStringLiteral("%1 %").arg(zoom));
    }
    m_zoom->setAccessibleName(tr("Size of the preview"));
    m_zoom->setButtonLook(true);
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_title, 1);
    bar->addWidget(m_copies);
    bar->addWidget(m_zoom);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(new HairLine(Qt::Horizontal, nullptr, Color::Panel));
    layout->addWidget(m_hint);
    layout->addWidget(m_preview, 1);
    m_preview->setFrameShape(QFrame::NoFrame);
    setFocusProxy(m_preview); // Page keys look through it
    connect(m_copies, &QComboBox::currentIndexChanged, this, [this] {
        FormSettings settings = rememberedSettings(FormKind::Statement);
        settings.copies = copies();
        rememberSettings(FormKind::Statement, settings);
        if (m_input.date.isValid())
            layOut();
    });
    connect(m_zoom, &QComboBox::currentIndexChanged, this, [this](int index) { m_preview->setZoom(zooms[index]); });
    Theme::follow(this, [=](const Tokens& t) {
        layout->setContentsMargins(Tokens::px(Fixed::Line), 0, 0, 0);
        bar->setContentsMargins(t.px(Px::Space16), t.px(Px::Space8), t.px(Px::Space16), t.px(Px::Space8));
        bar->setSpacing(t.px(Px::Space8));
    });
}

FormCopies StatementPane::copies() const { return FormCopies(m_copies->currentData().toInt()); }

void StatementPane::setStatement(const StatementInput& input)
{
    m_title->setText(tr("Statement %1").arg(toQString(input.number)));
    m_hint->clear();
    if (input.supplier.name.empty() || input.supplier.businessNo.empty())
        m_hint->show(Tone::Amber, tr("The supplier's part is not complete."),
            tr("Fill in your company's name and business number under Settings."));
    m_input = input;
    layOut();
}

void StatementPane::layOut()
{
    FormSettings settings = rememberedSettings(FormKind::Statement);
    settings.copies = copies();
    m_statement = makeTransactionStatement(m_input, linesPerSheet(FormKind::Statement, settings));
    m_preview->setForms({formOf(m_statement)}, settings);
}

} // namespace dure::app

#include "moc_statement_pane.cpp"
