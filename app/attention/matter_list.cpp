#include "app/attention/matter_list.h"

#include "app/attention/attention_model.h"
#include "app/widgets/status_glyph.h"
#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace dure::app {
namespace {

int rowHeight() { return tokens().scaled(56); }
int headingHeight() { return tokens().scaled(32); }

class MatterDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {0, index.data(AttentionModel::HeadingRole).toBool() ? headingHeight() : rowHeight()};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool focused = option.widget && option.widget->hasFocus();
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
        const Tokens& t = tokens();
        const int line = Tokens::px(Fixed::Line);
        if (index.data(AttentionModel::HeadingRole).toBool()) {
            painter->fillRect(option.rect, t.color(Color::Sunken));
            painter->setFont(t.font(TextStyle::Hint));
            painter->setPen(t.color(Color::Text2));
            painter->drawText(option.rect.adjusted(t.px(Px::Space16), 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                index.data().toString());
        } else {
            const Color back = selected ? (focused ? Color::Selected : Color::SelectedOff)
                : hovered               ? Color::Hover
                                        : Color::Sheet;
            painter->fillRect(option.rect, t.color(back));
            if (selected)
                painter->fillRect(option.rect.left(), option.rect.top(), Tokens::px(Fixed::RowMark),
                    option.rect.height() - line, t.color(Color::Accent));
            paintMatter(*painter, option.rect, index);
        }
        painter->fillRect(
            option.rect.left(), option.rect.bottom() + 1 - line, option.rect.width(), line, t.color(Color::Hair));
        painter->restore();
    }

private:
    static void paintMatter(QPainter& painter, const QRect& cell, const QModelIndex& index)
    {
        const Tokens& t = tokens();
        const bool done = index.data(AttentionModel::DoneRole).toBool();
        const QFont what = t.font(TextStyle::Body, done ? Weight::Regular : Weight::Bold);
        const QFont small = t.font(TextStyle::Hint);
        const QFontMetrics whatMetrics(what);
        const QFontMetrics smallMetrics(small);
        const int gap = t.scaled(2);
        const int text = whatMetrics.height() + gap + smallMetrics.height();
        QRect first(cell.left() + t.px(Px::Space16), cell.top() + (cell.height() - text) / 2,
            cell.width() - 2 * t.px(Px::Space16), whatMetrics.height());
        paintStatus(painter, first, done ? Status::Done : Status::Attention);
        first.setLeft(first.left() + t.px(Px::Glyph) + t.px(Px::Space8));
        const QRect second(first.left(), first.bottom() + 1 + gap, first.width(), smallMetrics.height());
        const QString when = index.data(AttentionModel::WhenRole).toString();
        painter.setFont(small);
        painter.setPen(t.color(Color::Text2));
        painter.drawText(first, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, when);
        const QString place = index.data(AttentionModel::PlaceRole).toString();
        painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            fitText(smallMetrics, place, second.width()));
        painter.setFont(what);
        painter.setPen(t.color(done ? Color::Text2 : Color::Text));
        const int room = first.width() - textWidth(smallMetrics, when) - t.px(Px::Space8);
        painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            fitText(whatMetrics, index.data().toString(), room));
    }
};

} // namespace

MatterList::MatterList(QWidget* parent)
    : QListView(parent)
{
    setItemDelegate(new MatterDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setAccessibleName(tr("Matters"));
    Theme::follow(this, [this](const Tokens&) { doItemsLayout(); });
}

void MatterList::keyboardSearch(const QString&) { }

void MatterList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT opened();
        return;
    }
    QListView::keyPressEvent(event);
}

void MatterList::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (indexAt(event->pos()).isValid())
        Q_EMIT opened();
}

void MatterList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentRowChanged(current.row());
}

void MatterList::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    viewport()->update();
}

void MatterList::focusOutEvent(QFocusEvent* event)
{
    QListView::focusOutEvent(event);
    viewport()->update();
}

} // namespace dure::app

#include "moc_matter_list.cpp"
