#pragma once
#include "app/data/company_data.h"
#include "app/sync/cloud_line.h"
#include "sync/client/hand_in.h"

#include <QObject>
#include <QTimer>

namespace dure::app {

/// Hands in work that the cloud will not take from here any more (sync/client/hand_in.h): reads in the writer's thread,
/// asks over the screens' line, tries again by itself. In the GUI thread.
class HandingIn : public QObject
{
    Q_OBJECT
public:
    /// Both outlive this.
    HandingIn(
        CompanyData& data, CloudLine& line, const Uuid& space, client::HandIn::Scope scope, QObject* parent = nullptr);
    ~HandingIn() override;

    void start();
    /// Ends a pause: somebody wants it now.
    void tryNow();

Q_SIGNALS:
    void progressed(qint64 handedIn, qint64 left); ///< actions; of Scope::Everything
    void paused(); ///< the cloud does not answer; it goes on by itself
    void failed(const QString& detail); ///< it does not go on by itself; English, for logs
    void finished(qint64 handedIn); ///< all of it has its receipt

private:
    struct Room;
    void step();
    void onStepped(const std::shared_ptr<Room>& room);
    void send(const client::HandInPiece& piece);
    void consume(const client::HandInPiece& piece, std::expected<client::HandInReply, client::Failure> reply);

    CompanyData& m_data;
    CloudLine& m_line;
    Uuid m_space;
    client::HandIn::Scope m_scope;
    std::shared_ptr<Room> m_room;
    QTimer m_again;
};

} // namespace dure::app
