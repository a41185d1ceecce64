// ListPage: several rows chosen at once (Shift with the arrows, Ctrl with the mouse), for what is done with all of
// them.
#include "app/data/windowed_model.h"
#include "app/lists/list_page.h"

#include <QItemSelectionModel>
#include <algorithm>

namespace dure::app {

void ListPage::setSeveralMayBeChosen()
{
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { m_chosen = chosenRows(); });
}

QList<std::pair<int, Uuid>> ListPage::chosenRows() const
{
    QList<std::pair<int, Uuid>> rows;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom() && rows.size() < mostChosen; ++row)
            rows.emplaceBack(row, m_model->idAt(row));
    std::ranges::sort(rows, {}, &std::pair<int, Uuid>::first);
    return rows;
}

std::vector<Uuid> ListPage::chosenIds() const
{
    std::vector<Uuid> ids;
    const auto rows = chosenRows();
    for (const auto& [row, id] : rows)
        if (!id.isNil()) // one that was never in sight is not read
            ids.push_back(id);
    if (ids.size() < 2)
        ids.assign(m_currentId.isNil() ? 0 : 1, m_currentId);
    return ids;
}

int ListPage::chosenCount() const { return qMax(m_currentId.isNil() ? 0 : 1, static_cast<int>(chosenRows().size())); }

/// Rows moved under the selection: it would name others. The current one stays.
void ListPage::dropMovedChoice()
{
    if (m_chosen.size() < 2)
        return;
    const bool moved = std::ranges::any_of(m_chosen, [this](const std::pair<int, Uuid>& was) {
        return !was.second.isNil() && (was.first >= m_model->rowCount() || m_model->idAt(was.first) != was.second);
    });
    if (!moved)
        return;
    m_keepingRow = true;
    m_table->selectRow(m_table->currentRow());
    m_keepingRow = false;
}

} // namespace dure::app
