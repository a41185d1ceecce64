// dure-cli's lock and the desktop client's (QLockFile) are one.
#include "app/cli/folder_lock.h"

#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using dure::cli::FolderLock;

class FolderLockTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(QTest::currentTestFunction()); }
    std::string bytes() const { return path().toStdString(); }

    /// As the desktop client takes it.
    std::unique_ptr<QLockFile> desktopLock() const
    {
        auto lock = std::make_unique<QLockFile>(path());
        lock->setStaleLockTime(0);
        return lock;
    }

    void write(const QByteArray& contents) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(contents);
    }

    static qint64 deadProcess()
    {
        QProcess process;
        process.start("/bin/true", QStringList());
        process.waitForStarted();
        const qint64 id = process.processId();
        process.waitForFinished();
        return id;
    }

private Q_SLOTS:
    void what_the_desktop_client_holds_is_refused_and_its_holder_named()
    {
        const auto desktop = desktopLock();
        QVERIFY(desktop->tryLock(0));
        const auto taken = FolderLock::take(bytes());
        QVERIFY(!taken.has_value());
        QVERIFY(taken.error().isHeld);
        QCOMPARE(taken.error().holder.process, static_cast<long long>(getpid()));
        QCOMPARE(taken.error().holder.program, std::string("test_cli_folder_lock"));
        desktop->unlock();
        QVERIFY(FolderLock::take(bytes()).has_value());
    }

    void what_dure_cli_holds_is_refused_by_the_desktop_client()
    {
        auto taken = FolderLock::take(bytes());
        QVERIFY(taken.has_value());
        const auto desktop = desktopLock();
        QVERIFY(!desktop->tryLock(0));
        QCOMPARE(desktop->error(), QLockFile::LockFailedError);
        qint64 process = 0;
        QString host;
        QString program;
        QVERIFY(desktop->getLockInfo(&process, &host, &program));
        QCOMPARE(process, static_cast<qint64>(getpid()));
        QCOMPARE(program, QString("test_cli_folder_lock"));
        QVERIFY(!FolderLock::take(bytes()).has_value());
        taken->reset();
        QVERIFY(desktop->tryLock(0));
    }

    void what_a_dead_desktop_client_left_is_cleared()
    {
        write(QByteArray::number(deadProcess()) + "\ndure\nhost\n\n\n");
        QVERIFY(FolderLock::take(bytes()).has_value());
    }

    void a_living_process_of_that_number_does_not_bring_a_dead_holder_back()
    {
        // the number was given to another process since: nobody keeps the file locked
        write(QByteArray::number(getpid()) + "\ndure\nhost\n\n\n");
        QVERIFY(FolderLock::take(bytes()).has_value());
    }

    void what_a_dead_dure_cli_left_is_cleared_by_the_desktop_client()
    {
        QByteArray contents;
        {
            const auto taken = FolderLock::take(bytes());
            QFile file(path());
            QVERIFY(file.open(QIODevice::ReadOnly));
            contents = file.readAll();
        }
        QVERIFY(contents.startsWith(QByteArray::number(getpid()) + "\n"));
        contents.replace(0, contents.indexOf('\n'), QByteArray::number(deadProcess()));
        write(contents);
        QVERIFY(desktopLock()->tryLock(0));
    }

    void an_empty_file_counts_as_held_until_it_is_old()
    {
        write({});
        QVERIFY(!FolderLock::take(bytes()).has_value());
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(FolderLock::take(bytes()).has_value());
    }
};

QTEST_GUILESS_MAIN(FolderLockTest)
#include "folder_lock_test.moc"
