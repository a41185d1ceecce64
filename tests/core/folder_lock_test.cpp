#include "core/sqlite/folder_lock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using dure::sqlite::FolderLock;

class FolderLockTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string path() const { return m_folder.filePath(QTest::currentTestFunction()).toStdString(); }

    void write(const QByteArray& contents) const
    {
        QFile file(QString::fromStdString(path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(contents);
    }

private Q_SLOTS:
    void who_holds_it_is_named_to_the_second()
    {
        auto first = FolderLock::take(path(), "dure");
        QVERIFY(first.has_value());
        const auto second = FolderLock::take(path(), "dure-cli");
        QVERIFY(!second.has_value());
        QVERIFY(second.error().isHeld);
        QCOMPARE(second.error().holder.program, std::string("dure"));
        QCOMPARE(second.error().holder.process, static_cast<long long>(getpid()));
        QVERIFY(!second.error().holder.host.empty());
        first->reset();
        QVERIFY(FolderLock::take(path(), "dure-cli").has_value());
    }

    void a_killed_holder_lets_go()
    {
        std::array<int, 2> pipe{};
        QCOMPARE(::pipe(pipe.data()), 0);
        const pid_t child = fork();
        if (child == 0) {
            const auto held = FolderLock::take(path(), "dure");
            const char answer = held ? 'y' : 'n';
            if (::write(pipe[1], &answer, 1) == 1)
                pause();
            _exit(1);
        }
        char answer = 0;
        QCOMPARE(::read(pipe[0], &answer, 1), ssize_t(1));
        QCOMPARE(answer, 'y');
        QVERIFY(!FolderLock::take(path(), "dure-cli").has_value());
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        QVERIFY(FolderLock::take(path(), "dure-cli").has_value());
        ::close(pipe[0]);
        ::close(pipe[1]);
    }

    void what_a_power_cut_left_keeps_nobody_out_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("another holder's name") << QByteArray("1\ndure\nOFFICE-1\n");
        QTest::newRow("no text at all") << QByteArray(5000, '\xff');
    }
    void what_a_power_cut_left_keeps_nobody_out()
    {
        QFETCH(QByteArray, contents);
        write(contents);
        const auto taken = FolderLock::take(path(), "dure");
        QVERIFY(taken.has_value());
        QCOMPARE(FolderLock::take(path(), "dure-cli").error().holder.program, std::string("dure"));
    }

    void a_folder_that_is_not_there_is_an_error_and_held_by_nobody()
    {
        const auto taken = FolderLock::take(m_folder.filePath("no/such").toStdString(), "dure");
        QVERIFY(!taken.has_value());
        QVERIFY(!taken.error().isHeld);
        QVERIFY(taken.error().detail.find("no/such") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(FolderLockTest)
#include "folder_lock_test.moc"
