#pragma once
// A company in a real cloud, its owner's page about people, and other PCs.
#include "app/people/account_page.h"
#include "app/people/device_section.h"
#include "app/people/fact_table.h"
#include "app/people/handover_section.h"
#include "app/people/offline_note.h"
#include "app/people/people_page.h"
#include "app/people/people_sheets.h"
#include "app/people/person_section.h"
#include "app/people/visit_section.h"
#include "app/session/session.h"
#include "app/shell/app_settings.h"
#include "app/shell/entry_form.h"
#include "app/shell/main_window.h"
#include "app/shell/sign_in_page.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/theme.h"
#include "tests/support/pc.h"
#include "tests/support/server_process.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace dure::app {

inline const std::string ownersEmail = "daepyo@hangyeol.example";
inline const std::string ownersPassword = "owner-password";
inline constexpr int patienceMs = 20'000;

/// The real dure-server with one company and its owner.
struct RealCloud
{
    QTemporaryDir folder;
    std::string data = folder.path().toStdString() + "/cloud";
    Uuid space
        = *Uuid::fromString(testing::addCompany(DURE_SERVER, data, "한결플라스틱(주)", ownersEmail, ownersPassword));
    std::unique_ptr<testing::ServerProcess> server = std::make_unique<testing::ServerProcess>(DURE_SERVER, data);

    std::unique_ptr<client::Transport> transport(const std::string& token = {}) const
    {
        auto line = client::makeHttpTransport({server->url(), {}, {}});
        line->setToken(token);
        return line;
    }
    protocol::SessionReply signIn(const std::string& email, const std::string& password, const Uuid& device) const
    {
        const auto line = transport();
        const auto reply = client::askAndWait(*line, client::signIn({email, password, device, "대표실-PC"}));
        if (!reply)
            qFatal("signing in failed");
        return *reply;
    }
};

/// The owner at the cloud: a token and the page.
struct OwnersDesk
{
    RealCloud& cloud;
    SystemClock clock;
    SystemRandom random;
    protocol::SessionReply session = cloud.signIn(ownersEmail, ownersPassword, makeUuidV7(clock.nowMs(), random));
    CloudLine line{cloud.transport(session.token)};
    std::unique_ptr<client::Transport> own = cloud.transport(session.token);
    AppSettings settings;
    MainWindow window{settings};
    PeoplePage* page = nullptr; // the window's

    explicit OwnersDesk(RealCloud& theCloud)
        : cloud(theCloud)
    {
        window.addPlace({QStringLiteral("settings"), QStringLiteral("settings"), Icon::Settings,
            NavigationSection::Foot, [] { return new AnyPage; }});
        window.goTo(QStringLiteral("settings"));
        page = open(Owner);
    }
    PeoplePage* open(std::uint8_t role)
    {
        auto* opened = new PeoplePage(line, clock, {cloud.space, session.user, role});
        window.openPage(opened);
        return opened;
    }
    template <class T> T ask(const client::Call<T>& call)
    {
        auto reply = client::askAndWait(*own, call);
        if (!reply)
            qFatal("the cloud refused the owner");
        return *reply;
    }

    struct AnyPage : Page
    {
        QString title() const override { return QStringLiteral("settings"); }
    };
};

/// A PC with the whole program in it.
struct OtherPc
{
    QTemporaryDir folder;
    AppSettings settings;
    std::unique_ptr<Session> session;

    explicit OtherPc(const std::string& url)
    {
        settings.setServer(QString::fromStdString(url));
        start();
    }
    void start()
    {
        session = std::make_unique<Session>(settings, SessionOptions{folder.path(), settings.server()});
        if (!session->start())
            qFatal("the program did not start");
    }
    QString companyFolder(const Uuid& space) const
    {
        return QString::fromStdString(client::companyFolder(folder.path().toStdString(), space));
    }
};

/// The one window of that kind that is shown; null: none.
template <class W> W* shown()
{
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* wanted = qobject_cast<W*>(widget); wanted && wanted->isVisible())
            return wanted;
    return nullptr;
}

inline KeyButton* buttonIn(const QWidget& place, const QString& text)
{
    for (KeyButton* button : place.findChildren<KeyButton*>())
        if (button->text() == text && button->isVisibleTo(&place) && !button->isHidden())
            return button;
    return nullptr;
}

inline void fill(const EntryForm& form, const QStringList& texts)
{
    QStringList left = texts;
    for (ImeLineEdit* edit : form.findChildren<ImeLineEdit*>())
        if (!left.isEmpty() && edit->isVisible())
            edit->setText(left.takeFirst());
}

} // namespace dure::app
