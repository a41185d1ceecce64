#pragma once
#include "sync/client/profile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace dure::testing {

struct CliRun
{
    int exit = -1; ///< -1: it did not end by itself
    QString out, err;
    QJsonObject json; ///< with --json

    QString code() const { return json["error"]["code"].toString(); }
    /// One row of the table `key` whose first member has this value.
    QJsonObject row(const QString& key, const QString& member, const QString& value) const
    {
        for (const QJsonValue& each : json[key].toArray())
            if (each[member].toString() == value)
                return each.toObject();
        return {};
    }
};

/// A PC with a data folder of its own, on which dure-cli is run.
class CliPc
{
public:
    explicit CliPc(QString program = QStringLiteral(DURE_CLI))
        : m_program(std::move(program))
    { }

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString dataFolder() const { return path("data"); }

    /// A file to import.
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", qPrintable(file.fileName()));
        return file.fileName();
    }
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QProcess> start(const QStringList& words) const
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("TZ", "Asia/Seoul");
        environment.remove("https_proxy");
        process->setProcessEnvironment(environment);
        process->start(m_program, QStringList{"--data", dataFolder()} + words);
        return process;
    }

    CliRun run(const QStringList& words, const QByteArray& input = {}, qint64 fileSizeLimit = 0) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("TZ", "Asia/Seoul");
        environment.remove("https_proxy");
        process.setProcessEnvironment(environment);
        if (fileSizeLimit > 0)
            process.setChildProcessModifier([fileSizeLimit] { limitFileSize(fileSizeLimit); });
        process.start(m_program, QStringList{"--data", dataFolder()} + words);
        process.write(input);
        process.closeWriteChannel();
        return finish(process);
    }
    CliRun json(QStringList words, const QByteArray& input = {}) const { return run(words << "--json", input); }

    static CliRun finish(QProcess& process)
    {
        CliRun run;
        if (!process.waitForFinished(120'000)) {
            process.kill();
            process.waitForFinished();
            return run;
        }
        run.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        run.out = QString::fromUtf8(process.readAllStandardOutput());
        run.err = QString::fromUtf8(process.readAllStandardError());
        run.json = QJsonDocument::fromJson(run.out.toUtf8()).object();
        return run;
    }

    /// Starts a company without an account.
    void startLocal()
    {
        const CliRun run = json({"local", "한결플라스틱"});
        if (run.exit != 0)
            qFatal("local: %s", qPrintable(run.err));
        space = run.json["space"].toString();
    }
    QString companyFolder() const
    {
        return QString::fromStdString(
            client::companyFolder(dataFolder().toStdString(), *Uuid::fromString(space.toStdString())));
    }
    QString database() const { return QString::fromStdString(client::companyDatabase(companyFolder().toStdString())); }

    QString space; ///< of the company that is open

private:
    static void limitFileSize(qint64 bytes);

    QString m_program;
    QTemporaryDir m_folder;
};

inline QStringList northwindFiles()
{
    QStringList files;
    for (const char* name : {"customers", "products", "orders", "order-details"})
        files << QStringLiteral(DURE_SOURCE_DIR "/tests/data/northwind/%1.csv").arg(name);
    return files;
}

/// The totals under a list of orders.
inline QJsonObject orderTotals(const CliPc& pc)
{
    QJsonObject totals = pc.json({"list", "orders", "--totals", "--limit", "1"}).json;
    totals.remove("orders");
    return totals;
}

} // namespace dure::testing

#include <sys/resource.h>

inline void dure::testing::CliPc::limitFileSize(qint64 bytes)
{
    const rlimit limit{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
    setrlimit(RLIMIT_FSIZE, &limit);
}
