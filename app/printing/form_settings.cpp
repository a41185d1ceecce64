#include "app/printing/form_settings.h"

#include "core/documents/transaction_statement.h"

#include <QSettings>

namespace dure::app {
namespace {

constexpr int linesSideBySide = 34;
constexpr int receiptLines = 5; // it has one: the paper is kept as small as it is

QString keyOf(FormKind kind, const char* what)
{
    return QStringLiteral("forms/%1/%2").arg(formKey(kind), QLatin1String(what));
}

} // namespace

bool hasTwoCopies(FormKind kind)
{
    return kind == FormKind::Statement || kind == FormKind::DeliveryNote || kind == FormKind::Receipt;
}

bool hasDetail(FormKind kind) { return kind == FormKind::DeliveryNote || kind == FormKind::CustomerStatement; }

bool isLandscape(FormKind kind, const FormSettings& settings)
{
    return hasTwoCopies(kind) && settings.copies == FormCopies::SideBySide;
}

int linesPerSheet(FormKind kind, const FormSettings& settings)
{
    switch (kind) {
    case FormKind::Statement:
    case FormKind::DeliveryNote:
        return isLandscape(kind, settings) ? linesSideBySide : statementLinesPerPage;
    case FormKind::Receipt:
        return receiptLines;
    case FormKind::CustomerStatement:
        return 33;
    case FormKind::CustomerLedger:
        return 38;
    case FormKind::Quotation:
        break;
    }
    return 35;
}

QString formKey(FormKind kind)
{
    switch (kind) {
    case FormKind::Statement:
        return QStringLiteral("statement");
    case FormKind::DeliveryNote:
        return QStringLiteral("deliveryNote");
    case FormKind::Receipt:
        return QStringLiteral("receipt");
    case FormKind::CustomerStatement:
        return QStringLiteral("customerStatement");
    case FormKind::CustomerLedger:
        return QStringLiteral("customerLedger");
    case FormKind::Quotation:
        break;
    }
    return QStringLiteral("quotation");
}

FormSettings rememberedSettings(FormKind kind)
{
    const QSettings stored;
    const auto number = [&](const char* what, int least, int most, int usual) {
        bool isNumber = false;
        const int value = stored.value(keyOf(kind, what), usual).toInt(&isNumber);
        return isNumber ? qBound(least, value, most) : usual;
    };
    // Before there were other forms, statements kept their copies here.
    const int before
        = kind == FormKind::Statement ? stored.value(QStringLiteral("printing/statementCopies")).toInt() : 0;
    FormSettings settings;
    settings.copies
        = FormCopies(number("copies", 0, int(FormCopies::SideBySide), qBound(0, before, int(FormCopies::SideBySide))));
    settings.detailed = stored.value(keyOf(kind, "detailed"), kind == FormKind::CustomerStatement).toBool();
    settings.printedCopies = number("printedCopies", 1, mostPrintedCopies, 1);
    settings.offsetX = number("offsetX", -mostOffset, mostOffset, 0);
    settings.offsetY = number("offsetY", -mostOffset, mostOffset, 0);
    settings.marginMm = number("marginMm", leastMarginMm, mostMarginMm, leastMarginMm);
    settings.onlyValues = stored.value(keyOf(kind, "onlyValues")).toBool();
    return settings;
}

void rememberSettings(FormKind kind, const FormSettings& settings)
{
    QSettings stored;
    stored.setValue(keyOf(kind, "copies"), int(settings.copies));
    stored.setValue(keyOf(kind, "detailed"), settings.detailed);
    stored.setValue(keyOf(kind, "printedCopies"), settings.printedCopies);
    stored.setValue(keyOf(kind, "offsetX"), settings.offsetX);
    stored.setValue(keyOf(kind, "offsetY"), settings.offsetY);
    stored.setValue(keyOf(kind, "marginMm"), settings.marginMm);
    stored.setValue(keyOf(kind, "onlyValues"), settings.onlyValues);
}

} // namespace dure::app
