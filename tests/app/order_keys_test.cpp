// How many keys an order takes: counted by pressing them, on a real company in a real window.
#include "tests/app/order_office.h"
#include "tests/app/own_settings.h"

using namespace dure;
using namespace dure::app;

class OrderKeysTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Office> m_office;

    Office& office() { return *m_office; }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("order keys test");
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void init()
    {
        QSettings().clear();
        m_office = std::make_unique<Office>();
    }
    void cleanup() { m_office.reset(); }
    void cleanupTestCase() { m_theme.reset(); }

    void an_order_of_five_lines_takes_no_more_than_45_keys_from_a_cold_keyboard()
    {
        int keys = 0;
        const auto key = [&keys](Qt::Key code) {
            press(code);
            ++keys;
        };
        const auto consonants = [&keys](const QString& text) { // each a stroke, as the input method sends it
            for (qsizetype i = 0; i < text.size(); ++i, ++keys)
                compose(text.mid(i, 1), i > 0 ? text.mid(i - 1, 1) : QString());
        };
        key(Qt::Key_F2);
        QTRY_VERIFY(office().editor());
        OrderEditorPage& editor = *office().editor();
        consonants(QStringLiteral("ㄷㅇ"));
        QTRY_VERIFY(editor.head().customer().popup().isOpen());
        key(Qt::Key_Return);
        QTRY_COMPARE(editor.head().customer().customer(), office().daon);
        key(Qt::Key_F6);
        const QStringList found{QStringLiteral("ㅂㄹ"), QStringLiteral("ㅇㅌ"), QStringLiteral("ㄹㅇㄴ"),
            QStringLiteral("ㅌㅂ"), QStringLiteral("ㅌㅁ")};
        for (int line = 0; line < 5; ++line) {
            consonants(found[line]);
            key(Qt::Key_Return);
            QTRY_VERIFY(!office().cell(line, LineColumn::Code).isEmpty());
            for (const char digit : std::to_string((line + 2) * 100)) {
                QTest::keyClick(QApplication::focusWidget(), digit);
                ++keys;
            }
            if (line == 4)
                break;
            key(Qt::Key_Return);
            key(Qt::Key_Return);
        }
        key(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        qInfo("new order of 5 lines by initial consonants: %d keys", keys);
        QVERIFY2(keys <= 45, qPrintable(QString::number(keys)));
        const auto order = office().lastOrder();
        QVERIFY(order);
        QCOMPARE(order->lines.size(), std::size_t(5));
        for (std::size_t i = 0; i < 5; ++i) {
            QVERIFY2(order->lines[i].line.productId == office().products[i], order->lines[i].line.productName.c_str());
            QCOMPARE(order->lines[i].line.quantity, Quantity::fromInteger(std::int64_t(i + 2) * 100));
        }
    }
};

QTEST_MAIN(OrderKeysTest)
#include "order_keys_test.moc"
