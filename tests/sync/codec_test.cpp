// Every message of the wire there and back, and everything that may arrive instead.
#include "core/domain/content_hash.h"
#include "sync/protocol/codec.h"

#include "tests/sync/json_text.h"

#include <QTest>

#include <limits>

using namespace dure;
using namespace dure::protocol;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

Uuid id(int n)
{
    Uuid made;
    made.bytes[0] = 0x01;
    made.bytes[15] = static_cast<std::uint8_t>(n);
    return made;
}

Mutation someMutation()
{
    Mutation mutation;
    mutation.user = id(1);
    mutation.at = -5;
    mutation.intent = "save_order";
    mutation.batch = id(2);
    Change create{TableId::Customer, id(3), 0, Op::Create, {}};
    create.fields.known = {{col::Customer::name, std::string("삼성 \"공업\"\n\x01 \xF0\x9F\x98\x80")},
        {col::Customer::creditLimit, most}, {col::Customer::openingBalance, least}, {col::Customer::note, Value{}}};
    create.fields.extra = json("{'pack_x':{'a':[1,2.5,null]}}");
    Change put{TableId::OrderLine, id(4), 77, Op::Put, {}};
    put.fields.known = {{col::OrderLine::productId, id(5)}, {col::OrderLine::quantity, std::int64_t{10'000}}};
    mutation.changes = {create, put, {TableId::SalesOrder, id(6), most, Op::Delete, {}}};
    return mutation;
}

std::string mutationText(const std::string& changes)
{
    return json("{'v':1,'user':'") + id(1).toString() + json("','at':1,'intent':'x','changes':") + changes + "}";
}

std::string changeText(const std::string& fields, const std::string& table = "customer")
{
    return json("[{'table':'") + table + json("','row':'") + id(3).toString() + json("','base':0,'op':'put','fields':")
        + fields + "}]";
}

RejectReason reasonOf(const std::string& body)
{
    const auto mutation = decodeMutation(body);
    return mutation ? RejectReason::None : mutation.error().reason;
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

} // namespace

class CodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_mutation_comes_back_as_it_was()
    {
        const Mutation mutation = someMutation();
        QVERIFY(decodeMutation(encodeMutation(mutation)).value() == mutation);
    }

    /// Hashes of bodies are compared byte for byte, so that how a text is escaped may never change.
    void text_is_escaped_in_one_way_for_ever()
    {
        const Table& table = tableOf(TableId::Customer);
        Fields fields;
        fields.known.emplace_back(table.columnIndex("name"), std::string("\"가\\/\b\f\n\r\t\x01\x1f\x7f 끝\0", 19));
        fields.known.emplace_back(table.columnIndex("code"), Value{});
        fields.extra = R"({ "new":[1, {"a":"\u0041"}], "x":-1.50 })";
        const std::string text = encodeFields(table, fields);
        QCOMPARE(QByteArray::fromStdString(text),
            QByteArray("{\"name\":\"\\\"가\\\\/\\b\\f\\n\\r\\t\\u0001\\u001F\x7f 끝\\u0000\",\"code\":null,"
                       "\"new\":[1,{\"a\":\"A\"}],\"x\":-1.5}"));
        QCOMPARE(encodeFields(table, {{}, "{}"}), std::string("{}"));
        QCOMPARE(encodeFields(table, {{}, R"({"only":1})"}), std::string(R"({"only":1})"));
    }

    void a_push_carries_bodies_byte_for_byte()
    {
        PushRequest push{id(1), "e1", most, {}, 42};
        const std::string body = encodeMutation(someMutation());
        push.mutations = {{1, hashBytes(body), body}, {2, std::numeric_limits<std::uint64_t>::max(), body}};
        const auto back = decode<PushRequest>(encode(push)).value();
        QCOMPARE(back.incarnation, push.incarnation);
        QCOMPARE(back.epoch, push.epoch);
        QCOMPARE(back.now, push.now);
        QCOMPARE(back.head, push.head);
        QCOMPARE(back.mutations.size(), push.mutations.size());
        for (std::size_t i = 0; i < push.mutations.size(); ++i) {
            QCOMPARE(back.mutations[i].n, push.mutations[i].n);
            QCOMPARE(back.mutations[i].hash, push.mutations[i].hash);
            QCOMPARE(back.mutations[i].body, push.mutations[i].body);
        }
    }

    void a_push_reply_comes_back_as_it_was()
    {
        PushReply reply{5, "e", 9, {}};
        reply.results = {{1, ResultStatus::Applied, 9, RejectReason::None, ""},
            {2, ResultStatus::Rejected, 9, RejectReason::BadValue, "customer.name"}};
        const auto back = decode<PushReply>(encode(reply)).value();
        QCOMPARE(back.now, reply.now);
        QCOMPARE(back.epoch, reply.epoch);
        QCOMPARE(back.head, reply.head);
        QVERIFY(back.results == reply.results);
    }

    void every_reason_and_every_error_has_a_word()
    {
        for (int i = 0; i <= static_cast<int>(RejectReason::WrongUser); ++i)
            QCOMPARE(reasonFromName(reasonName(static_cast<RejectReason>(i))).value(), static_cast<RejectReason>(i));
        for (int i = 0; i <= static_cast<int>(ErrorCode::QuotaReached); ++i) {
            const auto code = static_cast<ErrorCode>(i);
            QCOMPARE(errorFromName(errorName(code)).value(), code);
            QVERIFY(httpStatus(code) >= 400);
            ErrorReply error{code, "why", 0, ""};
            if (code == ErrorCode::Gap)
                error.expected = 7;
            if (code == ErrorCode::EpochChanged) {
                error.epoch = "e2";
                error.epochStart = 80;
            }
            const auto back = decode<ErrorReply>(encode(error)).value();
            QCOMPARE(back.code, code);
            QCOMPARE(back.message, error.message);
            QCOMPARE(back.expected, error.expected);
            QCOMPARE(back.epoch, error.epoch);
            QCOMPARE(back.epochStart, error.epochStart);
        }
    }

    void a_newer_clouds_word_for_a_rejection_is_still_a_rejection()
    {
        const auto reply = decode<PushReply>(
            json("{'now':1,'epoch':'e','head':1,'results':[ "
                 "{'n':1,'status':'rejected','seq':1,'reason':'a_word_of_tomorrow','detail':'x'}]}"));
        QCOMPARE(reply.value().results[0].status, ResultStatus::Rejected);
        QVERIFY(
            !decode<PushReply>(json("{'now':1,'epoch':'e','head':1,'results':[{'n':1,'status':'perhaps','seq':1}]}")));
    }

    void a_pull_comes_back_as_it_was()
    {
        PullRequest pull{"e", 3, {{"customer", 5}, {"tomorrows_table", most}}, 100};
        const auto back = decode<PullRequest>(encode(pull)).value();
        QCOMPARE(back.epoch, pull.epoch);
        QCOMPARE(back.grants, pull.grants);
        QVERIFY(back.cursors == pull.cursors);
        QCOMPARE(back.limit, pull.limit);
    }

    void a_page_comes_back_as_it_was()
    {
        PullReply page{1, "e", 9, 4, 2, true, {"customer", "product"}, {{"customer", 9}}, {}};
        PulledRow known{"customer", id(1), 8, false, json("{'name':'a','pack':[1]}"), {}};
        PulledRow gone{"customer", id(2), 9, true, json("{'name':'b'}"), {}};
        PulledRow unknown{"tomorrows_table", id(3), 7, false, json("{'x':1}"), {}};
        page.rows = {known, gone, unknown};
        const auto back = decode<PullReply>(encode(page)).value();
        QCOMPARE(back.head, page.head);
        QCOMPARE(back.safe, page.safe);
        QCOMPARE(back.grants, page.grants);
        QVERIFY(back.more);
        QVERIFY(back.tables == page.tables && back.cursors == page.cursors);
        QCOMPARE(back.rows.size(), std::size_t{3});
        QCOMPARE(textOf(back.rows[0].row.values[col::Customer::name]), "a");
        QCOMPARE(back.rows[0].row.extra, json("{'pack':[1]}"));
        QCOMPARE(back.rows[0].row.id, id(1));
        QVERIFY(back.rows[1].deleted);
        QCOMPARE(back.rows[2].fields, json("{'x':1}"));
        QCOMPARE(back.rows[2].seq, std::int64_t{7});
    }

    void digest_watch_session_and_the_rest_come_back_as_they_were()
    {
        const DigestReply digest{"e", 5, {{"customer", {3, 0xffff'ffff'ffff'fff0ULL}}, {"x", {0, 0}}}};
        QVERIFY(decode<DigestReply>(encode(digest)).value().tables == digest.tables);
        const WatchRequest watch{{{id(1), 5}, {id(2), most}}, 10};
        QVERIFY(decode<WatchRequest>(encode(watch)).value().heads == watch.heads);
        QVERIFY(decode<WatchReply>(encode(WatchReply{watch.heads})).value().moved == watch.heads);
        SessionReply session{"ab", id(1), "김", "k@x.kr", 5, {{id(2), SpaceKind::Platform, "회사", Staff, "e"}}};
        const auto back = decode<SessionReply>(encode(session)).value();
        QCOMPARE(back.spaces.size(), std::size_t{1});
        QCOMPARE(back.spaces[0].role, std::uint8_t{Staff});
        QCOMPARE(back.spaces[0].kind, SpaceKind::Platform);
        QCOMPARE(back.token, session.token);
        const SignInRequest signIn{"k@x.kr", "p", id(1), "PC 1", 1};
        QCOMPARE(decode<SignInRequest>(encode(signIn)).value().deviceName, signIn.deviceName);
        QCOMPARE(decode<EnrolRequest>(encode(EnrolRequest{id(4), "PC"})).value().incarnation, id(4));
        QCOMPARE(decode<EnrolReply>(encode(EnrolReply{"AB"})).value().letters, "AB");
        QCOMPARE(decode<HandoverReply>(encode(HandoverReply{id(4), 3})).value().kept, std::int64_t{3});
        const BlobState part{10, 4, false};
        QCOMPARE(decode<BlobState>(encode(part)).value(), part);
        QVERIFY(!decode<BlobState>(json("{'size':3,'received':4,'complete':false}")));
        const std::vector<HistoryEntry> history{{1, 2, "u", "d", "put", json("{'a':1}"), ""}};
        QCOMPARE(decode<std::vector<HistoryEntry>>(encode(history)).value()[0].before, json("{'a':1}"));
    }

    void fields_and_rows_come_back_with_what_this_version_does_not_know()
    {
        const Table& table = tableOf(TableId::Customer);
        const std::string text = json("{'name':'a','pack_x':1,'code':null,'pack_y':{'k':'v'}}");
        const Fields fields = decodeFields(table, text).value();
        QCOMPARE(fields.known.size(), std::size_t{2});
        QCOMPARE(fields.extra, json("{'pack_x':1,'pack_y':{'k':'v'}}"));
        QVERIFY(decodeFields(table, encodeFields(table, fields)).value() == fields);
        const Row row = decodeRow(table, id(1), text).value();
        QVERIFY(decodeRow(table, id(1), encodeRow(table, row)).value() == row);
    }

    void a_value_of_a_type_this_version_does_not_expect_is_kept()
    {
        const Table& table = tableOf(TableId::Customer);
        const Row row = decodeRow(table, id(1), json("{'name':['a','b'],'code':'c'}")).value();
        QVERIFY(isNull(row.values[col::Customer::name]));
        QCOMPARE(row.extra, json("{'name':['a','b']}"));
        QCOMPARE(encodeRow(table, row), json("{'code':'c','name':['a','b']}"));
    }

    void unknown_fields_merge_key_by_key()
    {
        QCOMPARE(mergeExtra("", ""), "");
        QCOMPARE(mergeExtra(json("{'a':1}"), ""), json("{'a':1}"));
        QCOMPARE(mergeExtra(json("{'a':1,'b':2}"), json("{'b':3,'c':4}")), json("{'a':1,'b':3,'c':4}"));
        QCOMPARE(mergeExtra(json("{'a':1}"), json("{'a':null}")), "");
        QCOMPARE(mergeExtra("", json("{'a':null,'b':1}")), json("{'b':1}"));
        QCOMPARE(mergeExtra(json("{'a':1}"), "not json"), json("{'a':1}"));
    }

    void a_number_of_any_shape_is_read_exactly_or_refused_data()
    {
        QTest::addColumn<std::string>("number");
        QTest::addColumn<std::string>("again"); // one of the shortest that is the same double; empty: refused
        const std::string zeros(60, '0');
        QTest::newRow("integer") << std::string("-9223372036854775808") << std::string("-9223372036854775808");
        QTest::newRow("64 bits") << std::string("18446744073709551615") << std::string("18446744073709551615");
        QTest::newRow("tenth") << std::string("0.1") << std::string("0.1");
        QTest::newRow("seventeen digits") << std::string("0.30000000000000004") << std::string("0.30000000000000007");
        QTest::newRow("halfway") << std::string("9007199254740993.0") << std::string("9007199254740992.0");
        QTest::newRow("smallest") << std::string("5e-324") << std::string("5e-324");
        QTest::newRow("largest") << std::string("1.7976931348623157e308") << std::string("1.7976931348623157e308");
        QTest::newRow("zeros and a small power") << "0." + zeros + "1e-300" << std::string();
        QTest::newRow("zeros and digits") << "0." + std::string(400, '0') + "12345678901234567890" << std::string();
        QTest::newRow("too large") << std::string("1e309") << std::string();
        QTest::newRow("far too large") << std::string("1e99999999999999999999") << std::string();
        QTest::newRow("no number") << std::string("0x10") << std::string();
    }
    void a_number_of_any_shape_is_read_exactly_or_refused()
    {
        QFETCH(const std::string, number);
        QFETCH(const std::string, again);
        const auto fields = decodeFields(tableOf(TableId::Customer), R"({"pack_x":)" + number + "}");
        QCOMPARE(fields.has_value(), !again.empty());
        if (fields)
            QCOMPARE(fields->extra, R"({"pack_x":)" + again + "}");
    }

    void bad_messages_say_where_they_are_bad_data()
    {
        QTest::addColumn<std::string>("body");
        QTest::addColumn<std::string>("where");
        const std::string me = id(1).toString();
        const std::string head = json("{'incarnation':'") + me + json("','epoch':'','now':1,'mutations':");
        QTest::newRow("empty") << std::string("") << std::string("json");
        QTest::newRow("half") << json("{'incarnation':") << std::string("json");
        QTest::newRow("two") << std::string("{} {}") << std::string("json");
        QTest::newRow("list") << std::string("[]") << std::string("");
        QTest::newRow("null") << std::string("null") << std::string("");
        QTest::newRow("no incarnation") << json("{'epoch':'','now':1,'mutations':[]}") << std::string("incarnation");
        QTest::newRow("bad id") << json("{'incarnation':'zz','epoch':'','now':1,'mutations':[]}")
                                << std::string("incarnation");
        QTest::newRow("now as text") << json("{'incarnation':'") + me + json("','epoch':'','now':'1','mutations':[]}")
                                     << std::string("now");
        QTest::newRow("now above 64 bits")
            << json("{'incarnation':'") + me + json("','epoch':'','now':9223372036854775808,'mutations':[]}")
            << std::string("now");
        QTest::newRow("now a fraction") << json("{'incarnation':'") + me
                + json("','epoch':'','now':1.5,'mutations':[]}")
                                        << std::string("now");
        QTest::newRow("mutations an object") << head + "{}}" << std::string("mutations");
        QTest::newRow("mutation a number") << head + "[5]}" << std::string("mutations[0].");
        QTest::newRow("hash too short") << head + json("[{'n':1,'hash':'12','body':{}}]}")
                                        << std::string("mutations[0].hash");
        QTest::newRow("hash signed") << head + json("[{'n':1,'hash':'-23456789abcdef0','body':{}}]}")
                                     << std::string("mutations[0].hash");
        QTest::newRow("body a text") << head + json("[{'n':1,'hash':'0123456789abcdef','body':'{}'}]}")
                                     << std::string("mutations[0].body");
        QTest::newRow("n missing") << head + json("[{'hash':'0123456789abcdef','body':{}}]}")
                                   << std::string("mutations[0].n");
    }

    void bad_messages_say_where_they_are_bad()
    {
        QFETCH(std::string, body);
        QFETCH(std::string, where);
        const auto push = decode<PushRequest>(body);
        QVERIFY(!push);
        QCOMPARE(push.error().where, where);
    }

    void bytes_that_are_not_utf8_are_refused()
    {
        QVERIFY(!decode<EnrolReply>("{\"letters\":\"\xff\"}"));
        QVERIFY(!decode<EnrolReply>("{\"letters\":\"\xed\xa0\x80\"}"));
        QVERIFY(!decode<EnrolReply>(json("{'letters':'\\ud800'}")));
    }

    void too_many_cursors_are_refused_not_forgotten()
    {
        std::string body = json("{'epoch':'','cursors':{");
        for (int i = 0; i < 500; ++i)
            body += (i == 0 ? "\"t" : ",\"t") + std::to_string(i) + "\":1";
        QVERIFY(!decode<PullRequest>(body + "}}"));
        QVERIFY(!decode<PullRequest>(json("{'epoch':'','cursors':{'customer':-1}}")));
        QVERIFY(!decode<PullRequest>(json("{'epoch':'','cursors':{'customer':'1'}}")));
    }

    void deep_nesting_is_refused_and_never_exhausts_the_stack()
    {
        for (const std::size_t depth : {std::size_t{100}, std::size_t{300'000}}) {
            const std::string deep = nested(depth);
            QCOMPARE(reasonOf(mutationText(changeText(json("{'pack':") + deep + "}"))), RejectReason::BadValue);
            QVERIFY(!decode<PushRequest>(json("{'incarnation':'") + id(1).toString()
                + json("','epoch':'','now':1,'mutations':[{'n':1,'hash':'0123456789abcdef','body':{'x':") + deep
                + "}}]}"));
            QVERIFY(
                !decode<PullReply>(json("{'now':1,'epoch':'e','head':1,'tables':[],'cursors':{},'rows':[['tomorrow','")
                    + id(1).toString() + json("',1,0,{'x':") + deep + "}]]}"));
            const Row row = decodeRow(tableOf(TableId::Customer), id(1), json("{'name':'a','x':") + deep + "}").value();
            QVERIFY(row.extra.empty());
        }
        QVERIFY(decodeMutation(mutationText(changeText(json("{'pack':") + nested(20) + "}"))).has_value());
    }

    void half_a_surrogate_pair_is_refused_and_a_whole_one_is_a_letter()
    {
        for (const char* half : {"\\uD83D", "\\uDD00", "\\uDD00\\uD83D", "a\\uDFFFb", "\\uD83Dx"}) {
            const std::string value = json("{'name':'") + half + json("'}");
            for (const std::string& fields :
                {value, json("{'") + half + json("':1}"), json("{'pack.x':['") + half + json("']}")})
                QVERIFY2(reasonOf(mutationText(changeText(fields))) == RejectReason::Malformed, fields.c_str());
            QVERIFY2(!decodeRow(tableOf(TableId::Customer), id(1), value), half);
        }
        const auto whole = decodeRow(tableOf(TableId::Customer), id(1), json("{'name':'\\uD83D\\uDE9A 한\\uD55C'}"));
        QCOMPARE(textOf(whole->values[col::Customer::name]), std::string("🚚 한한"));
    }

    void a_field_named_twice_is_refused()
    {
        QCOMPARE(reasonOf(mutationText(changeText(json("{'name':'a','name':'b'}")))), RejectReason::BadValue);
        QCOMPARE(reasonOf(mutationText(changeText(json("{'pack':1,'pack':2}")))), RejectReason::BadValue);
    }

    void a_bad_mutation_names_its_reason()
    {
        QCOMPARE(reasonOf("{"), RejectReason::Malformed);
        QCOMPARE(reasonOf("{}"), RejectReason::Malformed);
        QCOMPARE(reasonOf(mutationText("{}")), RejectReason::Malformed);
        QCOMPARE(reasonOf(mutationText("[5]")), RejectReason::Malformed);
        QCOMPARE(reasonOf(mutationText(changeText("[]"))), RejectReason::Malformed);
        QCOMPARE(reasonOf(mutationText(changeText("{}", "no_such"))), RejectReason::UnknownTable);
        QCOMPARE(reasonOf(mutationText(changeText(json("{'name':5}")))), RejectReason::BadValue);
        QCOMPARE(reasonOf(mutationText(changeText(json("{'credit_limit':'5'}")))), RejectReason::BadValue);
        QCOMPARE(
            reasonOf(mutationText(changeText(json("{'credit_limit':9223372036854775808}")))), RejectReason::BadValue);
        QCOMPARE(reasonOf(mutationText(changeText(json("{'credit_limit':1.5}")))), RejectReason::BadValue);
        const std::string nil = Uuid{}.toString();
        QCOMPARE(reasonOf(mutationText(json("[{'table':'customer','row':'") + nil + json("','op':'delete'}]"))),
            RejectReason::Malformed);
        QCOMPARE(reasonOf(mutationText(
                     json("[{'table':'customer','row':'") + id(1).toString() + json("','base':-1,'op':'delete'}]"))),
            RejectReason::Malformed);
        QCOMPARE(
            reasonOf(mutationText(json("[{'table':'customer','row':'") + id(1).toString() + json("','op':'burn'}]"))),
            RejectReason::Malformed);
    }

    void a_mutation_over_the_limits_is_too_large()
    {
        std::string many = "[";
        for (std::size_t i = 0; i <= maxChangesPerMutation; ++i)
            many += std::string(i == 0 ? "" : ",") + changeText("{}").substr(1, changeText("{}").size() - 2);
        QCOMPARE(reasonOf(mutationText(many + "]")), RejectReason::TooLarge);
        const std::string big(maxMutationBytes, 'x');
        QCOMPARE(reasonOf(mutationText(changeText(json("{'note':'") + big + "\"}"))), RejectReason::TooLarge);
    }
};

QTEST_APPLESS_MAIN(CodecTest)
#include "codec_test.moc"
