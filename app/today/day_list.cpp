#include "app/today/day_list.h"

#include "app/today/day_paint.h"
#include "app/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace dure::app {
namespace {

class DayDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {0, dayRowHeight(index.data(Qt::UserRole).value<DayRow>())};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        paintDayRow(*painter, option.rect, index.data(Qt::UserRole).value<DayRow>(),
            {option.state.testFlag(QStyle::State_Selected), option.widget && option.widget->hasFocus(),
                option.state.testFlag(QStyle::State_MouseOver)});
        painter->restore();
    }
};

} // namespace

void DayModel::setRows(QList<DayRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const DayRow* DayModel::rowAt(int row) const { return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr; }

int DayModel::find(const DayRow& like) const
{
    for (int row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].canBeChosen() && m_rows[row].opens == like.opens && m_rows[row].id == like.id)
            return row;
    return -1;
}

int DayModel::nextChoice(int from, bool toDeliver) const
{
    for (int row = from; row < m_rows.size(); ++row) {
        const DayRow& each = m_rows[row];
        if (each.canBeChosen() && each.kind != DayRow::Kind::Section && (!toDeliver || !each.order.isNil()))
            return row;
    }
    return -1;
}

int DayModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant DayModel::data(const QModelIndex& index, int role) const
{
    const DayRow* row = rowAt(index.row());
    if (!row)
        return {};
    if (role == Qt::UserRole)
        return QVariant::fromValue(*row);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    QStringList spoken;
    for (const QString& part : {row->word, row->time, row->title, row->remark, row->text, row->right, row->link})
        if (!part.isEmpty())
            spoken += part;
    return spoken.join(QStringLiteral(", "));
}

Qt::ItemFlags DayModel::flags(const QModelIndex& index) const
{
    const DayRow* row = rowAt(index.row());
    return row && row->canBeChosen() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled : Qt::NoItemFlags;
}

DayList::DayList(QWidget* parent)
    : QListView(parent)
    , m_model(new DayModel(this))
{
    setModel(m_model);
    setItemDelegate(new DayDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    Theme::follow(this, [this](const Tokens&) { doItemsLayout(); });
}

const DayRow* DayList::current() const
{
    return currentIndex().isValid() ? m_model->rowAt(currentIndex().row()) : nullptr;
}

/// The first thing to be done; else the first that can be chosen.
int DayList::firstChoice() const
{
    int any = -1;
    for (int row = 0; const DayRow* each = m_model->rowAt(row); ++row) {
        if (!each->canBeChosen())
            continue;
        if (each->kind != DayRow::Kind::Section && each->status != Status::Done)
            return row;
        if (any < 0)
            any = row;
    }
    return any;
}

void DayList::setRows(QList<DayRow> rows)
{
    const DayRow* now = current();
    const std::optional<DayRow> before = now ? std::optional(*now) : std::nullopt;
    const int place = now ? currentIndex().row() : -1;
    m_setting = true;
    m_model->setRows(std::move(rows));
    int row = before ? m_model->find(*before) : -1;
    if (before && row < 0) { // it has gone: the next of its kind takes its place, what is still to be done first
        row = m_model->nextChoice(place, !before->order.isNil());
        if (row < 0)
            row = m_model->nextChoice(place, false);
    }
    setCurrentIndex(m_model->index(row < 0 ? firstChoice() : row, 0));
    m_setting = false;
    Q_EMIT chosen();
}

void DayList::choose(int row) { setCurrentIndex(m_model->index(row, 0)); }

void DayList::step(int by)
{
    for (int row = currentIndex().row() + by; const DayRow* each = m_model->rowAt(row); row += by) {
        if (each->canBeChosen())
            return choose(row);
    }
    if (by < 0)
        scrollToTop(); // the title above the first row
}

void DayList::keyboardSearch(const QString&) { }

void DayList::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain && current())
            Q_EMIT opened();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (plain)
            return step(event->key() == Qt::Key_Up ? -1 : 1);
        break;
    case Qt::Key_Space:
        event->ignore(); // the page's
        return;
    default:
        break;
    }
    QListView::keyPressEvent(event);
}

void DayList::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    const DayRow* row = m_model->rowAt(indexAt(event->pos()).row());
    if (event->button() == Qt::LeftButton && row && !row->link.isEmpty())
        Q_EMIT opened();
}

void DayList::mouseDoubleClickEvent(QMouseEvent* event)
{
    const DayRow* row = m_model->rowAt(indexAt(event->pos()).row());
    if (row && row->canBeChosen() && row->link.isEmpty())
        Q_EMIT opened();
}

void DayList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (!m_setting)
        Q_EMIT chosen();
}

void DayList::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    viewport()->update();
    Q_EMIT chosen();
}

void DayList::focusOutEvent(QFocusEvent* event)
{
    QListView::focusOutEvent(event);
    viewport()->update();
}

} // namespace dure::app

#include "moc_day_list.cpp"
