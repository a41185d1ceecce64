#include "app/orders/entry_line.h"

#include "app/widgets/date_text.h"
#include "app/widgets/number_text.h"
#include "app/widgets/quantity_text.h"

#include <QCoreApplication>

namespace dure::app {
namespace {

class Lines
{
    Q_DECLARE_TR_FUNCTIONS(Lines)
};

QString numberProblem(NumberError error)
{
    switch (error) {
    case NumberError::TooManyDecimals:
        return Lines::tr("Too many decimals. Four are possible, none for won.");
    case NumberError::TooLarge:
        return Lines::tr("Too large. Check the number.");
    case NumberError::Empty:
    case NumberError::NotANumber:
        break;
    }
    return Lines::tr("Not a number. Type digits.");
}

/// Reads a number into `target`, or rejects the text. An empty cell is 0.
template <class Number>
bool readNumber(EntryLine& line, LineColumn column, const QString& text, int decimals, std::int64_t limit,
    Number& target, std::int64_t Number::*value)
{
    if (text.isEmpty()) {
        target = {};
        return true;
    }
    const ParsedNumber parsed = parseNumber(text.toStdString(), decimals, limit);
    if (parsed.error) {
        line.rejected[int(column)] = {text, numberProblem(*parsed.error)};
        return false;
    }
    target.*value = parsed.scaled;
    return true;
}

/// The same of a quantity, which may be typed in boxes or pallets of its product.
bool readQuantity(EntryLine& line, const QString& text)
{
    if (text.isEmpty()) {
        line.line.quantity = {};
        return true;
    }
    const ParsedQuantity parsed = parseQuantity(text.toStdString(), line.packing());
    if (parsed.error) {
        line.rejected[int(LineColumn::Quantity)] = {text, quantityProblem(parsed, !line.line.productId.isNil())};
        return false;
    }
    line.line.quantity = parsed.quantity;
    return true;
}

/// Boxes that were typed before the product was known.
void readQuantityAgain(EntryLine& line)
{
    const QString text = line.rejected.value(int(LineColumn::Quantity)).text;
    line.rejected.remove(int(LineColumn::Quantity));
    if (!text.isEmpty())
        readQuantity(line, text);
}

void forgetProduct(EntryLine& line)
{
    OrderLine& saved = line.line;
    saved.productId = {};
    line.listPrice = {};
    line.unitsPerBox = {};
    line.boxesPerPallet = 0;
    line.priceAwaited = false;
    line.unmatched = false;
}

void writeCode(EntryLine& line, const QString& text)
{
    OrderLine& saved = line.line;
    const bool hadProduct = !saved.productId.isNil();
    if (toQString(line.code) == text && (hadProduct || !line.unmatched))
        return;
    forgetProduct(line);
    line.code = text.toStdString();
    if (!text.isEmpty() && hadProduct) { // the texts were another product's
        saved.productName.clear();
        saved.spec.clear();
        saved.unit.clear();
        saved.unitPrice = {};
        saved.priceSource = PriceSource::List;
    }
}

void writeName(EntryLine& line, const QString& text)
{
    if (toQString(line.line.productName) == text)
        return;
    const bool codeUnmatched = line.unmatched && !line.code.empty();
    if (!line.line.productId.isNil())
        line.code.clear();
    forgetProduct(line);
    line.unmatched = codeUnmatched;
    line.line.productName = text.toStdString();
}

void followQuantity(EntryLine& line, Quantity before, const LineTerms& terms)
{
    const OrderLine& saved = line.line;
    if (saved.productId.isNil() || isSettled(saved.priceSource) || !terms.pricing)
        return;
    const auto was = terms.pricing->agreedOf(saved.productId, before, terms.day);
    const auto is = terms.pricing->agreedOf(saved.productId, saved.quantity, terms.day);
    const bool same = was.has_value() == is.has_value()
        && (!is || (was->unitPrice == is->unitPrice && was->validFrom == is->validFrom));
    if (same || (saved.priceSource == PriceSource::Last && was))
        return; // nothing new, or the last price was chosen although another was agreed
    offerPrice(line, terms);
}

void writePrice(EntryLine& line, const QString& text, const LineTerms& terms)
{
    OrderLine& saved = line.line;
    if (text.isEmpty() && !saved.productId.isNil()) {
        offerPrice(line, terms);
        return;
    }
    UnitPrice price;
    if (!readNumber(line, LineColumn::Price, text, 4, maxTenThousandths, price, &UnitPrice::tenThousandths))
        return;
    if (price == saved.unitPrice && !text.isEmpty() && !saved.productId.isNil() && !line.priceAwaited)
        return; // confirmed, not retyped: its source stays
    saved.unitPrice = price;
    saved.priceSource = text.isEmpty() ? PriceSource::List : PriceSource::Typed;
    line.priceAwaited = false;
}

void writeTax(EntryLine& line, const QString& text)
{
    Won tax;
    if (!readNumber(line, LineColumn::Tax, text, 0, maxAmountWon, tax, &Won::amount))
        return;
    line.line.taxTyped = !text.isEmpty();
    line.line.tax = tax;
}

void writeDue(EntryLine& line, const QString& text, const LineTerms& terms)
{
    if (text.isEmpty()) {
        line.line.dueOn = {};
        return;
    }
    if (const auto date = readTypedDate(text, terms.today))
        line.line.dueOn = *date;
    else
        line.rejected[int(LineColumn::Due)] = {text, Lines::tr("Not a date. Type it like 11-23 or 1123.")};
}

void setTexts(EntryLine& line, const storage::ProductChoice& product)
{
    line.line.productId = product.id;
    line.code = product.code;
    line.listPrice = product.listPrice;
    line.unitsPerBox = product.unitsPerBox;
    line.boxesPerPallet = product.boxesPerPallet;
    line.unmatched = false;
    line.line.productName = product.name;
    for (const LineColumn column : {LineColumn::Code, LineColumn::Product})
        line.rejected.remove(int(column));
}

/// An exempt or zero-rated product in a taxed order carries no tax; with another product that no longer holds.
void setTaxOf(EntryLine& line, const storage::ProductChoice& product, const LineTerms& terms)
{
    OrderLine& saved = line.line;
    const bool untaxed = product.taxKind != TaxKind::Taxable && terms.tax.kind == TaxKind::Taxable;
    if (untaxed || (saved.taxTyped && saved.tax == Won{})) {
        saved.taxTyped = untaxed;
        saved.tax = {};
    }
}

} // namespace

bool EntryLine::isBlank() const
{
    return line.productId.isNil() && code.empty() && line.productName.empty() && line.spec.empty() && line.unit.empty()
        && line.quantity.isZero() && line.unitPrice.isZero() && !line.taxTyped && line.dueOn.isNull()
        && line.note.empty() && rejected.isEmpty() && line.id.isNil();
}

QString EntryLine::typedProduct() const { return toQString(code.empty() ? line.productName : code); }

void writeCell(EntryLine& line, LineColumn column, const QString& typed, const LineTerms& terms)
{
    const QString text = typed.trimmed();
    OrderLine& saved = line.line;
    line.rejected.remove(int(column));
    switch (column) {
    case LineColumn::Code:
        writeCode(line, text);
        break;
    case LineColumn::Product:
        writeName(line, text);
        break;
    case LineColumn::Spec:
        saved.spec = text.toStdString();
        break;
    case LineColumn::Quantity: {
        const Quantity before = saved.quantity;
        if (readQuantity(line, text))
            followQuantity(line, before, terms);
        break;
    }
    case LineColumn::Unit:
        saved.unit = text.toStdString();
        break;
    case LineColumn::Price:
        writePrice(line, text, terms);
        break;
    case LineColumn::Tax:
        writeTax(line, text);
        break;
    case LineColumn::Due:
        writeDue(line, text, terms);
        break;
    case LineColumn::Note:
        saved.note = text.toStdString();
        break;
    case LineColumn::Source:
    case LineColumn::Supply:
    case LineColumn::Count:
        break;
    }
}

QString cellText(const EntryLine& line, LineColumn column, const LineTerms& terms)
{
    if (const auto rejected = line.rejected.constFind(int(column)); rejected != line.rejected.constEnd())
        return rejected->text;
    const OrderLine& saved = line.line;
    switch (column) {
    case LineColumn::Code:
        return toQString(line.code);
    case LineColumn::Product:
        return toQString(saved.productName);
    case LineColumn::Spec:
        return toQString(saved.spec);
    case LineColumn::Quantity:
        return saved.quantity.isZero() ? QString() : numberText(saved.quantity);
    case LineColumn::Unit:
        return toQString(saved.unit);
    case LineColumn::Price:
        return saved.unitPrice.isZero() && saved.productId.isNil() ? QString() : numberText(saved.unitPrice);
    case LineColumn::Source:
        return saved.productId.isNil() && saved.unitPrice.isZero() ? QString() : priceSourceText(saved.priceSource);
    case LineColumn::Due: {
        const Date due = saved.dueOn.isNull() ? terms.due : saved.dueOn;
        return line.isBlank() || due.isNull() ? QString() : dateText(due, terms.today);
    }
    case LineColumn::Note:
        return toQString(saved.note);
    case LineColumn::Supply:
    case LineColumn::Tax:
    case LineColumn::Count:
        break;
    }
    return {};
}

void offerPrice(EntryLine& line, const LineTerms& terms)
{
    OrderLine& saved = line.line;
    if (saved.productId.isNil())
        return;
    line.priceAwaited = !terms.pricing;
    const OfferedPrice offer = terms.pricing
        ? terms.pricing->offer(saved.productId, line.listPrice, saved.quantity, terms.day)
        : OfferedPrice{line.listPrice, PriceSource::List, {}};
    saved.unitPrice = offer.unitPrice;
    saved.priceSource = offer.source;
    line.rejected.remove(int(LineColumn::Price));
}

void takeProduct(EntryLine& line, const storage::ProductChoice& product, bool lastPrice, const LineTerms& terms)
{
    setTexts(line, product);
    line.line.spec = product.spec;
    line.line.unit = product.unit;
    readQuantityAgain(line);
    setTaxOf(line, product, terms);
    offerPrice(line, terms);
    const auto last = lastPrice && terms.pricing ? terms.pricing->lastOf(product.id) : std::nullopt;
    if (!last)
        return;
    line.line.unitPrice = last->unitPrice;
    line.line.priceSource = PriceSource::Last;
}

void completeProduct(EntryLine& line, const storage::ProductChoice& product, const LineTerms& terms)
{
    OrderLine& saved = line.line;
    setTexts(line, product);
    if (saved.spec.empty())
        saved.spec = product.spec;
    if (saved.unit.empty())
        saved.unit = product.unit;
    readQuantityAgain(line);
    setTaxOf(line, product, terms);
    const bool typed = saved.priceSource == PriceSource::Typed;
    const UnitPrice price = saved.unitPrice;
    const bool rejected = line.rejected.contains(int(LineColumn::Price));
    if (!rejected)
        offerPrice(line, terms);
    if (!typed || price == saved.unitPrice)
        return; // where it came from is the better name for the same price
    saved.unitPrice = price;
    saved.priceSource = PriceSource::Typed;
    line.priceAwaited = false;
}

void followDay(EntryLine& line, Date before, const LineTerms& terms)
{
    const OrderLine& saved = line.line;
    if (saved.productId.isNil() || isSettled(saved.priceSource) || !terms.pricing)
        return;
    const auto was = terms.pricing->agreedOf(saved.productId, saved.quantity, before);
    const auto is = terms.pricing->agreedOf(saved.productId, saved.quantity, terms.day);
    const bool same = was.has_value() == is.has_value() && (!is || was->unitPrice == is->unitPrice);
    if (!same && !(saved.priceSource == PriceSource::Last && was))
        offerPrice(line, terms);
}

std::optional<AgreedPrice> passedOver(const EntryLine& line, const LineTerms& terms)
{
    if (line.line.productId.isNil() || !terms.pricing)
        return std::nullopt;
    const auto agreed = terms.pricing->agreedOf(line.line.productId, line.line.quantity, terms.day);
    return agreed && agreed->unitPrice != line.line.unitPrice ? agreed : std::nullopt;
}

LineColumn columnOfField(int declared)
{
    using Col = col::OrderLine;
    switch (declared) {
    case Col::productId:
        return LineColumn::Code;
    case Col::spec:
        return LineColumn::Spec;
    case Col::unit:
        return LineColumn::Unit;
    case Col::quantity:
        return LineColumn::Quantity;
    case Col::unitPrice:
    case Col::supply:
        return LineColumn::Price;
    case Col::tax:
        return LineColumn::Tax;
    case Col::dueOn:
        return LineColumn::Due;
    case Col::note:
        return LineColumn::Note;
    default:
        return LineColumn::Product;
    }
}

QString priceSourceText(PriceSource source)
{
    switch (source) {
    case PriceSource::List:
        return Lines::tr("List", "where a price comes from");
    case PriceSource::Agreed:
        return Lines::tr("Agreed", "where a price comes from");
    case PriceSource::Last:
        return Lines::tr("Last", "where a price comes from");
    case PriceSource::Typed:
        return Lines::tr("Typed", "where a price comes from");
    case PriceSource::Quoted:
        return Lines::tr("Quoted", "where a price comes from");
    }
    return {};
}

} // namespace dure::app
