#pragma once
#include <QWidget>

namespace dure::app {

class AppSettings;
class EntryForm;
class FormCell;
class ImeLineEdit;
class KeyButton;
class MessageStrip;
enum class Tone;

/// Who has an invitation code, and the account to be made or joined.
struct JoinTyped
{
    QString server;
    QString code;
    QString email;
    QString name;
    QString password;
    QString secondFactor; ///< if that account has one
};

/// The first window: sign in, join by a code, make a new password by a code, or start without an account. Only asks;
/// all the rest is somebody else's work.
class SignInPage : public QWidget
{
    Q_OBJECT
public:
    enum class Way { SignIn, Join, NewPassword };
    /// The settings outlive the page.
    explicit SignInPage(AppSettings& settings, QWidget* parent = nullptr);

    Way way() const { return m_way; }
    void go(Way way);
    /// Under the field it concerns; ends the busy state.
    void showError(const QString& what, const QString& wayOut);
    /// Likewise under the server's address.
    void showServerError(const QString& what, const QString& wayOut);
    /// Busy no more, because the user wanted so; for a code that may be used up by now it says what to do.
    void sayCancelled();
    /// Under the name of the company to start: there is one of that name, which can be opened.
    void showExists(const QString& companyName);
    /// A company is open behind this page; Esc and a button go back to it.
    void setWayBack(const QString& companyName);
    /// The password was right: now the code of the second factor.
    void askForSecondFactor(bool wasWrong);
    /// What happened before; its strip may take links.
    MessageStrip& tell(Tone tone, const QString& what, const QString& wayOut);
    /// While true the fields rest and the button says what is going on; Esc or the button cancels.
    void setBusy(bool busy);
    EntryForm& form(Way way) const { return *m_forms[static_cast<int>(way)]; }

Q_SIGNALS:
    /// `code`: of the second factor, or empty.
    void signInRequested(const QString& email, const QString& password, const QString& server, const QString& code);
    void joinRequested(const dure::app::JoinTyped& typed);
    void newPasswordRequested(
        const QString& email, const QString& code, const QString& password, const QString& server);
    void startLocalRequested(const QString& companyName);
    void existingRequested(const QString& companyName);
    void cancelRequested();
    void backRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeWays();
    EntryForm* makeSignIn();
    EntryForm* makeJoin();
    EntryForm* makeNewPassword();
    QWidget* makeLocalStart();
    QWidget* makeLook();
    void startLocal();

    AppSettings& m_settings;
    QWidget* m_box = nullptr; // child
    QList<EntryForm*> m_forms; // by Way; children
    Way m_way = Way::SignIn;
    ImeLineEdit* m_email = nullptr;
    ImeLineEdit* m_password = nullptr;
    ImeLineEdit* m_code = nullptr;
    ImeLineEdit* m_joinCode = nullptr;
    ImeLineEdit* m_joinSecondFactor = nullptr;
    ImeLineEdit* m_resetCode = nullptr;
    ImeLineEdit* m_company = nullptr;
    FormCell* m_companyCell = nullptr;
    KeyButton* m_startLocal = nullptr;
    KeyButton* m_openExisting = nullptr;
    KeyButton* m_back = nullptr;
    KeyButton* m_toJoin = nullptr;
};

} // namespace dure::app
