// Claims, used as people use them: in a real window, by keys, on a company in a file.
#include "app/claims/claim_editor_page.h"
#include "app/claims/claim_list_page.h"
#include "app/claims/claim_settlement_page.h"
#include "app/claims/claim_words.h"
#include "app/deliveries/delivery_list_page.h"
#include "app/forms/row_form.h"
#include "app/lookup/customer_field.h"
#include "app/session/claim_places.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/message_strip.h"
#include "tests/app/order_office.h"

#include <QAbstractItemModelTester>

using namespace dure;
using namespace dure::app;

namespace {

struct ClaimOffice : Office
{
    Uuid delivery;

    ClaimOffice()
    {
        commands::DeliveryInput input;
        input.customerId = daon;
        input.deliveredOn = today.addDays(-4);
        for (std::size_t i = 0; i < 2; ++i) {
            commands::DeliveryLineInput line;
            line.productId = products[i];
            line.quantity = Quantity::fromInteger(1'000);
            line.unitPrice = UnitPrice::fromInteger(100);
            line.lot = i == 0 ? "L1119-1" : "L1119-2";
            line.producedOn = today.addDays(-6);
            input.lines.push_back(line);
        }
        delivery = company.run([input](commands::Commands& c) { return c.recordDelivery(input); }).value().id;
    }
    template <class Kind> Kind* page() { return qobject_cast<Kind*>(window.currentPage()); }
    Uuid write()
    {
        const auto line = company.read([this](Reader& r) { return r.claims().deliveredLines(daon); }).front();
        Claim claim;
        claim.customerId = daon;
        claim.claimedOn = today;
        claim.deliveryId = delivery;
        claim.deliveryLineId = line.line.id;
        claim.productId = line.line.productId;
        claim.quantity = Quantity::fromInteger(50);
        return company.run([claim](commands::Commands& c) { return c.saveClaim(claim); }).value().id;
    }
    std::vector<storage::ClaimListRow> all()
    {
        return company.read([](Reader& r) {
            storage::ClaimFilter filter;
            filter.chip = storage::ClaimChip::All;
            return r.claims().list(filter, {});
        });
    }
    storage::ClaimDetail detail(const Uuid& claim)
    {
        return company.read([claim](Reader& r) { return r.claims().detail(claim); }).value();
    }
    Won owed()
    {
        return company.read([this](Reader& r) { return r.receivables().balance(daon); });
    }
};

} // namespace

class ClaimsTest : public OfficeTest<ClaimOffice>
{
    Q_OBJECT
public:
    ClaimsTest()
        : OfficeTest("claims test")
    { }

private:
private Q_SLOTS:
    void init() { openOffice(); }
    void cleanup() { closeOffice(); }

    void a_claim_is_typed_by_keys_and_takes_lot_and_day_from_its_delivery()
    {
        office().places->claims().editClaim({});
        QTRY_VERIFY(office().page<ClaimEditorPage>() && office().page<ClaimEditorPage>()->isReady());
        auto* editor = office().page<ClaimEditorPage>();
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&editor->customerField()));
        type(QStringLiteral("(주)다온코스메틱"));
        press(Qt::Key_Return);
        QTRY_COMPARE(editor->customerField().customer(), office().daon);
        QTRY_COMPARE(editor->delivered().count(), 3); // not known which, and two lines
        while (QApplication::focusWidget() != &editor->delivered())
            press(Qt::Key_Return);
        press(Qt::Key_Down);
        const QString chosen = editor->delivered().currentText();
        QVERIFY2(chosen.contains(QStringLiteral("L1119-")), qPrintable(chosen));
        QVERIFY(!editor->form().typedText(col::Claim::lot).isEmpty());
        while (QApplication::focusWidget() != editor->form().field(col::Claim::quantity))
            press(Qt::Key_Return);
        type(QStringLiteral("120"));
        while (QApplication::focusWidget() != editor->form().field(col::Claim::reason))
            press(Qt::Key_Return);
        type(QStringLiteral("뚜껑이 샘"));
        press(Qt::Key_F8);
        QTRY_VERIFY(office().page<ClaimListPage>());
        const auto rows = office().all();
        QCOMPARE(rows.size(), std::size_t(1));
        const Claim claim = office().detail(rows.front().id).claim;
        QCOMPARE(claim.customerId, office().daon);
        QCOMPARE(claim.deliveryId, office().delivery);
        QVERIFY(!claim.deliveryLineId.isNil() && !claim.productId.isNil() && !claim.productName.empty());
        QCOMPARE(claim.producedOn, today.addDays(-6));
        QCOMPARE(claim.quantity, Quantity::fromInteger(120));
        QCOMPARE(claim.reason, std::string("뚜껑이 샘"));
        QTRY_COMPARE(office().page<ClaimListPage>()->currentId(), claim.id);
    }

    void another_customers_claim_takes_nothing_of_the_first_ones_delivery()
    {
        office().places->claims().editClaim({}, office().delivery);
        QTRY_VERIFY(office().page<ClaimEditorPage>() && office().page<ClaimEditorPage>()->isReady());
        auto* editor = office().page<ClaimEditorPage>();
        QTRY_COMPARE(editor->delivered().count(), 3);
        editor->delivered().setFocus();
        press(Qt::Key_Down);
        QVERIFY(!editor->form().typedText(col::Claim::lot).isEmpty());
        editor->customerField().setFocus();
        editor->customerField().selectAll();
        type(QStringLiteral("새벽유업(주)"));
        press(Qt::Key_Return);
        press(Qt::Key_F8); // his deliveries are not read yet; what the first one's line filled in is gone
        QTRY_COMPARE(editor->customerField().customer(), office().saebyeok);
        QTRY_COMPARE(QApplication::focusWidget(), editor->form().field(col::Claim::productName));
        QVERIFY(editor->form().typedText(col::Claim::lot).isEmpty());
        type(QStringLiteral("캡"));
        press(Qt::Key_F8);
        QTRY_VERIFY(office().page<ClaimListPage>());
        const Claim claim = office().detail(office().all().front().id).claim;
        QCOMPARE(claim.customerId, office().saebyeok);
        QVERIFY(claim.deliveryLineId.isNil() && claim.deliveryId.isNil() && claim.productId.isNil());
        QVERIFY2(claim.lot.empty() && claim.productName == "캡" && claim.producedOn.isNull(), claim.lot.c_str());
    }

    void of_a_delivery_its_customer_and_lines_are_given()
    {
        office().places->claims().editClaim({}, office().delivery);
        QTRY_VERIFY(office().page<ClaimEditorPage>() && office().page<ClaimEditorPage>()->isReady());
        auto* editor = office().page<ClaimEditorPage>();
        QCOMPARE(editor->customerField().customer(), office().daon);
        QTRY_COMPARE(editor->delivered().count(), 3);
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&editor->delivered()));
    }

    void replaced_goods_move_and_cost_nothing()
    {
        const Uuid claim = office().write();
        const Won before = office().owed();
        office().places->claims().showClaims();
        QTRY_VERIFY(office().page<ClaimListPage>());
        QAbstractItemModelTester tester(
            office().page<ClaimListPage>()->table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(office().page<ClaimListPage>()->currentId(), claim);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(office().page<ClaimSettlementPage>() && office().page<ClaimSettlementPage>()->isReady());
        QCOMPARE(office().page<ClaimSettlementPage>()->replacedField().text(), QStringLiteral("50"));
        press(Qt::Key_F8);
        QTRY_VERIFY(office().page<ClaimListPage>());
        const auto detail = office().detail(claim);
        QCOMPARE(detail.claim.decision, ClaimDecision::Replace);
        QCOMPARE(detail.answers.size(), std::size_t(2));
        QCOMPARE(office().owed(), before);
        QTRY_COMPARE(office().page<ClaimListPage>()->currentId(), claim);
    }

    void a_credit_takes_its_amount_off_and_asks_for_one()
    {
        const Uuid claim = office().write();
        const Won before = office().owed();
        office().places->claims().settleClaim(claim);
        QTRY_VERIFY(office().page<ClaimSettlementPage>() && office().page<ClaimSettlementPage>()->isReady());
        auto* page = office().page<ClaimSettlementPage>();
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&page->decisionField()));
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        QVERIFY(page->creditField().isVisible());
        press(Qt::Key_F8);
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&page->creditField()));
        QVERIFY(office().page<ClaimSettlementPage>());
        type(QStringLiteral("5000"));
        press(Qt::Key_F8);
        QTRY_VERIFY(office().page<ClaimListPage>());
        QCOMPARE(office().owed(), before - Won{5'000}); // what was typed, VAT included
        QCOMPARE(office().detail(claim).claim.decision, ClaimDecision::Credit);
    }

    void what_went_out_long_ago_stays_named_when_the_claim_is_edited()
    {
        const Uuid claim = office().write();
        const Claim before = office().detail(claim).claim;
        commands::DeliveryInput later;
        later.customerId = office().daon;
        later.deliveredOn = today;
        for (int i = 0; i < 60; ++i) {
            commands::DeliveryLineInput line;
            line.productId = office().products[1];
            line.quantity = Quantity::fromInteger(10 + i);
            later.lines.push_back(line);
        }
        QVERIFY(office().company.run([later](commands::Commands& c) { return c.recordDelivery(later); }));
        office().places->claims().editClaim(claim);
        QTRY_VERIFY(office().page<ClaimEditorPage>() && office().page<ClaimEditorPage>()->isReady());
        auto* editor = office().page<ClaimEditorPage>();
        QTRY_COMPARE(editor->delivered().count(), 52); // not known which, the latest 50, and its own
        QCOMPARE(editor->delivered().currentIndex(), 51);
        while (QApplication::focusWidget() != editor->form().field(col::Claim::memo))
            press(Qt::Key_Return);
        type(QStringLiteral("사진 받음"));
        press(Qt::Key_F8);
        QTRY_VERIFY(office().page<ClaimListPage>());
        const Claim now = office().detail(claim).claim;
        QCOMPARE(now.memo, std::string("사진 받음"));
        QCOMPARE(now.deliveryLineId, before.deliveryLineId);
        QCOMPARE(now.deliveryId, before.deliveryId);
        QCOMPARE(now.productId, before.productId);
    }

    void an_answered_claim_is_opened_again_and_not_deleted()
    {
        const Uuid claim = office().write();
        commands::ClaimSettlement settled;
        settled.claim = claim;
        settled.decision = ClaimDecision::Return;
        settled.on = today;
        settled.returned = Quantity::fromInteger(20);
        QVERIFY(office().company.run([settled](commands::Commands& c) { return c.settleClaim(settled); }));
        office().places->claims().showClaim(claim);
        QTRY_VERIFY(office().page<ClaimListPage>());
        QTRY_COMPARE(office().page<ClaimListPage>()->currentId(), claim);
        press(Qt::Key_Delete);
        QTRY_VERIFY(!office().page<ClaimListPage>()->strip().text().isEmpty());
        QCOMPARE(office().all().size(), std::size_t(1));
        QAction* again = nullptr;
        for (const QWidget* widget : QApplication::allWidgets())
            for (QAction* action : widget->actions())
                if (action->text() == QStringLiteral("Open it again"))
                    again = action;
        QVERIFY(again);
        again->trigger();
        QTRY_COMPARE(office().detail(claim).claim.decision, ClaimDecision::Open);
        office().places->claims().settleClaim(claim);
        QTRY_VERIFY(office().page<ClaimSettlementPage>() && office().page<ClaimSettlementPage>()->isReady());
        QCOMPARE(office().page<ClaimSettlementPage>()->returnedField().text(), QStringLiteral("30")); // of 50
    }

    void a_claim_that_a_colleague_settles_meanwhile_says_how()
    {
        const Uuid claim = office().write();
        office().places->claims().settleClaim(claim);
        QTRY_VERIFY(office().page<ClaimSettlementPage>() && office().page<ClaimSettlementPage>()->isReady());
        ClaimSettlementPage& page = *office().page<ClaimSettlementPage>();
        commands::ClaimSettlement refused;
        refused.claim = claim;
        refused.on = today;
        QVERIFY(office().company.run([refused](commands::Commands& c) { return c.settleClaim(refused); }));
        QTRY_VERIFY(page.strip().text().contains(QStringLiteral("settled meanwhile")));
        QVERIFY(page.strip().text().contains(claimDecisionText(ClaimDecision::Refused)));
        QVERIFY(!page.strip().text().contains(QStringLiteral("deleted")));
    }

    void a_refused_claim_is_deleted_and_brought_back()
    {
        const Uuid claim = office().write();
        commands::ClaimSettlement refused;
        refused.claim = claim;
        refused.on = today;
        QVERIFY(office().company.run([refused](commands::Commands& c) { return c.settleClaim(refused); }));
        office().places->claims().showClaim(claim);
        QTRY_VERIFY(office().page<ClaimListPage>());
        QTRY_COMPARE(office().page<ClaimListPage>()->currentId(), claim);
        press(Qt::Key_Delete);
        QTRY_VERIFY(office().all().empty());
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office().all().size(), std::size_t(1));
    }

    void the_list_filters_by_initial_consonants()
    {
        office().write();
        office().places->claims().showClaims();
        QTRY_VERIFY(office().page<ClaimListPage>());
        auto& list = *office().page<ClaimListPage>();
        QTRY_COMPARE(list.table().model()->rowCount(), 1);
        press(Qt::Key_F, Qt::ControlModifier);
        type(QStringLiteral("ㄷㅇㅋㅅ"));
        QTest::qWait(300);
        QTRY_COMPARE(list.table().model()->rowCount(), 1);
        type(QStringLiteral("zz"));
        QTRY_COMPARE(list.table().model()->rowCount(), 0);
    }
};

QTEST_MAIN(ClaimsTest)
#include "claims_test.moc"
