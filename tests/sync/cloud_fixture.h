#pragma once
#include "core/domain/content_hash.h"
#include "sync/protocol/codec.h"
#include "sync/server/http_server.h"
#include "sync/server/secrets.h"
#include "tests/sync/raw_http.h"
#ifdef DURE_TEST_POSTGRES
#include "sync/server/cloud_store.h"
#include "tests/sync/postgres_cloud.h"
#endif

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

/// A whole cloud in this process: real files (or a real PostgreSQL), real sockets, a clock that tests may move.
namespace dure::test {

class MovableClock final : public Clock
{
public:
    std::int64_t nowMs() const override { return now; }
    std::atomic<std::int64_t> now = 1'790'000'000'000;
};

inline server::HttpOptions quickOptions()
{
    server::HttpOptions options;
    options.listen = "127.0.0.1:0";
    options.ioThreads = 2;
    options.headerMs = 300;
    options.bodyMs = 300;
    options.idleMs = 1000;
    options.drainMs = 3000;
    options.heedsSignals = false;
    return options;
}

class Cloud
{
public:
    explicit Cloud(const server::HttpOptions& options = quickOptions())
        : data(folder.path().toStdString() + "/data")
        , store(openStore())
        , accounts(store->accounts(), clock, random)
        , sessions(store->accounts(), clock)
        , spaces(*store, 8)
        , api({accounts, sessions, spaces, watches, metrics, clock, random, 2})
        , http(api, watches, metrics, options)
    {
        const auto url = http.listen();
        if (!url)
            qFatal("%s", url.error().c_str());
        port = static_cast<quint16>(std::stoi(url->substr(url->rfind(':') + 1)));
        thread = std::thread([this] { http.run(); });
        company = *accounts.addCompany("한빛플라스틱", "");
        owner = addUser("owner@example.com", Owner);
    }
    ~Cloud() { stop(); }

    std::unique_ptr<server::CloudStore> openStore()
    {
#ifdef DURE_TEST_POSTGRES
        return server::openPostgresCloud(PostgresCloud::shared().freshDatabase(), 8, random);
#else
        server::prepareDataFolder(data);
        return server::openSqliteCloud(data, server::OpenedBy::Server, random);
#endif
    }
    void stop()
    {
        http.stop();
        if (thread.joinable())
            thread.join();
    }

    Uuid addUser(const std::string& email, std::uint8_t role)
    {
        return accounts.addUser(company, email, "사람", role, "correct horse")->id;
    }

    Uuid newId() { return makeUuidV7(clock.nowMs(), random); }

    RawReply signInReply(const std::string& email, const std::string& password, const Uuid& device)
    {
        const protocol::SignInRequest request{email, password, device, "사무실 PC", schemaVersion};
        return ask(port, "POST", "/v1/session", {}, QByteArray::fromStdString(encode(request)));
    }

    /// A token, or empty.
    QByteArray signIn(const std::string& email, const Uuid& device)
    {
        return signInReply(email, "correct horse", device).json()["token"].toString().toUtf8();
    }
    QByteArray signIn(const std::string& email = "owner@example.com") { return signIn(email, newId()); }

    static Headers headers(const QByteArray& token)
    {
        return {{"Authorization", "Bearer " + token}, {"Dure-Schema", QByteArray::number(schemaVersion)}};
    }
    QByteArray spacePath(const char* action) const
    {
        return "/v1/spaces/" + QByteArray::fromStdString(company.space.toString()) + "/" + action;
    }
    RawReply post(const QByteArray& token, const QByteArray& target, const std::string& body)
    {
        return ask(port, "POST", target, headers(token), QByteArray::fromStdString(body));
    }

    /// A push with one customer, made by `user`.
    protocol::PushRequest customerPush(const Uuid& user, const Uuid& incarnation, std::int64_t n, const Uuid& row,
        const std::string& name = "가온상사")
    {
        Mutation mutation{user, clock.nowMs(), "save_customer", {}, {}};
        Change change{TableId::Customer, row, 0, Op::Create, {}};
        change.fields.known.emplace_back(col::Customer::name, name);
        mutation.changes.push_back(change);
        const std::string body = protocol::encodeMutation(mutation);
        return {incarnation, "", clock.nowMs(), {{n, hashBytes(body), body}}};
    }
    RawReply pushCustomer(const QByteArray& token, std::int64_t n = 1)
    {
        return post(token, spacePath("push"), encode(customerPush(owner, incarnation, n, newId())));
    }

    QTemporaryDir folder;
    std::string data;
    MovableClock clock;
    server::OpenSslRandom random;
    std::unique_ptr<server::CloudStore> store;
    server::Accounts accounts;
    server::Sessions sessions;
    server::SpaceDirectory spaces;
    server::WatchHub watches;
    server::Metrics metrics;
    server::Api api;
    server::HttpServer http;
    quint16 port = 0;
    std::thread thread;
    server::Company company;
    Uuid owner;
    Uuid incarnation = newId();
};

} // namespace dure::test
