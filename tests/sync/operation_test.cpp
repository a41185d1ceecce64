// What stands between the internet and the server: TLS, its renewal at work, and nginx with the example's settings.
#include "tests/support/pc.h"
#include "tests/sync/server_process.h"

#include <QFile>
#include <QTemporaryDir>

#include <utility>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <csignal>

using namespace dure;
using namespace dure::test;

namespace {

namespace net = boost::asio;
namespace http = boost::beast::http;

/// A connection that shows who answers, without asking who that should be.
class TlsConnection
{
public:
    /// Throws boost::system::system_error if the two agree on nothing.
    explicit TlsConnection(quint16 port, int newestVersion = TLS1_3_VERSION)
    {
        SSL_CTX_set_max_proto_version(m_context.native_handle(), newestVersion);
        SSL_CTX_set_security_level(m_context.native_handle(), 0); // so that it is the server who refuses
        m_stream.emplace(m_io, m_context);
        m_stream->lowest_layer().connect({net::ip::make_address("127.0.0.1"), port});
        m_stream->handshake(net::ssl::stream_base::client);
    }

    QString servedBy()
    {
        X509* certificate = SSL_get_peer_certificate(m_stream->native_handle());
        char name[200] = {};
        X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name, sizeof name);
        X509_free(certificate);
        return QString::fromLatin1(name);
    }

    unsigned get(const char* target) { return ask({http::verb::get, target, 11}); }
    unsigned ask(http::request<http::string_body> request)
    {
        request.set(http::field::host, "localhost");
        request.prepare_payload();
        http::write(*m_stream, request);
        http::response<http::string_body> reply;
        http::read(*m_stream, m_buffer, reply);
        return reply.result_int();
    }

private:
    net::io_context m_io;
    net::ssl::context m_context{net::ssl::context::tls_client};
    std::optional<net::ssl::stream<net::ip::tcp::socket>> m_stream;
    boost::beast::flat_buffer m_buffer;
};

quint16 freePort()
{
    net::io_context io;
    const net::ip::tcp::acceptor probe(io, {net::ip::make_address("127.0.0.1"), 0});
    return probe.local_endpoint().port();
}

/// The real nginx with the example's file, in which only the places are others.
class Nginx
{
public:
    Nginx(const QDir& folder, quint16 serverPort)
        : port(freePort())
    {
        QFile example(QStringLiteral(DURE_SOURCE_DIR "/packaging/nginx/dure.conf"));
        if (!example.open(QIODevice::ReadOnly))
            return;
        QByteArray site = example.readAll();
        const auto put = [&site](const char* from, const QByteArray& to) {
            QVERIFY2(site.contains(from), from);
            site.replace(from, to);
        };
        put("server 127.0.0.1:8080;", "server 127.0.0.1:" + QByteArray::number(serverPort) + ";");
        put("listen 443 ssl;", "listen 127.0.0.1:" + QByteArray::number(port) + " ssl;");
        put("/etc/dure/cloud.pem", folder.filePath("cloud.pem").toUtf8());
        put("/etc/dure/cloud.key", folder.filePath("cloud.key").toUtf8());
        write(folder.filePath("site.conf"), site);
        QByteArray places;
        for (const char* what : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
            places += QByteArray(what) + "_temp_path " + what + ";\n";
        write(folder.filePath("nginx.conf"),
            (::geteuid() == 0 ? QByteArray("user root;\n") : QByteArray())
                + "daemon off; pid nginx.pid; error_log error.log;\nevents {}\nhttp {\naccess_log off;\n" + places
                + "include site.conf;\n}\n");
        m_process.setWorkingDirectory(folder.path());
        m_process.start("/usr/sbin/nginx",
            {"-p", folder.path(), "-c", folder.filePath("nginx.conf"), "-e", folder.filePath("error.log")});
        if (!m_process.waitForStarted())
            return;
        for (int tries = 0; tries < 100 && !isUp; ++tries) {
            isUp = RawConnection(port).isConnected();
            QTest::qWait(50);
        }
    }
    ~Nginx()
    {
        m_process.terminate();
        m_process.waitForFinished(10'000);
    }
    QByteArray errors() { return m_process.readAllStandardError(); }

    quint16 port = 0;
    bool isUp = false;

private:
    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QProcess m_process;
};

} // namespace

class OperationTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder;

    QString path(const char* name) const { return folder->filePath(name); }
    QStringList tlsOptions() const { return {"--tls-cert", path("cloud.pem"), "--tls-key", path("cloud.key")}; }

    /// A certificate of its own for this machine, in place of the one before.
    void certify(const QString& name) const
    {
        const int code = QProcess::execute("openssl",
            {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", "/CN=" + name, "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost", "-keyout",
                path("cloud.key"), "-out", path("cloud.pem"), "-batch"});
        QCOMPARE(code, 0);
    }
    static void reload(const ServerProcess& server) { ::kill(static_cast<pid_t>(server.pid()), SIGHUP); }

private Q_SLOTS:
    void initTestCase() { client::initializeHttpThreads(4); }
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        certify("first.example");
    }

    void it_is_spoken_from_1_2_on()
    {
        ServerProcess server(path("data"), tlsOptions());
        QVERIFY(server.line().contains("https://"));
        TlsConnection connection(server.port);
        QCOMPARE(connection.servedBy(), QString("first.example"));
        QCOMPARE(connection.get("/health"), 200U);
        QCOMPARE(TlsConnection(server.port, TLS1_2_VERSION).get("/health"), 200U);
        QVERIFY_EXCEPTION_THROWN(TlsConnection(server.port, TLS1_1_VERSION), boost::system::system_error);
        QCOMPARE(ask(server.port, "GET", "/health").status, 0); // not in the clear
        QCOMPARE(server.terminate(), 0);
    }

    void a_client_asks_whom_it_speaks_to()
    {
        ServerProcess server(path("data"), tlsOptions());
        const std::string url = "https://127.0.0.1:" + std::to_string(server.port);
        QCOMPARE(client::makeHttpTransport({url, {}, {}})->sendAndWait({"GET", "/health", {}}).status, 0);
        const auto trusting = client::makeHttpTransport({url, path("cloud.pem").toStdString(), {}});
        QCOMPARE(trusting->sendAndWait({"GET", "/health", {}}).status, 200);
    }

    void a_renewed_certificate_is_taken_up_at_work()
    {
        ServerProcess server(path("data"), tlsOptions());
        TlsConnection old(server.port);
        QCOMPARE(old.get("/health"), 200U);
        certify("second.example");
        QCOMPARE(TlsConnection(server.port).servedBy(), QString("first.example")); // not before it is told
        reload(server);
        QTRY_COMPARE(TlsConnection(server.port).servedBy(), QString("second.example"));
        QCOMPARE(old.get("/health"), 200U); // who is connected stays so
        QCOMPARE(TlsConnection(server.port).get("/health"), 200U);
        QCOMPARE(server.terminate(), 0);
        QVERIFY(server.errors().contains("certificate_reloaded"));
    }

    void a_broken_renewal_changes_nothing_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("key");
        certify("other.example");
        QFile other(path("cloud.pem"));
        QVERIFY(other.open(QIODevice::ReadOnly));
        const QByteArray others = other.readAll();
        QTest::newRow("cut off") << others.left(100) << QByteArray();
        QTest::newRow("no key") << QByteArray() << QByteArray("-");
        QTest::newRow("another one's certificate") << others << QByteArray();
    }
    void a_broken_renewal_changes_nothing()
    {
        QFETCH(QByteArray, certificate);
        QFETCH(QByteArray, key);
        ServerProcess server(path("data"), tlsOptions());
        for (const auto& [name, bytes] : {std::pair("cloud.pem", certificate), std::pair("cloud.key", key)}) {
            QFile file(path(name));
            QVERIFY(bytes.isEmpty() || (file.open(QIODevice::WriteOnly) && file.write(bytes) > 0));
        }
        reload(server);
        QByteArray errors;
        QTRY_VERIFY((errors += server.errors()).contains("certificate_not_reloaded"));
        TlsConnection connection(server.port);
        QCOMPARE(connection.servedBy(), QString("first.example"));
        QCOMPARE(connection.get("/health"), 200U);
        const Outcome again
            = runServerVerb(QStringList{"serve", "--data", path("more"), "--listen", "127.0.0.1:0"} + tlsOptions());
        QCOMPARE(again.code, 1);
        QVERIFY2(again.err.contains("the TLS certificate or key"), again.err);
    }

    void a_hangup_does_not_end_a_server_without_tls()
    {
        ServerProcess server(path("data"));
        reload(server);
        QByteArray errors;
        QTRY_VERIFY((errors += server.errors()).contains("certificate_reloaded"));
        QCOMPARE(ask(server.port, "GET", "/health").status, 200);
        QCOMPARE(server.terminate(), 0);
    }

    void two_pcs_work_through_nginx()
    {
        const QString data = path("data");
        const std::string made = testing::addCompany(
            DURE_SERVER, data.toStdString(), "한빛플라스틱", "kim@example.com", "correct horse battery");
        QVERIFY(!made.empty());
        ServerProcess server(data);
        Nginx nginx(QDir(folder->path()), server.port);
        QVERIFY2(nginx.isUp, nginx.errors());
        qputenv("SSL_CERT_FILE", path("cloud.pem").toUtf8()); // the authority that these PCs trust
        const std::string url = "https://127.0.0.1:" + std::to_string(nginx.port);
        const auto pc = [&](const char* name, std::uint64_t seed) {
            return std::make_unique<testing::Pc>(
                path(name).toStdString(), url, "kim@example.com", "correct horse battery", seed);
        };
        const auto here = pc("here", 1);
        const auto there = pc("there", 2);
        QVERIFY2(here->failure().empty() && there->failure().empty(), here->failure().c_str());
        QVERIFY(here->sync().complete && there->sync().complete);
        std::thread other([&] { // its watch is answered at once through the proxy
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            commands::CustomerInput input;
            input.customer.name = "가온상사";
            (void)here->commands().saveCustomer(input);
            here->sync();
        });
        QElapsedTimer clock;
        clock.start();
        const bool isTold = there->awaitChange(20'000);
        const qint64 toldMs = clock.elapsed();
        other.join();
        QVERIFY(isTold);
        QVERIFY2(toldMs < 10'000, qPrintable(QString::number(toldMs)));
        there->sync();
        QCOMPARE(there->count("SELECT count(*) FROM customer WHERE name = '가온상사'"), std::int64_t{1});

        TlsConnection browser(nginx.port);
        QCOMPARE(browser.get("/health"), 200U);
        QCOMPARE(browser.get("/metrics"), 404U); // the operator's alone
        qunsetenv("SSL_CERT_FILE");
    }

    void behind_nginx_a_caller_cannot_name_another_address()
    {
        ServerProcess server(path("data"));
        Nginx nginx(QDir(folder->path()), server.port);
        QVERIFY2(nginx.isUp, nginx.errors());
        const auto guess = [&](int number) {
            const QByteArray body = quoted("{'email':'a" + QByteArray::number(number)
                + "@example.com','password':'x','device':'00000000-0000-7000-8000-000000000001','device_name':'PC'}");
            http::request<http::string_body> request(http::verb::post, "/v1/session", 11, body.toStdString());
            request.set("X-Forwarded-For", "203.0.113." + std::to_string(number));
            return TlsConnection(nginx.port).ask(std::move(request));
        };
        QCOMPARE(guess(1), 401U);
        unsigned last = 0;
        for (int number = 2; number < 200 && last != 429; ++number)
            last = guess(number);
        QCOMPARE(last, 429U);
    }
};

QTEST_GUILESS_MAIN(OperationTest)
#include "operation_test.moc"
