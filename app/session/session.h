#pragma once
#include "app/data/system_sources.h"
#include "app/sync/leave_reason.h"
#include "sync/client/engine.h"
#include "sync/client/profile.h"

#include <QObject>
#include <QPointer>
#include <functional>
#include <memory>

namespace dure::app {

class AppSettings;
class CloudLine;
class CompanyWindow;
class Departure;
class LeavingPage;
class SignInPage;
struct ErrorText;
struct JoinTyped;

struct SessionOptions
{
    QString dataFolder; ///< where profile.json and the companies lie
    QString server; ///< the cloud's address from the command line; empty: what was used last
};

/// Who works here: signs in, starts companies without an account, and opens the window of one company at a time.
class Session : public QObject
{
    Q_OBJECT
public:
    /// The settings outlive it.
    Session(AppSettings& settings, const SessionOptions& options);
    ~Session() override;

    /// Opens the company used last, or the page to sign in. False: the data folder cannot be used; it was said.
    bool start();
    /// Makes the windows anew, in another language: `changeWords` when the old ones have gone. One that cannot go stays
    /// as it is, with its words.
    void remakeWindows(std::function<void()> changeWords);

private:
    void showSignIn();
    bool connectTo(const QString& server);
    void signIn(const QString& email, const QString& password, const QString& server, const QString& code);
    void cancelAsking();
    void join(const JoinTyped& typed);
    void setNewPassword(const QString& email, const QString& code, const QString& password, const QString& server);
    void onSignedIn(const std::expected<protocol::SessionReply, client::Failure>& reply);
    void enterAs(const protocol::SessionReply& session, const Uuid& space);
    void startLocal(const QString& companyName);
    void saveFirstProfile(const std::string& companyName);
    void openExisting(const QString& companyName);
    void backToCompany();
    void afterLeaving(std::function<void()> then);
    const client::LocalCompany* findByName(const QString& companyName) const;
    void leaveCompany(LeaveReason reason);
    void onLeft(const client::LocalCompany& company, LeaveReason reason, qint64 handedIn, bool deviceIsNoMore);
    void signOut();
    bool openCompany(const Uuid& space);
    void renameCompany(const QString& name);
    void restoreCompany();
    bool saveProfile();
    void sayNotOpened(const ErrorText& why);
    void sayInBox(const QString& what, const QString& wayOut);

    AppSettings& m_settings;
    SessionOptions m_options;
    SystemClock m_clock;
    SystemRandom m_random;
    client::Profile m_profile;
    std::unique_ptr<CloudLine> m_line; // for signing in
    std::unique_ptr<CompanyWindow> m_company;
    std::unique_ptr<Departure> m_departure;
    std::unique_ptr<LeavingPage> m_leaving; // goes before the departure
    std::unique_ptr<SignInPage> m_signIn;
    bool m_started = false; // a window was shown
    bool m_codeWasSent = false; // of the second factor, with the attempt under way
    bool m_joinIsUnsure = false; // an attempt to join had no answer: its code may be used up
    Uuid m_joining; // the space a code opened: the one to be shown
};

} // namespace dure::app
