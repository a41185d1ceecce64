#include "core/storage/customer_store.h"
#include "core/storage/space_database.h"
#include "tests/cli/cli_pc.h"

#include <iconv.h>

using namespace dure;
using namespace dure::testing;

namespace {

QByteArray inCp949(const QString& text)
{
    QByteArray utf8 = text.toUtf8();
    QByteArray bytes(utf8.size() * 2, '\0');
    iconv_t converter = iconv_open("CP949", "UTF-8");
    char* from = utf8.data();
    char* to = bytes.data();
    std::size_t fromLeft = static_cast<std::size_t>(utf8.size());
    std::size_t toLeft = static_cast<std::size_t>(bytes.size());
    if (iconv(converter, &from, &fromLeft, &to, &toLeft) != 0)
        qFatal("not a text of CP949");
    iconv_close(converter);
    bytes.truncate(static_cast<qsizetype>(to - bytes.data()));
    return bytes;
}

/// "3 단가 bad_number abc" a problem
QStringList problems(const CliRun& run)
{
    QStringList list;
    for (const QJsonValue& each : run.json["problems"].toArray())
        list << QString("%1 %2 %3 %4")
                    .arg(each["line"].toInt())
                    .arg(each["column"].toString(), each["code"].toString(), each["text"].toString());
    return list;
}

QStringList names(const CliPc& pc, const QString& list)
{
    QStringList names;
    for (const QJsonValue& each : pc.json({"list", list, "--limit", "0"}).json[list].toArray())
        names << each["name"].toString();
    return names;
}

/// A company with the order A1 of two lines.
void fillWithTwoLineOrder(CliPc& pc)
{
    pc.startLocal();
    const QString customers = pc.write("c.csv", "거래처코드,상호\nC1,가나\n");
    const QString products = pc.write("p.csv", "품번,품명,단가\nP1,캡,10\nP2,병,20\nP3,튜브,30\n");
    const QString orders = pc.write("o.csv",
        "주문번호,주문일,거래처코드,품번,수량,단가,비고\n"
        "A1,2026-11-20,C1,P1,100,10,첫 줄\nA1,2026-11-20,C1,P2,50,20,둘째 줄\n");
    if (pc.run({"import", customers, products, orders}).exit != 0)
        qFatal("the order could not be imported");
}

/// "캡 100 10 첫 줄" a line of A1: product, quantity, price, note
QStringList linesOf(const CliPc& pc)
{
    auto space = storage::SpaceDatabase::openReader(pc.database().toStdString());
    auto rows = (*space)->db().prepareOnce(
        "SELECT product_name, quantity / 10000, ifnull(unit_price, 0) / 10000,"
        " ifnull(note, '') FROM order_line WHERE deleted = 0 AND order_id = (SELECT id FROM"
        " sales_order WHERE number = 'A1') ORDER BY position");
    QStringList lines;
    while (rows.step())
        lines << QStringLiteral("%1 %2 %3 %4")
                     .arg(QString::fromUtf8(rows.text(0)))
                     .arg(rows.integer(1))
                     .arg(rows.integer(2))
                     .arg(QString::fromUtf8(rows.text(3)));
    return lines;
}

} // namespace

class ImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void northwind_is_imported_whole_and_again_changes_nothing()
    {
        CliPc pc;
        pc.startLocal();
        const CliRun first = pc.json(QStringList("import") + northwindFiles());
        QCOMPARE(first.exit, 0);
        QCOMPARE(first.row("result", "kind", "customers")["created"].toInt(), 91);
        QCOMPARE(first.row("result", "kind", "products")["created"].toInt(), 77);
        QCOMPARE(first.row("result", "kind", "orders")["created"].toInt(), 830);
        QCOMPARE(first.row("result", "kind", "orders")["lines"].toInt(), 2155);
        const QJsonObject totals = orderTotals(pc);
        QCOMPARE(totals["count"].toInt(), 830);
        QCOMPARE(totals["lines"].toInt(), 2155);
        // 1,265,793.0395 is known for this order book; each line is rounded to a whole won
        QVERIFY(std::abs(totals["supply"].toInteger() - 1'265'793) < 2155 / 2);

        const QJsonObject before = pc.json({"list", "orders", "--limit", "0"}).json;
        const CliRun second = pc.json(QStringList("import") + northwindFiles());
        QCOMPARE(second.exit, 0);
        for (const char* kind : {"customers", "products", "orders"}) {
            const QJsonObject row = second.row("result", "kind", kind);
            QCOMPARE(row["created"].toInt() + row["changed"].toInt() + row["left_out"].toInt(), 0);
            QCOMPARE(row["contacts"].toInt(), 0);
        }
        QCOMPARE(orderTotals(pc), totals);
        QCOMPARE(pc.json({"list", "orders", "--limit", "0"}).json, before);
        QCOMPARE(pc.run({"verify"}).exit, 0);
    }

    void contacts_come_with_their_customers()
    {
        CliPc pc;
        pc.startLocal();
        QCOMPARE(pc.run({"import", northwindFiles().first()}).exit, 0);
        auto space = storage::SpaceDatabase::openReader(pc.database().toStdString());
        QVERIFY(space.has_value());
        storage::CustomerStore store((*space)->db());
        const auto found = store.withCode("ALFKI");
        QCOMPARE(found.size(), std::size_t{1});
        const auto detail = store.detail(found.front());
        QCOMPARE(detail->contacts.size(), std::size_t{1});
        QCOMPARE(detail->contacts[0].name, std::string("Maria Anders"));
        QCOMPARE(detail->contacts[0].title, std::string("Sales Representative"));
    }

    void a_dry_run_tells_what_the_import_then_does_and_writes_nothing()
    {
        CliPc pc;
        pc.startLocal();
        const QStringList import = QStringList("import") + northwindFiles();
        const CliRun dry = pc.json(import + QStringList("--dry-run"));
        QCOMPARE(dry.exit, 0);
        QVERIFY(dry.json["dry_run"].toBool());
        QCOMPARE(orderTotals(pc)["count"].toInt(), 0);
        QCOMPARE(names(pc, "customers").size(), 0);
        const CliRun real = pc.json(import);
        QCOMPARE(real.json["result"].toArray(), dry.json["result"].toArray());
        QCOMPARE(real.json["mapping"].toArray(), dry.json["mapping"].toArray());
    }

    void bad_rows_are_told_with_line_column_text_and_reason_and_the_good_ones_written()
    {
        CliPc pc;
        pc.startLocal();
        const QString file = pc.write("products.csv",
            "품번,품명,단가\n"
            "P1,펌프 24/410,12.5\n"
            "P2,캡,abc\n"
            "P3,,10\n"
            "P4,\"열린 따옴표,10\n"
            "P5,용기 500ml,7\n");
        const CliRun run = pc.json({"import", file});
        QCOMPARE(run.exit, 3);
        QCOMPARE(problems(run).join("\n"),
            QStringList({"3 단가 bad_number abc", "4 품명 missing_value ", "5  broken_quote \"열린 따옴표,10"})
                .join("\n"));
        QCOMPARE(names(pc, "products"), QStringList({"펌프 24/410", "용기 500ml"}));
        const CliRun text = pc.run({"import", file});
        QVERIFY(text.out.contains("quotation mark"));
        QVERIFY(text.out.contains("is not a number"));
        const CliRun list = pc.json({"list", "products"});
        QCOMPARE(list.json["products"][0]["list_price"].toDouble(), 12.5);
    }

    void a_row_that_is_left_out_is_not_told_as_kept_too()
    {
        CliPc pc;
        pc.startLocal();
        const QString file = pc.write("customers.csv",
            "거래처코드,상호,사업자등록번호\n"
            "C1,한빛,\n"
            "C2,,111\n"
            "C3,새벽,abc\n");
        const CliRun run = pc.run({"import", file});
        QVERIFY2(run.out.contains("1 row kept") && run.out.contains("(line 4)"), qPrintable(run.out));
        QCOMPARE(names(pc, "customers"), QStringList({"새벽", "한빛"}));
    }

    void a_file_of_korean_windows_reads_as_korean()
    {
        CliPc pc;
        pc.startLocal();
        const QString file = pc.write("cp949.csv", inCp949("거래처코드,상호,사업자등록번호\r\nC1,똠방각하㈜,\r\n"));
        QCOMPARE(pc.run({"import", file}).exit, 0);
        QCOMPARE(names(pc, "customers"), QStringList({"똠방각하㈜"}));
        // found as people search
        QCOMPARE(pc.json({"list", "customers", "--filter", "ㄸㅂ"}).json["customers"].toArray().size(), 1);
    }

    void a_mapping_that_was_written_and_edited_is_followed()
    {
        CliPc pc;
        pc.startLocal();
        const QString file = pc.write("odd.csv", "번호표,부르는 말,얼마\nX1,뚜껑,3.25\nX2,병,4\n");
        QCOMPARE(pc.json({"import", file}).exit, 1); // nobody can guess what that holds
        const QString mapping
            = pc.write("mapping.txt", "[product]\ncode = 번호표\nname = 부르는 말\nlist_price = 얼마\n");
        const QString written = pc.path("written.txt");
        const CliRun run = pc.json({"import", file, "--mapping", mapping, "--write-mapping", written});
        QCOMPARE(run.exit, 0);
        QCOMPARE(names(pc, "products"), QStringList({"뚜껑", "병"}));
        QVERIFY(CliPc::read(written).contains("list_price = 얼마"));
        const CliRun again = pc.json({"import", file, "--mapping", written});
        QCOMPARE(again.row("result", "kind", "products")["unchanged"].toInt(), 2);
        const QString broken = pc.write("broken.txt", "[product]\nname 부르는 말\n");
        QCOMPARE(pc.json({"import", file, "--mapping", broken}).code(), QString("bad_mapping"));
    }

    void orders_that_name_what_is_not_there_are_left_out_with_the_name()
    {
        CliPc pc;
        pc.startLocal();
        const QString customers = pc.write("c.csv", "거래처코드,상호\nC1,가나\n");
        const QString products = pc.write("p.csv", "품번,품명,단가\nP1,캡,10\n");
        QCOMPARE(pc.run({"import", customers, products}).exit, 0);
        const QString orders = pc.write("o.csv",
            "주문번호,주문일,거래처코드,품번,품명,수량,단가\n"
            "A1,2026-11-20,C1,P1,,100,12.5\n"
            "A2,2026-11-20,C9,P1,,100,12.5\n"
            "A3,2026-11-20,C1,P9,,100,12.5\n"
            "A4,2026-11-20,C1,,금형비,1,500000\n");
        const CliRun run = pc.json({"import", orders});
        QCOMPARE(run.exit, 3);
        QCOMPARE(
            problems(run).join("\n"), QStringList({"3 거래처코드 unknown_row C9", "4 품번 unknown_row P9"}).join("\n"));
        const QJsonObject shown = pc.json({"show", "order", "A1"}).json;
        QCOMPARE(shown["lines"][0]["product"].toString(), QString("캡"));
        QCOMPARE(shown["supply"].toInt(), 1250);
        QCOMPARE(pc.json({"show", "order", "A4"}).json["lines"][0]["product"].toString(), QString("금형비"));
        QCOMPARE(pc.json({"show", "order", "A2"}).exit, 1);
    }

    void a_file_of_lines_alone_goes_to_the_orders_that_are_stored()
    {
        CliPc pc;
        pc.startLocal();
        const QStringList files = northwindFiles();
        QCOMPARE(pc.run(QStringList("import") + files).exit, 0);
        const QJsonObject totals = orderTotals(pc);
        QCOMPARE(pc.json({"import", files[3], "--kind", "order-lines"}).exit, 0);
        QCOMPARE(orderTotals(pc), totals);
        const QString more
            = pc.write("more.csv", "orderID,productID,unitPrice,quantity\n11077,2,19.00,50\n99999,1,1,1\n");
        const CliRun run = pc.json({"import", more});
        QCOMPARE(run.exit, 3);
        QCOMPARE(problems(run), QStringList({"3  unknown_order 99999"}));
        const QJsonArray lines = pc.json({"show", "order", "11077"}).json["lines"].toArray();
        QCOMPARE(lines.size(), 25);
        QVERIFY(std::ranges::any_of(lines, [](const QJsonValue& line) { return line["quantity"].toInt() == 50; }));
    }

    void a_file_of_lines_alone_deletes_no_line_and_keeps_the_customer()
    {
        CliPc pc;
        fillWithTwoLineOrder(pc);
        const QString more = pc.write("more.csv", "주문번호,품번,수량\nA1,P3,5\nA1,P2,70\n");
        QCOMPARE(pc.json({"import", more, "--kind", "order-lines"}).exit, 0);
        QCOMPARE(linesOf(pc), QStringList({"캡 100 10 첫 줄", "병 70 20 둘째 줄", "튜브 5 0 "}));
    }

    void columns_that_the_file_lacks_and_blank_cells_keep_the_lines_values()
    {
        CliPc pc;
        fillWithTwoLineOrder(pc);
        const QString again = pc.write(
            "again.csv", "주문번호,주문일,거래처코드,품번,수량\nA1,2026-11-20,C1,P1,7\nA1,2026-11-20,C1,P2,8\n");
        QCOMPARE(pc.json({"import", again}).exit, 0);
        QCOMPARE(linesOf(pc), QStringList({"캡 7 10 첫 줄", "병 8 20 둘째 줄"}));
        const QString blank = pc.write("blank.csv",
            "주문번호,주문일,거래처코드,품번,수량,단가,비고\nA1,2026-11-20,C1,P1,9,,\nA1,2026-11-20,C1,P2,8,21,새 "
            "글\n");
        QCOMPARE(pc.json({"import", blank}).exit, 0);
        QCOMPARE(linesOf(pc), QStringList({"캡 9 10 첫 줄", "병 8 21 새 글"}));
    }

    void a_stored_order_of_which_a_row_is_bad_is_left_alone_and_told()
    {
        CliPc pc;
        fillWithTwoLineOrder(pc);
        const QStringList before = linesOf(pc);
        const QString bad = pc.write("bad.csv",
            "주문번호,주문일,거래처코드,품번,수량,단가\nA1,2026-11-20,C1,P1,7,1\nA1,2026-11-20,C1,P2,abc,1\n"
            "A2,2026-11-20,C1,P1,1,1\nA3,2026-11-20,C1,P1,1,1\nA4,2026-11-20,C1,P1,1,1\n");
        const CliRun run = pc.json({"import", bad});
        QCOMPARE(run.exit, 3);
        QCOMPARE(
            problems(run).join("\n"), QStringList({"2  order_has_bad_row A1", "3 수량 bad_number abc"}).join("\n"));
        QCOMPARE(linesOf(pc), before);
        const QString lines
            = pc.write("lines.csv", "주문번호,품번,수량\nA1,P1,7\nA1,P2,abc\nA2,P1,1\nA3,P1,1\nA4,P1,1\n");
        QCOMPARE(pc.json({"import", lines, "--kind", "order-lines"}).exit, 3);
        QCOMPARE(linesOf(pc), before);
    }

    void blank_cells_erase_nothing_of_a_customer()
    {
        CliPc pc;
        pc.startLocal();
        QCOMPARE(pc.run({"import", pc.write("a.csv", "거래처코드,상호,비고\nC1,가나,오래된 곳\n")}).exit, 0);
        const CliRun run = pc.json({"import", pc.write("b.csv", "거래처코드,상호,비고\nC1,가나,\n")});
        QCOMPARE(run.row("result", "kind", "customers")["unchanged"].toInt(), 1);
    }

    void a_product_is_found_by_name_and_spec()
    {
        CliPc pc;
        pc.startLocal();
        const QString products = pc.write("p.csv", "품번,품명,규격,단가\nP1,캡,24파이,10\nP2,캡,28파이,20\n");
        const QString customers = pc.write("c.csv", "거래처코드,상호\nC1,가나\n");
        QCOMPARE(pc.run({"import", customers, products}).exit, 0);
        const QString orders
            = pc.write("o.csv", "주문번호,주문일,거래처코드,품명,규격,수량,단가\nA1,2026-11-20,C1,캡,28파이,1,5\n");
        QCOMPARE(pc.run({"import", orders}).exit, 0);
        auto space = storage::SpaceDatabase::openReader(pc.database().toStdString());
        auto row = (*space)->db().prepareOnce(
            "SELECT p.code FROM order_line l JOIN product p ON p.id = l.product_id WHERE l.deleted = 0");
        QVERIFY(row.step());
        QCOMPARE(std::string(row.text(0)), std::string("P2"));
    }

    void exported_lists_come_back()
    {
        CliPc from;
        from.startLocal();
        QCOMPARE(from.run(QStringList("import") + northwindFiles()).exit, 0);
        CliPc to;
        to.startLocal();
        const QString customers = from.path("customers.xlsx");
        const QString products = from.path("products.csv");
        const QString orders = from.path("orders.xlsx");
        QCOMPARE(from.json({"export", "--kind", "customers", customers}).json["count"].toInt(), 91);
        QCOMPARE(from.json({"export", "--kind", "products", products}).json["count"].toInt(), 77);
        QCOMPARE(from.json({"export", "--kind", "orders", orders}).json["count"].toInt(), 830);
        QCOMPARE(from.json({"export", "--kind", "deliveries", from.path("d.csv")}).json["count"].toInt(), 809);
        QVERIFY(CliPc::read(products).startsWith("\xef\xbb\xbf"));
        const CliRun run = to.json({"import", customers, products, orders});
        QCOMPARE(run.exit, 0);
        QCOMPARE(names(to, "customers"), names(from, "customers"));
        QCOMPARE(names(to, "products"), names(from, "products"));
        QCOMPARE(orderTotals(to), orderTotals(from));
    }

    void the_status_counts_all_that_a_person_must_look_at()
    {
        CliPc pc;
        pc.startLocal();
        const QString twice
            = pc.write("c.csv", "거래처코드,상호,사업자등록번호\nC1,가나,1248100998\nC2,다라,1248100998\n");
        QCOMPARE(pc.run({"import", twice}).exit, 0);
        QCOMPARE(pc.json({"status"}).json["companies"][0]["attention"].toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(ImportTest)
#include "import_test.moc"
