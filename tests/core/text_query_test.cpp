#include "core/domain/text_query.h"

#include <QtTest>

using namespace dure;

namespace {

bool finds(std::string_view query, std::string_view text) { return static_cast<bool>(TextQuery(query).match(text)); }

/// The text with what is highlighted in brackets.
std::string marked(std::string_view query, std::string_view text)
{
    std::string out(text);
    const auto ranges = TextQuery(query).match(text).ranges;
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        out.insert(range->end, "]");
        out.insert(range->begin, "[");
    }
    return out;
}

} // namespace

class TextQueryTest : public QObject
{
    Q_OBJECT

private slots:
    void one_and_two_syllables_are_found_anywhere()
    {
        QVERIFY(finds("삼", "삼성공업"));
        QVERIFY(finds("삼성", "삼성공업"));
        QVERIFY(finds("공업", "삼성공업"));
        QVERIFY(finds("업", "삼성공업"));
        QVERIFY(!finds("성삼", "삼성공업"));
        QVERIFY(!finds("업삼", "삼성공업"));
    }

    void initial_consonants_find_syllables()
    {
        QVERIFY(finds("ㅅㅅㄱㅇ", "삼성공업"));
        QVERIFY(finds("ㄱㅇ", "삼성공업"));
        QVERIFY(finds("ㅅ", "삼성공업"));
        QVERIFY(finds("삼ㅅ", "삼성공업"));
        QVERIFY(finds("ㅅ성", "삼성공업"));
        QVERIFY(!finds("ㅅㄱㅇㅇ", "삼성공업"));
        QVERIFY(!finds("ㅆㅅ", "삼성공업"));
    }

    void two_consonants_that_the_input_method_joined_count_as_two()
    {
        QVERIFY(finds("ㄳ", "공식품"));
        QVERIFY(finds("ㅄ", "봄샘"));
        QVERIFY(!finds("ㄳ", "식공품"));
    }

    void the_last_syllable_may_still_be_in_composition()
    {
        for (const char* typed : {"ㄷ", "다", "당", "다오", "다온", "다온ㅋ", "다온코"})
            QVERIFY2(finds(typed, "(주)다온코스메틱"), typed);
        for (const char* typed : {"간", "가나", "가낟", "가나다"})
            QVERIFY2(finds(typed, "가나다라"), typed);
        QVERIFY2(finds("닭", "달걀"), "the cluster ㄺ gives its ㄱ to the next syllable");
        QVERIFY2(!finds("다오스", "다온스"), "only the last one");
        QVERIFY(!finds("단", "다온"));
    }

    void parts_are_found_in_any_order()
    {
        const std::string_view text = "PET 500ml 투명 28파이";
        QVERIFY(finds("ㅌㅁ500", text));
        QVERIFY(finds("투명 pet", text));
        QVERIFY(finds("28 500", text));
        QVERIFY(finds("ㅌㅁ500", "HDPE 500ml 탈모샴푸 백색"));
        QVERIFY(!finds("ㅌㅁ700", text));
        QVERIFY(!finds("투명 백색", text));
    }

    void case_blanks_and_punctuation_count_for_nothing()
    {
        QVERIFY(finds("pb0500", "PB-0500-28T"));
        QVERIFY(finds("PB-0500", "pb 0500"));
        QVERIFY(finds("24/410", "펌프캡 24/410 백색"));
        QVERIFY(finds("24410", "펌프캡 24/410 백색"));
        QVERIFY(finds("1248100998", "124-81-00998"));
        QVERIFY(finds("(주)다온", "㈜다온코스메틱"));
        QVERIFY(finds("500ml", "500㎖"));
        QVERIFY(finds("ＰＥＴ", "pet"));
        QVERIFY(finds("konig", "Königlich Essen"));
        QVERIFY2(finds("한글", "\u1112\u1161\u11ab\u1100\u1173\u11af"), "decomposed as other systems write it");
    }

    void what_matched_is_marked_by_bytes()
    {
        QCOMPARE(marked("ㅌㅁ500", "PET 500ml 투명 28파이"), std::string("PET [500]ml [투명] 28파이"));
        QCOMPARE(marked("0500", "PB-0500-28T"), std::string("PB-[0500]-28T"));
        QCOMPARE(marked("다오", "(주)다온코스메틱"), std::string("(주)[다온]코스메틱"));
        QCOMPARE(marked("24410", "펌프캡 24/410"), std::string("펌프캡 [24/410]"));
    }

    void an_exact_text_ranks_before_a_prefix_before_the_rest()
    {
        QCOMPARE(TextQuery("다온").match("다온").rank, MatchRank::Exact);
        QCOMPARE(TextQuery("다온").match("(주)다온").rank, MatchRank::Exact);
        QCOMPARE(TextQuery("다온").match("다온코스메틱").rank, MatchRank::Prefix);
        QCOMPARE(TextQuery("pet 500").match("PET 500ml").rank, MatchRank::Prefix);
        QCOMPARE(TextQuery("코스").match("다온코스메틱").rank, MatchRank::Substring);
        QCOMPARE(TextQuery("없음").match("다온코스메틱").rank, MatchRank::None);
    }

    void parts_may_lie_in_different_fields()
    {
        const auto matches = TextQuery("다온 031").matchFields({"C-001", "다온코스메틱", "031-123-4567"});
        QVERIFY(!matches[0]);
        QVERIFY(matches[1]);
        QVERIFY(matches[2]);
        for (const TextMatch& match : TextQuery("다온 032").matchFields({"다온코스메틱", "031-123-4567"}))
            QVERIFY(!match);
    }

    void nothing_typed_finds_nothing()
    {
        QVERIFY(TextQuery("").empty());
        QVERIFY(TextQuery(" -() ").empty());
        QVERIFY(!finds("", "다온"));
    }

    void folded_characters_are_written_as_utf8()
    {
        const std::u32string characters = U"a\u00e9φ가힣ㄱ\U00020000";
        const QByteArray bytes = QByteArray::fromStdString(toUtf8(characters));
        QCOMPARE(QString::fromUtf8(bytes), QString::fromUcs4(characters.data(), qsizetype(characters.size())));
        QVERIFY(!QString::fromUtf8(bytes).contains(QChar::ReplacementCharacter));
    }

    void broken_bytes_do_no_harm()
    {
        const std::string broken = "\xec\x82 \xff\xfe삼";
        QVERIFY(finds("삼", broken));
        TextQuery query(broken);
        query.match("\xec");
    }
};

QTEST_APPLESS_MAIN(TextQueryTest)
#include "text_query_test.moc"
