#pragma once
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <string>
#include <unistd.h>

/// A real PostgreSQL 15 of Debian's package in a temporary folder, on a Unix socket alone. It refuses to run as root,
/// so root hands it to the package's own user.
namespace dure::test {

class PostgresServer
{
public:
    /// Tests need no disk; what is measured does. Of what is measured no statement is logged.
    enum class Use : std::uint8_t { Tests, Figures };

    explicit PostgresServer(Use use = Use::Tests, const QString& place = QDir::tempPath() + "/dure-postgres-XXXXXX")
        : folder(place)
        , m_use(use)
    {
        if (!QFile::exists(program("initdb")))
            qFatal("postgresql-15 is missing (packaging/packages.txt)");
        const QString cluster = folder.filePath("cluster");
        if (::geteuid() == 0)
            run("/bin/chown", {"postgres", folder.path()});
        run(asOwner(),
            {"initdb", "--pgdata", cluster, "--auth", "trust", "--username", "postgres", "--encoding", "UTF8",
                "--locale", "C.UTF-8", "--no-sync"});
        start();
        execute("CREATE ROLE dure_owner LOGIN; CREATE ROLE dure_app LOGIN");
        execute("CREATE DATABASE dure OWNER dure_owner");
    }
    ~PostgresServer() { stop(); }

    void start()
    {
        m_process.setStandardErrorFile(folder.filePath("log"), QIODevice::Append);
        m_process.setStandardOutputFile(QProcess::nullDevice());
        launch(m_process, asOwner(),
            {"postgres", "-D", folder.filePath("cluster"), "-k", folder.path(), "-c", "listen_addresses=", "-c",
                m_use == Use::Tests ? "fsync=off" : "fsync=on", "-c",
                m_use == Use::Tests ? "log_statement=all" : "log_statement=none", "-c", "max_connections=60"});
        for (int tries = 0; tries < 300; ++tries) {
            QProcess ready;
            ready.start(program("pg_isready"), {"-h", folder.path(), "-q"});
            if (ready.waitForFinished(10'000) && ready.exitCode() == 0)
                return;
            QTest::qSleep(50);
        }
        qFatal("PostgreSQL did not start: %s", log().constData());
    }
    /// At once: who is connected is cut off.
    void stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        ::kill(static_cast<pid_t>(m_process.processId()), SIGINT);
        if (!m_process.waitForFinished(20'000))
            m_process.kill();
    }

    /// `who`: dure_app as servers sign in, dure_owner as whoever migrates.
    std::string url(const std::string& who, const std::string& database = "dure") const
    {
        return "postgresql://" + who + "@/" + database + "?host=" + folder.path().toStdString();
    }
    /// As the superuser.
    QByteArray execute(const QString& sql, const QString& database = "postgres") const
    {
        QProcess psql;
        psql.start(program("psql"),
            {"-h", folder.path(), "-U", "postgres", "-d", database, "-qAt", "-v", "ON_ERROR_STOP=1", "-c", sql});
        if (!psql.waitForFinished(30'000) || psql.exitCode() != 0)
            qFatal("psql: %s", psql.readAllStandardError().constData());
        return psql.readAllStandardOutput();
    }
    QByteArray log() const
    {
        QFile file(folder.filePath("log"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    int pid() const { return int(m_process.processId()); }

    QTemporaryDir folder;

private:
    static QString program(const QString& name) { return "/usr/lib/postgresql/15/bin/" + name; }
    /// The words before a program of the package; it dies with us.
    static QStringList asOwner()
    {
        QStringList words = {"/usr/bin/setpriv", "--pdeathsig", "INT"};
        if (::geteuid() == 0)
            words += {"--reuid", "postgres", "--regid", "postgres", "--clear-groups"};
        return words;
    }
    static void launch(QProcess& process, QStringList words, QStringList arguments)
    {
        arguments.prepend(program(arguments.takeFirst()));
        const QString first = words.takeFirst();
        process.setWorkingDirectory("/");
        process.start(first, words + arguments);
        if (!process.waitForStarted())
            qFatal("%s cannot be started", qPrintable(first));
    }
    static void run(const QStringList& words, const QStringList& arguments)
    {
        QProcess process;
        launch(process, words, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            qFatal("%s: %s", qPrintable(arguments.first()), process.readAllStandardError().constData());
    }
    static void run(const QString& tool, const QStringList& arguments)
    {
        if (QProcess::execute(tool, arguments) != 0)
            qFatal("%s failed", qPrintable(tool));
    }

    Use m_use;
    QProcess m_process;
};

/// What PostgreSQL itself logged of statements on spaces' tables that do not name the space, so that Citus could not
/// send them to one node. Those that tests forget on purpose say so in a comment.
inline QStringList statementsWithoutSpace(const QByteArray& log)
{
    static const QRegularExpression executed("execute s\\d+: ");
    static const QRegularExpression touches("\\b(FROM|INTO|UPDATE|JOIN)\\s+space_\\w+");
    static const QRegularExpression inserts("^INSERT INTO space_\\w+\\(space_id, ");
    static const QRegularExpression where("\\bspace_id = \\$\\d");
    QStringList wrong;
    int checked = 0;
    for (const QByteArray& line : log.split('\n')) {
        const QString sql = QString::fromUtf8(line).section(executed, 1);
        if (sql.isEmpty() || !touches.match(sql).hasMatch() || sql.contains("forgotten on purpose"))
            continue;
        ++checked;
        if (!inserts.match(sql).hasMatch() && !where.match(sql).hasMatch())
            wrong << sql;
    }
    if (checked < 1000)
        wrong << QString("only %1 statements were logged").arg(checked);
    return wrong;
}

} // namespace dure::test
