#include "core/documents/paper_form.h"

#include "core/domain/business_number.h"
#include "core/domain/phone_number.h"

#include <algorithm>
#include <cassert>

namespace dure {

namespace {

constexpr int quantityDecimals = 4;

FormRow blankBelowRow(std::size_t columns, int wordsColumn)
{
    FormRow row{FormRowKind::BlankBelow, std::vector<std::string>(columns), {}};
    row.cells[static_cast<std::size_t>(wordsColumn)] = form_caption::blankBelow;
    return row;
}

void add(const std::vector<FormColumn>& columns, std::vector<std::int64_t>& sums, const FormRow& row)
{
    for (std::size_t i = 0; i < row.adds.size(); ++i)
        sums[i] = columns[i].sum == FormColumn::Sum::Last ? row.adds[i] : sums[i] + row.adds[i];
}

std::vector<std::string> sumTexts(const std::vector<FormColumn>& columns, const std::vector<std::int64_t>& sums)
{
    std::vector<std::string> texts(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].sum != FormColumn::Sum::None)
            texts[i] = formatNumber(sums[i], columns[i].sum == FormColumn::Sum::Quantity ? quantityDecimals : 0);
    return texts;
}

} // namespace

FormParty shownParty(FormParty party)
{
    party.businessNo = formatBusinessNumber(party.businessNo);
    party.phone = formatPhoneNumber(party.phone);
    return party;
}

std::vector<FormPage> layOutPages(
    const std::vector<FormColumn>& columns, std::vector<FormRow> rows, int rowsPerPage, int wordsColumn)
{
    assert(rowsPerPage >= 1);
    const auto perPage = static_cast<std::size_t>(rowsPerPage);
    const std::size_t pageCount = std::max<std::size_t>(1, (rows.size() + perPage - 1) / perPage);
    std::vector<FormPage> pages(pageCount);
    std::vector<std::int64_t> running(columns.size());
    std::size_t next = 0;
    for (std::size_t p = 0; p < pageCount; ++p) {
        FormPage& page = pages[p];
        page.number = static_cast<int>(p + 1);
        page.pageText = std::to_string(p + 1) + " / " + std::to_string(pageCount) + "쪽";
        for (; next < rows.size() && page.rows.size() < perPage; ++next) {
            add(columns, running, rows[next]);
            page.rows.push_back(std::move(rows[next]));
        }
        if (page.rows.size() < perPage)
            page.rows.push_back(blankBelowRow(columns.size(), wordsColumn));
        page.rows.resize(perPage);
        page.sumsCaption = p + 1 == pageCount ? form_caption::grandTotal : form_caption::runningTotal;
        page.sums = sumTexts(columns, running);
    }
    return pages;
}

std::string twoDigits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string formTitle(const PaperForm& form)
{
    std::string title(form.title);
    for (const std::string& part : {form.number, form.buyer.name})
        if (!part.empty())
            title += " " + part;
    return title;
}

} // namespace dure
