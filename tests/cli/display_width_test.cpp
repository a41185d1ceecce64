#include "app/cli/display_width.h"

#include <QTest>

using namespace dure::cli;

class DisplayWidthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hangul_fills_two_columns_and_marks_none()
    {
        QCOMPARE(displayWidth("abc"), std::size_t{3});
        QCOMPARE(displayWidth("한결 PET㈜"), std::size_t{2 + 2 + 1 + 3 + 2});
        QCOMPARE(displayWidth("한"), std::size_t{2}); // written as three letters
        QCOMPARE(displayWidth("é"), std::size_t{1});
        QCOMPARE(displayWidth(""), std::size_t{0});
    }

    void a_cut_never_splits_a_character()
    {
        QCOMPARE(cutToWidth("한결플라스틱", 12), std::string("한결플라스틱"));
        QCOMPARE(cutToWidth("한결플라스틱", 8), std::string("한결플…"));
        QCOMPARE(cutToWidth("한결플라스틱", 9), std::string("한결플라…"));
        QVERIFY(displayWidth(cutToWidth("a한b결c플", 5)) <= 5);
    }

    void text_cannot_steer_the_terminal()
    {
        QCOMPARE(printable("a\x1b[2Jb\r\nc"), std::string("a [2Jb  c"));
        QCOMPARE(printable("\xc2\x9b"), std::string(" ")); // a C1 control
        QCOMPARE(printable("\xe2\x80\xae"
                           "abc"),
            std::string(" abc")); // right-to-left override
        QCOMPARE(printable("\xed\x95\x9c\xff"), std::string("한?"));
        QCOMPARE(printable("\xe0\x80"), std::string("??"));
    }
};

QTEST_GUILESS_MAIN(DisplayWidthTest)
#include "display_width_test.moc"
