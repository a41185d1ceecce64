#pragma once
#include "app/cli/output.h"
#include "app/cli/system_sources.h"
#include "core/commands/commands.h"
#include "core/sqlite/folder_lock.h"
#include "core/storage/space_database.h"
#include "sync/client/engine.h"
#include "sync/client/profile.h"
#include "sync/client/transport.h"

#include <expected>
#include <memory>

namespace dure::cli {

/// What can fail says why before it returns.
template <class T> using Said = std::expected<T, Exit>;

/// An opened company. As a writer it holds the folder's lock.
struct OpenCompany
{
    client::LocalCompany company;
    std::unique_ptr<sqlite::FolderLock> lock; ///< null: a reader beside whoever holds the folder
    std::unique_ptr<storage::SpaceDatabase> space;
};

/// What every verb works with: where the data is, who is signed in, which company is meant.
class Program
{
public:
    struct Options
    {
        std::string dataFolder;
        std::string company; ///< a name or an id; empty: the one that was open last
    };
    Program(Output& output, Options options)
        : out(output)
        , m_options(std::move(options))
    { }

    Output& out;
    SystemClock clock;
    SystemRandom random;

    const std::string& dataFolder() const { return m_options.dataFolder; }
    Date today() const;

    Said<client::Profile> loadProfile();
    Said<void> saveProfile(const client::Profile& profile);
    Said<client::LocalCompany> chooseCompany(const client::Profile& profile);
    Said<client::LocalCompany> chooseOwn(const client::Profile& profile); ///< refuses what another account opened here

    /// Refuses what another program holds.
    Said<OpenCompany> openToWrite(const client::Profile& profile);
    Said<OpenCompany> openToWrite(const client::LocalCompany& company);
    /// Beside another program, if one holds the folder.
    Said<OpenCompany> openToRead(const client::Profile& profile);
    Said<OpenCompany> openToRead(const client::LocalCompany& company);

    std::unique_ptr<commands::Commands> makeCommands(OpenCompany& open, const client::Profile& profile);
    /// Signed in by the profile's token, if it has one.
    Said<std::unique_ptr<client::Transport>> connect(const client::Profile& profile);

    Exit fail(const commands::CommandError& error);
    Exit fail(const client::Failure& failure);
    Exit failSignedOut();

private:
    Options m_options;
};

} // namespace dure::cli
