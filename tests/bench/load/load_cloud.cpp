#include "load_cloud.h"

#include "sync/server/accounts.h"
#include "sync/server/secrets.h"
#include "sync/server/system_clock.h"

namespace dure::bench {

std::vector<LoadCompany> addLoadCompanies(
    server::CloudStore& cloud, RandomSource& random, const std::string& name, int companies, int devicesEach)
{
    const server::SystemClock clock;
    server::Accounts accounts(cloud.accounts(), clock, random);
    std::vector<LoadCompany> made;
    for (int i = 0; i < companies; ++i) {
        LoadCompany company;
        const auto added = accounts.addCompany(name + " " + std::to_string(i), {}).value();
        company.space = added.space;
        company.email = name + std::to_string(i) + "@example.com";
        const auto owner = accounts.addUser(added, company.email, "사장", Owner, loadPassword).value();
        const std::int64_t now = clock.nowMs();
        const auto db = cloud.accounts().write();
        for (int k = 0; k < devicesEach; ++k) {
            LoadDevice device{owner.id, makeUuidV7(now, random), added.space, server::newToken()};
            db->run("INSERT INTO device(\"user\", id, name, created, last_seen) VALUES($1, $2, $3, $4, $4)",
                {device.user, device.device, std::string_view("PC"), now});
            const std::string hash = server::tokenHash(device.token);
            db->run("INSERT INTO token(hash, \"user\", device, created, last_used) VALUES($1, $2, $3, $4, $4)",
                {server::SqlValue::ofBytes(hash), device.user, device.device, now});
            company.devices.push_back(std::move(device));
        }
        db->commit();
        made.push_back(std::move(company));
    }
    return made;
}

} // namespace dure::bench
