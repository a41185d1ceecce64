// The company's own page, opened from the settings: in a real window, by keys, on a company in a file.
#include "app/company/company_profile_page.h"
#include "app/company/seal_field.h"
#include "app/documents/company_reading.h"
#include "app/forms/row_form.h"
#include "app/session/work_places.h"
#include "app/shell/settings_page.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_hint_bar.h"
#include "app/widgets/key_map.h"
#include "masters_office.h"
#include "tests/support/seal_picture.h"

#include <QFileDialog>

using namespace dure;
using namespace dure::app;

namespace {

using Col = col::CompanyProfile;

struct Office : MastersOffice
{
    SettingsPage* settingsPage = nullptr;

    Office()
    {
        window->addPlace({QStringLiteral("settings"), QStringLiteral("Settings"), Icon::Settings,
            NavigationSection::Foot, [this]() -> Page* {
                settingsPage = new SettingsPage(settings);
                QObject::connect(settingsPage, &SettingsPage::companyProfileRequested, places.get(),
                    [this] { places->editCompanyProfile(settingsPage->strip()); });
                return settingsPage;
            }});
        window->goTo(QStringLiteral("settings"));
    }
    CompanyProfilePage* page() const { return qobject_cast<CompanyProfilePage*>(window->currentPage()); }
    CompanyProfile stored()
    {
        return company.read([](Reader& r) { return r.customers().companyProfile(); }).value_or(CompanyProfile{});
    }
    void edit()
    {
        Q_EMIT settingsPage->companyProfileRequested();
        QTRY_VERIFY(page() && page()->isReady());
        QTRY_VERIFY(page()->isAncestorOf(QApplication::focusWidget()));
    }
    std::optional<std::string> storedSeal()
    {
        return company.read([](Reader& r) { return r.attachments().seal(); });
    }
    void startWithCompany()
    {
        CompanyProfile first;
        first.name = "한결";
        QVERIFY(company.run([first](commands::Commands& c) { return c.saveCompanyProfile(first); }).has_value());
    }
    SealField& seal() const { return page()->seal(); }
    void choose(const QString& path)
    {
        seal().choose(path);
        QTRY_VERIFY(seal().isChanged());
    }
    void go(int column) { page()->form().field(column)->setFocus(); }
};

} // namespace

class CompanyProfileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareMastersTests(m_theme); }

    void it_is_written_once_and_changed_afterwards()
    {
        Office office;
        office.edit();
        office.compose(QStringLiteral("한결플라스"), QStringLiteral("틱"));
        office.go(Col::businessNo);
        office.type(QStringLiteral("1248100998"));
        office.go(Col::bankAccount);
        office.type(QStringLiteral("110-123"));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.stored().name, std::string("한결플라스틱"));
        QCOMPARE(office.stored().businessNo, std::string("1248100998"));
        QVERIFY(!office.settingsPage->strip().text().isEmpty());
        office.edit();
        QCOMPARE(office.page()->form().typedText(Col::businessNo), QStringLiteral("124-81-00998"));
        office.go(Col::representative);
        office.type(QStringLiteral("Park"));
        office.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.stored().representative, std::string("Park"));
        QTest::keyClick(office.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(office.stored().representative.empty());
        QCOMPARE(office.stored().name, std::string("한결플라스틱"));
    }

    void what_another_pc_wrote_meanwhile_stays()
    {
        Office office;
        CompanyProfile first;
        first.name = "한결";
        QVERIFY(office.company.run([first](commands::Commands& c) { return c.saveCompanyProfile(first); }).has_value());
        office.edit();
        office.go(Col::phone);
        office.type(QStringLiteral("0311234567"));
        CompanyProfile other = office.stored();
        other.address = "안성시";
        QVERIFY(office.company.run([other](commands::Commands& c) { return c.saveCompanyProfile(other); }).has_value());
        QTRY_COMPARE(office.page()->form().typedText(Col::address), QStringLiteral("안성시"));
        QVERIFY(!office.page()->strip().text().isEmpty());
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.stored().address, std::string("안성시"));
        QCOMPARE(office.stored().phone, std::string("031-123-4567"));
    }

    void a_seal_is_chosen_seen_saved_taken_away_and_brought_back()
    {
        Office office;
        office.startWithCompany();
        office.edit();
        QVERIFY(office.seal().image().isNull() && !office.seal().removeButton().isVisible());
        office.choose(picture(QStringLiteral("seal.jpg"), "JPEG"));
        QVERIFY(!office.seal().image().isNull() && office.seal().removeButton().isVisible());
        QVERIFY(!office.storedSeal()); // not before it is saved
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QVERIFY(office.storedSeal().has_value());
        QCOMPARE(office.stored().name, std::string("한결"));

        office.edit();
        QCOMPARE(office.seal().image().pixelColor(2, 2).alpha(), 0);
        QTest::keyClick(&office.seal().removeButton(), Qt::Key_Space);
        QVERIFY(office.seal().image().isNull());
        QVERIFY(office.seal().chooseButton().hasFocus());
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QVERIFY(!office.storedSeal());
        QTest::keyClick(office.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(office.storedSeal().has_value());
    }

    void a_logo_and_the_lines_of_papers_are_kept_beside_the_seal()
    {
        Office office;
        office.startWithCompany();
        office.edit();
        office.go(Col::quotationNote);
        office.type(QStringLiteral("금형비 별도"));
        office.page()->logo().choose(picture(QStringLiteral("logo.png"), "PNG"));
        QTRY_VERIFY(office.page()->logo().isChanged());
        QVERIFY(!office.seal().isChanged());
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.stored().quotationNote, std::string("금형비 별도"));
        const auto pictures = office.company.read(
            [](Reader& r) { return readPictures(r, r.customers().companyProfile().value_or(CompanyProfile{})); });
        QVERIFY(!pictures.pictures.logo.empty() && pictures.pictures.seal.empty());
        QCOMPARE(pictures.seal, SealState::None);
        office.edit();
        QVERIFY(!office.page()->logo().image().isNull() && office.seal().image().isNull());
        QTest::keyClick(&office.page()->logo().removeButton(), Qt::Key_Space);
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QVERIFY(office.company
                    .read([](Reader& r) { return readPictures(r, *r.customers().companyProfile()).pictures.logo; })
                    .empty());
    }

    void the_window_may_go_while_an_image_is_asked_for()
    {
        Office office;
        office.startWithCompany();
        office.edit();
        QTimer::singleShot(300, office.window.get(), [&office] {
            [&] { QVERIFY(QApplication::activeModalWidget()); }();
            office.window.reset(); // the company has to be left
        });
        office.seal().chooseButton().click();
        QTRY_VERIFY(!office.window);
        QVERIFY(!QApplication::activeModalWidget());
    }

    void an_image_is_chosen_in_the_dialog_of_the_system()
    {
        Office office;
        office.startWithCompany();
        office.edit();
        office.seal().chooseButton().click();
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->selectFile(picture(QStringLiteral("seal.png"), "PNG"));
        static_cast<QDialog*>(dialog)->accept();
        QTRY_VERIFY(office.seal().isChanged());
    }

    void a_field_without_a_list_offers_none()
    {
        Office office;
        office.startWithCompany();
        office.edit();
        const auto* hints = office.page()->findChild<KeyHintBar*>();
        const auto hasList = [&] {
            return std::ranges::any_of(
                hints->hints(), [](const KeyHint& hint) { return hint.keys == keyText(keyFor(KeyAction::Choices)); });
        };
        QVERIFY(!hasList());
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        office.places->editProduct({});
        auto* product = qobject_cast<EditorPage*>(office.window->currentPage());
        QTRY_VERIFY(product->isReady());
        hints = product->findChild<KeyHintBar*>();
        QTRY_VERIFY(!hasList());
        product->findChild<ChoiceField*>()->setFocus();
        QTRY_VERIFY(hasList());
    }

    void a_seal_that_was_chosen_and_not_saved_is_kept_as_a_draft()
    {
        Office office;
        office.startWithCompany();
        office.edit();
        office.choose(picture(QStringLiteral("seal.png"), "PNG"));
        const QImage chosen = office.seal().image();
        office.press(Qt::Key_F9);
        QTRY_VERIFY(!office.page());
        QVERIFY(!office.storedSeal());
        office.edit();
        QTRY_VERIFY(office.seal().isChanged());
        QVERIFY(office.seal().image() == chosen);
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QVERIFY(office.storedSeal().has_value());
    }

    void what_is_no_image_is_refused_where_it_was_chosen()
    {
        Office office;
        office.startWithCompany();
        office.edit();
        QFile svg(m_folder.filePath(QStringLiteral("seal.png"))); // whatever it is called
        QVERIFY(svg.open(QIODevice::WriteOnly));
        svg.write("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
        svg.close();
        office.seal().choose(svg.fileName());
        QTRY_VERIFY(!office.page()->sealCell().problem().isEmpty());
        QVERIFY(!office.seal().isChanged() && office.seal().image().isNull());
        office.choose(picture(QStringLiteral("good.png"), "PNG"));
        QVERIFY(office.page()->sealCell().problem().isEmpty());
    }

    void a_seal_that_is_still_being_read_is_waited_for_when_it_is_saved()
    {
        Office office;
        office.startWithCompany();
        office.edit();
        office.seal().choose(picture(QStringLiteral("seal.png"), "PNG", 3000));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QVERIFY(office.storedSeal().has_value());
    }

    void what_turns_out_to_be_no_image_stops_the_saving_that_waited_for_it()
    {
        Office office;
        office.startWithCompany();
        office.edit();
        office.go(Col::phone);
        office.type(QStringLiteral("0311234567"));
        QFile text(m_folder.filePath(QStringLiteral("text.png")));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no image") > 0);
        text.close();
        office.seal().choose(text.fileName());
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page() || !office.page()->sealCell().problem().isEmpty());
        QVERIFY(office.page());
        QVERIFY(!office.page()->strip().text().isEmpty());
        QVERIFY(office.stored().phone.empty());
        office.press(Qt::Key_F8); // without it
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.stored().phone, std::string("031-123-4567"));
    }

    void a_seal_from_another_pc_appears_while_the_page_is_open()
    {
        Office office;
        office.startWithCompany();
        office.edit();
        office.go(Col::phone);
        office.type(QStringLiteral("0311234567"));
        const commands::SealChange theirs{test::encoded(test::sealPicture(100), "PNG").toStdString(), "x.png"};
        CompanyProfile profile = office.stored();
        QVERIFY(
            office.company.run([&](commands::Commands& c) { return c.saveCompanyProfile(profile, &profile, &theirs); })
                .has_value());
        QTRY_VERIFY(!office.seal().image().isNull());
        QVERIFY(!office.seal().isChanged());
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QVERIFY(office.storedSeal() == theirs.bytes);
        QCOMPARE(office.stored().phone, std::string("031-123-4567"));
    }

    void every_field_has_a_name_for_screen_readers()
    {
        Office office;
        office.edit();
        QCOMPARE(namelessFields(*office.page()), QStringList());
    }

private:
    QString picture(const QString& name, const char* format, int side = 600)
    {
        const QString path = m_folder.filePath(name);
        if (!test::sealPicture(side).save(path, format))
            qFatal("no picture");
        return path;
    }
    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(CompanyProfileTest)
#include "company_profile_test.moc"
