#pragma once
#include "app/people/people_desk.h"

#include <QWidget>

class QVBoxLayout;

namespace dure::app {

class InPlaceSheet;

/// A second step at signing in, by codes that a telephone shows (RFC 6238): set up, recovery codes, take away.
class SecondFactorSection : public QWidget
{
    Q_OBJECT
public:
    SecondFactorSection(PeopleDesk& desk, const QString& email, QWidget* parent = nullptr);

    void showLists(); ///< whether it is on, as the desk has it
    bool isOn() const { return m_isOn; }

private:
    void showOff();
    void showOn();
    void showSecret(const protocol::SecondFactorReply& reply);
    void showRecovery(const std::vector<std::string>& codes);
    InPlaceSheet* put(InPlaceSheet* sheet);
    void printCodes(const QStringList& codes);

    PeopleDesk& m_desk;
    QString m_email;
    QVBoxLayout* m_place;
    InPlaceSheet* m_sheet = nullptr; // child
    bool m_isOn = false;
    bool m_underWay = false; // a secret or codes are shown, which are shown only once
};

} // namespace dure::app
