#include "sync/server/watch_hub.h"

#include <algorithm>
#include <utility>

namespace dure::server {

std::unique_ptr<WatchHub::Watch> WatchHub::watch(const Uuid& user, const Uuid& device, const Heads& heads)
{
    auto entry = std::make_shared<Entry>();
    entry->device = {user, device};
    entry->heads = heads;
    Wakened wakened;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed) {
            entry->woken = true;
        } else {
            if (const auto older = m_byDevice.find(entry->device); older != m_byDevice.end())
                wake(std::shared_ptr<Entry>(older->second), {}, wakened);
            m_byDevice[entry->device] = entry;
            for (const auto& [space, head] : heads)
                m_bySpace[space].push_back(entry);
        }
    }
    for (const auto& [call, moved] : wakened)
        call(moved);
    return std::make_unique<Watch>(*this, std::move(entry));
}

void WatchHub::moved(const Uuid& space, std::int64_t head)
{
    heard(space, head);
    if (m_tell)
        m_tell(space, head);
}

void WatchHub::heard(const Uuid& space, std::int64_t head)
{
    Wakened wakened;
    {
        const std::lock_guard lock(m_mutex);
        std::int64_t& known = m_heads[space];
        known = std::max(known, head);
        const auto found = m_bySpace.find(space);
        if (found == m_bySpace.end())
            return;
        const std::vector<std::shared_ptr<Entry>> waiting = found->second; // wake() takes them out of the list
        for (const auto& entry : waiting)
            if (entry->heads.at(space) < head)
                wake(entry, {{space, head}}, wakened);
    }
    for (const auto& [call, moved] : wakened)
        call(moved);
}

void WatchHub::nudge(const Uuid& user, const Uuid& space)
{
    heardNudge(user, space);
    if (m_tellNudge)
        m_tellNudge(user, space);
}

void WatchHub::heardNudge(const Uuid& user, const Uuid& space)
{
    Wakened wakened;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_bySpace.find(space);
        if (found == m_bySpace.end())
            return;
        const std::vector<std::shared_ptr<Entry>> waiting = found->second;
        for (const auto& entry : waiting)
            if (entry->device.first == user)
                wake(entry, {{space, entry->heads.at(space)}}, wakened);
    }
    for (const auto& [call, moved] : wakened)
        call(moved);
}

std::optional<std::int64_t> WatchHub::knownHead(const Uuid& space) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_heads.find(space);
    return found == m_heads.end() ? std::nullopt : std::optional(found->second);
}

void WatchHub::close()
{
    Wakened wakened;
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        wakeAll(wakened);
    }
    for (const auto& [call, moved] : wakened)
        call(moved);
}

void WatchHub::wakeAll(Wakened& wakened)
{
    while (!m_byDevice.empty())
        wake(std::shared_ptr<Entry>(m_byDevice.begin()->second), {}, wakened);
}

void WatchHub::forgetHeads()
{
    const std::lock_guard lock(m_mutex);
    m_heads.clear();
}

void WatchHub::askAnew()
{
    Wakened wakened;
    {
        const std::lock_guard lock(m_mutex);
        m_heads.clear();
        wakeAll(wakened);
    }
    for (const auto& [call, moved] : wakened)
        call(moved);
}

std::size_t WatchHub::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_byDevice.size();
}

void WatchHub::leave(const std::shared_ptr<Entry>& entry)
{
    const std::lock_guard lock(m_mutex);
    forget(entry);
    entry->wake = nullptr;
}

void WatchHub::setWake(Entry& entry, std::function<void(const Heads&)> wake)
{
    Heads moved;
    {
        const std::lock_guard lock(m_mutex);
        if (!entry.woken) {
            entry.wake = std::move(wake);
            return;
        }
        moved = entry.moved;
    }
    wake(moved);
}

void WatchHub::wake(const std::shared_ptr<Entry>& entry, Heads moved, Wakened& wakened)
{
    entry->woken = true;
    if (entry->wake)
        wakened.emplace_back(std::exchange(entry->wake, nullptr), std::move(moved));
    else
        entry->moved = std::move(moved);
    forget(entry);
}

void WatchHub::forget(const std::shared_ptr<Entry>& entry)
{
    const auto own = m_byDevice.find(entry->device);
    if (own != m_byDevice.end() && own->second == entry)
        m_byDevice.erase(own);
    for (const auto& [space, head] : entry->heads) {
        const auto found = m_bySpace.find(space);
        if (found == m_bySpace.end())
            continue;
        std::erase(found->second, entry);
        if (found->second.empty())
            m_bySpace.erase(found);
    }
}

} // namespace dure::server
