#include "core/exchange/table_writer.h"

#include "core/exchange/table_source.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <iterator>

using namespace dure;
using namespace dure::exchange;
namespace fs = std::filesystem;

namespace {

enum class Format { Xlsx, Csv };

const std::vector<OutColumn> columns{{"품명"}, {"=단가", OutKind::Number}, {"수량", OutKind::Number},
    {"금액", OutKind::Number}, {"일자", OutKind::Date}};

std::unique_ptr<TableWriter> writerFor(Format format, const fs::path& path)
{
    auto writer = format == Format::Xlsx ? createXlsx(path, "거래처/목록", columns) : createCsv(path, columns);
    if (!writer)
        qFatal("cannot create: %s", writer.error().detail.c_str());
    return std::move(*writer);
}

std::string contentOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

class TableWriterTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path file(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }

private slots:
    void what_is_written_is_read_back_the_same_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("xlsx") << static_cast<int>(Format::Xlsx);
        QTest::newRow("csv") << static_cast<int>(Format::Csv);
    }

    void what_is_written_is_read_back_the_same()
    {
        QFETCH(int, format);
        const fs::path path = file(format == 0 ? "목록 1.xlsx" : "목록 1.csv");
        const std::vector<std::string> texts{"똠방각하 & <b>", "=1+1", "+82-2-123", "-5", "@x", "'=x", "''+y", "'plain",
            "\tt", "a,\"b\"\nc", "00123", " 앞뒤 ", "a;b", "_x0041_", "x_x000D_y", "\r=1", "1e5", "C:\\temp"};
        const std::vector<std::int64_t> numbers{
            0, 1, -1, 125'000, 333'333, 9'999'999'999'999, -9'999'999'999'999, 1'000, 89'999'999'999'991};
        auto writer = writerFor(static_cast<Format>(format), path);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const std::int64_t number = numbers[i % numbers.size()];
            const std::vector<OutCell> row{texts[i], UnitPrice{number}, Quantity{-number},
                Won{number % 1'000'000'000'000}, Date::fromYmd(2026, 1, 1).addDays(static_cast<int>(i) * 100)};
            QVERIFY(writer->addRow(row));
        }
        QVERIFY(!fs::exists(path)); // nothing stands there before it is whole
        QVERIFY(writer->finish());

        auto source = openTable(path);
        QVERIFY(source);
        QCOMPARE(source->header().at(0), std::string("품명"));
        QCOMPARE(source->header().at(1), std::string("=단가"));
        SourceRow row;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QVERIFY(source->next(row).value());
            QVERIFY(row.faults.empty());
            const std::int64_t number = numbers[i % numbers.size()];
            QCOMPARE(QByteArray::fromStdString(row.cells.at(0).text), QByteArray::fromStdString(texts[i]));
            QCOMPARE(row.cells[0].kind, CellKind::Text);
            QCOMPARE(row.cells.at(1).text, toText(UnitPrice{number}, false));
            QCOMPARE(row.cells.at(2).text, toText(Quantity{-number}, false));
            QCOMPARE(row.cells.at(3).text, toText(Won{number % 1'000'000'000'000}, false));
            QCOMPARE(row.cells.at(4).text, Date::fromYmd(2026, 1, 1).addDays(static_cast<int>(i) * 100).toIso());
            if (format == 0) {
                QCOMPARE(row.cells[1].kind, CellKind::Number);
                QCOMPARE(row.cells[4].kind, CellKind::Date);
            }
        }
        QVERIFY(!source->next(row).value());
    }

    void a_workbook_holds_no_formula()
    {
        const fs::path path = file("formula.xlsx");
        auto writer = writerFor(Format::Xlsx, path);
        QVERIFY(writer->addRow(std::vector<OutCell>{std::string("=HYPERLINK(\"http://x\")")}));
        QVERIFY(writer->addRow(std::vector<OutCell>{std::string("@SUM(1)")}));
        QVERIFY(writer->finish());
        auto archive = ZipArchive::open(contentOf(path));
        QVERIFY(archive);
        auto entry = archive->openEntry("xl/worksheets/sheet1.xml");
        std::string xml(1U << 20U, '\0');
        xml.resize(entry->read(xml).value());
        QVERIFY(xml.find("HYPERLINK") != std::string::npos);
        QVERIFY(xml.find("<f>") == std::string::npos);
    }

    void a_csv_is_what_excel_opens_without_asking()
    {
        const fs::path path = file("plain.csv");
        auto writer = writerFor(Format::Csv, path);
        const std::vector<OutCell> row{std::string("=1+1"), UnitPrice{-125'000}, {}, Won{1'234'567}};
        QVERIFY(writer->addRow(row));
        QVERIFY(writer->finish());
        QCOMPARE(contentOf(path), std::string("\xef\xbb\xbf품명,'=단가,수량,금액,일자\r\n'=1+1,-12.5,,1234567,\r\n"));
    }

    void a_writer_that_is_given_up_leaves_no_file_and_an_old_one_untouched()
    {
        for (const Format format : {Format::Xlsx, Format::Csv}) {
            const fs::path path = file("old.bin");
            std::ofstream(path) << "old";
            auto writer = writerFor(format, path);
            QVERIFY(writer->addRow(std::vector<OutCell>{std::string("x")}));
            writer.reset();
            QCOMPARE(contentOf(path), std::string("old"));
            QVERIFY(!fs::exists(file("old.bin.part")));
        }
    }

    void a_place_that_cannot_be_written_is_said()
    {
        const fs::path nowhere = file("no such folder") / "a.csv";
        QCOMPARE(createCsv(nowhere, columns).error().code, ExchangeErrorCode::CannotWrite);
        QCOMPARE(createXlsx(nowhere, "a", columns).error().code, ExchangeErrorCode::CannotWrite);
    }

    void a_full_disk_is_said_and_nothing_half_written_stays()
    {
        // /dev/full refuses every write as a full disk does; the part file is a link to it
        if (!fs::exists("/dev/full"))
            QSKIP("no /dev/full here");
        for (const char* name : {"full.csv", "full.xlsx"}) {
            const fs::path path = file(name);
            fs::create_symlink("/dev/full", path.string() + ".part");
            auto writer = writerFor(path.extension() == ".csv" ? Format::Csv : Format::Xlsx, path);
            std::expected<void, ExchangeError> written;
            for (int i = 0; i < 10'000 && written; ++i)
                written = writer->addRow(std::vector<OutCell>{std::string(100, 'x') + std::to_string(i)});
            if (written)
                written = writer->finish();
            QVERIFY2(!written, name);
            QCOMPARE(written.error().code, ExchangeErrorCode::CannotWrite);
            writer.reset();
            QVERIFY(!fs::exists(path));
            QVERIFY(!fs::is_symlink(path.string() + ".part"));
        }
    }

    void a_text_no_cell_can_hold_is_refused()
    {
        auto writer = writerFor(Format::Xlsx, file("long.xlsx"));
        const auto written = writer->addRow(std::vector<OutCell>{std::string(40'000, 'x')});
        QCOMPARE(written.error().code, ExchangeErrorCode::TextTooLong);
        QCOMPARE(written.error().line, 2);
    }

    void a_hundred_thousand_rows_go_out_and_in_in_seconds()
    {
        const fs::path path = file("large.xlsx");
        QElapsedTimer timer;
        timer.start();
        auto writer = writerFor(Format::Xlsx, path);
        std::vector<OutCell> row{std::string("캡 24/410"), UnitPrice{125'000}, Quantity{}, Won{1}, Date{20261123}};
        for (int i = 0; i < 100'000; ++i) {
            row[2] = Quantity::fromInteger(i);
            QVERIFY(writer->addRow(row));
        }
        QVERIFY(writer->finish());
        const qint64 out = timer.restart();
        auto source = openTable(path);
        SourceRow read;
        std::int64_t rows = 0;
        while (source->next(read).value())
            ++rows;
        QCOMPARE(rows, 100'000);
        QVERIFY(out < 20'000 && timer.elapsed() < 20'000);
        qInfo("100,000 rows out in %lld ms, in in %lld ms", out, timer.elapsed());
    }
};

QTEST_GUILESS_MAIN(TableWriterTest)
#include "table_writer_test.moc"
