// What digests are made of. Two PCs of different versions must come to the same number for the same row.
#include "sync/protocol/codec.h"

#include "tests/sync/json_text.h"

#include <QTest>

using namespace dure;
using namespace dure::protocol;

namespace {

const Table& products() { return tableOf(TableId::Product); }

Uuid someId(int n = 1)
{
    Uuid id;
    id.bytes[15] = static_cast<std::uint8_t>(n);
    return id;
}

Row decoded(std::string_view json) { return decodeRow(products(), someId(), json).value(); }
std::uint64_t hashOf(std::string_view json, std::int64_t seq = 7) { return rowHash(products(), decoded(json), seq); }

} // namespace

class RowHashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void the_order_of_fields_does_not_matter()
    {
        const auto expected = hashOf(json("{'code':'A-1','name':'용기','list_price':12000,'pack_a':1,'pack_b':'x'}"));
        QCOMPARE(hashOf(json("{'pack_b':'x','list_price':12000,'pack_a':1,'name':'용기','code':'A-1'}")), expected);
    }

    void a_null_field_hashes_as_a_missing_one()
    {
        QCOMPARE(hashOf(json("{'name':'a','spec':null,'pack':null}")), hashOf(json("{'name':'a'}")));
        Row row = decoded(json("{'name':'a'}"));
        row.values.resize(2); // a row read by a version with fewer columns
        row.values[1] = std::string("a");
        QCOMPARE(rowHash(products(), row, 7), hashOf(json("{'name':'a'}")));
    }

    void an_empty_text_is_not_a_missing_one() { QVERIFY(hashOf(json("{'spec':''}")) != hashOf("{}")); }

    void a_field_hashes_alike_whether_this_version_knows_it_or_not()
    {
        Row known = decoded(json("{'name':'a','list_price':-5,'inactive':1}"));
        Row unknown = decoded(json("{'name':'a'}"));
        unknown.extra = json("{'list_price':-5,'inactive':1}");
        QCOMPARE(rowHash(products(), unknown, 7), rowHash(products(), known, 7));
    }

    void an_id_hashes_alike_whether_this_version_knows_it_or_not()
    {
        const Table& lines = tableOf(TableId::OrderLine);
        const std::string id = someId(9).toString();
        const Row known = decodeRow(lines, someId(), json("{'order_id':'") + id + json("'}")).value();
        QVERIFY(known.extra.empty());
        Row unknown = known;
        unknown.values[col::OrderLine::orderId] = Value{};
        unknown.extra = json("{'order_id':'") + id + json("'}");
        QCOMPARE(rowHash(lines, unknown, 7), rowHash(lines, known, 7));
    }

    void id_seq_and_every_field_count()
    {
        const Row row = decoded(json("{'code':'A','name':'a','pack':[1,2]}"));
        const auto base = rowHash(products(), row, 7);
        QVERIFY(rowHash(products(), row, 8) != base);
        Row other = row;
        other.id = someId(2);
        QVERIFY(rowHash(products(), other, 7) != base);
        QVERIFY(hashOf(json("{'code':'a','name':'A','pack':[1,2]}")) != base); // values swapped between fields
        QVERIFY(hashOf(json("{'code':'A','name':'a','pack':[2,1]}")) != base);
        QVERIFY(hashOf(json("{'code':'A','name':'a','pack':[1,2],'more':0}")) != base);
    }

    void a_text_of_digits_is_not_the_number() { QVERIFY(hashOf(json("{'p':'5'}")) != hashOf(json("{'p':5}"))); }

    void a_row_hashes_alike_after_any_number_of_trips()
    {
        const std::string odd
            = json("{'name':'a','p':1.10,'q':0.1e-7,'r':18446744073709551615,'s':123456789.123456789012345,"
                   "'t':{'z':1,'a':[true,null,'é']},'u':-0.0}");
        Row row = decoded(odd);
        const auto first = rowHash(products(), row, 7);
        for (int trip = 0; trip < 3; ++trip) {
            row = decoded(encodeRow(products(), row));
            QCOMPARE(rowHash(products(), row, 7), first);
        }
    }
};

QTEST_APPLESS_MAIN(RowHashTest)
#include "row_hash_test.moc"
