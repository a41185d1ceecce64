#include "tests/simulation/disk.h"

#include <algorithm>

namespace dure::simulation {

namespace {

std::map<std::string, Disk*>& disks()
{
    static std::map<std::string, Disk*> all;
    return all;
}

} // namespace

void DiskFile::forgetUnsynced(std::size_t kept)
{
    while (unsynced.size() > kept) {
        const Write& last = unsynced.back();
        bytes.replace(last.offset, last.before.size(), last.before);
        bytes.resize(last.sizeBefore);
        unsynced.pop_back();
    }
    unsynced.clear();
    shared.clear();
    sharedUsers.clear();
    locks.clear();
    std::ranges::fill(sharedLocks, 0);
}

Disk::Disk(std::string name)
    : m_name(std::move(name))
{
    disks()[m_name] = this;
}

Disk::~Disk() { disks().erase(m_name); }

Disk::Image Disk::image() const
{
    Image image;
    for (const auto& [name, file] : m_files)
        image[name] = file->bytes;
    return image;
}

void Disk::load(const Image& image)
{
    m_files.clear();
    for (const auto& [name, bytes] : image) {
        m_files[name] = std::make_shared<DiskFile>();
        m_files[name]->bytes = bytes;
    }
}

std::shared_ptr<DiskFile> Disk::file(const std::string& name, bool create)
{
    if (const auto found = m_files.find(name); found != m_files.end())
        return found->second;
    return create ? m_files[name] = std::make_shared<DiskFile>() : nullptr;
}

bool Disk::mayWrite()
{
    if (!m_isDead && m_untilCut >= 0 && m_untilCut-- == 0)
        m_isDead = true;
    return !m_isDead;
}

std::pair<Disk*, std::string> Disk::find(const std::string& path)
{
    const std::string_view root = "/simulated/";
    const std::size_t slash = path.starts_with(root) ? path.find('/', root.size()) : std::string::npos;
    if (slash == std::string::npos)
        return {nullptr, {}};
    const auto found = disks().find(path.substr(root.size(), slash - root.size()));
    return {found == disks().end() ? nullptr : found->second, path.substr(slash + 1)};
}

} // namespace dure::simulation
