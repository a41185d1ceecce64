#include "app/people/people_desk.h"

#include <QDateTime>

namespace dure::app {

PeopleDesk::PeopleDesk(CloudLine& line, const Clock& clock, const CloudSeat& seat, Scope scope, QObject* parent)
    : QObject(parent)
    , m_line(line)
    , m_clock(clock)
    , m_seat(seat)
    , m_scope(scope)
{ }

Date PeopleDesk::today() const
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(m_clock.nowMs()).date();
    return Date::fromYmd(day.year(), unsigned(day.month()), unsigned(day.day()));
}

template <class T, class List> void PeopleDesk::read(const client::Call<T>& call, List T::*list, List& into)
{
    ++m_awaited;
    m_line.ask(this, call, [this, list, &into](std::expected<T, client::Failure> reply) {
        if (reply)
            into = std::move((*reply).*list);
        else if (!std::exchange(m_failed, true))
            fail(reply.error());
        if (--m_awaited > 0)
            return;
        if (!m_failed)
            Q_EMIT changed();
        if (std::exchange(m_again, false))
            refresh();
    });
}

void PeopleDesk::refresh()
{
    if (m_awaited > 0) {
        m_again = true;
        return;
    }
    m_failed = false;
    const Uuid& space = m_seat.space;
    if (may(Right::SeeMembers)) {
        read(client::listMembers(space), &protocol::MembersReply::members, m_members);
        read(client::listInvites(space), &protocol::InvitesReply::invites, m_invites);
    }
    if (may(Right::SeeDevices))
        read(client::listDevices(space), &protocol::DevicesReply::devices, m_devices);
    else
        read(client::listOwnDevices(), &protocol::DevicesReply::devices, m_devices);
    if (may(Right::DecideHandovers))
        read(client::listHandovers(space), &protocol::HandoversReply::handovers, m_handovers);
}

void PeopleDesk::fail(const client::Failure& failure)
{
    if (isOffline(failure)) {
        Q_EMIT offline();
        return;
    }
    const ErrorText text = accountErrorText(failure);
    Q_EMIT failed(text.what, text.wayOut);
}

void PeopleDesk::tell(const QString& done)
{
    Q_EMIT told(done);
    refresh();
}

} // namespace dure::app

#include "moc_people_desk.cpp"
