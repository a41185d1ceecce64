#include "core/storage/search_index.h"

#include "tests/core/company_fixture.h"

#include <QtTest>
#include <algorithm>
#include <set>

using namespace dure;
using namespace dure::storage;
using dure::test::SpaceFixture;

namespace {

Customer customer(std::string code, std::string name, std::string phone = {})
{
    Customer made;
    made.code = std::move(code);
    made.name = std::move(name);
    made.phone = std::move(phone);
    return made;
}

Product product(std::string code, std::string name, std::string spec)
{
    Product made;
    made.code = std::move(code);
    made.name = std::move(name);
    made.spec = std::move(spec);
    return made;
}

SalesOrder order(std::string number, std::string customerNo = {})
{
    SalesOrder made;
    made.number = std::move(number);
    made.customerOrderNo = std::move(customerNo);
    made.orderedOn = {20261123};
    return made;
}

/// The first matched text of each hit, in order.
std::vector<std::string> found(SpaceFixture& space, std::string_view query, TableId table)
{
    std::vector<std::string> texts;
    for (const SearchHit& hit : SearchIndex(space.db()).find(query, table).hits)
        texts.push_back(hit.fields.front().text);
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

class SearchIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void orders_are_found_whether_they_wait_to_be_indexed_or_are()
    {
        SpaceFixture space;
        const auto pending = [&] {
            auto rows = space.db().prepareOnce(
                "SELECT ifnull(sum(length(value) / 17), 0) FROM state WHERE name = 'search_pending'");
            rows.step();
            return rows.integer(0);
        };
        std::vector<SalesOrder> orders;
        for (int i = 0; i < SearchIndex::mostPending + 5; ++i) {
            orders.push_back(order("O261123-A" + std::to_string(100 + i), "DA-" + std::to_string(700 + i)));
            orders.back().id = space.receive(orders.back());
        }
        QCOMPARE(pending(), 5);
        for (const SalesOrder& each : orders)
            QCOMPARE(found(space, each.number, TableId::SalesOrder), Texts{each.number});
        QCOMPARE(found(space, "O261123", TableId::SalesOrder).size(), std::size_t{50});
        QCOMPARE(found(space, "O261123", TableId::SalesOrder).front(), orders.back().number); // newest first

        // changed and deleted, on both sides of the line
        for (const std::size_t at : {std::size_t{3}, orders.size() - 2}) {
            orders[at].customerOrderNo = "새 번호 9";
            space.receive(orders[at]);
            QCOMPARE(found(space, "번호 9", TableId::SalesOrder), Texts{"새 번호 9"});
            QVERIFY(found(space, "DA-" + std::to_string(700 + at), TableId::SalesOrder).empty());
            space.receive(orders[at], true);
            QVERIFY(found(space, "번호 9", TableId::SalesOrder).empty());
        }
        space.derived.refresh();
        QCOMPARE(space.derived.differences(), std::string());
        SearchIndex(space.db()).indexPending();
        QCOMPARE(pending(), 0);
        QCOMPARE(space.derived.differences(), std::string());
        QCOMPARE(found(space, orders.back().number, TableId::SalesOrder), Texts{orders.back().number});
    }

    void customers_are_found_as_people_type_them()
    {
        SpaceFixture space;
        space.receive(customer("C-001", "삼성공업", "031-555-1234"));
        space.receive(customer("C-002", "(주)다온코스메틱"));
        space.receive(customer("C-003", "서삼화학"));
        QCOMPARE(found(space, "ㅅㅅㄱㅇ", TableId::Customer), Texts{"삼성공업"});
        QCOMPARE(found(space, "삼", TableId::Customer), (Texts{"삼성공업", "서삼화학"}));
        QCOMPARE(found(space, "삼성", TableId::Customer), Texts{"삼성공업"});
        QCOMPARE(found(space, "삼ㅅ", TableId::Customer), Texts{"삼성공업"});
        QCOMPARE(found(space, "공업", TableId::Customer), Texts{"삼성공업"});
        QCOMPARE(found(space, "다오", TableId::Customer), Texts{"(주)다온코스메틱"});
        QCOMPARE(found(space, "ㄷ", TableId::Customer), Texts{"(주)다온코스메틱"});
        QCOMPARE(found(space, "5551234", TableId::Customer), Texts{"031-555-1234"});
        QCOMPARE(found(space, "c003", TableId::Customer), Texts{"C-003"});
        QCOMPARE(found(space, "없는곳", TableId::Customer), Texts{});
        QCOMPARE(found(space, "", TableId::Customer), Texts{});
    }

    void products_are_found_by_parts_in_any_order()
    {
        SpaceFixture space;
        space.receive(product("PB-0500-28T", "PET 500ml 투명", "28파이"));
        space.receive(product("SB-0500-HW", "HDPE 500ml 탈모샴푸 백색", "24파이"));
        space.receive(product("PB-0350-28B", "PET 350ml 브라운", "28파이"));
        QCOMPARE(found(space, "ㅌㅁ500", TableId::Product).size(), 2U);
        QCOMPARE(found(space, "투명500", TableId::Product).size(), 1U);
        QCOMPARE(found(space, "28 pet", TableId::Product).size(), 2U);
        QCOMPARE(found(space, "0350", TableId::Product), Texts{"PB-0350-28B"});
        QCOMPARE(found(space, "3", TableId::Product), Texts{"PB-0350-28B"});
    }

    void orders_are_found_by_any_three_characters_of_their_number()
    {
        SpaceFixture space;
        space.receive(order("O261123-A01", "DA-2611-087"));
        space.receive(order("O261123-A02", "다온 11월"));
        space.receive(order("O251001-B11"));
        QCOMPARE(found(space, "O261123-A02", TableId::SalesOrder), Texts{"O261123-A02"});
        QCOMPARE(found(space, "a02", TableId::SalesOrder), Texts{"O261123-A02"});
        QCOMPARE(found(space, "611", TableId::SalesOrder).size(), 2U);
        QCOMPARE(found(space, "b1", TableId::SalesOrder), Texts{"O251001-B11"});
        QCOMPARE(found(space, "087", TableId::SalesOrder), Texts{"DA-2611-087"});
        QCOMPARE(found(space, "다온", TableId::SalesOrder), Texts{"다온 11월"});
        QCOMPARE(found(space, "월", TableId::SalesOrder), Texts{"다온 11월"});
    }

    void better_matches_come_first()
    {
        SpaceFixture space;
        space.receive(customer("1", "새다온"));
        space.receive(customer("2", "다온코스메틱"));
        space.receive(customer("3", "(주)다온"));
        space.receive(customer("4", "다온가구"));
        QCOMPARE(found(space, "다온", TableId::Customer), (Texts{"(주)다온", "다온가구", "다온코스메틱", "새다온"}));
        const SearchResult two = SearchIndex(space.db()).find("다온", TableId::Customer, 2);
        QCOMPARE(two.hits.size(), 2U);
        QVERIFY(!two.complete);
        QCOMPARE(two.hits[0].rank, MatchRank::Exact);
        QCOMPARE(two.hits[0].fields[0].ranges, (std::vector<TextRange>{{5, 11}}));
    }

    void a_changed_row_is_found_by_its_new_text_only()
    {
        SpaceFixture space;
        Customer each = customer("C-1", "옛이름");
        each.id = space.receive(each);
        each.name = "새이름";
        space.receive(each);
        QCOMPARE(found(space, "옛이름", TableId::Customer), Texts{});
        QCOMPARE(found(space, "새이름", TableId::Customer), Texts{"새이름"});
        space.receive(each, true);
        QCOMPARE(found(space, "이름", TableId::Customer), Texts{});
    }

    void the_index_finds_what_looking_at_every_text_finds()
    {
        SpaceFixture space;
        const std::vector<std::string> syllables
            = {"가", "간", "강", "나", "낙", "다", "닭", "라", "삼", "성", "3", "a", "B"};
        std::vector<std::pair<Uuid, std::string>> all;
        for (int i = 0; i < 400; ++i) {
            std::string name;
            for (std::int64_t length = 1 + space.random.below(6); length > 0; --length)
                name += syllables[static_cast<std::size_t>(space.random.below(std::ssize(syllables)))];
            all.emplace_back(space.receive(customer("", name)), name);
        }
        std::vector<std::string> queries = {"ㄱ", "ㄱㄴ", "가ㄴ", "ㅅ성", "ㄺ", "a", "ab", "3ㄷ", "간ㄷ"};
        for (int i = 0; i < 300; ++i) {
            const std::string& name = all[static_cast<std::size_t>(space.random.below(400))].second;
            const std::u32string folded = FoldedText::of(name).characters;
            const auto begin = static_cast<std::size_t>(space.random.below(std::ssize(folded)));
            std::u32string part = folded.substr(begin, 1 + static_cast<std::size_t>(space.random.below(3)));
            for (char32_t& c : part)
                if (space.random.chance(25))
                    c = initialConsonant(c);
            if (space.random.chance(40))
                part.back() = withoutFinal(part.back());
            queries.push_back(toUtf8(part));
        }
        for (const std::string& text : queries) {
            const TextQuery query(text);
            std::set<Uuid> expected;
            for (const auto& [id, name] : all)
                if (query.match(name))
                    expected.insert(id);
            std::set<Uuid> actual;
            for (const SearchHit& hit : SearchIndex(space.db()).find(text, TableId::Customer, 1000).hits)
                actual.insert(hit.id);
            QVERIFY2(actual == expected, text.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(SearchIndexTest)
#include "search_index_test.moc"
