#include "core/commands/demo_company.h"

#include "core/commands/demo_desk.h"
#include "core/commands/demo_words.h"

#include <algorithm>
#include <map>

namespace dure::commands {

namespace {

using Step = std::expected<void, CommandError>;

struct DemoCustomer
{
    Customer customer;
    std::vector<Uuid> sites;
    std::vector<std::size_t> products; ///< what it buys, by index
    int weight = 1; ///< how often it orders
    std::string contact = {}; ///< whom one calls there
};

struct DemoLine
{
    std::size_t product = 0;
    Uuid id;
    std::int64_t quantity = 0;
    std::int64_t delivered = 0;
    UnitPrice price;
};

struct DemoOrder
{
    std::size_t customer = 0;
    Uuid id;
    Date orderedOn, dueOn;
    std::vector<DemoLine> lines;
    bool onHold = false;
};

bool isWorkday(Date day) { return day.weekday() != 0 && day.weekday() != 6; }

Date workdayFrom(Date day)
{
    while (!isWorkday(day))
        day = day.addDays(1);
    return day;
}

Date monthOf(Date day) { return Date::fromYmd(day.year(), day.month(), 1); }

class DemoCompany
{
public:
    DemoCompany(Commands& commands, Date today, std::uint64_t seed, const DemoSize& size)
        : m_commands(commands)
        , m_today(today)
        , m_dice(seed)
        , m_deskDice(seed + 1)
        , m_size(size)
    { }

    Step fill()
    {
        using Part = Step (DemoCompany::*)();
        for (Part part : {&DemoCompany::profile, &DemoCompany::customers, &DemoCompany::products, &DemoCompany::prices,
                 &DemoCompany::orders, &DemoCompany::deliveries, &DemoCompany::desk, &DemoCompany::production,
                 &DemoCompany::payments})
            if (auto done = (this->*part)(); !done)
                return done;
        return {};
    }
    const DemoReport& report() const { return m_report; }

private:
    Step profile();
    Step customers();
    Step products();
    Step prices();
    Step orders();
    Step deliveries();
    Step desk();
    Step production();
    Step payments();
    Step placeOrder(Date orderedOn);
    Step deliverPart(DemoOrder& order, Date on, int percent, const DemoTruck& truck);
    std::size_t pickCustomer();

    Commands& m_commands;
    Date m_today;
    DemoDice m_dice;
    DemoDice m_deskDice; ///< so that what is planned does not change what was sold
    DemoSize m_size;
    DemoReport m_report;
    std::vector<DemoCustomer> m_customers;
    std::vector<std::size_t> m_buyers; ///< each customer as often as its weight
    std::vector<Product> m_products;
    std::map<std::pair<std::size_t, std::size_t>, UnitPrice> m_agreed; ///< by customer and product
    std::vector<DemoOrder> m_orders;
    std::map<std::pair<Date, std::size_t>, std::int64_t> m_billed; ///< won, by month and customer
    std::map<std::pair<Date, std::size_t>, std::int64_t> m_consumed; ///< by month and product
};

Step DemoCompany::profile()
{
    CompanyProfile profile;
    profile.name = "한결플라스틱(주)";
    profile.businessNo = demoBusinessNumber(m_dice);
    profile.representative = "박정호";
    profile.businessType = "제조업";
    profile.businessItem = "플라스틱 용기";
    profile.postalCode = "18600";
    profile.address = "경기도 화성시 향남읍 제약공단2길 47";
    profile.phone = "031-000-4700";
    profile.fax = "031-000-4701";
    profile.email = "office@hangyeol.example";
    profile.bankAccount = "기업은행 000-024157-04-011";
    profile.statementNote = "입금계좌 기업은행 000-024157-04-011";
    if (const auto done = m_commands.saveCompanyProfile(profile); !done)
        return std::unexpected(done.error());
    return {};
}

Step DemoCompany::customers()
{
    static constexpr std::string_view staff[] = {"김미선", "이정호", "최민수"};
    int number = 0;
    for (const std::string& name : demoFirms(m_dice, m_size.customers)) {
        CustomerInput input;
        Customer& customer = input.customer;
        customer.name = name;
        customer.code = "C" + std::to_string(10001 + number).substr(1);
        customer.businessNo = demoBusinessNumber(m_dice);
        customer.representative = demoPerson(m_dice);
        customer.businessType = "제조업";
        customer.businessItem = name.ends_with("식품") ? "식품" : "생활용품";
        customer.address = demoAddress(m_dice);
        customer.phone = demoPhone(m_dice);
        customer.fax = customer.phone.substr(0, customer.phone.size() - 1) + "9";
        customer.email = "buy" + std::to_string(number) + "@customer.example";
        customer.staff = m_dice.any(staff);
        customer.tax.priceKind = m_dice.chance(85) ? PriceKind::Exclusive : PriceKind::Inclusive;
        customer.tax.roundingMode = m_dice.chance(60) ? RoundingMode::Down : RoundingMode::HalfUp;
        customer.tax.scope = m_dice.chance(70) ? TaxScope::Line : TaxScope::Document;
        customer.closingDay = m_dice.chance(80) ? 31 : 25;
        customer.payMonths = m_dice.chance(70) ? 1 : 2;
        customer.payDay = m_dice.chance(60) ? 31 : 10;
        customer.creditLimit = {m_dice.chance(50) ? m_dice.between(1, 12) * 5'000'000LL : 0};
        customer.overToleranceBp = m_dice.chance(40) ? 200 : 0;
        customer.underToleranceBp = customer.overToleranceBp;
        customer.inactive = number > 30 && m_dice.chance(4);
        Contact contact;
        contact.name = demoPerson(m_dice);
        contact.title = m_dice.chance(50) ? "구매 과장" : "자재 대리";
        contact.phone = "010-0000-" + std::to_string(m_dice.between(1000, 9999));
        input.contacts.push_back(contact);
        for (int i = m_dice.below(3); i > 0; --i) {
            DeliverySite site;
            site.address = demoAddress(m_dice);
            const std::string town = site.address.substr(site.address.find(' ') + 1);
            site.name = town.substr(0, town.find(' ')) + (i == 1 ? " 공장" : " 충전공장");
            site.phone = demoPhone(m_dice);
            site.receiver = demoPerson(m_dice);
            input.sites.push_back(site);
        }
        const auto done = m_commands.saveCustomer(input);
        if (!done)
            return std::unexpected(done.error());
        customer.id = done->id;
        m_customers.push_back({customer, {}, {}, number < 14 ? 12 : m_dice.between(1, 6), contact.name});
        ++number;
    }
    m_report.customers = number;
    return {};
}

Step DemoCompany::products()
{
    for (Product& product : demoProducts(m_dice, m_size.products)) {
        const auto done = m_commands.saveProduct(product);
        if (!done)
            return std::unexpected(done.error());
        product.id = done->id;
        m_products.push_back(std::move(product));
    }
    m_report.products = std::ssize(m_products);
    for (std::size_t i = 0; i < m_customers.size(); ++i) {
        for (int n = m_dice.between(4, 9); n > 0; --n)
            m_customers[i].products.push_back(static_cast<std::size_t>(m_dice.below(std::ssize(m_products))));
        if (!m_customers[i].customer.inactive)
            m_buyers.insert(m_buyers.end(), static_cast<std::size_t>(m_customers[i].weight), i);
    }
    return {};
}

Step DemoCompany::prices()
{
    for (std::size_t i = 0; i < m_customers.size(); ++i)
        for (std::size_t product : m_customers[i].products) {
            if (!m_dice.chance(55))
                continue;
            const std::int64_t list = m_products[product].listPrice.tenThousandths;
            const std::int64_t step = list >= 30 * UnitPrice::scale ? UnitPrice::scale : UnitPrice::scale / 2;
            CustomerPrice price;
            price.customerId = m_customers[i].customer.id;
            price.productId = m_products[product].id;
            price.validFrom = m_today.addDays(-m_dice.between(731, 760));
            price.unitPrice = {std::max(step, list * m_dice.between(90, 98) / 100 / step * step)};
            if (const auto done = m_commands.setCustomerPrice(price); !done)
                return std::unexpected(done.error());
            m_agreed[{i, product}] = price.unitPrice;
            ++m_report.prices;
        }
    return {};
}

std::size_t DemoCompany::pickCustomer() { return m_dice.any(m_buyers); }

Step DemoCompany::placeOrder(Date orderedOn)
{
    DemoOrder order;
    order.customer = pickCustomer();
    DemoCustomer& buyer = m_customers[order.customer];
    order.orderedOn = orderedOn;
    order.dueOn = workdayFrom(orderedOn.addDays(m_dice.between(4, 15)));
    OrderInput input;
    input.order.customerId = buyer.customer.id;
    input.order.orderedOn = orderedOn;
    input.order.dueOn = order.dueOn;
    input.order.tax = buyer.customer.tax;
    input.order.staff = buyer.customer.staff;
    if (m_dice.chance(30))
        input.order.customerOrderNo
            = "PO-" + std::to_string(orderedOn.yyyymmdd % 1'000'000) + "-" + std::to_string(m_dice.between(1, 99));
    if (m_dice.chance(10))
        input.order.memo = m_dice.chance(50) ? "팔레트 포장, 15시 전 하차" : "하차 전 전화";
    const std::int64_t fromLast = m_size.orders - std::ssize(m_orders);
    order.onHold = fromLast == 7 || fromLast == 19;
    input.order.state = order.onHold ? OrderState::OnHold : OrderState::Open;
    for (int n = m_dice.between(3, 6); n > 0; --n) {
        DemoLine line;
        line.product = m_dice.any(buyer.products);
        const Product& product = m_products[line.product];
        const auto agreed = m_agreed.find({order.customer, line.product});
        line.price = agreed == m_agreed.end() ? product.listPrice : agreed->second;
        const int boxes = m_dice.between(4, 60) * (product.unitsPerBox < Quantity::fromInteger(100) ? 1 : 2);
        line.quantity = product.unitsPerBox.tenThousandths / Quantity::scale * boxes;
        line.id = makeUuidV7(std::chrono::milliseconds(orderedOn.days().time_since_epoch()).count(), m_dice);
        OrderLine& written = input.lines.emplace_back();
        written.id = line.id; // deliveries name it
        written.productId = product.id;
        written.quantity = Quantity::fromInteger(line.quantity);
        written.unitPrice = line.price;
        written.priceSource = agreed == m_agreed.end() ? PriceSource::List : PriceSource::Agreed;
        order.lines.push_back(line);
    }
    const auto done = m_commands.saveOrder(input);
    if (!done)
        return std::unexpected(done.error());
    order.id = done->id;
    m_report.lines += std::ssize(order.lines);
    ++m_report.orders;
    m_orders.push_back(std::move(order));
    return {};
}

Step DemoCompany::orders()
{
    // two years, a little more each month, on working days
    std::vector<Date> days;
    for (int i = 0; i < m_size.orders; ++i) {
        const int back = 729 - static_cast<int>(std::int64_t{729} * i / std::max(1, m_size.orders - 1));
        Date day = workdayFrom(m_today.addDays(-back));
        days.push_back(std::min(day, m_today));
    }
    for (Date day : days)
        if (auto done = placeOrder(day); !done)
            return done;
    return {};
}

Step DemoCompany::deliverPart(DemoOrder& order, Date on, int percent, const DemoTruck& truck)
{
    DeliveryInput input;
    input.orderId = order.id;
    input.deliveredOn = on;
    input.vehicle = truck.vehicle;
    input.driver = truck.driver;
    std::vector<LineInput> amounts;
    for (DemoLine& line : order.lines) {
        const std::int64_t left = line.quantity - line.delivered;
        const std::int64_t box
            = std::max<std::int64_t>(1, m_products[line.product].unitsPerBox.tenThousandths / Quantity::scale);
        const std::int64_t quantity = percent >= 100 ? left : left * percent / 100 / box * box;
        if (quantity <= 0)
            continue;
        DeliveryLineInput& each = input.lines.emplace_back();
        each.orderLineId = line.id;
        each.quantity = Quantity::fromInteger(quantity);
        amounts.push_back({each.quantity, line.price, false, {}});
        line.delivered += quantity;
        m_consumed[{monthOf(on), line.product}] += quantity;
    }
    if (input.lines.empty())
        return {};
    const auto done = m_commands.recordDelivery(input);
    if (!done)
        return std::unexpected(done.error());
    const LineAmounts total = totalOf(computeAmounts(m_customers[order.customer].customer.tax, amounts));
    m_billed[{monthOf(on), order.customer}] += total.total().amount;
    ++m_report.deliveries;
    return {};
}

Step DemoCompany::deliveries()
{
    for (DemoOrder& order : m_orders) {
        if (order.onHold)
            continue;
        // most orders go out in one or two parts by their day; of the last ones some are late or only begun
        const bool recent = order.dueOn >= m_today.addDays(-9);
        const int parts = m_dice.chance(55) ? 1 : m_dice.between(2, 3);
        Date on = workdayFrom(order.orderedOn.addDays(2));
        const bool neglected = recent && order.dueOn < m_today && m_dice.chance(12);
        for (int part = 1; part <= parts && on < m_today; ++part) {
            const bool last = part == parts;
            if (last && (neglected || (recent && order.dueOn >= m_today && m_dice.chance(70))))
                break;
            const Date day = last ? std::clamp(workdayFrom(order.dueOn.addDays(-m_dice.below(3))), on, m_today) : on;
            if (auto done = deliverPart(order, day, last ? 100 : 100 / (parts - part + 1), m_dice.any(demoTrucks));
                !done)
                return done;
            on = workdayFrom(day.addDays(m_dice.between(1, 3)));
        }
    }
    return {};
}

/// What stands on the desk this morning: trucks planned for the next days, two of today's back already, and what was
/// said with customers.
Step DemoCompany::desk()
{
    int back = 0;
    for (DemoOrder& order : m_orders) {
        const bool open
            = std::ranges::any_of(order.lines, [](const DemoLine& line) { return line.delivered < line.quantity; });
        if (!open || order.onHold || order.dueOn < m_today.addDays(-9) || order.dueOn > m_today.addDays(7))
            continue;
        const bool today = order.dueOn == m_today;
        if (auto done = planDemoDelivery(m_commands, m_deskDice, order.id, today ? 85 : 65); !done)
            return done;
        if (today && back < 2) {
            if (auto done = deliverPart(order, m_today, 100, demoTrucks[static_cast<std::size_t>(back)]); !done)
                return done;
            ++back;
        }
    }
    std::vector<DemoPartner> partners;
    for (const DemoCustomer& each : m_customers)
        partners.push_back({each.customer.id, each.customer.name, each.contact});
    return fillDemoRelations(m_commands, m_deskDice, m_today, partners);
}

Step DemoCompany::production()
{
    for (const auto& [key, quantity] : m_consumed) {
        StockMovement movement;
        movement.productId = m_products[key.second].id;
        movement.movedOn = workdayFrom(key.first);
        movement.kind = StockMovementKind::Production;
        movement.quantity = Quantity::fromInteger((quantity / 1000 + m_dice.between(1, 3)) * 1000);
        if (const auto done = m_commands.recordStockMovement(movement); !done)
            return std::unexpected(done.error());
    }
    return {};
}

Step DemoCompany::payments()
{
    for (const auto& [key, billed] : m_billed) {
        const Date due = workdayFrom(key.first.addMonths(1).monthEnd().addDays(-m_dice.below(4)));
        const int mood = m_dice.below(100);
        const bool old = key.first < m_today.addMonths(-6);
        if (due > m_today || (mood >= 96 && !old))
            continue;
        Payment payment;
        payment.customerId = m_customers[key.second].customer.id;
        payment.receivedOn = due;
        payment.amount = {mood >= 90 && !old ? billed / 2 : billed};
        if (payment.amount.amount <= 0)
            continue;
        if (m_dice.chance(6)) {
            payment.kind = PaymentKind::Note;
            payment.noteNumber = "00" + std::to_string(m_dice.between(420'000, 429'999));
            payment.noteIssuer = m_customers[key.second].customer.name;
            payment.noteBank = "기업은행";
            payment.noteIssuedOn = due;
            payment.noteDueOn = workdayFrom(due.addMonths(2));
        }
        if (const auto done = m_commands.recordPayment(payment); !done)
            return std::unexpected(done.error());
        ++m_report.payments;
    }
    return {};
}

} // namespace

std::expected<DemoReport, CommandError> fillDemoCompany(
    Commands& commands, Date today, std::uint64_t seed, const DemoSize& size)
{
    DemoCompany company(commands, today, seed, size);
    const auto done = commands.batch(
        "demo_company", [&] { return company.fill(); }, false);
    if (!done)
        return std::unexpected(done.error());
    return company.report();
}

} // namespace dure::commands
