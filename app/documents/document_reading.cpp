#include "app/documents/document_reading.h"

#include "app/deliveries/delivery_opening.h"
#include "app/deliveries/delivery_statement.h"
#include "app/documents/account_reading.h"
#include "core/domain/quotation.h"
#include "core/storage/entity_reader.h"

#include <tuple>

namespace dure::app {
namespace {

std::vector<Uuid> deliveriesOf(Reader& reader, Date day)
{
    storage::DeliveryFilter filter;
    filter.chip = storage::DeliveryChip::All;
    filter.today = filter.from = filter.to = day;
    const storage::DeliveryWindow window{
        storage::DeliverySort::Number, false, 0, static_cast<std::int64_t>(mostDocumentsAtOnce) + 1};
    std::vector<Uuid> ids;
    for (const storage::DeliveryListRow& row : reader.deliveries().list(filter, window))
        if (!row.isReversal && !row.isReversed) // nobody keeps the paper of what was taken back
            ids.push_back(row.id);
    return ids;
}

std::optional<FormInput> readOne(Reader& reader, const DocumentRequest& request, const Uuid& id, Date today)
{
    const auto asForm = [](auto&& input) { return input ? std::optional<FormInput>(std::move(*input)) : std::nullopt; };
    switch (request.kind) {
    case FormKind::Statement:
        return asForm(readStatement(reader, id));
    case FormKind::DeliveryNote:
        return asForm(readDeliveryNote(reader, id));
    case FormKind::Receipt:
        return asForm(readReceipt(reader, id));
    case FormKind::CustomerStatement:
        return asForm(readCustomerStatement(reader, id, request.from, request.to, today));
    case FormKind::CustomerLedger:
        return asForm(readLedgerDocument(reader, id, request.from, request.to, today));
    case FormKind::Quotation:
        return asForm(readQuotation(reader, id));
    }
    return std::nullopt;
}

void notePeriod(DocumentsRead& read)
{
    if (read.inputs.empty())
        return;
    if (const auto* claim = std::get_if<CustomerStatementInput>(&read.inputs.front()))
        std::tie(read.from, read.to) = std::pair(claim->from, claim->to);
    if (const auto* ledger = std::get_if<LedgerDocumentInput>(&read.inputs.front()))
        std::tie(read.from, read.to) = std::pair(ledger->from, ledger->to);
}

} // namespace

std::optional<DeliveryNoteInput> readDeliveryNote(Reader& reader, const Uuid& delivery)
{
    const auto detail = reader.deliveries().detail(delivery);
    if (!detail)
        return std::nullopt;
    const CompanyProfile company = reader.customers().companyProfile().value_or(CompanyProfile{});
    DeliveryNoteInput input;
    input.number = detail->delivery.number;
    input.date = detail->delivery.deliveredOn;
    input.supplier = partyOf(company);
    input.buyer = partyOf(detail->customer);
    input.taxKind = detail->delivery.tax.kind;
    input.priceKind = detail->delivery.tax.priceKind;
    for (const DeliveryLine& line : detail->lines)
        input.lines.push_back({line.productName, line.spec, line.unit, line.lot, line.note, line.quantity,
            line.unitPrice, {line.supply, line.tax}});
    input.site = detail->customer.address; // where it goes unless somebody says otherwise
    if (detail->site)
        input.site = detail->site->name + (detail->site->address.empty() ? "" : " · " + detail->site->address);
    input.vehicle = vehicleText(detail->delivery.vehicle, detail->delivery.driver).toStdString();
    input.note = deliveryWords(detail->orderNumber, detail->part, detail->delivery.memo);
    input.receiver = detail->delivery.receiver;
    input.pictures = readPictures(reader, company).pictures;
    return input;
}

std::optional<QuotationDocumentInput> readQuotation(Reader& reader, const Uuid& quotation)
{
    const auto found = storage::findEntity<Quotation>(reader.db(), quotation);
    if (!found)
        return std::nullopt;
    const CompanyProfile company = reader.customers().companyProfile().value_or(CompanyProfile{});
    QuotationDocumentInput input;
    input.number = found->number;
    input.date = found->quotedOn;
    input.validUntil = found->validUntil;
    input.supplier = partyOf(company);
    input.buyer = partyOf(reader.customers().find(found->customerId).value_or(Customer{}));
    input.taxKind = found->tax.kind;
    input.priceKind = found->tax.priceKind;
    input.subject = found->subject;
    input.deliveryTerms = found->deliveryTerms;
    input.paymentTerms = found->paymentTerms;
    input.staff = found->staff;
    for (const QuotationLine& line :
        storage::entitiesWhere<QuotationLine>(reader.db(), "quotation_id", quotation, "position, id"))
        input.lines.push_back({line.productName, line.spec, line.unit, line.note, line.quantity, line.unitPrice,
            {line.supply, line.tax}});
    input.note = noteWords({found->memo, company.quotationNote});
    input.pictures = readPictures(reader, company).pictures;
    return input;
}

DocumentsRead readDocuments(Reader& reader, const DocumentRequest& request, Date today)
{
    DocumentsRead read;
    const CompanyProfile company = reader.customers().companyProfile().value_or(CompanyProfile{});
    read.seal = readPictures(reader, company).seal;
    read.isSupplierComplete = !company.name.empty() && !company.businessNo.empty();
    std::vector<Uuid> ids = request.day.isNull() ? request.ids : deliveriesOf(reader, request.day);
    if (ids.size() > mostDocumentsAtOnce) {
        read.leftOut = ids.size() - mostDocumentsAtOnce;
        ids.resize(mostDocumentsAtOnce);
    }
    for (const Uuid& id : ids) {
        if (auto input = readOne(reader, request, id, today))
            read.inputs.push_back(std::move(*input));
        else
            ++read.gone;
    }
    notePeriod(read);
    return read;
}

} // namespace dure::app
