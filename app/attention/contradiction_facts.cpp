#include "app/attention/attention_facts.h"

#include "app/attention/field_text.h"
#include "app/attention/matter_text.h"
#include "app/claims/claim_words.h"
#include "app/widgets/number_text.h"
#include "core/domain/business_number.h"

#include <QCoreApplication>

namespace dure::app {
namespace {

using storage::Contradiction;
using storage::ContradictionKind;

class Contradictions
{
    Q_DECLARE_TR_FUNCTIONS(Contradictions)
};

QString quantityText(std::int64_t tenThousandths) { return numberText(Quantity{tenThousandths}); }

MatterHead number(const QString& title, int share = 16) { return {title, {}, {}, share, true}; }

void showLines(Reader& reader, const Contradiction& each, MatterFacts& facts)
{
    const bool over = each.kind == ContradictionKind::OverDelivered;
    facts.heads = {{Contradictions::tr("Product"), {}, {}, 36}, number(Contradictions::tr("Ordered")),
        number(Contradictions::tr("Delivered")), number(Contradictions::tr("Allowed up to"))};
    if (over)
        facts.heads += number(Contradictions::tr("Too much"));
    for (const storage::ContradictoryLine& line : storage::ContradictionStore(reader.db()).lines(each.root)) {
        MatterRow row;
        const bool quiet = !line.contradicts;
        row.cells = {{toQString(line.product), false, quiet}, {quantityText(line.ordered), false, quiet},
            {numberOrDash(Quantity{line.delivered}), line.contradicts, quiet},
            {quantityText(over ? line.allowed : 0), false, quiet}};
        const bool tooMuch = line.contradicts && line.delivered - line.ordered != 0;
        if (over)
            row.cells
                += {tooMuch ? quantityText(line.delivered - line.ordered) : QStringLiteral("–"), tooMuch, !tooMuch};
        facts.rows += row;
    }
}

void showFigures(const QList<std::pair<QString, QString>>& figures, MatterFacts& facts)
{
    facts.heads = {{{}, {}, {}, 30}, {{}, {}, {}, 20, true}, {{}, {}, {}, 50}};
    for (const auto& [label, figure] : figures)
        facts.rows += {{{label, false, true}, {figure, label == figures.back().first}, {}}, -1};
}

void showCustomers(Reader& reader, const Contradiction& each, MatterFacts& facts)
{
    const bool byCode = each.kind == ContradictionKind::SameCustomerCode; // of the two, what they share
    facts.heads = {{Contradictions::tr("Name"), {}, {}, 26},
        {byCode ? Contradictions::tr("Code") : Contradictions::tr("Business number"), {}, {}, 28},
        {Contradictions::tr("Phone"), {}, {}, 22}, number(Contradictions::tr("Owes"), 24)};
    for (const Uuid& id : each.rows) {
        if (const auto row = reader.customers().row(id))
            facts.rows += {
                {{toQString(row->name)}, {toQString(byCode ? row->code : formatBusinessNumber(row->businessNo)), true},
                    {toQString(row->phone)}, {numberText(row->balance)}},
                -1};
    }
}

void showProducts(Reader& reader, const Contradiction& each, MatterFacts& facts)
{
    facts.heads = {{Contradictions::tr("Code"), {}, {}, 20}, {Contradictions::tr("Name"), {}, {}, 40},
        {Contradictions::tr("Spec"), {}, {}, 24}, number(Contradictions::tr("List price"))};
    for (const Uuid& id : each.rows) {
        if (const auto product = reader.products().find(id))
            facts.rows += {{{toQString(product->code), true}, {toQString(product->name)}, {toQString(product->spec)},
                               {numberText(product->listPrice)}},
                -1};
    }
}

void showDocuments(Reader& reader, const Contradiction& each, MatterFacts& facts)
{
    storage::AttentionStore store = reader.attention();
    facts.heads = {{Contradictions::tr("Number"), {}, {}, 30}, {Contradictions::tr("Customer"), {}, {}, 70}};
    for (const Uuid& id : each.rows) {
        const storage::AttentionSubject subject = store.subjectOf(tableOf(each.table), id);
        facts.rows += {{{toQString(subject.name), true}, {toQString(subject.customer)}}, -1};
    }
}

void showAnswers(Reader& reader, const Contradiction& each, MatterFacts& facts)
{
    facts.heads = {{Contradictions::tr("Number"), {}, {}, 30}, {Contradictions::tr("Kind"), {}, {}, 20},
        number(Contradictions::tr("Quantity")), number(Contradictions::tr("Amount"), 24)};
    const auto claim = reader.claims().detail(each.root);
    for (const auto& answer : claim ? claim->answers : decltype(claim->answers){})
        if (std::ranges::find(each.rows, answer.delivery) != each.rows.end())
            facts.rows += {{{toQString(answer.number), true}, {deliveryKindText(answer.kind)},
                               {numberText(answer.quantity)}, {numberText(answer.total)}},
                -1};
}

QString sentenceOf(const Contradiction& each)
{
    switch (each.kind) {
    case ContradictionKind::None:
        break;
    case ContradictionKind::OverDelivered:
        return Contradictions::tr("%1. More went out than the order and the customer's tolerance allow. Take it back "
                                  "with a new delivery below 0, raise the order, or leave it.");
    case ContradictionKind::DeliveredThoughCancelled:
        return Contradictions::tr("%1. The order is cancelled and goods went out. Reopen it, take the delivery back, "
                                  "or leave it.");
    case ContradictionKind::NegativeStock:
        return Contradictions::tr("%1. More went out than was there. Count it and record the difference, or leave it.");
    case ContradictionKind::OverCreditLimit:
        return Contradictions::tr("%1. It owes more than was agreed. Ask for payment, raise the limit, or leave it.");
    case ContradictionKind::SameCustomerCode:
    case ContradictionKind::SameBusinessNo:
        return Contradictions::tr("%1. It may be one customer entered twice. Correct one of them, or leave it.");
    case ContradictionKind::SameProductCode:
        return Contradictions::tr("%1. It may be one product entered twice. Correct one of them, or leave it.");
    case ContradictionKind::SameOrderNumber:
    case ContradictionKind::SameDeliveryNumber:
        return Contradictions::tr("%1. Two documents carry one number. Tell them apart on paper, or leave it.");
    case ContradictionKind::ClaimAnsweredTwice:
        return Contradictions::tr(
            "%1. It was settled twice, or more came back for what was delivered than there was of "
            "it. Take one of them back, or leave it.");
    }
    return {};
}

} // namespace

MatterFacts contradictionFacts(Reader& reader, const storage::AttentionRow& row)
{
    const Contradiction& each = row.contradiction;
    MatterFacts facts;
    facts.row = row;
    storage::AttentionRow open = row;
    open.choice = storage::MatterChoice::Open;
    facts.title = matterText(open);
    facts.sentence = sentenceOf(each).arg(subjectPhrase(row.subject));
    switch (each.kind) {
    case ContradictionKind::None:
        break;
    case ContradictionKind::OverDelivered:
    case ContradictionKind::DeliveredThoughCancelled:
        showLines(reader, each, facts);
        break;
    case ContradictionKind::NegativeStock:
        showFigures({{Contradictions::tr("Stock"), quantityText(each.amount)}}, facts);
        break;
    case ContradictionKind::OverCreditLimit:
        showFigures({{Contradictions::tr("Credit limit"), wonText(Won{each.limit})},
                        {Contradictions::tr("Owes"), wonText(Won{each.amount})},
                        {Contradictions::tr("Too much"), wonText(Won{each.amount - each.limit})}},
            facts);
        break;
    case ContradictionKind::SameCustomerCode:
    case ContradictionKind::SameBusinessNo:
        showCustomers(reader, each, facts);
        break;
    case ContradictionKind::SameProductCode:
        showProducts(reader, each, facts);
        break;
    case ContradictionKind::SameOrderNumber:
    case ContradictionKind::SameDeliveryNumber:
        showDocuments(reader, each, facts);
        break;
    case ContradictionKind::ClaimAnsweredTwice:
        showAnswers(reader, each, facts);
        break;
    }
    return facts;
}

} // namespace dure::app
