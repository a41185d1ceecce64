#include "core/exchange/table_source.h"
#include "core/exchange/xls_reader.h"

#include <QTemporaryDir>
#include <QtTest>
#include <random>

using namespace dure::exchange;

namespace {

const QString sample = QStringLiteral(DURE_SOURCE_DIR "/tests/data/xls/customers-and-orders.xls");

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::filesystem::path written(const QTemporaryDir& folder, const QByteArray& bytes)
{
    const QString path = folder.filePath(QStringLiteral("file.xls"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no room for a test's file");
    return path.toStdString();
}

std::string textOf(const SourceRow& row, std::size_t column)
{
    return column < row.cells.size() ? row.cells[column].text : std::string();
}

} // namespace

class XlsReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!readsOldWorkbooks())
            QSKIP("built without FreeXL");
    }

    void a_sheet_is_read_with_its_header_below_a_title()
    {
        auto table = openTable(sample.toStdString());
        QVERIFY(table.has_value());
        QCOMPARE(table->sheetNames(), (std::vector<std::string>{"거래처", "주문"}));
        QCOMPARE(table->headerLine(), std::int64_t{3});
        QCOMPARE(table->header().at(1), std::string("상호"));
        SourceRow row;
        QVERIFY(*table->next(row));
        QCOMPARE(row.line, std::int64_t{4});
        QCOMPARE(textOf(row, 1), std::string("한빛화장품(주)"));
        QCOMPARE(row.cells[3].text, std::string("10000000"));
        QVERIFY(row.cells[3].kind == CellKind::Number);
        QCOMPARE(row.cells[4].text, std::string("1234567.5"));
        QCOMPARE(textOf(row, 5), std::string("+82 로 시작하는 글"));
        QVERIFY(*table->next(row));
        QCOMPARE(textOf(row, 4), std::string("-500"));
        QVERIFY(!*table->next(row));
    }

    void dates_and_fractions_are_what_excel_shows()
    {
        auto table = openTable(sample.toStdString(), {.sheet = "주문"});
        QVERIFY(table.has_value());
        SourceRow row;
        QVERIFY(*table->next(row));
        QVERIFY(row.cells[1].kind == CellKind::Date);
        QCOMPARE(row.cells[1].text, std::string("2026-11-23"));
        QCOMPARE(row.cells[5].text, std::string("12.5"));
        QVERIFY(*table->next(row));
        QCOMPARE(row.cells[1].text, std::string("2026-02-28"));
        QCOMPARE(row.cells[4].text, std::string("0.1"));
        QCOMPARE(row.cells[5].text, std::string("33.333333"));
    }

    void a_sheet_that_is_not_there_is_named()
    {
        const auto table = openTable(sample.toStdString(), {.sheet = "없음"});
        QVERIFY(!table.has_value());
        QVERIFY(table.error().code == ExchangeErrorCode::NoSuchSheet);
    }

    void half_a_file_and_an_empty_shell_are_damaged()
    {
        const QTemporaryDir folder;
        const QByteArray whole = bytesOf(sample);
        for (const QByteArray& bytes : {whole.left(whole.size() / 2), whole.left(512), whole.left(8)}) {
            const auto table = openTable(written(folder, bytes));
            if (!table)
                QVERIFY(table.error().code == ExchangeErrorCode::Damaged
                    || table.error().code == ExchangeErrorCode::NoSuchSheet
                    || table.error().code == ExchangeErrorCode::NoHeader);
        }
        QVERIFY(!openTable(written(folder, whole.left(512))).has_value());
    }

    void too_large_a_file_is_not_opened()
    {
        const auto table = openOldWorkbook(sample.toStdString(), {}, {.maxFileBytes = 100});
        QVERIFY(!table.has_value());
        QVERIFY(table.error().code == ExchangeErrorCode::TooLarge);
    }

    /// Whatever comes out, the program lives and the reading ends.
    void broken_bytes_never_crash()
    {
        const QTemporaryDir folder;
        const QByteArray whole = bytesOf(sample);
        std::mt19937 random(7);
        const int rounds = qEnvironmentVariableIntValue("DURE_XLS_ROUNDS") > 0
            ? qEnvironmentVariableIntValue("DURE_XLS_ROUNDS")
            : 300;
        for (int round = 0; round < rounds; ++round) {
            QByteArray bytes = whole;
            for (unsigned change = 0; change < 1 + random() % 8; ++change)
                bytes[qsizetype(random() % unsigned(bytes.size()))] = char(random());
            auto table = openTable(written(folder, bytes));
            SourceRow row;
            for (int rows = 0; table && rows < 70'000; ++rows) {
                const auto more = table->next(row);
                if (!more || !*more)
                    break;
            }
        }
    }
};

QTEST_APPLESS_MAIN(XlsReaderTest)
#include "xls_reader_test.moc"
