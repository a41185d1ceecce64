#include "app/session/session.h"

#include "app/data/error_text.h"
#include "app/session/company_window.h"
#include "app/shell/app_settings.h"
#include "app/shell/sign_in_page.h"

#include <QGuiApplication>
#include <QMessageBox>
#include <QSysInfo>

namespace dure::app {

namespace {

std::string folderOf(const QString& dataFolder) { return dataFolder.toStdString(); }

/// Why signing in did not work, as a person can use it.
ErrorText signInText(const client::Failure& failure)
{
    const auto* error = std::get_if<protocol::ErrorReply>(&failure);
    if (!error)
        return {Session::tr("The cloud does not answer."),
            Session::tr("Check the network and the server's address, then try again.")};
    switch (error->code) {
    case protocol::ErrorCode::WrongPassword:
    case protocol::ErrorCode::Unauthorized:
        return {Session::tr("The e-mail or the password is not right."),
            Session::tr("Check the input language and Caps Lock.")};
    case protocol::ErrorCode::TooMany:
        return {Session::tr("Too many attempts."), Session::tr("Wait a minute and try again.")};
    case protocol::ErrorCode::UpgradeNeeded:
        return {Session::tr("This version of Dure is too old for the cloud."), Session::tr("Install the new version.")};
    case protocol::ErrorCode::Forbidden:
        return {Session::tr("This account may not sign in here."), Session::tr("Ask the owner of the company.")};
    default:
        return {Session::tr("The cloud cannot sign you in now."), Session::tr("Try again in a few minutes.")};
    }
}

} // namespace

Session::Session(AppSettings& settings, const SessionOptions& options)
    : m_settings(settings)
    , m_options(options)
{ }

Session::~Session() { m_transport.reset(); }

bool Session::start()
{
    auto profile = client::loadProfile(folderOf(m_options.dataFolder), m_random, m_clock);
    if (!profile) {
        sayInBox(tr("What this PC remembers of you cannot be read."),
            tr("Your companies' data is untouched. Move profile.json away and sign in again: %1")
                .arg(QString::fromStdString(profile.error())));
        return false;
    }
    m_profile = std::move(*profile);
    if (m_profile.deviceName.empty())
        m_profile.deviceName = QSysInfo::machineHostName().toStdString();
    if (!m_options.server.isEmpty())
        m_profile.serverUrl = m_options.server.toStdString();
    if (!m_profile.serverUrl.empty())
        m_settings.setServer(QString::fromStdString(m_profile.serverUrl));
    const client::LocalCompany* last = m_profile.find(m_profile.lastSpace);
    if (!last && !m_profile.companies.empty())
        last = &m_profile.companies.front();
    if (last)
        return openCompany(last->space);
    showSignIn();
    return true;
}

void Session::remakeWindows()
{
    if (m_company) {
        const Uuid space = m_company->company().space;
        m_settings.setWindowGeometry(m_company->window().saveGeometry());
        m_company.reset();
        openCompany(space);
    } else if (m_signIn) {
        showSignIn();
    }
}

void Session::showSignIn()
{
    auto next = std::make_unique<SignInPage>(m_settings);
    connect(next.get(), &SignInPage::signInRequested, this, &Session::signIn);
    connect(next.get(), &SignInPage::startLocalRequested, this, &Session::startLocal);
    connect(next.get(), &SignInPage::cancelRequested, this, [this] {
        ++m_attempt;
        if (m_transport)
            m_transport->cancelAll();
        if (m_signIn)
            m_signIn->setBusy(false);
    });
    if (m_signIn)
        next->setGeometry(m_signIn->geometry());
    else
        next->resize(1366, 738);
    next->show();
    if (m_signIn)
        m_signIn.release()->deleteLater(); // it may be on the stack
    m_signIn = std::move(next);
}

void Session::signIn(const QString& email, const QString& password, const QString& server)
{
    const QString address = server.trimmed();
    try {
        m_transport = client::makeHttpTransport({address.toStdString(), m_profile.caFile, {}});
    } catch (const std::invalid_argument&) {
        m_signIn->showError(
            tr("The server's address is not right."), tr("It begins with https:// and was given to you in writing."));
        return;
    }
    m_profile.serverUrl = address.toStdString();
    m_settings.setServer(address);
    m_settings.setLastEmail(email);
    m_signIn->setBusy(true);
    const protocol::SignInRequest request{
        email.trimmed().toStdString(), password.toStdString(), m_profile.device, m_profile.deviceName};
    const QPointer<Session> self(this);
    const int attempt = ++m_attempt;
    m_transport->send(client::signInRequest(request), [self, attempt](const client::WireReply& answer) {
        auto reply = client::readSession(answer);
        QMetaObject::invokeMethod(
            qApp,
            [self, attempt, reply = std::move(reply)] {
                if (self && attempt == self->m_attempt)
                    self->onSignedIn(reply);
            },
            Qt::QueuedConnection);
    });
}

void Session::onSignedIn(const std::expected<protocol::SessionReply, client::Failure>& reply)
{
    if (!m_signIn)
        return;
    m_signIn->setBusy(false);
    if (!reply) {
        const ErrorText text = signInText(reply.error());
        m_signIn->showError(text.what, text.wayOut);
        return;
    }
    m_profile.adopt(*reply);
    const auto company
        = std::ranges::find_if(reply->spaces, [](const auto& grant) { return grant.kind == SpaceKind::Company; });
    if (company == reply->spaces.end()) {
        m_signIn->showError(tr("This account belongs to no company yet."), tr("Ask the owner to add you."));
        return;
    }
    if (!saveProfile())
        return;
    if (m_company) { // signed in again in a company that is open
        m_company->setProfile(m_profile);
        m_signIn.release()->deleteLater();
        m_company->window().raise();
        return;
    }
    openCompany(company->space);
}

void Session::startLocal(const QString& companyName)
{
    client::LocalCompany company;
    company.space = makeUuidV7(m_clock.nowMs(), m_random);
    company.name = companyName.trimmed().toStdString();
    m_profile.companies.push_back(company);
    if (!openCompany(company.space))
        return;
    CompanyProfile profile;
    profile.name = company.name;
    m_company->data().run(
        this, [profile](commands::Commands& commands) { return commands.saveCompanyProfile(profile); },
        [this](const commands::Result& result) {
            if (!result) {
                const ErrorText text = errorText(result.error());
                sayInBox(text.what, text.wayOut);
            }
        });
}

void Session::signOut()
{
    m_profile.signOut();
    saveProfile();
    if (m_company)
        m_company->setProfile(m_profile);
}

bool Session::openCompany(const Uuid& space)
{
    const client::LocalCompany company = *m_profile.find(space);
    m_company.reset(); // one company at a time holds a folder
    CompanyDataOptions options;
    options.folder = QString::fromStdString(client::companyFolder(folderOf(m_options.dataFolder), space));
    options.author = {m_profile.user, m_profile.userName};
    auto data = CompanyData::open(options);
    if (!data) {
        const ErrorText text = errorText(data.error());
        sayInBox(text.what, text.wayOut);
        return false;
    }
    m_profile.lastSpace = space;
    saveProfile();
    m_company = std::make_unique<CompanyWindow>(m_settings, m_profile, company, std::move(*data), m_options.dataFolder);
    connect(m_company.get(), &CompanyWindow::signInRequested, this, &Session::showSignIn);
    connect(m_company.get(), &CompanyWindow::signOutRequested, this, &Session::signOut);
    connect(
        m_company.get(), &CompanyWindow::companyRequested, this, [this](const Uuid& other) { openCompany(other); },
        Qt::QueuedConnection);
    connect(m_company.get(), &CompanyWindow::closed, this, [this] {
        m_settings.setWindowGeometry(m_company->window().saveGeometry());
        Q_EMIT finished();
    });
    MainWindow& window = m_company->window();
    if (!window.restoreGeometry(m_settings.windowGeometry()))
        window.resize(1366, 738);
    window.show();
    if (m_signIn)
        m_signIn.release()->deleteLater();
    return true;
}

bool Session::saveProfile()
{
    const auto saved = client::saveProfile(folderOf(m_options.dataFolder), m_profile);
    if (!saved)
        sayInBox(tr("The data folder cannot be written."),
            tr("Free some space or choose another folder: %1").arg(QString::fromStdString(saved.error())));
    return saved.has_value();
}

/// Before there is a window nothing else can carry the message.
void Session::sayInBox(const QString& what, const QString& wayOut)
{
    QMessageBox box(QMessageBox::Warning, tr("Dure"), what, QMessageBox::Close);
    box.setInformativeText(wayOut);
    box.exec();
}

} // namespace dure::app
