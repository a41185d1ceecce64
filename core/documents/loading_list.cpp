#include "core/documents/loading_list.h"

#include <algorithm>

namespace dure {

namespace {

constexpr double truckMm = 9.5, headsMm = 6.0, placeMm = 15.5, gapMm = 4.0;
constexpr std::size_t linesOfPage = static_cast<std::size_t>((loadingPageMm - truckMm - headsMm) / loadingLineMm);

std::string withBlank(const std::string& left, std::string_view right)
{
    return left.empty() ? std::string(right) : left + ' ' + std::string(right);
}

std::string loadText(const TruckLoad& load)
{
    using namespace loading_caption;
    if (load.isUnknown())
        return {};
    std::string text(loading_caption::load);
    if (load.palletParts > 0)
        text = withBlank(withBlank(text, toText(Won{load.pallets()})), pallet);
    if (load.looseBoxes > 0)
        text = withBlank(withBlank(text, toText(Won{load.looseBoxes})), box);
    return load.isPartlyUnknown ? withBlank(text, atLeast) : text;
}

double heightOf(std::size_t lines) { return std::max(placeMm, static_cast<double>(lines) * loadingLineMm); }

/// Fills pages from the top, with the truck's head and the columns' heads on each.
class Pages
{
public:
    explicit Pages(LoadingList& list)
        : m_list(list)
    {
        m_list.pages.emplace_back();
    }
    void addTruck(const LoadingTruck& truck)
    {
        double whole = truckMm + headsMm;
        for (const LoadingStop& stop : truck.stops)
            whole += heightOf(stop.lines.size());
        if (m_used > 0 && m_used + gapMm + whole > loadingPageMm)
            newPage();
        const double gap = m_used > 0 ? gapMm : 0;
        m_truck = {LoadingBlock::Kind::Truck,
            truck.on.toIso() + "   "
                + (truck.vehicle.empty() ? std::string(loading_caption::undecided) : truck.vehicle),
            loadText(truck.load), {}, 0, 0, false, truckMm + gap};
        addHeads();
        for (const LoadingStop& stop : truck.stops)
            addStop(stop);
    }

private:
    void addHeads()
    {
        add(m_truck);
        m_truck.heightMm = truckMm; // on a new page there is no gap above
        add({LoadingBlock::Kind::Heads, {}, {}, {}, 0, 0, false, headsMm});
    }
    void addStop(const LoadingStop& stop)
    {
        std::size_t first = 0;
        do {
            const std::size_t lines = std::min(stop.lines.size() - first, linesOfPage);
            if (m_used + heightOf(lines) > loadingPageMm) {
                newPage();
                addHeads();
            }
            add({LoadingBlock::Kind::Stop, {}, {}, stop, first, lines, first > 0, heightOf(lines)});
            first += lines;
        } while (first < stop.lines.size());
    }
    void add(LoadingBlock block)
    {
        m_used += block.heightMm;
        m_list.pages.back().push_back(std::move(block));
    }
    void newPage()
    {
        m_list.pages.emplace_back();
        m_used = 0;
    }

    LoadingList& m_list;
    LoadingBlock m_truck;
    double m_used = 0;
};

} // namespace

LoadingList makeLoadingList(const LoadingListInput& input)
{
    LoadingList list;
    list.company = input.company;
    list.period = input.from.toIso();
    if (input.to != input.from)
        list.period += " ~ " + input.to.toIso();
    Pages pages(list);
    for (const LoadingTruck& truck : input.trucks)
        if (!truck.stops.empty())
            pages.addTruck(truck);
    if (list.pages.front().empty())
        list.pages.front().push_back({LoadingBlock::Kind::Nothing, {}, {}, {}, 0, 0, false, truckMm});
    return list;
}

} // namespace dure
