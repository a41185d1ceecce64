#include "app/documents/document_page.h"

#include "app/documents/copies_field.h"
#include "app/documents/document_printing.h"
#include "app/documents/form_settings_pane.h"
#include "app/printing/form_preview.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_text.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_hint_bar.h"
#include "app/widgets/key_map.h"
#include "app/widgets/label.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

namespace dure::app {
namespace {

constexpr int zooms[]{FormPreview::fitWidth, FormPreview::wholeSheet, 75, 100, 150, 200};

} // namespace

DocumentPage::DocumentPage(
    CompanyData& data, DocumentPrinting& printing, const DocumentRequest& request, QWidget* parent)
    : Page(parent)
    , m_data(data)
    , m_printing(printing)
    , m_request(request)
    , m_preview(new FormPreview)
    , m_settings(new FormSettingsPane(request.kind))
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
    , m_note(new MessageStrip(MessageStrip::Shape::Row))
    , m_name(new Label(LabelRole::Strong))
    , m_sheet(new Label(LabelRole::Muted))
    , m_zoom(new ChoiceField)
{
    makeLayout();
    addButtons();
    addKeys();
    m_settings->setToday(data.today());
    connect(m_settings, &FormSettingsPane::settingsChanged, this, &DocumentPage::layOut);
    connect(m_settings, &FormSettingsPane::periodChanged, this, [this] {
        m_request.from = m_settings->from();
        m_request.to = m_settings->to();
        read();
    });
    connect(&printing, &DocumentPrinting::printed, m_settings, &FormSettingsPane::readRemembered);
    // a seal's picture comes after its row, a balance may change: what is printed is read then
    connect(&data, &CompanyData::changed, this, &DocumentPage::read);
    read();
}

void DocumentPage::makeLayout()
{
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_strip);
    left->addWidget(makeBar());
    left->addWidget(m_note);
    left->addWidget(m_preview, 1);
    auto* hints = new KeyHintBar;
    hints->setHints({{QStringLiteral("Page Up/Down"), tr("look through")},
        {QStringLiteral("Ctrl+Page Down"), tr("next sheet")}, {QStringLiteral("Ctrl++ −"), tr("larger, smaller")},
        {keyText(keyFor(KeyAction::NextPane)), tr("how it lies on the paper")}});
    auto* across = new QHBoxLayout;
    across->setSpacing(0);
    across->addLayout(left, 1);
    across->addWidget(m_settings);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(across, 1);
    layout->addWidget(hints);
    m_preview->setFrameShape(QFrame::NoFrame);
    m_preview->setMinimumWidth(0);
}

QWidget* DocumentPage::makeBar()
{
    auto* bar = new Panel(Color::Window);
    bar->setEdges(Qt::BottomEdge);
    auto* layout = new QHBoxLayout(bar);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long name is cut before the tools are
    layout->addWidget(m_name, 1);
    layout->addWidget(m_sheet);
    layout->addWidget(m_zoom);
    for (const int zoom : zooms)
        m_zoom->addItem(zoom == FormPreview::fitWidth ? tr("Fit width")
                : zoom == FormPreview::wholeSheet     ? tr("Whole sheet")
                                                      : QStringLiteral("%1 %").arg(zoom),
            zoom);
    m_zoom->setAccessibleName(tr("Size of the preview"));
    m_zoom->setButtonLook(true);
    connect(m_zoom, &QComboBox::activated, this, [this] { m_preview->setZoom(m_zoom->currentData().toInt()); });
    connect(m_preview, &FormPreview::zoomChanged, this, [this](int percent) {
        const int known = m_zoom->findData(percent);
        if (known < 0)
            m_zoom->addItem(QStringLiteral("%1 %").arg(percent), percent);
        m_zoom->setCurrentIndex(known < 0 ? m_zoom->count() - 1 : known);
    });
    connect(m_preview, &FormPreview::currentSheetChanged, this, &DocumentPage::showSheetNumber);
    Theme::follow(bar, [=](const Tokens& t) {
        layout->setContentsMargins(t.px(Px::Space16), t.px(Px::Space8), t.px(Px::Space8), t.px(Px::Space8));
        layout->setSpacing(t.px(Px::Space12));
    });
    return bar;
}

void DocumentPage::addButtons()
{
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] { host()->closePage(this); });
    auto* pdf = new KeyButton(ButtonKind::Plain, tr("Save as PDF"));
    pdf->setKey(keyFor(KeyAction::Save));
    addAction(pdf);
    connect(pdf, &QAbstractButton::clicked, this, [this] {
        if (mayPrint())
            m_printing.savePdf(m_request, *m_strip);
    });
    auto* print = new KeyButton(ButtonKind::Primary, tr("Print"));
    print->setKey(keyFor(KeyAction::Print));
    addAction(print);
    connect(print, &QAbstractButton::clicked, this, [this] {
        if (mayPrint())
            m_printing.print(m_request, *m_strip);
    });
}

void DocumentPage::addKeys()
{
    auto* pane = new QShortcut(keyFor(KeyAction::NextPane), this);
    connect(pane, &QShortcut::activated, this, [this] {
        if (m_settings->isAncestorOf(focusWidget()))
            m_preview->setFocus(Qt::ShortcutFocusReason);
        else
            m_settings->focusFirst();
    });
}

QString DocumentPage::title() const { return formName(m_request.kind); }

QString DocumentPage::subtitle() const
{
    if (m_read.inputs.size() > 1)
        return tr("%n document(s)", nullptr, static_cast<int>(m_read.inputs.size()));
    return forms().empty() ? QString() : toQString(forms().front().number);
}

void DocumentPage::entered() { m_preview->setFocus(Qt::OtherFocusReason); }

const std::vector<PaperForm>& DocumentPage::forms() const { return m_preview->forms(); }

void DocumentPage::read()
{
    m_data.read(
        this, QStringLiteral("documents"),
        [request = m_request, today = m_data.today()](Reader& reader) { return readDocuments(reader, request, today); },
        [this](DocumentsRead&& read) { show(std::move(read)); });
}

void DocumentPage::show(DocumentsRead&& read)
{
    m_isRead = true;
    m_read = std::move(read);
    m_settings->setPeriod(m_read.from, m_read.to);
    layOut();
    note();
    Q_EMIT headerChanged();
}

void DocumentPage::layOut()
{
    std::vector<PaperForm> forms;
    forms.reserve(m_read.inputs.size());
    for (const FormInput& input : m_read.inputs)
        forms.push_back(makeForm(input, m_settings->settings()));
    m_name->setText(forms.empty() ? QString() : jobTitle({forms, m_settings->settings()}));
    m_preview->setForms(std::move(forms), m_settings->settings());
    showSheetNumber();
}

void DocumentPage::note()
{
    m_note->clear();
    if (m_read.inputs.empty()) {
        if (m_read.gone > 0)
            m_note->show(Tone::Red, tr("This does not exist any more."), tr("Close this page."));
        else
            m_note->show(Tone::Amber, tr("There is nothing to print."), tr("Nothing was delivered on that day."));
    } else if (!m_read.isSupplierComplete) {
        m_note->show(Tone::Amber, tr("The supplier's part is not complete."),
            tr("Fill in your company's name and business number under Settings."));
    } else if (m_read.leftOut > 0) {
        m_note->show(Tone::Amber, tr("These are the first %1; more are not printed at once.").arg(m_read.inputs.size()),
            tr("Choose fewer in the list."));
    } else if (m_read.seal == SealState::OnItsWay) {
        m_note->show(Tone::Amber, missingSealText(m_read.seal), tr("It comes by itself once there is a connection."));
    } else if (m_read.seal == SealState::None) {
        m_note->show(
            Tone::Info, missingSealText(m_read.seal), tr("Choose one under Settings, your company's details."));
    }
}

void DocumentPage::showSheetNumber()
{
    const int sheets = m_preview->sheetCount();
    m_sheet->setText(sheets < 2 ? QString() : tr("Sheet %1 of %2").arg(m_preview->currentSheet() + 1).arg(sheets));
}

bool DocumentPage::mayPrint()
{
    commitComposition();
    return m_isRead && !m_read.inputs.empty();
}

} // namespace dure::app

#include "moc_document_page.cpp"
