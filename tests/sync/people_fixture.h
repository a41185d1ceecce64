#pragma once
#include "sync/protocol/account_codec.h"
#include "tests/sync/cloud_fixture.h"

/// A cloud and what its people ask of it, over real sockets.
namespace dure::test {

class People : public Cloud
{
public:
    static constexpr std::int64_t dayMs = 86'400'000;
    static inline const QByteArray emptyPull = quoted("{'epoch':'','cursors':{}}");

    using Cloud::Cloud;

    QByteArray pathIn(const Uuid& space, const QByteArray& rest) const
    {
        return "/v1/spaces/" + QByteArray::fromStdString(space.toString()) + "/" + rest;
    }
    static QByteArray text(const Uuid& id) { return QByteArray::fromStdString(id.toString()); }

    RawReply get(const QByteArray& token, const QByteArray& path) { return ask(port, "GET", path, headers(token)); }
    RawReply drop(const QByteArray& token, const QByteArray& path) { return ask(port, "DELETE", path, headers(token)); }
    template <class T> RawReply send(const QByteArray& token, const QByteArray& path, const T& message)
    {
        return post(token, path, encode(message));
    }
    template <class T> static T read(const RawReply& reply)
    {
        auto message = protocol::decode<T>(reply.body.toStdString());
        return reply.status == 200 && message ? *message : T{};
    }

    RawReply pull(const QByteArray& token, std::optional<Uuid> space = std::nullopt)
    {
        Headers all = headers(token);
        all.emplaceBack("User-Agent", "dure/0.1.0");
        return ask(port, "POST", pathIn(space.value_or(company.space), "pull"), all, emptyPull);
    }
    protocol::InviteReply invite(const QByteArray& token, const protocol::InviteRequest& request)
    {
        return read<protocol::InviteReply>(send(token, spacePath("invites"), request));
    }
    RawReply joinReply(const std::string& code, const std::string& email, const std::string& password = "correct horse",
        std::optional<Uuid> device = std::nullopt)
    {
        const protocol::JoinRequest request{code, email, "새사람", password, device ? *device : newId(), "새 PC"};
        return ask(port, "POST", "/v1/join", {}, QByteArray::fromStdString(encode(request)));
    }
    QByteArray join(const std::string& code, const std::string& email)
    {
        return joinReply(code, email).json()["token"].toString().toUtf8();
    }
    Uuid userOf(const QByteArray& token) { return sessions.find(token.toStdString())->user; }
    Uuid deviceOf(const QByteArray& token) { return sessions.find(token.toStdString())->device; }
    RawReply setRole(const QByteArray& token, const Uuid& user, std::uint8_t role, std::int64_t until = 0)
    {
        return send(token, spacePath(("members/" + user.toString()).c_str()), protocol::RoleRequest{role, until});
    }
    /// Hands in one new customer.
    RawReply handIn(const QByteArray& token, const Uuid& row, std::int64_t n = 1, const std::string& name = "가온상사")
    {
        return send(token, spacePath("handover"), customerPush(userOf(token), incarnation, n, row, name));
    }
    bool hasRow(const QByteArray& token, const Uuid& row) { return pull(token).body.contains(text(row)); }
};

} // namespace dure::test
