#pragma once
#include "tests/sync/raw_http.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

/// The real dure-server, started as its operator would.
namespace dure::test {

struct Outcome
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

inline Outcome runServerVerb(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(QStringLiteral(DURE_SERVER), arguments);
    process.write(input);
    process.closeWriteChannel();
    Outcome outcome;
    if (process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit)
        outcome.code = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

class ServerProcess
{
public:
    /// `limits`: shell words before the server, such as "ulimit -f 100;".
    explicit ServerProcess(const QString& data, const QStringList& options = {}, const QString& limits = {})
        : ServerProcess(QStringList{"--data", data} + options, limits)
    { }
    explicit ServerProcess(const QStringList& options, const QString& limits = {})
    {
        const QStringList serve = QStringList{"serve", "--listen", "127.0.0.1:0"} + options;
        if (limits.isEmpty())
            m_process.start(QStringLiteral(DURE_SERVER), serve);
        else
            m_process.start("/bin/sh", QStringList{"-c", limits + " exec \"$0\" \"$@\"", DURE_SERVER} + serve);
        while (!m_line.endsWith('\n') && m_process.waitForReadyRead(20'000))
            m_line += m_process.readAllStandardOutput();
        port = m_line.trimmed().mid(m_line.lastIndexOf(':') + 1).toUShort();
    }
    ~ServerProcess()
    {
        if (m_process.state() != QProcess::NotRunning)
            kill();
    }

    bool isListening() const { return port != 0; }
    QByteArray line() const { return m_line; }
    qint64 pid() const { return m_process.processId(); }
    QByteArray errors() { return m_process.readAllStandardError(); }
    void kill()
    {
        m_process.kill(); // SIGKILL: nothing is flushed or said
        m_process.waitForFinished(10'000);
    }
    /// SIGTERM; the exit code, or -1 if it did not end in time.
    int terminate(int timeoutMs = 10'000)
    {
        m_process.terminate();
        return m_process.waitForFinished(timeoutMs) && m_process.exitStatus() == QProcess::NormalExit
            ? m_process.exitCode()
            : -1;
    }

    quint16 port = 0;

private:
    QProcess m_process;
    QByteArray m_line;
};

} // namespace dure::test
