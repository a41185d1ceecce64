#include "core/documents/loading_list.h"

#include <QtTest>

using namespace dure;

namespace {

LoadingTruck truck(const char* vehicle, std::size_t stops, std::size_t linesEach)
{
    LoadingTruck each;
    each.on = {20261123};
    each.vehicle = vehicle;
    for (std::size_t stop = 0; stop < stops; ++stop) {
        LoadingStop& to = each.stops.emplace_back();
        to.customer = "다온코스메틱";
        for (std::size_t line = 0; line < linesEach; ++line) {
            const Quantity quantity = Quantity::fromInteger(3200);
            to.lines.push_back({"PET 500ml", quantity, "개", truckLoad(quantity, Quantity::fromInteger(200), 16)});
            each.load += to.lines.back().load;
        }
    }
    return each;
}

double heightOf(const std::vector<LoadingBlock>& page)
{
    double height = 0;
    for (const LoadingBlock& block : page)
        height += block.heightMm;
    return height;
}

} // namespace

class LoadingListTest : public QObject
{
    Q_OBJECT

private slots:
    void every_line_stands_once_and_no_page_is_too_long()
    {
        for (const std::size_t lines : {1U, 3U, 7U, 95U}) {
            const LoadingList list = makeLoadingList(
                {"한결플라스틱(주)", {20261123}, {20261129}, {truck("5톤", 9, lines), truck("", 4, 1)}});
            std::size_t printed = 0;
            for (const auto& page : list.pages) {
                QVERIFY(heightOf(page) <= loadingPageMm + 0.001);
                QCOMPARE(page.front().kind, LoadingBlock::Kind::Truck); // each page says whose it is
                for (const LoadingBlock& block : page) {
                    QVERIFY(block.firstLine + block.lines <= block.stop.lines.size());
                    printed += block.lines;
                }
            }
            QCOMPARE(printed, 9 * lines + 4);
            QCOMPARE(list.period, "2026-11-23 ~ 2026-11-29");
        }
    }

    void a_truck_stays_together_where_it_fits()
    {
        const LoadingList list
            = makeLoadingList({"", {20261123}, {20261123}, {truck("5톤", 10, 1), truck("1톤", 8, 1)}});
        QCOMPARE(list.pages.size(), std::size_t(2));
        QVERIFY(list.pages[1].front().left.find("1톤") != std::string::npos);
        QCOMPARE(list.period, "2026-11-23");
        QCOMPARE(list.pages[0].front().right, "적재 10 팔레트");
    }

    void what_has_no_vehicle_says_so_and_an_empty_day_too()
    {
        const LoadingList undecided = makeLoadingList({"", {20261123}, {20261123}, {truck("", 1, 1)}});
        QVERIFY(undecided.pages[0].front().left.find("차량 미정") != std::string::npos);
        const LoadingList none = makeLoadingList({"", {20261123}, {20261123}, {}});
        QCOMPARE(none.pages.size(), std::size_t(1));
        QCOMPARE(none.pages[0].front().kind, LoadingBlock::Kind::Nothing);
    }
};

QTEST_APPLESS_MAIN(LoadingListTest)
#include "loading_list_test.moc"
