#include "app/gallery/gallery_people.h"

#include "app/gallery/gallery_cloud.h"
#include "app/gallery/gallery_company.h"
#include "app/gallery/picture_output.h"
#include "app/people/account_page.h"
#include "app/people/device_section.h"
#include "app/people/fact_table.h"
#include "app/people/handover_section.h"
#include "app/people/people_page.h"
#include "app/people/people_sheets.h"
#include "app/people/person_section.h"
#include "app/people/qr_code.h"
#include "app/people/second_factor_section.h"
#include "app/people/visit_section.h"
#include "app/session/departure.h"
#include "app/session/leaving_page.h"
#include "app/session/work_places.h"
#include "app/shell/main_window.h"
#include "app/widgets/key_button.h"
#include "app/widgets/password_field.h"

namespace dure::app {
namespace {

KeyButton* linkIn(QWidget& place, const QString& text)
{
    for (KeyButton* button : place.findChildren<KeyButton*>())
        if (button->text() == text && button->isVisible())
            return button;
    qFatal("no button %s", qPrintable(text));
}

void shootPage(MainWindow& window, PeoplePage& page, const Output& out)
{
    out.waitAndKeep(window, "people");
    auto* scroll = page.findChild<QScrollArea*>();
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    out.waitAndKeep(window, "people-below");
    scroll->verticalScrollBar()->setValue(0);
    page.people()->openInvitation();
    out.waitAndKeep(window, "people-invite");
    linkIn(*page.people(), PersonSection::tr("Make the invitation code"))->click();
    out.waitAndKeep(window, "people-invited");
    linkIn(*page.people(), CodeSheet::tr("Told or written down"))->click();
    linkIn(*page.people()->people().rows()[2], PersonSection::tr("Change"))->click();
    out.waitAndKeep(window, "people-role");
    linkIn(*page.people()->people().rows()[2], InPlaceSheet::tr("Leave it"))->click();
    linkIn(*page.devices().devices().rows()[2], DeviceSection::tr("Stop its use"))->click();
    out.waitAndKeep(window, "people-revoke");
    linkIn(*page.devices().devices().rows()[2], DeviceSection::tr("Leave it"))->click();
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    linkIn(*page.handovers()->handovers().rows()[0], HandoverSection::tr("Look at it"))->click();
    page.visits()->openGrant();
    out.waitAndKeep(window, "people-handed-in");
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    out.waitAndKeep(window, "people-visit");
}

void shootAccount(MainWindow& window, AccountPage* account, const Output& out)
{
    window.openPage(account);
    out.waitAndKeep(window, "account");
    const auto passwords = account->findChildren<PasswordField*>();
    passwords.last()->setText(QStringLiteral("secret word"));
    linkIn(*account, SecondFactorSection::tr("Set it up"))->click();
    out.waitAndKeep(window, "account-second-factor");
    auto* sheet = qobject_cast<InPlaceSheet*>(account->findChild<QrCode*>()->parentWidget()->parentWidget());
    sheet->findChild<ImeLineEdit*>()->setText(QStringLiteral("123456"));
    linkIn(*sheet, SecondFactorSection::tr("Switch it on"))->click();
    out.waitAndKeep(window, "account-recovery-codes");
}

} // namespace

void shootPeople(AppSettings& settings, GalleryCompany& company, const Output& out)
{
    auto transport = std::make_unique<GalleryCloud>();
    GalleryCloud& cloud = *transport;
    CloudLine line(std::move(transport));
    MainWindow window(settings);
    window.setCompany(company.name(), QStringLiteral("한상철"));
    WorkPlaces places(window, company.data());
    window.setSyncStatus(syncedStatus());
    window.resize(screen);
    window.show();
    const CloudSeat seat{{}, GalleryCloud::owner(), Owner};
    auto* page = new PeoplePage(line, company.data().clock(), seat);
    window.openPage(page);
    shootPage(window, *page, out);
    cloud.setReachable(false);
    page->refresh();
    out.waitAndKeep(window, "people-offline");
    window.closePage(page);
    cloud.setReachable(true);
    cloud.setSecondFactor(false);
    shootAccount(
        window, new AccountPage(line, company.data().clock(), seat, QStringLiteral("daepyo@hangyeol.example")), out);
}

void shootLeaving(const Output& out)
{
    QTemporaryDir folder;
    auto data = CompanyData::open({folder.path(), {}, nullptr, nullptr});
    Departure departure(
        std::move(*data), std::make_unique<CloudLine>(std::make_unique<GalleryCloud>()), {}, folder.path());
    LeavingPage page(QStringLiteral("한결플라스틱(주)"), LeaveReason::DeviceRevoked, departure);
    page.resize(screen);
    page.show();
    Q_EMIT departure.progressed(2, 5);
    out.keep(page, "leaving");
    Q_EMIT departure.paused();
    out.keep(page, "leaving-offline");
}

} // namespace dure::app
