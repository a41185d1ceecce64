#include "app/sync/history_desk.h"

namespace dure::app {

HistoryDesk::HistoryDesk(QObject* parent)
    : QObject(parent)
{ }

void HistoryDesk::connectTo(SyncDriver* driver)
{
    if (m_driver)
        m_driver->disconnect(this);
    m_driver = driver;
    m_standing = client::Standing::Offline;
    if (driver) {
        connect(driver, &SyncDriver::statusChanged, this, [this](const client::Status& status, bool) {
            const bool changed = std::exchange(m_standing, status.standing) != status.standing;
            const bool heard = std::exchange(m_heardMs, status.lastContactMs) != status.lastContactMs;
            if (changed || heard)
                Q_EMIT connectionChanged();
        });
    }
    Q_EMIT connectionChanged();
}

void HistoryDesk::ask(QObject* context, const std::vector<HistoryOf>& rows, std::function<void(HistoryReply)> done)
{
    const int number = ++m_last;
    m_newest[context] = number;
    const QPointer<QObject> alive(context);
    const QPointer<HistoryDesk> self(this);
    auto answered = [self, alive, context, number, done = std::move(done)](HistoryReply&& reply) {
        if (!self || !alive || self->m_newest.value(context) != number)
            return;
        self->m_newest.remove(context);
        done(std::move(reply));
    };
    if (m_driver)
        m_driver->askHistory(rows, std::move(answered));
    else
        QMetaObject::invokeMethod(
            this, [answered = std::move(answered)] { answered(std::unexpected(HistoryFailure::NoLine)); },
            Qt::QueuedConnection);
}

} // namespace dure::app

#include "moc_history_desk.cpp"
