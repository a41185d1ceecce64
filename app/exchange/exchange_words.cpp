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
        return ExchangeWords::tr(" (%1, row %2)").arg(toQString(error.place), numberText(error.line));
    if (error.line > 0)
        return ExchangeWords::tr(" (row %1)").arg(numberText(error.line));
    return {};
}

ErrorText damaged(const exchange::ExchangeError& error, const QString& name)
{
    return {ExchangeWords::tr("%1 is damaged%2.").arg(name, placeText(error)),
        ExchangeWords::tr("Open it in Excel, save it anew and choose that file.")};
}

QString rowWord(exchange::ImportProblemCode code)
{
    using enum exchange::ImportProblemCode;
    switch (code) {
    case MissingValue:
        return ExchangeWords::tr("Empty");
    case BadNumber:
        return ExchangeWords::tr("Not a number");
    case NumberTooLarge:
        return ExchangeWords::tr("Too large a number");
    case BadDate:
        return ExchangeWords::tr("No such date");
    case BadDiscount:
        return ExchangeWords::tr("Neither 0.15 nor 15%");
    case BadChoice:
        return ExchangeWords::tr("None of the known words");
    case TextTooLong:
        return ExchangeWords::tr("Too long");
    case DuplicateKey:
        return ExchangeWords::tr("Stands in an earlier row");
    case HeadDiffers:
        return ExchangeWords::tr("Differs from earlier rows of the order");
    case UnknownOrder:
        return ExchangeWords::tr("No such order");
    case OrderHasBadRow:
        return ExchangeWords::tr("Another row of this order is wrong");
    case BrokenQuote:
        return ExchangeWords::tr("A quotation mark never closes");
    case BadBytes:
        return ExchangeWords::tr("Broken characters");
    case MoreCellsThanHeader:
        return ExchangeWords::tr("More cells than heads");
    case CellError:
        return ExchangeWords::tr("Excel shows an error here");
    case NumberRounded:
        return ExchangeWords::tr("Rounded to four decimals");
    case TextAfterQuote:
        return ExchangeWords::tr("Text behind a quotation mark");
    case JoinedCells:
        return ExchangeWords::tr("A comma in a text, joined again");
    case DoubtfulBusinessNumber:
        return ExchangeWords::tr("Not a right business number; kept");
    case NoPrice:
        return ExchangeWords::tr("No price");
    }
    return {};
}

QString commandWord(commands::Problem problem)
{
    using enum commands::Problem;
    switch (problem) {
    case Missing:
        return ExchangeWords::tr("Empty");
    case TooLong:
        return ExchangeWords::tr("Too long");
    case OutOfRange:
        return ExchangeWords::tr("Cannot stand here");
    case BadText:
        return ExchangeWords::tr("Broken characters");
    case UnknownRow:
        return ExchangeWords::tr("Not found");
    case NoLines:
        return ExchangeWords::tr("An order without lines");
    case TooManyLines:
        return ExchangeWords::tr("More than 400 lines");
    case ZeroQuantity:
        return ExchangeWords::tr("The quantity is 0");
    case AmountTooLarge:
        return ExchangeWords::tr("Too large an amount");
    case BelowDelivered:
        return ExchangeWords::tr("A delivered line is not in the file");
    case Duplicate:
        return ExchangeWords::tr("Appears twice");
    case FileTooLarge:
    case FileKind:
    case NotPositive:
    case BeforeItsBegin:
    case MoreThanThePayment:
    case MoreThanDelivered:
    case PriceUnknown:
        break; // of attached files, payments and claims, which no import brings
    }
    return {};
}

} // namespace

ErrorText errorText(const exchange::ExchangeError& error, const QString& name)
{
    using enum exchange::ExchangeErrorCode;
    const QString otherFile = ExchangeWords::tr("Choose an Excel or CSV file.");
    switch (error.code) {
    case CannotOpen:
    case CannotRead:
        return {ExchangeWords::tr("%1 cannot be read.").arg(name),
            ExchangeWords::tr("Close it in other programs, or choose another file.")};
    case CannotWrite:
        return {ExchangeWords::tr("%1 could not be written.").arg(name),
            ExchangeWords::tr("Close it in Excel, choose another folder, or free some space.")};
    case TooLarge:
        return {ExchangeWords::tr("%1 is too large.").arg(name), ExchangeWords::tr("Split it into several files.")};
    case NotText:
    case NotAWorkbook:
        return {ExchangeWords::tr("%1 is not an Excel or CSV file.").arg(name),
            error.detail == "HTML"
                ? ExchangeWords::tr("It is a web page with the name of an Excel file. Open it in Excel and save "
                                    "it as .xlsx.")
                : otherFile};
    case UnsupportedEncoding:
        return {ExchangeWords::tr("%1 is Unicode text that is not read here.").arg(name),
            ExchangeWords::tr("Save it as CSV UTF-8.")};
    case OldWorkbook:
        return {ExchangeWords::tr("%1 is an Excel file of before 2007 (.xls).").arg(name),
            ExchangeWords::tr("Open it in Excel and save it as .xlsx.")};
    case Encrypted:
        return {ExchangeWords::tr("%1 is protected by a password.").arg(name),
            ExchangeWords::tr("Save it in Excel without one.")};
    case Truncated:
        return {ExchangeWords::tr("%1 has lost its end.").arg(name), ExchangeWords::tr("Copy or download it again.")};
    case TooManyRows:
        return {ExchangeWords::tr("%1 has too many rows.").arg(name),
            ExchangeWords::tr("Up to %1 go in at once. Split it into several files.").arg(numberText(mostImportRows))};
    case TooManyColumns:
        return {ExchangeWords::tr("%1 has too many columns.").arg(name),
            ExchangeWords::tr("Delete those that are not needed.")};
    case ZipBomb:
    case TooManyEntries:
    case EntityRefused:
    case TooDeep:
        return {ExchangeWords::tr("%1 is not built as Excel builds files, and was not read.").arg(name),
            ExchangeWords::tr("Open it in Excel and save it as .xlsx.")};
    case MissingPart:
    case Damaged:
    case BadXml:
    case BadCell:
    case TextTooLong:
        return damaged(error, name);
    case NoSuchSheet:
        return {ExchangeWords::tr("%1 has no sheet that can be read.").arg(name), otherFile};
    case NoHeader:
        return {ExchangeWords::tr("No row of %1 names the columns.").arg(name),
            ExchangeWords::tr("Write their names into the first row, or say above which row it is.")};
    case BadMapping:
    case MissingColumn:
        return {ExchangeWords::tr("The columns of %1 have changed.").arg(name),
            ExchangeWords::tr("Choose the file again.")};
    case Stopped:
        return {ExchangeWords::tr("It was stopped."), ExchangeWords::tr("Nothing was changed.")};
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
        return ExchangeWords::tr("Customers");
    case Product:
        return ExchangeWords::tr("Products");
    case Order:
        return ExchangeWords::tr("Orders");
    case OrderLine:
        return ExchangeWords::tr("Lines of orders");
    }
    return {};
}

QString fieldWord(exchange::TargetKind kind, std::string_view name)
{
    if (name == "name")
        return kind == exchange::TargetKind::Customer ? ExchangeWords::tr("Customer's name")
                                                      : ExchangeWords::tr("Product name");
    for (const FieldName& each : fieldNames)
        if (each.name == name)
            return ExchangeWords::tr(each.text);
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

QString missingWords(exchange::TargetKind kind, const std::vector<std::string_view>& missing)
{
    QStringList words;
    for (const std::string_view name : missing) {
        const bool orNext = name == "customer_code" || name == "product_code"; // the name would do as well
        if (orNext)
            words += ExchangeWords::tr("%1 or %2")
                         .arg(fieldWord(kind, name),
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
