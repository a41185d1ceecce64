#include "core/exchange/mapping_file.h"

#include <QtTest>

using namespace dure::exchange;

class MappingFileTest : public QObject
{
    Q_OBJECT

private slots:
    void a_written_mapping_is_read_back_the_same()
    {
        const std::vector<ColumnMapping> mappings{
            {TargetKind::Customer,
                {{"code", "거래처 코드"}, {"name", "상호 = 법인명"}, {"address", "주소"}, {"address", "상세 [2층]"},
                    {"phone", "#전화"}}},
            {TargetKind::OrderLine, {{"order_number", "orderID"}, {"quantity", "수량(EA)"}}}};
        const std::string text = writeMappings(mappings);
        QCOMPARE(parseMappings(text).value(), mappings);
        QVERIFY(text.find("# fax =") != std::string::npos); // what could be mapped is shown
    }

    void a_hand_edited_file_may_have_blanks_comments_and_any_line_ends()
    {
        const auto edited
            = parseMappings("\xef\xbb\xbf# mine\r\n\r\n  [product]  \r\n name =  품 명 \r\nlist_price=단가");
        QCOMPARE(edited.value(),
            (std::vector<ColumnMapping>{{TargetKind::Product, {{"name", "품 명"}, {"list_price", "단가"}}}}));
    }

    void errors_name_the_line()
    {
        const std::pair<const char*, int> cases[] = {{"name = a\n", 1}, {"[customer]\nname\n", 2}, {"[nothing]\n", 1},
            {"[customer\n", 1}, {"[customer]\n\ncolour = a\n", 3}, {"[customer]\nname =\n", 2},
            {"[customer]\nname = a\nname = b\n", 3}, {"[customer]\n[customer]\n", 2}};
        for (const auto& [text, line] : cases) {
            const auto mappings = parseMappings(text);
            QVERIFY2(!mappings, text);
            QCOMPARE(mappings.error().code, ExchangeErrorCode::BadMapping);
            QCOMPARE(mappings.error().line, line);
        }
    }
};

QTEST_GUILESS_MAIN(MappingFileTest)
#include "mapping_file_test.moc"
