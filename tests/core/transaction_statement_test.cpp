#include "core/documents/transaction_statement.h"

#include <QtTest>

using namespace dure;
using enum StatementRowKind;

namespace {

StatementLine item(const char* name, const char* spec, int quantity, std::int64_t priceTenThousandths)
{
    StatementLine line;
    line.name = name;
    line.spec = spec;
    line.quantity = Quantity::fromInteger(quantity);
    line.unitPrice = UnitPrice{priceTenThousandths};
    const LineInput input{line.quantity, line.unitPrice};
    line.amounts = computeAmounts({}, std::span(&input, 1)).front();
    return line;
}

/// The delivery that the drawn form shows.
StatementInput sixLines()
{
    StatementInput input;
    input.number = "D261125-A02";
    input.date = Date{20261125};
    input.supplier = {"0008627454", "한결플라스틱(주)", "박정호", "경기도 화성시 향남읍 제약공단2길 47", "제조업",
        "플라스틱 용기", "0310001234"};
    input.buyer = {"0001100011", "가온F&B", "이가온", "충청북도 음성군 대소면 대금로 118", "", "", "0430002740"};
    input.lines = {
        item("PET 500ml 투명", "28파이", 12'000, 980'000),
        item("PET 350ml 브라운", "28파이", 6'000, 860'000),
        item("PP 원터치캡 백색", "28파이", 18'000, 320'000),
        item("캡 라이너 PE 폼", "28파이", 18'000, 125'000),
        item("HDPE 1L 백색 손잡이", "38파이", 2'400, 2'150'000),
        item("박스 (500ml용)", "120개입", 100, 9'500'000),
    };
    input.previousBalance = Won{6'280'450};
    input.paid = Won{3'000'000};
    input.note = "주문 O261111-A02";
    input.receiver = "김수령";
    return input;
}

StatementInput manyLines(int count)
{
    StatementInput input = sixLines();
    input.lines.clear();
    for (int i = 1; i <= count; ++i)
        input.lines.push_back(item(("품목 " + std::to_string(i)).c_str(), "", i * 7, 333'333 + i));
    return input;
}

std::int64_t numberIn(const std::string& text, int decimals = 0)
{
    const ParsedNumber number = parseNumber(text, decimals, maxTenThousandths);
    return number.error ? -1 : number.scaled;
}

} // namespace

class TransactionStatementTest : public QObject
{
    Q_OBJECT

private slots:
    void the_head_is_complete_and_formatted()
    {
        const TransactionStatement statement = makeTransactionStatement(sixLines());
        QCOMPARE(statement.number, std::string("D261125-A02"));
        QCOMPARE(statement.date, std::string("2026-11-25"));
        QCOMPARE(statement.supplier.businessNo, std::string("000-86-27454"));
        QCOMPARE(statement.supplier.name, std::string("한결플라스틱(주)"));
        QCOMPARE(statement.supplier.representative, std::string("박정호"));
        QCOMPARE(statement.supplier.address, std::string("경기도 화성시 향남읍 제약공단2길 47"));
        QCOMPARE(statement.supplier.businessType, std::string("제조업"));
        QCOMPARE(statement.supplier.businessItem, std::string("플라스틱 용기"));
        QCOMPARE(statement.supplier.phone, std::string("031-000-1234"));
        QCOMPARE(statement.buyer.businessNo, std::string("000-11-00011"));
        QCOMPARE(statement.buyer.name, std::string("가온F&B"));
        QCOMPARE(statement.buyer.phone, std::string("043-000-2740"));
        QCOMPARE(statement.total, std::string("3,414,400원"));
        QCOMPARE(statement.totalVat, std::string("부가세 포함"));
        QCOMPARE(statement.priceVat, std::string("단가 부가세 별도"));
    }

    void a_row_prints_month_day_and_exact_figures()
    {
        StatementInput input = sixLines();
        input.lines[0].note = "LOT 7";
        input.lines[1].on = Date{20260105};
        const auto rows = makeTransactionStatement(input).pages.front().rows;
        const StatementRow& first = rows[0];
        QCOMPARE(first.kind, Item);
        QCOMPARE(first.month + "/" + first.day, std::string("11/25"));
        QCOMPARE(first.name + "|" + first.spec + "|" + first.note, std::string("PET 500ml 투명|28파이|LOT 7"));
        QCOMPARE(first.quantity, std::string("12,000"));
        QCOMPARE(first.unitPrice, std::string("98"));
        QCOMPARE(first.supply, std::string("1,176,000"));
        QCOMPARE(first.tax, std::string("117,600"));
        QCOMPARE(rows[1].month + "/" + rows[1].day, std::string("01/05"));
        QCOMPARE(rows[3].unitPrice, std::string("12.5"));
    }

    void the_foot_carries_totals_and_balances()
    {
        const TransactionStatement statement = makeTransactionStatement(sixLines());
        QCOMPARE(statement.totals.quantityText(), std::string("56,500"));
        QCOMPARE(statement.totals.supplyText(), std::string("3,104,000"));
        QCOMPARE(statement.totals.taxText(), std::string("310,400"));
        QCOMPARE(statement.totals.totalText(), std::string("3,414,400"));
        QCOMPARE(statement.previousBalance, std::string("6,280,450"));
        QCOMPARE(statement.paid, std::string("3,000,000"));
        QCOMPARE(statement.currentBalance, std::string("6,694,850"));
        QCOMPARE(statement.note, std::string("주문 O261111-A02"));
        QCOMPARE(statement.receiver, std::string("김수령"));
    }

    void a_balance_not_known_yet_stays_blank()
    {
        StatementInput input = sixLines();
        input.previousBalance.reset();
        const TransactionStatement statement = makeTransactionStatement(input);
        QCOMPARE(statement.previousBalance, std::string());
        QCOMPARE(statement.currentBalance, std::string());
        QCOMPARE(statement.paid, std::string("3,000,000"));
    }

    void the_marker_follows_the_last_line_and_the_page_is_filled()
    {
        const auto statement = makeTransactionStatement(sixLines());
        QCOMPARE(statement.pages.size(), std::size_t{1});
        const auto& rows = statement.pages.front().rows;
        QCOMPARE(rows.size(), std::size_t{12});
        QCOMPARE(rows[5].kind, Item);
        QCOMPARE(rows[6].kind, BlankBelow);
        QCOMPARE(rows[6].name, std::string("이하 여백"));
        for (std::size_t i = 7; i < 12; ++i)
            QCOMPARE(rows[i].kind, Empty);
        QCOMPARE(statement.pages.front().pageText, std::string("1 / 1쪽"));
    }

    void a_full_page_needs_no_marker_and_no_second_page()
    {
        const auto full = makeTransactionStatement(manyLines(12));
        QCOMPARE(full.pages.size(), std::size_t{1});
        for (const StatementRow& row : full.pages.front().rows)
            QCOMPARE(row.kind, Item);
        const auto oneMore = makeTransactionStatement(manyLines(13));
        QCOMPARE(oneMore.pages.size(), std::size_t{2});
        QCOMPARE(oneMore.pages[1].rows[0].kind, Item);
        QCOMPARE(oneMore.pages[1].rows[1].kind, BlankBelow);
        const auto empty = makeTransactionStatement(manyLines(0));
        QCOMPARE(empty.pages.size(), std::size_t{1});
        QCOMPARE(empty.pages[0].rows[0].kind, BlankBelow);
        QCOMPARE(empty.total, std::string("0원"));
    }

    void long_documents_add_up_over_all_pages()
    {
        for (int perPage : {1, 7, 12, 25})
            for (int count : {31, 37, 48, 120}) {
                const StatementInput input = manyLines(count);
                const auto statement = makeTransactionStatement(input, perPage);
                QCOMPARE(static_cast<int>(statement.pages.size()), (count + perPage - 1) / perPage);
                std::int64_t quantity = 0;
                std::int64_t supply = 0;
                std::int64_t tax = 0;
                std::size_t next = 0;
                for (const StatementPage& page : statement.pages) {
                    QCOMPARE(static_cast<int>(page.rows.size()), perPage);
                    for (const StatementRow& row : page.rows) {
                        if (row.kind != Item)
                            continue;
                        QCOMPARE(row.name, input.lines[next++].name);
                        quantity += numberIn(row.quantity);
                        supply += numberIn(row.supply);
                        tax += numberIn(row.tax);
                    }
                    // the printed figures, read back, add up on every page
                    QCOMPARE(numberIn(page.totals.quantityText()), quantity);
                    QCOMPARE(numberIn(page.totals.supplyText()), supply);
                    QCOMPARE(numberIn(page.totals.taxText()), tax);
                    const bool last = &page == &statement.pages.back();
                    QCOMPARE(page.totalsCaption, last ? std::string_view("합계") : std::string_view("누계"));
                }
                QCOMPARE(next, input.lines.size());
                QCOMPARE(numberIn(statement.total), supply + tax);
                const std::string pages = std::to_string(statement.pages.size());
                QCOMPARE(statement.pages.back().pageText, pages + " / " + pages + "쪽");
            }
    }

    void returned_goods_stand_with_a_minus_and_lower_the_total()
    {
        StatementInput input = sixLines();
        input.lines = {item("PET 500ml 투명", "", 100, 980'000), item("PET 500ml 투명", "반품", -40, 980'000)};
        const auto statement = makeTransactionStatement(input);
        QCOMPARE(statement.pages[0].rows[1].quantity, std::string("-40"));
        QCOMPARE(statement.pages[0].rows[1].supply, std::string("-3,920"));
        QCOMPARE(statement.pages[0].rows[1].tax, std::string("-392"));
        QCOMPARE(statement.total, std::string("6,468원"));
    }

    void the_tax_column_follows_the_tax_kind()
    {
        StatementInput input = sixLines();
        for (StatementLine& line : input.lines)
            line.amounts.tax = {};
        input.taxKind = TaxKind::Exempt;
        QCOMPARE(makeTransactionStatement(input).pages[0].rows[0].tax, std::string());
        QCOMPARE(makeTransactionStatement(input).totalVat, std::string("면세"));
        QCOMPARE(makeTransactionStatement(input).priceVat, std::string());
        input.taxKind = TaxKind::ZeroRated;
        QCOMPARE(makeTransactionStatement(input).pages[0].rows[0].tax, std::string("0"));
        QCOMPARE(makeTransactionStatement(input).totalVat, std::string("영세율"));
        input.taxKind = TaxKind::Taxable;
        input.priceKind = PriceKind::Inclusive;
        QCOMPARE(makeTransactionStatement(input).priceVat, std::string("단가 부가세 포함"));
    }

    void a_line_of_words_shows_no_zeros()
    {
        StatementInput input = sixLines();
        input.lines = {item("금형 수리 완료", "", 0, 0), item("무상 샘플", "", 10, 0)};
        const auto rows = makeTransactionStatement(input).pages[0].rows;
        QCOMPARE(rows[0].quantity + rows[0].unitPrice + rows[0].supply + rows[0].tax, std::string());
        QCOMPARE(rows[1].quantity + rows[1].unitPrice + rows[1].supply, std::string("1000"));
    }
};

QTEST_APPLESS_MAIN(TransactionStatementTest)
#include "transaction_statement_test.moc"
