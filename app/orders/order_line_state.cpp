// OrderLineModel: what concerns all lines at once — the head's terms, undo, saving.
#include "app/orders/order_line_model.h"

#include "app/data/error_text.h"
#include "app/widgets/number_text.h"

namespace dure::app {

void OrderLineModel::setLines(std::vector<EntryLine> lines)
{
    beginResetModel();
    m_lines.clear();
    for (EntryLine& line : lines) {
        line.key = ++m_lastKey;
        m_lines += std::make_shared<const EntryLine>(std::move(line));
    }
    m_amounts.assign(std::size_t(m_lines.size()), {});
    m_undo.clear();
    m_redo.clear();
    m_problems.clear();
    endResetModel();
    recompute();
    Q_EMIT linesChanged();
    askAgain();
}

/// What was kept or remembered before its answer came.
void OrderLineModel::askAgain()
{
    for (const QList<Line> shown = m_lines; const Line& line : shown) {
        if (line->line.productId.isNil() && !line->code.empty() && !line->unmatched)
            Q_EMIT productWanted(line->key, toQString(line->code), true);
    }
}

int OrderLineModel::lineCount() const
{
    return int(std::ranges::count_if(m_lines, [](const Line& line) { return !line->isBlank(); }));
}

int OrderLineModel::rowOf(qint64 key) const
{
    for (int row = 0; row < m_lines.size(); ++row) {
        if (m_lines[row]->key == key)
            return row;
    }
    return -1;
}

template <class Change> void OrderLineModel::changeAll(Change change)
{
    bool changed = false;
    for (Line& each : m_lines) {
        EntryLine line = *each;
        change(line);
        if (line == *each)
            continue;
        each = std::make_shared<const EntryLine>(std::move(line));
        changed = true;
    }
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_lines.size()) - 1, columnCount() - 1));
    recompute();
    if (changed)
        Q_EMIT linesChanged();
}

void OrderLineModel::setTax(const TaxTerms& tax)
{
    if (tax == m_terms.tax)
        return;
    m_terms.tax = tax;
    changeAll([](EntryLine&) {});
}

void OrderLineModel::setDay(Date day)
{
    const Date before = std::exchange(m_terms.day, day);
    if (before != day)
        changeAll([&](EntryLine& line) { followDay(line, before, m_terms); });
}

void OrderLineModel::setDue(Date due)
{
    if (std::exchange(m_terms.due, due) != due)
        changeAll([](EntryLine&) {});
}

void OrderLineModel::setToday(Date today) { m_terms.today = today; }

void OrderLineModel::setPricing(std::shared_ptr<const storage::CustomerPricing> pricing, bool reoffer)
{
    m_terms.pricing = std::move(pricing);
    if (!m_terms.pricing)
        return;
    // Going back would bring the former customer's prices back.
    if (reoffer) {
        m_undo.clear();
        m_redo.clear();
    }
    changeAll([&](EntryLine& line) {
        if (line.priceAwaited || (reoffer && !isSettled(line.line.priceSource)))
            offerPrice(line, m_terms);
    });
}

QModelIndex OrderLineModel::undo() { return goBack(m_undo, m_redo); }

QModelIndex OrderLineModel::redo() { return goBack(m_redo, m_undo); }

QModelIndex OrderLineModel::goBack(QList<Step>& from, QList<Step>& to)
{
    if (from.isEmpty())
        return {};
    const Step step = from.takeLast();
    to += Step{m_lines, step.row, step.column};
    show(step.lines);
    askAgain();
    return index(qMin(step.row, rowCount() - 1), step.column);
}

/// Lines that are the same objects are the same lines: only what lies between them changes, so that views keep their
/// place.
void OrderLineModel::show(const QList<Line>& lines)
{
    qsizetype before = 0;
    const qsizetype fewer = qMin(m_lines.size(), lines.size());
    while (before < fewer && m_lines[before] == lines[before])
        ++before;
    qsizetype after = 0;
    while (after < fewer - before && m_lines[m_lines.size() - 1 - after] == lines[lines.size() - 1 - after])
        ++after;
    const qsizetype over = m_lines.size() - lines.size();
    const int end = int(m_lines.size() - after);
    if (over > 0) {
        beginRemoveRows({}, end - int(over), end - 1);
        m_lines.remove(end - over, over);
        m_amounts.erase(m_amounts.begin() + (end - over), m_amounts.begin() + end);
        endRemoveRows();
    } else if (over < 0) {
        beginInsertRows({}, end, end - int(over) - 1);
        for (qsizetype i = 0; i < -over; ++i)
            m_lines.insert(end + i, lines[end + i]);
        m_amounts.insert(m_amounts.begin() + end, std::size_t(-over), LineAmounts{});
        endInsertRows();
    }
    m_lines = lines;
    const int last = int(m_lines.size() - after) - 1;
    if (last >= before)
        Q_EMIT dataChanged(index(int(before), 0), index(last, columnCount() - 1));
    recompute();
    Q_EMIT linesChanged();
}

std::vector<OrderLine> OrderLineModel::orderLines(QList<int>* rows) const
{
    std::vector<OrderLine> lines;
    for (int row = 0; row < m_lines.size(); ++row) {
        const EntryLine& each = *m_lines[row];
        if (each.isBlank())
            continue;
        OrderLine line = each.line;
        // A code that no product has is part of what was ordered all the same.
        if (each.unmatched && !each.code.empty() && line.productName.find(each.code) == std::string::npos)
            line.productName = each.code + ' ' + line.productName;
        line.supply = amounts(row).supply;
        line.tax = amounts(row).tax;
        lines.push_back(std::move(line));
        if (rows)
            *rows += row;
    }
    return lines;
}

void OrderLineModel::setProblems(const std::vector<commands::FieldProblem>& problems, const QList<int>& rows)
{
    m_problems.clear();
    for (const commands::FieldProblem& problem : problems) {
        if (problem.table != TableId::OrderLine || problem.line < 0 || problem.line >= rows.size())
            continue;
        const EntryLine& line = lineAt(rows[problem.line]);
        m_problems.insert({line.key, int(columnOfField(problem.column))}, problemText(problem));
    }
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_lines.size()) - 1, columnCount() - 1));
}

QModelIndex OrderLineModel::firstProblem(bool unmatched) const
{
    for (int row = 0; row < m_lines.size(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            const QModelIndex cell = index(row, column);
            const bool mark = m_lines[row]->unmatched && !m_lines[row]->rejected.contains(column)
                && (column == int(LineColumn::Code) || column == int(LineColumn::Product));
            if (!problemAt(cell).isEmpty() && mark == unmatched)
                return cell;
        }
    }
    return {};
}

QList<qint64> OrderLineModel::unmatchedKeys() const
{
    QList<qint64> keys;
    for (const Line& line : m_lines) {
        if (line->unmatched)
            keys += line->key;
    }
    return keys;
}

} // namespace dure::app
