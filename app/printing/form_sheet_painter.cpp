#include "app/printing/form_sheet_painter.h"

#include "app/printing/form_painter.h"
#include "app/printing/seal_image.h"
#include "app/widgets/picture.h"

#include <array>

namespace dure::app {
namespace {

namespace caption = form_caption;

// Paper is white in every theme, so forms have inks of their own.
const QColor buyerInk(0x1F, 0x4E, 0x9E);
const QColor supplierInk(0xB3, 0x26, 0x1E);
const QColor officeInk(0x3A, 0x45, 0x58); // of a form with one copy
const QColor textInk(0x1D, 0x1E, 0x20);
const QColor faintInk(0x66, 0x67, 0x6B);

// The form in millimetres, from the left edge and the top of a copy.
constexpr double left = 9.1, right = 200.9, middle = 100.0;
constexpr double headTop = 17.7, headRow = 5.82;
constexpr double partiesEnd = headTop + 4 * headRow;
constexpr double tableRow = 5.82;
constexpr double fieldRow = 6.7; // of summary and foot
constexpr double sentenceGap = 2.4, sentenceRow = 6.4;
constexpr double secondCopyAt = 145.2;
constexpr double cutAt = 148.5;
constexpr double thinMm = 0.18, thickMm = 0.4;
// The seal's middle, where "(인)" stands without one: after the representative's name, over the rows above and below.
constexpr double sealX = 195.2, sealY = headTop + 1.5 * headRow, sealMm = 10.6;
constexpr double logoLeft = 138.5, logoTop = 6.6, logoWidth = 32, logoHeight = 9.4;
constexpr double bodyMm = 3.05, labelMm = 3.0, strongMm = 3.85, titleMm = 6.6, asideMm = 2.4;
constexpr double padMm = 1.3; // of FormPainter's cells
constexpr double shareMm = (right - left) / formWidth;

constexpr int logoDots = 1200; // of its longer side, on paper

/// Like a seal it may come from another program, and be anything.
QImage decodedLogo(const std::string& file)
{
    if (file.empty())
        return {};
    const auto bytes = QByteArray::fromRawData(file.data(), static_cast<qsizetype>(file.size()));
    return decodedPicture(bytes, {mostPictureDots, logoDots}).value_or(QImage());
}

struct Pictures
{
    QImage seal, logo;
};

struct Copy
{
    FormPainter& form;
    const PaperForm& paper;
    const FormPage& page;
    QColor ink;
    std::string_view whose;
    double top;
    const Pictures& pictures;

    QRectF cell(double x1, double x2, double y, double height) const { return {x1, top + y, x2 - x1, height}; }
    FormText label(Qt::Alignment align = Qt::AlignHCenter) const { return {labelMm, false, align, ink, false, true}; }
    static FormText value(Qt::Alignment align = Qt::AlignLeft, bool bold = false)
    {
        return {bodyMm, bold, align, textInk};
    }
    static FormText figure(bool bold = false) { return {bodyMm, bold, Qt::AlignRight, textInk, true}; }
    static FormText faint(double sizeMm = bodyMm) { return {sizeMm, false, Qt::AlignRight, faintInk, false, true}; }
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
    constexpr double first = 7.6, height = 4.3, captionWidth = 14.0, longWord = 4;
    double y = first;
    for (const FormField& mark : c.paper.marks) {
        // The cells' padding is taken off, so that the text stands on the frame's edge.
        c.form.text(c.cell(left - padMm, left + captionWidth, y, height), mark.caption, c.label(Qt::AlignLeft));
        c.form.text(c.cell(left + captionWidth - 2 * padMm, 75, y, height), mark.value, Copy::value());
        y += height;
    }
    const bool isLong = static_cast<double>(c.paper.title.size()) > longWord * 3; // bytes of Hangul
    c.form.spacedText(c.cell(75, 135, 8.2, 8), c.paper.title, isLong ? 0.36 : 0.8,
        {titleMm, true, Qt::AlignHCenter, c.ink, false, true});
    if (!c.whose.empty())
        c.form.text(
            c.cell(170, right + padMm, first, height), "(" + std::string(c.whose) + ")", c.label(Qt::AlignRight));
    c.form.text(c.cell(170, right + padMm, first + height, height), c.page.pageText, Copy::value(Qt::AlignRight));
}

void paintHeadline(const Copy& c, double valueAt, double y)
{
    const FormHeadline& head = c.paper.headline;
    const auto row = [&](double x1) { return c.cell(x1, middle, y, headRow); };
    const double width = c.form.text(row(valueAt), head.value, {strongMm, true, Qt::AlignLeft, textInk, true});
    const double behind = valueAt + width + 0.8;
    FormText words = Copy::value();
    words.figure = true; // an amount in words, cut, would be another amount
    const double remark = c.form.text(row(behind), head.remark, words);
    c.form.text(row(behind + remark), head.aside, Copy::faint(asideMm));
}

void paintBuyer(const Copy& c)
{
    constexpr double labelAt = 15.2, valueAt = 31.4;
    const FormParty& buyer = c.paper.buyer;
    const auto row
        = [&](int index, double x1, double x2) { return c.cell(x1, x2, headTop + index * headRow, headRow); };
    c.form.uprightText(c.cell(left, labelAt, headTop + 1, 4 * headRow - 2), caption::buyer, c.label());
    const std::array names{caption::name, caption::address, caption::phone, c.paper.headline.caption};
    for (int i = 0; i < 4; ++i)
        c.form.text(row(i, labelAt, valueAt), names[static_cast<std::size_t>(i)], c.label());

    constexpr double honorificWidth = 9;
    const double nameWidth
        = c.form.text(row(0, valueAt, middle - honorificWidth), buyer.name, {strongMm, true, Qt::AlignLeft, textInk});
    FormText honorific = Copy::value();
    honorific.caption = true;
    c.form.text(row(0, valueAt + nameWidth + 0.8, middle), caption::honorific, honorific);
    c.form.text(row(1, valueAt, middle), buyer.address, Copy::value());
    constexpr double numberLabelAt = 60, numberAt = 75;
    c.form.text(row(2, valueAt, numberLabelAt), buyer.phone, Copy::value());
    c.form.text(row(2, numberLabelAt, numberAt), caption::businessNo, c.label());
    c.form.text(row(2, numberAt, middle), buyer.businessNo, Copy::value());
    c.vertical(numberLabelAt, headTop + 2 * headRow, headTop + 3 * headRow);
    c.vertical(numberAt, headTop + 2 * headRow, headTop + 3 * headRow);
    paintHeadline(c, valueAt, headTop + 3 * headRow);
    c.vertical(labelAt, headTop, partiesEnd);
    c.vertical(valueAt, headTop, partiesEnd);
    for (int i = 1; i < 4; ++i)
        c.horizontal(labelAt, middle, headTop + i * headRow);
}

void paintSupplier(const Copy& c)
{
    constexpr double labelAt = 105.9, valueAt = 120.7, secondLabelAt = 161.1, secondValueAt = 171.4;
    const FormParty& supplier = c.paper.supplier;
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
    if (c.pictures.seal.isNull())
        c.form.text(row(1, sealAt, right), caption::seal, Copy::faint());
    c.form.text(row(2, valueAt, right), supplier.address, Copy::value());
    c.form.text(row(3, valueAt, secondLabelAt), supplier.businessType, Copy::value());
    c.form.text(row(3, secondLabelAt, secondValueAt), caption::businessItem, c.label());
    c.form.text(row(3, secondValueAt, right), supplier.businessItem, Copy::value());

    c.vertical(middle, headTop, partiesEnd, thickMm);
    c.vertical(labelAt, headTop, partiesEnd);
    c.vertical(valueAt, headTop, partiesEnd);
    for (const double x : {secondLabelAt, secondValueAt}) {
        c.vertical(x, headTop + headRow, headTop + 2 * headRow);
        c.vertical(x, headTop + 3 * headRow, partiesEnd);
    }
    for (int i = 1; i < 4; ++i)
        c.horizontal(labelAt, right, headTop + i * headRow);
}

/// Left edges of the columns, and the right end.
std::vector<double> edgesOf(const std::vector<FormColumn>& columns)
{
    std::vector<double> edges{left};
    for (const FormColumn& column : columns)
        edges.push_back(edges.back() + column.share * shareMm);
    return edges;
}

void paintCell(const Copy& c, const QRectF& place, FormCellKind kind, std::string_view text, bool bold)
{
    switch (kind) {
    case FormCellKind::Centre:
        c.form.text(place, text, Copy::value(Qt::AlignHCenter, bold));
        break;
    case FormCellKind::Figure:
        c.form.text(place, text, Copy::figure(bold));
        break;
    case FormCellKind::Remark:
        c.form.remark(place, text, Copy::value(Qt::AlignLeft, bold));
        break;
    case FormCellKind::Signature:
        c.form.text(place.adjusted(0, 0, -7, 0), text, Copy::value(Qt::AlignLeft, bold));
        c.form.text({place.right() - 9, place.top(), 9, place.height()}, caption::seal, Copy::faint());
        break;
    case FormCellKind::Text:
        c.form.text(place, text, Copy::value(Qt::AlignLeft, bold));
        break;
    }
}

void paintRow(const Copy& c, const std::vector<double>& edges, const FormRow& row, double y)
{
    const auto place = [&](std::size_t column) { return c.cell(edges[column], edges[column + 1], y, tableRow); };
    if (row.kind == FormRowKind::BlankBelow) {
        const auto column = static_cast<std::size_t>(c.paper.wordsColumn);
        c.form.text(place(column), "– " + row.cells[column] + " –", Copy::value(Qt::AlignHCenter));
        return;
    }
    const bool bold = row.kind == FormRowKind::Subtotal;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        paintCell(c, place(i), c.paper.columns[i].kind, row.cells[i], bold);
}

/// Heads, rows and the sums; returns where the table ends.
double paintTable(const Copy& c, double top)
{
    const std::vector<double> edges = edgesOf(c.paper.columns);
    const std::size_t columns = c.paper.columns.size();
    for (std::size_t i = 0; i < columns; ++i)
        c.form.text(c.cell(edges[i], edges[i + 1], top, tableRow), c.paper.columns[i].caption, c.label());
    double y = top + tableRow;
    for (const FormRow& row : c.page.rows) {
        c.horizontal(left, right, y);
        paintRow(c, edges, row, y);
        y += tableRow;
    }
    c.horizontal(left, right, y);
    const auto spanned = static_cast<std::size_t>(c.paper.sumSpan);
    for (std::size_t i = 1; i < columns; ++i) // the sums' caption runs over the first columns
        c.vertical(edges[i], top, i < spanned ? y : y + tableRow);
    c.form.spacedText(c.cell(left, edges[spanned], y, tableRow), c.page.sumsCaption, 1.6, c.label());
    for (std::size_t i = spanned; i < columns; ++i)
        c.form.text(c.cell(edges[i], edges[i + 1], y, tableRow), c.page.sums[i], Copy::figure(true));
    return y + tableRow;
}

/// Captions with their values, row below row; returns where they end.
double paintFields(const Copy& c, const std::vector<FormFieldRow>& rows, double y)
{
    for (const FormFieldRow& row : rows) {
        double x = left;
        for (const FormField& field : row) {
            const double valueAt = x + field.captionShare * shareMm;
            const double end = valueAt + field.valueShare * shareMm;
            c.form.text(c.cell(x, valueAt, y, fieldRow), field.caption, c.label());
            paintCell(c, c.cell(valueAt, end, y, fieldRow), field.kind, field.value, field.strong);
            c.vertical(valueAt, y, y + fieldRow);
            if (&field != &row.back())
                c.vertical(end, y, y + fieldRow);
            x = end;
        }
        if (&row != &rows.front())
            c.horizontal(left, right, y);
        y += fieldRow;
    }
    return y;
}

void paintCopy(const Copy& c)
{
    paintTitle(c);
    c.form.image(c.cell(logoLeft, logoLeft + logoWidth, logoTop, logoHeight), c.pictures.logo);
    paintBuyer(c);
    paintSupplier(c);
    const double tableAt = paintFields(c, c.paper.summary, partiesEnd);
    const double footAt = paintTable(c, tableAt);
    const double end = paintFields(c, c.paper.foot, footAt);
    for (const double y : {partiesEnd, tableAt, footAt})
        c.horizontal(left, right, y, thickMm);
    c.form.frame(c.cell(left, right, headTop, end - headTop), thickMm, c.ink);
    FormText sentence = c.label();
    sentence.ink = textInk;
    c.form.text(c.cell(left, right, end + sentenceGap, sentenceRow), c.paper.sentence, sentence);
    // last: a stamp
    c.form.image(c.cell(sealX - sealMm / 2, sealX + sealMm / 2, sealY - sealMm / 2, sealMm), c.pictures.seal);
}

struct Sheet
{
    QPainter& painter;
    const PaperForm& paper;
    const FormPage& page;
    const FormSettings& settings;
    double dotsPerMm;
    Pictures pictures;
    FormInk inks;
};

// Beside each other, each copy is a whole A4 sheet made small enough for half of one.
constexpr double halfMm = paperHeightMm / 2;
constexpr double halfScale = halfMm / paperWidthMm;

void paintBeside(const Sheet& sheet)
{
    FormPainter form(sheet.painter, sheet.dotsPerMm * halfScale, sheet.inks);
    paintCopy({form, sheet.paper, sheet.page, buyerInk, caption::buyerCopy, 0, sheet.pictures});
    sheet.painter.translate(halfMm * sheet.dotsPerMm, 0);
    paintCopy({form, sheet.paper, sheet.page, supplierInk, caption::supplierCopy, 0, sheet.pictures});
    sheet.painter.rotate(90); // the cut runs down the middle
    form.dashedLine(left, paperHeightMm - left, 0, faintInk);
}

void paintUpright(const Sheet& sheet)
{
    FormPainter form(sheet.painter, sheet.dotsPerMm, sheet.inks);
    const FormCopies copies = sheet.settings.copies;
    if (!sheet.paper.twoCopies) {
        paintCopy({form, sheet.paper, sheet.page, officeInk, {}, 0, sheet.pictures});
        return;
    }
    if (copies != FormCopies::Supplier)
        paintCopy({form, sheet.paper, sheet.page, buyerInk, caption::buyerCopy, 0, sheet.pictures});
    if (copies == FormCopies::Both)
        form.dashedLine(left, right, cutAt, faintInk);
    if (copies != FormCopies::Buyer) {
        const double top = copies == FormCopies::Both ? secondCopyAt : 0;
        paintCopy({form, sheet.paper, sheet.page, supplierInk, caption::supplierCopy, top, sheet.pictures});
    }
}

/// The offset moves everything; a wider margin makes everything smaller, about the sheet's middle.
void arrangeOnPaper(const Sheet& sheet, bool landscape)
{
    constexpr double tenths = 10;
    const double width = landscape ? paperHeightMm : paperWidthMm;
    const double height = landscape ? paperWidthMm : paperHeightMm;
    sheet.painter.translate(
        sheet.settings.offsetX / tenths * sheet.dotsPerMm, sheet.settings.offsetY / tenths * sheet.dotsPerMm);
    if (sheet.settings.marginMm <= leastMarginMm)
        return;
    const double drawn = landscape ? left * halfScale : left;
    const double scale = (width - 2 * sheet.settings.marginMm) / (width - 2 * drawn);
    sheet.painter.translate(width * (1 - scale) / 2 * sheet.dotsPerMm, height * (1 - scale) / 2 * sheet.dotsPerMm);
    sheet.painter.scale(scale, scale);
}

} // namespace

double sheetWidthMm(FormKind kind, const FormSettings& settings)
{
    return isLandscape(kind, settings) ? paperHeightMm : paperWidthMm;
}

void paintFormPage(QPainter& painter, const PaperForm& form, int page, const FormSettings& settings, double dotsPerMm)
{
    if (page < 0 || static_cast<std::size_t>(page) >= form.pages.size())
        return;
    painter.save();
    Pictures pictures{decodedSeal(form.pictures.seal), {}};
    if (!settings.onlyValues) // a pre-printed paper has the logo; the seal is put on each paper
        pictures.logo = decodedLogo(form.pictures.logo);
    const Sheet sheet{painter, form, form.pages[static_cast<std::size_t>(page)], settings, dotsPerMm,
        std::move(pictures), settings.onlyValues ? FormInk::OnlyValues : FormInk::All};
    const bool landscape = isLandscape(form.kind, settings);
    arrangeOnPaper(sheet, landscape);
    if (landscape)
        paintBeside(sheet);
    else
        paintUpright(sheet);
    painter.restore();
}

} // namespace dure::app
