#pragma once
#include "core/domain/date.h"
#include "core/domain/truck_load.h"

#include <string>
#include <string_view>
#include <vector>

/// 배차표: what each vehicle loads and where it takes it, for the driver and for the yard.
namespace dure {

namespace loading_caption {
inline constexpr std::string_view title = "배차표", time = "시각", place = "납품처", product = "품목 · 규격",
                                  quantity = "수량", boxes = "박스", pallets = "팔레트", received = "인수 확인",
                                  undecided = "차량 미정", load = "적재", pallet = "팔레트", box = "박스",
                                  atLeast = "이상", nothing = "나갈 것이 없습니다.";
} // namespace loading_caption

struct LoadingLine
{
    std::string product; ///< name and spec
    Quantity quantity;
    std::string unit;
    TruckLoad load;
};

struct LoadingStop
{
    std::string time; ///< "14:00"; empty: none planned
    std::string customer, site, address, phone, number;
    std::vector<LoadingLine> lines;
};

struct LoadingTruck
{
    Date on;
    std::string vehicle; ///< and driver; empty: not decided
    std::vector<LoadingStop> stops;
    TruckLoad load;
};

struct LoadingListInput
{
    std::string company;
    Date from, to;
    std::vector<LoadingTruck> trucks; ///< in the order in which they are printed
};

/// What stands below one another on a page.
struct LoadingBlock
{
    enum class Kind { Truck, Heads, Stop, Nothing };
    Kind kind = Kind::Stop;
    std::string left, right; ///< of a truck
    LoadingStop stop;
    std::size_t firstLine = 0, lines = 0; ///< of the stop, which stand here: a stop longer than a page goes on
    bool goesOn = false; ///< the rest of a stop of the page before
    double heightMm = 0;
};

struct LoadingList
{
    std::string company, period;
    std::vector<std::vector<LoadingBlock>> pages; ///< never empty
};

inline constexpr double loadingLineMm = 6.2, loadingPageMm = 252; ///< of a product; of all blocks of a page

/// A truck stands together on a page where that is possible; a stop is cut only if it is longer than a page.
LoadingList makeLoadingList(const LoadingListInput& input);

} // namespace dure
