#include "app/widgets/label.h"

#include <QStyle>
#include <QVariant>
#include <array>

namespace dure::app {
namespace {

constexpr std::array roleNames{"hint", "faint", "body", "muted", "strong", "section", "sum", "title", "kpi", "problem"};

bool isSyllable(QChar c) { return c >= QChar(0xAC00) && c <= QChar(0xD7A3); }

} // namespace

Label::Label(LabelRole role, const QString& text, QWidget* parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("textRole", QLatin1String(roleNames[static_cast<std::size_t>(role)]));
}

void Label::setRole(LabelRole role)
{
    setProperty("textRole", QLatin1String(roleNames[static_cast<std::size_t>(role)]));
    style()->unpolish(this);
    style()->polish(this);
}

void Label::setWrappedText(const QString& text)
{
    setWordWrap(true);
    setText(keepWordsWhole(text));
}

QString keepWordsWhole(const QString& text)
{
    constexpr QChar wordJoiner(0x2060);
    QString kept;
    kept.reserve(text.size() * 2);
    for (qsizetype i = 0; i < text.size(); ++i) {
        kept += text[i];
        const bool inWord = i + 1 < text.size() && !text[i].isSpace() && !text[i + 1].isSpace();
        if (inWord && (isSyllable(text[i]) || isSyllable(text[i + 1])))
            kept += wordJoiner;
    }
    return kept;
}

} // namespace dure::app
