// The small widgets, used as a person uses them: keys, clicks and Korean composition.
#include "app/widgets/calendar_popup.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/date_text.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/label.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/particles.h"
#include "app/widgets/segmented_control.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTest>
#include <QTextLayout>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace dure;
using namespace dure::app;

namespace {

constexpr Date today = Date::fromYmd(2026, 11, 23);

/// A window in front, so that focus and shortcuts work as on a desktop.
void present(QWidget& window)
{
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }

    void korean_particles_follow_how_what_stands_before_them_is_read_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        for (const auto& [text, read] : {std::pair("납품 D261127-B01을(를) 기록", "납품 D261127-B01을 기록"),
                 {"주문 O261127-A05을(를) 저장", "주문 O261127-A05를 저장"}, {"“큰통”을(를) 만들", "“큰통”을 만들"},
                 {"새벽유업(주)은(는)", "새벽유업(주)는"}, {"F4을(를) 누르거나 F8을(를)", "F4를 누르거나 F8을"},
                 {"18,000(으)로", "18,000으로"}, {"17(으)로", "17로"}, {"서울(으)로, 부산(으)로", "서울로, 부산으로"},
                 {"“13/45”은(는) 날짜가", "“13/45”는 날짜가"}, {"PET와(과) Ctrl+L와(과)", "PET와 Ctrl+L과"},
                 {"…을(를)", "…을(를)"}, {"Saved.", "Saved."}})
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(read);
    }
    void korean_particles_follow_how_what_stands_before_them_is_read()
    {
        QFETCH(QString, text);
        QFETCH(QString, read);
        QCOMPARE(withParticles(text), read);
    }

    void days_that_are_late_have_commas_as_every_number()
    {
        QVERIFY(nearnessText(Date::fromYmd(1998, 5, 6), today).startsWith(QStringLiteral("10,428 ")));
        QVERIFY(nearnessText(today.addDays(-3), today).startsWith(QStringLiteral("3 ")));
    }

    void choosing_a_chip_unchooses_the_other_and_tells_once()
    {
        ChipRow row;
        row.addChip(QStringLiteral("open"), QStringLiteral("미출고"));
        row.addChip(QStringLiteral("late"), QStringLiteral("지연"), Status::Late);
        row.addChip(QStringLiteral("all"), QStringLiteral("전체"));
        QCOMPARE(row.chosenId(), QStringLiteral("open"));
        QSignalSpy chosen(&row, &ChipRow::chosen);
        row.choose(QStringLiteral("late"));
        row.choose(QStringLiteral("late"));
        row.choose(QStringLiteral("no such chip"));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(row.chosenId(), QStringLiteral("late"));
    }

    void arrow_keys_move_the_chosen_chip()
    {
        ChipRow row;
        row.addChip(QStringLiteral("one"), QStringLiteral("하나"));
        row.addChip(QStringLiteral("two"), QStringLiteral("둘"));
        present(row);
        row.findChildren<Chip*>().first()->setFocus();
        QTest::keyClick(row.focusWidget(), Qt::Key_Right);
        QCOMPARE(row.chosenId(), QStringLiteral("two"));
    }

    void a_chip_speaks_its_count_with_commas()
    {
        ChipRow row;
        row.addChip(QStringLiteral("all"), QStringLiteral("전체"));
        row.setCount(QStringLiteral("all"), 1284);
        QCOMPARE(row.findChild<Chip*>()->accessibleName(), QStringLiteral("전체 1,284"));
        row.setCount(QStringLiteral("all"), std::nullopt);
        QCOMPARE(row.findChild<Chip*>()->accessibleName(), QStringLiteral("전체"));
    }

    void counts_give_way_where_the_chips_have_no_room_and_come_back()
    {
        ChipRow row;
        for (const char* name : {"안전 재고 미만", "가용 부족", "음수", "움직임 없음"}) {
            row.addChip(QLatin1String(name), QString::fromUtf8(name));
            row.setCount(QLatin1String(name), 1284);
        }
        row.show();
        const int full = row.sizeHint().width();
        const int least = row.minimumSizeHint().width();
        QVERIFY(least < full);
        const auto chips = row.findChildren<Chip*>();
        const auto widths = [&] {
            QApplication::processEvents();
            int sum = 3 * row.layout()->spacing();
            for (const Chip* chip : chips)
                sum += chip->width();
            return sum;
        };
        row.resize(full, 40);
        QCOMPARE(widths(), full);
        QVERIFY(chips[1]->toolTip().isEmpty());
        row.resize(least, 40);
        QCOMPARE(widths(), least);
        QCOMPARE(chips[1]->toolTip(), QStringLiteral("가용 부족 1,284")); // its count is not lost
        QCOMPARE(row.sizeHint().width(), full);
        row.resize(full, 40);
        QCOMPARE(widths(), full);
    }

    void a_segment_chosen_by_hand_is_told_and_one_set_by_the_program_is_not()
    {
        SegmentedControl control(QStringLiteral("크기"));
        control.addSegment(QStringLiteral("80"), QStringLiteral("작게"));
        control.addSegment(QStringLiteral("100"), QStringLiteral("보통"));
        QSignalSpy chosen(&control, &SegmentedControl::chosen);
        control.setChosen(QStringLiteral("80"));
        QCOMPARE(chosen.count(), 0);
        present(control);
        control.firstFocus()->setFocus();
        QTest::keyClick(control.focusWidget(), Qt::Key_Right);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(control.chosenId(), QStringLiteral("100"));
    }

    void dates_are_read_as_typed_and_shown_as_spoken_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("date");
        QTest::addColumn<QString>("shown");
        QTest::newRow("day") << "25" << 20261125 << "11-25 Wed";
        QTest::newRow("month and day") << "1202" << 20261202 << "12-02 Wed";
        QTest::newRow("another year") << "2027-01-05" << 20270105 << "2027-01-05 Tue";
        QTest::newRow("as shown, day edited") << "11-24 Mon" << 20261124 << "11-24 Tue";
        QTest::newRow("emptied") << "" << 0 << "";
    }
    void dates_are_read_as_typed_and_shown_as_spoken()
    {
        QFETCH(QString, typed);
        QFETCH(int, date);
        QFETCH(QString, shown);
        DateField field;
        field.setToday(today);
        field.setDate(today);
        present(field);
        QSignalSpy changed(&field, &DateField::dateChanged);
        field.selectAll();
        if (typed.isEmpty())
            QTest::keyClick(&field, Qt::Key_Delete);
        else
            QTest::keyClicks(&field, typed);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(field.date().yyyymmdd, date);
        QCOMPARE(field.text(), shown);
        QCOMPARE(changed.count(), 1);
        QVERIFY(field.isAcceptable());
    }

    void what_is_no_date_stays_as_typed_and_says_why()
    {
        DateField field;
        field.setToday(today);
        field.setDate(today);
        present(field);
        QSignalSpy rejected(&field, &DateField::rejected);
        QSignalSpy changed(&field, &DateField::dateChanged);
        field.selectAll();
        QTest::keyClicks(&field, QStringLiteral("13-45"));
        QVERIFY(!field.takeTyped());
        QCOMPARE(rejected.count(), 1);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(field.text(), QStringLiteral("13-45"));
        QVERIFY(!field.isAcceptable());
        QVERIFY(!field.accessibleDescription().isEmpty());
        field.selectAll();
        QTest::keyClicks(&field, QStringLiteral("24"));
        QVERIFY(field.takeTyped());
        QVERIFY(field.accessibleDescription().isEmpty());
        QCOMPARE(changed.count(), 1);
        field.selectAll();
        QTest::keyClicks(&field, QStringLiteral("13-45"));
        QVERIFY(!field.takeTyped());
        field.selectAll();
        QTest::keyClicks(&field, QStringLiteral("24")); // the day that stood there before
        QVERIFY(field.takeTyped());
        QCOMPARE(changed.count(), 2);
    }

    void an_empty_required_date_is_not_acceptable()
    {
        DateField field;
        QVERIFY(field.isAcceptable());
        field.setRequired(true);
        QVERIFY(!field.isAcceptable());
    }

    void arrows_step_a_day_and_cross_the_month()
    {
        DateField field;
        field.setToday(today);
        field.setDate(Date::fromYmd(2026, 11, 30));
        present(field);
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(field.date().yyyymmdd, 20261201);
        QTest::keyClick(&field, Qt::Key_Down);
        QTest::keyClick(&field, Qt::Key_Down);
        QCOMPARE(field.date().yyyymmdd, 20261129);
    }

    void the_calendar_picks_with_the_keyboard_alone()
    {
        DateField field;
        field.setToday(today);
        field.setDate(today);
        present(field);
        QTest::keyClick(&field, Qt::Key_F4);
        auto* calendar = field.findChild<CalendarPopup*>();
        QVERIFY(calendar);
        QTest::keyClick(calendar, Qt::Key_Down);
        QTest::keyClick(calendar, Qt::Key_Right);
        QTest::keyClick(calendar, Qt::Key_Return);
        QCOMPARE(field.date().yyyymmdd, 20261201);
    }

    void the_wheel_does_not_change_a_choice_that_is_scrolled_past()
    {
        ChoiceField field;
        field.addItems({QStringLiteral("과세"), QStringLiteral("면세")});
        QWheelEvent wheel({5, 5}, {5, 5}, {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&field, &wheel);
        QCOMPARE(field.currentIndex(), 0);
    }

    void a_held_key_does_not_press_the_button_that_gets_the_keyboard_meanwhile()
    {
        KeyButton button(ButtonKind::Plain, QStringLiteral("되돌리기"));
        QSignalSpy clicked(&button, &QAbstractButton::clicked);
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, {}, true);
        QCoreApplication::sendEvent(&button, &held);
        QCOMPARE(clicked.size(), 0);
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(clicked.size(), 1);
    }

    void a_key_on_a_button_commits_the_last_syllable_before_the_click()
    {
        QWidget window;
        auto* layout = new QHBoxLayout(&window);
        auto* edit = new ImeLineEdit;
        auto* save = new KeyButton(ButtonKind::Primary, QStringLiteral("저장"));
        layout->addWidget(edit);
        layout->addWidget(save);
        save->setKey(QKeySequence(Qt::Key_F8));
        QString seen;
        connect(save, &KeyButton::clicked, this, [&] { seen = edit->text(); });
        present(window);
        edit->setFocus();
        QInputMethodEvent composing(QStringLiteral("값"), {});
        QApplication::sendEvent(edit, &composing);
        QTest::keyClick(edit, Qt::Key_F8);
        QCOMPARE(seen, QStringLiteral("값"));
    }

    void control_enter_works_on_both_enter_keys_and_not_while_disabled()
    {
        QWidget window;
        KeyButton button(ButtonKind::Primary, QStringLiteral("납품하기"), &window);
        button.setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
        QSignalSpy clicked(&button, &KeyButton::clicked);
        present(window);
        QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(&window, Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
        QCOMPARE(clicked.count(), 2);
        button.setEnabled(false);
        QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
        button.setEnabled(true);
        button.hide();
        QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(clicked.count(), 2);
    }

    void keys_are_written_as_people_say_them()
    {
        QCOMPARE(keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)), QStringLiteral("Ctrl+Enter"));
        QCOMPARE(keyText(QKeySequence(Qt::Key_Escape)), QStringLiteral("Esc"));
        QCOMPARE(keyText(QKeySequence(Qt::ALT | Qt::Key_Up)), QStringLiteral("Alt+↑"));
        QCOMPARE(keyText(QKeySequence(Qt::Key_F8)), QStringLiteral("F8"));
    }

    void a_button_never_cuts_off_its_own_text()
    {
        for (const int percent : {80, 100, 117, 140}) {
            m_theme->setLook(Appearance::Light, percent);
            KeyButton button(ButtonKind::Plain, QStringLiteral("계정 없이 시작"));
            button.setKeyHint(QStringLiteral("Alt+S"));
            const int free = button.sizeHint().width() - keyCapWidth(QStringLiteral("Alt+S"));
            QVERIFY(free >= QFontMetrics(tokens().font(TextStyle::Body)).horizontalAdvance(button.text()));
            QCOMPARE(button.sizeHint().height(), tokens().px(Px::Control));
        }
        m_theme->setLook(Appearance::Light, 100);
    }

    void a_message_shows_until_cleared_and_can_be_read_out()
    {
        QWidget window;
        auto* strip = new MessageStrip(MessageStrip::Shape::Box, &window);
        present(window);
        QVERIFY(!strip->isVisible());
        strip->show(
            Tone::Red, QStringLiteral("저장하지 못했습니다."), QStringLiteral("디스크를 비우고 F8을 누르세요."));
        QVERIFY(strip->isVisible());
        QCOMPARE(strip->text(), QStringLiteral("저장하지 못했습니다. 디스크를 비우고 F8을 누르세요."));
        QCOMPARE(strip->accessibleName(), strip->text());
        strip->clear();
        QVERIFY(!strip->isVisible());
    }

    void a_long_message_with_an_action_has_room_for_all_its_lines()
    {
        QWidget window;
        auto* strip = new MessageStrip(MessageStrip::Shape::Box);
        auto* column = new QVBoxLayout(&window);
        column->addWidget(strip);
        column->addStretch();
        window.resize(420, 300);
        present(window);
        strip->show(Tone::Amber, QStringLiteral("The cloud does not answer."),
            QStringLiteral("What was not sent stays here. It goes on by itself once there is a connection."));
        strip->addAction(QStringLiteral("Try now"));
        const auto isWhole = [strip] {
            return std::ranges::all_of(strip->findChildren<Label*>(), [](const Label* label) {
                return !label->wordWrap() || label->height() >= label->heightForWidth(label->width());
            });
        };
        QTest::qWait(100); // layouts settle
        QCOMPARE(strip->findChildren<Label*>().size(), 2);
        QVERIFY(isWhole());
    }

    void wrapping_never_breaks_a_korean_word()
    {
        const QString kept = keepWordsWhole(QStringLiteral("등록번호를 고치세요"));
        QCOMPARE(QString(kept).remove(QChar(0x2060)), QStringLiteral("등록번호를 고치세요"));
        QTextLayout layout(kept, tokens().font(TextStyle::Body));
        const int half = QFontMetrics(layout.font()).horizontalAdvance(QStringLiteral("등록번호를 고"));
        layout.beginLayout();
        QTextLine first = layout.createLine();
        first.setLineWidth(half + 2);
        layout.endLayout();
        QCOMPARE(kept.left(first.textLength()).remove(QChar(0x2060)).trimmed(), QStringLiteral("등록번호를"));
    }
};

QTEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
