#include "core/commands/command_state.h"
#include "core/domain/business_number.h"
#include "core/domain/phone_number.h"

namespace dure::commands {

using storage::entitiesWhere;

namespace {

/// Numbers are kept in one form however they were typed, so that they are found and compared.
Customer tidied(Customer customer)
{
    customer.businessNo = normaliseBusinessNumber(customer.businessNo);
    customer.phone = formatPhoneNumber(customer.phone);
    customer.fax = formatPhoneNumber(customer.fax);
    return customer;
}

template <class E> void prepareList(std::vector<E>& list, const Uuid& customer, Action& action)
{
    std::int64_t position = 0;
    for (E& each : list) {
        if (each.id.isNil())
            each.id = action.newId();
        each.customerId = customer;
        each.position = position++;
    }
}

template <class E>
void checkList(storage::RowStore& rows, const std::vector<E>& list, std::vector<FieldProblem>& problems)
{
    if (list.size() > maxLines / 4)
        problems.push_back({E::table, -1, -1, Problem::TooManyLines});
    for (std::size_t i = 0; i < list.size(); ++i)
        checkEntity(rows, list[i], static_cast<int>(i), problems);
}

/// One id on all PCs: two that agree the same price without each other must not end with two of them. A price that was
/// deleted stays deleted; the same one agreed again is another row.
Uuid priceId(Context& context, Action& action, const CustomerPrice& price)
{
    const Uuid id = derivedUuid(price.customerId,
        "price " + price.productId.toString() + ' ' + std::to_string(price.validFrom.yyyymmdd) + ' '
            + std::to_string(price.minQuantity.tenThousandths));
    return context.rows.find(tableOf(TableId::CustomerPrice), id) ? action.newId() : id;
}

} // namespace

Result Commands::saveCompanyProfile(
    const CompanyProfile& profile, const CompanyProfile* before, const SealChange* seal, const SealChange* logo)
{
    return m->run("save_company_profile", [&](Action& action) -> Result {
        CompanyProfile now = profile;
        auto rows = m->context.db().prepare("SELECT id FROM company_profile WHERE deleted = 0 ORDER BY id LIMIT 1");
        // one id for all PCs: two that start without each other must not end with two profiles
        now.id = rows->step() ? storage::uuidAt(*rows, 0) : derivedUuid({}, "company_profile");
        now.businessNo = normaliseBusinessNumber(now.businessNo);
        now.phone = formatPhoneNumber(now.phone);
        now.fax = formatPhoneNumber(now.fax);
        std::vector<FieldProblem> problems;
        checkEntity(m->context.rows, now, -1, problems);
        std::vector<PlannedChange> plan;
        if (problems.empty() && !planEntity(m->context, now, before, plan))
            return std::unexpected(CommandError::notFound());
        const auto planPicture = [&](const SealChange* picture, AttachmentKind kind, int line) {
            std::vector<FieldProblem> found;
            if (problems.empty() && picture && picture->bytes.empty())
                m->planRemoval(TableId::CompanyProfile, now.id, kind, plan);
            else if (problems.empty() && picture)
                m->planFile(
                    action, {TableId::CompanyProfile, now.id, kind, picture->fileName, picture->bytes}, plan, found);
            for (FieldProblem& problem : found) {
                problem.line = line;
                problems.push_back(std::move(problem));
            }
        };
        planPicture(seal, AttachmentKind::Seal, -1);
        planPicture(logo, AttachmentKind::Logo, 1);
        if (!problems.empty())
            return std::unexpected(CommandError::invalid(std::move(problems)));
        action.apply(std::move(plan));
        action.setSubject(now.name);
        return Done{{}, now.id, {}};
    });
}

Result Commands::saveCustomer(const CustomerInput& input, const CustomerInput* before)
{
    return m->run("save_customer", [&](Action& action) -> Result {
        CustomerInput now = input;
        now.customer = tidied(now.customer);
        if (now.customer.id.isNil())
            now.customer.id = action.newId();
        prepareList(now.contacts, now.customer.id, action);
        prepareList(now.sites, now.customer.id, action);
        std::vector<FieldProblem> problems;
        checkEntity(m->context.rows, now.customer, -1, problems);
        checkList(m->context.rows, now.contacts, problems);
        checkList(m->context.rows, now.sites, problems);
        if (!problems.empty())
            return std::unexpected(CommandError::invalid(std::move(problems)));

        std::vector<PlannedChange> plan;
        sqlite::Database& db = m->context.db();
        const auto contacts = entitiesWhere<Contact>(db, "customer_id", now.customer.id, "position, id");
        const auto sites = entitiesWhere<DeliverySite>(db, "customer_id", now.customer.id, "position, id");
        const bool found = planEntity(m->context, now.customer, before ? &before->customer : nullptr, plan)
            && planList(m->context, now.contacts, before ? &before->contacts : nullptr, contacts, plan)
            && planList(m->context, now.sites, before ? &before->sites : nullptr, sites, plan);
        if (!found)
            return std::unexpected(CommandError::notFound());
        for (const PlannedChange& change : plan)
            if (change.op == Op::Delete && change.table == TableId::DeliverySite
                && m->isNamed(TableId::DeliverySite, change.row.id))
                return std::unexpected(CommandError::refused(Refusal::SiteHasDocuments));
        action.apply(std::move(plan));
        action.setSubject(now.customer.name);
        return Done{{}, now.customer.id, {}};
    });
}

/// Agreed prices go before what they name: in whichever mutations they are sent, nobody names it any more when its own
/// delete is merged.
void Commands::State::erasePrices(Action& action, const char* column, const Uuid& named)
{
    for (const CustomerPrice& each : entitiesWhere<CustomerPrice>(context.db(), column, named, "id")) {
        action.erase(tableOf(TableId::CustomerPrice), each.id, each.seq);
        action.endAggregate();
    }
}

Result Commands::deleteCustomer(const Uuid& id)
{
    return m->run("delete_customer", [&](Action& action) -> Result {
        const auto customer = m->find<Customer>(id);
        if (!customer)
            return std::unexpected(CommandError::notFound());
        if (m->isNamed(TableId::Customer, id, TableId::CustomerPrice))
            return std::unexpected(CommandError::refused(Refusal::HasDocuments));
        sqlite::Database& db = m->context.db();
        m->erasePrices(action, "customer_id", id);
        // the delete names each row of the aggregate with what its user saw of it
        for (const Contact& each : entitiesWhere<Contact>(db, "customer_id", id, "id"))
            action.erase(tableOf(TableId::Contact), each.id, each.seq);
        for (const DeliverySite& each : entitiesWhere<DeliverySite>(db, "customer_id", id, "id"))
            action.erase(tableOf(TableId::DeliverySite), each.id, each.seq);
        action.erase(tableOf(TableId::Customer), id, customer->seq);
        action.setSubject(customer->name);
        return Done{{}, id, {}};
    });
}

Result Commands::saveProduct(const Product& product, const Product* before)
{
    return m->run("save_product", [&](Action& action) -> Result {
        Product now = product;
        if (now.id.isNil())
            now.id = action.newId();
        std::vector<FieldProblem> problems;
        checkEntity(m->context.rows, now, -1, problems);
        if (!problems.empty())
            return std::unexpected(CommandError::invalid(std::move(problems)));
        std::vector<PlannedChange> plan;
        if (!planEntity(m->context, now, before, plan))
            return std::unexpected(CommandError::notFound());
        action.apply(std::move(plan));
        action.setSubject(now.name);
        return Done{{}, now.id, {}};
    });
}

Result Commands::deleteProduct(const Uuid& id)
{
    return m->run("delete_product", [&](Action& action) -> Result {
        const auto product = m->find<Product>(id);
        if (!product)
            return std::unexpected(CommandError::notFound());
        if (m->isNamed(TableId::Product, id, TableId::CustomerPrice))
            return std::unexpected(CommandError::refused(Refusal::HasDocuments));
        m->erasePrices(action, "product_id", id);
        action.erase(tableOf(TableId::Product), id, product->seq);
        action.setSubject(product->name);
        return Done{{}, id, {}};
    });
}

Result Commands::setCustomerPrice(const CustomerPrice& price)
{
    return m->run("set_customer_price", [&](Action& action) -> Result {
        CustomerPrice now = price;
        std::vector<FieldProblem> problems;
        checkEntity(m->context.rows, now, -1, problems);
        const auto product = m->find<Product>(now.productId);
        if (problems.empty() && !m->exists<Customer>(now.customerId))
            problems.push_back({TableId::CustomerPrice, col::CustomerPrice::customerId, -1, Problem::UnknownRow});
        if (problems.empty() && !product)
            problems.push_back({TableId::CustomerPrice, col::CustomerPrice::productId, -1, Problem::UnknownRow});
        if (!problems.empty())
            return std::unexpected(CommandError::invalid(std::move(problems)));
        auto same = m->context.db().prepare(
            "SELECT id FROM customer_price WHERE customer_id = ? AND product_id = ? AND "
            "valid_from = ? AND ifnull(min_quantity, 0) = ? AND deleted = 0 ORDER BY id DESC");
        same->bindBorrowed(1, storage::blobOf(now.customerId)).bindBorrowed(2, storage::blobOf(now.productId));
        same->bind(3, now.validFrom.yyyymmdd).bind(4, now.minQuantity.tenThousandths);
        if (same->step())
            now.id = storage::uuidAt(*same, 0);
        else if (now.id.isNil())
            now.id = priceId(m->context, action, now);
        std::vector<PlannedChange> plan;
        if (!planEntity<CustomerPrice>(m->context, now, nullptr, plan))
            return std::unexpected(CommandError::notFound());
        action.apply(std::move(plan));
        action.setSubject(product->name);
        return Done{{}, now.id, {}};
    });
}

Result Commands::deleteCustomerPrice(const Uuid& id)
{
    return m->run("delete_customer_price", [&](Action& action) -> Result {
        const auto price = m->find<CustomerPrice>(id);
        if (!price)
            return std::unexpected(CommandError::notFound());
        action.erase(tableOf(TableId::CustomerPrice), id, price->seq);
        if (const auto product = m->find<Product>(price->productId))
            action.setSubject(product->name);
        return Done{{}, id, {}};
    });
}

} // namespace dure::commands
