#include "core/exchange/column_guess.h"
#include "core/exchange/table_source.h"

#include <QtTest>

using namespace dure::exchange;

namespace {

struct Table
{
    std::vector<std::string> header;
    std::vector<SourceRow> rows;
};

Table tableOf(std::expected<TableSource, ExchangeError> source)
{
    if (!source)
        qFatal("cannot open");
    return {source->header(), source->preview(200).value()};
}

Table northwind(const char* name)
{
    return tableOf(openTable(std::string(DURE_SOURCE_DIR "/tests/data/northwind/") + name + ".csv"));
}

Table table(const char* text) { return tableOf(TableSource::open(text)); }

/// "code=customerID name=companyName …"
QString guessed(TargetKind kind, const Table& table)
{
    QStringList parts;
    for (const MappedColumn& each : guessColumns(kind, table.header, table.rows).columns)
        parts << QString::fromStdString(each.field + "=" + each.column);
    return parts.join(' ');
}

} // namespace

class ColumnGuessTest : public QObject
{
    Q_OBJECT

private slots:
    void the_four_files_of_the_real_order_book_are_understood()
    {
        QCOMPARE(guessed(TargetKind::Customer, northwind("customers")),
            QString(
                "code=customerID name=companyName postal_code=postalCode address=address address=city address=region "
                "address=country phone=phone fax=fax contact_name=contactName contact_title=contactTitle"));
        QCOMPARE(guessed(TargetKind::Product, northwind("products")),
            QString("code=productID name=productName spec=quantityPerUnit list_price=unitPrice "
                    "safety_stock=reorderLevel inactive=discontinued"));
        QCOMPARE(guessed(TargetKind::Order, northwind("orders")),
            QString("number=orderID customer_code=customerID ordered_on=orderDate due_on=requiredDate "
                    "delivered_on=shippedDate"));
        QCOMPARE(guessed(TargetKind::OrderLine, northwind("order-details")),
            QString("order_number=orderID product_code=productID quantity=quantity unit_price=unitPrice "
                    "discount=discount"));
    }

    void the_kind_of_each_file_is_found()
    {
        const std::pair<const char*, TargetKind> files[] = {{"customers", TargetKind::Customer},
            {"products", TargetKind::Product}, {"orders", TargetKind::Order}, {"order-details", TargetKind::OrderLine}};
        for (const auto& [name, kind] : files) {
            const Table file = northwind(name);
            QCOMPARE(guessKind(file.header, file.rows), std::optional(kind));
        }
        const Table orders = table("주문번호,주문일,거래처명,품명,수량\nA1,2026-11-23,가나,캡,100\n");
        QCOMPARE(guessKind(orders.header, orders.rows), std::optional(TargetKind::Order));
        const Table nothing = table("가,나\n다,라\n");
        QCOMPARE(guessKind(nothing.header, nothing.rows), std::optional<TargetKind>());
    }

    void korean_headers_are_understood_with_brackets_and_blanks()
    {
        QCOMPARE(
            guessed(TargetKind::Customer,
                table(
                    "거래처 코드,상호(법인명),사업자등록번호,대표자 성명,업태,종목,우편번호,사업장 "
                    "주소,상세주소,전화번호,팩스,"
                    "이메일,담당자,비고\nC1,가나,124-81-00998,김,제조,용기,12345,서울,2층,02-123-4567,,a@b.kr,이,\n")),
            QString("code=거래처 코드 name=상호(법인명) business_no=사업자등록번호 representative=대표자 성명 "
                    "business_type=업태 business_item=종목 postal_code=우편번호 address=사업장 주소 address=상세주소 "
                    "phone=전화번호 fax=팩스 email=이메일 contact_name=담당자 note=비고"));
        QCOMPARE(guessed(TargetKind::Order,
                     table("수주번호,수주일자,거래처명,납기일,품목코드,품목명,규격,수량(EA),단가(원),비고\n"
                           "A1,2026-11-23,가나,2026-12-01,P1,캡,24/410,\"1,000\",12.5,급함\n")),
            QString("number=수주번호 customer_name=거래처명 ordered_on=수주일자 due_on=납기일 product_code=품목코드 "
                    "product_name=품목명 spec=규격 quantity=수량(EA) unit_price=단가(원) note=비고"));
    }

    void content_refutes_a_name_and_proves_a_nameless_column()
    {
        QCOMPARE(guessed(TargetKind::Product, table("품명,단가\n캡,협의\n펌프,문의\n")), QString("name=품명"));
        QCOMPARE(guessed(TargetKind::Customer,
                     table("상호,번호1,번호2,연락\n가나,124-81-00998,02-123-4567,a@b.kr\n"
                           "다라,220-81-62517,031-123-4567,c@d.kr\n")),
            QString("name=상호 business_no=번호1 phone=번호2 email=연락"));
        QCOMPARE(guessed(TargetKind::Product, table("품명,용량\n병,500ml\n병,1000 ml\n")),
            QString("name=품명 volume_ml=용량"));
    }

    void a_bad_cell_in_a_short_file_leaves_its_column_in_its_place()
    {
        const QString whole("name=품명 list_price=단가");
        QCOMPARE(guessed(TargetKind::Product, table("품명,단가\n캡,협의\n")), whole);
        QCOMPARE(guessed(TargetKind::Product, table("품명,단가\n캡,협의\n펌프,12\n")), whole);
        QCOMPARE(guessed(TargetKind::Product, table("품명,단가\n캡,12\n펌프,문의\n병,7\n")), whole);
        // a name that only holds the word needs more on its side
        QCOMPARE(guessed(TargetKind::Product, table("품명,예상 단가표\n캡,12\n펌프,문의\n")), QString("name=품명"));
    }

    void a_file_of_heads_keeps_its_remark_and_gets_no_line_fields()
    {
        QCOMPARE(guessed(TargetKind::Order, table("주문번호,주문일,거래처명,규격,비고\nA1,2026-11-23,가나,x,급함\n")),
            QString("number=주문번호 customer_name=거래처명 ordered_on=주문일 memo=비고"));
    }

    void what_is_still_missing_is_named()
    {
        const Table file = table("주문번호,품명\nA1,캡\n");
        const auto missing = missingFields(guessColumns(TargetKind::OrderLine, file.header, file.rows));
        QCOMPARE(missing, (std::vector<std::string_view>{"quantity"}));
    }
};

QTEST_GUILESS_MAIN(ColumnGuessTest)
#include "column_guess_test.moc"
