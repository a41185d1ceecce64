// Where backups lie when several PCs of a company choose one folder, and what wiping one of them leaves to the others.
#include "sync/client/backup_places.h"
#include "sync/client/profile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

using namespace dure;
using namespace dure::client;

namespace {

namespace fs = std::filesystem;

const Uuid space = Uuid::fromString("018f0000-0000-7000-8000-000000000001").value();

/// A PC's data folder with the company in it.
struct DataFolder
{
    QTemporaryDir folder;
    std::string path = folder.path().toStdString();

    explicit DataFolder(char pc)
    {
        fs::create_directories(companyFolder(path, space));
        Profile profile;
        profile.device = Uuid::fromString(std::string("018f0000-0000-7000-8000-00000000000") + pc).value();
        if (!saveProfile(path, profile))
            qFatal("no room for a test's file");
    }
    std::string backup(const char* name = "dure-20261123-180203.db") const
    {
        const std::string file = (fs::path(backupFolder(path, space)) / name).string();
        QFile made(QString::fromStdString(file));
        return made.open(QIODevice::WriteOnly) ? file : std::string();
    }
};

} // namespace

class BackupPlacesTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_shared;
    std::string shared() const { return m_shared.path().toStdString(); }

private Q_SLOTS:
    void cleanup()
    {
        for (const auto& each : fs::directory_iterator(shared()))
            fs::remove_all(each.path());
    }

    void each_pc_has_its_own_part_of_a_shared_folder_and_sees_the_others()
    {
        DataFolder a('a'), b('b');
        QVERIFY(chooseBackupFolder(a.path, space, shared()));
        QVERIFY(chooseBackupFolder(b.path, space, shared()));
        QVERIFY(backupFolder(a.path, space) != backupFolder(b.path, space));
        QCOMPARE(backupFolder(a.path, space), backupFolder(a.path, space)); // made once
        const auto seen = backupFolders(a.path, space);
        QVERIFY(std::ranges::find(seen, backupFolder(b.path, space)) != seen.end());
        const auto own = ownBackupFolders(a.path, space);
        QVERIFY(std::ranges::find(own, backupFolder(b.path, space)) == own.end());
    }

    void wiping_one_pc_leaves_the_backups_of_the_others()
    {
        DataFolder a('a'), b('b');
        QVERIFY(chooseBackupFolder(a.path, space, shared()));
        QVERIFY(chooseBackupFolder(b.path, space, shared()));
        const std::string ofA = a.backup(), ofB = b.backup();
        wipeBackups(a.path, space);
        QVERIFY(!fs::exists(ofA));
        QVERIFY(fs::exists(ofB));
        wipeBackups(b.path, space);
        QVERIFY(!fs::exists(ofB));
        QVERIFY(fs::is_empty(shared())); // the last one leaves nothing
    }

    void what_was_to_be_wiped_of_a_stick_is_gone_before_new_backups_are_made_there()
    {
        DataFolder pc('a');
        const fs::path stick = fs::path(shared()) / "stick", away = fs::path(shared()) / "away";
        fs::create_directories(stick);
        QVERIFY(chooseBackupFolder(pc.path, space, stick.string()));
        const std::string old = pc.backup("dure-20261101-180000.db");
        fs::rename(stick, away); // taken out
        wipeBackups(pc.path, space);
        fs::rename(away, stick);
        QVERIFY(chooseBackupFolder(pc.path, space, stick.string())); // signed in again, the same folder
        QVERIFY(!fs::exists(old));
        const std::string fresh = pc.backup();
        finishBackupWipes(pc.path); // at the next start
        QVERIFY(fs::exists(fresh));
    }
};

QTEST_APPLESS_MAIN(BackupPlacesTest)
#include "backup_places_test.moc"
