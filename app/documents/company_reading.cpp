#include "app/documents/company_reading.h"

namespace dure::app {

FormParty partyOf(const CompanyProfile& company)
{
    return {company.businessNo, company.name, company.representative, company.address, company.businessType,
        company.businessItem, company.phone};
}

FormParty partyOf(const Customer& customer)
{
    return {customer.businessNo, customer.name, customer.representative, customer.address, customer.businessType,
        customer.businessItem, customer.phone};
}

std::string noteWords(std::initializer_list<std::string> parts)
{
    std::string words;
    for (const std::string& part : parts)
        if (!part.empty())
            words += (words.empty() ? "" : " · ") + part;
    return words;
}

CompanyPictures readPictures(Reader& reader, const CompanyProfile& company)
{
    CompanyPictures read;
    storage::AttachmentStore files = reader.attachments();
    const auto bytes = [&](AttachmentKind kind) -> std::optional<std::string> {
        const auto file = files.one(TableId::CompanyProfile, company.id, kind);
        const auto hash = file ? BlobHash::fromString(file->hash) : std::nullopt;
        return hash ? std::optional(storage::BlobStore(reader.db()).read(*hash).value_or(std::string())) : std::nullopt;
    };
    if (company.id.isNil())
        return read;
    if (const auto seal = bytes(AttachmentKind::Seal)) {
        read.pictures.seal = *seal;
        read.seal = seal->empty() ? SealState::OnItsWay : SealState::Here;
    }
    read.pictures.logo = bytes(AttachmentKind::Logo).value_or(std::string());
    return read;
}

} // namespace dure::app
