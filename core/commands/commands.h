#pragma once
#include "core/commands/command_error.h"
#include "core/commands/import_drafts.h"
#include "core/domain/activity.h"
#include "core/domain/attachment.h"
#include "core/domain/claim.h"
#include "core/domain/document_number.h"
#include "core/domain/payment_papers.h"
#include "core/domain/quotation.h"
#include "core/storage/outbox.h"
#include "core/storage/space_database.h"

#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <span>

/// Everything a user can do to a company's data, and the only writer of rows and outbox. Each command checks its input,
/// computes amounts, and writes rows, outbox, search, summaries and undo in one transaction: all of it or nothing.
/// After an error the same object goes on working. One thread at a time, the one that owns the writing connection.
namespace dure::commands {

struct Author
{
    Uuid user;
    std::string name;
};

/// A command's success.
struct Done
{
    ChangeSet changes; ///< empty: the input was what is stored
    Uuid id; ///< of the document or master row
    std::string number; ///< of a document
    bool isKept = false; ///< of undo: the order it made is named by deliveries, and stays as a cancelled one
};
using Result = std::expected<Done, CommandError>;

/// Editors pass what they were opened with as `before`: only what the user changed against it is written, so that what
/// came from another PC in the meantime stays. Without it the input is compared with what is stored.
struct CustomerInput
{
    Customer customer;
    std::vector<Contact> contacts; ///< the whole list in order; rows left out are deleted
    std::vector<DeliverySite> sites;
};

struct OrderInput
{
    SalesOrder order; ///< id nil: a new one. number empty: the next one. Tax terms are taken as they stand
    std::vector<OrderLine> lines; ///< the whole list in order. supply and tax are computed (tax unless taxTyped)
};

struct QuotationInput
{
    Quotation quotation; ///< id nil: a new one. number empty: the next one
    /// The whole list in order. supply and tax are computed (tax unless taxTyped). What is wrong with a line is told of
    /// the order_line that it would become, which grids know.
    std::vector<QuotationLine> lines;
};

struct DeliveryLineInput
{
    Uuid orderLineId; ///< nil: not ordered
    Uuid productId; ///< for lines not ordered; may be nil with a productName
    std::string productName, spec, unit; ///< of an ordered line: taken from it when empty
    Quantity quantity;
    std::optional<UnitPrice> unitPrice; ///< empty: the order line's
    std::string lot, note;
    Date producedOn;
    std::optional<Won> tax; ///< as it stands fixed; empty: computed
};

struct DeliveryInput
{
    Uuid orderId; ///< nil: without an order
    Uuid customerId, siteId; ///< with an order: its own unless given
    Date deliveredOn;
    std::optional<TaxTerms> tax; ///< empty: the order's, or the customer's
    std::string vehicle, driver, receiver, memo;
    std::vector<DeliveryLineInput> lines; ///< those with quantity 0 are left out
    DeliveryKind kind = DeliveryKind::Sale;
    Uuid claimId; ///< which claim it answers
};

/// What is done about a claim, all of it one action.
struct ClaimSettlement
{
    Uuid claim;
    ClaimDecision decision = ClaimDecision::Refused; ///< Open: it is opened again, and nothing is recorded
    Date on;
    /// Goods that come back. With Replace they come back for nothing, with Return for the price they were sold at.
    Quantity returned;
    Quantity replaced; ///< Replace: goods that go out for nothing
    Won credit; ///< Credit: what the customer owes less, VAT included; positive
};

/// What of a payment is for one delivery.
struct PaymentShare
{
    Uuid delivery;
    Won amount; ///< 0: nothing
};

/// 실사: what was found of each product.
struct CountedProduct
{
    Uuid productId;
    Quantity counted;
    std::string memo;
};

struct StockCount
{
    Date countedOn;
    std::vector<CountedProduct> lines; ///< each product once
};

/// What is to become of one conflict.
struct ConflictDecision
{
    Uuid conflict;
    bool restores = false; ///< the other value is put back; else what stands stays
    Fields other; ///< of a restore: the loser's values. A merge group is put whole, so that its amounts stay right
    Fields
        seen; ///< of a restore: all the unit's columns as the row held them when it was shown; never overwrites newer
};

/// A file for a row. What kind it is, is told by its bytes.
struct FileInput
{
    TableId ownerTable = TableId::CompanyProfile;
    Uuid ownerId;
    AttachmentKind kind = AttachmentKind::Photo;
    std::string fileName; ///< to show
    std::string bytes;
};

/// What becomes of the company's seal or logo.
struct SealChange
{
    std::string bytes; ///< an image; empty: it is taken away
    std::string fileName;
};

struct UndoDescription
{
    std::string intent; ///< the command's name: "save_order"
    std::string subject; ///< a document's number or a row's name
    std::int64_t at = 0;
    std::int64_t rows = 0;
    std::int64_t id = 0; ///< with `at` it names the action
    bool isCreation = false; ///< of an order, a customer or a product: undoing takes it away

    bool operator==(const UndoDescription&) const = default;
};

class Commands
{
public:
    /// All are borrowed and must outlive this.
    Commands(storage::SpaceDatabase& space, const Clock& clock, RandomSource& random, storage::MutationEncoder encoder,
        Author author);
    ~Commands();
    Commands(const Commands&) = delete;
    Commands& operator=(const Commands&) = delete;
    void setAuthor(Author author);
    /// For what a batch's work reads in its middle; only the commands write.
    storage::SpaceDatabase& space();

    // Masters. id nil creates.
    /// `seal`, `logo` null: it stays as it is. A problem of theirs is told of the attachment; the logo's has
    /// the line 1.
    Result saveCompanyProfile(const CompanyProfile& profile, const CompanyProfile* before = nullptr,
        const SealChange* seal = nullptr, const SealChange* logo = nullptr);
    Result saveCustomer(const CustomerInput& input, const CustomerInput* before = nullptr);
    Result deleteCustomer(const Uuid& id);
    Result saveProduct(const Product& product, const Product* before = nullptr);
    Result deleteProduct(const Uuid& id);
    /// One price a (customer, product, day, least quantity): the same again changes it.
    Result setCustomerPrice(const CustomerPrice& price);
    Result deleteCustomerPrice(const Uuid& id);

    // Files of rows. A seal and a logo are images, one a row: another takes its place. Its bytes lie in the company's
    // file when this returns, and go to the cloud after the row.
    Result attachFile(const FileInput& file);
    Result removeFile(const Uuid& attachment);

    // Orders.
    Result saveOrder(const OrderInput& input, const OrderInput* before = nullptr);
    Result setOrderState(const Uuid& id, OrderState state);
    Result deleteOrder(const Uuid& id);
    /// Which vehicle takes what remains of an order, and when (minutes of the day): writes those fields alone. Empty
    /// takes the plan back. `before`: the order as it was shown; what is as it was then stays what somebody else made
    /// of it meanwhile.
    Result planDelivery(const Uuid& order, const std::string& vehicle, const std::string& driver,
        std::optional<std::int64_t> dueTime, const SalesOrder* before = nullptr);

    // Quotations. An order says by SalesOrder::quotationId which one it was made of: saving it as a new one marks that
    // quotation as ordered, in the same action.
    Result saveQuotation(const QuotationInput& input, const QuotationInput* before = nullptr);
    Result setQuotationState(const Uuid& id, QuotationState state);
    Result deleteQuotation(const Uuid& id); ///< HasDocuments: an order was made of it

    // Claims.
    Result saveClaim(const Claim& claim, const Claim* before = nullptr); ///< decision and closedOn stay
    Result deleteClaim(const Uuid& id); ///< HasDocuments: something was recorded for it
    /// Records what goes back, out or off as deliveries that name the claim, and closes it.
    Result settleClaim(const ClaimSettlement& settlement);

    // What happens with customers.
    Result saveActivity(const Activity& activity, const Activity* before = nullptr);
    Result deleteActivity(const Uuid& id);

    /// 휴지통: a deleted customer, product, order, quotation, claim or activity lives again, with what went with it and
    /// with what it names; nothing if it lives already. Also when the cloud knows of the delete.
    Result restoreDeleted(TableId table, const Uuid& id);

    // Facts: never changed, taken back by a reversal.
    Result recordDelivery(const DeliveryInput& input);
    Result reverseDelivery(const Uuid& id, Date on);
    /// `shares`: deliveries of its customer that it is for; what they leave of it goes to the oldest debt.
    Result recordPayment(const Payment& payment, std::span<const PaymentShare> shares = {});
    Result reversePayment(const Uuid& id, Date on);
    /// 부도: a reversal of that kind, dated `on`; the debt is there again from that day.
    Result dishonourNote(const Uuid& payment, Date on, const std::string& memo);
    /// What was done with an 어음 that stands.
    Result recordNoteEvent(const NoteEvent& event);
    Result recordStockMovement(const StockMovement& movement);
    /// One action. Problems name the movement by `line`.
    Result recordStockMovements(std::span<const StockMovement> movements);
    /// Makes what the books hold at the end of that day what was counted, by an adjustment of each product that
    /// differs. The difference is taken here and not from what a screen showed: what moved on that day counts as having
    /// moved before the counting, also if it was entered after the sheet was printed; what is dated later stays on top.
    /// Nothing differs: Done without changes. Two PCs that count one product without each other both adjust it.
    Result recordStockCount(const StockCount& count);
    /// Refused for what belongs to a delivery: take that back.
    Result reverseStockMovement(const Uuid& id, Date on);

    // 확인 필요. What is decided is synced; undo opens the matter again and gives the values back. `subject` is what
    // the action is called. A row that is gone: NotFound; decided by somebody else meanwhile: AlreadyDecided.
    /// What stands stays: for conflicts and contradictions, by their ids.
    Result keepAsItIs(const std::vector<Uuid>& matters, const std::string& subject);
    /// One action, whatever of it is kept and restored. NotAsSeen: nothing was written, show it anew.
    Result decideConflicts(const std::vector<ConflictDecision>& decisions, const std::string& subject);
    /// For what a concurrent change kept or brought back: deletes it as its own command would, or refuses as that does.
    Result deleteAfterAll(const std::vector<Uuid>& conflicts, const std::string& subject);
    /// A rejected entry of the outbox was read, or is to be read again. This PC's alone; no undo.
    std::expected<void, CommandError> attendTo(std::int64_t entry, bool attended = true);

    /// Takes the last action back: changes by their old values, creates by deletes, facts by reversals dated `today`,
    /// an import as a whole. What others did since is never overwritten: then it is refused. `only`: this action;
    /// NotTheLast if something newer was done, or it was taken back already.
    Result undo(Date today, const UndoDescription* only = nullptr);
    std::optional<UndoDescription> undoDescription();

    /// Whatever commands `work` calls become one action: one transaction, mutations that share a batch id, one undo.
    /// If `work` returns an error nothing is written.
    std::expected<ChangeSet, CommandError> batch(const std::string& intent,
        const std::function<std::expected<void, CommandError>()>& work, bool undoable = true);

    // Imports: what is bad is reported and left out, the rest is written as one batch. The same again writes nothing.
    // Stopped by `watch`: Refusal::Stopped, and the batch around it is given up as well.
    std::expected<ImportReport, CommandError> importCustomers(
        std::span<const CustomerDraft> drafts, const ImportWatch& watch = {});
    std::expected<ImportReport, CommandError> importProducts(
        std::span<const ProductDraft> drafts, const ImportWatch& watch = {});
    std::expected<ImportReport, CommandError> importOrders(
        std::span<const OrderDraft> drafts, const ImportWatch& watch = {});

    /// The number the next document of that day will carry, to show in an editor; nothing is reserved.
    std::string nextNumber(DocumentKind kind, Date day);

    // What stands in an editor that is not saved yet; `name` says which editor. Local, never synced.
    std::expected<void, CommandError> saveDraft(const std::string& name, const std::string& body);
    std::optional<std::string> loadDraft(const std::string& name);
    std::expected<void, CommandError> dropDraft(const std::string& name);
    /// Takes the draft away in the transaction of the command that `save` runs; if that fails the draft stays.
    Result endDraft(const std::string& name, const std::function<Result()>& save);
    std::vector<std::string> draftNames();

private:
    Result deleteKept(const Table& table, const Uuid& id);

    struct State;
    std::unique_ptr<State> m;
};

} // namespace dure::commands
