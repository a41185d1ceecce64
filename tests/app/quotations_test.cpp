// Quotations and repeated orders in their window, over a real company on disk, by keys alone.
#include "app/quotations/quotation_editor_page.h"
#include "app/quotations/quotation_list_page.h"
#include "tests/app/order_office.h"

#include <QAbstractItemModelTester>

using namespace dure;
using namespace dure::app;

class QuotationsTest : public OfficeTest<Office>
{
    Q_OBJECT
public:
    QuotationsTest()
        : OfficeTest("quotations test")
    { }

private:
    QuotationListPage* list() { return qobject_cast<QuotationListPage*>(office().window.currentPage()); }
    QuotationEditorPage* quotationEditor() { return qobject_cast<QuotationEditorPage*>(office().window.currentPage()); }
    std::optional<storage::QuotationDetail> onlyQuotation()
    {
        return office().company.read([](Reader& r) -> std::optional<storage::QuotationDetail> {
            storage::QuotationFilter filter;
            filter.chip = storage::QuotationChip::All;
            const auto rows = r.quotations().list(filter, {});
            return rows.size() == 1 ? r.quotations().detail(rows.front().id) : std::nullopt;
        });
    }
    Uuid offer(std::int64_t won)
    {
        commands::QuotationInput input;
        input.quotation.customerId = office().daon;
        input.quotation.quotedOn = today;
        QuotationLine line;
        line.productId = office().products[1];
        line.quantity = Quantity::fromInteger(3'000);
        line.unitPrice = UnitPrice::fromInteger(won);
        input.lines.push_back(line);
        return office().company.run([input](commands::Commands& c) { return c.saveQuotation(input); }).value().id;
    }

private Q_SLOTS:
    void init() { openOffice(); }
    void cleanup() { closeOffice(); }

    void a_quotation_is_typed_without_the_mouse()
    {
        office().window.goTo(QStringLiteral("quotations"));
        press(Qt::Key_F2);
        QTRY_VERIFY(quotationEditor() && quotationEditor()->isReady());
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&quotationEditor()->customerField()));
        type(QStringLiteral("(주)다온코스메틱"));
        press(Qt::Key_Return);
        QTRY_COMPARE(quotationEditor()->customerField().customer(), office().daon);
        press(Qt::Key_F6);
        type(QStringLiteral("PB-0200"));
        press(Qt::Key_Return);
        type(QStringLiteral("3000"));
        press(Qt::Key_Return);
        type(QStringLiteral("17.5"));
        press(Qt::Key_Return);
        press(Qt::Key_F8);
        QTRY_VERIFY(list());
        const auto made = onlyQuotation();
        QVERIFY(made);
        QCOMPARE(made->quotation.customerId, office().daon);
        QCOMPARE(made->quotation.validUntil, made->quotation.quotedOn.addDays(30));
        QVERIFY(!made->quotation.paymentTerms.empty()); // the customer's
        QCOMPARE(made->lines.size(), std::size_t(1));
        QCOMPARE(made->lines[0].supply, Won{52'500});
        QCOMPARE(made->lines[0].priceSource, PriceSource::Typed);
        QTRY_COMPARE(list()->currentId(), made->quotation.id);
    }

    void what_was_typed_and_not_saved_is_there_again()
    {
        office().window.goTo(QStringLiteral("quotations"));
        press(Qt::Key_F2);
        QTRY_VERIFY(quotationEditor() && quotationEditor()->isReady());
        type(QStringLiteral("(주)다온코스메틱"));
        press(Qt::Key_Return);
        QTRY_COMPARE(quotationEditor()->customerField().customer(), office().daon);
        press(Qt::Key_F6);
        type(QStringLiteral("PB-0200"));
        press(Qt::Key_Return);
        type(QStringLiteral("700"));
        press(Qt::Key_F9);
        QTRY_VERIFY(list());
        press(Qt::Key_F2);
        QTRY_VERIFY(quotationEditor() && quotationEditor()->isReady());
        QTRY_COMPARE(quotationEditor()->model().lineCount(), 1);
        QCOMPARE(quotationEditor()->customerField().customer(), office().daon);
        QCOMPARE(quotationEditor()->model().lineAt(0).line.quantity, Quantity::fromInteger(700));
        QVERIFY(!onlyQuotation());
    }

    void a_quotation_without_a_customer_is_pointed_out_and_not_lost()
    {
        office().window.goTo(QStringLiteral("quotations"));
        press(Qt::Key_F2);
        QTRY_VERIFY(quotationEditor() && quotationEditor()->isReady());
        press(Qt::Key_F6);
        type(QStringLiteral("PB-0200"));
        press(Qt::Key_Return);
        type(QStringLiteral("700"));
        press(Qt::Key_Return);
        press(Qt::Key_F8);
        QTRY_VERIFY(!quotationEditor()->strip().isHidden());
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&quotationEditor()->customerField()));
        QCOMPARE(quotationEditor()->model().lineCount(), 1);
    }

    void it_becomes_an_order_at_the_prices_that_were_quoted()
    {
        const Uuid quotation = offer(18);
        office().window.goTo(QStringLiteral("quotations"));
        QTRY_COMPARE(list()->currentId(), quotation);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(office().editor() && office().editor()->model().lineCount() == 1);
        QTRY_COMPARE(office().editor()->model().lineAt(0).line.priceSource, PriceSource::Quoted);
        QTRY_VERIFY(!office().editor()->subtitle().isEmpty());
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        const auto order = office().lastOrder();
        QVERIFY(order);
        QCOMPARE(order->order.quotationId, quotation);
        QCOMPARE(order->order.customerId, office().daon);
        QCOMPARE(order->lines[0].line.unitPrice, UnitPrice::fromInteger(18));
        QCOMPARE(order->lines[0].line.quantity, Quantity::fromInteger(3'000));
        QCOMPARE(onlyQuotation()->quotation.state, QuotationState::Ordered);
        QCOMPARE(onlyQuotation()->orders.size(), std::size_t(1));
    }

    void the_last_order_is_repeated_by_one_key_in_no_more_than_twelve()
    {
        commands::OrderInput input;
        input.order.customerId = office().daon;
        input.order.orderedOn = today.addDays(-30);
        input.order.dueOn = today.addDays(-25);
        for (std::size_t i = 0; i < 5; ++i) {
            OrderLine line;
            line.productId = office().products[i];
            line.quantity = Quantity::fromInteger(std::int64_t(i + 1) * 500);
            line.unitPrice = UnitPrice::fromInteger(5);
            line.priceSource = i == 4 ? PriceSource::Typed : PriceSource::Last;
            input.lines.push_back(line);
        }
        office().company.run([input](commands::Commands& c) { return c.saveOrder(input); });
        int keys = 0;
        const auto count = [&](auto what) {
            what();
            ++keys;
        };
        count([] { press(Qt::Key_F2); });
        QTRY_VERIFY(office().editor());
        count([] { compose(QStringLiteral("ㄷ")); });
        count([] { compose(QStringLiteral("ㅇ"), QStringLiteral("ㄷ")); });
        QTRY_VERIFY(office().editor()->head().customer().popup().isOpen());
        count([] { press(Qt::Key_Return); });
        QTRY_COMPARE(office().editor()->head().customer().customer(), office().daon);
        count([] { press(Qt::Key_F6); });
        count([] { press(Qt::Key_D, Qt::ControlModifier); });
        QTRY_COMPARE(office().editor()->model().lineCount(), 5);
        count([] { press(Qt::Key_F8); });
        QTRY_VERIFY(office().list());
        QVERIFY2(keys <= 12, qPrintable(QString::number(keys)));
        qInfo("repeat order of 5 lines: %d keys", keys);
        const auto order = office().lastOrder();
        QCOMPARE(order->lines.size(), std::size_t(5));
        QCOMPARE(order->lines[4].line.unitPrice, UnitPrice::fromInteger(5)); // typed prices stay
        QCOMPARE(order->lines[0].line.quantity, Quantity::fromInteger(500));
        QCOMPARE(order->order.customerId, office().daon);
        QVERIFY(order->order.id != input.order.id);
    }

    void the_list_filters_by_initial_consonants()
    {
        offer(18);
        office().window.goTo(QStringLiteral("quotations"));
        auto* model = list()->table().model();
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model->rowCount(), 1);
        press(Qt::Key_F, Qt::ControlModifier);
        type(QStringLiteral("ㄷㅇㅋㅅ"));
        QTest::qWait(300);
        QTRY_COMPARE(model->rowCount(), 1);
        type(QStringLiteral("zz"));
        QTRY_COMPARE(model->rowCount(), 0);
    }
};

QTEST_MAIN(QuotationsTest)
#include "quotations_test.moc"
