// A waiting request is answered when its space moves, when its time is over, and when the server stops.
#include "tests/sync/cloud_fixture.h"

using namespace dure;
using namespace dure::test;

class WatchTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<Cloud> cloud;
    QByteArray token;

    QByteArray watchBytes(const QByteArray& who, std::int64_t head, std::int64_t timeoutMs = 20'000)
    {
        const std::string body = encode(protocol::WatchRequest{{{cloud->company.space, head}}, timeoutMs});
        return requestBytes("POST", "/v1/watch", Cloud::headers(who), QByteArray::fromStdString(body));
    }
    std::int64_t movedTo(const RawReply& reply)
    {
        const auto message = protocol::decode<protocol::WatchReply>(reply.body.toStdString());
        if (reply.status != 200 || !message)
            return -1;
        const auto found = message->moved.find(cloud->company.space);
        return found == message->moved.end() ? 0 : found->second;
    }
    bool waiting(std::size_t count)
    {
        return QTest::qWaitFor([this, count] { return cloud->watches.size() == count; }, 3000);
    }

private Q_SLOTS:
    void init()
    {
        server::HttpOptions options = quickOptions();
        options.idleMs = 20'000;
        cloud = std::make_unique<Cloud>(options);
        token = cloud->signIn();
    }

    void a_push_wakes_the_other_pc()
    {
        const QByteArray watch = watchBytes(cloud->signIn(), 0); // a hash may take long; a silent connection is dropped
        RawConnection other(cloud->port);
        other.send(watch);
        QVERIFY(waiting(1));
        QCOMPARE(cloud->pushCustomer(token).status, 200);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(movedTo(other.receive()), 1);
        QVERIFY(clock.elapsed() < 1000);
        QVERIFY(waiting(0));
    }

    void a_head_that_lies_behind_is_answered_at_once()
    {
        QCOMPARE(cloud->pushCustomer(token).status, 200);
        RawConnection connection(cloud->port);
        connection.send(watchBytes(token, 0));
        QCOMPARE(movedTo(connection.receive(1000)), 1);
        connection.send(watchBytes(token, 1, 100));
        QCOMPARE(movedTo(connection.receive(1000)), 0);
    }

    void a_device_ahead_of_the_server_is_told_to_pull()
    {
        RawConnection connection(cloud->port);
        connection.send(watchBytes(token, 99));
        const RawReply reply = connection.receive(1000);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.contains(QByteArray::fromStdString(cloud->company.space.toString())));
    }

    void a_rejected_push_wakes_no_one()
    {
        RawConnection other(cloud->port);
        other.send(watchBytes(cloud->signIn(), 0, 400));
        QVERIFY(waiting(1));
        cloud->addUser("staff@example.com", Staff);
        QCOMPARE(cloud->pushCustomer(cloud->signIn("staff@example.com", cloud->newId())).status, 200);
        QCOMPARE(movedTo(other.receive()), 0);
    }

    void the_connection_serves_on_after_a_watch()
    {
        RawConnection connection(cloud->port);
        connection.send(watchBytes(token, 0, 50));
        QCOMPARE(movedTo(connection.receive()), 0);
        for (int i = 0; i < 3; ++i) {
            connection.send(requestBytes("GET", "/v1/session", Cloud::headers(token)));
            QCOMPARE(connection.receive().status, 200);
        }
    }

    void what_is_sent_while_waiting_is_answered_after_it()
    {
        RawConnection connection(cloud->port);
        connection.send(watchBytes(token, 0, 300));
        QVERIFY(waiting(1));
        connection.send(requestBytes("GET", "/health"));
        QCOMPARE(movedTo(connection.receive()), 0);
        QVERIFY(connection.receive().body.contains("ok"));
    }

    void a_client_that_went_away_is_noticed_while_it_waits()
    {
        {
            RawConnection connection(cloud->port);
            connection.send(watchBytes(token, 0));
            QVERIFY(waiting(1));
        }
        QVERIFY(waiting(0));
    }

    void a_device_waits_once()
    {
        RawConnection first(cloud->port);
        RawConnection second(cloud->port);
        first.send(watchBytes(token, 0));
        QVERIFY(waiting(1));
        second.send(watchBytes(token, 0));
        QCOMPARE(movedTo(first.receive(2000)), 0);
        QCOMPARE(cloud->watches.size(), 1U);
        QCOMPARE(cloud->pushCustomer(token).status, 200);
        QCOMPARE(movedTo(second.receive(2000)), 1);
    }

    void no_push_between_reading_and_waiting_is_missed()
    {
        // watchers and pushes race; whoever watched with an older head must hear of it
        std::vector<QByteArray> tokens;
        for (int i = 0; i < 4; ++i)
            tokens.push_back(cloud->signIn());
        for (int round = 1; round <= 20; ++round) {
            std::vector<std::unique_ptr<RawConnection>> watchers;
            std::thread pusher([&] { cloud->pushCustomer(token, round); });
            for (const QByteArray& each : tokens) {
                watchers.push_back(std::make_unique<RawConnection>(cloud->port));
                watchers.back()->send(watchBytes(each, round - 1));
            }
            pusher.join();
            for (const auto& watcher : watchers)
                QCOMPARE(movedTo(watcher->receive(3000)), round);
        }
    }

    void stopping_answers_all_who_wait_and_finishes_what_is_at_work()
    {
        std::vector<std::unique_ptr<RawConnection>> watchers;
        for (int i = 0; i < 100; ++i) {
            watchers.push_back(std::make_unique<RawConnection>(cloud->port));
            watchers.back()->send(watchBytes(cloud->signIn(), 0));
        }
        QVERIFY(waiting(100));
        RawConnection idle(cloud->port);
        QElapsedTimer clock;
        clock.start();
        cloud->stop();
        QVERIFY2(clock.elapsed() < 2500, qPrintable(QString::number(clock.elapsed())));
        for (const auto& watcher : watchers) {
            const RawReply reply = watcher->receive(1000);
            QCOMPARE(movedTo(reply), 0);
            QCOMPARE(reply.headers["connection"], QByteArray("close"));
        }
        QVERIFY(idle.isClosedWithin(1000));
        QVERIFY(!RawConnection(cloud->port).isConnected());
    }
};

QTEST_GUILESS_MAIN(WatchTest)
#include "watch_test.moc"
