#include "app/exchange/company_export.h"

#include "app/attention/field_text.h"
#include "app/data/background.h"
#include "app/data/company_data.h"
#include "app/exchange/exchange_words.h"
#include "app/widgets/dialogs.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/start_folder.h"
#include "core/exchange/table_writer.h"
#include "core/storage/whole_table.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QTimer>
#include <QUrl>
#include <array>

namespace dure::app {
namespace {

using exchange::ExchangeError;
using exchange::ExchangeErrorCode;
using exchange::OutCell;
using exchange::OutKind;

const auto folderSetting = QStringLiteral("exchange/saveFolder");
constexpr int narrowChars = 12;
constexpr int wideChars = 20;
constexpr std::int64_t rowsBetweenWords = 256;
constexpr int sayMs = 500;

/// What people made, in the order in which they would look for it. Conflicts, files and the like are the program's.
constexpr std::array tables{TableId::CompanyProfile, TableId::Customer, TableId::Contact, TableId::DeliverySite,
    TableId::Product, TableId::CustomerPrice, TableId::Quotation, TableId::QuotationLine, TableId::SalesOrder,
    TableId::OrderLine, TableId::Delivery, TableId::DeliveryLine, TableId::Claim, TableId::Payment,
    TableId::PaymentAllocation, TableId::NoteEvent, TableId::StockMovement, TableId::Activity};

class Kinds
{
    Q_DECLARE_TR_FUNCTIONS(CompanyExport)
};

struct KindWords
{
    TableId table;
    std::string_view column;
    std::array<const char*, 7> words; ///< by number
};

constexpr std::array kindWords{
    KindWords{TableId::Payment, "kind",
        {QT_TRANSLATE_NOOP("CompanyExport", "transfer"), QT_TRANSLATE_NOOP("CompanyExport", "cash"),
            QT_TRANSLATE_NOOP("CompanyExport", "cheque"), QT_TRANSLATE_NOOP("CompanyExport", "promissory note"),
            QT_TRANSLATE_NOOP("CompanyExport", "card"), QT_TRANSLATE_NOOP("CompanyExport", "offset"),
            QT_TRANSLATE_NOOP("CompanyExport", "discount given")}},
    KindWords{TableId::StockMovement, "kind",
        {QT_TRANSLATE_NOOP("CompanyExport", "opening"), QT_TRANSLATE_NOOP("CompanyExport", "production"),
            QT_TRANSLATE_NOOP("CompanyExport", "purchase"), QT_TRANSLATE_NOOP("CompanyExport", "delivery"),
            QT_TRANSLATE_NOOP("CompanyExport", "return"), QT_TRANSLATE_NOOP("CompanyExport", "count"),
            QT_TRANSLATE_NOOP("CompanyExport", "scrap")}},
    KindWords{TableId::Delivery, "kind",
        {QT_TRANSLATE_NOOP("CompanyExport", "sale"), QT_TRANSLATE_NOOP("CompanyExport", "sample"),
            QT_TRANSLATE_NOOP("CompanyExport", "repair"), QT_TRANSLATE_NOOP("CompanyExport", "replacement"),
            QT_TRANSLATE_NOOP("CompanyExport", "return"), QT_TRANSLATE_NOOP("CompanyExport", "credit")}},
    KindWords{TableId::Claim, "kind",
        {QT_TRANSLATE_NOOP("CompanyExport", "defect"), QT_TRANSLATE_NOOP("CompanyExport", "shortage"),
            QT_TRANSLATE_NOOP("CompanyExport", "damage"), QT_TRANSLATE_NOOP("CompanyExport", "wrong item"),
            QT_TRANSLATE_NOOP("CompanyExport", "other")}},
    KindWords{TableId::NoteEvent, "kind",
        {nullptr, QT_TRANSLATE_NOOP("CompanyExport", "discounted at a bank"),
            QT_TRANSLATE_NOOP("CompanyExport", "endorsed"), QT_TRANSLATE_NOOP("CompanyExport", "collected")}},
    KindWords{TableId::Payment, "reversal_kind",
        {QT_TRANSLATE_NOOP("CompanyExport", "correction"), QT_TRANSLATE_NOOP("CompanyExport", "dishonoured")}},
    KindWords{TableId::Activity, "kind",
        {QT_TRANSLATE_NOOP("CompanyExport", "note"), QT_TRANSLATE_NOOP("CompanyExport", "call"),
            QT_TRANSLATE_NOOP("CompanyExport", "visit"), QT_TRANSLATE_NOOP("CompanyExport", "e-mail"),
            QT_TRANSLATE_NOOP("CompanyExport", "promise of payment")}},
};
constexpr std::array roundingWords{QT_TRANSLATE_NOOP("CompanyExport", "half up"),
    QT_TRANSLATE_NOOP("CompanyExport", "down"), QT_TRANSLATE_NOOP("CompanyExport", "up")};
constexpr std::array scopeWords{
    QT_TRANSLATE_NOOP("CompanyExport", "each line"), QT_TRANSLATE_NOOP("CompanyExport", "the document")};
constexpr std::array sourceWords{QT_TRANSLATE_NOOP("CompanyExport", "list price"),
    QT_TRANSLATE_NOOP("CompanyExport", "agreed"), QT_TRANSLATE_NOOP("CompanyExport", "last"),
    QT_TRANSLATE_NOOP("CompanyExport", "typed")};

template <std::size_t N> QString wordAt(const std::array<const char*, N>& words, std::int64_t value)
{
    const bool known = value >= 0 && std::size_t(value) < N && words[std::size_t(value)];
    return known ? Kinds::tr(words[std::size_t(value)]) : QString();
}

QString wordFor(TableId table, const Column& column, std::int64_t value)
{
    for (const KindWords& each : kindWords)
        if (each.table == table && each.column == column.name)
            return wordAt(each.words, value);
    if (column.name == "rounding_mode")
        return wordAt(roundingWords, value);
    if (column.name == "tax_scope")
        return wordAt(scopeWords, value);
    if (column.name == "price_source")
        return wordAt(sourceWords, value);
    return choiceText(column, value);
}

using Names = std::unordered_map<TableId, std::unordered_map<Uuid, std::string>>;

/// Writes one company's tables, each into its sheet.
class CompanyWriter
{
public:
    CompanyWriter(sqlite::Database& db, exchange::WorkbookWriter& book, const ProgressPtr& progress)
        : m_db(db)
        , m_book(book)
        , m_progress(progress)
    { }

    std::expected<std::int64_t, ExchangeError> write()
    {
        for (const TableId id : tables)
            if (auto written = writeTable(tableOf(id)); !written)
                return std::unexpected(written.error());
        return m_rows;
    }

private:
    /// Rows that others name by their place in a document.
    static bool isLine(TableId table) { return table == TableId::OrderLine || table == TableId::DeliveryLine; }
    /// A line is told by its number where its document stands beside it.
    static bool hasDocumentOf(const Table& table, TableId lines)
    {
        return isLine(lines) && table.columnIndex(tableOf(lines).rootColumn) >= 0;
    }
    /// The line says what its product was called then; which product that is, its code says.
    static bool saysCode(const Table& table, const Column& column)
    {
        return column.name == "product_id" && table.columnIndex("product_name") >= 0;
    }

    /// What a person can read: an id is called by a name, a code or a number, or left out where its row has none.
    std::vector<std::size_t> shown(const Table& table)
    {
        std::vector<std::size_t> columns;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const Column& column = table.columns[i];
            if (column.name == "position" && !isLine(table.id))
                continue;
            if (column.type == ColumnType::Id && !column.refersTo)
                continue;
            if (column.type == ColumnType::Id && !hasDocumentOf(table, *column.refersTo)
                && namesOf(*column.refersTo).empty())
                continue;
            columns.push_back(i);
        }
        return columns;
    }

    const std::unordered_map<Uuid, std::string>& namesOf(TableId table)
    {
        const auto [found, isNew] = m_names.try_emplace(table);
        if (isNew)
            found->second = storage::namesOfRows(m_db, tableOf(table));
        return found->second;
    }

    OutCell lineNumber(TableId lines, const Uuid& id)
    {
        const auto [numbers, isNew] = m_lines.try_emplace(lines);
        if (isNew)
            numbers->second = storage::lineNumbers(m_db, tableOf(lines));
        const auto found = numbers->second.find(id);
        return found == numbers->second.end() ? OutCell() : Won{found->second};
    }

    OutCell idCell(const Table& table, const Column& column, const Uuid& id)
    {
        const TableId named = *column.refersTo;
        if (hasDocumentOf(table, named))
            return lineNumber(named, id);
        if (saysCode(table, column)) {
            if (!m_codes)
                m_codes = storage::codesOfRows(m_db, tableOf(named));
            if (const auto code = m_codes->find(id); code != m_codes->end() && !code->second.empty())
                return code->second;
        }
        const auto& names = namesOf(named);
        const auto found = names.find(id);
        return found == names.end() ? std::string() : found->second;
    }

    OutCell cellOf(const Table& table, std::size_t at, const Row& row)
    {
        const Column& column = table.columns[at];
        const Value& value = row.values[at];
        if (column.name == "position")
            return lineNumber(table.id, row.id);
        if (isNull(value) || (column.name == "reversal_kind" && isNull(row.values[col::Payment::reversesId])))
            return {};
        switch (column.type) {
        case ColumnType::Text:
            return textOf(value);
        case ColumnType::Boolean:
            return (integerOf(value) != 0 ? QStringLiteral("Y") : QStringLiteral("N")).toStdString();
        case ColumnType::Date:
            return Date{static_cast<std::int32_t>(integerOf(value))};
        case ColumnType::Time:
            return QDateTime::fromMSecsSinceEpoch(integerOf(value))
                .toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                .toStdString();
        case ColumnType::Won:
            return Won{integerOf(value)};
        case ColumnType::UnitPrice:
            return UnitPrice{integerOf(value)};
        case ColumnType::Quantity:
            return Quantity{integerOf(value)};
        case ColumnType::Integer:
            if (column.name.ends_with("_bp"))
                return Quantity{integerOf(value) * (Quantity::scale / 100)}; // percent
            if (const QString word = wordFor(table.id, column, integerOf(value)); !word.isEmpty())
                return word.toStdString();
            return Won{integerOf(value)}; // a whole number
        case ColumnType::Id:
            return idCell(table, column, idOf(value));
        }
        return {};
    }

    std::expected<void, ExchangeError> beginSheet(const Table& table, const std::vector<std::size_t>& columns, int part)
    {
        std::vector<exchange::OutColumn> titles;
        for (const std::size_t i : columns) {
            const Column& column = table.columns[i];
            const bool figure = column.type == ColumnType::Won || column.type == ColumnType::UnitPrice
                || column.type == ColumnType::Quantity;
            const QString title = saysCode(table, column) ? Kinds::tr("Code of the product") : fieldText(column);
            titles.push_back({title.toStdString(),
                figure                                ? OutKind::Number
                    : column.type == ColumnType::Date ? OutKind::Date
                                                      : OutKind::Text,
                figure || column.type == ColumnType::Date ? narrowChars : wideChars});
        }
        const QString name = tableText(table.id);
        return m_book.addSheet((part > 1 ? QStringLiteral("%1 %2").arg(name).arg(part) : name).toStdString(), titles);
    }

    std::expected<void, ExchangeError> writeTable(const Table& table)
    {
        const std::vector<std::size_t> columns = shown(table);
        int part = 1;
        std::expected<void, ExchangeError> written = beginSheet(table, columns, part);
        if (!written)
            return written;
        std::vector<OutCell> cells(columns.size());
        storage::forEachLiveRow(m_db, table, [&](const Row& row) {
            if (m_book.isSheetFull())
                written = beginSheet(table, columns, ++part);
            for (std::size_t i = 0; i < columns.size(); ++i)
                cells[i] = cellOf(table, columns[i], row);
            if (written)
                written = m_book.addRow(cells);
            if (++m_rows % rowsBetweenWords == 0) {
                m_progress->done = m_rows;
                if (m_progress->stop)
                    written = std::unexpected(ExchangeError{ExchangeErrorCode::Stopped, {}, 0, {}});
            }
            return written.has_value();
        });
        return written;
    }

    sqlite::Database& m_db;
    exchange::WorkbookWriter& m_book;
    ProgressPtr m_progress;
    Names m_names;
    std::optional<std::unordered_map<Uuid, std::string>> m_codes; // of products
    std::unordered_map<TableId, std::unordered_map<Uuid, std::int64_t>> m_lines;
    std::int64_t m_rows = 0;
};

} // namespace

std::expected<std::int64_t, ExchangeError> exportCompany(
    const QString& databasePath, const QString& target, const ProgressPtr& progress)
{
    try {
        auto space = storage::SpaceDatabase::openReader(databasePath.toStdString());
        if (!space)
            return std::unexpected(ExchangeError{ExchangeErrorCode::CannotRead, {}, 0, space.error().detail});
        const sqlite::Snapshot snapshot((*space)->db());
        auto book = exchange::createWorkbook(std::filesystem::path(target.toStdU16String()));
        if (!book)
            return std::unexpected(book.error());
        const auto rows = CompanyWriter((*space)->db(), **book, progress).write();
        if (!rows)
            return rows;
        if (auto finished = (*book)->finish(); !finished)
            return std::unexpected(finished.error());
        return rows;
    } catch (const sqlite::Failure& failure) {
        return std::unexpected(ExchangeError{ExchangeErrorCode::CannotRead, {}, 0, failure.what()});
    }
}

CompanyExport::CompanyExport(CompanyData& data, QWidget& over, QObject* parent)
    : QObject(parent)
    , m_data(data)
    , m_over(over)
{ }

CompanyExport::~CompanyExport()
{
    if (m_progress)
        m_progress->stop = true;
}

void CompanyExport::ask(MessageStrip& says)
{
    if (m_progress)
        return;
    const QString name = tr("Whole company %1.xlsx").arg(toQString(m_data.today().toIso()));
    const QString folder = startFolder(folderSetting, QStandardPaths::DocumentsLocation);
    const FileQuestion question{tr("Save the whole company"), QDir(folder).filePath(name), tr("Excel (*.xlsx)"), true};
    askForFile(&m_over, question, this, [this, strip = QPointer<MessageStrip>(&says)](const QString& path) {
        QSettings().setValue(folderSetting, QFileInfo(path).absolutePath());
        if (strip)
            writeTo(path, *strip);
    });
}

void CompanyExport::say(const QString& name)
{
    if (!m_progress || !m_says)
        return;
    m_says->clear();
    m_says->show(Tone::Info, tr("Writing %1: %2 rows.").arg(name, numberText(qint64(m_progress->done))));
    connect(m_says->addAction(tr("Stop")), &QAbstractButton::clicked, this,
        [progress = m_progress] { progress->stop = true; });
}

void CompanyExport::writeTo(const QString& chosen, MessageStrip& says)
{
    if (m_progress)
        return;
    const QString path
        = chosen.endsWith(QStringLiteral(".xlsx"), Qt::CaseInsensitive) ? chosen : chosen + QStringLiteral(".xlsx");
    const QString name = QFileInfo(path).fileName();
    m_says = &says;
    m_progress = std::make_shared<Progress>();
    auto* clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, [this, name] { say(name); });
    clock->start(sayMs);
    say(name);
    inBackground(
        this,
        [database = m_data.databasePath(), path, progress = m_progress] {
            return exportCompany(database, path, progress);
        },
        [this, clock, name, path](std::expected<std::int64_t, ExchangeError> rows) {
            delete clock;
            m_progress.reset();
            if (!m_says)
                return;
            m_says->clear();
            if (!rows) {
                const ErrorText why = errorText(rows.error(), name);
                m_says->show(
                    rows.error().code == ExchangeErrorCode::Stopped ? Tone::Info : Tone::Red, why.what, why.wayOut);
                return;
            }
            m_says->show(
                Tone::Green, tr("%n row(s) were written: %1", nullptr, int(*rows)).arg(QDir::toNativeSeparators(path)));
            connect(m_says->addAction(tr("Open it")), &QAbstractButton::clicked, this,
                [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
        });
}

} // namespace dure::app

#include "moc_company_export.cpp"
