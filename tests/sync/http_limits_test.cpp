// What a hostile or broken client may send, over a real socket; after each the server goes on answering.
#include "tests/sync/cloud_fixture.h"

using namespace dure;
using namespace dure::test;

namespace {

/// Four times what a push may hold, in a few kilobytes.
std::string zstdBomb() { return protocol::compress(std::string(4 * protocol::maxPushBytes, ' ')); }

} // namespace

class HttpLimitsTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<Cloud> cloud;
    QByteArray token;

private Q_SLOTS:
    void initTestCase()
    {
        cloud = std::make_unique<Cloud>();
        token = cloud->signIn();
        QCOMPARE(token.size(), 64);
    }

    void cleanup() { QCOMPARE(ask(cloud->port, "GET", "/health").status, 200); }

    void bad_bodies_are_refused_by_name_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("body");
        const QByteArray id = QByteArray::fromStdString(cloud->incarnation.toString());
        const auto row = [](const char* name, const char* action, const QByteArray& body) {
            QTest::newRow(name) << QByteArray(action) << body;
        };
        row("not JSON", "push", quoted("{'incarnation':"));
        row("an array", "push", "[]");
        row("empty", "pull", "");
        row("text for a number", "push", quoted("{'incarnation':'" + id + "','epoch':'','now':'1','mutations':[]}"));
        row("a fraction for a number", "pull", quoted("{'epoch':'','limit':1.5,'cursors':{}}"));
        row("a negative cursor", "pull", quoted("{'epoch':'','cursors':{'customer':-1}}"));
        row("no UUID", "enrol", quoted("{'incarnation':'x','device_name':'y'}"));
        row("not UTF-8", "enrol", quoted("{'incarnation':'" + id + "','device_name':'\xff'}"));
        row("deeply nested", "push", QByteArray(1'000'000, '['));
        row("a long name", "enrol",
            quoted("{'incarnation':'" + id + "','device_name':'" + QByteArray(300, 'x') + "'}"));
    }
    void bad_bodies_are_refused_by_name()
    {
        QFETCH(QByteArray, action);
        QFETCH(QByteArray, body);
        const RawReply reply
            = ask(cloud->port, "POST", cloud->spacePath(action.constData()), Cloud::headers(token), body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.error(), QByteArray("bad_request"));
    }

    void a_mutation_nobody_can_read_is_rejected_and_the_rest_flows()
    {
        const Uuid incarnation = cloud->newId();
        protocol::PushRequest push = cloud->customerPush(cloud->owner, incarnation, 2, cloud->newId());
        push.mutations.insert(push.mutations.begin(), {1, 7, quoted("{'changes':[{'table':'ghost'}]}").toStdString()});
        const RawReply reply = cloud->post(token, cloud->spacePath("push"), encode(push));
        QCOMPARE(reply.status, 200);
        const auto results = protocol::decode<protocol::PushReply>(reply.body.toStdString())->results;
        QCOMPARE(results.size(), 2U);
        QVERIFY(results[0].status == protocol::ResultStatus::Rejected);
        QVERIFY(results[1].status == protocol::ResultStatus::Applied);
    }

    void numbers_out_of_order_are_told_what_comes_next()
    {
        const auto push = cloud->customerPush(cloud->owner, cloud->newId(), 5, cloud->newId());
        const RawReply reply = cloud->post(token, cloud->spacePath("push"), encode(push));
        QCOMPARE(reply.status, 409);
        QCOMPARE(reply.error(), QByteArray("gap"));
        QCOMPARE(reply.json()["expected"].toInt(), 1);
    }

    void unknown_paths_and_methods_say_so()
    {
        QCOMPARE(ask(cloud->port, "GET", "/").status, 404);
        QCOMPARE(ask(cloud->port, "GET", "/v1/spaces").status, 404);
        QCOMPARE(ask(cloud->port, "GET", "/v1/session/", Cloud::headers(token)).status, 404);
        const RawReply other = ask(cloud->port, "PUT", "/health");
        QCOMPARE(other.status, 405);
        QCOMPARE(other.headers["allow"], QByteArray("GET"));
        QCOMPARE(cloud->post(token, "/v1/spaces/not-a-uuid/pull", "{}").status, 400);
    }

    void too_long_a_header_is_cut_off()
    {
        const RawReply reply = ask(cloud->port, "GET", "/health", {{"X-Long", QByteArray(20'000, 'x')}});
        QCOMPARE(reply.status, 431);
        QCOMPARE(reply.headers["connection"], QByteArray("close"));
    }

    void too_long_a_body_is_refused_before_it_is_read()
    {
        RawConnection connection(cloud->port);
        connection.send("POST " + cloud->spacePath("push") + " HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer " + token
            + "\r\nContent-Length: 1000000000\r\n\r\n{");
        QCOMPARE(connection.receive().status, 413);
        QVERIFY(connection.isClosedWithin(5000));
    }

    void a_chunked_body_has_the_same_limit()
    {
        RawConnection connection(cloud->port);
        connection.send("POST " + cloud->spacePath("pull")
            + " HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n8000\r\n" + QByteArray(0x8000, ' ')
            + "\r\n0\r\n\r\n");
        QCOMPARE(connection.receive().status, 413);
    }

    void paths_that_take_no_body_refuse_one()
    {
        QCOMPARE(ask(cloud->port, "GET", "/health", {}, "surprise").status, 413);
        QCOMPARE(ask(cloud->port, "POST", "/nowhere", {}, "surprise").status, 404);
    }

    void a_zstd_bomb_is_refused()
    {
        Headers headers = Cloud::headers(token);
        headers.emplaceBack("Content-Encoding", "zstd");
        const RawReply reply
            = ask(cloud->port, "POST", cloud->spacePath("push"), headers, QByteArray::fromStdString(zstdBomb()));
        QCOMPARE(reply.status, 413);
        QCOMPARE(reply.error(), QByteArray("too_large"));
        QCOMPARE(ask(cloud->port, "POST", cloud->spacePath("push"), headers, "not zstd at all").status, 400);
    }

    void a_bomb_without_a_token_is_not_even_opened()
    {
        const RawReply reply = ask(cloud->port, "POST", cloud->spacePath("push"), {{"Content-Encoding", "zstd"}},
            QByteArray::fromStdString(zstdBomb()));
        QCOMPARE(reply.status, 401);
    }

    void other_encodings_are_refused()
    {
        Headers headers = Cloud::headers(token);
        headers.emplaceBack("Content-Encoding", "gzip");
        QCOMPARE(ask(cloud->port, "POST", cloud->spacePath("pull"), headers, "{}").status, 415);
    }

    void long_replies_are_compressed_for_those_who_can_read_them()
    {
        const Uuid incarnation = cloud->newId();
        for (int n = 1; n <= 20; ++n)
            QCOMPARE(cloud
                         ->post(token, cloud->spacePath("push"),
                             encode(cloud->customerPush(cloud->owner, incarnation, n, cloud->newId())))
                         .status,
                200);
        const QByteArray pull = quoted("{'epoch':'','cursors':{}}");
        Headers headers = Cloud::headers(token);
        const RawReply plain = ask(cloud->port, "POST", cloud->spacePath("pull"), headers, pull);
        QVERIFY(!plain.headers.contains("content-encoding"));
        headers.emplaceBack("Accept-Encoding", "gzip, zstd;q=0");
        QVERIFY(
            !ask(cloud->port, "POST", cloud->spacePath("pull"), headers, pull).headers.contains("content-encoding"));
        headers.last().second = "gzip, zstd";
        const RawReply packed = ask(cloud->port, "POST", cloud->spacePath("pull"), headers, pull);
        QCOMPARE(packed.headers["content-encoding"], QByteArray("zstd"));
        QVERIFY(packed.body.size() < plain.body.size() / 2);
        const auto opened = protocol::decompress(packed.body.toStdString(), protocol::maxReplyBytes);
        QVERIFY(opened.has_value());
        QCOMPARE(opened->size(), std::size_t(plain.body.size()));
    }

    void a_header_that_never_ends_is_dropped_even_when_dripped()
    {
        RawConnection connection(cloud->port);
        connection.send("GET /health HT");
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 3000 && !connection.isClosedWithin(50))
            if (!connection.send("T"))
                break;
        QVERIFY2(clock.elapsed() >= 200 && clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    }

    void a_connection_that_says_nothing_is_dropped()
    {
        RawConnection connection(cloud->port);
        QVERIFY(connection.isClosedWithin(2000));
    }

    void a_body_that_never_ends_is_dropped()
    {
        RawConnection connection(cloud->port);
        connection.send("POST " + cloud->spacePath("pull") + " HTTP/1.1\r\nHost: t\r\nContent-Length: 100\r\n\r\n{");
        QVERIFY(connection.isClosedWithin(2000));
    }

    void what_is_not_http_is_answered_and_dropped()
    {
        RawConnection connection(cloud->port);
        connection.send("\x16\x03\x01 hello, is this TLS?\r\n\r\n");
        QCOMPARE(connection.receive().status, 400);
        QVERIFY(connection.isClosedWithin(5000));
    }

    void a_length_and_chunks_together_are_refused()
    {
        RawConnection connection(cloud->port);
        connection.send(
            "POST /v1/session HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
            "0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n");
        QCOMPARE(connection.receive().status, 400);
    }

    void one_connection_serves_many_requests_also_sent_at_once()
    {
        RawConnection connection(cloud->port);
        const QByteArray health = requestBytes("GET", "/health");
        connection.send(health + health + requestBytes("GET", "/v1/session", Cloud::headers(token)) + health);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(connection.receive().status, 200);
        connection.send(health);
        QCOMPARE(connection.receive().status, 200);
    }

    void a_client_that_asks_before_a_long_body_is_told_to_go_on()
    {
        RawConnection connection(cloud->port);
        connection.send("POST /v1/session HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QTest::qWait(50);
        connection.send("{}");
        QCOMPARE(connection.receive().status, 400);
    }

    void clients_that_vanish_leave_nothing_behind()
    {
        for (int i = 0; i < 50; ++i) {
            RawConnection connection(cloud->port);
            connection.send(requestBytes(
                "POST", cloud->spacePath("pull"), Cloud::headers(token), quoted("{'epoch':'','cursors':{}}")));
        }
        // once is enough: QTRY asks again after its success, and may then count the last question's connection
        bool alone = false;
        const auto isAlone = [&] {
            alone = alone || ask(cloud->port, "GET", "/metrics").body.contains("\ndure_connections 1\n");
            return alone;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isAlone(), 3000);
    }

    void when_the_queue_is_full_requests_are_refused_and_not_kept_waiting()
    {
        server::HttpOptions options = quickOptions();
        options.workers = 1;
        options.maxQueued = 1;
        Cloud small(options);
        const QByteArray own = small.signIn();
        std::vector<std::unique_ptr<RawConnection>> crowd;
        const QByteArray signIn = QByteArray::fromStdString(
            encode(protocol::SignInRequest{"nobody@example.com", "x", small.newId(), "d", schemaVersion}));
        for (int i = 0; i < 20; ++i) { // each keeps the worker for a hash
            crowd.push_back(std::make_unique<RawConnection>(small.port));
            crowd.back()->send(requestBytes("POST", "/v1/session", {}, signIn));
        }
        int refused = 0;
        for (const auto& each : crowd) {
            const RawReply reply = each->receive();
            QVERIFY(reply.status != 0);
            refused += reply.status == 503 && reply.headers.contains("retry-after") ? 1 : 0;
        }
        QVERIFY2(refused >= 5, qPrintable(QString::number(refused)));
        QCOMPARE(ask(small.port, "GET", "/v1/session", Cloud::headers(own)).status, 200);
    }

    void above_the_cap_of_connections_new_ones_wait_for_a_place()
    {
        server::HttpOptions options = quickOptions();
        options.maxConnections = 4;
        Cloud small(options);
        std::vector<std::unique_ptr<RawConnection>> idle;
        for (int i = 0; i < 8; ++i)
            idle.push_back(std::make_unique<RawConnection>(small.port));
        QCOMPARE(ask(small.port, "GET", "/health").status, 200); // when silent ones have been dropped
    }
};

QTEST_GUILESS_MAIN(HttpLimitsTest)
#include "http_limits_test.moc"
