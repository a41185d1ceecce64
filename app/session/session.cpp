#include "app/session/session.h"

#include "app/data/error_text.h"
#include "app/session/company_window.h"
#include "app/session/departure.h"
#include "app/session/leaving_page.h"
#include "app/session/sign_in_text.h"
#include "app/shell/app_settings.h"
#include "app/shell/entry_form.h"
#include "app/shell/sign_in_page.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "sync/client/wiping.h"

#include <QGuiApplication>
#include <QMessageBox>
#include <QSysInfo>

namespace dure::app {

namespace {

std::string folderOf(const QString& dataFolder) { return dataFolder.toStdString(); }

/// Another account may be no member of the company that is open: it must neither see it nor send its work.
bool grants(const protocol::SessionReply& reply, const client::LocalCompany& company)
{
    return company.isCloud
        && std::ranges::find(reply.spaces, company.space, &protocol::SpaceGrant::space) != reply.spaces.end();
}

} // namespace

Session::Session(AppSettings& settings, const SessionOptions& options)
    : m_settings(settings)
    , m_options(options)
{ }

Session::~Session() = default;

bool Session::start()
{
    client::finishWipes(folderOf(m_options.dataFolder));
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
    if (!last)
        showSignIn();
    else if (!openCompany(last->space) && !m_signIn)
        return false;
    m_started = true;
    return true;
}

void Session::remakeWindows(std::function<void()> changeWords)
{
    if (m_company) {
        m_company->window().leave([this, space = m_company->company().space, changeWords = std::move(changeWords)] {
            m_settings.setWindowGeometry(m_company->window().saveGeometry());
            const QString place = m_company->window().currentPlace();
            m_company.reset();
            changeWords();
            if (openCompany(space))
                m_company->window().goTo(place);
        });
        return;
    }
    changeWords();
    if (m_signIn)
        showSignIn();
}

void Session::showSignIn()
{
    auto next = std::make_unique<SignInPage>(m_settings);
    connect(next.get(), &SignInPage::signInRequested, this, &Session::signIn);
    connect(next.get(), &SignInPage::joinRequested, this, &Session::join);
    connect(next.get(), &SignInPage::newPasswordRequested, this, &Session::setNewPassword);
    connect(next.get(), &SignInPage::startLocalRequested, this, &Session::startLocal);
    connect(next.get(), &SignInPage::cancelRequested, this, &Session::cancelAsking);
    connect(next.get(), &SignInPage::existingRequested, this, &Session::openExisting);
    connect(next.get(), &SignInPage::backRequested, this, &Session::backToCompany);
    if (m_company)
        next->setWayBack(QString::fromStdString(m_company->company().name));
    if (m_signIn)
        next->setGeometry(m_signIn->geometry());
    else
        next->resize(1366, 738);
    next->show();
    if (m_signIn)
        m_signIn.release()->deleteLater(); // it may be on the stack
    m_signIn = std::move(next);
}

/// A line for what the sign-in page asks; says on the page if the address cannot be one.
bool Session::connectTo(const QString& server)
{
    try {
        m_line = std::make_unique<CloudLine>(client::TransportOptions{server.toStdString(), m_profile.caFile, {}});
    } catch (const std::invalid_argument&) {
        m_signIn->showServerError(
            tr("The server's address is not right."), tr("It begins with https:// and was given to you in writing."));
        return false;
    }
    m_profile.serverUrl = server.toStdString();
    m_settings.setServer(server);
    m_signIn->setBusy(true);
    return true;
}

void Session::signIn(const QString& email, const QString& password, const QString& server, const QString& code)
{
    if (!connectTo(server))
        return;
    m_settings.setLastEmail(email);
    m_codeWasSent = !code.isEmpty();
    m_joining = {};
    protocol::SignInRequest request{
        email.toStdString(), password.toStdString(), m_profile.device, m_profile.deviceName};
    request.code = code.toStdString();
    m_line->ask(this, client::signIn(request),
        [this](const std::expected<protocol::SessionReply, client::Failure>& reply) { onSignedIn(reply); });
}

/// The cloud may have done it already: nobody hears its answer.
void Session::cancelAsking()
{
    if (m_line)
        m_line->cancel();
    if (!m_signIn)
        return;
    m_joinIsUnsure = m_joinIsUnsure || m_signIn->way() == SignInPage::Way::Join;
    m_signIn->sayCancelled();
}

void Session::join(const JoinTyped& typed)
{
    if (!connectTo(typed.server))
        return;
    m_joining = {};
    m_settings.setLastEmail(typed.email);
    m_codeWasSent = !typed.secondFactor.isEmpty();
    const protocol::JoinRequest request{typed.code.toStdString(), typed.email.toStdString(), typed.name.toStdString(),
        typed.password.toStdString(), m_profile.device, m_profile.deviceName, typed.secondFactor.toStdString()};
    m_line->ask(
        this, client::join(request), [this](const std::expected<protocol::SessionReply, client::Failure>& reply) {
            if (reply)
                for (const protocol::SpaceGrant& grant : reply->spaces)
                    if (grant.kind == SpaceKind::Company && !m_profile.find(grant.space))
                        m_joining = grant.space;
            const bool wasUnsure = std::exchange(m_joinIsUnsure, !reply && !isAnswer(reply.error()));
            if (!reply && m_signIn
                && (m_joinIsUnsure || (wasUnsure && isCode(reply.error(), protocol::ErrorCode::WrongCode)))) {
                const ErrorText text = signInText(reply.error());
                m_signIn->showError(text.what,
                    tr("If an attempt before went through after all, the code is used up: sign in with the same e-mail "
                       "and password."));
                return;
            }
            onSignedIn(reply);
        });
}

void Session::setNewPassword(const QString& email, const QString& code, const QString& password, const QString& server)
{
    if (!connectTo(server))
        return;
    m_settings.setLastEmail(email);
    m_line->ask(this, client::resetPassword({email.toStdString(), code.toStdString(), password.toStdString()}),
        [this](const std::expected<client::Done, client::Failure>& reply) {
            if (!m_signIn)
                return;
            m_signIn->setBusy(false);
            if (!reply) {
                const ErrorText text = signInText(reply.error());
                m_signIn->showError(text.what, text.wayOut);
                return;
            }
            showSignIn();
            m_signIn->tell(Tone::Green, tr("The new password is set."), tr("Sign in with it."));
        });
}

void Session::onSignedIn(const std::expected<protocol::SessionReply, client::Failure>& reply)
{
    if (!m_signIn)
        return;
    m_signIn->setBusy(false);
    if (!reply && isCode(reply.error(), protocol::ErrorCode::SecondFactor)) {
        m_signIn->askForSecondFactor(m_codeWasSent);
        return;
    }
    if (!reply) {
        const ErrorText text = signInText(reply.error());
        if (isAnswer(reply.error()))
            m_signIn->showError(text.what, text.wayOut);
        else
            m_signIn->showServerError(text.what, text.wayOut);
        return;
    }
    if (m_leaving) { // the work of the company that is being left can be handed in now
        m_profile.adopt(*reply);
        if (saveProfile())
            openCompany(m_profile.lastSpace);
        return;
    }
    const auto company
        = std::ranges::find_if(reply->spaces, [](const auto& grant) { return grant.kind == SpaceKind::Company; });
    if (company == reply->spaces.end()) {
        m_signIn->showError(tr("This account belongs to no company yet."), tr("Ask the owner to add you."));
        return;
    }
    if (m_company && m_joining.isNil() && grants(*reply, m_company->company())) { // signed in again where they work
        m_profile.adopt(*reply);
        if (!saveProfile())
            return;
        m_company->setProfile(m_profile);
        backToCompany();
        return;
    }
    afterLeaving(
        [this, session = *reply, space = m_joining.isNil() ? company->space : m_joining] { enterAs(session, space); });
}

/// If its company cannot be opened, whoever worked here before goes on as they are.
void Session::enterAs(const protocol::SessionReply& session, const Uuid& space)
{
    QString before; // the company of this PC alone that was open
    if (m_company && !m_company->company().isCloud)
        before = QString::fromStdString(m_company->company().name);
    const client::Profile old = m_profile;
    m_profile.adopt(session);
    if (!saveProfile()) {
        m_profile = old;
        return;
    }
    if (!openCompany(space)) {
        m_profile = old;
        saveProfile();
        return;
    }
    if (before.isEmpty())
        return;
    MessageStrip& notice = m_company->window().notice();
    notice.show(Tone::Info, tr("Signed in: this is %1.").arg(QString::fromStdString(m_company->company().name)),
        tr("%1 stays on this PC; both stand in the menu under the company's name.").arg(before));
    connect(notice.addAction(tr("Hide")), &QAbstractButton::clicked, &notice, &MessageStrip::clear);
}

void Session::backToCompany()
{
    if (!m_company)
        return;
    if (m_signIn) {
        if (m_signIn->form(m_signIn->way()).isBusy())
            cancelAsking();
        m_signIn->hide();
        m_signIn.release()->deleteLater();
    }
    MainWindow& window = m_company->window();
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show(); // it may have been closed while this page was open
    window.raise();
    window.activateWindow();
}

void Session::openExisting(const QString& companyName)
{
    const client::LocalCompany* company = findByName(companyName);
    if (!company)
        return;
    if (m_company && m_company->company().space == company->space)
        backToCompany();
    else
        afterLeaving([this, space = company->space] { openCompany(space); });
}

const client::LocalCompany* Session::findByName(const QString& companyName) const
{
    const auto found = std::ranges::find_if(m_profile.companies, [&](const client::LocalCompany& company) {
        return QString::fromStdString(company.name).compare(companyName.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return found == m_profile.companies.end() ? nullptr : &*found;
}

/// What is typed in the company that is open is kept first; if it cannot be, the rest is forgotten.
void Session::afterLeaving(std::function<void()> then)
{
    if (m_company)
        m_company->window().leave(std::move(then));
    else
        then();
}

void Session::leaveCompany(LeaveReason reason)
{
    if (!m_company)
        return; // said twice
    const client::LocalCompany company = m_company->company();
    const QString name = QString::fromStdString(company.name);
    auto line = std::make_unique<CloudLine>(
        client::TransportOptions{m_profile.serverUrl, m_profile.caFile, {}}, m_profile.token);
    const QRect place = m_company->window().geometry();
    m_settings.setWindowGeometry(m_company->window().saveGeometry());
    auto departure
        = std::make_unique<Departure>(m_company->release(), std::move(line), company.space, m_options.dataFolder);
    auto page = std::make_unique<LeavingPage>(name, reason, *departure);
    page->setGeometry(place);
    page->show();
    connect(page.get(), &LeavingPage::signInRequested, this, &Session::showSignIn);
    connect(
        departure.get(), &Departure::finished, this,
        [this, company, reason](
            qint64 handedIn, bool deviceIsNoMore) { onLeft(company, reason, handedIn, deviceIsNoMore); },
        Qt::QueuedConnection);
    m_company.reset();
    m_leaving = std::move(page);
    m_departure = std::move(departure);
    m_departure->start();
}

void Session::onLeft(const client::LocalCompany& company, LeaveReason reason, qint64 handedIn, bool deviceIsNoMore)
{
    m_profile.leave(company.space);
    if (deviceIsNoMore)
        m_profile.renewDevice(m_random, m_clock);
    saveProfile();
    showSignIn();
    m_leaving.reset();
    m_departure.reset();
    const QString rest = handedIn > 0
        ? tr("%n action(s) that were not sent wait for the owner to decide; the data is gone from this PC.", nullptr,
            int(handedIn))
        : tr("Everything had been sent; the data is gone from this PC.");
    MessageStrip& strip = m_signIn->tell(Tone::Info, leaveText(QString::fromStdString(company.name), reason), rest);
    if (m_profile.companies.empty())
        return;
    const client::LocalCompany next = m_profile.companies.front();
    connect(strip.addAction(tr("Open %1").arg(QString::fromStdString(next.name))), &QAbstractButton::clicked, this,
        [this, space = next.space] { openCompany(space); });
}

void Session::startLocal(const QString& companyName)
{
    if (const client::LocalCompany* known = findByName(companyName)) {
        m_signIn->showExists(QString::fromStdString(known->name));
        return;
    }
    client::LocalCompany company;
    company.space = makeUuidV7(m_clock.nowMs(), m_random);
    company.name = companyName.trimmed().toStdString();
    afterLeaving([this, company] {
        m_profile.companies.push_back(company);
        if (openCompany(company.space))
            saveFirstProfile(company.name);
        else
            m_profile.leave(company.space); // there is none
    });
}

void Session::saveFirstProfile(const std::string& companyName)
{
    CompanyProfile profile;
    profile.name = companyName;
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
    if (!m_profile.mayWorkIn(company)) {
        if (!m_signIn)
            showSignIn();
        m_signIn->tell(Tone::Info,
            tr("%1 was opened here with another account.").arg(QString::fromStdString(company.name)),
            tr("Sign in with that account to work in it."));
        m_signIn->raise(); // it may have been open behind the company
        m_signIn->activateWindow();
        return false;
    }
    if (m_company && m_company->company().space == space)
        m_company.reset(); // it holds the folder
    m_leaving.reset();
    m_departure.reset(); // likewise
    CompanyDataOptions options;
    options.folder = QString::fromStdString(client::companyFolder(folderOf(m_options.dataFolder), space));
    options.author = {m_profile.user, m_profile.userName};
    auto data = CompanyData::open(options);
    if (!data) {
        if (m_started && !m_company && !m_signIn)
            showSignIn(); // else the program would end with its last window
        sayNotOpened(errorText(data.error()));
        return false;
    }
    m_company.reset(); // only now: another program may hold the new one, and then work goes on in this one
    m_profile.lastSpace = space;
    saveProfile();
    m_company = std::make_unique<CompanyWindow>(m_settings, m_profile, company, std::move(*data), m_options.dataFolder);
    connect(m_company.get(), &CompanyWindow::signInRequested, this, &Session::showSignIn);
    connect(m_company.get(), &CompanyWindow::signOutRequested, this, &Session::signOut);
    connect(
        m_company.get(), &CompanyWindow::companyRequested, this,
        [this](const Uuid& other) {
            if (m_company) // it may have been left since
                afterLeaving([this, other] { openCompany(other); });
        },
        Qt::QueuedConnection);
    connect(m_company.get(), &CompanyWindow::leaveNeeded, this, &Session::leaveCompany, Qt::QueuedConnection);
    connect(m_company.get(), &CompanyWindow::closed, this,
        [this] { m_settings.setWindowGeometry(m_company->window().saveGeometry()); });
    connect(m_company.get(), &CompanyWindow::renamed, this, &Session::renameCompany);
    connect(m_company.get(), &CompanyWindow::restoreReady, this, &Session::restoreCompany, Qt::QueuedConnection);
    MainWindow& window = m_company->window();
    if (!window.restoreGeometry(m_settings.windowGeometry()))
        window.resize(1366, 738);
    window.show();
    if (m_signIn)
        m_signIn.release()->deleteLater();
    return true;
}

/// A company of this PC alone is called as its own details say.
void Session::renameCompany(const QString& name)
{
    for (client::LocalCompany& company : m_profile.companies)
        if (company.space == m_company->company().space)
            company.name = name.toStdString();
    saveProfile();
    m_company->setProfile(m_profile);
}

bool Session::saveProfile()
{
    const auto saved = client::saveProfile(folderOf(m_options.dataFolder), m_profile);
    if (!saved)
        sayInBox(tr("The data folder cannot be written."),
            tr("Free some space or choose another folder: %1").arg(QString::fromStdString(saved.error())));
    return saved.has_value();
}

/// Where the user is: nothing else has changed.
void Session::sayNotOpened(const ErrorText& why)
{
    if (m_signIn) {
        m_signIn->tell(Tone::Red, why.what, why.wayOut);
        m_signIn->raise(); // it may be open behind the company
        m_signIn->activateWindow();
    } else if (m_company) {
        MessageStrip& notice = m_company->window().notice();
        notice.clear();
        notice.show(Tone::Red, why.what, why.wayOut);
        connect(notice.addAction(tr("Hide")), &QAbstractButton::clicked, &notice, &MessageStrip::clear);
    } else {
        sayInBox(why.what, why.wayOut);
    }
}

/// Before there is a window nothing else can carry the message.
void Session::sayInBox(const QString& what, const QString& wayOut)
{
    QMessageBox box(QMessageBox::Warning, tr("Dure"), what, QMessageBox::Close);
    box.setInformativeText(wayOut);
    box.exec();
}

} // namespace dure::app
