#pragma once
#include "app/people/people_desk.h"
#include "app/shell/page.h"

class QVBoxLayout;

namespace dure::app {

class DeviceSection;
class InPlaceSheet;
class MessageStrip;
class SecondFactorSection;

/// 내 계정: the user's password, second factor and devices. Online only.
class AccountPage : public Page
{
    Q_OBJECT
public:
    /// Both outlive the page. `email` is whom the account belongs to.
    AccountPage(
        CloudLine& line, const Clock& clock, const CloudSeat& seat, const QString& email, QWidget* parent = nullptr);

    QString title() const override { return tr("My account"); }
    QString subtitle() const override { return m_email; }
    void refresh();
    MessageStrip& strip() const { return *m_strip; }

private:
    QWidget* makePassword();
    QWidget* makeSections();
    void showOffline(bool offline);

    QString m_email;
    PeopleDesk* m_desk; // child
    MessageStrip* m_strip; // child
    QWidget* m_sections = nullptr; // child
    QWidget* m_offline = nullptr; // child
    DeviceSection* m_devices = nullptr; // child
    SecondFactorSection* m_factor = nullptr; // child; none for who is offered none
};

} // namespace dure::app
