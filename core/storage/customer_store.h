#pragma once
#include "core/domain/entities.h"
#include "core/sqlite/database.h"

#include <optional>

/// What the customer screens read. Any connection will do; nothing here writes.
namespace dure::storage {

enum class CustomerChip : std::uint8_t {
    Active, ///< 거래 중
    Owing, ///< 미수 있음
    OverLimit, ///< 한도 넘음
    All, ///< also inactive ones
};

struct CustomerFilter
{
    CustomerChip chip = CustomerChip::Active;
    std::string text;
};

enum class CustomerSort : std::uint8_t { Name, Code, Staff, Balance, OpenOrders, LastOrder };

struct CustomerWindow
{
    CustomerSort sort = CustomerSort::Name; ///< 가나다, "(주)" ignored
    bool descending = false;
    std::int64_t offset = 0;
    std::int64_t limit = 100;
};

struct CustomerListRow
{
    Uuid id;
    std::string code, name, businessNo, representative, phone, staff;
    Won balance; ///< what is owed, VAT included; negative: paid in advance
    Won creditLimit;
    std::int64_t openOrders = 0;
    Date lastOrderedOn;
    bool inactive = false;
};

struct CustomerTotals
{
    std::int64_t count = 0;
    Won balance;
};

struct CustomerChipCounts
{
    std::int64_t active = 0, owing = 0, overLimit = 0, all = 0;
};

struct CustomerDetail
{
    Customer customer;
    std::vector<Contact> contacts; ///< by position
    std::vector<DeliverySite> sites;
    Won balance;
    std::int64_t openOrders = 0;
    Date lastOrderedOn, lastDeliveredOn, lastPaidOn;
    std::int64_t files = 0; ///< certificates, contracts …
};

/// Agreed prices of a customer with the product's text.
struct CustomerPriceRow
{
    CustomerPrice price;
    std::string productCode, productName, productSpec;
};

class CustomerStore
{
public:
    explicit CustomerStore(sqlite::Database& db)
        : m_db(db)
    { }

    std::vector<CustomerListRow> list(const CustomerFilter& filter, const CustomerWindow& window);
    CustomerTotals totals(const CustomerFilter& filter);
    CustomerChipCounts chipCounts();
    std::optional<CustomerListRow> row(const Uuid& id);

    std::optional<CustomerDetail> detail(const Uuid& id);
    std::optional<Customer> find(const Uuid& id);
    std::vector<DeliverySite> sites(const Uuid& customer);
    std::vector<CustomerPriceRow> prices(const Uuid& customer);
    /// Others with the same code or business number (digits compared), for a warning: nothing is refused for it.
    std::vector<Uuid> withCode(std::string_view code, const Uuid& except = {});
    std::vector<Uuid> withBusinessNo(std::string_view businessNo, const Uuid& except = {});
    std::optional<CompanyProfile> companyProfile();

private:
    sqlite::Database& m_db;
};

} // namespace dure::storage
