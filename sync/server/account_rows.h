#pragma once
#include "sync/server/accounts.h"

/// What the classes about accounts ask of their tables in common. Inside the caller's session.
namespace dure::server {

std::optional<Uuid> userIdOf(SqlSession& db, const std::string& email);
std::optional<User> userByEmail(SqlSession& db, const std::string& email);
std::optional<User> userById(SqlSession& db, const Uuid& user);

struct Membership
{
    std::uint8_t role = 0;
    std::optional<std::int64_t> until;

    bool isLive(std::int64_t nowMs) const { return role != 0 && (!until || *until > nowMs); }
};
std::optional<Membership> membershipOf(SqlSession& db, const Uuid& user, const Uuid& space);
/// Every change raises the grants version.
void putMembership(
    SqlSession& db, const Uuid& user, const Uuid& space, const Membership& membership, std::int64_t nowMs);
std::optional<SpaceKind> kindOf(SqlSession& db, const Uuid& space);
/// Live in another company or on the platform: then this company does not decide of the account itself. Rooms do not
/// count.
bool isMemberElsewhere(SqlSession& db, const Uuid& user, const Uuid& space, std::int64_t nowMs);
/// Whether someone else holds the role that a space cannot be without (the platform: operators; others: owners).
bool hasOtherKeeper(SqlSession& db, SpaceKind kind, const Uuid& space, const Uuid& user, std::int64_t nowMs);

void addUserRow(SqlSession& db, const User& user, const std::string& passwordHash);
void endTokens(SqlSession& db, const Uuid& user, std::int64_t nowMs);

bool isName(std::string_view name); ///< 1 to 200 bytes of UTF-8
bool isPassword(std::string_view password); ///< 8 characters to 1,000 bytes

/// Twelve characters in three groups, to be told by telephone; as typed, in either case and with anything between.
std::string shownCode(std::string_view code);
std::string typedCode(std::string_view typed);

} // namespace dure::server
