#pragma once
// A company with an order that was delivered in part, in a real window, and somebody who presses keys.
#include "app/deliveries/delivery_editor_page.h"
#include "app/deliveries/delivery_line_grid.h"
#include "app/orders/order_detail_pane.h"
#include "app/orders/order_list_page.h"
#include "app/session/work_places.h"
#include "app/shell/app_settings.h"
#include "app/shell/main_window.h"
#include "app/widgets/key_button.h"
#include "small_company.h"

#include <QDir>
#include <QProcess>

namespace dure::app {

/// A window on a company with one order of three lines, the last of them delivered.
struct Office
{
    SmallCompany company;
    AppSettings settings;
    QTemporaryDir papers;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<WorkPlaces> places;
    Uuid customer, order;
    int keys = 0; // pressed

    Office()
    {
        qputenv("DURE_PRINT_TO_PDF", papers.path().toLocal8Bit());
        customer = company.customer("(주)다온코스메틱", "C001");
        const Uuid bottle = company.product("PET 500ml 투명", "PB-0500", 98);
        const Uuid cap = company.product("PP 원터치캡", "CP-28", 32);
        const Uuid jar = company.product("PETG 150ml 투명", "GB-0150", 182);
        commands::OrderInput input;
        input.order.customerId = customer;
        input.order.orderedOn = Date::fromYmd(2026, 11, 10);
        input.order.dueOn = Date::fromYmd(2026, 11, 23);
        for (const auto& [product, name, quantity, price] : {std::tuple(bottle, "PET 500ml 투명", 30'000, 98),
                 std::tuple(cap, "PP 원터치캡", 30'000, 32), std::tuple(jar, "PETG 150ml 투명", 5'000, 182)}) {
            OrderLine line;
            line.productId = product;
            line.productName = name;
            line.quantity = Quantity::fromInteger(quantity);
            line.unitPrice = UnitPrice::fromInteger(price);
            input.lines.push_back(line);
        }
        order = company.run([input](commands::Commands& c) { return c.saveOrder(input); }).value().id;
        const auto detail = company.read([this](Reader& r) { return r.orders().detail(order, {20261123}); });
        commands::DeliveryInput first;
        first.orderId = order;
        first.deliveredOn = Date::fromYmd(2026, 11, 18);
        for (const auto& [line, quantity] : {std::pair(0, 12'000), std::pair(1, 12'000), std::pair(2, 5'000)}) {
            commands::DeliveryLineInput part;
            part.orderLineId = detail->lines[std::size_t(line)].line.id;
            part.quantity = Quantity::fromInteger(quantity);
            first.lines.push_back(part);
        }
        QVERIFY(company.run([first](commands::Commands& c) { return c.recordDelivery(first); }).has_value());
        window = std::make_unique<MainWindow>(settings);
        places = std::make_unique<WorkPlaces>(*window, *company.data);
        window->resize(1366, 738);
        window->show();
        window->goTo(QStringLiteral("orders"));
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTRY_VERIFY(list<OrderListPage>() && !list<OrderListPage>()->currentId().isNil());
        QTRY_VERIFY(list<OrderDetailPane>()->isShown() && list<OrderDetailPane>()->primary()->isVisible());
    }
    ~Office()
    {
        window.reset();
        places.reset();
        qunsetenv("DURE_PRINT_TO_PDF");
    }

    /// 3,000 of the second line go out from another PC.
    void deliverElsewhere()
    {
        const auto detail = company.read([this](Reader& r) { return r.orders().detail(order, {20261123}); });
        commands::DeliveryInput other;
        other.orderId = order;
        other.deliveredOn = {20261123};
        commands::DeliveryLineInput line;
        line.orderLineId = detail->lines[1].line.id;
        line.quantity = Quantity::fromInteger(3'000);
        other.lines.push_back(line);
        QVERIFY(company.run([other](commands::Commands& c) { return c.recordDelivery(other); }).has_value());
    }
    std::vector<std::string> draftNames()
    {
        return company.run([](commands::Commands& c) { return c.draftNames(); });
    }
    template <class Page> Page* list() const { return window->findChild<Page*>(); }
    DeliveryEditorPage* page() const { return qobject_cast<DeliveryEditorPage*>(window->currentPage()); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keys;
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString& text)
    {
        keys += int(text.size());
        if (text.front().unicode() < 0x80) {
            QTest::keyClicks(QApplication::focusWidget(), text);
            return;
        }
        QInputMethodEvent hangul; // as an input method commits it
        hangul.setCommitString(text);
        QApplication::sendEvent(QApplication::focusWidget(), &hangul);
    }
    void openDelivery()
    {
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(page() && page()->isReady());
    }
    /// A line that nobody ordered, behind the order's three.
    void typeSevenCaps()
    {
        page()->grid().goToNewLine();
        type("CP-28");
        press(Qt::Key_Return);
        QTRY_COMPARE(page()->model().entries()[3].name, QStringLiteral("PP 원터치캡"));
        QTRY_COMPARE(page()->grid().cell().column(), int(DeliveryLineModel::Now));
        type("7");
        press(Qt::Key_Return);
    }
    std::vector<DeliveryLine> lastLines()
    {
        return company.read([this](Reader& r) {
            storage::DeliveryFilter filter;
            filter.chip = storage::DeliveryChip::All;
            filter.today = {20261123};
            const auto rows = r.deliveries().list(filter, {});
            return r.deliveries().detail(rows.front().id)->lines;
        });
    }
    int deliveries()
    {
        return company.read([](Reader& r) { return int(r.deliveries().chipCounts({20261123}).all); });
    }
    QString paper()
    {
        const QStringList files = QDir(papers.path()).entryList({QStringLiteral("*.pdf")});
        if (files.isEmpty())
            return {};
        QProcess process;
        process.start(QStringLiteral("pdftotext"), {papers.filePath(files.first()), QStringLiteral("-")});
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput()).simplified();
    }
};

inline Quantity pieces(std::int64_t number) { return Quantity::fromInteger(number); }

} // namespace dure::app
