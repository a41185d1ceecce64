#pragma once
#include "core/domain/uuid.h"
#include "sync/server/cloud_store.h"

#include <string>
#include <vector>

namespace dure::bench {

/// A device that is signed in to one company.
struct LoadDevice
{
    Uuid user;
    Uuid device;
    Uuid space;
    std::string token;
};

struct LoadCompany
{
    Uuid space;
    std::string email; ///< of its owner; the password is loadPassword
    std::vector<LoadDevice> devices;
};

inline constexpr const char* loadPassword = "load-password-1";

/// Companies with an owner and so many devices each, signed in long ago: ten thousand sign-ins would be measured
/// instead of what they lead to.
std::vector<LoadCompany> addLoadCompanies(
    server::CloudStore& cloud, RandomSource& random, const std::string& name, int companies, int devicesEach);

} // namespace dure::bench
