#include "app/attention/attention_model.h"

#include "app/attention/field_text.h"
#include "app/attention/matter_text.h"
#include "app/widgets/date_text.h"

#include <QDateTime>

namespace dure::app {
namespace {

constexpr int batch = 200;
constexpr std::int64_t recentlyDone = 4;

/// "09:31" of today, else the day alone.
QString shortMoment(std::int64_t ms, Date today)
{
    if (ms == 0)
        return {};
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(ms);
    const Date date = Date::fromYmd(when.date().year(), unsigned(when.date().month()), unsigned(when.date().day()));
    if (date == today)
        return when.time().toString(QStringLiteral("HH:mm"));
    const QString format = when.date().year() == today.year() ? QStringLiteral("MM-dd") : QStringLiteral("yyyy-MM-dd");
    return when.date().toString(format);
}

} // namespace

AttentionModel::AttentionModel(CompanyData& data, QObject* parent)
    : QAbstractListModel(parent)
    , m_data(data)
    , m_limit(batch)
{ }

void AttentionModel::setDone(bool done)
{
    if (std::exchange(m_done, done) == done)
        return;
    m_limit = batch;
    refresh();
}

void AttentionModel::refresh()
{
    m_data.read(
        this, QStringLiteral("matters"),
        [done = m_done, limit = std::int64_t{m_limit}](Reader& reader) {
            storage::AttentionStore store = reader.attention();
            Rows rows;
            rows.wanted = store.list(done, 0, limit);
            rows.counts = store.counts();
            if (!done)
                rows.recent = store.list(true, 0, recentlyDone);
            return rows;
        },
        [this](Rows&& rows) { take(std::move(rows)); });
}

void AttentionModel::take(Rows&& rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_more = std::ssize(m_rows.wanted) == m_limit;
    endResetModel();
    Q_EMIT counted(m_rows.counts);
    Q_EMIT refreshed();
}

int AttentionModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return int(m_rows.wanted.size() + m_rows.recent.size()) + (hasHeading() ? 1 : 0);
}

int AttentionModel::openRows() const { return m_done ? 0 : int(m_rows.wanted.size()); }

const storage::AttentionRow* AttentionModel::rowAt(int row) const
{
    const int wanted = int(m_rows.wanted.size());
    if (row >= 0 && row < wanted)
        return &m_rows.wanted[static_cast<std::size_t>(row)];
    const int recent = row - wanted - 1;
    return recent >= 0 && recent < std::ssize(m_rows.recent) ? &m_rows.recent[static_cast<std::size_t>(recent)]
                                                             : nullptr;
}

Uuid AttentionModel::idAt(int row) const
{
    const storage::AttentionRow* found = rowAt(row);
    return found ? found->id : Uuid{};
}

int AttentionModel::rowOf(const Uuid& id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (idAt(row) == id)
            return row;
    }
    return -1;
}

QVariant AttentionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const storage::AttentionRow* row = rowAt(index.row());
    if (role == HeadingRole)
        return row == nullptr;
    if (!row)
        return role == Qt::DisplayRole ? QVariant(tr("Decided lately")) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return matterText(*row);
    case PlaceRole:
        return placeText(*row);
    case WhenRole:
        return shortMoment(row->at, m_data.today());
    case DoneRole:
        return row->isDone();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QStringList{matterText(*row), placeText(*row), shortMoment(row->at, m_data.today())}.join(
            QStringLiteral(", "));
    default:
        return {};
    }
}

Qt::ItemFlags AttentionModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || !rowAt(index.row()))
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

bool AttentionModel::canFetchMore(const QModelIndex& parent) const { return !parent.isValid() && m_more; }

void AttentionModel::fetchMore(const QModelIndex& parent)
{
    if (parent.isValid() || !m_more)
        return;
    m_more = false;
    m_limit += batch;
    refresh();
}

} // namespace dure::app

#include "moc_attention_model.cpp"
