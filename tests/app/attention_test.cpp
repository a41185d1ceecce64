// 확인 필요 by its keys.
#include "app/shell/navigation.h"
#include "core/storage/derived_data.h"
#include "core/storage/entity_reader.h"
#include "tests/app/attention_office.h"
#include "tests/app/own_settings.h"

#include <QAbstractItemModelTester>

using namespace dure;
using namespace dure::app;

namespace {

constexpr auto ready = [](AttentionPage& page) {
    return page.model().rowCount() > 0 && page.pane().keepButton().isVisible() && page.pane().sheet().rows() > 0;
};

} // namespace

class AttentionTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("attention test");
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void both_values_stand_side_by_side_with_who_and_when()
    {
        AttentionOffice office;
        office.dueConflict();
        office.amountConflict();
        AttentionPage& page = office.page();
        QAbstractItemModelTester tester(&page.model());
        QTRY_VERIFY(ready(page));
        QCOMPARE(page.model().openRows(), 1);
        MatterSheet& sheet = page.pane().sheet();
        QVERIFY(sheet.headText(2).contains(QStringLiteral("김미선 · 사무실 PC 1")));
        QVERIFY(sheet.headText(3).contains(QStringLiteral("박정호 · 대표 노트북")));
        QCOMPARE(sheet.rows(), 3); // due, quantity, total; nobody touched the price
        QVERIFY(sheet.cellText(0, 2).startsWith(QStringLiteral("11-25")));
        QVERIFY(sheet.cellText(0, 3).startsWith(QStringLiteral("11-27")));
        QVERIFY(sheet.cellText(1, 0).startsWith(QStringLiteral("PET 500ml")));
        QCOMPARE(sheet.cellText(1, 1), QStringLiteral("10,000"));
        QCOMPARE(sheet.cellText(1, 2), QStringLiteral("12,000"));
        QCOMPARE(sheet.cellText(1, 3), QStringLiteral("15,000"));
        QCOMPARE(sheet.cellText(2, 3), wonText(Won{15'000 * 178 * 11 / 10}));
    }

    void key_1_leaves_it_and_the_undo_key_opens_it_again()
    {
        AttentionOffice office;
        office.dueConflict();
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        press(Qt::Key_1);
        QTRY_COMPARE(office.counts().open, 0);
        QCOMPARE(office.detail(office.order).order.dueOn, Date{20261125});
        QTRY_COMPARE(page.model().openRows(), 0);
        QTRY_VERIFY(!page.pane().keepButton().isVisible());
        QVERIFY(page.strip().isVisible());
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.counts().open, 1);
        QTRY_VERIFY(ready(page));
    }

    void key_2_puts_the_other_values_back_and_undo_takes_them_out()
    {
        AttentionOffice office;
        office.dueConflict();
        office.amountConflict();
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        press(Qt::Key_2);
        QTRY_COMPARE(office.counts().open, 0);
        QCOMPARE(office.detail(office.order).order.dueOn, Date{20261127});
        QCOMPARE(office.detail(office.order).lines.front().line.quantity, Quantity::fromInteger(15'000));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.counts().open, 1);
        QCOMPARE(office.detail(office.order).order.dueOn, Date{20261125});
        QCOMPARE(office.detail(office.order).lines.front().line.quantity, Quantity::fromInteger(12'000));
    }

    void key_3_chooses_field_by_field()
    {
        AttentionOffice office;
        office.dueConflict();
        office.amountConflict();
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        press(Qt::Key_3);
        QVERIFY(page.pane().isChoosing());
        press(Qt::Key_1); // the due date stays
        QVERIFY(page.pane().isChoosing());
        press(Qt::Key_2); // the amount is put back
        QCOMPARE(office.counts().open, 1);
        press(Qt::Key_Return);
        QTRY_COMPARE(office.counts().open, 0);
        QCOMPARE(office.detail(office.order).order.dueOn, Date{20261125});
        QCOMPARE(office.detail(office.order).lines.front().line.quantity, Quantity::fromInteger(15'000));
        QVERIFY(!page.pane().isChoosing());
    }

    void escape_leaves_the_choice_as_it_was()
    {
        AttentionOffice office;
        office.dueConflict();
        office.amountConflict();
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        press(Qt::Key_3);
        press(Qt::Key_2);
        press(Qt::Key_Up);
        press(Qt::Key_Escape);
        QVERIFY(!page.pane().isChoosing());
        QVERIFY(page.pane().keepButton().isVisible());
        QCOMPARE(office.counts().open, 1);
        QCOMPARE(office.detail(office.order).order.dueOn, Date{20261125});
    }

    void enter_opens_the_order()
    {
        AttentionOffice office;
        office.dueConflict();
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        press(Qt::Key_Return);
        QTRY_COMPARE(office.window.currentPlace(), QStringLiteral("orders"));
        QTRY_COMPARE(office.list()->currentId(), office.order);
    }

    void the_next_matter_takes_the_place_of_a_decided_one()
    {
        AttentionOffice office;
        office.dueConflict();
        for (int i = 0; i < 2; ++i) {
            test::ConflictRow row{TableId::Customer, office.daon, office.daon, "note"};
            row.loser = test::fieldsWith({{col::Customer::note, std::string("다른 메모")}});
            row.loserAt += 1000 + i;
            row.winnerAt += 60'000 * (i + 1);
            office.conflict(row);
        }
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        QCOMPARE(page.model().openRows(), 3);
        press(Qt::Key_Home); // what was shown first may stand lower by now
        QTRY_COMPARE(page.list().currentIndex().row(), 0);
        press(Qt::Key_Down);
        QTRY_COMPARE(page.list().currentIndex().row(), 1);
        const Uuid second = page.model().idAt(1);
        const Uuid third = page.model().idAt(2);
        QTRY_VERIFY(page.pane().sheet().rows() > 0);
        QTest::qWait(100);
        press(Qt::Key_1);
        QTRY_COMPARE(page.model().openRows(), 2);
        QTRY_VERIFY(page.model().rowOf(second) > 2); // among the decided ones
        QTRY_COMPARE(page.list().currentIndex().row(), page.model().rowOf(third));
    }

    void a_value_changed_meanwhile_is_shown_before_it_is_decided()
    {
        AttentionOffice office;
        office.dueConflict();
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        office.company.run([order = office.order](commands::Commands& c) {
            return c.setOrderState(order, OrderState::OnHold); // another field: the shown value still stands
        });
        press(Qt::Key_2);
        QTRY_COMPARE(office.detail(office.order).order.dueOn, Date{20261127});
    }

    void of_a_deleted_order_only_putting_away_is_offered()
    {
        AttentionOffice office;
        office.dueConflict();
        office.company.run([order = office.order](commands::Commands& c) { return c.deleteOrder(order); });
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        QVERIFY(!page.pane().otherButton().isVisible());
        press(Qt::Key_1);
        QTRY_COMPARE(office.counts().open, 0);
    }

    void a_delete_that_was_kept_is_done_after_all()
    {
        AttentionOffice office;
        office.conflict({TableId::SalesOrder, office.order, office.order, "", 1});
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        press(Qt::Key_2);
        QTRY_COMPARE(office.counts().open, 0);
        QVERIFY(!office.company.read([id = office.order](Reader& r) { return r.orders().detail(id, today); }));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.counts().open, 1);
        QVERIFY(office.company.read([id = office.order](Reader& r) { return r.orders().detail(id, today); }));
    }

    void over_delivery_comes_to_the_list_and_the_badge_by_itself()
    {
        AttentionOffice office;
        QSignalSpy counted(office.places.get(), &WorkPlaces::attentionCounted);
        AttentionPage& page = office.page();
        office.company.deliver(office.order, 12'500);
        QTRY_VERIFY(ready(page));
        QTRY_VERIFY(!counted.isEmpty() && counted.last()[0].toInt() == 1);
        QCOMPARE(page.pane().sheet().cellText(0, 4), QStringLiteral("500"));
        QVERIFY(!page.pane().otherButton().isVisible());
        press(Qt::Key_1);
        QTRY_COMPARE(office.counts().open, 0);
        QTRY_COMPARE(counted.last()[0].toInt(), 0);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.counts().open, 1);
        QTRY_VERIFY(ready(page));
        press(Qt::Key_Return);
        QTRY_COMPARE(office.window.currentPlace(), QStringLiteral("orders"));
    }

    void a_refused_order_is_typed_again_from_what_was_entered()
    {
        AttentionOffice office;
        office.rejectLast("not_allowed");
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        QVERIFY(page.pane().otherButton().isVisible());
        press(Qt::Key_2);
        QTRY_VERIFY(office.editor());
        QTRY_COMPARE(office.cell(0, LineColumn::Quantity), QStringLiteral("12,000"));
        QCOMPARE(office.cell(1, LineColumn::Quantity), QStringLiteral("500"));
        QCOMPARE(office.counts().open, 0);
    }

    void what_was_only_read_comes_back_by_the_undo_key()
    {
        AttentionOffice office;
        office.rejectLast("not_allowed");
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        press(Qt::Key_1);
        QTRY_COMPARE(office.counts().open, 0);
        QTRY_COMPARE(page.model().openRows(), 0);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.counts().open, 1);
        QVERIFY(office.company.read([id = office.order](Reader& r) { return r.orders().detail(id, today); }));
    }

    void the_link_of_what_was_only_read_takes_back_that_alone()
    {
        AttentionOffice office;
        office.rejectLast("not_allowed");
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        press(Qt::Key_1);
        QTRY_VERIFY(page.strip().findChild<KeyButton*>());
        QPointer<KeyButton> back = page.strip().findChild<KeyButton*>();
        const auto customers
            = [&] { return office.company.read([](Reader& r) { return r.customers().chipCounts().all; }); };
        const auto before = customers();
        office.company.customer("한빛산업", "C009"); // elsewhere in the window
        QTRY_COMPARE(customers(), before + 1);
        QTRY_VERIFY(!back); // it is not the last choice any more
        QVERIFY(page.strip().isHidden());
        press(Qt::Key_Z, Qt::ControlModifier); // the key takes back the last action, whichever it is
        QTRY_COMPARE(customers(), before);
        QCOMPARE(office.counts().open, 0);
    }

    void a_role_that_only_reads_is_offered_no_decision_and_the_keys_say_why()
    {
        AttentionOffice office;
        office.dueConflict();
        office.amountConflict();
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        office.company.data->setRole(Executive);
        QTRY_VERIFY(!page.pane().keepButton().isVisible());
        QVERIFY(!page.pane().otherButton().isVisible());
        QVERIFY(!page.pane().canChooseFields());
        for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) {
            page.strip().clear();
            press(key);
            QTRY_VERIFY(page.strip().text().contains(QStringLiteral("reads here")));
            QVERIFY(!page.pane().isChoosing());
        }
        QTest::qWait(100);
        QCOMPARE(office.counts().open, 1);
        office.company.data->setRole(Staff);
        QTRY_VERIFY(page.pane().keepButton().isVisible());
        press(Qt::Key_1);
        QTRY_COMPARE(office.counts().open, 0);
    }

    void who_may_not_change_an_order_can_still_put_away_what_was_refused_here()
    {
        AttentionOffice office;
        office.rejectLast("not_allowed");
        office.company.data->setRole(Executive); // the role was taken back: that is why it was refused
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        QVERIFY(!page.pane().otherButton().isVisible());
        press(Qt::Key_2);
        QTRY_VERIFY(page.strip().text().contains(QStringLiteral("reads here")));
        press(Qt::Key_1);
        QTRY_COMPARE(office.counts().open, 0);
    }

    void an_order_that_is_being_typed_is_not_overwritten_by_doing_one_again()
    {
        AttentionOffice office;
        office.rejectLast("not_allowed");
        const std::string name = draftName({}, office.saebyeok);
        office.company.run([name](commands::Commands& c) { return c.saveDraft(name, "{}"); });
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        press(Qt::Key_2);
        QTRY_VERIFY(page.strip().isVisible());
        QCOMPARE(office.company.run([name](commands::Commands& c) { return c.loadDraft(name); }), std::string("{}"));
        QCOMPARE(office.counts().open, 1);
    }

    void an_editor_that_goes_does_not_take_what_is_done_again_with_it()
    {
        AttentionOffice office;
        commands::OrderInput changed;
        const storage::OrderDetail stored = office.detail(office.order);
        changed.order = stored.order;
        for (const storage::OrderLineDetail& line : stored.lines)
            changed.lines.push_back(line.line);
        changed.order.memo = "지게차 없음";
        QVERIFY(office.company.run([changed](commands::Commands& c) { return c.saveOrder(changed); }));
        office.rejectLast("not_allowed");
        changed.order.memo.clear(); // as the cloud has it
        QVERIFY(office.company.run([changed](commands::Commands& c) { return c.saveOrder(changed); }));
        office.openOrder(office.order);
        OrderLineModel& model = office.editor()->model();
        const QModelIndex quantity = model.index(0, int(LineColumn::Quantity));
        for (const char* typed : {"7", "12,000"}) // touched, and as it was
            QVERIFY(model.setData(quantity, QString::fromLatin1(typed), Qt::EditRole));
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        press(Qt::Key_2);
        QTRY_VERIFY(office.editor());
        QTRY_VERIFY(office.editor()->isReady());
        QCOMPARE(office.editor()->head().order().memo, std::string("지게차 없음"));
    }

    void without_a_line_the_history_says_when_it_is_shown()
    {
        AttentionOffice office;
        office.dueConflict();
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        QTRY_COMPARE(page.pane().history().state(), HistoryView::State::NoLine);
    }

    void what_is_decided_can_be_read_again()
    {
        AttentionOffice office;
        office.dueConflict();
        AttentionPage& page = office.page();
        QTRY_VERIFY(ready(page));
        press(Qt::Key_1);
        QTRY_COMPARE(office.counts().done, 1);
        page.chips().choose(QStringLiteral("done"));
        QTRY_COMPARE(page.model().rowCount(), 1);
        QTRY_COMPARE(page.pane().sheet().rows(), 1);
        QVERIFY(!page.pane().keepButton().isVisible());
    }

    void every_count_of_what_is_to_be_looked_at_is_the_same()
    {
        AttentionOffice office;
        QSignalSpy counted(office.places.get(), &WorkPlaces::attentionCounted);
        // two PCs gave one number to two orders, which no quick look finds
        office.receive(
            [id = office.order](storage::SpaceDatabase& space) {
                SalesOrder twin = *storage::findEntity<SalesOrder>(space.db(), id);
                twin.id = derivedUuid(id, "twin");
                const storage::LocalRow row{toRow(twin), 1, false, 0};
                storage::RowStore(space.db()).put(tableOf(TableId::SalesOrder), row);
                storage::DerivedData derived(space.db());
                derived.changed(tableOf(TableId::SalesOrder), nullptr, row);
                derived.refresh();
            },
            TableId::SalesOrder);
        QTRY_COMPARE(office.counts().open, 1);
        QTRY_VERIFY(!counted.isEmpty() && counted.last()[0].toInt() == 1);
    }
};

QTEST_MAIN(AttentionTest)
#include "attention_test.moc"
