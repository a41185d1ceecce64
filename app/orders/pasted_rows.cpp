#include "app/orders/pasted_rows.h"

#include "app/widgets/date_text.h"
#include "core/domain/text_query.h"
#include "core/exchange/column_guess.h"

#include <array>

namespace dure::app {
namespace {

/// What a pasted column becomes; -1: it goes into the note, -2: nowhere.
using Places = QList<int>;
constexpr int intoNote = -1;
constexpr int nowhere = -2;

constexpr std::array<std::pair<const char*, LineColumn>, 8> fieldPlaces{{
    {"product_code", LineColumn::Code},
    {"product_name", LineColumn::Product},
    {"spec", LineColumn::Spec},
    {"unit", LineColumn::Unit},
    {"quantity", LineColumn::Quantity},
    {"unit_price", LineColumn::Price},
    {"due_on", LineColumn::Due},
    {"note", LineColumn::Note},
}};

std::optional<std::int64_t> numberIn(const QString& cell)
{
    const ParsedNumber parsed = parseNumber(cell.trimmed().toStdString(), 4, maxTenThousandths);
    return parsed.error ? std::nullopt : std::optional(parsed.scaled);
}

bool looksLikeUnit(const QString& cell);

/// "1,200개", "95원", "₩95": a number with its unit, as people write it into one cell.
struct Measured
{
    QString number;
    QString unit; ///< empty if there is none, or a currency
    bool isMoney = false; ///< has a sign of a currency
};

std::optional<Measured> measuredIn(const QString& cell)
{
    QString text = cell.trimmed();
    const bool isSigned = text.startsWith(u'₩') || text.startsWith(u'\\');
    if (isSigned)
        text = text.mid(1).trimmed();
    const bool isMoney = isSigned || text.endsWith(u'원');
    if (numberIn(text))
        return Measured{text, {}, isMoney};
    qsizetype end = 0;
    while (end < text.size()
        && (text[end].isDigit() || text[end] == u',' || text[end] == u'.' || (end == 0 && text[end] == u'-')))
        ++end;
    const QString unit = text.mid(end).trimmed();
    if (!numberIn(text.left(end)) || (unit != QStringLiteral("원") && !looksLikeUnit(unit)))
        return std::nullopt;
    return Measured{text.left(end), unit == QStringLiteral("원") ? QString() : unit, isMoney};
}

bool isDate(const QString& cell, Date today)
{
    // a bare number is a quantity sooner than a day
    static const QString signs = QStringLiteral("-./월년");
    const bool marked = std::any_of(cell.begin(), cell.end(), [](QChar c) { return signs.contains(c); });
    const bool whole = cell.trimmed().size() == 8 && cell.trimmed().startsWith(QLatin1String("20"));
    return (marked || whole) && readTypedDate(cell, today).has_value() && !(marked && numberIn(cell));
}

bool looksLikeCode(const QString& cell)
{
    bool digit = false;
    for (const QChar c : cell) {
        if (isHangulSyllable(c.unicode()) || c.isSpace())
            return false;
        digit = digit || c.isDigit();
    }
    return digit || cell.contains(u'-');
}

bool looksLikeUnit(const QString& cell)
{
    static const QStringList units{QStringLiteral("개"), QStringLiteral("ea"), QStringLiteral("박스"),
        QStringLiteral("box"), QStringLiteral("set"), QStringLiteral("세트"), QStringLiteral("kg"), QStringLiteral("g"),
        QStringLiteral("m"), QStringLiteral("yd"), QStringLiteral("절"), QStringLiteral("롤"), QStringLiteral("장"),
        QStringLiteral("매"), QStringLiteral("병"), QStringLiteral("통"), QStringLiteral("식"), QStringLiteral("pcs")};
    return units.contains(cell.trimmed().toLower());
}

/// A package's size sooner than a quantity: "20kg", "50m".
bool isSizeUnit(const QString& unit)
{
    static const QStringList units{
        QStringLiteral("kg"), QStringLiteral("g"), QStringLiteral("m"), QStringLiteral("yd")};
    return units.contains(unit.toLower());
}

struct Columns
{
    const QList<QStringList>& rows;
    Date today;

    qsizetype count() const
    {
        qsizetype most = 0;
        for (const QStringList& row : rows)
            most = qMax(most, row.size());
        return most;
    }
    /// Of the cells that hold something: do four of five pass?
    template <class Test> bool mostly(qsizetype column, Test test) const
    {
        int filled = 0;
        int passed = 0;
        for (const QStringList& row : rows) {
            const QString cell = row.value(column).trimmed();
            filled += cell.isEmpty() ? 0 : 1;
            passed += !cell.isEmpty() && test(cell) ? 1 : 0;
        }
        return filled > 0 && passed * 5 >= filled * 4;
    }
    bool isNumber(qsizetype column) const
    {
        return mostly(column, [](const QString& cell) { return measuredIn(cell).has_value(); });
    }
    template <class Test> bool mostlyMeasured(qsizetype column, Test test) const
    {
        return mostly(column, [&](const QString& cell) {
            const auto measured = measuredIn(cell);
            return measured && test(*measured);
        });
    }
    /// Whether the two multiply to what one of `results` says, in four of five rows that can tell (a total's row has no
    /// quantity). Rounded by whoever wrote the sheet; with the tax in it, too.
    bool multiply(qsizetype quantity, qsizetype price, const QList<qsizetype>& results) const
    {
        const auto number = [](const QStringList& row, qsizetype at) -> std::int64_t {
            const auto measured = measuredIn(row.value(at));
            return measured ? numberIn(measured->number).value_or(0) : 0;
        };
        return std::ranges::any_of(results, [&](qsizetype result) {
            int complete = 0;
            int multiplied = 0;
            for (const QStringList& row : rows) {
                const LineInput line{Quantity{number(row, quantity)}, UnitPrice{number(row, price)}, false, {}};
                const std::int64_t won = number(row, result) / UnitPrice::scale;
                if (won == 0 || line.quantity.isZero() || line.unitPrice.isZero()
                    || !amountFits(line.quantity, line.unitPrice))
                    continue;
                ++complete;
                const LineAmounts amounts = computeAmounts({}, std::span(&line, 1)).front();
                const bool fits
                    = std::abs(amounts.supply.amount - won) <= 1 || std::abs(amounts.total().amount - won) <= 1;
                multiplied += fits ? 1 : 0;
            }
            return complete > 0 && multiplied * 5 >= complete * 4;
        });
    }
    /// Whether a column of numbers with units says how many, and not how large one is; `right`: the columns of numbers
    /// behind it. What nothing proves is told by the unit.
    bool isQuantity(qsizetype column, const QList<qsizetype>& right) const
    {
        const bool isSize = mostlyMeasured(column, [](const Measured& m) { return isSizeUnit(m.unit); });
        if (right.isEmpty())
            return true;
        if (right.size() == 1)
            return !isSize || mostlyMeasured(right[0], [](const Measured& m) { return m.isMoney; });
        if (multiply(column, right[0], right.mid(1)))
            return true;
        return !isSize && !multiply(right[0], right[1], right.mid(2));
    }
    bool isDates(qsizetype column) const
    {
        return mostly(column, [this](const QString& cell) { return isDate(cell, today); });
    }
    /// 1, 2, 3 …: the numbers of the rows in the sheet.
    bool isRunning(qsizetype column) const
    {
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (numberIn(rows[i].value(column)) != (i + 1) * UnitPrice::scale)
                return false;
        }
        return rows.size() > 1;
    }
};

/// By titles; empty if the first row has none.
Places placesByTitles(const QList<QStringList>& rows)
{
    std::vector<std::string> header;
    for (const QString& cell : rows.first()) {
        if (numberIn(cell))
            return {};
        std::string title = cell.trimmed().toStdString();
        while (std::ranges::find(header, title) != header.end())
            title += ' ';
        header.push_back(std::move(title));
    }
    const auto mapping = exchange::guessColumns(exchange::TargetKind::OrderLine, header, {});
    Places places(rows.first().size(), intoNote);
    int known = 0;
    for (const auto& [field, column] : fieldPlaces) {
        for (const exchange::MappedColumn& mapped : mapping.columns) {
            if (mapped.field != field)
                continue;
            places[std::ranges::find(header, mapped.column) - header.begin()] = int(column);
            ++known;
        }
    }
    return known >= 2 ? places : Places();
}

/// Gives each column of texts its place.
void placeTexts(Places& places, const Columns& columns, const QList<qsizetype>& texts)
{
    QList<qsizetype> left;
    for (const qsizetype column : texts) {
        if (!places.contains(int(LineColumn::Unit)) && columns.mostly(column, looksLikeUnit))
            places[column] = int(LineColumn::Unit);
        else
            left += column;
    }
    QList<LineColumn> order{LineColumn::Product, LineColumn::Spec};
    const bool numberedCode = places.contains(int(LineColumn::Code));
    if (!numberedCode && !left.isEmpty() && columns.mostly(left.first(), looksLikeCode))
        order.prepend(LineColumn::Code);
    for (const qsizetype column : left) {
        if (columns.isDates(column) && !places.contains(int(LineColumn::Due)))
            places[column] = int(LineColumn::Due);
        else if (!order.isEmpty())
            places[column] = int(order.takeFirst());
    }
}

Places placesByContent(const Columns& columns)
{
    Places places(columns.count(), intoNote);
    QList<qsizetype> texts;
    QList<qsizetype> numbers;
    for (qsizetype column = 0; column < places.size(); ++column) {
        if (columns.isDates(column) || !columns.isNumber(column))
            texts += column;
        else
            numbers += column;
    }
    // Three numbers and nothing else are code, quantity and price.
    const bool mayRun = numbers.value(0, 1) == 0 && (texts.isEmpty() ? numbers.size() > 3 : places.size() > 2);
    if (mayRun && columns.isRunning(0))
        places[numbers.takeFirst()] = nowhere;
    // a quantity never stands before the product: a number that does is a code
    const bool numberFirst = !numbers.isEmpty() && (texts.isEmpty() || numbers.first() < texts.first());
    if (numberFirst && numbers.size() > 1)
        places[numbers.takeFirst()] = int(LineColumn::Code);
    // a number with a unit is no price, and a quantity only if what stands behind it says so
    const QList<qsizetype> all = numbers;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const bool hasUnit = columns.mostlyMeasured(all[i], [](const Measured& m) { return !m.unit.isEmpty(); });
        if (hasUnit && (numbers.first() != all[i] || !columns.isQuantity(all[i], all.mid(i + 1)))) {
            numbers.removeOne(all[i]);
            texts.insert(std::ranges::lower_bound(texts, all[i]), all[i]);
        }
    }
    placeTexts(places, columns, texts);
    if (!numbers.isEmpty())
        places[numbers.takeFirst()] = int(LineColumn::Quantity);
    if (!numbers.isEmpty())
        places[numbers.takeFirst()] = int(LineColumn::Price);
    return places;
}

/// Supply, tax or total as the line will have it: pasting it into the note would only repeat it.
bool repeatsAmounts(const QString& cell, const OrderLine& line, const TaxTerms& terms)
{
    const auto number = numberIn(cell);
    if (!number || !amountFits(line.quantity, line.unitPrice))
        return false;
    const LineInput input{line.quantity, line.unitPrice, false, {}};
    const LineAmounts amounts = computeAmounts(terms, std::span(&input, 1)).front();
    const std::int64_t won = *number / UnitPrice::scale;
    return *number % UnitPrice::scale == 0
        && (won == amounts.supply.amount || won == amounts.tax.amount || won == amounts.total().amount);
}

EntryLine lineOf(const QStringList& row, const Places& places, const LineTerms& terms)
{
    EntryLine pasted;
    for (const bool note : {false, true}) { // amounts first: what repeats them is known only then
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString cell = row[i].simplified();
            const int place = places.value(i, intoNote);
            if (cell.isEmpty() || place == nowhere || (place == intoNote) != note)
                continue;
            const bool isNumber = place == int(LineColumn::Quantity) || place == int(LineColumn::Price);
            if (const auto measured = isNumber ? measuredIn(cell) : std::nullopt; measured) {
                writeCell(pasted, LineColumn(place), measured->number, terms);
                if (!measured->unit.isEmpty() && !places.contains(int(LineColumn::Unit)))
                    writeCell(pasted, LineColumn::Unit, measured->unit, terms);
            } else if (!note) {
                writeCell(pasted, LineColumn(place), cell, terms);
            } else if (!repeatsAmounts(cell, pasted.line, terms.tax)) {
                std::string& text = pasted.line.note;
                text += (text.empty() ? "" : " / ") + cell.toStdString();
            }
        }
    }
    return pasted;
}

/// std::nullopt: a quote never ends, so it was none (5" caps).
std::optional<QList<QStringList>> splitCells(const QString& text, bool quotes)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != u'"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == u'"')
                cell += text[++i];
            else
                quoted = false;
        } else if (quotes && c == u'"' && cell.isEmpty()) {
            quoted = true;
        } else if (c == u'\t' || c == u'\n') {
            row += std::exchange(cell, {});
            if (c == u'\n')
                rows += std::exchange(row, {});
        } else if (c != u'\r') {
            cell += c;
        }
    }
    if (quoted)
        return std::nullopt;
    if (!cell.isEmpty() || !row.isEmpty())
        rows += row << cell;
    const auto isEmpty = [](const QStringList& each) { return each.join(QString()).trimmed().isEmpty(); };
    while (!rows.isEmpty() && isEmpty(rows.last()))
        rows.removeLast();
    return rows;
}

} // namespace

QList<QStringList> clipboardRows(const QString& text)
{
    auto rows = splitCells(text, true);
    return rows ? *rows : *splitCells(text, false);
}

QList<EntryLine> linesOf(const QList<QStringList>& rows, const LineTerms& terms)
{
    QList<EntryLine> lines;
    if (rows.isEmpty())
        return lines;
    QList<QStringList> body = rows;
    Places places = placesByTitles(rows);
    if (places.isEmpty())
        places = placesByContent(Columns{rows, terms.today});
    else
        body.removeFirst();
    for (const QStringList& row : body) {
        EntryLine pasted = lineOf(row, places, terms);
        if (!pasted.isBlank())
            lines += std::move(pasted);
    }
    return lines;
}

} // namespace dure::app
