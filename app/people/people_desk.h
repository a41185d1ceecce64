#pragma once
#include "app/people/people_words.h"
#include "app/sync/cloud_line.h"
#include "core/domain/access.h"

#include <QAbstractButton>
#include <QObject>

namespace dure::app {

/// Where somebody sits: a space of the cloud, who they are there, and what they may do.
struct CloudSeat
{
    Uuid space;
    Uuid user;
    std::uint8_t role = 0;
    SpaceKind kind = SpaceKind::Company;
};

/// What the page about people and devices knows, and its way to ask. Its sections show what stands here and tell it
/// what happened; nothing of it is kept on this PC.
class PeopleDesk : public QObject
{
    Q_OBJECT
public:
    enum class Scope {
        Company,
        OwnAccount, ///< the user's own devices alone, whatever the role
    };
    /// Both outlive this.
    PeopleDesk(CloudLine& line, const Clock& clock, const CloudSeat& seat, Scope scope, QObject* parent = nullptr);

    const CloudSeat& seat() const { return m_seat; }
    bool may(Right right) const
    {
        const bool isHere = m_scope == Scope::Company || right == Right::SeeMembers;
        return isHere && mayDo(m_seat.role, m_seat.kind, right);
    }
    Date today() const;

    /// Asks for all lists that the role may see; changed() follows once they are there.
    void refresh();
    const std::vector<protocol::MemberEntry>& members() const { return m_members; }
    const std::vector<protocol::InviteEntry>& invites() const { return m_invites; }
    const std::vector<protocol::DeviceEntry>& devices() const { return m_devices; }
    const std::vector<protocol::HandoverEntry>& handovers() const { return m_handovers; }

    /// A request of the user's: `button` rests until the answer; a failure is told by failed() or offline().
    template <class T, class Done>
    void ask(QObject* context, QAbstractButton* button, const client::Call<T>& call, Done done);
    /// Something was done: says so and reads the lists again.
    void tell(const QString& done);

Q_SIGNALS:
    void changed();
    void offline();
    void failed(const QString& what, const QString& wayOut);
    void told(const QString& done);
    void sheetOpening(); ///< one at a time: the others close

private:
    template <class T, class List> void read(const client::Call<T>& call, List T::*list, List& into);
    void fail(const client::Failure& failure);

    CloudLine& m_line;
    const Clock& m_clock;
    CloudSeat m_seat;
    Scope m_scope;
    int m_awaited = 0; // lists
    bool m_again = false; // asked for meanwhile
    bool m_failed = false; // one of them did not come
    std::vector<protocol::MemberEntry> m_members;
    std::vector<protocol::InviteEntry> m_invites;
    std::vector<protocol::DeviceEntry> m_devices;
    std::vector<protocol::HandoverEntry> m_handovers;
};

template <class T, class Done>
void PeopleDesk::ask(QObject* context, QAbstractButton* button, const client::Call<T>& call, Done done)
{
    if (button)
        button->setEnabled(false);
    m_line.ask(context, call,
        [this, button = QPointer(button), done = std::move(done)](std::expected<T, client::Failure> reply) mutable {
            if (button)
                button->setEnabled(true);
            if (reply)
                done(std::move(*reply));
            else
                fail(reply.error());
        });
}

} // namespace dure::app
