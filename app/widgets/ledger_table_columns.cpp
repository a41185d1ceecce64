// How wide the columns of a list are, which are shown in what order, and what of it is remembered.
#include "app/widgets/ledger_delegates.h"
#include "app/widgets/ledger_header.h"
#include "app/widgets/ledger_table.h"
#include "app/widgets/ledger_widths.h"
#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"

#include <QMenu>
#include <QSettings>
#include <QTimer>

namespace dure::app {
namespace {

/// As many Hangul syllables of a name stay readable whatever the room: by fewer it is not recognised.
int leastOfName(const QFontMetrics& metrics) { return textWidth(metrics, QString(6, QChar(0xAC00))); }

} // namespace

int LedgerTable::padding(int column) const
{
    const QRect any(0, 0, tokens().scaled(m_columns[column].width), 1);
    return any.width() - contentRect(any, column).width();
}

void LedgerTable::measureLater()
{
    if (std::exchange(m_measuring, true))
        return;
    QTimer::singleShot(0, this, [this] {
        m_measuring = false;
        measure();
    });
}

void LedgerTable::measure()
{
    const int rows = model() ? model()->rowCount() : 0;
    const int first = rows == 0 ? 0 : qMax(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    for (int row = first; row < rows && (row <= last || last < 0); ++row) {
        for (int column = 0; column < m_columns.size(); ++column) {
            if (isColumnHidden(column))
                continue;
            const auto* delegate = qobject_cast<LedgerDelegate*>(itemDelegateForColumn(column));
            const QModelIndex index = model()->index(row, column);
            m_widest[column] = qMax(m_widest[column], delegate->contentWidth(index));
            m_suffix[column] = qMax(m_suffix[column], delegate->suffixWidth(index));
        }
    }
    arrangeColumns();
}

void LedgerTable::arrangeColumns()
{
    if (m_arranging || m_header->count() < m_columns.size())
        return;
    const Tokens& t = tokens();
    const QFontMetrics head(m_look.hintBold);
    QList<ColumnNeed> needs;
    QList<int> shown;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (column >= m_columns.size() || isColumnHidden(column))
            continue;
        const LedgerColumn& c = m_columns[column];
        const int pad = padding(column);
        const auto* delegate = qobject_cast<LedgerDelegate*>(itemDelegateForColumn(column));
        const int sum = textWidth(m_look.boldMetrics, m_sums.value(c.id));
        const bool sorted = m_header->sortIndicatorSection() == column;
        const int title = textWidth(head, c.title) + (sorted ? t.px(Px::Icon) : 0);
        const bool isDate = c.kind == ColumnKind::Date || c.kind == ColumnKind::DueDate;
        const bool whole = c.whole || c.kind == ColumnKind::Number || isDate;
        const int words = qMax(delegate->leastContentWidth(), whole ? m_widest[column] : 0);
        const auto own = m_ownWidths.constFind(c.id);
        ColumnNeed need;
        need.takesRest = c.stretch;
        need.own = own != m_ownWidths.constEnd();
        // Cut digits would lie: neither a narrow window nor the user's hand goes below them.
        need.least = qMax(qMax(words, sum), title) + pad;
        need.wanted = qMax(need.own ? t.scaled(*own) : t.scaled(c.width), need.least);
        need.full = qMax(m_widest[column] + pad, need.wanted);
        if (c.stretch)
            need.full = m_widest[column] + pad;
        if (!whole && (c.kind == ColumnKind::Text || c.kind == ColumnKind::Name)) {
            need.name = true;
            need.least = qMin(leastOfName(m_look.bodyMetrics) + m_suffix[column] + pad, need.full);
            need.wanted = qMax(need.wanted, need.own ? 0 : need.least);
        }
        if (need.own)
            need.least = need.wanted;
        needs += need;
        shown += column;
    }
    const QList<int> widths = shareWidths(needs, viewport()->width());
    const bool before = std::exchange(m_arranging, true);
    for (qsizetype i = 0; i < shown.size(); ++i) {
        m_header->setSectionResizeMode(shown[i], needs[i].takesRest ? QHeaderView::Fixed : QHeaderView::Interactive);
        m_header->resizeSection(shown[i], widths[i]);
    }
    m_arranging = before;
}

void LedgerTable::onSectionResized(int column, int, int newWidth)
{
    if (m_arranging || column >= m_columns.size() || m_columns[column].stretch || newWidth == 0)
        return;
    m_ownWidths[m_columns[column].id] = newWidth * 100 / tokens().textPercent();
    arrangeColumns();
    saveColumns();
}

void LedgerTable::setSum(const QString& columnId, const QString& text)
{
    if (m_sums.value(columnId) == text)
        return;
    m_sums[columnId] = text;
    arrangeColumns();
}

int LedgerTable::sizeHintForColumn(int column) const
{
    return column < m_widest.size() ? m_widest[column] + padding(column) : QTableView::sizeHintForColumn(column);
}

QMenu* LedgerTable::makeColumnsMenu(QWidget* parent)
{
    auto* menu = new QMenu(parent);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        const int shown = m_header->count() - m_header->hiddenSectionCount();
        for (int column = 0; column < m_columns.size(); ++column) {
            QAction* action = menu->addAction(m_columns[column].title);
            action->setCheckable(true);
            action->setChecked(!isColumnHidden(column));
            action->setEnabled(isColumnHidden(column) || shown > 1);
            connect(action, &QAction::toggled, this, [this, column](bool on) {
                setColumnHidden(column, !on);
                measure();
                saveColumns();
            });
        }
        menu->addSeparator();
        connect(menu->addAction(tr("As at first")), &QAction::triggered, this, [this] {
            for (int column = 0; column < m_columns.size(); ++column)
                m_header->moveSection(m_header->visualIndex(column), column);
            setColumns(QList<LedgerColumn>(m_columns));
            saveColumns();
        });
    });
    return menu;
}

void LedgerTable::rememberColumnsAs(const QString& settingsKey)
{
    m_settingsKey = settingsKey;
    restoreColumns();
}

void LedgerTable::saveColumns() const
{
    if (m_settingsKey.isEmpty() || m_arranging || m_header->count() < m_columns.size())
        return;
    // By id and at 100 %: neither another text size nor a later version's new column upsets it.
    QStringList kept;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (column >= m_columns.size())
            continue;
        const QString& id = m_columns[column].id;
        const auto own = m_ownWidths.constFind(id);
        const QString width = own == m_ownWidths.constEnd() ? QString() : QStringLiteral("w%1").arg(*own);
        kept += QStringLiteral("%1:%2:%3").arg(id, width).arg(isColumnHidden(column) ? 0 : 1);
    }
    QSettings().setValue(m_settingsKey, kept);
}

void LedgerTable::restoreColumns()
{
    if (m_settingsKey.isEmpty() || m_header->count() < m_columns.size())
        return;
    const bool before = std::exchange(m_arranging, true);
    const QStringList kept = QSettings().value(m_settingsKey).toStringList();
    int place = 0;
    for (const QString& entry : kept) {
        const QStringList parts = entry.split(u':');
        const int column = parts.size() == 3 ? columnOf(parts[0]) : -1;
        if (column < 0)
            continue;
        m_header->moveSection(m_header->visualIndex(column), place++);
        setColumnHidden(column, parts[2] == QLatin1String("0"));
        // A number without the letter is an older version's, which took its own widening for the user's.
        if (const int width = parts[1].startsWith(u'w') ? parts[1].mid(1).toInt() : 0; width > 0)
            m_ownWidths[parts[0]] = width;
    }
    m_arranging = before;
    measure();
}

} // namespace dure::app
