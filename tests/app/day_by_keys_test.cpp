// A whole day at the desk by its keys alone, in one window on a company in a file: how many keys each task takes from
// a cold keyboard, and that at night paper, ledger and stock say what was done. Prints the README's table.
#include "app/claims/claim_editor_page.h"
#include "app/claims/claim_list_page.h"
#include "app/claims/claim_settlement_page.h"
#include "app/deliveries/delivery_editor_page.h"
#include "app/deliveries/delivery_line_grid.h"
#include "app/documents/document_page.h"
#include "app/forms/row_form.h"
#include "app/orders/order_detail_pane.h"
#include "app/quotations/quotation_editor_page.h"
#include "app/quotations/quotation_list_page.h"
#include "app/receivables/ledger_page.h"
#include "app/receivables/payment_editor_page.h"
#include "app/receivables/receivable_list_page.h"
#include "app/search/search_popup.h"
#include "app/stock/receipt_grid.h"
#include "app/stock/receipt_page.h"
#include "app/stock/stock_list_page.h"
#include "app/widgets/choice_field.h"
#include "tests/app/order_office.h"
#include "tests/support/pdf_text.h"

#include <QDir>
#include <QFile>

using namespace dure;
using namespace dure::app;

namespace {

/// What it takes, and the most it may take (0: no such bound).
struct Task
{
    QString name;
    int keys = 0;
    int most = 0;
};

QString number(Won amount) { return QString::fromStdString(toText(amount)); }
Quantity pieces(std::int64_t number) { return Quantity::fromInteger(number); }

} // namespace

class DayByKeysTest : public OfficeTest<Office>
{
    Q_OBJECT
public:
    DayByKeysTest()
        : OfficeTest("day by keys test")
    { }

private:
    QTemporaryDir m_papers;
    QList<Task> m_tasks;

    template <class Kind> Kind* page() { return qobject_cast<Kind*>(office().window.currentPage()); }

    // the keyboard
    void begin(const QString& name, int most = 0) { m_tasks.append({name, 0, most}); }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_tasks.last().keys;
        press(code, modifiers);
    }
    void keys(const QString& text)
    {
        for (const QChar each : text) {
            ++m_tasks.last().keys;
            QTest::keyClick(QApplication::focusWidget(), char(each.unicode()));
        }
    }
    /// A stroke each, as the input method sends them: each composed behind the one that it commits.
    void consonants(const QString& text)
    {
        for (qsizetype i = 0; i < text.size(); ++i, ++m_tasks.last().keys)
            compose(text.mid(i, 1), i > 0 ? text.mid(i - 1, 1) : QString());
    }
    /// Hangul whose strokes are not counted one by one: 2.5 a syllable, rounded up.
    void hangul(const QString& text)
    {
        m_tasks.last().keys += int(text.size() * 5 + 1) / 2;
        type(text);
    }

    /// The only PDF of the folder once it is whole, as read back; the folder is empty again. Empty: none came.
    QString paper()
    {
        const QDir folder(m_papers.path());
        QString text;
        const bool came = QTest::qWaitFor([&] {
            const QStringList files = folder.entryList({QStringLiteral("*.pdf")});
            text = files.size() == 1 ? test::pdfLayout(folder.filePath(files.first())) : QString();
            return !text.isEmpty();
        });
        for (const QString& file : folder.entryList({QStringLiteral("*.pdf")}))
            QFile::remove(folder.filePath(file));
        return came ? text : QString();
    }
    Won owed()
    {
        return office().company.read([this](Reader& r) { return r.receivables().balance(office().daon); });
    }
    Quantity onHand(int product)
    {
        return office()
            .company
            .read([this, product](Reader& r) { return r.stock().row(office().products[std::size_t(product)]); })
            ->onHand;
    }

    /// A month ago: an order of five lines, all of it delivered.
    void seed()
    {
        commands::OrderInput input;
        input.order.customerId = office().daon;
        input.order.orderedOn = today.addDays(-30);
        input.order.dueOn = today.addDays(-25);
        for (std::size_t i = 0; i < 5; ++i) {
            OrderLine line;
            line.productId = office().products[i];
            line.quantity = pieces(std::int64_t(i + 1) * 500);
            line.unitPrice = UnitPrice::fromInteger(std::int64_t(i + 1) * 10);
            line.priceSource = PriceSource::List;
            input.lines.push_back(line);
        }
        const Uuid order = office().company.run([input](auto& c) { return c.saveOrder(input); }).value().id;
        const auto detail = office().detail(order);
        commands::DeliveryInput all;
        all.orderId = order;
        all.deliveredOn = today.addDays(-25);
        for (const auto& ordered : detail.lines) {
            commands::DeliveryLineInput line;
            line.orderLineId = ordered.line.id;
            line.quantity = ordered.line.quantity;
            all.lines.push_back(line);
        }
        QVERIFY(office().company.run([all](auto& c) { return c.recordDelivery(all); }));
    }

    /// Of 다온, found by its initial consonants; then its lines.
    void beginAnOrder()
    {
        key(Qt::Key_F2);
        QTRY_VERIFY(office().editor());
        consonants(QStringLiteral("ㄷㅇ"));
        QTRY_VERIFY(office().editor()->head().customer().popup().isOpen());
        key(Qt::Key_Return);
        QTRY_COMPARE(office().editor()->head().customer().customer(), office().daon);
        key(Qt::Key_F6);
    }
    void repeatTheLastOrder()
    {
        begin(QStringLiteral("the last order of five lines again"), 12);
        beginAnOrder();
        key(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(office().editor()->model().lineCount(), 5);
        key(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        const auto order = office().lastOrder();
        QVERIFY(order);
        QCOMPARE(order->lines.size(), std::size_t(5));
        for (std::size_t i = 0; i < 5; ++i)
            QCOMPARE(order->lines[i].line.quantity, pieces(std::int64_t(i + 1) * 500));
    }

    void typeANewOrder()
    {
        begin(QStringLiteral("a new order of five lines, customer and products by initial consonants"), 45);
        beginAnOrder();
        const QStringList found{QStringLiteral("ㅂㄹ"), QStringLiteral("ㅇㅌ"), QStringLiteral("ㄹㅇㄴ"),
            QStringLiteral("ㅌㅂ"), QStringLiteral("ㅌㅁ")};
        for (int line = 0; line < 5; ++line) {
            consonants(found[line]);
            key(Qt::Key_Return);
            QTRY_VERIFY(!office().cell(line, LineColumn::Code).isEmpty());
            keys(QString::number((line + 2) * 100));
            if (line == 4)
                break;
            key(Qt::Key_Return);
            key(Qt::Key_Return);
        }
        key(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        const auto order = office().lastOrder();
        QVERIFY(order);
        QCOMPARE(order->lines.size(), std::size_t(5));
        for (std::size_t i = 0; i < 5; ++i) {
            QVERIFY2(order->lines[i].line.productId == office().products[i], order->lines[i].line.productName.c_str());
            QCOMPARE(order->lines[i].line.quantity, pieces(std::int64_t(i + 2) * 100));
        }
    }

    /// Of the order that was just typed: 100 of its first line, all of the others.
    void deliverAPart()
    {
        const auto order = office().lastOrder();
        QTRY_COMPARE(office().list()->currentId(), order->order.id);
        QTRY_VERIFY(office().window.findChild<OrderDetailPane*>()->primary()->isVisible());
        const Won before = owed();
        begin(QStringLiteral("a part delivered, its 거래명세서 printed"), 8);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(page<DeliveryEditorPage>() && page<DeliveryEditorPage>()->isReady());
        QTRY_VERIFY(page<DeliveryEditorPage>()->grid().isAncestorOf(QApplication::focusWidget()));
        keys(QStringLiteral("100"));
        key(Qt::Key_Return);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(office().list());
        const QString text = paper();
        const auto now = office().detail(order->order.id);
        Won supply;
        for (std::size_t i = 0; i < 5; ++i) {
            const Quantity sent = i == 0 ? pieces(100) : pieces(std::int64_t(i + 2) * 100);
            QCOMPARE(now.lines[i].delivered, sent);
            supply += lineAmount(sent, now.lines[i].line.unitPrice, RoundingMode::HalfUp);
        }
        const Won total = supply + Won{supply.amount / 10};
        QCOMPARE(owed(), before + total);
        for (const QString& figure : {number(supply), number(total), number(before), number(owed())})
            QVERIFY2(text.contains(figure), qPrintable(figure + u'\n' + text));
        QCOMPARE(text.count(QStringLiteral("거 래 명 세 서")) + text.count(QStringLiteral("거래명세서")), 2);
    }

    void recordAPayment()
    {
        const Won before = owed();
        QVERIFY(before > Won{});
        begin(QStringLiteral("a payment recorded"), 15);
        key(Qt::Key_7, Qt::ControlModifier);
        QTRY_VERIFY(page<ReceivableListPage>() && !page<ReceivableListPage>()->currentId().isNil());
        key(Qt::Key_F2);
        QTRY_VERIFY(page<PaymentEditorPage>() && page<PaymentEditorPage>()->isReady());
        consonants(QStringLiteral("ㄷㅇㅋ"));
        key(Qt::Key_Return);
        QTRY_COMPARE(page<PaymentEditorPage>()->customer(), office().daon);
        key(Qt::Key_F4); // 전액
        key(Qt::Key_F8);
        QTRY_VERIFY(page<ReceivableListPage>());
        QTRY_COMPARE(owed(), Won{});
    }

    void quoteAndTakeTheOrder()
    {
        begin(QStringLiteral("a quotation of one line, and the order that it becomes"));
        key(Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(page<QuotationListPage>());
        key(Qt::Key_F2);
        QTRY_VERIFY(page<QuotationEditorPage>() && page<QuotationEditorPage>()->isReady());
        consonants(QStringLiteral("ㅅㅂ"));
        key(Qt::Key_Return);
        QTRY_COMPARE(page<QuotationEditorPage>()->customerField().customer(), office().saebyeok);
        key(Qt::Key_F6);
        consonants(QStringLiteral("ㅇㅌ"));
        key(Qt::Key_Return);
        QTRY_COMPARE(page<QuotationEditorPage>()->model().lineCount(), 1);
        keys(QStringLiteral("3000"));
        key(Qt::Key_Return);
        keys(QStringLiteral("18.5"));
        key(Qt::Key_F8);
        QTRY_VERIFY(page<QuotationListPage>() && !page<QuotationListPage>()->currentId().isNil());
        QTRY_VERIFY(!page<QuotationListPage>()->strip().isHidden());
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(office().editor() && office().editor()->model().lineCount() == 1);
        QTRY_COMPARE(office().editor()->model().lineAt(0).line.priceSource, PriceSource::Quoted);
        key(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        const auto order = office().lastOrder();
        QCOMPARE(order->order.customerId, office().saebyeok);
        QCOMPARE(order->lines[0].line.unitPrice, UnitPrice{185'000});
        QCOMPARE(order->lines[0].line.quantity, pieces(3'000));
    }

    void writeAndSettleAClaim()
    {
        begin(QStringLiteral("a claim written down, and settled by a credit"));
        key(Qt::Key_K, Qt::ControlModifier);
        keys(QStringLiteral("New claim")); // the language of tests
        QTRY_VERIFY(office().places->search().shownTitles().contains(QStringLiteral("New claim")));
        key(Qt::Key_Return);
        QTRY_VERIFY(page<ClaimEditorPage>() && page<ClaimEditorPage>()->isReady());
        auto* editor = page<ClaimEditorPage>();
        consonants(QStringLiteral("ㄷㅇㅋ"));
        key(Qt::Key_Return);
        QTRY_COMPARE(editor->customerField().customer(), office().daon);
        QTRY_VERIFY(editor->delivered().count() > 1);
        while (QApplication::focusWidget() != &editor->delivered())
            key(Qt::Key_Return);
        key(Qt::Key_Down);
        while (QApplication::focusWidget() != editor->form().field(col::Claim::quantity))
            key(Qt::Key_Return);
        keys(QStringLiteral("50"));
        while (QApplication::focusWidget() != editor->form().field(col::Claim::reason))
            key(Qt::Key_Return);
        hangul(QStringLiteral("뚜껑이 샘"));
        key(Qt::Key_F8);
        QTRY_VERIFY(page<ClaimListPage>() && !page<ClaimListPage>()->currentId().isNil());
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(page<ClaimSettlementPage>() && page<ClaimSettlementPage>()->isReady());
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&page<ClaimSettlementPage>()->decisionField()));
        while (!page<ClaimSettlementPage>()->creditField().isVisible()
            || page<ClaimSettlementPage>()->returnedField().isVisible())
            key(Qt::Key_Down);
        while (QApplication::focusWidget() != &page<ClaimSettlementPage>()->creditField())
            key(Qt::Key_Return);
        keys(QStringLiteral("550"));
        key(Qt::Key_F8);
        QTRY_VERIFY(page<ClaimListPage>());
        QCOMPARE(owed(), Won{-550});
    }

    void receiveWhatWasMade()
    {
        const Quantity before = onHand(0);
        begin(QStringLiteral("what was made today, into stock"));
        key(Qt::Key_8, Qt::ControlModifier);
        QTRY_VERIFY(page<StockListPage>());
        key(Qt::Key_F2);
        QTRY_VERIFY(page<ReceiptPage>());
        QTRY_VERIFY(page<ReceiptPage>()->grid().isAncestorOf(QApplication::focusWidget()));
        consonants(QStringLiteral("ㅂㄹ"));
        key(Qt::Key_Return);
        keys(QStringLiteral("5000"));
        key(Qt::Key_Return);
        key(Qt::Key_F8);
        QTRY_VERIFY(page<StockListPage>());
        QCOMPARE(onHand(0), before + pieces(5'000));
    }

    void printTheLedger()
    {
        begin(QStringLiteral("a customer's 거래처원장 printed"));
        key(Qt::Key_7, Qt::ControlModifier);
        QTRY_VERIFY(page<ReceivableListPage>());
        QTRY_COMPARE(page<ReceivableListPage>()->currentId(), office().daon);
        key(Qt::Key_Return);
        QTRY_VERIFY(page<LedgerPage>());
        QTRY_VERIFY(page<LedgerPage>()->model().rowCount() > 3);
        key(Qt::Key_F7);
        QTRY_VERIFY(page<DocumentPage>() && !page<DocumentPage>()->forms().empty());
        key(Qt::Key_F7);
        const QString text = paper();
        QVERIFY2(text.contains(number(owed())), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("거래처원장")), qPrintable(text));
        key(Qt::Key_Escape);
        QTRY_VERIFY(page<LedgerPage>());
        key(Qt::Key_Escape);
        QTRY_VERIFY(page<ReceivableListPage>());
    }

    void verifyTheReadme()
    {
        QFile readme(QStringLiteral(DURE_SOURCE_DIR "/README.md"));
        QVERIFY(readme.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(readme.readAll());
        for (const Task& task : m_tasks) {
            const QString row = QStringLiteral("| %1 | %2 |").arg(task.name).arg(task.keys);
            qInfo("%s", qPrintable(task.most > 0 ? row + QStringLiteral(" at most %1").arg(task.most) : row));
            QVERIFY2(task.most == 0 || task.keys <= task.most, qPrintable(row));
        }
        for (const Task& task : m_tasks) {
            const QString row = QStringLiteral("| %1 | %2 |").arg(task.name).arg(task.keys);
            QVERIFY2(text.contains(row), qPrintable(row));
        }
    }

private Q_SLOTS:
    void initTestCase() { qputenv("DURE_PRINT_TO_PDF", m_papers.path().toLocal8Bit()); }
    void cleanup() { closeOffice(); }
    void cleanupTestCase() { qunsetenv("DURE_PRINT_TO_PDF"); }

    void a_day_from_the_telephone_to_the_money()
    {
        openOffice();
        using Step = void (DayByKeysTest::*)();
        for (const Step step : {&DayByKeysTest::seed, &DayByKeysTest::repeatTheLastOrder, &DayByKeysTest::typeANewOrder,
                 &DayByKeysTest::deliverAPart, &DayByKeysTest::recordAPayment, &DayByKeysTest::quoteAndTakeTheOrder,
                 &DayByKeysTest::writeAndSettleAClaim, &DayByKeysTest::receiveWhatWasMade,
                 &DayByKeysTest::printTheLedger, &DayByKeysTest::verifyTheReadme}) {
            (this->*step)();
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_MAIN(DayByKeysTest)
#include "day_by_keys_test.moc"
