// The company's own page, opened from the settings: in a real window, by keys, on a company in a file.
#include "app/company/company_profile_page.h"
#include "app/forms/row_form.h"
#include "app/session/work_places.h"
#include "app/shell/settings_page.h"
#include "app/widgets/form_cell.h"
#include "masters_office.h"

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

    void every_field_has_a_name_for_screen_readers()
    {
        Office office;
        office.edit();
        QCOMPARE(namelessFields(*office.page()), QStringList());
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(CompanyProfileTest)
#include "company_profile_test.moc"
