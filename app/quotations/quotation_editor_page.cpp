#include "app/quotations/quotation_editor_page.h"

#include "app/data/error_text.h"
#include "app/forms/form_sheet.h"
#include "app/forms/row_form.h"
#include "app/lookup/customer_field.h"
#include "app/lookup/product_completion.h"
#include "app/orders/order_draft.h"
#include "app/orders/order_foot.h"
#include "app/orders/order_line_grid.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_map.h"
#include "app/widgets/label.h"
#include "app/widgets/number_text.h"
#include "app/widgets/terms_text.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace dure::app {

using Col = col::Quotation;

namespace {

constexpr int validDays = 30; // as offers are commonly good for; each can say another day

struct Opening
{
    Quotation quotation;
    std::vector<QuotationLine> lines;
    std::vector<EntryLine> entries;
};

std::optional<Opening> readOpening(Reader& reader, const Uuid& id)
{
    auto detail = reader.quotations().detail(id);
    if (!detail)
        return std::nullopt;
    Opening opening{std::move(detail->quotation), std::move(detail->lines), {}};
    for (const QuotationLine& line : opening.lines)
        opening.entries.push_back(readEntry(reader, orderLineOf(line)));
    return opening;
}

} // namespace

QuotationEditorPage::QuotationEditorPage(CompanyData& data, const Uuid& quotation, QWidget* parent)
    : FormPage(data, "quotation", quotation, parent)
    , m_form(new RowForm(TableId::Quotation, this))
    , m_customer(new CustomerField(data))
    , m_model(new OrderLineModel(this))
    , m_completion(new ProductCompletion(data, this))
    , m_grid(nullptr)
    , m_foot(new OrderFoot)
{
    m_model->setHasDueDates(false);
    m_model->setToday(data.today());
    m_grid = new OrderLineGrid(*m_model, *m_completion);
    makeSheet();
    makeLines();
    connectParts();
    open();
}

QString QuotationEditorPage::subtitle() const { return toQString(m_before.number); }

void QuotationEditorPage::makeSheet()
{
    const auto add = FormSheet::add;
    const Date today = data().today();
    QGridLayout* head = sheet().addSection(tr("Quotation"));
    m_customerCell = new FormCell(tr("Customer"), m_customer);
    add(head, m_customerCell, 0, 0, 3);
    add(head, m_form->addDate(Col::quotedOn, tr("Quoted on"), today), 0, 3, 3);
    add(head, m_form->addDate(Col::validUntil, tr("Valid until"), today), 0, 6, 3);
    add(head, m_form->addText(Col::subject, tr("Subject")), 0, 9, 3);
    add(head,
        m_form->addChoice(Col::taxKind, tr("Tax"),
            {{tr("Taxed"), qint64(TaxKind::Taxable)}, {tr("Zero-rated"), qint64(TaxKind::ZeroRated)},
                {tr("Exempt"), qint64(TaxKind::Exempt)}}),
        1, 0, 3);
    add(head,
        m_form->addChoice(Col::priceKind, tr("Prices"),
            {{tr("VAT on top"), qint64(PriceKind::Exclusive)}, {tr("VAT included"), qint64(PriceKind::Inclusive)}}),
        1, 3, 3);
    add(head, m_form->addText(Col::staff, tr("In charge")), 1, 6, 3);
    add(head, m_form->addText(Col::memo, tr("Memo")), 1, 9, 3);
    add(head, m_form->addText(Col::deliveryTerms, tr("Terms of delivery")), 2, 0, 6);
    add(head, m_form->addText(Col::paymentTerms, tr("Terms of payment")), 2, 6, 6);
}

void QuotationEditorPage::makeLines()
{
    auto* frame = static_cast<QVBoxLayout*>(layout());
    const int at = frame->indexOf(&sheet()) + 1;
    frame->setStretch(at - 1, 2);
    frame->insertWidget(at, new HairLine(Qt::Horizontal, nullptr, Color::Panel));
    frame->insertWidget(at + 1, m_grid, 3);
    frame->insertWidget(at + 2, m_foot);
    m_grid->setEnabled(false); // until there is something to change
}

void QuotationEditorPage::connectParts()
{
    connect(m_form, &RowForm::changed, this, [this] {
        onHeadChanged();
        touched();
    });
    connect(m_customer, &CustomerField::customerChosen, this, [this](const Uuid& id) {
        m_customerCell->setProblem({});
        m_reoffer = true;
        m_completion->setCustomer(id);
        readCustomer(id, true);
        touched();
    });
    connect(m_customer, &CustomerField::settled, this, [this] { m_customerCell->setProblem(m_customer->toolTip()); });
    m_completion->setOffersNew(data().mayWrite(TableId::Product));
    connect(m_grid, &OrderLineGrid::newProductWanted, this, &QuotationEditorPage::makeProduct);
    connect(
        m_grid, &EntryGrid::leftUpwards, this, [this] { m_form->field(Col::memo)->setFocus(Qt::BacktabFocusReason); });
    connect(m_model, &OrderLineModel::linesChanged, this, &QuotationEditorPage::touched);
    connect(m_model, &OrderLineModel::amountsChanged, this,
        [this] { m_foot->setTotals(m_model->lineCount(), m_model->totals()); });
    const auto retry = [this] {
        if (m_saveWhenSettled && !isWaiting())
            save();
    };
    connect(m_completion, &ProductCompletion::pricingChanged, this, [this, retry] {
        const bool known = m_completion->pricing() != nullptr;
        m_model->setPricing(m_completion->pricing(), known && std::exchange(m_reoffer, false));
        retry();
    });
    connect(m_grid, &OrderLineGrid::settled, this, retry);
    connect(m_customer, &CustomerField::settled, this, retry);
    connect(this, &EditorPage::ready, this, [this] { m_grid->setEnabled(true); });
    auto* next = new QShortcut(keyFor(KeyAction::NextPane), this);
    next->setContext(Qt::WidgetWithChildrenShortcut);
    connect(next, &QShortcut::activated, this, [this] {
        if (m_grid->hasFocus() || m_grid->isAncestorOf(focusWidget()))
            firstField()->setFocus(Qt::ShortcutFocusReason);
        else
            m_grid->setFocus(Qt::ShortcutFocusReason);
    });
}

/// Enter in the last field goes on to the lines.
void QuotationEditorPage::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (enter && plain && m_form->field(Col::memo)->hasFocus())
        m_grid->setFocus(Qt::TabFocusReason);
    else
        FormPage::keyPressEvent(event);
}

void QuotationEditorPage::read()
{
    if (id().isNil()) {
        m_before = {};
        m_before.quotedOn = data().today();
        m_before.validUntil = data().today().addDays(validDays);
        m_before.staff = data().author().name;
        showStored();
        opened();
        return;
    }
    data().read(
        this, QStringLiteral("open"), [id = id()](Reader& reader) { return readOpening(reader, id); },
        [this](std::optional<Opening>&& opening) {
            if (!opening)
                return gone();
            m_before = std::move(opening->quotation);
            m_beforeLines = std::move(opening->lines);
            m_beforeEntries = std::move(opening->entries);
            showStored();
            opened();
        });
}

void QuotationEditorPage::showStored() { show(m_before, m_beforeEntries); }

void QuotationEditorPage::show(const Quotation& quotation, std::vector<EntryLine> lines)
{
    m_tax = quotation.tax;
    m_form->show(toRow(quotation));
    m_customer->setCustomer(quotation.customerId);
    m_completion->setCustomer(quotation.customerId);
    m_model->setLines(std::move(lines));
    readCustomer(quotation.customerId, false);
    onHeadChanged();
}

/// `chosen`: by the user; the customer's terms follow, as with an order.
void QuotationEditorPage::readCustomer(const Uuid& customer, bool chosen)
{
    if (customer.isNil()) {
        m_foot->setMessage(Status::None, {});
        return;
    }
    data().read(
        this, QStringLiteral("customer"), [customer](Reader& reader) { return readOrderCustomer(reader, customer); },
        [this, customer, chosen](std::optional<OrderCustomer>&& found) {
            if (!found || m_customer->customer() != customer)
                return;
            m_foot->setMessage(Status::Info,
                tr("%1 owes %2 at present.")
                    .arg(toQString(found->customer.name).toHtmlEscaped(),
                        QStringLiteral("<b>%1</b>").arg(wonText(found->balance))));
            if (!chosen)
                return;
            m_tax = found->customer.tax;
            const PaymentTerms terms{static_cast<int>(found->customer.closingDay),
                static_cast<int>(found->customer.payMonths), static_cast<int>(found->customer.payDay)};
            Row base = m_form->shown(); // what nobody typed follows the customer
            base.values[Col::taxKind] = static_cast<std::int64_t>(m_tax.kind);
            base.values[Col::priceKind] = static_cast<std::int64_t>(m_tax.priceKind);
            base.values[Col::paymentTerms] = paymentTermsText(terms).toStdString();
            m_form->follow(base);
            onHeadChanged();
        });
}

void QuotationEditorPage::onHeadChanged()
{
    const Quotation now = quotation();
    m_model->setTax(now.tax);
    if (now.quotedOn.isValid() && m_model->terms().day != now.quotedOn) {
        m_model->setDay(now.quotedOn);
        m_completion->setDay(now.quotedOn);
    }
}

Quotation QuotationEditorPage::quotation() const
{
    Quotation now = fromRow<Quotation>(m_form->row(), m_before.seq);
    now.customerId = m_customer->customer();
    now.tax.roundingMode = m_tax.roundingMode;
    now.tax.scope = m_tax.scope;
    return now;
}

commands::QuotationInput QuotationEditorPage::input() const
{
    commands::QuotationInput input;
    input.quotation = quotation();
    for (const OrderLine& line : m_model->orderLines())
        input.lines.push_back(quotationLineOf(line));
    return input;
}

bool QuotationEditorPage::isChanged() const
{
    if (m_form->isChanged() || m_customer->customer() != m_before.customerId)
        return true;
    return m_model->lineCount() != int(m_beforeLines.size()) || input().lines != m_beforeLines;
}

/// The lines are kept as an order's draft keeps them.
QJsonObject QuotationEditorPage::typed() const
{
    OrderDraft lines;
    lines.order.customerId = m_customer->customer();
    lines.order.tax = m_tax;
    lines.lines = m_model->lines();
    return {
        {QStringLiteral("head"), m_form->typed()}, {QStringLiteral("lines"), QString::fromStdString(draftText(lines))}};
}

void QuotationEditorPage::resume(const QJsonObject& typed)
{
    const auto kept = readDraft(typed[QStringLiteral("lines")].toString().toStdString());
    if (!kept)
        return;
    std::vector<EntryLine> lines;
    for (const auto& line : kept->lines)
        lines.push_back(*line);
    m_tax = kept->order.tax;
    m_customer->setCustomer(kept->order.customerId);
    m_completion->setCustomer(kept->order.customerId);
    m_model->setLines(std::move(lines));
    m_form->resume(typed[QStringLiteral("head")].toObject());
    readCustomer(kept->order.customerId, false);
    onHeadChanged();
}

bool QuotationEditorPage::takeTyped()
{
    m_customer->settle();
    m_grid->settle();
    const bool headIsRead = m_form->takeTyped();
    return headIsRead && !m_model->firstProblem().isValid();
}

bool QuotationEditorPage::isWaiting() const
{
    return m_customer->isSettling() || !m_grid->isSettled() || !m_completion->pricing();
}

void QuotationEditorPage::store()
{
    m_saveWhenSettled = isWaiting(); // for what was typed ahead of its answer
    if (m_saveWhenSettled)
        return;
    m_rows.clear();
    (void)m_model->orderLines(&m_rows);
    const commands::QuotationInput before{m_before, m_beforeLines};
    storeBy(
        [now = input(), before](
            commands::Commands& c) { return c.saveQuotation(now, before.quotation.id.isNil() ? nullptr : &before); },
        toQString(m_before.number));
}

void QuotationEditorPage::showProblems(const commands::CommandError& error)
{
    m_form->setProblems(error.problems);
    m_model->setProblems(error.problems, m_rows);
    for (const commands::FieldProblem& problem : error.problems) {
        if (problem.table == TableId::Quotation && problem.column == Col::customerId)
            m_customerCell->setProblem(
                problem.problem == commands::Problem::Missing ? tr("Choose a customer.") : problemText(problem));
        if (problem.table == TableId::OrderLine && problem.line < 0)
            m_foot->setMessage(Status::Late, problemText(problem).toHtmlEscaped());
    }
}

bool QuotationEditorPage::focusFirstProblem()
{
    if (!m_customerCell->problem().isEmpty()) {
        m_customer->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    if (m_form->focusFirstProblem())
        return true;
    const QModelIndex cell = m_model->firstProblem();
    if (cell.isValid())
        m_grid->goTo(cell);
    else if (m_model->lineCount() > 0)
        return false;
    m_grid->setFocus(Qt::ShortcutFocusReason);
    return true;
}

QWidget* QuotationEditorPage::firstField() const { return m_customer; }

bool QuotationEditorPage::isConcerned(const ChangeSet& changes) const
{
    return !id().isNil()
        && std::ranges::any_of(changes.rows, [this](const ChangeSet::Touched& row) { return row.root == id(); });
}

void QuotationEditorPage::readAgain()
{
    data().read(
        this, QStringLiteral("again"), [id = id()](Reader& reader) { return readOpening(reader, id); },
        [this](std::optional<Opening>&& opening) {
            if (!opening)
                return gone();
            const bool differs = toRow(opening->quotation).values != toRow(m_before).values
                || !std::ranges::equal(opening->lines, m_beforeLines,
                    [](const auto& a, const auto& b) { return a.id == b.id && toRow(a).values == toRow(b).values; });
            if (!differs) // only acknowledged by the cloud
                return;
            if (!isTouched()) {
                m_before = std::move(opening->quotation);
                m_beforeLines = std::move(opening->lines);
                m_beforeEntries = std::move(opening->entries);
                return showStored();
            }
            strip().clear();
            strip().show(Tone::Amber, tr("Another PC changed this quotation meanwhile."),
                tr("What you typed stays. Saving changes only what you changed."));
        });
}

void QuotationEditorPage::makeProduct(qint64 lineKey, const QString& name)
{
    Product product;
    product.name = name.toStdString();
    product.unit = ProductCompletion::newProductUnit().toStdString();
    data().run(
        this, [product](commands::Commands& c) { return c.saveProduct(product); },
        [this, product, lineKey, name](commands::Result&& result) {
            strip().clear();
            if (!result) {
                const ErrorText error = errorText(result.error());
                strip().show(Tone::Red, error.what, error.wayOut);
                return;
            }
            storage::ProductChoice made;
            made.id = result->id;
            made.name = product.name;
            made.unit = product.unit;
            m_model->answerProducts({{lineKey, name, made, false}});
            strip().show(Tone::Info, tr("The product “%1” was made.").arg(name),
                tr("Code, spec and price can be filled in under Products later."));
        });
}

} // namespace dure::app

#include "moc_quotation_editor_page.cpp"
