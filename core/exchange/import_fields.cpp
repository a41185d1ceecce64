#include "core/exchange/import_fields.h"

#include "core/domain/typed_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dure::exchange {

namespace {

using Names = std::string_view;
using F = ImportField;
using enum FieldContent;

constexpr Names customerCode[] = {"거래처코드", "고객코드", "업체코드", "거래처번호", "고객번호", "코드", "customerid",
    "customercode", "customerno", "customernumber", "code", "id"};
constexpr Names customerName[] = {"상호", "상호명", "거래처명", "회사명", "업체명", "고객명", "법인명", "고객사명",
    "거래처", "고객사", "매출처", "업체", "companyname", "company", "customername", "customer", "name"};
constexpr Names businessNo[] = {"사업자등록번호", "사업자번호", "사업자no", "등록번호", "사업자", "businessno",
    "businessnumber", "businessregistrationnumber", "taxid", "vatno", "vatnumber"};
constexpr Names subBusinessNo[] = {"종사업장번호", "종사업장", "종사업자번호"};
constexpr Names representative[]
    = {"대표자", "대표자명", "대표자성명", "대표", "대표이사", "성명", "representative", "ceo", "owner"};
constexpr Names businessType[] = {"업태", "businesstype"};
constexpr Names businessItem[] = {"종목", "업종", "businessitem"};
constexpr Names postalCode[] = {"우편번호", "postalcode", "zipcode", "postcode", "zip"};
constexpr Names address[] = {"주소", "사업장주소", "사업장소재지", "소재지", "도로명주소", "주소1", "주소2", "기본주소",
    "상세주소", "나머지주소", "address", "address1", "address2", "street", "city", "region", "state", "country"};
constexpr Names phone[]
    = {"전화", "전화번호", "대표전화", "대표번호", "연락처", "phone", "phoneno", "phonenumber", "telephone", "tel"};
constexpr Names fax[] = {"팩스", "팩스번호", "fax", "faxno", "faxnumber"};
constexpr Names email[] = {"이메일", "이메일주소", "전자메일", "메일", "계산서이메일", "email", "emailaddress", "mail"};
constexpr Names staff[] = {"영업담당", "영업담당자", "당사담당", "당사담당자", "담당사원", "staff", "salesperson"};
constexpr Names contactName[] = {"담당자", "담당자명", "거래처담당자", "contactname", "contact", "contactperson"};
constexpr Names contactTitle[] = {"직책", "직위", "직급", "담당자직책", "담당자직위", "contacttitle"};
constexpr Names contactPhone[]
    = {"담당자전화", "담당자연락처", "담당자휴대폰", "휴대폰", "휴대전화", "핸드폰", "contactphone", "mobile"};
constexpr Names creditLimit[] = {"여신한도", "외상한도", "한도액", "신용한도", "creditlimit"};
constexpr Names openingBalance[] = {"이월잔액", "기초잔액", "이월미수금", "기초미수금", "미수금", "openingbalance"};
constexpr Names note[] = {"비고", "적요", "참고사항", "특이사항", "note", "notes", "remark", "remarks"};
constexpr Names memo[] = {"메모", "주문메모", "전달사항", "요청사항", "memo", "comment", "comments"};

constexpr Names productCode[] = {"품목코드", "제품코드", "상품코드", "자재코드", "품번", "제품번호", "품목번호", "코드",
    "productid", "productcode", "productno", "itemcode", "itemno", "sku", "partno", "code", "id"};
constexpr Names productName[] = {"품명", "품목명", "제품명", "상품명", "자재명", "품목", "제품", "상품", "productname",
    "itemname", "product", "item", "name"};
constexpr Names spec[] = {"규격", "규격명", "사양", "spec", "specification", "size", "quantityperunit"};
constexpr Names unit[] = {"단위", "unit", "uom", "unitofmeasure"};
constexpr Names unitPrice[] = {"단가", "판매단가", "출고단가", "매출단가", "표준단가", "판매가", "출고가", "가격",
    "unitprice", "price", "listprice", "salesprice"};
constexpr Names taxKind[] = {"과세구분", "과세유형", "과세여부", "세금구분", "부가세구분", "taxkind", "taxtype"};
constexpr Names unitsPerBox[] = {"입수", "입수량", "박스입수", "박스당수량", "box입수", "unitsperbox"};
constexpr Names boxesPerPallet[] = {"파레트당박스", "팔레트당박스", "파렛트당박스", "boxesperpallet"};
constexpr Names volume[] = {"용량", "용량ml", "volume", "volumeml"};
constexpr Names neck[] = {"구경", "입구경", "neck", "necksize"};
constexpr Names weight[] = {"중량", "중량g", "무게", "weight", "weightg"};
constexpr Names material[] = {"재질", "소재", "원료", "material"};
constexpr Names color[] = {"색상", "컬러", "색", "color", "colour"};
constexpr Names moldNo[] = {"금형번호", "금형", "금형no", "moldno", "mold"};
constexpr Names moq[] = {"최소주문수량", "최소발주량", "최소주문량", "moq"};
constexpr Names leadDays[] = {"납기일수", "리드타임", "소요일수", "leadtime", "leaddays"};
constexpr Names safetyStock[] = {"안전재고", "적정재고", "safetystock", "reorderlevel"};
constexpr Names inactive[] = {"사용중지", "중지", "단종", "단종여부", "discontinued", "inactive"};

constexpr Names orderNumber[] = {"주문번호", "수주번호", "오더번호", "주문서번호", "전표번호", "주문no", "수주no",
    "orderid", "orderno", "ordernumber", "order"};
constexpr Names orderCustomerCode[] = {
    "거래처코드", "고객코드", "업체코드", "거래처번호", "customerid", "customercode", "customerno", "customernumber"};
constexpr Names orderCustomerName[] = {"거래처명", "상호", "상호명", "회사명", "업체명", "고객명", "고객사명", "거래처",
    "고객사", "업체", "주문처", "발주처", "companyname", "customername", "customer", "company"};
constexpr Names orderedOn[] = {"주문일", "주문일자", "주문날짜", "수주일", "수주일자", "발주일", "발주일자", "일자",
    "날짜", "orderdate", "ordereddate", "orderedon", "date"};
constexpr Names dueOn[] = {"납기", "납기일", "납기일자", "납품요청일", "납품예정일", "납품일", "납품기한", "요청일",
    "requireddate", "duedate", "dueon", "deliverydate"};
constexpr Names deliveredOn[] = {"출고일", "출고일자", "출하일", "출하일자", "납품완료일", "shippeddate", "shipdate",
    "delivereddate", "deliveredon"};
constexpr Names customerOrderNo[] = {"고객발주번호", "거래처주문번호", "거래처발주번호", "고객주문번호", "발주번호",
    "발주서번호", "customerpo", "customerorderno", "pono", "ponumber", "po"};
constexpr Names orderStaff[] = {"담당자", "영업담당", "영업담당자", "담당", "담당사원", "staff", "salesperson"};
constexpr Names quantity[] = {"수량", "주문수량", "발주수량", "수주수량", "quantity", "qty", "orderquantity"};
constexpr Names discount[] = {"할인율", "할인", "dc율", "discount", "discountrate"};

constexpr F customerFields[] = {
    {"code", Text, false, false, customerCode},
    {"name", Text, false, false, customerName},
    {"business_no", BusinessNumber, false, false, businessNo},
    {"sub_business_no", Text, false, false, subBusinessNo},
    {"representative", Text, false, false, representative},
    {"business_type", Text, false, false, businessType},
    {"business_item", Text, false, false, businessItem},
    {"postal_code", Text, false, false, postalCode},
    {"address", Text, true, false, address},
    {"phone", Phone, false, false, phone},
    {"fax", Phone, false, false, fax},
    {"email", Email, false, false, email},
    {"staff", Text, false, false, staff},
    {"contact_name", Text, false, false, contactName},
    {"contact_title", Text, false, false, contactTitle},
    {"contact_phone", Phone, false, false, contactPhone},
    {"credit_limit", Number, false, false, creditLimit},
    {"opening_balance", Number, false, false, openingBalance},
    {"inactive", Flag, false, false, inactive},
    {"note", Text, false, false, note},
};

constexpr F productFields[] = {
    {"code", Text, false, false, productCode},
    {"name", Text, false, false, productName},
    {"spec", Text, false, false, spec},
    {"unit", Text, false, false, unit},
    {"list_price", Number, false, false, unitPrice},
    {"tax_kind", TaxKind, false, false, taxKind},
    {"units_per_box", Number, false, false, unitsPerBox},
    {"boxes_per_pallet", Number, false, false, boxesPerPallet},
    {"volume_ml", Measure, false, false, volume},
    {"neck", Text, false, false, neck},
    {"weight_g", Measure, false, false, weight},
    {"material", Text, false, false, material},
    {"color", Text, false, false, color},
    {"mold_no", Text, false, false, moldNo},
    {"moq", Number, false, false, moq},
    {"lead_days", Number, false, false, leadDays},
    {"safety_stock", Number, false, false, safetyStock},
    {"inactive", Flag, false, false, inactive},
    {"note", Text, false, false, note},
};

constexpr F orderFields[] = {
    {"number", Text, false, false, orderNumber},
    {"customer_code", Text, false, false, orderCustomerCode},
    {"customer_name", Text, false, false, orderCustomerName},
    {"ordered_on", Date, false, false, orderedOn},
    {"due_on", Date, false, false, dueOn},
    {"delivered_on", Date, false, false, deliveredOn},
    {"customer_order_no", Text, false, false, customerOrderNo},
    {"staff", Text, false, false, orderStaff},
    {"memo", Text, false, false, memo},
    {"product_code", Text, false, true, productCode},
    {"product_name", Text, false, true, productName},
    {"spec", Text, false, true, spec},
    {"unit", Text, false, true, unit},
    {"quantity", Number, false, true, quantity},
    {"unit_price", Number, false, true, unitPrice},
    {"discount", Discount, false, true, discount},
    {"note", Text, false, true, note},
};

constexpr F orderLineFields[] = {
    {"order_number", Text, false, true, orderNumber},
    {"product_code", Text, false, true, productCode},
    {"product_name", Text, false, true, productName},
    {"spec", Text, false, true, spec},
    {"unit", Text, false, true, unit},
    {"quantity", Number, false, true, quantity},
    {"unit_price", Number, false, true, unitPrice},
    {"discount", Discount, false, true, discount},
    {"due_on", Date, false, true, dueOn},
    {"note", Text, false, true, note},
};

constexpr std::array kinds{TargetKind::Customer, TargetKind::Product, TargetKind::Order, TargetKind::OrderLine};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

} // namespace

std::span<const ImportField> fieldsOf(TargetKind kind)
{
    switch (kind) {
    case TargetKind::Customer:
        return customerFields;
    case TargetKind::Product:
        return productFields;
    case TargetKind::Order:
        return orderFields;
    case TargetKind::OrderLine:
        return orderLineFields;
    }
    return {};
}

const ImportField* findField(TargetKind kind, std::string_view name)
{
    for (const ImportField& field : fieldsOf(kind))
        if (field.name == name)
            return &field;
    return nullptr;
}

std::string_view nameOf(TargetKind kind)
{
    constexpr std::array<std::string_view, kinds.size()> names{"customer", "product", "order", "order_line"};
    return names[static_cast<std::size_t>(kind)];
}

std::optional<TargetKind> targetKindOf(std::string_view name)
{
    for (const TargetKind kind : kinds)
        if (nameOf(kind) == name)
            return kind;
    return std::nullopt;
}

std::string collapseBlanks(std::string_view text)
{
    constexpr std::array<std::string_view, 8> blanks{
        " ", "\t", "\r", "\n", "\xc2\xa0", "\xe3\x80\x80", "\xef\xbb\xbf", "\xe2\x80\x8b"};
    std::string result;
    bool pending = false;
    while (!text.empty()) {
        const auto blank
            = std::ranges::find_if(blanks, [text](std::string_view each) { return text.starts_with(each); });
        if (blank != blanks.end()) {
            pending = !result.empty();
            text.remove_prefix(blank->size());
            continue;
        }
        if (std::exchange(pending, false))
            result += ' ';
        result += text.front();
        text.remove_prefix(1);
    }
    return result;
}

std::string normaliseHeader(std::string_view header)
{
    std::string name;
    int brackets = 0;
    for (const char c : foldTyped(header)) {
        if (c == '(' || c == '[')
            ++brackets;
        else if (c == ')' || c == ']')
            brackets = std::max(brackets - 1, 0);
        else if (brackets == 0 && std::string_view(" \t\r\n_-./*:#").find(c) == std::string_view::npos)
            name += lower(c);
    }
    return name;
}

bool isKnownHeader(std::string_view header)
{
    const std::string name = normaliseHeader(header);
    return std::ranges::any_of(kinds, [&name](TargetKind kind) {
        return std::ranges::any_of(fieldsOf(kind), [&name](const ImportField& field) {
            return std::ranges::find(field.headers, name) != field.headers.end();
        });
    });
}

} // namespace dure::exchange
