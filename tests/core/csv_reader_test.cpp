#include "core/exchange/csv_reader.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace dure::exchange;

namespace {

struct ReadCsv
{
    std::vector<SourceRow> rows;
    TextEncoding encoding = TextEncoding::Utf8;
    char delimiter = 0;
};

ReadCsv readAll(std::string bytes, const CsvOptions& options = {})
{
    auto reader = CsvReader::open(std::move(bytes), options);
    if (!reader)
        qFatal("cannot open: %s", std::string(codeName(reader.error().code)).c_str());
    ReadCsv result{{}, reader->encoding(), reader->delimiter()};
    SourceRow row;
    while (reader->next(row).value())
        result.rows.push_back(row);
    return result;
}

QStringList texts(const SourceRow& row)
{
    QStringList list;
    for (const Cell& cell : row.cells)
        list << QString::fromStdString(cell.text);
    return list;
}

ExchangeErrorCode openError(std::string bytes, const CsvOptions& options = {})
{
    const auto reader = CsvReader::open(std::move(bytes), options);
    if (reader)
        qFatal("was opened");
    return reader.error().code;
}

// 거래처,똠방각하 in CP949: 똠 is 0x8C63, in the part that EUC-KR lacks.
const std::string cp949 = "\xb0\xc5\xb7\xa1\xc3\xb3,\x8c\x63\xb9\xe6\xb0\xa2\xc7\xcf\n";

} // namespace

class CsvReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void cp949_is_read_with_all_its_syllables()
    {
        const ReadCsv csv = readAll(cp949);
        QCOMPARE(csv.encoding, TextEncoding::Cp949);
        QCOMPARE(texts(csv.rows.at(0)), QStringList({"거래처", "똠방각하"}));
        QVERIFY(csv.rows.at(0).faults.empty());
    }

    void utf8_is_read_with_and_without_its_mark()
    {
        const ReadCsv plain = readAll("거래처,똠방각하\n");
        QCOMPARE(plain.encoding, TextEncoding::Utf8);
        QCOMPARE(texts(plain.rows.at(0)), QStringList({"거래처", "똠방각하"}));
        const ReadCsv marked = readAll("\xef\xbb\xbf거래처,똠방각하\n");
        QCOMPARE(marked.encoding, TextEncoding::Utf8WithBom);
        QCOMPARE(texts(marked.rows.at(0)), QStringList({"거래처", "똠방각하"}));
    }

    void a_byte_that_is_no_character_is_reported_with_its_line()
    {
        const ReadCsv csv = readAll(cp949 + "\xb0\xc5\xff,2\n");
        QCOMPARE(csv.rows.at(1).faults.size(), std::size_t{1});
        QCOMPARE(csv.rows.at(1).faults[0].code, RowFaultCode::BadBytes);
        QCOMPARE(csv.rows.at(1).faults[0].line, 2);
        QVERIFY(csv.rows.at(1).cells[0].text.find("\xef\xbf\xbd") != std::string::npos);
    }

    void what_is_not_text_is_refused()
    {
        QCOMPARE(openError(std::string("a,b\n1,\0\n", 8)), ExchangeErrorCode::NotText);
        QCOMPARE(openError("\xff\xfe"
                           "a"),
            ExchangeErrorCode::UnsupportedEncoding);
        CsvOptions small;
        small.limits.maxFileBytes = 4;
        QCOMPARE(openError("a,b,c\n", small), ExchangeErrorCode::TooLarge);
    }

    void quotes_commas_and_line_breaks_inside_a_field_are_text()
    {
        const ReadCsv csv = readAll("name,note\r\n\"Kim, \"\"Lee\"\"\",\"two\r\nlines\"\r\nx,y\r\n");
        QCOMPARE(texts(csv.rows.at(1)), QStringList({"Kim, \"Lee\"", "two\r\nlines"}));
        QCOMPARE(csv.rows.at(1).line, 2);
        QCOMPARE(csv.rows.at(2).line, 4); // the break inside the field counts as a line of the file
    }

    void every_kind_of_line_end_ends_a_row()
    {
        for (const char* end : {"\n", "\r\n", "\r"}) {
            const ReadCsv csv = readAll(std::string("a,b") + end + end + "c,d" + end + "e,f");
            QCOMPARE(csv.rows.size(), std::size_t{3});
            QCOMPARE(texts(csv.rows[2]), QStringList({"e", "f"}));
            QCOMPARE(csv.rows[1].line, 3); // an empty line is left out but counted
        }
    }

    void the_delimiter_is_guessed()
    {
        QCOMPARE(readAll("a,b\n1,2\n").delimiter, ',');
        QCOMPARE(readAll("a;b;c\n1,5;2,5;3\n1,5;2;3\n").delimiter, ';');
        QCOMPARE(readAll("품명\t단가\n\"a,b\"\t1,000\n").delimiter, '\t');
        QCOMPARE(readAll("sep=;\na,x;b\n").delimiter, ';');
        QCOMPARE(texts(readAll("sep=;\na,x;b\n").rows.at(0)), QStringList({"a,x", "b"}));
        QCOMPARE(readAll("한 열뿐\n가\n").delimiter, ',');
    }

    void a_quote_that_never_closes_costs_only_its_own_line()
    {
        const ReadCsv csv = readAll("a,b\n1,\"open\n2,x\n3,y\n");
        QCOMPARE(csv.rows.size(), std::size_t{4});
        QCOMPARE(csv.rows[1].faults.size(), std::size_t{1});
        QCOMPARE(csv.rows[1].faults[0].code, RowFaultCode::BrokenQuote);
        QCOMPARE(csv.rows[1].faults[0].line, 2);
        QCOMPARE(csv.rows[1].faults[0].column, std::size_t{1});
        QCOMPARE(csv.rows[1].faults[0].text, std::string("\"open"));
        QCOMPARE(texts(csv.rows[2]), QStringList({"2", "x"}));
        QCOMPARE(texts(csv.rows[3]), QStringList({"3", "y"}));
    }

    void a_broken_quote_does_not_pair_with_the_next_rows_quote()
    {
        const ReadCsv csv = readAll("a,b,c\n1,\"open,5\n2,\"good, text\",6\n3,\"z\",7\n");
        QCOMPARE(csv.rows.size(), std::size_t{4});
        QCOMPARE(csv.rows[1].faults.at(0).code, RowFaultCode::BrokenQuote);
        QCOMPARE(texts(csv.rows[2]), QStringList({"2", "good, text", "6"}));
        QVERIFY(csv.rows[2].faults.empty());
        QCOMPARE(texts(csv.rows[3]), QStringList({"3", "z", "7"}));
    }

    void a_broken_quote_is_given_up_at_the_field_limit()
    {
        CsvOptions options;
        options.limits.maxFieldBytes = 1000;
        std::string bytes = "a,b\n1,\"open\n";
        for (int i = 0; i < 1000; ++i)
            bytes += "2,plain\n";
        bytes += "3,\"\n\"\n";
        const ReadCsv csv = readAll(bytes, options);
        QCOMPARE(csv.rows.size(), std::size_t{1003});
        QCOMPARE(csv.rows[1].faults.at(0).code, RowFaultCode::BrokenQuote);
        QCOMPARE(texts(csv.rows[1002]), QStringList({"3", "\n"}));
    }

    void a_quote_inside_a_field_is_text()
    {
        const ReadCsv csv = readAll("spec,n\n5\" pipe,1\n\"5\" pipe\",2\n");
        QCOMPARE(texts(csv.rows[1]), QStringList({"5\" pipe", "1"}));
        QVERIFY(csv.rows[1].faults.empty());
        QCOMPARE(texts(csv.rows[2]), QStringList({"5 pipe\"", "2"}));
        QCOMPARE(csv.rows[2].faults.at(0).code, RowFaultCode::TextAfterQuote);
    }

    void limits_are_reported_where_they_are_met()
    {
        CsvOptions options;
        options.limits.maxColumns = 3;
        options.limits.maxFieldBytes = 10;
        options.limits.maxRows = 2;
        auto reader = CsvReader::open("a,b,c,d,e\nlong long long text,2\n3\n", options);
        SourceRow row;
        QVERIFY(reader->next(row).value());
        QCOMPARE(row.cells.size(), std::size_t{3});
        QCOMPARE(row.faults.size(), std::size_t{1});
        QCOMPARE(row.faults[0].code, RowFaultCode::TooManyColumns);
        QVERIFY(reader->next(row).value());
        QCOMPARE(row.faults.at(0).code, RowFaultCode::FieldTooLong);
        QVERIFY(row.cells[0].isEmpty());
        const auto third = reader->next(row);
        QVERIFY(!third);
        QCOMPARE(third.error().code, ExchangeErrorCode::TooManyRows);
        QCOMPARE(third.error().line, 3);
    }

    void a_hundred_thousand_rows_are_read_in_seconds()
    {
        std::string bytes = "거래처,품목,수량,단가\n";
        for (int i = 0; i < 100'000; ++i)
            bytes += "\"두레, 플라스틱\",캡 24/410," + std::to_string(i) + ",12.5\n";
        QElapsedTimer timer;
        timer.start();
        auto reader = CsvReader::open(std::move(bytes));
        SourceRow row;
        std::int64_t rows = 0;
        std::int64_t cells = 0;
        while (reader->next(row).value()) {
            ++rows;
            cells += static_cast<std::int64_t>(row.cells.size());
        }
        QCOMPARE(rows, 100'001);
        QCOMPARE(cells, 400'004);
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed()) + " ms"));
        qInfo("100,000 rows in %lld ms", timer.elapsed());
    }

    void a_hostile_file_of_broken_quotes_is_read_in_bounded_time()
    {
        std::string bytes = "a,b\n";
        for (int i = 0; i < 20'000; ++i)
            bytes += "1,\"broken " + std::to_string(i) + "\n";
        QElapsedTimer timer;
        timer.start();
        const ReadCsv csv = readAll(bytes);
        QCOMPARE(csv.rows.size(), std::size_t{20'001});
        QVERIFY(timer.elapsed() < 10'000);
    }
};

QTEST_GUILESS_MAIN(CsvReaderTest)
#include "csv_reader_test.moc"
