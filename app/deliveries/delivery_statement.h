#pragma once
#include "app/data/reader.h"
#include "core/documents/transaction_statement.h"

namespace dure::app {

/// What the 거래명세서 of a recorded delivery says; nothing: the delivery is not there. On the reader's thread.
std::optional<StatementInput> readStatement(Reader& reader, const Uuid& delivery);

/// "주문 O261111-A02 · 3차 납품" and the memo, in the form's own words.
std::string deliveryWords(const std::string& orderNumber, std::int64_t part, const std::string& memo);
/// Order, part, bank account, memo and site, as the form's 비고 has them; the bank account only once.
std::string statementNote(const std::string& orderNumber, std::int64_t part, const std::string& site,
    const std::string& memo, const CompanyProfile& company);

} // namespace dure::app
