#pragma once
#include "core/intake/name_choice.h"
#include "core/intake/source_table.h"
#include "core/sqlite/database.h"

#include <span>

namespace dure::intake {

/// A stored row that a file's name may mean.
struct Suggestion
{
    Uuid row;
    std::string code, name, spec;
    int permille = 0; ///< how alike; 1000: the same but for blanks, signs, case and legal form ("(주)")
};

/// A customer or product that orders name and no row is.
struct UnknownName
{
    std::string key; ///< in NameChoices
    std::string code, name, spec; ///< as the file has them
    std::int64_t rows = 0; ///< of the file
    std::int64_t firstLine = 0;
    bool wasDeleted = false; ///< a deleted row has this code or name
    std::vector<Suggestion> suggestions; ///< the likest first, at most five
};

struct UnknownNames
{
    std::vector<UnknownName> customers, products; ///< those of most rows first

    bool empty() const { return customers.empty() && products.empty(); }
};

/// Names of orders and lines that neither the company's data nor the import's own customers and products know.
UnknownNames findUnknownNames(sqlite::Database& db, std::span<const SourceTable> tables);

/// What is offered first: the one row that is surely meant; else a product's name alone stays as typed, and what has a
/// code, or is a customer, waits for the user's word (LeaveOut).
NameChoice firstChoice(const UnknownName& name, bool isProduct);

/// How alike two names are, in permille.
int likeness(std::string_view one, std::string_view other);

} // namespace dure::intake
