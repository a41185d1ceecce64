#pragma once
// Three customers, money that they owe, and a keyboard.
#include "app/documents/document_page.h"
#include "app/forms/row_form.h"
#include "app/lookup/customer_field.h"
#include "app/receivables/allocation_grid.h"
#include "app/receivables/allocation_model.h"
#include "app/receivables/ledger_page.h"
#include "app/receivables/note_event_page.h"
#include "app/receivables/note_list_page.h"
#include "app/receivables/payment_editor_page.h"
#include "app/receivables/payment_list_page.h"
#include "app/receivables/receivable_list_page.h"
#include "app/session/receivable_places.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/form_cell.h"
#include "tests/app/masters_office.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QSignalSpy>

namespace dure::app {

/// Three customers; the first owes for two deliveries of 110,000 won each.
struct Office : MastersOffice
{
    Uuid daon, saebyeok, hanbit;
    int keys = 0; // pressed

    Office()
    {
        daon = company.customer("(주)다온코스메틱", "C001");
        saebyeok = company.customer("새벽유업(주)", "C002");
        hanbit = company.customer("한빛생활건강", "C003");
        deliver(daon, {20261001});
        deliver(daon, {20261110});
    }
    Uuid deliver(const Uuid& customer, Date on)
    {
        commands::DeliveryInput input;
        input.customerId = customer;
        input.deliveredOn = on;
        commands::DeliveryLineInput line;
        line.productName = "PET 500ml";
        line.quantity = Quantity::fromInteger(1'000);
        line.unitPrice = UnitPrice::fromInteger(100);
        input.lines.push_back(line);
        return company.run([input](commands::Commands& c) { return c.recordDelivery(input); }).value().id;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keys;
        press(key, modifiers);
    }
    /// Initial consonants, as a keyboard with an input method sends them: a key each.
    void consonants(const QString& text)
    {
        for (const QChar each : text) {
            ++keys;
            QInputMethodEvent event;
            event.setCommitString(QString(each));
            QApplication::sendEvent(QApplication::focusWidget(), &event);
        }
    }
    ReceivableListPage* list() const { return window->findChild<ReceivableListPage*>(); }
    PaymentEditorPage* editor() const { return qobject_cast<PaymentEditorPage*>(window->currentPage()); }
    template <class Page> Page* current() const { return qobject_cast<Page*>(window->currentPage()); }
    void open()
    {
        window->goTo(QStringLiteral("receivables"));
        QTRY_VERIFY(list() && list()->currentId() == daon);
    }
    void edit(const Uuid& customer)
    {
        places->money().recordPayment(customer);
        QTRY_VERIFY(editor() && editor()->isReady());
        QTRY_VERIFY(editor()->isAncestorOf(QApplication::focusWidget()));
        if (!customer.isNil())
            QTRY_VERIFY(!editor()->findChild<CustomerField*>()->text().isEmpty());
    }
    QWidget* field(int column) const { return editor()->form().field(column); }
    QString problem(int column) const { return editor()->form().cell(column)->problem(); }
    Won balance(const Uuid& customer)
    {
        return company.read([customer](Reader& r) { return r.receivables().balance(customer); });
    }
    std::vector<storage::PaymentListRow> payments()
    {
        storage::PaymentFilter filter;
        filter.chip = storage::PaymentChip::All;
        filter.today = {20261123};
        return company.read([filter](Reader& r) { return r.payments().list(filter, {}); });
    }
    Uuid note(const Uuid& customer, Date due)
    {
        Payment payment;
        payment.customerId = customer;
        payment.receivedOn = {20261115};
        payment.amount = {110'000};
        payment.kind = PaymentKind::Note;
        payment.noteNumber = "00420077";
        payment.noteIssuer = "다온";
        payment.noteBank = "기업은행";
        payment.noteDueOn = due;
        return company.run([payment](commands::Commands& c) { return c.recordPayment(payment); }).value().id;
    }
};

} // namespace dure::app
