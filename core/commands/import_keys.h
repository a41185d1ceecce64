#pragma once
#include "core/domain/entities.h"
#include "core/sqlite/database.h"

#include <optional>
#include <unordered_map>

namespace dure::commands {

/// The row that a draft is found again by: its code, or without one its name (a product's with its spec).
std::optional<Uuid> storedCustomer(sqlite::Database& db, const Customer& draft);
std::optional<Uuid> storedProduct(sqlite::Database& db, const Product& draft);

/// What the keys in a file of orders stand for; each is looked up once.
class ImportKeys
{
public:
    explicit ImportKeys(sqlite::Database& db);

    std::optional<Uuid> order(const std::string& number) const;
    std::optional<Uuid> customer(const std::string& key); ///< code, else name
    const Product* product(const std::string& key); ///< code, else name; null if there is none

private:
    sqlite::Database& m_db;
    std::unordered_map<std::string, Uuid> m_orders;
    std::unordered_map<std::string, std::optional<Uuid>> m_customers;
    std::unordered_map<std::string, std::optional<Product>> m_products;
};

} // namespace dure::commands
