#include "app/deliveries/statement_page.h"

#include "app/deliveries/delivery_statement.h"
#include "app/deliveries/statement_pane.h"
#include "app/deliveries/statement_printing.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"

#include <QVBoxLayout>

namespace dure::app {

StatementPage::StatementPage(CompanyData& data, StatementPrinting& printing, const Uuid& delivery, QWidget* parent)
    : Page(parent)
    , m_data(data)
    , m_delivery(delivery)
    , m_pane(new StatementPane)
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_pane, 1);
    addButtons(printing);
    read();
    // a seal's picture comes after its row, a balance may change: what is printed is read then
    connect(&data, &CompanyData::changed, this, &StatementPage::read);
}

void StatementPage::read()
{
    m_data.read(
        this, QStringLiteral("statement"),
        [delivery = m_delivery](Reader& reader) { return readStatement(reader, delivery); },
        [this](std::optional<StatementInput>&& input) {
            if (!input) {
                m_strip->clear();
                m_strip->show(Tone::Red, tr("This delivery does not exist any more."), tr("Close this page."));
                return;
            }
            m_number = toQString(input->number);
            m_pane->setStatement(*input);
            Q_EMIT headerChanged();
        });
}

void StatementPage::entered() { m_pane->setFocus(Qt::OtherFocusReason); }

void StatementPage::addButtons(StatementPrinting& printing)
{
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] { host()->closePage(this); });
    auto* pdf = new KeyButton(ButtonKind::Plain, tr("Save as PDF"));
    pdf->setKey(keyFor(KeyAction::Save));
    addAction(pdf);
    connect(pdf, &QAbstractButton::clicked, this, [this, &printing] { printing.savePdf(m_delivery, *m_strip); });
    auto* print = new KeyButton(ButtonKind::Primary, tr("Print"));
    print->setKey(keyFor(KeyAction::Print));
    addAction(print);
    connect(print, &QAbstractButton::clicked, this, [this, &printing] { printing.print(m_delivery, *m_strip); });
}

} // namespace dure::app

#include "moc_statement_page.cpp"
