// OrderEditorPage: keeping what is typed, and saving it.
#include "app/data/error_text.h"
#include "app/lookup/customer_field.h"
#include "app/orders/call_off_grid.h"
#include "app/orders/call_off_sheet.h"
#include "app/orders/order_editor_page.h"
#include "app/orders/order_head.h"
#include "app/orders/order_line_grid.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"

namespace dure::app {

OrderDraft OrderEditorPage::typed() const
{
    OrderDraft draft;
    draft.order = m_head->order();
    draft.lines = m_model->lines();
    draft.before = m_before;
    draft.splits = splits();
    draft.at = data().clock().nowMs();
    return draft;
}

std::function<std::string()> OrderEditorPage::draft() const
{
    return [typed = typed()] { return draftText(typed); };
}

bool OrderEditorPage::mayClose()
{
    m_saveWhenSettled = false;
    return EditorPage::mayClose();
}

bool OrderEditorPage::isChanged() const
{
    if (!splits().isEmpty())
        return true;
    const SalesOrder order = m_head->order();
    if (m_before)
        return order != m_before->order || m_model->orderLines() != m_before->lines;
    return order != m_shown || m_model->lineCount() > 0;
}

bool OrderEditorPage::takeTyped()
{
    m_head->takeTyped();
    m_grid->settle();
    m_callOff->grid().takeCell();
    return !m_head->hasRejected();
}

bool OrderEditorPage::isWaiting()
{
    const bool priceAwaited = !m_completion->pricing();
    return m_head->customer().isSettling() || m_customerAwaited || !m_grid->isSettled() || priceAwaited
        || m_productsAwaited > 0;
}

void OrderEditorPage::save()
{
    if (!isAtWork())
        return;
    if (m_callOff->isVisible()) // the key finishes what is begun; the next one saves
        return m_callOff->split();
    commitComposition();
    takeTyped();
    // If one of those readings failed, this one may not.
    if (m_customerAwaited)
        readCustomer(m_head->customer().customer(), false);
    if (!m_completion->pricing())
        m_completion->readPricing();
    m_saveWhenSettled = isWaiting(); // for what was typed ahead of its answer
    if (m_saveWhenSettled || stopAtProblem())
        return;
    strip().clear();
    QList<int> rows;
    const commands::OrderInput now = input(rows);
    std::optional<commands::OrderInput> before;
    if (m_before)
        before = commands::OrderInput{m_before->order, m_before->lines};
    saveBy([now, before](commands::Commands& c) { return c.saveOrder(now, before ? &*before : nullptr); },
        [this, rows](const commands::Result& result) {
            if (result)
                onSaved(*result);
            else
                onRefused(result.error(), rows);
        });
}

bool OrderEditorPage::stopAtProblem()
{
    const QString notSaved = tr("It was not saved.");
    m_head->setProblems({});
    m_model->setProblems({}, {});
    if (m_head->hasRejected()) {
        refuse(notSaved, tr("A field of the head cannot be read. Correct what is marked."));
        m_head->focusFirstProblem();
        return true;
    }
    const auto stopAt = [&](const QModelIndex& cell, Tone tone, const QString& what, const QString& wayOut) {
        if (tone == Tone::Red) {
            refuse(what, wayOut);
        } else {
            strip().clear();
            strip().show(tone, what, wayOut);
        }
        m_grid->goTo(cell);
        m_grid->setFocus(Qt::ShortcutFocusReason);
        showMessage();
        return true;
    };
    if (const QModelIndex cell = m_model->firstProblem(); cell.isValid())
        return stopAt(
            cell, Tone::Red, notSaved, tr("Line %1: %2").arg(cell.row() + 1).arg(cell.data(ProblemRole).toString()));
    // A product that nobody knows is pointed out once: it may be meant so.
    const QList<qint64> unmatched = m_model->unmatchedKeys();
    const QSet<qint64> pointedOut(unmatched.begin(), unmatched.end());
    if (pointedOut.isEmpty() || m_confirmed.contains(pointedOut))
        return false;
    m_confirmed = pointedOut;
    return stopAt(m_model->firstProblem(true), Tone::Amber,
        tr("%n line(s) name no product that is known.", nullptr, int(unmatched.size())),
        tr("Choose or make a product with %1, or press %2 again to save them as text.")
            .arg(keyText(keyFor(KeyAction::Choices)), keyText(keyFor(KeyAction::Save))));
}

commands::OrderInput OrderEditorPage::input(QList<int>& rows) const
{
    commands::OrderInput input;
    input.order = m_head->order();
    QList<int> all;
    std::vector<OrderLine> lines = m_model->orderLines(&all);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        OrderLine& line = lines[i];
        if (std::ranges::find(m_goneLines, line.id) != m_goneLines.end() && !line.id.isNil()) {
            const auto seen = std::ranges::find(m_before->lines, line.id, &OrderLine::id);
            if (seen != m_before->lines.end() && *seen == line)
                continue; // taken out elsewhere, and nothing was changed here
            line.id = {}; // changed here: it comes back as a new line
            line.seq = 0;
        }
        input.lines.push_back(std::move(line));
        rows += all[qsizetype(i)];
    }
    return input;
}

void OrderEditorPage::onSaved(const commands::Done& done)
{
    const bool isNew = m_order.isNil();
    if (host())
        host()->closePage(this);
    Q_EMIT saved(done.id, toQString(done.number), isNew);
}

void OrderEditorPage::onRefused(const commands::CommandError& error, const QList<int>& rows)
{
    m_head->setProblems(error.problems);
    m_model->setProblems(error.problems, rows);
    ErrorText text = errorText(error);
    if (error.refusal == commands::Refusal::HasDeliveries)
        text = {tr("A line that was delivered cannot be taken out."),
            tr("%1 in the lines brings it back.").arg(keyText(keyFor(KeyAction::Undo)))};
    refuse(text.what, text.wayOut);
    if (error.kind == commands::ErrorKind::NotFound && !m_order.isNil()) {
        connect(
            strip().addAction(tr("Save as a new order")), &QAbstractButton::clicked, this, &OrderEditorPage::saveAsNew);
    }
    if (m_head->focusFirstProblem())
        return;
    if (const QModelIndex cell = m_model->firstProblem(); cell.isValid())
        m_grid->goTo(cell);
    m_grid->setFocus(Qt::ShortcutFocusReason);
    showMessage();
}

void OrderEditorPage::saveAsNew()
{
    SalesOrder order = m_head->order();
    order.id = {};
    order.seq = 0;
    order.number.clear();
    std::vector<EntryLine> lines;
    for (const auto& line : m_model->lines()) {
        lines.push_back(*line);
        lines.back().line.id = {};
        lines.back().line.seq = 0;
    }
    m_order = {};
    m_before.reset();
    m_goneLines.clear();
    m_head->setOrder(order);
    const auto begun = splits();
    m_model->setLines(std::move(lines));
    keepSplits(begun); // the lines have new keys
    save();
}

} // namespace dure::app
