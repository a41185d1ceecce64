#include "app/widgets/ledger_delegates.h"

#include "app/widgets/date_text.h"
#include "app/widgets/ledger_table.h"
#include "app/widgets/status_glyph.h"
#include "app/widgets/text_fit.h"

#include <QPainter>

namespace dure::app {
namespace {

Color colorOf(CellInk ink)
{
    switch (ink) {
    case CellInk::Normal:
        return Color::Text;
    case CellInk::Muted:
        return Color::Text2;
    case CellInk::Faint:
        return Color::Text3;
    case CellInk::Red:
        return Color::Red;
    case CellInk::Amber:
        return Color::Amber;
    case CellInk::Green:
        return Color::Green;
    case CellInk::Accent:
        return Color::Accent;
    }
    return Color::Text;
}

class TextDelegate : public LedgerDelegate
{
public:
    using LedgerDelegate::LedgerDelegate;
    int contentWidth(const QModelIndex& index) const override { return displayWidth(index); }

protected:
    void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index) const override
    {
        paintText(painter, rect, index.data(Qt::DisplayRole).toString());
    }
};

class NumberDelegate : public LedgerDelegate
{
public:
    using LedgerDelegate::LedgerDelegate;
    int contentWidth(const QModelIndex& index) const override { return displayWidth(index); }

protected:
    void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index) const override
    {
        paintText(painter, rect, index.data(Qt::DisplayRole).toString(), Qt::AlignRight);
    }
};

class StatusDelegate : public LedgerDelegate
{
public:
    using LedgerDelegate::LedgerDelegate;
    int leastContentWidth() const override
    {
        int widest = 0;
        for (const Status status :
            {Status::Received, Status::Partial, Status::Done, Status::Late, Status::Held, Status::Cancelled})
            widest = qMax(widest, textWidth(table().look().boldMetrics, statusWord(status)));
        return widest + indent();
    }

protected:
    void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index) const override
    {
        const auto status = static_cast<Status>(index.data(StatusRole).toInt());
        if (const QVariant swatch = index.data(SwatchRole); swatch.isValid())
            paintSwatch(painter, rect, static_cast<Color>(swatch.toInt()));
        else
            paintStatus(painter, rect, status);
        const QString word = index.data(Qt::DisplayRole).toString();
        if (status == Status::Late)
            painter.setFont(table().look().bold);
        painter.setPen(tokens().color(statusWordColor(status)));
        paintText(painter, rect.adjusted(indent(), 0, 0, 0), word.isEmpty() ? statusWord(status) : word);
    }

private:
    static void paintSwatch(QPainter& painter, const QRect& rect, Color color)
    {
        const int size = tokens().px(Px::Glyph) - 2 * Tokens::px(Fixed::Line);
        QRect square(rect.left(), 0, size, size);
        square.moveCenter({square.center().x(), rect.center().y()});
        painter.fillRect(square, tokens().color(color));
        if (color != Color::Track)
            return;
        painter.setPen(tokens().color(Color::Control));
        painter.drawRect(square.adjusted(0, 0, -1, -1));
    }
    static int indent() { return tokens().px(Px::Glyph) + tokens().px(Px::Space4) + Tokens::px(Fixed::FocusGap); }
};

class DateDelegate : public LedgerDelegate
{
public:
    using LedgerDelegate::LedgerDelegate;
    int leastContentWidth() const override { return textWidth(table().look().bodyMetrics, dateText(wide, wide)); }
    int contentWidth(const QModelIndex& index) const override
    {
        const Date date{index.data(DateRole).toInt()};
        return date.isNull() ? displayWidth(index)
                             : textWidth(table().look().bodyMetrics, dateText(date, table().today()));
    }

protected:
    static constexpr Date wide = Date::fromYmd(2026, 10, 28); // Wednesday the 28th is as wide as dates get
    void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index) const override
    {
        paintDate(painter, rect, index);
    }
    /// How much of the width it takes.
    int paintDate(QPainter& painter, const QRect& rect, const QModelIndex& index) const
    {
        const Date date{index.data(DateRole).toInt()};
        if (date.isValid())
            return paintText(painter, rect, dateText(date, table().today()));
        const QString text = index.data(Qt::DisplayRole).toString();
        return paintText(painter, rect, text.isEmpty() ? QStringLiteral("–") : text);
    }
};

class DueDateDelegate : public DateDelegate
{
public:
    using DateDelegate::DateDelegate;
    int leastContentWidth() const override
    {
        // two digits of days late are usual
        const LedgerLook& look = table().look();
        const int near = qMax(textWidth(look.boldMetrics, nearnessText(wide.addDays(-28), wide)),
            textWidth(look.boldMetrics, nearnessText(wide.addDays(1), wide)));
        return DateDelegate::leastContentWidth() + tokens().px(Px::Space4) + near;
    }
    int contentWidth(const QModelIndex& index) const override
    {
        const int own = DateDelegate::contentWidth(index);
        const QString near = nearness(index);
        return near.isEmpty() ? own : own + tokens().px(Px::Space4) + textWidth(table().look().boldMetrics, near);
    }

protected:
    void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index) const override
    {
        const int taken = paintDate(painter, rect, index);
        const QString near = nearness(index);
        if (near.isEmpty())
            return;
        painter.setFont(table().look().bold);
        painter.setPen(tokens().color(Date{index.data(DateRole).toInt()} < table().today() ? Color::Red : Color::Text));
        paintText(painter, rect.adjusted(taken + tokens().px(Px::Space4), 0, 0, 0), near);
    }

private:
    QString nearness(const QModelIndex& index) const
    {
        const Date date{index.data(DateRole).toInt()};
        return date.isNull() || index.data(SettledRole).toBool() ? QString() : nearnessText(date, table().today());
    }
};

class ProgressDelegate : public LedgerDelegate
{
public:
    using LedgerDelegate::LedgerDelegate;

protected:
    void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index) const override
    {
        const QVariant permille = index.data(PermilleRole);
        if (!permille.isValid())
            return;
        const Tokens& t = tokens();
        const int height = t.px(Px::Bar);
        const qreal radius = height / 2.0;
        const QRectF track(rect.left(), rect.top() + (rect.height() - height) / 2, rect.width(), height);
        const int part = qBound(0, permille.toInt(), 1000);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.color(Color::Track));
        painter.drawRoundedRect(track, radius, radius);
        if (part > 0) {
            // Never thinner than its own round end, so that the first delivery shows.
            QRectF done = track;
            done.setWidth(qMax<qreal>(height, track.width() * part / 1000));
            painter.setBrush(t.color(part == 1000 ? Color::Green : Color::Bar));
            painter.drawRoundedRect(done, radius, radius);
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
};

class NameDelegate : public LedgerDelegate
{
public:
    using LedgerDelegate::LedgerDelegate;
    int contentWidth(const QModelIndex& index) const override { return displayWidth(index) + suffixWidth(index); }
    int suffixWidth(const QModelIndex& index) const override
    {
        const QString suffix = index.data(SuffixRole).toString();
        return suffix.isEmpty() ? 0 : table().look().bodyMetrics.horizontalAdvance(suffix) + gap();
    }

protected:
    void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index) const override
    {
        const QString name = index.data(Qt::DisplayRole).toString();
        const QString suffix = index.data(SuffixRole).toString();
        if (suffix.isEmpty()) {
            paintText(painter, rect, name);
            return;
        }
        const int taken = paintText(painter, rect.adjusted(0, 0, -suffixWidth(index), 0), name);
        painter.setFont(table().look().body);
        painter.setPen(tokens().color(Color::Text2));
        painter.drawText(rect.adjusted(taken + gap(), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, suffix);
    }

private:
    static int gap() { return tokens().px(Px::Space4) + Tokens::px(Fixed::Line); }
};

} // namespace

LedgerDelegate::LedgerDelegate(LedgerTable* table)
    : QAbstractItemDelegate(table)
    , m_table(table)
{ }

void LedgerDelegate::paintSurface(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokens();
    const int line = Tokens::px(Fixed::Line);
    const bool focused = m_table->hasFocus();
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter.fillRect(option.rect, t.color(focused ? Color::Selected : Color::SelectedOff));
    else if (index.row() == m_table->hoveredRow())
        painter.fillRect(option.rect, t.color(Color::Hover));
    else if (const QVariant surface = index.data(Qt::BackgroundRole); surface.isValid())
        painter.fillRect(option.rect, t.color(static_cast<Color>(surface.toInt())));
    painter.fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), line, t.color(Color::Hair));
    if (selected && m_table->isFirstVisible(index.column())) {
        const QRect mark(
            option.rect.left(), option.rect.top(), Tokens::px(Fixed::RowMark), option.rect.height() - line);
        painter.fillRect(mark, t.color(focused ? Color::Accent : Color::Control));
    }
}

void LedgerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintSurface(*painter, option, index);
    const auto ink = static_cast<CellInk>(index.data(InkRole).toInt());
    painter->setFont(index.data(BoldRole).toBool() ? m_table->look().bold : m_table->look().body);
    painter->setPen(tokens().color(colorOf(ink)));
    const QRect content = m_table->contentRect(option.rect, index.column()).adjusted(0, 0, 0, -Tokens::px(Fixed::Line));
    paintContent(*painter, content, index);
}

QSize LedgerDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, tokens().px(Px::Row)};
}

int LedgerDelegate::displayWidth(const QModelIndex& index) const
{
    const LedgerLook& look = m_table->look();
    return textWidth(
        index.data(BoldRole).toBool() ? look.boldMetrics : look.bodyMetrics, index.data(Qt::DisplayRole).toString());
}

int LedgerDelegate::paintText(QPainter& painter, const QRect& rect, const QString& text, Qt::Alignment align) const
{
    if (text.isEmpty() || rect.width() <= 0)
        return 0;
    const bool bold = painter.font().weight() == QFont::Bold;
    const QFontMetrics& metrics = bold ? m_table->look().boldMetrics : m_table->look().bodyMetrics;
    const int natural = metrics.horizontalAdvance(text);
    const bool fits = natural <= rect.width();
    painter.drawText(
        rect, int(Qt::AlignVCenter | align) | Qt::TextSingleLine, fits ? text : fitText(metrics, text, rect.width()));
    return qMin(natural, rect.width());
}

LedgerDelegate* makeLedgerDelegate(ColumnKind kind, LedgerTable* table)
{
    switch (kind) {
    case ColumnKind::Text:
        return new TextDelegate(table);
    case ColumnKind::Status:
        return new StatusDelegate(table);
    case ColumnKind::Date:
        return new DateDelegate(table);
    case ColumnKind::DueDate:
        return new DueDateDelegate(table);
    case ColumnKind::Progress:
        return new ProgressDelegate(table);
    case ColumnKind::Number:
        return new NumberDelegate(table);
    case ColumnKind::Name:
        return new NameDelegate(table);
    }
    return new TextDelegate(table);
}

} // namespace dure::app
