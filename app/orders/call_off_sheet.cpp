#include "app/orders/call_off_sheet.h"

#include "app/data/business_days.h"
#include "app/orders/call_off_grid.h"
#include "app/orders/call_off_model.h"
#include "app/widgets/date_field.h"
#include "app/widgets/date_text.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/number_text.h"
#include "app/widgets/quantity_text.h"

#include <QApplication>
#include <QKeyEvent>

namespace dure::app {
namespace {

constexpr int usualDays = 7;

} // namespace

CallOffSheet::CallOffSheet(QWidget* parent)
    : InPlaceSheet(parent)
    , m_about(new Label(LabelRole::Strong))
    , m_count(new ImeLineEdit)
    , m_days(new ImeLineEdit)
    , m_first(new DateField)
    , m_model(new CallOffModel(this))
    , m_grid(new CallOffGrid(*m_model))
{
    setEdges(Qt::TopEdge, Color::Panel);
    setTakesFocus(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // rather the lines above it scroll
    addAbove(m_about);
    m_countCell = addField(tr("Parts"), m_count, 84);
    m_daysCell = addField(tr("Every … days"), m_days, 96);
    m_firstCell = addField(tr("The first on"), m_first, 132);
    addField(tr("Due dates and quantities"), m_grid, 400);
    m_left = addNote({});
    for (ImeLineEdit* field : {m_count, m_days})
        field->setAlignment(Qt::AlignRight);
    KeyButton* main = addButton(tr("Split the line"), false);
    main->setKey(keyFor(KeyAction::Save));
    addCloseButton();
    connect(main, &QAbstractButton::clicked, this, &CallOffSheet::split);
    connect(this, &InPlaceSheet::closeRequested, this, &CallOffSheet::close);
    connect(m_grid, &CallOffGrid::finished, this, &CallOffSheet::split);
    connect(m_grid, &EntryGrid::leftUpwards, this, [this] { m_count->setFocus(Qt::BacktabFocusReason); });
    connect(m_grid, &EntryGrid::cellChanged, this, &CallOffSheet::showLeft);
    connect(m_model, &CallOffModel::changed, this, &CallOffSheet::showLeft);
    connect(m_count, &ImeLineEdit::effectiveTextChanged, this, [this] { m_countCell->setProblem({}); });
    connect(m_days, &ImeLineEdit::effectiveTextChanged, this, [this] { m_daysCell->setProblem({}); });
    connect(m_first, &ImeLineEdit::effectiveTextChanged, this, [this] { m_firstCell->setProblem({}); });
    hide();
}

void CallOffSheet::open(const EntryLine& line, Quantity left, Date due, Date orderedOn, Date today)
{
    const bool goesOn = line.key == m_lineKey && isBegun();
    m_kept = typed();
    const QList<CallOffText> kept = m_kept.take(line.key);
    m_lineKey = line.key;
    m_due = due;
    m_today = today;
    const QString product = toQString(line.line.productName);
    const QString whole = measured(line.line.quantity, line.packing());
    m_about->setText(left == line.line.quantity ? tr("Split by due date: %1, %2").arg(product, whole)
                                                : tr("Split by due date: %1, %2 of %3 not delivered yet")
                                                      .arg(product, measured(left, line.packing()), whole));
    if (goesOn) {
        follow(left);
        show();
        m_grid->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_count->clear();
    m_days->setText(QString::number(usualDays));
    m_first->setToday(today);
    m_first->setDate(due.isNull() || due < today ? businessDays().nextBusinessDay(today) : due);
    for (FormCell* cell : {m_countCell, m_daysCell, m_firstCell})
        cell->setProblem({});
    m_model->begin(left, line.packing(), today, orderedOn);
    m_model->type(kept);
    m_grid->goTo(m_model->index(0, CallOffModel::On));
    show();
    (kept.isEmpty() ? static_cast<QWidget*>(m_count) : m_grid)->setFocus(Qt::OtherFocusReason);
}

bool CallOffSheet::isBegun() const { return m_lineKey != 0 && !m_model->typed().isEmpty(); }

QHash<qint64, QList<CallOffText>> CallOffSheet::typed() const
{
    auto all = m_kept;
    if (isBegun())
        all[m_lineKey] = m_model->typed();
    return all;
}

void CallOffSheet::keep(const QHash<qint64, QList<CallOffText>>& parts)
{
    forget();
    m_kept = parts;
}

void CallOffSheet::forget() { m_lineKey = 0; }

void CallOffSheet::follow(Quantity left)
{
    if (left != m_model->total())
        m_model->setTotal(left);
}

std::optional<int> CallOffSheet::readCount(ImeLineEdit& field, FormCell& cell, int most)
{
    field.commitComposition();
    bool isNumber = false;
    const int count = field.text().trimmed().toInt(&isNumber);
    if (isNumber && count >= 1 && count <= most)
        return count;
    cell.setProblem(tr("From 1 to %1.").arg(most));
    field.setFocus(Qt::OtherFocusReason);
    field.selectAll();
    return std::nullopt;
}

/// "N parts every M days": over what stands there.
bool CallOffSheet::fillIn()
{
    const auto count = readCount(*m_count, *m_countCell, mostCallOffs);
    const auto days = count ? readCount(*m_days, *m_daysCell, mostDaysBetween) : std::nullopt;
    if (!days)
        return false;
    if (!m_first->takeTyped() || m_first->date().isNull()) {
        m_firstCell->setProblem(tr("Not a date. Type it like 11-23 or 1123."));
        m_first->setFocus(Qt::OtherFocusReason);
        m_first->selectAll();
        return false;
    }
    const auto parts = spreadEvenly(
        m_model->total(), *count, m_first->date(), *days, m_model->packing().unitsPerBox, businessDays());
    if (!parts.back().on.isValid()) {
        m_firstCell->setProblem(tr("The last part would be due too far ahead."));
        m_first->setFocus(Qt::OtherFocusReason);
        return false;
    }
    m_model->setParts(parts);
    m_grid->goTo(m_model->index(0, CallOffModel::Amount));
    m_grid->setFocus(Qt::OtherFocusReason);
    return true;
}

/// Enter goes from field to field; behind the last one the parts are filled in. With no number of parts they are typed.
void CallOffSheet::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QWidget* focus = QApplication::focusWidget();
    const auto go = [](ImeLineEdit* field) {
        field->setFocus(Qt::TabFocusReason);
        field->selectAll();
    };
    if (enter && focus == m_count) {
        m_count->commitComposition();
        if (!m_count->text().trimmed().isEmpty())
            return go(m_days);
        m_grid->setFocus(Qt::TabFocusReason);
    } else if (enter && focus == m_days) {
        go(m_first);
    } else if (enter && focus == m_first) {
        fillIn();
    } else {
        InPlaceSheet::keyPressEvent(event);
    }
}

void CallOffSheet::showLeft()
{
    if (const QString problem = m_grid->cell().data(ProblemRole).toString(); !problem.isEmpty()) {
        m_left->setRole(LabelRole::Problem);
        m_left->setWrappedText(problem);
        return;
    }
    const Quantity left = m_model->left();
    const auto text = [this](Quantity quantity) { return measured(quantity, m_model->packing()); };
    m_left->setRole(left < Quantity{} ? LabelRole::Problem : LabelRole::Muted);
    if (m_model->parts().empty() && left == m_model->total())
        m_left->setWrappedText(
            tr("%1 are to be spread. Type how many parts, or dates and quantities.").arg(text(left)));
    else if (left < Quantity{})
        m_left->setWrappedText(tr("%1 more than there is to spread.").arg(text(-left)));
    else if (left.isZero())
        m_left->setWrappedText(tr("All of it is spread."));
    else
        m_left->setWrappedText(m_due.isNull()
                ? tr("%1 still to be spread; what is left stays with the line, without a date.").arg(text(left))
                : tr("%1 still to be spread; what is left stays with the line, due on %2.")
                      .arg(text(left), dateText(m_due, m_today)));
}

void CallOffSheet::split()
{
    commitComposition();
    m_grid->takeCell();
    m_model->demandWhole();
    const auto stopAt = [this](const QModelIndex& cell) {
        m_grid->goTo(cell);
        m_grid->setFocus(Qt::OtherFocusReason);
        showLeft();
    };
    if (const QModelIndex cell = m_model->firstProblem(); cell.isValid())
        return stopAt(cell);
    const auto parts = m_model->parts();
    if (parts.empty()) {
        m_countCell->setProblem(tr("Type how many parts."));
        m_count->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT splitWanted(m_lineKey, parts);
}

void CallOffSheet::showEvent(QShowEvent* event)
{
    InPlaceSheet::showEvent(event);
    Q_EMIT shown(true);
}

void CallOffSheet::hideEvent(QHideEvent* event)
{
    InPlaceSheet::hideEvent(event);
    Q_EMIT shown(!isHidden()); // hidden with its page it is open still
}

void CallOffSheet::close()
{
    hide();
    Q_EMIT closed();
}

} // namespace dure::app

#include "moc_call_off_sheet.cpp"
