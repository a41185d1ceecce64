// A customer's time line by its keys: writing down, changing, marking as done, taking away and back.
#include "app/customers/customer_list_page.h"
#include "app/forms/row_form.h"
#include "app/relations/activity_sheet.h"
#include "app/relations/relation_list_page.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/label.h"
#include "app/widgets/line_sheet.h"
#include "core/storage/entity_reader.h"
#include "tests/app/masters_office.h"

#include <QAbstractItemModelTester>

using namespace dure;
using namespace dure::app;

namespace {

const Date today = Date::fromYmd(2026, 11, 23);

struct RelationsOffice : MastersOffice
{
    Uuid customer, order;

    RelationsOffice()
    {
        customer = company.customer("(주)다온코스메틱", "C001");
        const Uuid bottle = company.product("PET 500ml 투명", "PB-0500", 98);
        order = company.order(customer, bottle, "PET 500ml 투명", 30'000, today.addDays(3));
        company.deliver(order, 12'000);
        company.clock.setNow(company.clock.nowMs() + 60'000); // what is written of one day stands by its minute
        window->goTo(QStringLiteral("customers"));
        [&] { QTRY_COMPARE(window->findChild<CustomerListPage*>()->currentId(), customer); }();
        press(Qt::Key_R, Qt::ControlModifier);
        [&] { QTRY_VERIFY(page() && page()->table().model()->rowCount() == 2); }();
        [&] { QTRY_VERIFY(!page()->currentId().isNil()); }();
    }
    RelationListPage* page() const { return qobject_cast<RelationListPage*>(window->currentPage()); }
    QString cell(int row, const char* column) const
    {
        const LedgerTable& table = page()->table();
        return table.model()->index(row, table.columnOf(QLatin1String(column))).data().toString();
    }
    std::vector<Activity> activities()
    {
        return company.read([id = customer](Reader& r) { return r.relations().latest(id, 100); });
    }
    void writeCall()
    {
        press(Qt::Key_F2);
        press(Qt::Key_2);
        type(QStringLiteral("납기 여유를 물음"));
        press(Qt::Key_F8);
        [&] { QTRY_COMPARE(activities().size(), std::size_t(1)); }();
        [&] { QTRY_COMPARE(page()->table().model()->rowCount(), 3); }();
    }
};

} // namespace

class RelationsTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { prepareMastersTests(m_theme); }

    void a_call_is_written_down_by_three_keys_and_its_text()
    {
        RelationsOffice office;
        QAbstractItemModelTester tester(office.page()->table().model());
        office.writeCall();
        const Activity call = office.activities().front();
        QCOMPARE(call.kind, ActivityKind::Call);
        QCOMPARE(call.text, "납기 여유를 물음");
        QCOMPARE(call.on, today);
        QCOMPARE(call.staff, "김미선");
        QTRY_COMPARE(office.cell(0, "kind"), QStringLiteral("Call"));
        QCOMPARE(office.page()->currentId(), call.id);
        QVERIFY(office.page()->table().hasFocus());
        QVERIFY(!office.page()->sheet().isVisible());
        QVERIFY2(namelessFields(*office.page()).isEmpty(), qPrintable(namelessFields(*office.page()).join(u' ')));
    }

    void what_is_typed_outlives_escape_and_another_record()
    {
        RelationsOffice office;
        office.press(Qt::Key_F2);
        office.press(Qt::Key_2);
        office.type(QStringLiteral("납기 여유를 물음"));
        office.press(Qt::Key_Escape);
        QVERIFY(!office.page()->sheet().isVisible());
        QVERIFY(office.activities().empty());
        office.press(Qt::Key_F2);
        QTRY_COMPARE(office.page()->sheet().form().typedText(col::Activity::text), QStringLiteral("납기 여유를 물음"));
        office.press(Qt::Key_F8);
        QTRY_COMPARE(office.activities().size(), std::size_t(1));
        QCOMPARE(office.activities().front().kind, ActivityKind::Call);
        QTRY_VERIFY(!office.page()->sheet().isVisible());
        office.press(Qt::Key_F2);
        QTest::qWait(100);
        QVERIFY(office.page()->sheet().form().typedText(col::Activity::text).isEmpty()); // it was saved
    }

    void a_promise_asks_for_its_amount_and_its_day()
    {
        RelationsOffice office;
        office.press(Qt::Key_F2);
        office.press(Qt::Key_5);
        office.press(Qt::Key_F8);
        RowForm& form = office.page()->sheet().form();
        QTRY_VERIFY(!form.cell(col::Activity::amount)->problem().isEmpty());
        QVERIFY(!form.cell(col::Activity::nextOn)->problem().isEmpty());
        QVERIFY(office.activities().empty());
        QCOMPARE(QApplication::focusWidget(), form.field(col::Activity::amount));
        office.type(QStringLiteral("2,574,000"));
        office.press(Qt::Key_Return);
        office.type(QStringLiteral("1127"), true);
        office.press(Qt::Key_Return);
        QTRY_COMPARE(office.activities().size(), std::size_t(1));
        QCOMPARE(office.activities().front().amount, Won{2'574'000});
        QCOMPARE(office.activities().front().nextOn, today.addDays(4));
        QTRY_VERIFY(office.cell(0, "next").contains(QStringLiteral("11-27")));
    }

    void space_marks_what_was_to_be_done_and_again_takes_the_mark_off()
    {
        RelationsOffice office;
        office.press(Qt::Key_F2);
        office.press(Qt::Key_1);
        office.type(QStringLiteral("샘플"));
        office.press(Qt::Key_Return);
        office.press(Qt::Key_Return);
        office.type(QStringLiteral("샘플 보내기"));
        office.press(Qt::Key_Return);
        office.type(QStringLiteral("1120"), true);
        office.press(Qt::Key_Return);
        QTRY_COMPARE(office.activities().size(), std::size_t(1));
        QTRY_VERIFY(office.cell(0, "next").contains(QStringLiteral("샘플 보내기")));
        QTRY_COMPARE(office.page()->currentId(), office.activities().front().id);
        office.press(Qt::Key_Space);
        QTRY_COMPARE(office.activities().front().doneOn, today);
        QTRY_VERIFY(!office.page()->strip().text().isEmpty());
        office.press(Qt::Key_Space);
        QTRY_VERIFY(office.activities().front().doneOn.isNull());
    }

    void a_record_is_changed_deleted_and_brought_back()
    {
        RelationsOffice office;
        office.writeCall();
        QTRY_COMPARE(office.page()->currentId(), office.activities().front().id);
        office.press(Qt::Key_Return);
        QTRY_VERIFY(office.page()->sheet().isVisible());
        office.type(QStringLiteral("견적을 다시 달라고 함"), true);
        office.press(Qt::Key_F8);
        QTRY_COMPARE(office.activities().front().text, "견적을 다시 달라고 함");
        QTRY_VERIFY(office.page()->table().hasFocus());
        office.press(Qt::Key_Delete);
        QTRY_VERIFY(office.activities().empty());
        QTRY_VERIFY(office.page()->strip().text().contains(QStringLiteral("deleted")));
        office.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.activities().size(), std::size_t(1));
    }

    void chips_show_one_kind_and_a_document_opens_at_home()
    {
        RelationsOffice office;
        office.writeCall();
        auto* chips = office.page()->findChild<ChipRow*>();
        chips->choose(QStringLiteral("deliveries"));
        QTRY_COMPARE(office.page()->table().model()->rowCount(), 1);
        chips->choose(QStringLiteral("orders"));
        QTRY_COMPARE(office.cell(0, "kind"), QStringLiteral("Order"));
        office.page()->table().setFocus();
        QTRY_COMPARE(office.page()->currentId(), office.order);
        office.press(Qt::Key_Return);
        QTRY_COMPARE(office.window->currentPlace(), QStringLiteral("orders"));
    }

    void the_customer_beside_the_list_says_what_comes_next()
    {
        RelationsOffice office;
        Activity call;
        call.customerId = office.customer;
        call.on = today;
        call.kind = ActivityKind::Call;
        call.text = "납기를 물음";
        call.nextAction = "견적 보내기";
        call.nextOn = today.addDays(1);
        office.company.run([call](commands::Commands& c) { return c.saveActivity(call); }).value();
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(qobject_cast<CustomerListPage*>(office.window->currentPage()));
        const auto says = [&] {
            for (const LineSheet* sheet : office.window->currentPage()->findChildren<LineSheet*>())
                for (int row = 0; row < sheet->rows(); ++row)
                    if (sheet->cellText(row, 1) == QStringLiteral("견적 보내기"))
                        return true;
            return false;
        };
        QTRY_VERIFY(says());
    }

    void who_only_reads_sees_the_time_line_and_writes_nothing()
    {
        RelationsOffice office;
        office.company.data->setRole(Executive);
        office.press(Qt::Key_F2);
        QVERIFY(!office.page()->sheet().isVisible());
        QVERIFY(!office.page()->strip().text().isEmpty());
    }
};

QTEST_MAIN(RelationsTest)
#include "relations_test.moc"
