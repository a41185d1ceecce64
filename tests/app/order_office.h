#pragma once
// A window with orders over a small company, and a keyboard for it.
#include "app/lookup/customer_field.h"
#include "app/orders/order_editor_page.h"
#include "app/orders/order_foot.h"
#include "app/orders/order_head.h"
#include "app/orders/order_line_grid.h"
#include "app/orders/order_list_page.h"
#include "app/session/work_places.h"
#include "app/shell/app_settings.h"
#include "app/widgets/date_field.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/theme.h"
#include "tests/app/office_test.h"
#include "tests/app/small_company.h"

#include <QClipboard>
#include <QInputMethodEvent>
#include <QSettings>
#include <QSignalSpy>
#include <ctime>

namespace dure::app {

constexpr Date today = Date::fromYmd(2026, 11, 23);

inline void compose(const QString& preedit, const QString& commit = {})
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

/// As a keyboard does it: Hangul arrives by the input method, the rest as keys.
inline void type(const QString& text)
{
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            QTest::keyClick(QApplication::focusWidget(), char(c.unicode()));
        else
            compose({}, QString(c));
    }
}

struct Office
{
    SmallCompany company;
    AppSettings settings;
    Uuid daon, saebyeok;
    std::vector<Uuid> products;
    std::unique_ptr<WorkPlaces> places;
    MainWindow window{settings}; // goes first: its pages read from the data

    Office()
    {
        commands::CustomerInput input;
        input.customer.name = "(주)다온코스메틱";
        input.customer.code = "C001";
        input.customer.creditLimit = Won{1'000'000};
        input.customer.closingDay = 31;
        input.customer.payMonths = 1;
        DeliverySite site;
        site.name = "안성 충전공장";
        input.sites.push_back(site);
        daon = company.run([input](commands::Commands& c) { return c.saveCustomer(input); }).value().id;
        saebyeok = company.customer("새벽유업(주)", "C002");
        for (const char* name :
            {"PET 350ml 브라운", "PP 원터치캡 백색", "캡 라이너 PE 폼", "LDPE 튜브 백색", "PET 500ml 투명"}) {
            const auto number = products.size() + 1;
            products.push_back(
                company.product(name, "PB-0" + std::to_string(number) + "00", std::int64_t(number * 10)));
        }
        agree(daon, products[0], 0, 9);
        agree(daon, products[0], 1000, 8);
        places = std::make_unique<WorkPlaces>(window, *company.data);
        window.resize(1366, 738);
        window.show();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(&window)); }();
        window.activateWindow();
        [&] { QVERIFY(QTest::qWaitForWindowActive(&window)); }();
        window.goTo(QStringLiteral("orders"));
    }
    void agree(const Uuid& customer, const Uuid& product, std::int64_t least, std::int64_t won)
    {
        CustomerPrice price;
        price.customerId = customer;
        price.productId = product;
        price.validFrom = Date::fromYmd(2026, 11, 1);
        price.minQuantity = Quantity::fromInteger(least);
        price.unitPrice = UnitPrice::fromInteger(won);
        company.run([price](commands::Commands& c) { return c.setCustomerPrice(price); });
    }
    OrderEditorPage* editor() { return qobject_cast<OrderEditorPage*>(window.currentPage()); }
    OrderListPage* list() { return qobject_cast<OrderListPage*>(window.currentPage()); }
    OrderEditorPage& newOrder()
    {
        press(Qt::Key_F2);
        [&] { QTRY_VERIFY(editor()); }();
        return *editor();
    }
    /// A new order of this customer, ready for its first line.
    OrderEditorPage& newOrderFor(const Uuid& customer)
    {
        places->editOrder({}, customer);
        [&] { QTRY_VERIFY(editor() && editor()->isReady()); }();
        editor()->grid().setFocus();
        return *editor();
    }
    /// The product of the line whose cell is open; the next cell is open then.
    void typeProduct(const QString& code)
    {
        const int row = editor()->grid().cell().row();
        type(code);
        press(Qt::Key_Return);
        [&] { QTRY_VERIFY(!cell(row, LineColumn::Product).isEmpty()); }();
    }
    OrderEditorPage& openOrder(const Uuid& id)
    {
        places->editOrder(id);
        [&] { QTRY_VERIFY(editor()->isReady()); }();
        return *editor();
    }
    storage::OrderDetail detail(const Uuid& id)
    {
        return company.read([id](Reader& r) { return r.orders().detail(id, today); }).value();
    }
    /// The only order, or the one that was made last.
    std::optional<storage::OrderDetail> lastOrder()
    {
        return company.read([](Reader& r) -> std::optional<storage::OrderDetail> {
            storage::OrderFilter filter;
            filter.chip = storage::OrderChip::All;
            filter.today = today;
            storage::OrderWindow window;
            window.sort = storage::OrderSort::Number;
            window.descending = true;
            const auto rows = r.orders().list(filter, window);
            return rows.empty() ? std::nullopt : r.orders().detail(rows.front().id, today);
        });
    }
    QString cell(int row, LineColumn column) { return editor()->model().index(row, int(column)).data().toString(); }
};

} // namespace dure::app
