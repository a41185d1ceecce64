#pragma once
#include "app/sync/sync_driver.h"

#include <QPointer>

namespace dure::app {

/// Where screens ask the cloud who changed a row. It outlives the lines to the cloud that come and go with sessions.
/// GUI thread; nothing waits.
class HistoryDesk : public QObject
{
    Q_OBJECT
public:
    explicit HistoryDesk(QObject* parent = nullptr);

    /// Null: there is no line (signed out, or the company lives on this PC alone).
    void connectTo(SyncDriver* driver);
    void setOnlyHere(bool onlyHere) { m_onlyHere = onlyHere; }
    bool isOnlyHere() const { return m_onlyHere; } ///< there will never be a line
    /// Answers of an older question with the same context are dropped, and all if the context dies or the line goes.
    void ask(QObject* context, const std::vector<HistoryOf>& rows, std::function<void(HistoryReply)> done);

Q_SIGNALS:
    void connectionChanged(); ///< what failed may work now

private:
    QPointer<SyncDriver> m_driver;
    QHash<QObject*, int> m_newest; // number of the newest question
    bool m_onlyHere = false;
    int m_last = 0;
    client::Standing m_standing = client::Standing::Offline;
    std::int64_t m_heardMs = 0; // when the cloud answered last
};

} // namespace dure::app
