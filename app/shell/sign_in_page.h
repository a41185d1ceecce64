#pragma once
#include <QWidget>

namespace dure::app {

class AppSettings;
class FormCell;
class ImeLineEdit;
class KeyButton;
class MessageStrip;
class Panel;

/// The first window: sign in, or start without an account. Only asks; signing in is somebody else's work.
class SignInPage : public QWidget
{
    Q_OBJECT
public:
    /// The settings outlive the page.
    explicit SignInPage(AppSettings& settings, QWidget* parent = nullptr);

    /// Under the field it concerns; ends the busy state.
    void showError(const QString& what, const QString& wayOut);
    /// While true the fields rest and the button says what is going on; Esc or the button cancels.
    void setBusy(bool busy);

Q_SIGNALS:
    void signInRequested(const QString& email, const QString& password, const QString& server);
    void startLocalRequested(const QString& companyName);
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeSignIn();
    QWidget* makeLocalStart();
    QWidget* makeLook();
    void askForHelp();
    void signIn();
    void startLocal();

    AppSettings& m_settings;
    ImeLineEdit* m_email = nullptr;
    ImeLineEdit* m_password = nullptr;
    ImeLineEdit* m_server = nullptr;
    ImeLineEdit* m_company = nullptr;
    FormCell* m_serverCell = nullptr;
    FormCell* m_companyCell = nullptr;
    MessageStrip* m_message = nullptr;
    KeyButton* m_signIn = nullptr;
    KeyButton* m_startLocal = nullptr;
    bool m_busy = false;
};

} // namespace dure::app
