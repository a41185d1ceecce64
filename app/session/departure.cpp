#include "app/session/departure.h"

#include "sync/client/wiping.h"

namespace dure::app {

Departure::Departure(std::unique_ptr<CompanyData> data, std::unique_ptr<CloudLine> line, const Uuid& space,
    const QString& dataFolder, QObject* parent)
    : QObject(parent)
    , m_data(std::move(data))
    , m_line(std::move(line))
    , m_space(space)
    , m_dataFolder(dataFolder)
    , m_work(std::make_unique<HandingIn>(*m_data, *m_line, space, client::HandIn::Scope::Everything))
{
    connect(m_work.get(), &HandingIn::progressed, this, &Departure::progressed);
    connect(m_work.get(), &HandingIn::paused, this, &Departure::paused);
    connect(m_work.get(), &HandingIn::failed, this, &Departure::refused);
    connect(
        m_work.get(), &HandingIn::finished, this,
        [this](qint64 handedIn) {
            m_handedIn = handedIn;
            wipe();
        },
        Qt::QueuedConnection); // it is deleted there
}

Departure::~Departure() { m_work.reset(); }

void Departure::start() { m_work->start(); }

void Departure::tryNow()
{
    if (m_work)
        m_work->tryNow();
    else
        wipe();
}

void Departure::wipe()
{
    m_work.reset();
    m_data.reset(); // closes the files and gives the folder's lock back
    if (const auto wiped = client::wipeSpace(m_dataFolder.toStdString(), m_space); !wiped) {
        Q_EMIT held(QString::fromStdString(wiped.error()));
        return;
    }
    askAboutDevice();
}

void Departure::askAboutDevice()
{
    m_line->ask(this, client::session(), [this](std::expected<protocol::SessionReply, client::Failure> session) {
        const auto* error = session ? nullptr : std::get_if<protocol::ErrorReply>(&session.error());
        Q_EMIT finished(m_handedIn, error && error->code == protocol::ErrorCode::Revoked);
    });
}

} // namespace dure::app

#include "moc_departure.cpp"
