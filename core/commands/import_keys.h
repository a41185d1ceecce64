#pragma once
#include "core/domain/entities.h"
#include "core/sqlite/database.h"

#include <optional>
#include <unordered_map>

namespace dure::commands {

/// The row that a draft is found again by: its code; without one a customer's business number or name, a product's
/// name and spec. A customer of the same name with another business number is another customer.
std::optional<Uuid> storedCustomer(sqlite::Database& db, const Customer& draft);
std::optional<Uuid> storedProduct(sqlite::Database& db, const Product& draft);

/// What the keys in a file of orders stand for; each is looked up once.
class ImportKeys
{
public:
    explicit ImportKeys(sqlite::Database& db);

    std::optional<Uuid> order(const std::string& number) const;
    std::optional<Uuid> customer(const std::string& key); ///< code, else name
    /// By code, else by name and spec (a product without a spec fits any); without a spec by name. Null: none.
    const Product* product(const std::string& key, const std::string& spec);
    const Product* product(const Uuid& id); ///< null: it is not there, or no longer

private:
    sqlite::Database& m_db;
    std::unordered_map<std::string, Uuid> m_orders;
    std::unordered_map<std::string, std::optional<Uuid>> m_customers;
    std::unordered_map<std::string, std::optional<Product>> m_products;
    std::unordered_map<Uuid, std::optional<Product>> m_productsById;
};

} // namespace dure::commands
