#include "core/commands/import_keys.h"

#include "core/storage/entity_reader.h"

namespace dure::commands {

namespace {

/// The oldest live row that the statement finds for its text parameters.
template <class... Text> std::optional<Uuid> oldest(sqlite::Database& db, std::string_view sql, const Text&... texts)
{
    auto rows = db.prepare(sql);
    rows->bindAll(texts...);
    return rows->step() ? std::optional(storage::uuidAt(*rows, 0)) : std::nullopt;
}

constexpr const char* customerByCode = "SELECT id FROM customer WHERE code = ? AND deleted = 0 ORDER BY id LIMIT 1";
constexpr const char* customerByName = "SELECT id FROM customer WHERE name = ? AND deleted = 0 ORDER BY id LIMIT 1";
constexpr const char* productByCode = "SELECT id FROM product WHERE code = ? AND deleted = 0 ORDER BY id LIMIT 1";
// a new code may be given to a customer that had none, but never takes another's place
constexpr const char* customerByBusinessNo
    = "SELECT id FROM customer WHERE business_no = ?1 AND (?2 = '' OR ifnull(sub_business_no, '') IN ('', ?2))"
      " AND (?3 = '' OR ifnull(code, '') = '') AND deleted = 0 ORDER BY name <> ?4, id LIMIT 1";
constexpr const char* customerByNameAndBusinessNo
    = "SELECT id FROM customer WHERE name = ?1 AND (?2 = '' OR ifnull(business_no, '') IN ('', ?2))"
      " AND deleted = 0 ORDER BY id LIMIT 1";
constexpr const char* productByName
    = "SELECT id FROM product WHERE name = ? AND deleted = 0 ORDER BY ifnull(spec, '') <> '', id LIMIT 1";
constexpr const char* productByNameAndSpec
    = "SELECT id FROM product WHERE name = ? AND ifnull(spec, '') = ? AND deleted = 0 ORDER BY id LIMIT 1";
constexpr const char* productThatFits
    = "SELECT id FROM product WHERE name = ? AND ifnull(spec, '') IN ('', ?) AND deleted = 0"
      " ORDER BY ifnull(spec, '') = '', id LIMIT 1";

} // namespace

std::optional<Uuid> storedCustomer(sqlite::Database& db, const Customer& draft)
{
    if (!draft.code.empty())
        if (const auto found = oldest(db, customerByCode, draft.code))
            return found;
    if (!draft.businessNo.empty())
        if (const auto found
            = oldest(db, customerByBusinessNo, draft.businessNo, draft.subBusinessNo, draft.code, draft.name))
            return found;
    return draft.code.empty() ? oldest(db, customerByNameAndBusinessNo, draft.name, draft.businessNo) : std::nullopt;
}

std::optional<Uuid> storedProduct(sqlite::Database& db, const Product& draft)
{
    return draft.code.empty() ? oldest(db, productByNameAndSpec, draft.name, draft.spec)
                              : oldest(db, productByCode, draft.code);
}

ImportKeys::ImportKeys(sqlite::Database& db)
    : m_db(db)
{
    auto rows = m_db.prepareOnce("SELECT number, id FROM sales_order WHERE deleted = 0 ORDER BY id DESC");
    while (rows.step())
        m_orders[std::string(rows.text(0))] = storage::uuidAt(rows, 1);
}

std::optional<Uuid> ImportKeys::order(const std::string& number) const
{
    const auto found = m_orders.find(number);
    return found == m_orders.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Uuid> ImportKeys::customer(const std::string& key)
{
    const auto [found, isNew] = m_customers.try_emplace(key);
    if (isNew && !key.empty()) {
        found->second = oldest(m_db, customerByCode, key);
        if (!found->second)
            found->second = oldest(m_db, customerByName, key);
    }
    return found->second;
}

const Product* ImportKeys::product(const std::string& key, const std::string& spec)
{
    const auto [found, isNew] = m_products.try_emplace(key + '\n' + spec);
    if (isNew) {
        auto id = oldest(m_db, productByCode, key);
        if (!id)
            id = spec.empty() ? oldest(m_db, productByName, key) : oldest(m_db, productThatFits, key, spec);
        if (id)
            found->second = storage::findEntity<Product>(m_db, *id);
    }
    return found->second ? &*found->second : nullptr;
}

const Product* ImportKeys::product(const Uuid& id)
{
    const auto [found, isNew] = m_productsById.try_emplace(id);
    if (isNew)
        found->second = storage::findEntity<Product>(m_db, id);
    return found->second ? &*found->second : nullptr;
}

} // namespace dure::commands
