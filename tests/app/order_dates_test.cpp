// Days on the order editor: what is none is told calmly, and what is one is seen whole.
#include "app/widgets/date_text.h"
#include "tests/app/order_office.h"
#include "tests/app/own_settings.h"

#include <QLabel>

using namespace dure;
using namespace dure::app;

class OrderDatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("order dates test");
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { m_theme.reset(); }

    void a_day_that_is_none_is_told_until_it_is_right_and_moves_nothing()
    {
        Office office;
        OrderEditorPage& editor = office.newOrder();
        type(QStringLiteral("(주)다온코스메틱"));
        press(Qt::Key_Return);
        QTRY_COMPARE(editor.head().customer().customer(), office.daon);
        const auto told = [&] {
            const auto labels = editor.head().findChildren<QLabel*>();
            return std::ranges::any_of(
                labels, [](QLabel* label) { return label->isVisible() && label->text().contains("13/45"); });
        };
        const int top = editor.grid().mapTo(&editor, QPoint()).y();
        DateField* due = editor.head().findChildren<DateField*>().at(1);
        due->setFocus();
        type(QStringLiteral("13/45"));
        press(Qt::Key_Return);
        QVERIFY(told());
        QTest::qWait(50); // layouts
        QCOMPARE(editor.grid().mapTo(&editor, QPoint()).y(), top);
        QVERIFY(!due->hasFocus());
        press(Qt::Key_F8);
        QVERIFY(office.editor());
        QVERIFY(told());
        QVERIFY(due->hasFocus());
        QVERIFY(due->property("invalid").toBool());
        due->selectAll();
        type(QStringLiteral("1130"));
        press(Qt::Key_Return);
        QVERIFY(!told());
        QCOMPARE(editor.head().order().dueOn, Date::fromYmd(2026, 11, 30));
    }

    void the_due_day_of_a_line_is_whole_in_any_year_and_text_size()
    {
        Office office;
        OrderEditorPage& editor = office.newOrder();
        const auto back = qScopeGuard([this] { m_theme->setLook(Appearance::Light, 100); });
        for (const int percent : {80, 100, 140}) {
            m_theme->setLook(Appearance::Light, percent);
            QTest::qWait(30);
            const QFontMetrics metrics(tokens().font(TextStyle::Body));
            for (int day = 1; day <= 7; ++day) {
                const QString text = dateText(Date::fromYmd(2028, 12, unsigned(20 + day)), today);
                QVERIFY2(metrics.horizontalAdvance(text) + 2 * tokens().px(Px::Space8)
                        <= editor.grid().columnWidth(int(LineColumn::Due)),
                    qPrintable(text));
            }
        }
    }

private:
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(OrderDatesTest)
#include "order_dates_test.moc"
