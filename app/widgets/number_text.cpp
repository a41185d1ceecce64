#include "app/widgets/number_text.h"

#include <QCoreApplication>

namespace dure::app {
namespace {

QString onScreen(const std::string& ascii)
{
    QString text = QString::fromLatin1(ascii.data(), qsizetype(ascii.size()));
    if (text.startsWith(u'-'))
        text[0] = QChar(0x2212); // the minus sign, as wide as a digit
    return text;
}

} // namespace

QString numberText(qint64 number) { return onScreen(formatNumber(number, 0)); }
QString numberText(Won won) { return onScreen(toText(won)); }
QString numberText(Quantity quantity) { return onScreen(toText(quantity)); }
QString numberText(UnitPrice price) { return onScreen(toText(price)); }

QString wonText(Won won)
{
    return QCoreApplication::translate("Money", "%1 won", "sum outside a table").arg(numberText(won));
}

QString percentText(qint64 hundredths) { return onScreen(formatNumber(hundredths, 2)) + QStringLiteral("%"); }

} // namespace dure::app
