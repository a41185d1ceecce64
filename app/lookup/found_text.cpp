#include "app/lookup/found_text.h"

#include "app/widgets/text_fit.h"
#include "core/domain/text_query.h"

#include <QPainter>
#include <algorithm>

namespace dure::app {

bool mayBeName(const QString& text)
{
    const auto isLoneLetter = [](QChar c) { return c.unicode() >= 0x3131 && c.unicode() <= 0x318e; };
    return !text.trimmed().isEmpty() && std::none_of(text.begin(), text.end(), isLoneLetter);
}

SearchedParts::SearchedParts(const QString& query)
{
    const TextQuery parsed(query.toStdString());
    for (const std::u32string& part : parsed.parts())
        m_parts.push_back(QString::fromUcs4(part.data(), qsizetype(part.size())).toStdString());
}

FoundText SearchedParts::in(const QString& text) const
{
    FoundText result{text, {}};
    const std::string utf8 = text.toStdString();
    std::vector<TextRange> ranges;
    for (const std::string& part : m_parts) {
        const TextMatch match = TextQuery(part).match(utf8);
        ranges.insert(ranges.end(), match.ranges.begin(), match.ranges.end());
    }
    std::ranges::sort(ranges, {}, &TextRange::begin);
    const auto characters
        = [&](std::uint32_t bytes) { return QString::fromUtf8(utf8.data(), qsizetype(bytes)).size(); };
    for (const TextRange& range : ranges) {
        const FoundText::Stretch stretch{characters(range.begin), characters(range.end)};
        if (!result.found.isEmpty() && stretch.begin <= result.found.last().end)
            result.found.last().end = std::max(result.found.last().end, stretch.end);
        else
            result.found += stretch;
    }
    return result;
}

void paintFoundText(QPainter& painter, const QRect& rect, const FoundText& text, Color ink)
{
    const Tokens& t = tokens();
    const QFont plain = t.font(TextStyle::Body);
    QFont strong = t.font(TextStyle::Body, Weight::Bold);
    strong.setUnderline(true);
    int x = rect.left();
    const auto draw = [&](qsizetype begin, qsizetype end, bool found) {
        if (begin >= end || x > rect.right())
            return;
        const QFont& font = found ? strong : plain;
        const QFontMetrics metrics(font);
        const QString piece = text.text.sliced(begin, end - begin);
        const int room = rect.right() + 1 - x;
        painter.setFont(font);
        painter.setPen(t.color(found ? Color::Accent : ink));
        painter.drawText(QRect(x, rect.top(), room, rect.height()),
            int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine, fitText(metrics, piece, room));
        x += metrics.horizontalAdvance(piece);
    };
    qsizetype done = 0;
    for (const FoundText::Stretch& stretch : text.found) {
        draw(done, stretch.begin, false);
        draw(stretch.begin, stretch.end, true);
        done = stretch.end;
    }
    draw(done, text.text.size(), false);
}

} // namespace dure::app
