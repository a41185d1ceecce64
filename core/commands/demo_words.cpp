#include "core/commands/demo_words.h"

#include "core/domain/business_number.h"

#include <algorithm>
#include <unordered_set>

namespace dure::commands {

namespace {

using Words = std::string_view;

constexpr Words surnames[] = {"김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권",
    "황", "안", "송", "류", "홍"};
constexpr Words givenNames[] = {"미선", "정호", "상철", "민수", "은영", "지훈", "수진", "영호", "혜진", "동현", "경숙",
    "재민", "선희", "태식", "유나", "병철", "나래", "성우", "가영", "준호", "보람", "기태", "소라", "명수"};

/// The firms of the first screen a newcomer sees; the rest is put together from the two lists below.
constexpr Words knownFirms[] = {"(주)다온코스메틱", "새벽유업(주)", "청솔식품", "늘봄화장품", "대성유지", "동녘음료",
    "한빛생활건강", "가온F&B", "미래바이오텍", "온누리제약", "푸른들농산", "보람케미칼", "해오름식품", "서해수산식품"};
constexpr Words firmHeads[] = {"가람", "가온", "고운", "그린", "금강", "나래", "누리", "늘푸른", "다솜", "다온", "단비",
    "달빛", "도담", "동해", "두리", "들꽃", "라온", "마루", "맑은샘", "미르", "밝은", "백두", "별하", "봄내", "산들",
    "새롬", "새봄", "서진", "선우", "소담", "솔잎", "신우", "아라", "아람", "여울", "예담", "온새미", "우람", "윤슬",
    "은하", "이든", "조은", "진솔", "참빛", "초록", "큰솔", "태성", "하늘", "한별", "햇살"};
constexpr Words firmTails[] = {"식품", "화장품", "코스메틱", "유업", "음료", "생활건강", "F&B", "바이오", "제약",
    "농산", "케미칼", "수산", "유지", "향장", "뷰티", "세제", "헬스케어", "양조"};

constexpr Words places[]
    = {"경기도 화성시 향남읍 제약공단2길", "경기도 안성시 원곡면 승량길", "경기도 평택시 청북읍 현곡산단로",
        "경기도 시흥시 공단1대로", "경기도 용인시 처인구 남사읍 경기동로", "경기도 오산시 가장산업서북로",
        "충청북도 음성군 대소면 대금로", "충청북도 청주시 흥덕구 직지대로", "충청남도 천안시 서북구 직산읍 4산단로",
        "충청남도 아산시 둔포면 아산밸리로", "인천광역시 남동구 남동대로", "인천광역시 서구 가재울로",
        "서울특별시 금천구 가산디지털1로", "서울특별시 구로구 디지털로", "부산광역시 강서구 녹산산단261로",
        "대구광역시 달서구 성서공단로", "전라북도 익산시 왕궁면 푸드폴리스로", "강원도 원주시 문막읍 문막공단길"};
constexpr Words areaCodes[] = {"031", "032", "02", "041", "043", "051", "053", "063", "033"};

struct Colour
{
    Words name, letter, masterbatch;
};
constexpr Colour clear{"투명", "T", ""};
constexpr Colour colours[]
    = {clear, {"백색", "W", "MB-W102"}, {"브라운", "B", "MB-B310"}, {"녹색", "G", "MB-G221"}, {"청색", "C", "MB-C405"}};

/// A family of products: one for each size and colour.
struct Family
{
    Words codeHead, name, unitWord, material, tail;
    std::vector<int> sizes;
    std::vector<Words> necks; ///< by size, the last one for all further
    int colourCount; ///< how many of `colours`, from the first
    int perBox;
    int baseTenths, perUnitTenths; ///< price in tenths of a won: base + size × perUnit / 100
};

const std::vector<Family>& families()
{
    static const std::vector<Family> all = {
        {"PB", "PET", "ml", "PET", "", {500, 350, 100, 150, 200, 250, 300, 700, 1000, 1500, 1800, 2000},
            {"28파이", "28파이", "20파이", "20파이", "24파이", "24파이", "24파이", "28파이", "28파이", "30파이",
                "38파이", "38파이"},
            3, 120, 420, 110},
        {"GB", "PETG", "ml", "PETG", "", {150, 30, 50, 100, 200, 500},
            {"24파이", "18파이", "18파이", "20파이", "24파이"}, 2, 200, 800, 260},
        {"HB", "HDPE", "ml", "HDPE", "손잡이", {1000, 2000, 4000}, {"38파이", "38파이", "45파이"}, 3, 48, 600, 150},
        {"HM", "HDPE 정제병", "ml", "HDPE", "", {120, 60, 200, 300}, {"38파이", "33파이", "38파이", "45파이"}, 2, 300,
            520, 180},
        {"HC", "HDPE 말통", "L", "HDPE", "", {4, 10, 20}, {"45파이", "58파이", "58파이"}, 3, 12, 3000, 90'000},
        {"TB", "LDPE 튜브", "g", "LDPE", "", {100, 30, 50, 150}, {"30파이", "19파이", "25파이", "35파이"}, 2, 500, 700,
            600},
        {"CJ", "PP 크림용기", "g", "PP", "", {50, 15, 30, 100}, {"무광", "유광"}, 2, 300, 1500, 3000},
        {"SQ", "PP 사각용기", "g", "PP", "", {1000, 300, 500}, {"본체", "본체", "본체"}, 2, 200, 800, 110},
        {"PC", "펌프캡", "파이", "PP", "", {24, 20, 28}, {"24/410", "20/410", "28/410"}, 3, 1000, 950, 1500},
        {"CP", "PP 원터치캡", "파이", "PP", "", {28, 20, 24, 38}, {"28파이", "20파이", "24파이", "38파이"}, 5, 2000,
            180, 500},
        {"LN", "캡 라이너 PE 폼", "파이", "PE", "", {28, 20, 24, 38}, {"28파이", "20파이", "24파이", "38파이"}, 1, 5000,
            65, 210},
        {"BX", "골판지 박스", "호", "종이", "", {5, 6, 7, 8}, {"120개입", "100개입", "60개입", "48개입"}, 1, 20, 7000,
            40'000},
    };
    return all;
}

std::string padded(int number, std::size_t width)
{
    std::string text = std::to_string(number);
    return text.insert(0, text.size() < width ? width - text.size() : 0, '0');
}

Product makeProduct(const Family& family, std::size_t at, const Colour& colour, DemoDice& dice)
{
    const int size = family.sizes[at];
    const std::string neck(family.necks[std::min(at, family.necks.size() - 1)]);
    const bool isPart = family.unitWord == "파이" || family.unitWord == "호";
    std::string neckDigits;
    for (char c : neck)
        if (c >= '0' && c <= '9' && neckDigits.size() < 2)
            neckDigits += c;
    Product product;
    product.code = std::string(family.codeHead) + "-" + padded(size, isPart ? 2 : 4) + (isPart ? "-" : "-" + neckDigits)
        + std::string(colour.letter);
    product.name = family.name;
    if (!isPart)
        product.name += " " + std::to_string(size) + std::string(family.unitWord);
    if (family.colourCount > 1)
        product.name += " " + std::string(colour.name);
    if (!family.tail.empty())
        product.name += " " + std::string(family.tail);
    product.spec = neck;
    product.unit = "개";
    const int tenths = family.baseTenths + size * family.perUnitTenths / 100 + (colour.name == clear.name ? 0 : 20);
    // whole won from thirty on; a liner at 12.5 keeps its half
    const int rounded = tenths >= 300 ? tenths / 10 * 10 : tenths / 5 * 5;
    product.listPrice = {std::int64_t{rounded} * (UnitPrice::scale / 10)};
    product.unitsPerBox = Quantity::fromInteger(family.perBox);
    product.boxesPerPallet = dice.between(12, 30);
    if (family.unitWord == "ml")
        product.volumeMl = Quantity::fromInteger(size);
    product.weightG = {std::int64_t{dice.between(30, 900)} * Quantity::scale / 10};
    product.neck = isPart && family.codeHead == "BX" ? "" : neck;
    product.material = family.material;
    product.color = family.colourCount > 1 ? colour.name : "";
    product.masterbatch = family.colourCount > 1 ? colour.masterbatch : "";
    product.moldNo = "M-" + std::to_string(dice.between(1001, 1199));
    product.moq = Quantity::fromInteger(family.perBox * 10);
    product.leadDays = dice.between(3, 14);
    product.safetyStock = Quantity::fromInteger(family.perBox * dice.between(5, 40));
    return product;
}

} // namespace

std::string demoPerson(DemoDice& dice) { return std::string(dice.any(surnames)).append(dice.any(givenNames)); }

std::string demoBusinessNumber(DemoDice& dice)
{
    static constexpr Words kinds[] = {"81", "86", "87", "88"};
    const std::string nine = "000" + std::string(dice.any(kinds)) + padded(dice.between(1, 9999), 4);
    return nine + businessNumberCheckDigit(nine).value_or('0');
}

std::string demoPhone(DemoDice& dice)
{
    return std::string(dice.any(areaCodes)) + "-000-" + padded(dice.between(1000, 9999), 4);
}

std::string demoAddress(DemoDice& dice)
{
    return std::string(dice.any(places)) + " " + std::to_string(dice.between(3, 240));
}

std::vector<std::string> demoFirms(DemoDice& dice, int count)
{
    std::vector<std::string> firms(std::begin(knownFirms), std::end(knownFirms));
    std::unordered_set<std::string> taken(firms.begin(), firms.end());
    firms.resize(std::min(firms.size(), static_cast<std::size_t>(count)));
    while (firms.size() < static_cast<std::size_t>(count)) {
        std::string name(dice.any(firmHeads));
        name += dice.any(firmTails);
        if (taken.size() > 700) // all pairs are nearly used up
            name += std::to_string(dice.between(2, 9999));
        if (!taken.insert(name).second)
            continue;
        const int form = dice.below(10);
        firms.push_back(form < 3 ? "(주)" + name : form < 4 ? name + "(주)" : name);
    }
    return firms;
}

std::vector<Product> demoProducts(DemoDice& dice, int count)
{
    std::vector<Product> products;
    // sizes first, so that a short list holds something of every family
    for (std::size_t size = 0; size < 12; ++size)
        for (std::size_t colour = 0; colour < std::size(colours); ++colour)
            for (const Family& family : families()) {
                const bool exists = size < family.sizes.size() && colour < static_cast<std::size_t>(family.colourCount);
                if (exists && std::ssize(products) < count)
                    products.push_back(makeProduct(family, size, colours[colour], dice));
            }
    for (int number = 1; std::ssize(products) < count; ++number) {
        Product special = products[static_cast<std::size_t>(number - 1) % products.size()];
        special.code += "-S" + std::to_string(number);
        special.name += " 전용금형";
        products.push_back(std::move(special));
    }
    return products;
}

} // namespace dure::commands
