#include "sync/protocol/account_codec.h"
#include "sync/protocol/json.h"

#include <algorithm>
#include <array>

/// members, invitations, passwords, second factors
namespace dure::protocol {

using json::ObjectReader;
using json::readObject;
using json::writeObject;
using json::Writer;

namespace {

constexpr std::array<std::string_view, 4> inviteStates = {"waiting", "used", "ended", "expired"};

constexpr std::size_t maxEmail = 254;
constexpr std::size_t maxPassword = 1000;
constexpr std::size_t maxName = 200;
constexpr std::size_t maxCode = 100;

void putText(Writer& w, std::string_view name, const std::string& text)
{
    json::field(w, name, std::string_view(text));
}

std::string shortText(ObjectReader& reader, const char* name, std::size_t maxBytes, bool required = true)
{
    std::string text = reader.text(name, required);
    if (text.size() > maxBytes)
        reader.fail(name);
    return text;
}

std::uint8_t readRole(ObjectReader& reader)
{
    const std::string word = reader.text("role");
    const std::uint8_t role = roleFromName(word);
    if (role == 0 && word != roleName(0))
        reader.fail("role");
    return role;
}

/// An array of objects under `name`, each read by `read`.
template <class Entry, class Read>
void readEach(
    ObjectReader& reader, const char* name, std::optional<DecodeError>& error, std::vector<Entry>& entries, Read read)
{
    const json::Node* nodes = reader.array(name);
    for (rapidjson::SizeType i = 0; nodes && i < nodes->Size() && !error; ++i) {
        ObjectReader each((*nodes)[i], std::string(name) + "[" + std::to_string(i) + "]", error);
        read(each, entries.emplace_back());
    }
}

void put(Writer& w, const MemberEntry& member)
{
    w.StartObject();
    json::field(w, "user", member.user);
    putText(w, "email", member.email);
    putText(w, "name", member.name);
    json::field(w, "role", roleName(member.role));
    json::field(w, "until", member.until);
    json::field(w, "changed", member.changed);
    json::key(w, "second_factor");
    w.Bool(member.secondFactor);
    w.EndObject();
}

void put(Writer& w, const InviteEntry& invite)
{
    w.StartObject();
    json::field(w, "invite", invite.invite);
    json::field(w, "role", roleName(invite.role));
    putText(w, "email", invite.email);
    json::field(w, "until", invite.until);
    json::field(w, "created", invite.created);
    putText(w, "created_by", invite.createdBy);
    json::field(w, "expires", invite.expires);
    json::field(w, "state", inviteStateName(invite.state));
    w.EndObject();
}

void read(ObjectReader& reader, InviteEntry& invite)
{
    invite.invite = reader.id("invite");
    invite.role = readRole(reader);
    invite.email = reader.text("email");
    invite.until = reader.integer("until");
    invite.created = reader.integer("created");
    invite.createdBy = reader.text("created_by");
    invite.expires = reader.integer("expires");
    const auto state = std::ranges::find(inviteStates, reader.text("state"));
    if (state == inviteStates.end())
        reader.fail("state");
    else
        invite.state = static_cast<InviteState>(state - inviteStates.begin());
}

} // namespace

std::string_view inviteStateName(InviteState state) { return inviteStates[static_cast<std::size_t>(state)]; }

std::string encode(const MembersReply& message)
{
    return writeObject([&](Writer& w) {
        json::key(w, "members");
        w.StartArray();
        for (const MemberEntry& member : message.members)
            put(w, member);
        w.EndArray();
    });
}

template <> Decoded<MembersReply> decode(std::string_view text)
{
    return readObject<MembersReply>(text, [](ObjectReader& reader, MembersReply& message, auto& error) {
        readEach(reader, "members", error, message.members, [](ObjectReader& each, MemberEntry& member) {
            member.user = each.id("user");
            member.email = each.text("email");
            member.name = each.text("name");
            member.role = readRole(each);
            member.until = each.integer("until");
            member.changed = each.integer("changed");
            member.secondFactor = each.boolean("second_factor");
        });
    });
}

std::string encode(const RoleRequest& message)
{
    return writeObject([&](Writer& w) {
        json::field(w, "role", roleName(message.role));
        json::field(w, "until", message.until);
    });
}

template <> Decoded<RoleRequest> decode(std::string_view text)
{
    return readObject<RoleRequest>(text, [](ObjectReader& reader, RoleRequest& message, auto&) {
        message.role = readRole(reader);
        message.until = reader.integerOr("until", 0);
    });
}

std::string encode(const InviteRequest& message)
{
    return writeObject([&](Writer& w) {
        json::field(w, "role", roleName(message.role));
        putText(w, "email", message.email);
        json::field(w, "until", message.until);
        json::field(w, "valid_days", message.validDays);
    });
}

template <> Decoded<InviteRequest> decode(std::string_view text)
{
    return readObject<InviteRequest>(text, [](ObjectReader& reader, InviteRequest& message, auto&) {
        message.role = readRole(reader);
        message.email = shortText(reader, "email", maxEmail, false);
        message.until = reader.integerOr("until", 0);
        message.validDays = reader.integerOr("valid_days", message.validDays);
    });
}

std::string encode(const InviteReply& message)
{
    return writeObject([&](Writer& w) {
        json::field(w, "invite", message.invite);
        putText(w, "code", message.code);
        json::field(w, "expires", message.expires);
    });
}

template <> Decoded<InviteReply> decode(std::string_view text)
{
    return readObject<InviteReply>(text, [](ObjectReader& reader, InviteReply& message, auto&) {
        message.invite = reader.id("invite");
        message.code = reader.text("code");
        message.expires = reader.integer("expires");
    });
}

std::string encode(const InvitesReply& message)
{
    return writeObject([&](Writer& w) {
        json::key(w, "invites");
        w.StartArray();
        for (const InviteEntry& invite : message.invites)
            put(w, invite);
        w.EndArray();
    });
}

template <> Decoded<InvitesReply> decode(std::string_view text)
{
    return readObject<InvitesReply>(text, [](ObjectReader& reader, InvitesReply& message, auto& error) {
        readEach(reader, "invites", error, message.invites,
            [](ObjectReader& each, InviteEntry& invite) { read(each, invite); });
    });
}

std::string encode(const JoinRequest& message)
{
    return writeObject([&](Writer& w) {
        putText(w, "code", message.code);
        putText(w, "email", message.email);
        putText(w, "name", message.name);
        putText(w, "password", message.password);
        json::field(w, "device", message.device);
        putText(w, "device_name", message.deviceName);
        if (!message.secondFactor.empty())
            putText(w, "second_factor", message.secondFactor);
    });
}

template <> Decoded<JoinRequest> decode(std::string_view text)
{
    return readObject<JoinRequest>(text, [](ObjectReader& reader, JoinRequest& message, auto&) {
        message.code = shortText(reader, "code", maxCode);
        message.email = shortText(reader, "email", maxEmail);
        message.name = shortText(reader, "name", maxName);
        message.password = shortText(reader, "password", maxPassword);
        message.device = reader.id("device");
        message.deviceName = shortText(reader, "device_name", maxName);
        message.secondFactor = shortText(reader, "second_factor", maxCode, false);
    });
}

std::string encode(const PasswordChangeRequest& message)
{
    return writeObject([&](Writer& w) {
        putText(w, "old_password", message.oldPassword);
        putText(w, "new_password", message.newPassword);
    });
}

template <> Decoded<PasswordChangeRequest> decode(std::string_view text)
{
    return readObject<PasswordChangeRequest>(text, [](ObjectReader& reader, PasswordChangeRequest& message, auto&) {
        message.oldPassword = shortText(reader, "old_password", maxPassword);
        message.newPassword = shortText(reader, "new_password", maxPassword);
    });
}

std::string encode(const ResetCodeRequest& message)
{
    return writeObject([&](Writer& w) { putText(w, "email", message.email); });
}

template <> Decoded<ResetCodeRequest> decode(std::string_view text)
{
    return readObject<ResetCodeRequest>(text, [](ObjectReader& reader, ResetCodeRequest& message, auto&) {
        message.email = shortText(reader, "email", maxEmail);
    });
}

std::string encode(const ResetCodeReply& message)
{
    return writeObject([&](Writer& w) {
        putText(w, "code", message.code);
        json::field(w, "expires", message.expires);
    });
}

template <> Decoded<ResetCodeReply> decode(std::string_view text)
{
    return readObject<ResetCodeReply>(text, [](ObjectReader& reader, ResetCodeReply& message, auto&) {
        message.code = reader.text("code");
        message.expires = reader.integer("expires");
    });
}

std::string encode(const PasswordResetRequest& message)
{
    return writeObject([&](Writer& w) {
        putText(w, "email", message.email);
        putText(w, "code", message.code);
        putText(w, "new_password", message.newPassword);
    });
}

template <> Decoded<PasswordResetRequest> decode(std::string_view text)
{
    return readObject<PasswordResetRequest>(text, [](ObjectReader& reader, PasswordResetRequest& message, auto&) {
        message.email = shortText(reader, "email", maxEmail);
        message.code = shortText(reader, "code", maxCode);
        message.newPassword = shortText(reader, "new_password", maxPassword);
    });
}

std::string encode(const SecondFactorRequest& message)
{
    return writeObject([&](Writer& w) { putText(w, "password", message.password); });
}

template <> Decoded<SecondFactorRequest> decode(std::string_view text)
{
    return readObject<SecondFactorRequest>(text, [](ObjectReader& reader, SecondFactorRequest& message, auto&) {
        message.password = shortText(reader, "password", maxPassword);
    });
}

std::string encode(const SecondFactorReply& message)
{
    return writeObject([&](Writer& w) {
        putText(w, "secret", message.secret);
        putText(w, "uri", message.uri);
    });
}

template <> Decoded<SecondFactorReply> decode(std::string_view text)
{
    return readObject<SecondFactorReply>(text, [](ObjectReader& reader, SecondFactorReply& message, auto&) {
        message.secret = reader.text("secret");
        message.uri = reader.text("uri");
    });
}

std::string encode(const SecondFactorCode& message)
{
    return writeObject([&](Writer& w) { putText(w, "code", message.code); });
}

template <> Decoded<SecondFactorCode> decode(std::string_view text)
{
    return readObject<SecondFactorCode>(text, [](ObjectReader& reader, SecondFactorCode& message, auto&) {
        message.code = shortText(reader, "code", maxCode);
    });
}

std::string encode(const RecoveryCodesReply& message)
{
    return writeObject([&](Writer& w) {
        json::key(w, "codes");
        w.StartArray();
        for (const std::string& code : message.codes)
            json::put(w, std::string_view(code));
        w.EndArray();
    });
}

template <> Decoded<RecoveryCodesReply> decode(std::string_view text)
{
    return readObject<RecoveryCodesReply>(text, [](ObjectReader& reader, RecoveryCodesReply& message, auto&) {
        const json::Node* codes = reader.array("codes");
        for (rapidjson::SizeType i = 0; codes && i < codes->Size(); ++i)
            if ((*codes)[i].IsString())
                message.codes.emplace_back(json::view((*codes)[i]));
            else
                reader.fail("codes");
    });
}

std::string encode(const SecondFactorRemoval& message)
{
    return writeObject([&](Writer& w) {
        putText(w, "password", message.password);
        putText(w, "code", message.code);
    });
}

template <> Decoded<SecondFactorRemoval> decode(std::string_view text)
{
    return readObject<SecondFactorRemoval>(text, [](ObjectReader& reader, SecondFactorRemoval& message, auto&) {
        message.password = shortText(reader, "password", maxPassword);
        message.code = shortText(reader, "code", maxCode);
    });
}

} // namespace dure::protocol
