// OrderEditorPage: a line is split into parts with due dates of their own.
#include "app/orders/call_off_lines.h"
#include "app/orders/call_off_sheet.h"
#include "app/orders/order_editor_page.h"
#include "app/orders/order_foot.h"
#include "app/orders/order_head.h"
#include "app/orders/order_line_grid.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_hint_bar.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/theme.h"

namespace dure::app {

Quantity OrderEditorPage::leftToSplit(const OrderLine& line) const
{
    Quantity delivered;
    if (m_before && !line.id.isNil())
        if (const auto found = m_before->delivered.find(line.id); found != m_before->delivered.end())
            delivered = found->second;
    return callOffQuantity(line, delivered);
}

void OrderEditorPage::openCallOff()
{
    const EntryLine& line = m_model->lineAt(m_grid->cell().row());
    const auto refuse = [this](const QString& what, const QString& wayOut) {
        strip().clear();
        strip().show(Tone::Info, what, wayOut);
    };
    if (line.rejected.contains(int(LineColumn::Quantity)) || line.line.quantity <= Quantity{})
        return refuse(tr("This line cannot be split yet."), tr("Type its quantity first."));
    const Quantity left = leftToSplit(line.line);
    if (left.isZero())
        return refuse(tr("All of this line was delivered. Nothing of it is left to split."), {});
    strip().clear();
    const SalesOrder head = m_head->order();
    m_callOff->open(
        line, left, line.line.dueOn.isNull() ? head.dueOn : line.line.dueOn, head.orderedOn, data().today());
}

void OrderEditorPage::splitLine(qint64 key, const std::vector<CallOffPart>& parts)
{
    const int row = m_model->rowOf(key);
    if (row < 0)
        return m_callOff->close();
    const EntryLine& line = m_model->lineAt(row);
    const Quantity delivered = line.line.quantity - leftToSplit(line.line);
    const QList<EntryLine> lines = callOffLines(line, delivered, parts);
    m_callOff->hide();
    m_callOff->forget();
    m_model->replaceLine(row, lines);
    m_grid->goTo(m_model->index(row, int(LineColumn::Due)));
    m_grid->setFocus(Qt::OtherFocusReason);
    strip().clear();
    strip().show(Tone::Info, tr("The line now stands in %n part(s).", nullptr, int(lines.size())),
        tr("%1 in the lines brings it back.").arg(keyText(keyFor(KeyAction::Undo))));
}

QMap<int, QList<CallOffText>> OrderEditorPage::splits() const
{
    QMap<int, QList<CallOffText>> all;
    const auto typed = m_callOff->typed();
    for (auto line = typed.begin(); line != typed.end(); ++line)
        if (const int row = m_model->rowOf(line.key()); row >= 0)
            all[row] = *line;
    return all;
}

void OrderEditorPage::keepSplits(const QMap<int, QList<CallOffText>>& splits)
{
    QHash<qint64, QList<CallOffText>> kept;
    for (auto line = splits.begin(); line != splits.end(); ++line)
        if (line.key() >= 0 && line.key() < m_model->lines().size())
            kept[m_model->lineAt(line.key()).key] = *line;
    m_callOff->keep(kept);
}

QString OrderEditorPage::splitsText() const
{
    QStringList rows;
    for (const int row : splits().keys())
        rows += QString::number(row + 1);
    return rows.isEmpty() ? QString()
                          : tr("Line %1 was being split; %2 on it brings the parts back.")
                                .arg(rows.join(QStringLiteral(", ")), keyText(OrderLineGrid::callOffKey()));
}

/// The save key is the sheet's meanwhile. With large letters the head gives way to it: the line that is split stays in
/// sight.
void OrderEditorPage::makeRoomForCallOff(bool open)
{
    constexpr int leastRows = 2;
    m_save->setDisabled(open);
    const int taken = m_head->sizeHint().height() + m_callOff->sizeHint().height() + m_foot->sizeHint().height()
        + m_hints->height() + tokens().px(Px::HeadRow) + leastRows * tokens().px(Px::Row);
    m_head->setVisible(!open || taken <= height());
}

/// The line is another one now, or more of it went out.
void OrderEditorPage::followCallOff()
{
    if (m_callOff->isHidden())
        return;
    const int row = m_model->rowOf(m_callOff->lineKey());
    const OrderLine line = m_model->lineAt(row).line;
    const Quantity left = row < 0 ? Quantity{} : leftToSplit(line);
    if (left.isZero())
        m_callOff->close();
    else
        m_callOff->follow(left);
}

} // namespace dure::app
