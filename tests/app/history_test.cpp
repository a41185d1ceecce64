// A document's history, from the real cloud over a real socket to the words on the page.
#include "app/attention/history_view.h"
#include "app/sync/history_desk.h"
#include "app/widgets/theme.h"
#include "core/storage/entity_reader.h"
#include "sync/client/wire.h"
#include "sync/protocol/codec.h"
#include "tests/app/own_settings.h"
#include "tests/support/pc.h"
#include "tests/support/server_process.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace dure;
using namespace dure::app;
using dure::testing::Pc;
using dure::testing::ServerProcess;

namespace {

const std::string email = "miseon@hangyeol.example";
const std::string password = "travel-password";

/// A cloud with one company, another PC in it, and this program's data with its line to the cloud.
class Line
{
public:
    Line()
        : m_data(m_folder.path().toStdString() + "/cloud")
        , m_space(testing::addCompany(DURE_SERVER, m_data, "한결플라스틱(주)", email, password))
        , cloud(std::make_unique<ServerProcess>(DURE_SERVER, m_data))
        , other(std::make_unique<Pc>(m_folder.path().toStdString() + "/other", cloud->url(), email, password, 7))
    {
        company = CompanyData::open({m_folder.path() + QStringLiteral("/here"), {}, nullptr, nullptr}).value();
        target.transport = {cloud->url(), {}, {}};
        target.space = *Uuid::fromString(m_space);
        target.deviceName = "사무실 PC 1";
        signIn();
        driver = std::make_unique<SyncDriver>(*company, target);
        desk.connectTo(driver.get());
    }
    ~Line()
    {
        desk.connectTo(nullptr);
        driver.reset();
    }

    bool isUpToDate() const { return driver->status().upToDate && !driver->isBusy(); }
    std::size_t customers()
    {
        std::optional<std::size_t> count;
        company->read(
            company.get(), {}, [](Reader& reader) { return reader.customers().list({}, {}).size(); },
            [&](std::size_t found) { count = found; });
        [&] { QTRY_VERIFY(count.has_value()); }();
        return count.value_or(0);
    }
    std::vector<HistoryRow> rowsOf(TableId table, const Uuid& root)
    {
        std::optional<std::vector<HistoryRow>> rows;
        company->read(
            company.get(), {}, [=](Reader& reader) { return historyRowsOf(reader, table, root); },
            [&](std::vector<HistoryRow>&& found) { rows = std::move(found); });
        [&] { QTRY_VERIFY(rows.has_value()); }();
        return rows.value_or(std::vector<HistoryRow>{});
    }

private:
    void signIn()
    {
        const auto transport = client::makeHttpTransport(target.transport);
        const protocol::SignInRequest request{
            email, password, *Uuid::fromString("018f0000-0000-7000-8000-00000000aaaa"), target.deviceName};
        const auto session = client::readSession(transport->sendAndWait(client::signInRequest(request)));
        if (!session)
            qFatal("cannot sign in");
        target.token = session->token;
        target.user = session->user;
        company->setAuthor({session->user, session->userName});
    }

    QTemporaryDir m_folder;
    std::string m_data;
    std::string m_space;

public:
    std::unique_ptr<ServerProcess> cloud;
    std::unique_ptr<Pc> other;
    SyncTarget target;
    std::unique_ptr<CompanyData> company;
    std::unique_ptr<SyncDriver> driver;
    HistoryDesk desk;
};

commands::OrderInput twoLines(const Uuid& customer)
{
    commands::OrderInput input;
    input.order.customerId = customer;
    input.order.orderedOn = {20261118};
    input.order.dueOn = {20261125};
    for (const char* name : {"PET 500ml 투명", "캡"}) {
        OrderLine line;
        line.productName = name;
        line.quantity = Quantity::fromInteger(10'000);
        line.unitPrice = UnitPrice::fromInteger(178);
        input.lines.push_back(line);
    }
    return input;
}

Uuid takeOrder(Pc& pc)
{
    commands::CustomerInput customer;
    customer.customer.name = "동녘음료";
    const Uuid id = pc.commands().saveCustomer(customer).value().id;
    const auto order = pc.commands().saveOrder(twoLines(id));
    return order && pc.sync().upToDate ? order->id : Uuid{};
}

/// As an editor saves: the due date and the first quantity.
bool changeOrder(Pc& pc, const Uuid& id)
{
    commands::OrderInput now{*storage::findEntity<SalesOrder>(pc.db(), id),
        storage::entitiesWhere<OrderLine>(pc.db(), "order_id", id, "position, id")};
    now.order.dueOn = {20261123};
    now.lines.front().quantity = Quantity::fromInteger(12'000);
    return pc.commands().saveOrder(now) && pc.sync().upToDate;
}

} // namespace

class HistoryTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("history test");
        client::initializeHttpThreads(4);
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void what_the_other_pc_did_is_told_in_words_the_newest_first()
    {
        Line line;
        QVERIFY2(line.other->failure().empty(), line.other->failure().c_str());
        const Uuid order = takeOrder(*line.other);
        QVERIFY(!order.isNil() && changeOrder(*line.other, order));
        line.driver->syncNow();
        QTRY_COMPARE(line.customers(), 1U);
        QTRY_VERIFY(line.isUpToDate());
        HistoryView view(*line.company, line.desk);
        const auto rows = line.rowsOf(TableId::SalesOrder, order);
        QCOMPARE(rows.size(), 3U);
        view.setRows(QStringLiteral("History"), rows);
        QCOMPARE(view.state(), HistoryView::State::Loading);
        QTRY_COMPARE(view.state(), HistoryView::State::Shown);
        const auto& lines = view.sheet().lines();
        QCOMPARE(lines.size(), 2U);
        QVERIFY2(lines[0].what.contains(QStringLiteral("11-25")) && lines[0].what.contains(QStringLiteral("11-23")),
            qPrintable(lines[0].what));
        QVERIFY(lines[0].what.contains(QStringLiteral("PET 500ml 투명")));
        QVERIFY(lines[0].what.contains(QStringLiteral("10,000 → 12,000")));
        QVERIFY(!lines[0].who.isEmpty() && !lines[0].device.isEmpty() && !lines[0].when.isEmpty());
        QCOMPARE(lines[1].what, QStringLiteral("order taken")); // its lines came with it
    }

    void while_the_cloud_is_away_it_says_so_and_shows_it_when_it_is_back()
    {
        Line line;
        const Uuid order = takeOrder(*line.other);
        line.driver->syncNow();
        QTRY_COMPARE(line.customers(), 1U);
        line.cloud->killAfterUs(0);
        QTest::qWait(200);
        HistoryView view(*line.company, line.desk);
        view.setRows(QStringLiteral("History"), line.rowsOf(TableId::SalesOrder, order));
        QTRY_COMPARE_WITH_TIMEOUT(view.state(), HistoryView::State::NoLine, 20'000);
        line.cloud->restart();
        line.driver->syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(view.state(), HistoryView::State::Shown, 40'000);
        QCOMPARE(view.sheet().lines().size(), 1U);
    }

    void an_answer_of_the_cloud_that_is_an_error_is_told_from_no_answer()
    {
        Line line;
        QTRY_VERIFY(line.isUpToDate());
        std::optional<HistoryReply> reply;
        // of another kind of space: no such history here
        line.driver->askHistory({{TableId::Holiday, line.target.space}}, [&](HistoryReply&& got) { reply = got; });
        QTRY_VERIFY(reply.has_value());
        QCOMPARE(reply->error(), HistoryFailure::Refused);
    }

    void a_newer_question_replaces_the_older_one()
    {
        Line line;
        QTRY_VERIFY(line.isUpToDate());
        QObject screen;
        QList<int> answers;
        for (int i = 0; i < 5; ++i)
            line.desk.ask(
                &screen, {{TableId::SalesOrder, line.target.space}}, [&, i](HistoryReply&&) { answers += i; });
        QTRY_VERIFY_WITH_TIMEOUT(answers.contains(4), 30'000);
        QTest::qWait(300);
        QCOMPARE(answers, QList<int>{4});
    }
};

QTEST_MAIN(HistoryTest)
#include "history_test.moc"
