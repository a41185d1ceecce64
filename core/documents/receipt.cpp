#include "core/documents/receipt.h"

#include <cassert>

namespace dure {

namespace {

using enum FormCellKind;
using Sum = FormColumn::Sum;
namespace caption = receipt_caption;

const std::vector<FormColumn> receiptColumns{
    {form_caption::month, Centre, 80},
    {form_caption::day, Centre, 80},
    {caption::kind, Centre, 260},
    {caption::text, Remark, 758},
    {caption::amount, Figure, 360, Sum::Won},
    {form_caption::note, Remark, 380},
};

/// Four digits: "일천이백삼십사".
std::string fourDigits(std::int64_t number)
{
    static constexpr std::array<std::string_view, 10> digits{"", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"};
    static constexpr std::array<std::pair<int, std::string_view>, 4> places{
        std::pair{1000, "천"}, {100, "백"}, {10, "십"}, {1, ""}};
    std::string words;
    for (const auto& [unit, name] : places)
        if (const auto digit = static_cast<std::size_t>(number / unit % 10); digit > 0)
            words.append(digits[digit]).append(name);
    return words;
}

} // namespace

std::string_view paymentKindWords(PaymentKind kind)
{
    switch (kind) {
    case PaymentKind::Transfer:
        return "계좌이체";
    case PaymentKind::Cash:
        return "현금";
    case PaymentKind::Cheque:
        return "수표";
    case PaymentKind::Note:
        return "어음";
    case PaymentKind::Card:
        return "카드";
    case PaymentKind::Offset:
        return "상계";
    case PaymentKind::Discount:
        return "에누리";
    }
    return {};
}

std::string wonInWords(Won won)
{
    if (won.amount == 0)
        return "영";
    static constexpr std::array<std::pair<std::int64_t, std::string_view>, 5> groups{
        std::pair{10'000'000'000'000'000LL, "경"}, {1'000'000'000'000LL, "조"}, {100'000'000LL, "억"}, {10'000LL, "만"},
        {1LL, ""}};
    std::string words = won.amount < 0 ? "마이너스 " : "";
    for (const auto& [unit, name] : groups) {
        const std::int64_t part = won.amount / unit % 10'000; // keeps its sign: no overflow at the lowest number
        if (part != 0)
            words.append(fourDigits(part < 0 ? -part : part)).append(name);
    }
    return words;
}

std::array<std::string, 2> noteBillWords(const ReceiptInput& input)
{
    std::array<std::string, 2> words;
    const auto add = [&](std::size_t line, const std::string& caption, const std::string& value) {
        if (!value.empty())
            words[line] += (words[line].empty() ? "" : " · ") + caption + value;
    };
    add(0, "어음번호 ", input.noteNumber);
    add(0, "발행인 ", input.noteIssuer);
    add(1, "은행 ", input.noteBank);
    add(1, "발행일 ", input.noteIssuedOn.toIso());
    add(1, "만기일 ", input.noteDueOn.toIso());
    if (words[0].empty())
        words[0].swap(words[1]);
    return words;
}

PaperForm makeReceipt(const ReceiptInput& input, int linesPerPage)
{
    assert(input.date.isValid());
    PaperForm form;
    form.kind = FormKind::Receipt;
    form.title = caption::title;
    form.number = input.number;
    form.marks = {{form_caption::number, input.number}, {form_caption::date, input.date.toIso()}};
    form.supplier = shownParty(input.supplier);
    form.buyer = shownParty(input.buyer);
    form.headline = {form_caption::paid, toText(input.amount) + "원", "일금 " + wonInWords(input.amount) + "원정", {}};
    form.columns = receiptColumns;
    form.sumSpan = 4;
    form.wordsColumn = 3;
    const std::string takenBack(input.amount < Won{} ? caption::takenBack : std::string_view());
    const auto [first, second] = noteBillWords(input);
    std::vector<FormRow> rows{{FormRowKind::Item,
        {twoDigits(input.date.month()), twoDigits(input.date.day()), std::string(paymentKindWords(input.kind)), first,
            toText(input.amount), takenBack},
        {0, 0, 0, 0, input.amount.amount, 0}}};
    if (!second.empty())
        rows.push_back({FormRowKind::Item, {{}, {}, {}, second, {}, {}}, {}});
    form.pages = layOutPages(form.columns, std::move(rows), linesPerPage, form.wordsColumn);
    const auto text = [](const std::optional<Won>& won) { return won ? toText(*won) : std::string(); };
    form.foot = {
        {{caption::before, text(input.before), Figure, false, 240, 400},
            {form_caption::paid, toText(input.amount), Figure, false, 200, 399},
            {caption::after, text(input.after), Figure, true, 240, 439}},
        {{form_caption::note, input.memo, Remark, false, 240, 999}, {caption::cashier, {}, Signature, false, 240, 439}},
    };
    form.sentence = caption::sentence;
    form.twoCopies = true;
    form.pictures = input.pictures;
    return form;
}

} // namespace dure
