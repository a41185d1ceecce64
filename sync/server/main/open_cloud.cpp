#include "sync/server/main/open_cloud.h"

#include "sync/server/space_directory.h"

namespace dure::server {

std::unique_ptr<CloudStore> openCloud(
    const Arguments& arguments, OpenedBy by, RandomSource& random, std::size_t connections)
{
    if (arguments.has("--postgres"))
        return openPostgresCloud(arguments.text("--postgres"), connections, random);
    const std::filesystem::path data = arguments.text("--data");
    if (const auto made = prepareDataFolder(data); !made)
        throw std::runtime_error(made.error());
    return openSqliteCloud(data, by, random);
}

} // namespace dure::server
