#pragma once
#include "core/domain/schema.h"
#include "core/domain/uuid.h"
#include "core/sqlite/database.h"

#include <optional>
#include <string>
#include <vector>

/// Facts that contradict each other (DESIGN §3.11): computed from what is derived already, never stored, gone by
/// themselves once put right. Any connection will do.
namespace dure::storage {

/// The words of a matter's id; never renumber or rename.
enum class ContradictionKind : std::uint8_t {
    None,
    OverDelivered, ///< beyond the customer's tolerance
    DeliveredThoughCancelled,
    NegativeStock, ///< of a product whose stock somebody keeps: not all of its movements are deliveries
    OverCreditLimit,
    SameCustomerCode,
    SameBusinessNo,
    SameProductCode,
    SameOrderNumber,
    SameDeliveryNumber,
    ClaimAnsweredTwice, ///< two PCs settled it, or it was opened again: goods or money went the same way more than once
};

struct Contradiction
{
    /// Derived from what contradicts and by how much: the same on every PC, another one once the figures change.
    Uuid id;
    ContradictionKind kind = ContradictionKind::None;
    TableId table = TableId::SalesOrder; ///< of `root`
    Uuid root;
    /// What is too much: quantity over the order (ten thousandths), what went out of a cancelled order, stock, balance,
    /// the won of a claim's answers.
    std::int64_t amount = 0;
    /// What may be: quantity over the order that is tolerated, the credit limit.
    std::int64_t limit = 0;
    std::string text; ///< the code or number that several have
    std::vector<Uuid> rows; ///< which have it, `root` is the smallest; of a claim, the deliveries that answer it
    std::int64_t at = 0; ///< ms, when the last fact of it was recorded; 0 if nothing tells
};

/// One line of an order that contradicts.
struct ContradictoryLine
{
    std::string product;
    std::int64_t ordered = 0, delivered = 0, allowed = 0; ///< ten thousandths; `allowed`: ordered and the tolerance
    bool contradicts = false;
};

class ContradictionStore
{
public:
    explicit ContradictionStore(sqlite::Database& db)
        : m_db(db)
    { }

    enum class Scope {
        All,
        Quick, ///< without documents that share a number, for which every document is looked at
    };
    /// In no order; `at` is not filled in.
    std::vector<Contradiction> all(Scope scope = Scope::All);
    std::optional<Contradiction> find(const Uuid& id);
    /// Reads when its last fact was recorded.
    void fillTime(Contradiction& contradiction);
    /// Of an order, in its order.
    std::vector<ContradictoryLine> lines(const Uuid& order);

private:
    void addOrders(std::vector<Contradiction>& found);
    void addStock(std::vector<Contradiction>& found);
    void addLimits(std::vector<Contradiction>& found);
    void addClaims(std::vector<Contradiction>& found);
    void addShared(std::vector<Contradiction>& found, Scope scope);
    sqlite::Database& m_db;
};

} // namespace dure::storage
