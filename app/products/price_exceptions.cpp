#include "app/products/price_exceptions.h"

#include "app/data/company_data.h"
#include "app/lookup/customer_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_button.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <algorithm>

namespace dure::app {
namespace {

constexpr int buttonsInARow = 4;

} // namespace

PriceExceptions::PriceExceptions(CompanyData& data, Figures figures, QWidget* parent)
    : QWidget(parent)
    , m_figures(std::move(figures))
    , m_customer(new CustomerField(data))
    , m_amount(new ImeLineEdit)
    , m_customerCell(new FormCell(tr("Otherwise for"), m_customer))
    , m_amountCell(new FormCell(tr("Its change"), m_amount))
    , m_places(new QGridLayout)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_customerCell);
    layout->addWidget(m_amountCell);
    layout->addLayout(m_places);
    layout->addStretch(1);
    m_customer->setPlaceholderText(tr("One customer"));
    m_amount->setAlignment(Qt::AlignRight);
    m_amount->setPlaceholderText(tr("then Enter"));
    m_amount->installEventFilter(this);
    connect(m_customer, &CustomerField::customerChosen, this, [this] {
        m_customerCell->setProblem({});
        Q_EMIT changed();
    });
    connect(m_amount, &ImeLineEdit::effectiveTextChanged, this, [this] { m_amountCell->setProblem({}); });
    Theme::follow(this, [this, layout](const Tokens& t) {
        layout->setSpacing(t.px(Px::Space12));
        m_places->setSpacing(t.px(Px::Space4));
        m_customerCell->setFixedWidth(t.scaled(220));
        m_amountCell->setFixedWidth(t.scaled(104));
    });
}

std::vector<PriceException> PriceExceptions::all() const
{
    std::vector<PriceException> exceptions;
    for (const Entry& each : m_entries)
        if (each.reads)
            exceptions.push_back(each.exception);
    return exceptions;
}

bool PriceExceptions::hasHalfTyped() const
{
    return !m_customer->effectiveText().trimmed().isEmpty() || !m_amount->effectiveText().trimmed().isEmpty();
}

void PriceExceptions::markHalfTyped()
{
    if (m_customer->customer().isNil())
        m_customerCell->setProblem(tr("Choose the customer, or empty the field."));
    else
        m_amountCell->setProblem(tr("Type how its prices change, and Enter."));
}

bool PriceExceptions::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_amount && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !(key->modifiers() & ~Qt::KeypadModifier) && hasHalfTyped()) {
            m_amount->commitComposition();
            take();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// One entry a customer: typed again it is changed.
void PriceExceptions::take()
{
    const auto amount = m_figures.reads(m_amount->text());
    if (m_customer->customer().isNil())
        return markHalfTyped();
    if (!amount) {
        m_amountCell->setProblem(tr("Not a number that can stand here. Type digits."));
        return;
    }
    const Entry entry{
        {m_customer->customer(), *amount}, m_customer->text().trimmed(), m_amount->text().trimmed(), true};
    const auto same = std::ranges::find(
        m_entries, entry.exception.customer, [](const Entry& each) { return each.exception.customer; });
    if (same == m_entries.end())
        m_entries += entry;
    else
        *same = entry;
    m_customer->setCustomer({});
    m_amount->clear();
    showButtons();
    m_customer->setFocus(Qt::OtherFocusReason); // another one, or Tab goes on
    Q_EMIT changed();
}

void PriceExceptions::remove(int at)
{
    m_entries.removeAt(at);
    showButtons();
    QWidget* const next
        = m_buttons.isEmpty() ? static_cast<QWidget*>(m_customer) : m_buttons[qMin(at, int(m_buttons.size()) - 1)];
    next->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void PriceExceptions::clear()
{
    m_entries.clear();
    m_customer->setCustomer({});
    m_amount->clear();
    showButtons();
}

void PriceExceptions::figuresChanged()
{
    for (Entry& each : m_entries) {
        const auto amount = m_figures.reads(each.amount);
        each.reads = amount.has_value();
        each.exception.amount = amount.value_or(0);
    }
    showButtons();
}

bool PriceExceptions::isReadable() const { return std::ranges::all_of(m_entries, &Entry::reads); }

void PriceExceptions::markUnreadable()
{
    const auto wrong = std::ranges::find(m_entries, false, &Entry::reads);
    if (wrong == m_entries.end())
        return;
    if (!hasHalfTyped()) {
        m_customer->setCustomer(wrong->exception.customer, wrong->customer);
        m_amount->setText(wrong->amount);
    }
    m_amountCell->setProblem(tr("“%1” for %2 is no figure of this kind. Type it anew and Enter, or take it away.")
                                 .arg(wrong->amount, wrong->customer));
}

void PriceExceptions::showButtons()
{
    for (KeyButton* button : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater(); // it may be the one that was pressed
    }
    QWidget* before = m_amount;
    for (int i = 0; i < int(m_entries.size()); ++i) {
        const Entry& entry = m_entries[i];
        const QString text
            = tr("%1 %2", "customer, change")
                  .arg(entry.customer, entry.reads ? m_figures.shows(entry.exception.amount) : entry.amount + u'?');
        auto* button = new KeyButton(ButtonKind::Plain, text);
        button->setSymbol(Icon::X);
        button->setAccessibleName(tr("Take away: %1").arg(text));
        button->setToolTip(button->accessibleName());
        connect(button, &QAbstractButton::clicked, this, [this, i] { remove(i); });
        m_places->addWidget(button, i / buttonsInARow, i % buttonsInARow, Qt::AlignBottom);
        setTabOrder(before, button);
        before = button;
        m_buttons += button;
    }
}

QJsonArray PriceExceptions::typed() const
{
    QJsonArray rows;
    for (const Entry& each : m_entries)
        rows += QJsonObject{{QStringLiteral("customer"), QString::fromStdString(each.exception.customer.toString())},
            {QStringLiteral("name"), each.customer}, {QStringLiteral("amount"), each.amount}};
    return rows;
}

QJsonObject PriceExceptions::halfTyped() const
{
    if (!hasHalfTyped())
        return {};
    const Uuid customer = m_customer->customer();
    return {{QStringLiteral("customer"), customer.isNil() ? QString() : QString::fromStdString(customer.toString())},
        {QStringLiteral("name"), m_customer->effectiveText()}, {QStringLiteral("amount"), m_amount->effectiveText()}};
}

void PriceExceptions::resume(const QJsonArray& typed, const QJsonObject& halfTyped)
{
    m_entries.clear();
    for (const QJsonValue& each : typed) {
        const auto id = Uuid::fromString(each[QLatin1String("customer")].toString().toStdString());
        const QString amount = each[QLatin1String("amount")].toString();
        const auto reads = m_figures.reads(amount);
        if (id)
            m_entries += {{*id, reads.value_or(0)}, each[QLatin1String("name")].toString(), amount, reads.has_value()};
    }
    const auto half = Uuid::fromString(halfTyped[QLatin1String("customer")].toString().toStdString());
    m_customer->setCustomer(half.value_or(Uuid{}), halfTyped[QLatin1String("name")].toString());
    m_amount->setText(halfTyped[QLatin1String("amount")].toString());
    showButtons();
}

} // namespace dure::app

#include "moc_price_exceptions.cpp"
