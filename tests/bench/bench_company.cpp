#include "bench_company.h"

#include "core/storage/derived_data.h"
#include "core/storage/space_database.h"
#include "sync/client/profile.h"
#include "tests/support/pc.h"

#include <filesystem>

namespace dure::bench {

bool makeLocalCompany(const std::string& folder, const std::function<void(PlainInserts&)>& fill)
{
    SeededRandom random(11);
    WallClock clock;
    client::Profile profile;
    profile.device = makeUuidV7(clock.nowMs(), random);
    client::LocalCompany company{makeUuidV7(clock.nowMs(), random), "백만 줄 회사"};
    profile.companies.push_back(company);
    profile.lastSpace = company.space;
    if (!client::saveProfile(folder, profile))
        return false;
    const std::string companyFolder = client::companyFolder(folder, company.space);
    std::filesystem::create_directories(companyFolder);
    const auto space = storage::SpaceDatabase::open(companyFolder + "/company.db").value();
    PlainInserts plain(space->db());
    sqlite::Transaction transaction(space->db());
    fill(plain);
    storage::DerivedData(space->db()).rebuild();
    transaction.commit();
    return true;
}

} // namespace dure::bench
