#include "app/session/receivable_places.h"

#include "app/receivables/ledger_page.h"
#include "app/receivables/note_event_page.h"
#include "app/receivables/note_list_page.h"
#include "app/receivables/payment_editor_page.h"
#include "app/receivables/payment_list_page.h"
#include "app/receivables/receivable_list_page.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"

namespace dure::app {
namespace {

const QString placeId = QStringLiteral("receivables");

} // namespace

ReceivablePlaces::ReceivablePlaces(MainWindow& window, CompanyData& data, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_data(data)
{
    window.addPlace(
        {placeId, tr("Receivables"), Icon::Wallet, NavigationSection::Work, [this] { return makeReceivables(); }});
}

Page* ReceivablePlaces::makeReceivables()
{
    m_receivables = new ReceivableListPage(m_data);
    connect(m_receivables, &ListPage::showElsewhere, this, &ReceivablePlaces::showElsewhere);
    connect(m_receivables, &ReceivableListPage::recordPayment, this, &ReceivablePlaces::recordPayment);
    connect(m_receivables, &ReceivableListPage::openLedger, this, &ReceivablePlaces::showLedger);
    connect(m_receivables, &ReceivableListPage::openPayments, this, &ReceivablePlaces::showPayments);
    connect(m_receivables, &ReceivableListPage::showDocuments, this, &ReceivablePlaces::showDocuments);
    connect(m_receivables, &ReceivableListPage::openNotes, this, &ReceivablePlaces::showNotes);
    connect(m_receivables, &ReceivableListPage::showCustomer, this, &ReceivablePlaces::showCustomer);
    connect(m_receivables, &ReceivableListPage::editCustomer, this, &ReceivablePlaces::editCustomer);
    connect(m_receivables, &ReceivableListPage::goToOrders, this, [this] { m_window.goTo(QStringLiteral("orders")); });
    return m_receivables;
}

/// An editor over the list that is shown: saving comes back to it, with the way back in its strip.
void ReceivablePlaces::openForm(std::function<FormPage*()> make, const std::function<void()>& goOn,
    const std::function<QString(const QString& name)>& done)
{
    m_window.closeThen(m_window.openPageOf<FormPage>(placeId), [this, make = std::move(make), goOn, done] {
        m_window.goTo(placeId);
        FormPage* form = make();
        const auto below = [this] {
            auto* list = qobject_cast<ListPage*>(m_window.currentPage());
            return list ? list : static_cast<ListPage*>(m_receivables);
        };
        connect(form, &FormPage::saved, this,
            [below, done](const Uuid&, const QString& name) { below()->showDone(done(name)); });
        connect(form, &FormPage::draftKept, this, [this, below, goOn] {
            MessageStrip& strip = below()->strip();
            strip.clear();
            strip.show(Tone::Info, tr("What you typed is kept on this PC."));
            connect(strip.addAction(tr("Go on with it")), &QAbstractButton::clicked, this, goOn);
        });
        m_window.openPage(form);
    });
}

void ReceivablePlaces::showAll()
{
    m_window.uncoverThen(placeId, [this] { m_receivables->showOnly(QStringLiteral("all")); });
}

void ReceivablePlaces::recordPayment(const Uuid& customer)
{
    m_window.goTo(placeId);
    if (!m_receivables->mayWrite(TableId::Payment))
        return;
    openForm(
        [this, customer] {
            auto* editor = new PaymentEditorPage(m_data, customer);
            connect(editor, &PaymentEditorPage::receiptWanted, this, &ReceivablePlaces::showReceipt);
            connect(editor, &FormPage::saved, this, [this, editor](const Uuid& payment) {
                if (auto* payments = qobject_cast<PaymentListPage*>(m_window.currentPage()))
                    payments->showRow(payment);
                else if (m_window.currentPage() == m_receivables)
                    m_receivables->showRow(editor->customer());
            });
            return editor;
        },
        [this, customer] { recordPayment(customer); },
        [](const QString& name) { return tr("The payment was recorded: %1.").arg(name); });
}

void ReceivablePlaces::showReceipt(const Uuid& payment)
{
    Q_EMIT showDocuments(DocumentRequest::of(FormKind::Receipt, payment));
}

void ReceivablePlaces::showLedger(const Uuid& customer)
{
    if (customer.isNil())
        return;
    if (auto* open = m_window.openPageOf<LedgerPage>(); open && open->customer() == customer)
        return m_window.closeThen(open, [this, customer] { showLedger(customer); });
    auto* ledger = new LedgerPage(m_data, customer);
    connect(ledger, &ListPage::showElsewhere, this, &ReceivablePlaces::showElsewhere);
    connect(ledger, &LedgerPage::recordPayment, this, &ReceivablePlaces::recordPayment);
    connect(ledger, &LedgerPage::showDocuments, this, &ReceivablePlaces::showDocuments);
    m_window.openPage(ledger);
}

PaymentListPage* ReceivablePlaces::openPayments()
{
    m_window.goTo(placeId);
    auto* page = new PaymentListPage(m_data);
    connect(page, &ListPage::showElsewhere, this, &ReceivablePlaces::showElsewhere);
    connect(page, &PaymentListPage::recordPayment, this, [this] { recordPayment({}); });
    connect(page, &PaymentListPage::openLedger, this, &ReceivablePlaces::showLedger);
    connect(page, &PaymentListPage::showCustomer, this, &ReceivablePlaces::showCustomer);
    connect(page, &PaymentListPage::receiptWanted, this, &ReceivablePlaces::showReceipt);
    m_window.openPage(page);
    return page;
}

void ReceivablePlaces::showPayments()
{
    m_window.closeThen(m_window.openPageOf<PaymentListPage>(placeId), [this] { openPayments(); });
}

void ReceivablePlaces::showCollections(const DaySpan& days)
{
    m_window.closeThen(m_window.openPageOf<PaymentListPage>(placeId),
        [this, days] { openPayments()->showOnly(QStringLiteral("all"), days); });
}

void ReceivablePlaces::showPayment(const Uuid& payment)
{
    m_window.closeThen(
        m_window.openPageOf<PaymentListPage>(placeId), [this, payment] { openPayments()->showPayment(payment); });
}

void ReceivablePlaces::showNotes()
{
    m_window.closeThen(m_window.openPageOf<NoteListPage>(placeId), [this] {
        m_window.goTo(placeId);
        auto* page = new NoteListPage(m_data);
        connect(page, &ListPage::showElsewhere, this, &ReceivablePlaces::showElsewhere);
        connect(page, &NoteListPage::settleNote, this, &ReceivablePlaces::settleNote);
        connect(page, &NoteListPage::openLedger, this, &ReceivablePlaces::showLedger);
        connect(page, &NoteListPage::showCustomer, this, &ReceivablePlaces::showCustomer);
        m_window.openPage(page);
    });
}

void ReceivablePlaces::settleNote(const Uuid& payment, bool dishonoured)
{
    m_window.goTo(placeId);
    if (!m_receivables->mayWrite(TableId::NoteEvent))
        return;
    openForm([this, payment, dishonoured] { return new NoteEventPage(m_data, payment, dishonoured); },
        [this, payment, dishonoured] { settleNote(payment, dishonoured); },
        [](const QString& name) { return tr("What became of note %1 was recorded.").arg(name); });
}

} // namespace dure::app

#include "moc_receivable_places.cpp"
