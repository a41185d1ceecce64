// The lists at every text size, in the window of a small office PC: figures whole, names recognisable, tools in reach.
#include "app/lists/detail_pane.h"
#include "app/lists/list_page.h"
#include "app/shell/language.h"
#include "app/shell/navigation.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/totals_row.h"
#include "tests/app/order_office.h"
#include "tests/app/own_settings.h"

#include <QHeaderView>

using namespace dure;
using namespace dure::app;

namespace {

constexpr std::array places{"orders", "deliveries", "customers", "products"};
constexpr std::array sizes{80, 100, 120, 140};

struct Busy : Office
{
    Busy()
    {
        settings.setTextPercent(100);
        const Uuid farm = company.customer("농업회사법인 한빛생활건강 주식회사", "C003");
        for (const Uuid& customer : {daon, saebyeok, farm}) {
            const Uuid order
                = company.order(customer, products[4], "PET 500ml 투명 28파이", 1'234'567, Date::fromYmd(2026, 11, 30));
            company.deliver(order, 234'567);
        }
    }
    ListPage& list(const char* place)
    {
        window.goTo(QLatin1String(place));
        auto* page = qobject_cast<ListPage*>(window.currentPage());
        [&] { QTRY_VERIFY(page->table().model()->rowCount() >= 2); }();
        QTest::qWait(150); // counts, sums and the detail
        return *page;
    }
};

QString textAt(const LedgerTable& table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

int roomOf(const LedgerTable& table, int column)
{
    return table.contentRect(QRect(0, 0, table.columnWidth(column), 1), column).width();
}

/// By its word, or by a picture whose tip has the word.
bool saysWhatItIs(const KeyButton& button)
{
    return button.width() >= button.fullWidth() || button.toolTip().contains(button.text());
}

QList<int> widthsOf(const LedgerTable& table)
{
    QList<int> widths;
    for (int column = 0; column < table.columns().size(); ++column)
        widths += table.columnWidth(column);
    return widths;
}

} // namespace

class TextSizesTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("text size test");
        installLanguage(QStringLiteral("ko"));
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void init()
    {
        QSettings().clear();
        m_theme->setLook(Appearance::Light, 100);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void figures_are_whole_and_names_recognisable_at_every_text_size_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("letters"); // that must be seen of a name; English heads leave less room
        QTest::newRow("Korean") << QStringLiteral("ko") << 8;
        QTest::newRow("English") << QStringLiteral("en") << 6;
    }
    void figures_are_whole_and_names_recognisable_at_every_text_size()
    {
        QFETCH(QString, language);
        QFETCH(int, letters);
        installLanguage(language);
        const auto back = qScopeGuard([] { installLanguage(QStringLiteral("ko")); });
        Busy office;
        for (const int percent : sizes) {
            m_theme->setLook(Appearance::Light, percent);
            for (const char* place : places) {
                ListPage& page = office.list(place);
                LedgerTable& table = page.table();
                const QFontMetrics& metrics = table.look().bodyMetrics;
                for (int column = 0; column < table.columns().size(); ++column) {
                    const LedgerColumn& c = table.columns()[column];
                    if (table.isColumnHidden(column))
                        continue;
                    const QByteArray where
                        = QByteArray(place) + ' ' + c.id.toUtf8() + ' ' + QByteArray::number(percent);
                    for (int row = 0; row < table.model()->rowCount(); ++row) {
                        const QString text = textAt(table, row, column);
                        const int room = roomOf(table, column);
                        if (c.kind == ColumnKind::Number)
                            QVERIFY2(metrics.horizontalAdvance(text) <= room, where.constData());
                        const bool name = c.id == QLatin1String("customer") || c.id == QLatin1String("product")
                            || c.id == QLatin1String("name");
                        if (name)
                            QVERIFY2(metrics.horizontalAdvance(text.left(letters)) <= room, where.constData());
                    }
                }
                // Nothing hides behind the right edge.
                const QByteArray where = QByteArray(place) + ' ' + QByteArray::number(percent) + ": "
                    + QByteArray::number(table.horizontalHeader()->length() - table.viewport()->width());
                QVERIFY2(table.horizontalHeader()->length() <= table.viewport()->width(), where.constData());
            }
        }
    }

    void going_to_the_largest_text_and_back_leaves_every_width_as_it_was()
    {
        Busy office;
        ListPage& page = office.list("orders");
        const QList<int> first = widthsOf(page.table());
        for (const int percent : {140, 100, 120, 100, 140, 80, 100}) {
            m_theme->setLook(Appearance::Light, percent);
            QTest::qWait(30);
        }
        QCOMPARE(widthsOf(page.table()), first);
        page.table().horizontalHeader()->resizeSection(2, 170); // by hand
        m_theme->setLook(Appearance::Light, 140);
        QCOMPARE(page.table().columnWidth(2), 238);
        m_theme->setLook(Appearance::Light, 100);
        QCOMPARE(page.table().columnWidth(2), 170);
    }

    void a_name_is_not_elided_while_the_wide_column_has_room()
    {
        Busy office;
        office.window.resize(1700, 738);
        ListPage& page = office.list("orders");
        const LedgerTable& table = page.table();
        const int customer = table.columnOf(QStringLiteral("customer"));
        for (int row = 0; row < table.model()->rowCount(); ++row)
            QVERIFY(
                table.look().bodyMetrics.horizontalAdvance(textAt(table, row, customer)) <= roomOf(table, customer));
    }

    void names_of_places_and_the_tools_stay_in_sight()
    {
        Busy office;
        for (const int percent : sizes) {
            m_theme->setLook(Appearance::Light, percent);
            ListPage& page = office.list("orders");
            QCOMPARE(office.window.findChild<Navigation*>()->width(), tokens().px(Px::Navigation));
            int tools = 0;
            for (KeyButton* button : page.findChildren<KeyButton*>()) {
                if (button->text() != QCoreApplication::translate("dure::app::ListPage", "Filter")
                    && button->text() != QCoreApplication::translate("dure::app::ListPage", "Columns"))
                    continue;
                ++tools;
                QVERIFY(button->isVisible());
                QVERIFY(button->mapTo(&page, button->rect().bottomRight()).x() < page.width());
                QVERIFY(saysWhatItIs(*button));
            }
            QCOMPARE(tools, 2);
        }
        // Nothing vanishes on the narrowest window either.
        m_theme->setLook(Appearance::Light, 140);
        office.window.resize(1024, 600);
        ListPage& page = office.list("orders");
        for (KeyButton* button : page.findChildren<KeyButton*>()) {
            if (button->text() == QCoreApplication::translate("dure::app::ListPage", "Columns")) {
                QVERIFY(button->isVisible());
                QVERIFY(saysWhatItIs(*button));
                QVERIFY(button->mapTo(&page, button->rect().bottomRight()).x() < page.width());
            }
        }
    }

    void with_the_detail_open_nothing_is_cut_at_the_largest_text()
    {
        Busy office;
        m_theme->setLook(Appearance::Light, 140);
        for (const char* place : places) {
            ListPage& page = office.list(place);
            LedgerTable& table = page.table();
            auto* pane = page.findChild<DetailPane*>();
            QVERIFY(!pane->isVisible());
            const QList<int> before = widthsOf(table);
            press(Qt::Key_Return, Qt::AltModifier);
            QTRY_VERIFY(pane->isVisible());
            QTest::qWait(50); // layouts
            QCOMPARE(widthsOf(table), before);
            const QRect over(pane->mapTo(&page, QPoint()), pane->size());
            QVERIFY2(over.right() < page.width() && over.width() >= tokens().px(Px::Detail), place);
            for (const Chip* chip : page.findChildren<Chip*>()) {
                const QRect spot(chip->mapTo(&page, QPoint()), chip->size());
                QVERIFY2(
                    chip->width() >= chip->sizeHint().width() && spot.right() < page.width(), qPrintable(chip->text()));
                QVERIFY(!over.intersects(spot));
            }
            auto* sums = page.findChild<TotalsRow*>();
            QVERIFY(!over.intersects(QRect(sums->mapTo(&page, QPoint()), sums->size())));
            for (int column = 0; column < table.columns().size(); ++column) { // seen or not, but whole
                const int left = table.viewport()->mapTo(&page, QPoint(table.columnViewportPosition(column), 0)).x();
                const int right = left + table.columnWidth(column);
                if (!table.isColumnHidden(column))
                    QVERIFY2(right <= over.left() || left >= over.left(), qPrintable(table.columns()[column].id));
            }
            press(Qt::Key_Return, Qt::AltModifier);
            QTRY_VERIFY(!pane->isVisible());
        }
    }

    void a_tool_that_is_a_picture_has_its_word_in_the_tip()
    {
        Busy office;
        int tools = 0;
        for (KeyButton* button : office.list("orders").findChildren<KeyButton*>()) {
            if (button->text() != QCoreApplication::translate("dure::app::ListPage", "Filter")
                && button->text() != QCoreApplication::translate("dure::app::ListPage", "Columns"))
                continue;
            ++tools;
            button->setBrief(true); // as the bar does where there is no room
            button->resize(button->sizeHint());
            QVERIFY(button->width() < button->fullWidth());
            QVERIFY(saysWhatItIs(*button));
            button->setToolTip({});
            QVERIFY(!saysWhatItIs(*button));
        }
        QCOMPARE(tools, 2);
    }
};

QTEST_MAIN(TextSizesTest)
#include "text_sizes_test.moc"
