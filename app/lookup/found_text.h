#pragma once
#include "app/widgets/tokens.h"

#include <QList>
#include <QString>
#include <string>
#include <vector>

class QPainter;
class QRect;

namespace dure::app {

/// A text with what a search found in it; positions are QChars'.
struct FoundText
{
    struct Stretch
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        bool operator==(const Stretch&) const = default;
    };
    QString text;
    QList<Stretch> found; ///< ascending, not overlapping
};

/// Whether a searched text may be somebody's name too: letters alone (ㄷㅇ) only search.
bool mayBeName(const QString& text);

/// The parts of a query, each looked for alone: a word may stand in one column while another stands in the next.
class SearchedParts
{
public:
    explicit SearchedParts(const QString& query);
    FoundText in(const QString& text) const;

private:
    std::vector<std::string> m_parts;
};

/// Draws it in one line, what was found bold, underlined and in the accent; elided where it does not fit.
void paintFoundText(QPainter& painter, const QRect& rect, const FoundText& text, Color ink = Color::Text);

} // namespace dure::app
