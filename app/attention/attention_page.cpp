#include "app/attention/attention_page.h"

#include "app/attention/attention_pane.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/label.h"
#include "app/widgets/totals_row.h"

namespace dure::app {

AttentionPage::AttentionPage(CompanyData& data, QWidget* parent)
    : ListPage(data, QStringLiteral("attention"), parent)
    , m_model(new AttentionModel(data))
    , m_detail(new AttentionPane)
{
    chips().addChip(QStringLiteral("open"), tr("To do"));
    chips().addChip(QStringLiteral("done"), tr("Done"));
    setModel(m_model, AttentionModel::columns(), QStringLiteral("when"), Qt::DescendingOrder);
    setDetail(m_detail);
    setFilterable(false);
    table().setEmptyText(tr("Nothing needs a look."));
    addAction(new Label(LabelRole::Hint, tr("Conflicts are the same on every PC")));
    connect(m_model, &WindowedModel::totalsChanged, this, [this] {
        totals().setCell(QStringLiteral("what"), tr("%n entry(s)", nullptr, int(m_model->totals()->count)));
    });
    connect(m_detail, &AttentionPane::openSubject, this, &AttentionPage::openSubject);
}

void AttentionPage::entered()
{
    // What the cloud refused is no change of data, so nobody announced it.
    m_model->refresh();
    readCounts();
    ListPage::entered();
}

void AttentionPage::readCounts()
{
    data().read(
        this, QStringLiteral("counts"), [](Reader& reader) { return reader.attention().counts(); },
        [this](const storage::AttentionCounts& counts) {
            chips().setCount(QStringLiteral("open"), counts.open);
            chips().setCount(QStringLiteral("done"), counts.done);
        });
}

void AttentionPage::applyFilter() { m_model->setDone(chips().chosenId() == QLatin1String("done")); }

void AttentionPage::showDetail(const Uuid& id)
{
    m_subject = {};
    if (id.isNil())
        return;
    data().read(
        this, QStringLiteral("detail"),
        [id, today = data().today()](Reader& reader) { return readAttention(reader, id, today); },
        [this](std::optional<AttentionFacts>&& facts) {
            m_detail->setShown(facts.has_value());
            if (!facts)
                return;
            m_subject = facts->row.subject;
            m_detail->show(*facts);
        });
}

bool AttentionPage::concernsDetail(const ChangeSet& changes) const
{
    return changes.touches(TableId::Conflict) || changes.touches(TableId::Resolution)
        || changes.touches(m_subject.table);
}

void AttentionPage::open(const Uuid&) { openSubject(); }

void AttentionPage::openSubject()
{
    if (m_subject.name.empty())
        return;
    switch (m_subject.table) {
    case TableId::SalesOrder:
        Q_EMIT showOrder(m_subject.root);
        break;
    case TableId::Delivery:
        Q_EMIT showDelivery(m_subject.root);
        break;
    case TableId::Customer:
        Q_EMIT showCustomer(m_subject.root);
        break;
    case TableId::Product:
        Q_EMIT showProduct(m_subject.root);
        break;
    default:
        break;
    }
}

} // namespace dure::app

#include "moc_attention_page.cpp"
