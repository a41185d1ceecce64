#pragma once
#include "sync/server/accounts.h"

namespace dure::server {

void copyCompanyRow(SqlSession& to, const Company& company);
/// A space with its members (their accounts, devices, tokens, second factors) and invitations. What is there already
/// stays as it is; throws std::runtime_error if an e-mail is somebody else's on the other side.
void copySpaceAccounts(SqlSession& from, SqlSession& to, const Uuid& space);

} // namespace dure::server
