// The rules of style that matter are a test: what each target may include, how long files and functions are, and calls
// that have no place in a layer.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace {

struct Source
{
    QString path; ///< from the root, "core/domain/date.cpp"
    QStringList lines;
};

QList<Source> readSources(const QStringList& folders)
{
    QList<Source> sources;
    const QDir root(QStringLiteral(DURE_SOURCE_DIR));
    for (const QString& folder : folders) {
        QDirIterator it(root.filePath(folder), {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s cannot be read", qPrintable(file.fileName()));
            sources.append({root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()).split('\n')});
        }
    }
    return sources;
}

/// One row of ARCHITECTURE.md's target table. `libraries` are prefixes of <…> includes beyond the standard library.
struct Target
{
    QString folder;
    QStringList own;
    QStringList libraries;
};

const QStringList coreAll = {"core/domain/", "core/sqlite/", "core/storage/", "core/commands/", "core/documents/",
    "core/reports/", "core/exchange/", "core/intake/"};

QList<Target> targets()
{
    return {
        {"core/domain/", {"core/domain/"}, {}},
        {"core/sqlite/", {"core/sqlite/"}, {"sqlite3.h"}},
        {"core/storage/", {"core/domain/", "core/sqlite/", "core/reports/", "core/storage/"}, {}},
        {"core/commands/", {"core/domain/", "core/sqlite/", "core/storage/", "core/commands/"}, {}},
        {"core/documents/", {"core/domain/", "core/documents/"}, {}},
        {"core/reports/", {"core/domain/", "core/reports/"}, {}},
        {"core/exchange/", {"core/domain/", "core/exchange/"},
            {"zip.h", "expat.h", "xlsxwriter", "freexl.h", "iconv.h", "windows.h"}},
        {"core/intake/",
            {"core/domain/", "core/sqlite/", "core/storage/", "core/commands/", "core/exchange/", "core/intake/"}, {}},
        {"sync/protocol/", {"core/domain/", "sync/protocol/"}, {"rapidjson/", "zstd.h"}},
        {"sync/merge/", {"core/domain/", "sync/merge/"}, {}},
        {"sync/client/", coreAll + QStringList{"sync/protocol/", "sync/merge/", "sync/client/", "dure_version.h"},
            {"rapidjson/"}},
        {"sync/server/",
            {"core/domain/", "core/sqlite/", "sync/protocol/", "sync/merge/", "sync/server/", "dure_version.h"},
            {"boost/", "openssl/", "argon2.h", "libpq-fe.h", "rapidjson/", "sys/", "unistd.h", "signal.h", "fcntl.h",
                "pthread.h"}},
        {"app/cli/",
            coreAll + QStringList{"sync/protocol/", "sync/merge/", "sync/client/", "app/cli/", "dure_version.h"},
            {"rapidjson/", "sys/", "unistd.h", "termios.h", "signal.h", "fcntl.h"}},
    };
}

const QRegularExpression includeLine(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));

bool isStandard(const QString& header)
{
    static const QRegularExpression plain(QStringLiteral("^(c?[a-z_0-9]+)$"));
    return plain.match(header).hasMatch();
}

QString problemOf(const Target& target, const QString& path, bool quoted, const QString& header)
{
    const auto startsWithAny = [&](const QStringList& prefixes) {
        return std::any_of(prefixes.begin(), prefixes.end(), [&](const QString& p) { return header.startsWith(p); });
    };
    if (quoted && startsWithAny(target.own))
        return {};
    // cpprestsdk lives in one file
    if (path == "sync/client/http_transport.cpp"
        && (header.startsWith("cpprest/") || header.startsWith("pplx/") || header.startsWith("boost/asio/ssl")))
        return {};
    // and so does the system's lock on a file
    if (path == "core/sqlite/folder_lock.cpp" && QStringList{"fcntl.h", "sys/file.h", "unistd.h"}.contains(header))
        return {};
    // and the hash of files in another
    if (path == "core/domain/blob.cpp" && header == "openssl/evp.h")
        return {};
    if (!quoted && (isStandard(header) || startsWithAny(target.libraries)))
        return {};
    return header;
}

} // namespace

class TidyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void each_target_includes_only_what_the_table_allows()
    {
        QStringList problems;
        for (const Target& target : targets()) {
            for (const Source& source : readSources({target.folder})) {
                for (const QString& line : source.lines) {
                    const auto match = includeLine.match(line);
                    if (!match.hasMatch())
                        continue;
                    const QString problem
                        = problemOf(target, source.path, match.captured(1) == "\"", match.captured(2));
                    if (!problem.isEmpty())
                        problems << source.path + " includes " + problem;
                }
            }
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join('\n')));
    }

    void qt_is_included_by_app_and_tests_alone()
    {
        static const QRegularExpression qt(QStringLiteral("#\\s*include\\s*[<\"]Q[A-Za-z]+"));
        for (const Source& source : readSources({"core", "sync", "app/cli"}))
            QVERIFY2(!source.lines.join('\n').contains(qt), qPrintable(source.path));
    }

    void sqlite_is_known_to_one_folder()
    {
        for (const Source& source : readSources({"core", "sync", "app"}))
            if (!source.path.startsWith("core/sqlite/"))
                QVERIFY2(!source.lines.join('\n').contains("sqlite3_"), qPrintable(source.path));
    }

    void files_stay_under_500_lines()
    {
        QStringList problems;
        for (const Source& source : readSources({"core", "sync", "app", "tests"}))
            if (source.lines.size() > 501)
                problems << QStringLiteral("%1: %2 lines").arg(source.path).arg(source.lines.size() - 1);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join('\n')));
    }

    void functions_stay_about_a_screen_long()
    {
        // a body opens with "{" in the first column and closes with "}" there; clang-format sees to that
        QStringList problems;
        for (const Source& source : readSources({"core", "sync", "app"})) {
            int opened = -1;
            for (int i = 0; i < source.lines.size(); ++i) {
                if (source.lines[i] == "{")
                    opened = i;
                if (source.lines[i] == "}" && opened >= 0) {
                    if (i - opened - 1 > 75)
                        problems << QStringLiteral("%1:%2: %3 lines").arg(source.path).arg(opened).arg(i - opened - 1);
                    opened = -1;
                }
            }
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join('\n')));
    }

    void money_and_quantities_are_never_floating_point()
    {
        static const QRegularExpression floating(
            QStringLiteral("\\b(double|float)\\b[^;]*(price|amount|won|tax|qty|quantity|total)"),
            QRegularExpression::CaseInsensitiveOption);
        for (const Source& source : readSources({"core", "sync"}))
            for (int i = 0; i < source.lines.size(); ++i)
                QVERIFY2(!source.lines[i].contains(floating),
                    qPrintable(QStringLiteral("%1:%2").arg(source.path).arg(i + 1)));
    }

    void the_window_never_waits_in_a_nested_loop()
    {
        static const QRegularExpression waiting(
            QStringLiteral("processEvents|QEventLoop|QThread::m?u?sleep|waitForFinished"));
        for (const Source& source : readSources({"app"}))
            if (!source.path.startsWith("app/cli/") && !source.path.startsWith("app/gallery/")
                && !source.path.contains("screenshots") // pictures wait for what they show
                && source.path != "app/safety/backup_desk.cpp") // at the end, for a copy that was told to stop
                QVERIFY2(!source.lines.join('\n').contains(waiting), qPrintable(source.path));
    }

    void clocks_and_randomness_come_in_from_outside()
    {
        static const QRegularExpression own(
            QStringLiteral("system_clock::now|steady_clock::now|std::random_device|\\btime\\(nullptr\\)"));
        for (const Source& source : readSources({"core", "sync/protocol", "sync/merge", "sync/client"}))
            QVERIFY2(!source.lines.join('\n').contains(own), qPrintable(source.path));
    }

    void names_say_what_things_do()
    {
        static const QRegularExpression hollow(QStringLiteral("(manager|helper|utils?|common|misc)[^/]*\\.(h|cpp)$"));
        for (const Source& source : readSources({"core", "sync", "app", "tests"}))
            QVERIFY2(!source.path.contains(hollow), qPrintable(source.path));
    }
};

QTEST_APPLESS_MAIN(TidyTest)
#include "tidy_test.moc"
