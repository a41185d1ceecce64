#include "app/printing/statement_painter.h"

#include "app/printing/form_painter.h"
#include "app/printing/seal_image.h"

#include <array>

namespace dure::app {
namespace {

namespace caption = statement_caption;

// Paper is white in every theme, so the form has inks of its own.
const QColor buyerInk(0x1F, 0x4E, 0x9E);
const QColor supplierInk(0xB3, 0x26, 0x1E);
const QColor textInk(0x1D, 0x1E, 0x20);
const QColor faintInk(0x66, 0x67, 0x6B);

// The form in millimetres, from the left edge and the top of a copy.
constexpr double left = 9.1, right = 200.9, middle = 100.0;
constexpr double headTop = 17.7, headRow = 5.82;
constexpr double tableTop = headTop + 4 * headRow;
constexpr double tableRow = 5.82;
constexpr double footRow = 6.7;
constexpr double secondCopyAt = 145.2;
constexpr double cutAt = 148.5;
constexpr double thinMm = 0.18, thickMm = 0.4;
// The seal's middle, where "(인)" stands without one: after the representative's name, over the rows above and below.
constexpr double sealX = 195.2, sealY = headTop + 1.5 * headRow, sealMm = 10.6;
constexpr double bodyMm = 3.05, labelMm = 3.0, strongMm = 3.85, titleMm = 6.6;

// Left edges of month, day, product, spec, quantity, price, supply, tax, note, and the right end.
constexpr std::array columns{left, 16.1, 23.0, 75.0, 99.1, 116.6, 131.4, 156.8, 179.1, right};
// Edges of the foot: caption, value, caption, value, caption, value.
constexpr std::array footColumns{left, 23.0, 75.0, 99.1, 131.4, 156.8, right};

struct Copy
{
    FormPainter& form;
    const TransactionStatement& statement;
    const StatementPage& page;
    QColor ink;
    std::string_view whose;
    double top;
    const QImage& seal;

    QRectF cell(double x1, double x2, double y, double height) const { return {x1, top + y, x2 - x1, height}; }
    FormText label(Qt::Alignment align = Qt::AlignHCenter) const { return {labelMm, false, align, ink}; }
    static FormText value(Qt::Alignment align = Qt::AlignLeft, bool bold = false)
    {
        return {bodyMm, bold, align, textInk};
    }
    static FormText figure(bool bold = false) { return {bodyMm, bold, Qt::AlignRight, textInk, true}; }
    void horizontal(double x1, double x2, double y, double width = thinMm) const
    {
        form.line(x1, top + y, x2, top + y, width, ink);
    }
    void vertical(double x, double y1, double y2, double width = thinMm) const
    {
        form.line(x, top + y1, x, top + y2, width, ink);
    }
};

void paintTitle(const Copy& c)
{
    const double first = 7.6, second = 11.9, height = 4.3;
    constexpr double captionWidth = 14.0;
    for (const auto& [y, name, text] : {std::tuple{first, caption::number, std::string_view(c.statement.number)},
             std::tuple{second, caption::date, std::string_view(c.statement.date)}}) {
        // The cells' padding is taken off, so that the text stands on the frame's edge.
        c.form.text(c.cell(left - 1.3, left + captionWidth, y, height), name, c.label(Qt::AlignLeft));
        c.form.text(c.cell(left + captionWidth - 2.6, 75, y, height), text, Copy::value());
    }
    c.form.spacedText(c.cell(75, 135, 8.2, 8), caption::title, 0.36, {titleMm, true, Qt::AlignHCenter, c.ink});
    const std::string whose = "(" + std::string(c.whose) + ")";
    c.form.text(c.cell(150, right + 1.3, first, height), whose, c.label(Qt::AlignRight));
    c.form.text(c.cell(150, right + 1.3, second, height), c.page.pageText, Copy::value(Qt::AlignRight));
}

void paintBuyer(const Copy& c)
{
    constexpr double labelAt = 15.2, valueAt = 31.4;
    const StatementParty& buyer = c.statement.buyer;
    const auto row
        = [&](int index, double x1, double x2) { return c.cell(x1, x2, headTop + index * headRow, headRow); };
    c.form.uprightText(c.cell(left, labelAt, headTop + 1, 4 * headRow - 2), caption::buyer, c.label());
    const std::array names{caption::name, caption::address, caption::phone, caption::total};
    for (int i = 0; i < 4; ++i)
        c.form.text(row(i, labelAt, valueAt), names[static_cast<std::size_t>(i)], c.label());

    constexpr double honorificWidth = 9;
    const double nameWidth
        = c.form.text(row(0, valueAt, middle - honorificWidth), buyer.name, {strongMm, true, Qt::AlignLeft, textInk});
    c.form.text(row(0, valueAt + nameWidth + 0.8, middle), caption::honorific, Copy::value());
    c.form.text(row(1, valueAt, middle), buyer.address, Copy::value());
    constexpr double numberLabelAt = 60, numberAt = 75;
    c.form.text(row(2, valueAt, numberLabelAt), buyer.phone, Copy::value());
    c.form.text(row(2, numberLabelAt, numberAt), caption::businessNo, c.label());
    c.form.text(row(2, numberAt, middle), buyer.businessNo, Copy::value());
    c.vertical(numberLabelAt, headTop + 2 * headRow, headTop + 3 * headRow);
    c.vertical(numberAt, headTop + 2 * headRow, headTop + 3 * headRow);

    FormText total{strongMm, true, Qt::AlignLeft, textInk, true};
    const double totalWidth = c.form.text(row(3, valueAt, middle), c.statement.total, total);
    const double behind = valueAt + totalWidth + 0.8;
    const std::string vat = "(" + c.statement.totalVat + ")";
    const double vatWidth = c.form.text(row(3, behind, middle), vat, Copy::value());
    c.form.text(row(3, behind + vatWidth, middle), c.statement.priceVat, {2.4, false, Qt::AlignRight, faintInk});

    c.vertical(labelAt, headTop, tableTop);
    c.vertical(valueAt, headTop, tableTop);
    for (int i = 1; i < 4; ++i)
        c.horizontal(labelAt, middle, headTop + i * headRow);
}

void paintSupplier(const Copy& c)
{
    constexpr double labelAt = 105.9, valueAt = 120.7, secondLabelAt = 161.1, secondValueAt = 171.4;
    const StatementParty& supplier = c.statement.supplier;
    const auto row
        = [&](int index, double x1, double x2) { return c.cell(x1, x2, headTop + index * headRow, headRow); };
    c.form.uprightText(c.cell(middle, labelAt, headTop + 2, 4 * headRow - 4), caption::supplier, c.label());
    const std::array names{caption::businessNo, caption::name, caption::address, caption::businessType};
    for (int i = 0; i < 4; ++i)
        c.form.text(row(i, labelAt, valueAt), names[static_cast<std::size_t>(i)], c.label());

    c.form.text(row(0, valueAt, right), supplier.businessNo, {strongMm, true, Qt::AlignLeft, textInk, true});
    c.form.text(row(1, valueAt, secondLabelAt), supplier.name, Copy::value());
    c.form.text(row(1, secondLabelAt, secondValueAt), caption::representative, c.label());
    constexpr double sealAt = 191;
    c.form.text(row(1, secondValueAt, sealAt), supplier.representative, Copy::value());
    if (c.seal.isNull())
        c.form.text(row(1, sealAt, right), caption::seal, {bodyMm, false, Qt::AlignRight, faintInk});
    c.form.text(row(2, valueAt, right), supplier.address, Copy::value());
    c.form.text(row(3, valueAt, secondLabelAt), supplier.businessType, Copy::value());
    c.form.text(row(3, secondLabelAt, secondValueAt), caption::businessItem, c.label());
    c.form.text(row(3, secondValueAt, right), supplier.businessItem, Copy::value());

    c.vertical(middle, headTop, tableTop, thickMm);
    c.vertical(labelAt, headTop, tableTop);
    c.vertical(valueAt, headTop, tableTop);
    for (const double x : {secondLabelAt, secondValueAt}) {
        c.vertical(x, headTop + headRow, headTop + 2 * headRow);
        c.vertical(x, headTop + 3 * headRow, tableTop);
    }
    for (int i = 1; i < 4; ++i)
        c.horizontal(labelAt, right, headTop + i * headRow);
}

void paintRow(const Copy& c, const StatementRow& row, double y)
{
    const auto cell = [&](std::size_t column) { return c.cell(columns[column], columns[column + 1], y, tableRow); };
    if (row.kind == StatementRowKind::BlankBelow) {
        c.form.text(cell(2), "– " + row.name + " –", Copy::value(Qt::AlignHCenter));
        return;
    }
    c.form.text(cell(0), row.month, Copy::value(Qt::AlignHCenter));
    c.form.text(cell(1), row.day, Copy::value(Qt::AlignHCenter));
    c.form.text(cell(2), row.name, Copy::value());
    c.form.text(cell(3), row.spec, Copy::value());
    const std::array figures{&row.quantity, &row.unitPrice, &row.supply, &row.tax};
    for (std::size_t i = 0; i < figures.size(); ++i)
        c.form.text(cell(4 + i), *figures[i], Copy::figure());
    c.form.remark(cell(8), row.note, Copy::value());
}

/// Heads, rows and the sum; returns where the table ends.
double paintTable(const Copy& c)
{
    const std::array heads{caption::month, caption::day, caption::product, caption::spec, caption::quantity,
        caption::unitPrice, caption::supply, caption::tax, caption::note};
    for (std::size_t i = 0; i < heads.size(); ++i)
        c.form.text(c.cell(columns[i], columns[i + 1], tableTop, tableRow), heads[i], c.label());
    double y = tableTop + tableRow;
    for (const StatementRow& row : c.page.rows) {
        c.horizontal(left, right, y);
        paintRow(c, row, y);
        y += tableRow;
    }
    c.horizontal(left, right, y);
    for (std::size_t i = 1; i + 1 < columns.size(); ++i)
        c.vertical(columns[i], tableTop, i < 4 ? y : y + tableRow); // the sum's caption runs over the first columns

    c.form.spacedText(c.cell(left, columns[4], y, tableRow), c.page.totalsCaption, 1.6, c.label());
    const StatementTotals& totals = c.page.totals;
    const std::array sums{totals.quantityText(), std::string(), totals.supplyText(), totals.taxText()};
    for (std::size_t i = 0; i < sums.size(); ++i)
        c.form.text(c.cell(columns[4 + i], columns[5 + i], y, tableRow), sums[i], Copy::figure(true));
    return y + tableRow;
}

void paintFoot(const Copy& c, double y)
{
    const auto& f = footColumns;
    const TransactionStatement& s = c.statement;
    const std::array names{caption::previousBalance, caption::paid, caption::currentBalance};
    const std::array values{&s.previousBalance, &s.paid, &s.currentBalance};
    for (std::size_t i = 0; i < names.size(); ++i) {
        c.form.text(c.cell(f[2 * i], f[2 * i + 1], y, footRow), names[i], c.label());
        c.form.text(c.cell(f[2 * i + 1], f[2 * i + 2], y, footRow), *values[i], Copy::figure(i == 2));
    }
    const double second = y + footRow;
    c.form.text(c.cell(f[0], f[1], second, footRow), caption::note, c.label());
    c.form.remark(c.cell(f[1], f[4], second, footRow), s.note, Copy::value());
    c.form.text(c.cell(f[4], f[5], second, footRow), caption::receiver, c.label());
    c.form.text(c.cell(f[5], right - 7, second, footRow), s.receiver, Copy::value());
    c.form.text(c.cell(right - 9, right, second, footRow), caption::seal, {bodyMm, false, Qt::AlignRight, faintInk});

    c.horizontal(left, right, y, thickMm);
    c.horizontal(left, right, second);
    for (const std::size_t i : {std::size_t{1}, std::size_t{4}, std::size_t{5}})
        c.vertical(f[i], y, second + footRow);
    for (const std::size_t i : {std::size_t{2}, std::size_t{3}})
        c.vertical(f[i], y, second);
}

void paintCopy(const Copy& c)
{
    paintTitle(c);
    paintBuyer(c);
    paintSupplier(c);
    const double footAt = paintTable(c);
    paintFoot(c, footAt);
    c.horizontal(left, right, tableTop, thickMm);
    c.form.frame(c.cell(left, right, headTop, footAt + 2 * footRow - headTop), thickMm, c.ink);
    c.form.image(c.cell(sealX - sealMm / 2, sealX + sealMm / 2, sealY - sealMm / 2, sealMm), c.seal); // last: a stamp
}

/// Each copy is a whole A4 sheet made small enough for half of one.
void paintBeside(QPainter& painter, const TransactionStatement& statement, const StatementPage& sheet, double dotsPerMm)
{
    constexpr double halfMm = paperHeightMm / 2;
    constexpr double scale = halfMm / paperWidthMm;
    FormPainter form(painter, dotsPerMm * scale);
    const QImage seal = decodedSeal(statement.seal);
    paintCopy({form, statement, sheet, buyerInk, caption::buyerCopy, 0, seal});
    painter.translate(halfMm * dotsPerMm, 0);
    paintCopy({form, statement, sheet, supplierInk, caption::supplierCopy, 0, seal});
    painter.rotate(90); // the cut runs down the middle
    form.dashedLine(left, paperHeightMm - left, 0, faintInk);
}

} // namespace

void paintStatementPage(
    QPainter& painter, const TransactionStatement& statement, int page, StatementCopies copies, double dotsPerMm)
{
    if (page < 0 || static_cast<std::size_t>(page) >= statement.pages.size())
        return;
    const StatementPage& sheet = statement.pages[static_cast<std::size_t>(page)];
    painter.save();
    if (isLandscape(copies)) {
        paintBeside(painter, statement, sheet, dotsPerMm);
    } else {
        FormPainter form(painter, dotsPerMm);
        const QImage seal = decodedSeal(statement.seal);
        if (copies != StatementCopies::Supplier)
            paintCopy({form, statement, sheet, buyerInk, caption::buyerCopy, 0, seal});
        if (copies == StatementCopies::Both)
            form.dashedLine(left, right, cutAt, faintInk);
        if (copies != StatementCopies::Buyer) {
            const double top = copies == StatementCopies::Both ? secondCopyAt : 0;
            paintCopy({form, statement, sheet, supplierInk, caption::supplierCopy, top, seal});
        }
    }
    painter.restore();
}

} // namespace dure::app
