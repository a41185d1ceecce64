#pragma once
#include "core/domain/fixed_point.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What every printed form has in common, as data: a title, two parties, a table on as many pages as it needs with
/// running sums, and a foot. Each form fills one of these in its own file; one painter draws them all.
namespace dure {

enum class FormKind : std::uint8_t {
    Statement, ///< 거래명세서
    DeliveryNote, ///< 납품서
    Receipt, ///< 입금표
    CustomerStatement, ///< 청구서
    CustomerLedger, ///< 거래처원장
    Quotation, ///< 견적서
};
inline constexpr FormKind allFormKinds[]{FormKind::Statement, FormKind::DeliveryNote, FormKind::Receipt,
    FormKind::CustomerStatement, FormKind::CustomerLedger, FormKind::Quotation};

/// One side of a form, as the company or customer row holds it.
struct FormParty
{
    std::string businessNo; ///< 등록번호
    std::string name; ///< 상호
    std::string representative; ///< 성명
    std::string address; ///< 주소
    std::string businessType; ///< 업태
    std::string businessItem; ///< 종목
    std::string phone; ///< 전화
};

/// Business number and phone with their dashes, as they are printed.
FormParty shownParty(FormParty party);

/// The words printed on more than one form. They belong to the form as Korean firms know it, whatever language the
/// program is in.
namespace form_caption {
inline constexpr std::string_view buyerCopy = "공급받는자 보관용";
inline constexpr std::string_view supplierCopy = "공급자 보관용";
inline constexpr std::string_view number = "일련번호";
inline constexpr std::string_view date = "작성일";
inline constexpr std::string_view period = "기간";
inline constexpr std::string_view buyer = "공급받는자";
inline constexpr std::string_view supplier = "공급자";
inline constexpr std::string_view businessNo = "등록번호";
inline constexpr std::string_view name = "상호";
inline constexpr std::string_view honorific = "귀하"; ///< after the buyer's name
inline constexpr std::string_view representative = "성명";
inline constexpr std::string_view seal = "(인)"; ///< where no seal image stands
inline constexpr std::string_view address = "주소";
inline constexpr std::string_view phone = "전화";
inline constexpr std::string_view businessType = "업태";
inline constexpr std::string_view businessItem = "종목";
inline constexpr std::string_view month = "월";
inline constexpr std::string_view day = "일";
inline constexpr std::string_view product = "품목";
inline constexpr std::string_view spec = "규격";
inline constexpr std::string_view quantity = "수량";
inline constexpr std::string_view unit = "단위";
inline constexpr std::string_view unitPrice = "단가";
inline constexpr std::string_view supply = "공급가액";
inline constexpr std::string_view tax = "세액";
inline constexpr std::string_view note = "비고";
inline constexpr std::string_view runningTotal = "누계"; ///< foot of every page but the last
inline constexpr std::string_view grandTotal = "합계"; ///< foot of the last page
inline constexpr std::string_view blankBelow = "이하 여백";
inline constexpr std::string_view paid = "입금액";
inline constexpr std::string_view receiver = "인수자";
inline constexpr std::string_view bankAccount = "입금계좌";
} // namespace form_caption

enum class FormCellKind : std::uint8_t {
    Centre,
    Text,
    Figure, ///< right; never cut
    Remark, ///< takes more lines before it is cut
    Signature, ///< of a foot: somebody writes a name here, "(인)" stands at its right
};

/// A column of a form's table. Shares are parts of the table's width; those of a form add up to formWidth.
struct FormColumn
{
    std::string_view caption;
    FormCellKind kind = FormCellKind::Text;
    int share = 0;
    /// What the sum below it is made of; decimals as in the adds of FormRow.
    enum class Sum : std::uint8_t { None, Won, Quantity, Last } sum = Sum::None; ///< Last: no sum, the last value
};
inline constexpr int formWidth = 1918; ///< of all columns: tenths of a millimetre on a whole A4 sheet

enum class FormRowKind : std::uint8_t {
    Item,
    Subtotal, ///< of a day or a month; bold
    BlankBelow, ///< the marker after the last item; its words stand in `wordsColumn`
    Empty,
};

/// One row of a table; every cell is text ready to print.
struct FormRow
{
    FormRowKind kind = FormRowKind::Empty;
    std::vector<std::string> cells; ///< one a column, or none
    /// What the row adds to the sum of each column, in the column's own unit (won, ten-thousandths); one a column, or
    /// none. A subtotal adds nothing.
    std::vector<std::int64_t> adds;

    bool operator==(const FormRow&) const = default;
};

struct FormPage
{
    int number = 1;
    std::string pageText; ///< "1 / 3쪽"
    std::vector<FormRow> rows; ///< always as many as a page holds
    std::string_view sumsCaption; ///< runningTotal, or grandTotal on the last page
    std::vector<std::string> sums; ///< of all pages up to and with this one; one a column, empty where there is none
};

/// A caption with what it says.
struct FormField
{
    std::string_view caption;
    std::string value;
    FormCellKind kind = FormCellKind::Text;
    bool strong = false;
    int captionShare = 0, valueShare = 0; ///< of formWidth; unused in the head
};
/// Fields beside one another over the form's whole width.
using FormFieldRow = std::vector<FormField>;

/// The sum that a form is about, in large letters: below the buyer's name.
struct FormHeadline
{
    std::string_view caption; ///< 합계금액
    std::string value; ///< "3,414,400원"
    std::string remark; ///< "(부가세 포함)"; may be empty
    std::string aside; ///< small, at the right: "단가 부가세 별도"; may be empty
};

/// Pictures of the company, as image files' bytes; empty: none, or not here yet.
struct FormPictures
{
    std::string seal;
    std::string logo;
};

/// A form ready to be drawn. Head and foot are the same on every page and every copy.
struct PaperForm
{
    FormKind kind = FormKind::Statement;
    std::string_view title; ///< "거래명세서"
    std::string number; ///< of the document; may be empty (a ledger has none)
    FormFieldRow marks; ///< at the upper left, at most two: 일련번호, 작성일
    FormParty supplier; ///< as shownParty() gives it
    FormParty buyer;
    FormHeadline headline;
    std::vector<FormFieldRow> summary; ///< between the parties and the table; often empty
    std::vector<FormColumn> columns;
    int sumSpan = 1; ///< the sums' caption runs over so many columns
    int wordsColumn = 0; ///< where words that are no cell stand: "이하 여백"
    std::vector<FormPage> pages; ///< at least one
    std::vector<FormFieldRow> foot;
    std::string sentence; ///< "위와 같이 청구합니다."; may be empty
    bool twoCopies = false; ///< one for each side, else a whole sheet of its own
    FormPictures pictures;
};

/// Lays the rows out on as many pages as they need, with the sums up to each. Precondition: rowsPerPage ≥ 1.
std::vector<FormPage> layOutPages(
    const std::vector<FormColumn>& columns, std::vector<FormRow> rows, int rowsPerPage, int wordsColumn);

/// "11", "05".
std::string twoDigits(unsigned number);
/// "거래명세서 D261125-A02 가온F&B": what a printed form is called in lists and file names.
std::string formTitle(const PaperForm& form);

} // namespace dure
