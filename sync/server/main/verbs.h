#pragma once
#include "sync/server/main/arguments.h"

/// What dure-server does on the command line. Each verb returns the process's exit code: 0 done, 1 failed (said on
/// standard error), 2 wrongly called.
namespace dure::server {

inline constexpr int exitDone = 0;
inline constexpr int exitFailed = 1;
inline constexpr int exitUsage = 2;

int failed(std::string_view message);
int wronglyCalled(std::string_view message);

int serve(const Arguments& arguments);

int addCompany(const Arguments& arguments);
int listCompanies(const Arguments& arguments);
int addUser(const Arguments& arguments);
int listUsers(const Arguments& arguments);
int setUserPassword(const Arguments& arguments);
int setUserRole(const Arguments& arguments);
int makeResetCode(const Arguments& arguments);
int removeSecondFactor(const Arguments& arguments);
int addSpace(const Arguments& arguments);
int listSpaces(const Arguments& arguments);
int addInvite(const Arguments& arguments);
int listInvites(const Arguments& arguments);
int endInvite(const Arguments& arguments);
int listDevices(const Arguments& arguments);
int revokeDevice(const Arguments& arguments);

int backUpData(const Arguments& arguments);
int restoreData(const Arguments& arguments);
int preparePostgresTables(const Arguments& arguments);
int migrateStore(const Arguments& arguments);
int verifyStore(const Arguments& arguments);

} // namespace dure::server
