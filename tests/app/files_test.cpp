// 첨부 파일: added, looked at, saved as a copy, removed: in a real window, on a company in a file.
#include "app/files/file_preview.h"
#include "app/files/file_reading.h"
#include "app/files/files_model.h"
#include "app/files/files_page.h"
#include "app/products/product_list_page.h"
#include "app/widgets/key_button.h"
#include "app/widgets/ledger_table.h"
#include "masters_office.h"

#include <QFileDialog>
#include <QPainter>
#include <QSignalSpy>

#include <future>

using namespace dure;
using namespace dure::app;

namespace {

struct Office : MastersOffice
{
    QTemporaryDir outside;
    Uuid product = company.product("500ml 용기", "PB-0500", 98);

    FilesPage* page() const { return qobject_cast<FilesPage*>(window->currentPage()); }
    const QAbstractItemModel& files() const { return *page()->table().model(); }
    QString cell(int row, int column) const { return files().index(row, column).data().toString(); }

    QString written(const QString& name, const QByteArray& bytes)
    {
        QFile file(outside.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no room for a test's file");
        return file.fileName();
    }
    QString photo(const QString& name = QStringLiteral("사진.png"))
    {
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(QColor(200, 40, 40));
        const QString path = outside.filePath(name);
        image.save(path, "PNG");
        return path;
    }
    QString drawing() { return written(QStringLiteral("도면.pdf"), "%PDF-1.7\nnothing that is drawn\n"); }
    void open()
    {
        window->goTo(QStringLiteral("products"));
        places->showFiles(TableId::Product, product);
        QTRY_VERIFY(page() && !page()->subtitle().isEmpty());
    }
    void add(const QString& path)
    {
        const int before = files().rowCount();
        company.clock.setNow(company.clock.nowMs() + 1000); // they are listed by time
        page()->add({path});
        QTRY_COMPARE(files().rowCount(), before + 1);
    }
    std::vector<storage::AttachedFile> kept()
    {
        return company.read([id = product](Reader& r) { return r.attachments().files(TableId::Product, id); });
    }
};

} // namespace

class FilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareMastersTests(m_theme); }

    void a_photo_and_a_drawing_are_added_and_looked_at()
    {
        Office office;
        office.open();
        QCOMPARE(office.files().rowCount(), 0);
        office.add(office.photo());
        QTRY_VERIFY(office.page()->preview().hasPicture());
        QCOMPARE(office.cell(0, 0), QStringLiteral("사진.png"));
        QVERIFY(office.page()->strip().text().contains(QStringLiteral("사진.png")));
        office.add(office.drawing());
        QTRY_COMPARE(office.page()->table().currentRow(), 1); // what was added is chosen
        QTRY_VERIFY(office.page()->preview().words().contains(QStringLiteral("도면.pdf")));
        office.page()->table().setFocus();
        office.press(Qt::Key_Up);
        QTRY_VERIFY(office.page()->preview().hasPicture());
        const auto kept = office.kept();
        QCOMPARE(kept.size(), std::size_t{2});
        QVERIFY(kept[0].attachment.kind == AttachmentKind::Photo);
        QVERIFY(kept[1].attachment.kind == AttachmentKind::Drawing);
        QVERIFY(namelessFields(*office.page()).isEmpty());
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        const auto detail = office.company.read([id = office.product](Reader& r) { return r.products().detail(id); });
        QCOMPARE(detail->files, std::int64_t{2});
    }

    void several_are_added_one_after_the_other_until_one_is_not_taken()
    {
        Office office;
        office.open();
        office.page()->add({office.photo(QStringLiteral("1.png")), office.drawing(),
            office.written(QStringLiteral("3.txt"), "words"), office.photo(QStringLiteral("4.png"))});
        QTRY_VERIFY(office.page()->strip().text().contains(QStringLiteral("3.txt")));
        QTRY_COMPARE(office.files().rowCount(), 2);
        QTest::qWait(100);
        QCOMPARE(office.files().rowCount(), 2);
    }

    void what_was_chosen_is_added_before_the_page_closes()
    {
        Office office;
        office.open();
        QStringList paths;
        for (int i = 0; i < 8; ++i)
            paths += office.photo(QString::number(i) + ".png");
        office.page()->add(paths);
        office.page()->table().setFocus();
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.kept().size(), std::size_t{8});
    }

    void what_is_not_taken_says_why_and_leaves_nothing()
    {
        Office office;
        office.open();
        const QString large = office.written(QStringLiteral("large.pdf"), "%PDF-1.7");
        QVERIFY(QFile(large).resize(11 * 1024 * 1024));
        for (const QString& path : {large, office.written(QStringLiteral("empty.pdf"), {}),
                 office.written(QStringLiteral("page.svg"), "<svg onload='x()'/>"),
                 office.outside.filePath(QStringLiteral("missing.png")), office.outside.path()}) {
            office.page()->strip().clear();
            office.page()->add({path});
            QTRY_VERIFY(office.page()->strip().text().contains(QFileInfo(path).fileName()));
        }
        QVERIFY(office.kept().empty());
    }

    void delete_removes_and_undo_brings_back()
    {
        Office office;
        office.open();
        office.add(office.photo());
        office.page()->table().setFocus();
        office.press(Qt::Key_Delete);
        QTRY_COMPARE(office.files().rowCount(), 0);
        QTRY_VERIFY(!office.page()->preview().hasPicture());
        QTRY_VERIFY(office.page()->strip().text().contains(QStringLiteral("사진.png")));
        office.page()->table().setFocus();
        office.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.files().rowCount(), 1);
        QTRY_VERIFY(office.page()->preview().hasPicture());
    }

    void a_file_that_is_in_the_cloud_is_asked_for_and_shown_when_it_comes()
    {
        Office office;
        office.open();
        office.add(office.photo());
        QTRY_VERIFY(office.page()->preview().hasPicture());
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        // as on a PC that has the row alone
        const storage::AttachedFile file = office.kept().at(0);
        const std::string bytes = *office.company.read(
            [hash = file.blob.hash](Reader& r) { return storage::BlobStore(r.db()).read(hash); });
        std::promise<void> gone;
        office.company.data->post([&gone](storage::SpaceDatabase& space) {
            space.db().execute("DELETE FROM blob_piece; UPDATE blob SET held = 0, place = 0");
            gone.set_value();
        });
        gone.get_future().wait();
        QSignalSpy wanted(office.places.get(), &WorkPlaces::fileWanted);
        office.open();
        QTRY_COMPARE(wanted.count(), 1);
        QVERIFY(wanted.at(0).at(0).value<BlobHash>() == file.blob.hash);
        QCOMPARE(wanted.at(0).at(1).toLongLong(), file.attachment.size);
        QVERIFY(!office.page()->preview().hasPicture() && !office.page()->preview().words().isEmpty());
        office.company.data->post([data = office.company.data.get(), file, bytes](storage::SpaceDatabase& space) {
            sqlite::Transaction transaction(space.db());
            storage::BlobStore(space.db()).receive(file.blob.hash, 0, bytes, 1);
            transaction.commit();
            ChangeSet changes;
            changes.add(TableId::Attachment, file.attachment.id, file.attachment.id);
            data->announce(changes);
        });
        QTRY_VERIFY(office.page()->preview().hasPicture());
    }

    void a_copy_is_saved_under_a_name_that_opens_as_what_it_is()
    {
        Office office;
        office.open();
        office.add(office.photo());
        office.page()->table().setFocus();
        office.press(Qt::Key_F8);
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        const QString path = office.outside.filePath(QStringLiteral("copy.png"));
        dialog->selectFile(path);
        static_cast<QDialog*>(dialog)->accept();
        QTRY_VERIFY(QFile::exists(path));
        QTRY_VERIFY(office.page()->strip().text().contains(QStringLiteral("copy.png")));
        QCOMPARE(QImage(path).size(), QSize(300, 200));
    }

    void names_from_elsewhere_stay_names_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<std::string>("type");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << "도면.pdf" << std::string("application/pdf") << "도면.pdf";
        QTest::newRow("a program by its ending") << "사진.png.exe" << std::string("image/png") << "사진.png.png";
        QTest::newRow("a path") << "../../etc/pass.png" << std::string("image/png") << "pass.png";
        QTest::newRow("a path of Windows") << "C:\\Windows\\a.jpg" << std::string("image/jpeg") << "a.jpg";
        QTest::newRow("a stream") << "a.pdf:b" << std::string("application/pdf") << "a.pdf";
        QTest::newRow("hidden") << "...x.pdf" << std::string("application/pdf") << "x.pdf";
        QTest::newRow("nothing") << "" << std::string("application/pdf") << "file.pdf";
        QTest::newRow("a device of Windows") << "con.pdf" << std::string("application/pdf") << "_con.pdf";
        QTest::newRow("long") << QString(300, QChar(0xAC00)) + ".pdf" << std::string("application/pdf")
                              << QString(66, QChar(0xAC00)) + ".pdf";
        QTest::newRow("a line break") << "a\nb.pdf" << std::string("application/pdf") << "a_b.pdf";
    }
    void names_from_elsewhere_stay_names()
    {
        QFETCH(QString, shown);
        QFETCH(std::string, type);
        QFETCH(QString, name);
        QCOMPARE(copyName(shown, type), name);
    }

    void who_only_reads_is_offered_nothing_that_changes()
    {
        Office office;
        office.company.data->setRole(Executive);
        office.open();
        QStringList offered;
        for (const KeyButton* button : office.window->findChildren<KeyButton*>())
            if (button->isVisible())
                offered += button->text();
        QVERIFY(offered.contains(FilesPage::tr("Save a copy…")));
        QVERIFY(!offered.contains(FilesPage::tr("Add…")));
        QVERIFY(!offered.contains(FilesPage::tr("Remove")));
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(FilesTest)
#include "files_test.moc"
