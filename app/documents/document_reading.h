#pragma once
#include "app/documents/company_reading.h"
#include "app/documents/document_request.h"
#include "app/printing/form_input.h"

namespace dure::app {

/// What was read for a request, from one moment.
struct DocumentsRead
{
    std::vector<FormInput> inputs; ///< in the order of the request; those that are gone are left out
    std::size_t gone = 0; ///< asked for, and not there any more
    std::size_t leftOut = 0; ///< beyond mostDocumentsAtOnce
    SealState seal = SealState::None;
    bool isSupplierComplete = false; ///< the company's name and business number are filled in
    Date from, to; ///< the period that was used; null without one
};

/// On the reader's thread.
DocumentsRead readDocuments(Reader& reader, const DocumentRequest& request, Date today);

/// 납품서 of a recorded delivery; nothing: it is not there.
std::optional<DeliveryNoteInput> readDeliveryNote(Reader& reader, const Uuid& delivery);
/// 견적서, likewise.
std::optional<QuotationDocumentInput> readQuotation(Reader& reader, const Uuid& quotation);

} // namespace dure::app
