#include "app/data/windowed_model.h"

#include <QTimer>
#include <algorithm>

namespace dure::app {
namespace {

// Enough for a screen, its neighbours and a jump back; a page of orders takes some 60 KB.
constexpr int pagesHeld = 24;
// 5,000 rows: all that is open, and of everything the part one might scroll to.
constexpr int pagesSearched = 25;
// What an item view can number; far beyond what a company writes in its life.
constexpr std::int64_t mostRows = 40'000'000;

} // namespace

WindowedModel::WindowedModel(CompanyData& data, QList<TableId> tables, QObject* parent)
    : QAbstractTableModel(parent)
    , m_data(data)
    , m_tables(std::move(tables))
    , m_pages(pagesHeld)
{
    connect(&data, &CompanyData::changed, this, &WindowedModel::onChanged);
}

int WindowedModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_count; }

const WindowedModel::Page* WindowedModel::pageOf(int row) const
{
    if (row < 0 || row >= m_count)
        return nullptr;
    const Page* page = m_pages.object(row / pageRows);
    if (!page)
        want(row);
    return page;
}

bool WindowedModel::isRead(int row) const
{
    return row >= 0 && row < m_count && m_pages.contains(row / pageRows)
        && static_cast<std::size_t>(row % pageRows) < m_pages.object(row / pageRows)->ids.size();
}

Uuid WindowedModel::idAt(int row) const
{
    return isRead(row) ? m_pages.object(row / pageRows)->ids[static_cast<std::size_t>(row % pageRows)] : Uuid{};
}

int WindowedModel::rowOf(const Uuid& id) const
{
    const auto pages = m_pages.keys();
    for (const int page : pages) {
        const auto& ids = m_pages.object(page)->ids;
        const auto found = std::ranges::find(ids, id);
        if (found != ids.end())
            return page * pageRows + static_cast<int>(found - ids.begin());
    }
    return -1;
}

void WindowedModel::locate(const Uuid& id, std::function<void(int row)> found)
{
    std::vector<PageJob> jobs;
    for (int page = 0; page < pagesSearched; ++page)
        jobs.push_back(pageJob(std::int64_t{page} * pageRows, pageRows));
    const auto search = [jobs = std::move(jobs), id](Reader& reader) {
        for (std::size_t page = 0; page < jobs.size(); ++page) {
            const Page read = jobs[page](reader);
            const auto place = std::ranges::find(read.ids, id);
            if (place != read.ids.end())
                return static_cast<int>(page) * pageRows + static_cast<int>(place - read.ids.begin());
            if (read.ids.size() < std::size_t{pageRows})
                break;
        }
        return -1;
    };
    m_data.read(this, QStringLiteral("locate"), search, [this, found = std::move(found)](int row) {
        if (row >= m_count && m_counted)
            row = -1; // the list itself is about to be read again
        found(row);
    });
}

std::function<WindowedModel::ExportPage(Reader&)> WindowedModel::exportJob(
    std::int64_t offset, std::int64_t limit) const
{
    return [job = pageJob(offset, limit)](Reader& reader) {
        Page page = job(reader);
        return ExportPage{std::move(page.rows), page.ids.size()};
    };
}

void WindowedModel::setViewport(int first, int last)
{
    first = std::clamp(first, 0, std::max(0, m_count - 1));
    last = std::clamp(last, first, std::max(first, m_count - 1));
    if (first != m_first)
        m_upwards = first < m_first;
    m_first = first;
    m_last = last;
    if (m_count == 0)
        return;
    want(first);
    want(last);
    const int next = m_upwards ? first / pageRows - 1 : last / pageRows + 1;
    if (next >= 0 && next <= lastPage())
        want(next * pageRows);
}

void WindowedModel::want(int row) const
{
    const int page = row / pageRows;
    if (m_pages.contains(page) && !m_stale.contains(page))
        return;
    m_wanted.insert(page);
    if (std::exchange(m_readQueued, true))
        return;
    // After the event that painted or scrolled: a view asks for many cells of one page in a row.
    auto* self = const_cast<WindowedModel*>(this);
    QTimer::singleShot(0, self, &WindowedModel::readWanted);
}

void WindowedModel::readWanted()
{
    m_readQueued = false;
    QSet<int> wanted;
    wanted.swap(m_wanted);
    if (m_loading)
        return; // the new list's pages are asked for when its first one has come
    const int firstOnScreen = m_first / pageRows;
    const int lastOnScreen = m_last / pageRows;
    // Three slots only: whoever drags the scroll bar through a million rows leaves no queue behind.
    for (const int page : std::as_const(wanted)) {
        if (m_pages.contains(page) && !m_stale.contains(page))
            continue;
        if (page == firstOnScreen)
            readPage(page, QStringLiteral("first"));
        else if (page == lastOnScreen)
            readPage(page, QStringLiteral("last"));
        else
            readPage(page, QStringLiteral("beside"));
    }
}

void WindowedModel::readPage(int page, const QString& slot)
{
    m_data.read(this, slot, pageJob(std::int64_t{page} * pageRows, pageRows),
        [this, page](Page&& read) { take(page, std::move(read)); });
}

void WindowedModel::take(int page, Page&& read)
{
    const bool wasStale = m_stale.remove(page);
    const int first = page * pageRows;
    const int end = first + static_cast<int>(read.ids.size());
    const bool isShort = end < first + pageRows;
    m_pages.insert(page, new Page(std::move(read)));
    // A short page is where the list ends, whatever was counted before; a full one may reach beyond it.
    if (isShort && (end > first || page == 0)) {
        m_counted = true;
        setRowCount(end, page);
    } else if (!isShort && end > m_count) {
        setRowCount(end, page);
    }
    if (first < m_count) {
        const int last = std::min(first + pageRows, m_count) - 1;
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    }
    if (wasStale && m_stale.isEmpty())
        Q_EMIT refreshed();
}

void WindowedModel::reload()
{
    setLoading(true);
    m_data.read(this, QStringLiteral("reload"), pageJob(0, pageRows), [this](Page&& read) {
        const int size = static_cast<int>(read.ids.size());
        beginResetModel();
        m_pages.clear();
        m_stale.clear();
        m_wanted.clear();
        m_first = 0;
        m_last = 0;
        m_count = size;
        m_counted = size < pageRows;
        m_pages.insert(0, new Page(std::move(read)));
        endResetModel();
        setLoading(false);
        Q_EMIT reloaded();
    });
    readTotals(ReadPriority::Normal, false);
}

void WindowedModel::refresh()
{
    if (m_loading) {
        reload();
        return;
    }
    const int firstOnScreen = m_first / pageRows;
    const int lastOnScreen = m_last / pageRows;
    const auto pages = m_pages.keys();
    for (const int page : pages) {
        if (page < firstOnScreen || page > lastOnScreen)
            m_pages.remove(page);
    }
    m_stale = {firstOnScreen, lastOnScreen};
    readTotals(ReadPriority::Normal, false);
    want(m_first);
    want(m_last);
}

void WindowedModel::readTotals(ReadPriority priority, bool patient)
{
    m_data.read(
        this, QStringLiteral("totals"), totalsJob(patient), [this](Totals&& totals) { takeTotals(std::move(totals)); },
        priority);
}

void WindowedModel::takeTotals(Totals&& totals)
{
    const bool exact = totals.exact;
    const int count = static_cast<int>(std::clamp<std::int64_t>(totals.count, 0, mostRows));
    m_totals = std::move(totals);
    if (m_loading) {
        // Counted before the first page came, for a list that is not shown yet: ask again behind the page.
        readTotals(ReadPriority::Normal, false);
        return;
    }
    m_counted = exact;
    setRowCount(exact ? count : std::max(count, m_count));
    Q_EMIT totalsChanged();
    if (!exact)
        readTotals(ReadPriority::Background, true);
}

void WindowedModel::setRowCount(int count, int freshPage)
{
    if (count > m_count) {
        // A page that was the short last one lacks the rows that follow.
        if (m_count % pageRows != 0 && lastPage() != freshPage) {
            m_stale.insert(lastPage());
            want(m_count - 1);
        }
        beginInsertRows({}, m_count, count - 1);
        m_count = count;
        endInsertRows();
    } else if (count < m_count) {
        beginRemoveRows({}, count, m_count - 1);
        m_count = count;
        const auto pages = m_pages.keys();
        for (const int page : pages) {
            if (page > lastPage() || m_count == 0)
                m_pages.remove(page);
        }
        m_stale.removeIf([this](int page) { return page > lastPage(); });
        endRemoveRows();
        m_first = std::min(m_first, std::max(0, m_count - 1));
        m_last = std::min(m_last, std::max(0, m_count - 1));
    }
}

void WindowedModel::setLoading(bool loading)
{
    if (std::exchange(m_loading, loading) != loading)
        Q_EMIT loadingChanged(loading);
}

void WindowedModel::onChanged(const ChangeSet& changes)
{
    const bool mine = std::ranges::any_of(m_tables, [&](TableId table) { return changes.touches(table); });
    if (mine)
        refresh();
}

} // namespace dure::app

#include "moc_windowed_model.cpp"
