// LibreOffice opens what Dure writes: every cell of every sheet is there as it was written. Without LibreOffice it is
// skipped; `./dev test` installs it.
#include "app/exchange/company_export.h"
#include "core/exchange/table_source.h"
#include "core/exchange/table_writer.h"
#include "core/exchange/xlsx_reader.h"
#include "tests/app/exported_company.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace dure;
using namespace dure::exchange;

namespace {

struct ShownCell
{
    QString text;
    bool isText = false; ///< quoted: a text, and no figure
};
using ShownRows = std::vector<std::vector<ShownCell>>;

/// What LibreOffice shows of a file, by sheet; of a CSV under the name "".
class LibreOffice
{
public:
    explicit LibreOffice(const QString& file)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStandardPaths::findExecutable(QStringLiteral("soffice")),
            {QStringLiteral("-env:UserInstallation=file://%1/profile").arg(m_folder.path()),
                QStringLiteral("--headless"),
                // of a CSV: comma, quote, UTF-8, and whatever looks like a number, a day or a formula is taken for one
                QStringLiteral("--infilter=%1")
                    .arg(file.endsWith(QStringLiteral(".csv")) ? QStringLiteral(
                             "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,0,true")
                                                               : QStringLiteral("Calc MS Excel 2007 XML")),
                QStringLiteral("--convert-to"),
                // comma, quote, UTF-8, from row 1, columns as they come, no language, texts quoted, values as shown,
                // no formulas, all spaces, every sheet
                QStringLiteral("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,true,false,false,-1"),
                QStringLiteral("--outdir"), m_folder.path(), file});
        if (!process.waitForFinished(120'000))
            process.kill();
        said = process.readAll();
        for (const QFileInfo& each : QDir(m_folder.path()).entryInfoList({QStringLiteral("*.csv")})) {
            QFile csv(each.filePath());
            if (!csv.open(QIODevice::ReadOnly))
                continue;
            const QString base = QFileInfo(file).completeBaseName();
            sheets[each.completeBaseName().mid(base.size() + 1)] = parsed(QString::fromUtf8(csv.readAll()));
        }
    }

    std::map<QString, ShownRows> sheets;
    QByteArray said;

private:
    static ShownRows parsed(const QString& csv)
    {
        ShownRows rows(1, {ShownCell{}});
        bool isQuoted = false;
        for (qsizetype i = 0; i < csv.size(); ++i) {
            const QChar c = csv[i];
            ShownCell& cell = rows.back().back();
            if (isQuoted && c == u'"' && i + 1 < csv.size() && csv[i + 1] == u'"') {
                cell.text += csv[++i];
            } else if (c == u'"') {
                isQuoted = !isQuoted;
                cell.isText = true;
            } else if (isQuoted || (c != u',' && c != u'\n')) {
                cell.text += c;
            } else if (c == u',') {
                rows.back().emplace_back();
            } else {
                rows.push_back({ShownCell{}});
            }
        }
        rows.pop_back(); // after the last line's end
        return rows;
    }
    QTemporaryDir m_folder;
};

/// How a spreadsheet shows a cell that was written: figures with commas, days as they are named in Korea.
QString shownAs(const Cell& cell)
{
    if (cell.kind != CellKind::Number)
        return QString::fromStdString(cell.text);
    return QString::fromStdString(formatNumber(parseNumber(cell.text, 4, INT64_MAX).scaled, 4));
}

/// Every cell of a workbook of ours beside what LibreOffice shows of it.
void compare(const QString& path, const LibreOffice& office)
{
    const auto book = openTable(path.toStdU16String());
    QVERIFY(book.has_value());
    QVERIFY2(!office.sheets.empty(), office.said.constData());
    QCOMPARE(office.sheets.size(), book->sheetNames().size());
    for (const std::string& name : book->sheetNames()) {
        const QString sheet = QString::fromStdString(name);
        QVERIFY2(office.sheets.contains(sheet), name.c_str());
        const ShownRows& shown = office.sheets.at(sheet);
        TableOptions options;
        options.sheet = name;
        options.headerLine = 1;
        auto table = openTable(path.toStdU16String(), options);
        QVERIFY2(table.has_value(), name.c_str());
        for (std::size_t i = 0; i < table->header().size(); ++i)
            QCOMPARE(shown[0][i].text.toStdString(), table->header()[i]);
        SourceRow row;
        std::size_t at = 1;
        for (; *table->next(row); ++at) {
            QVERIFY2(at < shown.size(), name.c_str());
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const ShownCell& cell = i < shown[at].size() ? shown[at][i] : ShownCell{};
                QCOMPARE(cell.text, shownAs(row.cells[i]));
                const bool isFigureWithComma = row.cells[i].kind == CellKind::Number && cell.text.contains(u',');
                if (!isFigureWithComma) // which is quoted for its comma
                    QVERIFY2(cell.isText == (row.cells[i].kind == CellKind::Text), qPrintable(cell.text));
            }
        }
        QCOMPARE(shown.size(), at);
    }
}

const std::vector<std::string> strangeTexts{"=1+1", "=HYPERLINK(\"http://x\",\"여기\")", "+82-2-555-0100", "-5",
    "@SUM(A1)", "\t=1+1", "\n=1+1", "한글 \"따옴표\", 쉼표; 세미콜론", "첫 줄\n둘째 줄", "007", "1e5", "2026-11-23",
    "11/23", "  앞뒤 빈칸  ", "똠방각하 뷁", "㈜가온", "1,234", "TRUE", "#REF!", "_x0041_", "'=1", "12.50%", "🏭 공장"};

} // namespace

class SpreadsheetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("soffice")).isEmpty())
            QSKIP("LibreOffice is not installed; ./dev test installs it");
    }

    void a_whole_company_is_there_cell_by_cell()
    {
        test::ExportedCompany company(601);
        company.page([&] {
            for (const std::string& text : strangeTexts) {
                Customer customer;
                customer.name = text;
                customer.note = text + text;
                customer.creditLimit = {maxAmountWon};
                customer.openingBalance = {-maxAmountWon};
                customer.openingOn = Date{19991231};
                company.keep(company.customers, customer);
                Product product;
                product.name = text;
                product.listPrice = {maxTenThousandths};
                product.safetyStock = {-12'345'678};
                company.keep(company.products, product);
            }
        });
        const QString path = m_folder.filePath(QStringLiteral("회사 전체.xlsx"));
        const auto rows
            = app::exportCompany(QString::fromStdString(company.space.path), path, std::make_shared<app::Progress>());
        QVERIFY(rows.has_value());
        QVERIFY(*rows > 300);
        const LibreOffice office(path);
        compare(path, office);
        // beside the reader of our own: a formula's beginning is a text, as it was typed
        const ShownRows& customers = office.sheets.at(QStringLiteral("Customer"));
        for (const std::string& text : strangeTexts)
            QVERIFY2(std::ranges::any_of(customers,
                         [&](const auto& row) {
                             return std::ranges::any_of(row, [&](const ShownCell& cell) {
                                 return cell.isText && cell.text == QString::fromStdString(text);
                             });
                         }),
                text.c_str());
    }

    void a_list_in_a_csv_computes_nothing()
    {
        const QString path = m_folder.filePath(QStringLiteral("목록.csv"));
        auto csv = createCsv(path.toStdU16String(),
            std::vector<OutColumn>{{"거래처", OutKind::Text}, {"금액", OutKind::Number}, {"납기", OutKind::Date}});
        QVERIFY(csv.has_value());
        for (const std::string& text : strangeTexts)
            QVERIFY((*csv)->addRow(std::vector<OutCell>{text, Won{1'234'567}, Date{20261123}}));
        QVERIFY((*csv)->finish());
        const LibreOffice office(path);
        QCOMPARE(office.sheets.size(), std::size_t{1});
        const ShownRows& rows = office.sheets.begin()->second;
        QCOMPARE(rows.size(), strangeTexts.size() + 1);
        QCOMPARE(rows[0][0].text, QStringLiteral("거래처"));
        for (std::size_t i = 0; i < strangeTexts.size(); ++i) {
            const QString text = QString::fromStdString(strangeTexts[i]);
            const QString shown = rows[i + 1][0].text;
            if (text.contains(QStringLiteral("=")) || text.startsWith(u'@'))
                QVERIFY2(shown.contains(text) && rows[i + 1][0].isText, qPrintable(shown));
            QCOMPARE(QString(rows[i + 1][1].text).remove(u','), QStringLiteral("1234567"));
        }
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(SpreadsheetsTest)
#include "spreadsheets_test.moc"
