#include "app/exchange/exchange_words.h"

#include "app/widgets/number_text.h"
#include "core/exchange/xls_reader.h"

#include <QCoreApplication>
#include <array>

namespace dure::app {
namespace {

class ExchangeWords
{
    Q_DECLARE_TR_FUNCTIONS(ExchangeWords)
};
using W = ExchangeWords;

struct FieldName
{
    std::string_view name;
    const char* text;
};

constexpr std::array fieldNames{
    FieldName{"code", QT_TRANSLATE_NOOP("ExchangeWords", "Code")},
    FieldName{"business_no", QT_TRANSLATE_NOOP("ExchangeWords", "Business no.")},
    FieldName{"sub_business_no", QT_TRANSLATE_NOOP("ExchangeWords", "Sub-business no.")},
    FieldName{"representative", QT_TRANSLATE_NOOP("ExchangeWords", "Representative")},
    FieldName{"business_type", QT_TRANSLATE_NOOP("ExchangeWords", "Business type")},
    FieldName{"business_item", QT_TRANSLATE_NOOP("ExchangeWords", "Business item")},
    FieldName{"postal_code", QT_TRANSLATE_NOOP("ExchangeWords", "Postal code")},
    FieldName{"address", QT_TRANSLATE_NOOP("ExchangeWords", "Address")},
    FieldName{"phone", QT_TRANSLATE_NOOP("ExchangeWords", "Phone")},
    FieldName{"fax", QT_TRANSLATE_NOOP("ExchangeWords", "Fax")},
    FieldName{"email", QT_TRANSLATE_NOOP("ExchangeWords", "E-mail")},
    FieldName{"staff", QT_TRANSLATE_NOOP("ExchangeWords", "In charge here")},
    FieldName{"contact_name", QT_TRANSLATE_NOOP("ExchangeWords", "Contact")},
    FieldName{"contact_title", QT_TRANSLATE_NOOP("ExchangeWords", "Contact's title")},
    FieldName{"contact_phone", QT_TRANSLATE_NOOP("ExchangeWords", "Contact's phone")},
    FieldName{"credit_limit", QT_TRANSLATE_NOOP("ExchangeWords", "Credit limit")},
    FieldName{"opening_balance", QT_TRANSLATE_NOOP("ExchangeWords", "Opening balance")},
    FieldName{"inactive", QT_TRANSLATE_NOOP("ExchangeWords", "Inactive")},
    FieldName{"note", QT_TRANSLATE_NOOP("ExchangeWords", "Note")},
    FieldName{"spec", QT_TRANSLATE_NOOP("ExchangeWords", "Spec")},
    FieldName{"unit", QT_TRANSLATE_NOOP("ExchangeWords", "Unit")},
    FieldName{"list_price", QT_TRANSLATE_NOOP("ExchangeWords", "List price")},
    FieldName{"tax_kind", QT_TRANSLATE_NOOP("ExchangeWords", "Tax kind")},
    FieldName{"units_per_box", QT_TRANSLATE_NOOP("ExchangeWords", "Units a box")},
    FieldName{"boxes_per_pallet", QT_TRANSLATE_NOOP("ExchangeWords", "Boxes a pallet")},
    FieldName{"volume_ml", QT_TRANSLATE_NOOP("ExchangeWords", "Volume (ml)")},
    FieldName{"neck", QT_TRANSLATE_NOOP("ExchangeWords", "Neck")},
    FieldName{"weight_g", QT_TRANSLATE_NOOP("ExchangeWords", "Weight (g)")},
    FieldName{"material", QT_TRANSLATE_NOOP("ExchangeWords", "Material")},
    FieldName{"color", QT_TRANSLATE_NOOP("ExchangeWords", "Colour")},
    FieldName{"mold_no", QT_TRANSLATE_NOOP("ExchangeWords", "Mould no.")},
    FieldName{"moq", QT_TRANSLATE_NOOP("ExchangeWords", "Least order")},
    FieldName{"lead_days", QT_TRANSLATE_NOOP("ExchangeWords", "Lead time (days)")},
    FieldName{"safety_stock", QT_TRANSLATE_NOOP("ExchangeWords", "Safety stock")},
    FieldName{"number", QT_TRANSLATE_NOOP("ExchangeWords", "Order no.")},
    FieldName{"order_number", QT_TRANSLATE_NOOP("ExchangeWords", "Order no.")},
    FieldName{"customer_code", QT_TRANSLATE_NOOP("ExchangeWords", "Customer's code")},
    FieldName{"customer_name", QT_TRANSLATE_NOOP("ExchangeWords", "Customer's name")},
    FieldName{"ordered_on", QT_TRANSLATE_NOOP("ExchangeWords", "Order date")},
    FieldName{"due_on", QT_TRANSLATE_NOOP("ExchangeWords", "Due date")},
    FieldName{"delivered_on", QT_TRANSLATE_NOOP("ExchangeWords", "Delivered on")},
    FieldName{"customer_order_no", QT_TRANSLATE_NOOP("ExchangeWords", "Customer's order no.")},
    FieldName{"memo", QT_TRANSLATE_NOOP("ExchangeWords", "Memo")},
    FieldName{"product_code", QT_TRANSLATE_NOOP("ExchangeWords", "Product code")},
    FieldName{"product_name", QT_TRANSLATE_NOOP("ExchangeWords", "Product name")},
    FieldName{"quantity", QT_TRANSLATE_NOOP("ExchangeWords", "Quantity")},
    FieldName{"unit_price", QT_TRANSLATE_NOOP("ExchangeWords", "Unit price")},
    FieldName{"discount", QT_TRANSLATE_NOOP("ExchangeWords", "Discount")},
};

/// "(sheet 주문, row 12)", or nothing.
QString placeText(const exchange::ExchangeError& error)
{
    if (error.line > 0 && !error.place.empty())
        return W::tr(" (%1, row %2)").arg(toQString(error.place), numberText(error.line));
    if (error.line > 0)
        return W::tr(" (row %1)").arg(numberText(error.line));
    return {};
}

ErrorText damaged(const exchange::ExchangeError& error, const QString& name)
{
    return {W::tr("%1 is damaged%2.").arg(name, placeText(error)),
        W::tr("Open it in Excel, save it anew and choose that file.")};
}

QString rowWord(exchange::ImportProblemCode code)
{
    using enum exchange::ImportProblemCode;
    switch (code) {
    case MissingValue:
        return W::tr("Empty");
    case BadNumber:
        return W::tr("Not a number");
    case NumberTooLarge:
        return W::tr("Too large a number");
    case BadDate:
        return W::tr("No such date");
    case BadDiscount:
        return W::tr("Neither 0.15 nor 15%");
    case BadChoice:
        return W::tr("None of the known words");
    case TextTooLong:
        return W::tr("Too long");
    case DuplicateKey:
        return W::tr("Stands in an earlier row");
    case HeadDiffers:
        return W::tr("Differs from earlier rows of the order");
    case UnknownOrder:
        return W::tr("No such order");
    case OrderHasBadRow:
        return W::tr("Another row of this order is wrong");
    case BrokenQuote:
        return W::tr("A quotation mark never closes");
    case BadBytes:
        return W::tr("Broken characters");
    case MoreCellsThanHeader:
        return W::tr("More cells than heads");
    case CellError:
        return W::tr("Excel shows an error here");
    case NumberRounded:
        return W::tr("Rounded to four decimals");
    case TextAfterQuote:
        return W::tr("Text behind a quotation mark");
    case JoinedCells:
        return W::tr("A comma in a text, joined again");
    case DoubtfulBusinessNumber:
        return W::tr("Not a right business number; kept");
    case NoPrice:
        return W::tr("No price");
    }
    return {};
}

QString commandWord(commands::Problem problem)
{
    using enum commands::Problem;
    switch (problem) {
    case Missing:
        return W::tr("Empty");
    case TooLong:
        return W::tr("Too long");
    case OutOfRange:
        return W::tr("Cannot stand here");
    case BadText:
        return W::tr("Broken characters");
    case UnknownRow:
        return W::tr("Not found");
    case NoLines:
        return W::tr("An order without lines");
    case TooManyLines:
        return W::tr("More than 400 lines");
    case ZeroQuantity:
        return W::tr("The quantity is 0");
    case AmountTooLarge:
        return W::tr("Too large an amount");
    case BelowDelivered:
        return W::tr("A delivered line is not in the file");
    case Duplicate:
        return W::tr("Appears twice");
    case FileTooLarge:
    case FileKind:
        break; // of attached files
    }
    return {};
}

} // namespace

ErrorText errorText(const exchange::ExchangeError& error, const QString& name)
{
    using enum exchange::ExchangeErrorCode;
    const QString otherFile = W::tr("Choose an Excel or CSV file.");
    switch (error.code) {
    case CannotOpen:
    case CannotRead:
        return {W::tr("%1 cannot be read.").arg(name), W::tr("Close it in other programs, or choose another file.")};
    case CannotWrite:
        return {W::tr("%1 could not be written.").arg(name),
            W::tr("Close it in Excel, choose another folder, or free some space.")};
    case TooLarge:
        return {W::tr("%1 is too large.").arg(name), W::tr("Split it into several files.")};
    case NotText:
    case NotAWorkbook:
        return {W::tr("%1 is not an Excel or CSV file.").arg(name),
            error.detail == "HTML" ? W::tr("It is a web page with the name of an Excel file. Open it in Excel and save "
                                           "it as .xlsx.")
                                   : otherFile};
    case UnsupportedEncoding:
        return {W::tr("%1 is Unicode text that is not read here.").arg(name), W::tr("Save it as CSV UTF-8.")};
    case OldWorkbook:
        return {W::tr("%1 is an Excel file of before 2007 (.xls).").arg(name),
            W::tr("Open it in Excel and save it as .xlsx.")};
    case Encrypted:
        return {W::tr("%1 is protected by a password.").arg(name), W::tr("Save it in Excel without one.")};
    case Truncated:
        return {W::tr("%1 has lost its end.").arg(name), W::tr("Copy or download it again.")};
    case TooManyRows:
        return {W::tr("%1 has too many rows.").arg(name),
            W::tr("Up to %1 go in at once. Split it into several files.").arg(numberText(mostImportRows))};
    case TooManyColumns:
        return {W::tr("%1 has too many columns.").arg(name), W::tr("Delete those that are not needed.")};
    case ZipBomb:
    case TooManyEntries:
    case EntityRefused:
    case TooDeep:
        return {W::tr("%1 is not built as Excel builds files, and was not read.").arg(name),
            W::tr("Open it in Excel and save it as .xlsx.")};
    case MissingPart:
    case Damaged:
    case BadXml:
    case BadCell:
    case TextTooLong:
        return damaged(error, name);
    case NoSuchSheet:
        return {W::tr("%1 has no sheet that can be read.").arg(name), otherFile};
    case NoHeader:
        return {W::tr("No row of %1 names the columns.").arg(name),
            W::tr("Write their names into the first row, or say above which row it is.")};
    case BadMapping:
    case MissingColumn:
        return {W::tr("The columns of %1 have changed.").arg(name), W::tr("Choose the file again.")};
    case Stopped:
        return {W::tr("It was stopped."), W::tr("Nothing was changed.")};
    }
    return damaged(error, name);
}

QString problemWord(const std::variant<exchange::ImportProblemCode, commands::Problem>& cause)
{
    if (const auto* code = std::get_if<exchange::ImportProblemCode>(&cause))
        return rowWord(*code);
    return commandWord(std::get<commands::Problem>(cause));
}

QString kindWord(exchange::TargetKind kind)
{
    using enum exchange::TargetKind;
    switch (kind) {
    case Customer:
        return W::tr("Customers");
    case Product:
        return W::tr("Products");
    case Order:
        return W::tr("Orders");
    case OrderLine:
        return W::tr("Lines of orders");
    }
    return {};
}

QString fieldWord(exchange::TargetKind kind, std::string_view name)
{
    if (name == "name")
        return kind == exchange::TargetKind::Customer ? W::tr("Customer's name") : W::tr("Product name");
    for (const FieldName& each : fieldNames)
        if (each.name == name)
            return W::tr(each.text);
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

QString missingWords(exchange::TargetKind kind, const std::vector<std::string_view>& missing)
{
    QStringList words;
    for (const std::string_view name : missing) {
        const bool orNext = name == "customer_code" || name == "product_code"; // the name would do as well
        if (orNext)
            words += W::tr("%1 or %2").arg(fieldWord(kind, name),
                fieldWord(kind, name == "customer_code" ? "customer_name" : "product_name"));
        else if (name != "customer_name" && name != "product_name")
            words += fieldWord(kind, name);
    }
    return words.join(QStringLiteral(", "));
}

TableId tableFor(exchange::TargetKind kind)
{
    using enum exchange::TargetKind;
    return kind == Customer ? TableId::Customer : kind == Product ? TableId::Product : TableId::SalesOrder;
}

} // namespace dure::app
