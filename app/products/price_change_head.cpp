#include "app/products/price_change_head.h"

#include "app/data/company_data.h"
#include "app/lookup/customer_field.h"
#include "app/products/price_exceptions.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/head_message.h"
#include "app/widgets/number_text.h"
#include "app/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QKeyEvent>

namespace dure::app {
namespace {

enum Kind { PercentUp, PercentDown, WonUp, WonDown, NewPrice };

constexpr int gridColumns = 24;
constexpr int chosenRows = -1; // beside the chips of the list
constexpr int lastPricesMonths = 12;
constexpr std::int64_t mostPercent = 100'000; // 1,000 %

bool isPercent(int kind) { return kind == PercentUp || kind == PercentDown; }
bool isDown(int kind) { return kind == PercentDown || kind == WonDown; }

} // namespace

PriceChangeHead::PriceChangeHead(CompanyData& data, PriceChangeStart start, QWidget* parent)
    : QWidget(parent)
    , m_data(data)
    , m_start(std::move(start))
    , m_chosen(m_start.products)
    , m_grid(new QGridLayout(this))
    , m_products(new ChoiceField)
    , m_search(new ImeLineEdit)
    , m_customer(new CustomerField(data))
    , m_list(new QCheckBox(tr("List price")))
    , m_agreed(new QCheckBox(tr("Agreed prices")))
    , m_last(new QCheckBox(tr("Last paid, nothing agreed")))
    , m_kind(new ChoiceField)
    , m_amount(new ImeLineEdit)
    , m_step(new ChoiceField)
    , m_mode(new ChoiceField)
    , m_from(new DateField)
    , m_note(new ImeLineEdit)
    , m_exceptions(new PriceExceptions(data,
          {[this](const QString& typed) { return amountOf(typed); },
              [this](std::int64_t amount) { return amountText(amount); }}))
{
    makeFields();
    showAgain();
    connectFields();
    Theme::follow(this, [this](const Tokens& t) {
        m_grid->setContentsMargins(t.px(Px::Space16), t.px(Px::Space12), t.px(Px::Space16), t.px(Px::Space4));
        m_grid->setHorizontalSpacing(t.px(Px::Space12));
        m_grid->setVerticalSpacing(t.px(Px::Space8));
    });
}

FormCell* PriceChangeHead::add(const QString& label, QWidget* field, int row, int column, int span)
{
    auto* cell = new FormCell(label, field);
    m_grid->addWidget(cell, row, column, 1, span);
    return cell;
}

void PriceChangeHead::makeFields()
{
    auto* which = new QWidget;
    auto* ticks = new QHBoxLayout(which);
    ticks->setContentsMargins(0, 0, 0, 0);
    for (QCheckBox* tick : {m_list, m_agreed, m_last})
        ticks->addWidget(tick);
    ticks->addStretch(1);
    m_last->setToolTip(tr("What a customer without an agreement paid in the last twelve months; the new price is "
                          "then an agreed one."));
    Theme::follow(which, [=](const Tokens& t) {
        ticks->setSpacing(t.px(Px::Space16));
        which->setMinimumHeight(t.px(Px::Control));
    });
    add(tr("Products"), m_products, 0, 0, 4);
    m_searchCell = add(tr("Find"), m_search, 0, 4, 5);
    m_customerCell = add(tr("Customer"), m_customer, 0, 9, 5);
    add(tr("Which prices"), which, 0, 14, 10);
    add(tr("How"), m_kind, 1, 0, 4);
    m_amountCell = add(tr("By how much"), m_amount, 1, 4, 3);
    m_stepCell = add(tr("To whole"), m_step, 1, 7, 3);
    m_modeCell = add(tr("What is left over"), m_mode, 1, 10, 4);
    m_fromCell = add(tr("From day"), m_from, 1, 14, 5);
    add(tr("Note"), m_note, 1, 19, 5);
    m_grid->addWidget(m_exceptions, 2, 0, 1, gridColumns);
    for (int column = 0; column < gridColumns; ++column)
        m_grid->setColumnStretch(column, 1);
    auto* message = new HeadMessage;
    m_grid->addWidget(message, 3, 0, 1, gridColumns);
    for (FormCell* cell : QList<FormCell*>{m_customerCell, m_amountCell, m_fromCell} + m_exceptions->cells())
        message->follow(cell);

    m_customer->setPlaceholderText(tr("All"));
    m_search->setPlaceholderText(tr("Name, initial consonants or code"));
    m_note->setPlaceholderText(tr("Why, for the agreed prices"));
    m_amount->setAlignment(Qt::AlignRight);
    m_from->setRequired(true);
    m_from->setToday(m_data.today());
    m_products->addItem(tr("In use"), int(storage::ProductChip::Active));
    m_products->addItem(tr("Below safety stock"), int(storage::ProductChip::BelowSafety));
    m_products->addItem(tr("All, also inactive"), int(storage::ProductChip::All));
    m_kind->addItem(tr("Up by percent"), PercentUp);
    m_kind->addItem(tr("Down by percent"), PercentDown);
    m_kind->addItem(tr("Up by won"), WonUp);
    m_kind->addItem(tr("Down by won"), WonDown);
    m_kind->addItem(tr("One new price"), NewPrice);
    for (const std::int64_t step : {100, 1'000, 10'000, 100'000, 1'000'000})
        m_step->addItem(tr("%1 won").arg(numberText(UnitPrice{step})), qint64(step));
    m_mode->addItem(tr("Half up"), int(RoundingMode::HalfUp));
    m_mode->addItem(tr("Up"), int(RoundingMode::Up));
    m_mode->addItem(tr("Dropped"), int(RoundingMode::Down));
    const QList<QWidget*> order = fields();
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

QList<QWidget*> PriceChangeHead::fields() const
{
    return {m_products, m_search, m_customer, m_list, m_agreed, m_last, m_kind, m_amount, m_step, m_mode, m_from,
        m_note, &m_exceptions->customerField(), &m_exceptions->amountField()};
}

void PriceChangeHead::connectFields()
{
    const auto scope = [this] {
        m_search->setEnabled(m_products->currentData().toInt() != chosenRows);
        if (!m_showing)
            Q_EMIT scopeChanged();
    };
    const auto wish = [this] {
        if (!m_showing)
            Q_EMIT wishChanged();
    };
    connect(m_products, &QComboBox::currentIndexChanged, this, scope);
    connect(m_search, &ImeLineEdit::effectiveTextChanged, this, scope);
    connect(m_customer, &CustomerField::customerChosen, this, [this, scope] {
        m_customerCell->setProblem({});
        scope();
    });
    for (QCheckBox* tick : {m_list, m_agreed, m_last})
        connect(tick, &QCheckBox::toggled, this, scope);
    for (CustomerField* field : {m_customer, &m_exceptions->customerField()})
        connect(field, &CustomerField::settled, this, &PriceChangeHead::settled);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this, wish] {
        showKind();
        wish();
    });
    connect(m_amount, &ImeLineEdit::effectiveTextChanged, this, [this, wish] {
        judgeAmount();
        wish();
    });
    for (ChoiceField* choice : {m_step, m_mode})
        connect(choice, &QComboBox::currentIndexChanged, this, wish);
    connect(m_from, &DateField::dateChanged, this, [this, scope, wish] {
        m_fromCell->setProblem({});
        wish();
        scope();
    });
    connect(m_from, &DateField::rejected, m_fromCell, &FormCell::setProblem);
    connect(m_note, &ImeLineEdit::effectiveTextChanged, this, wish);
    connect(m_exceptions, &PriceExceptions::changed, this, wish);
}

/// What the figure means stands with it; a price that is typed is not rounded.
void PriceChangeHead::showKind()
{
    const int kind = m_kind->currentData().toInt();
    m_amount->setPlaceholderText(isPercent(kind) ? QStringLiteral("%") : tr("won"));
    m_stepCell->setEnabled(kind != NewPrice);
    m_modeCell->setEnabled(kind != NewPrice);
    m_exceptions->figuresChanged();
    judgeAmount();
}

/// Percent or won: the same figure may stand under one and not under the other.
void PriceChangeHead::judgeAmount()
{
    const QString text = m_amount->effectiveText();
    const bool reads = text.trimmed().isEmpty() || amountOf(text).has_value();
    m_amountCell->setProblem(reads ? QString() : tr("Not a number that can stand here. Type digits."));
}

void PriceChangeHead::settle()
{
    for (CustomerField* field : {m_customer, &m_exceptions->customerField()})
        field->settle(field->hasFocus());
}

bool PriceChangeHead::isSettling() const
{
    return m_customer->isSettling() || m_exceptions->customerField().isSettling();
}

std::optional<std::int64_t> PriceChangeHead::amountOf(const QString& typed) const
{
    const int kind = m_kind->currentData().toInt();
    QString text = typed.trimmed();
    if (isPercent(kind) && text.endsWith(u'%'))
        text.chop(1);
    else if (isPercent(kind) && text.contains(QStringLiteral("원")))
        return std::nullopt; // 500원 are not 500 %
    const ParsedNumber parsed = isPercent(kind) ? parseNumber(text.toStdString(), 2, mostPercent)
                                                : parseNumber(text.toStdString(), 4, maxTenThousandths);
    if (parsed.error)
        return std::nullopt;
    return isDown(kind) ? -parsed.scaled : parsed.scaled;
}

QString PriceChangeHead::amountText(std::int64_t amount) const
{
    const int kind = m_kind->currentData().toInt();
    const QString text = isPercent(kind) ? percentText(amount) : tr("%1 won").arg(numberText(UnitPrice{amount}));
    return kind != NewPrice && amount > 0 ? u'+' + text : text;
}

storage::PriceScope PriceChangeHead::scope() const
{
    storage::PriceScope scope;
    const int products = m_products->currentData().toInt();
    if (products == chosenRows) {
        scope.products = m_chosen;
    } else {
        scope.filter.chip = storage::ProductChip(products);
        scope.filter.text = m_search->effectiveText().trimmed().toStdString();
    }
    scope.customer = m_customer->customer();
    scope.listPrices = m_list->isChecked();
    scope.agreedPrices = m_agreed->isChecked();
    scope.lastPrices = m_last->isChecked();
    scope.from = m_from->date().isValid() ? m_from->date() : m_data.today();
    scope.paidSince = m_data.today().addMonths(-lastPricesMonths);
    return scope;
}

std::optional<PriceWish> PriceChangeHead::wish() const
{
    const int kind = m_kind->currentData().toInt();
    const QString typed = m_amount->effectiveText().trimmed();
    const auto amount = typed.isEmpty() ? std::optional<std::int64_t>(0) : amountOf(typed);
    if (!amount || !m_from->date().isValid())
        return std::nullopt;
    PriceWish wish;
    wish.change.kind = isPercent(kind) || typed.isEmpty() ? PriceChangeKind::Percent
        : kind == NewPrice                                ? PriceChangeKind::NewPrice
                                                          : PriceChangeKind::Won;
    wish.change.amount = *amount;
    // an empty figure changes nothing, not even by rounding
    wish.change.step = typed.isEmpty() ? 1 : m_step->currentData().toLongLong();
    wish.change.mode = RoundingMode(m_mode->currentData().toInt());
    if (!typed.isEmpty())
        wish.exceptions = m_exceptions->all();
    wish.from = m_from->date();
    wish.today = m_data.today();
    return wish;
}

std::string PriceChangeHead::note() const { return m_note->text().trimmed().toStdString(); }

bool PriceChangeHead::isChanged() const
{
    return !m_amount->effectiveText().trimmed().isEmpty() || !m_note->effectiveText().trimmed().isEmpty()
        || m_exceptions->hasHalfTyped() || !m_exceptions->all().empty();
}

bool PriceChangeHead::takeTyped()
{
    for (ImeLineEdit* field : {m_amount, m_search, m_note})
        field->commitComposition();
    if (m_from->date().isNull())
        m_fromCell->setProblem(tr("The day is empty. Fill it in."));
    const bool hasDay = m_from->takeTyped() && m_from->date().isValid();
    if (m_customer->customer().isNil() && !m_customer->text().trimmed().isEmpty())
        m_customerCell->setProblem(tr("No customer of this name. Choose one from the list, or empty the field."));
    if (m_exceptions->hasHalfTyped())
        m_exceptions->markHalfTyped();
    if (m_amount->text().trimmed().isEmpty() && !m_exceptions->all().empty())
        m_amountCell->setProblem(tr("Type by how much; 0 where only the exceptions change."));
    if (!m_exceptions->isReadable())
        m_exceptions->markUnreadable();
    return hasDay && wish().has_value() && m_customerCell->problem().isEmpty() && m_amountCell->problem().isEmpty()
        && !m_exceptions->hasHalfTyped() && m_exceptions->isReadable();
}

void PriceChangeHead::focusFirstProblem()
{
    for (FormCell* cell : QList<FormCell*>{m_customerCell, m_amountCell, m_fromCell} + m_exceptions->cells()) {
        if (!cell->problem().isEmpty())
            return cell->field()->setFocus(Qt::OtherFocusReason);
    }
    m_amount->setFocus(Qt::OtherFocusReason);
}

/// A choice beside the chips of the list, if rows were chosen.
void PriceChangeHead::offerChosen(std::vector<Uuid> products)
{
    m_chosen = std::move(products);
    if (const int at = m_products->findData(chosenRows); at >= 0)
        m_products->removeItem(at);
    if (!m_chosen.empty())
        m_products->insertItem(0, tr("%n chosen", nullptr, int(m_chosen.size())), chosenRows);
}

void PriceChangeHead::showAgain()
{
    m_showing = true;
    offerChosen(m_start.products);
    const int products = m_chosen.empty() ? int(m_start.filter.chip) : chosenRows;
    m_products->setCurrentIndex(qMax(0, m_products->findData(products)));
    m_search->setText(toQString(m_start.filter.text));
    m_search->setEnabled(products != chosenRows);
    m_customer->setCustomer({});
    m_list->setEnabled(m_data.mayWrite(TableId::Product));
    m_list->setChecked(m_list->isEnabled());
    m_agreed->setChecked(true);
    m_last->setChecked(true);
    m_kind->setCurrentIndex(0);
    m_step->setCurrentIndex(m_step->findData(qint64(UnitPrice::scale)));
    m_mode->setCurrentIndex(0);
    m_from->setDate(m_data.today());
    for (ImeLineEdit* field : {m_amount, m_note})
        field->clear();
    m_exceptions->clear();
    showKind();
    m_showing = false;
}

QJsonObject PriceChangeHead::typed() const
{
    QJsonArray products;
    for (const Uuid& id : m_chosen)
        products += QString::fromStdString(id.toString());
    const Uuid customer = m_customer->customer();
    return {{QStringLiteral("chosen"), products}, {QStringLiteral("products"), m_products->currentData().toInt()},
        {QStringLiteral("search"), m_search->effectiveText()},
        {QStringLiteral("customer"), customer.isNil() ? QString() : QString::fromStdString(customer.toString())},
        {QStringLiteral("list"), m_list->isChecked()}, {QStringLiteral("agreed"), m_agreed->isChecked()},
        {QStringLiteral("last"), m_last->isChecked()}, {QStringLiteral("kind"), m_kind->currentData().toInt()},
        {QStringLiteral("amount"), m_amount->effectiveText()},
        {QStringLiteral("step"), m_step->currentData().toLongLong()},
        {QStringLiteral("mode"), m_mode->currentData().toInt()}, {QStringLiteral("from"), m_from->date().yyyymmdd},
        {QStringLiteral("note"), m_note->effectiveText()}, {QStringLiteral("exceptions"), m_exceptions->typed()},
        {QStringLiteral("exception"), m_exceptions->halfTyped()}};
}

void PriceChangeHead::resume(const QJsonObject& typed)
{
    m_showing = true;
    const auto choose = [&](ChoiceField* field, const char* name) {
        field->setCurrentIndex(qMax(0, field->findData(typed[QLatin1String(name)].toVariant())));
    };
    const auto idOf
        = [](const QJsonValue& json) { return Uuid::fromString(json.toString().toStdString()).value_or(Uuid{}); };
    std::vector<Uuid> chosen;
    for (const QJsonValue& each : typed[QStringLiteral("chosen")].toArray())
        chosen.push_back(idOf(each));
    offerChosen(std::move(chosen));
    choose(m_products, "products");
    m_search->setText(typed[QStringLiteral("search")].toString());
    m_search->setEnabled(m_products->currentData().toInt() != chosenRows);
    m_customer->setCustomer(idOf(typed[QStringLiteral("customer")]));
    m_list->setChecked(m_list->isEnabled() && typed[QStringLiteral("list")].toBool());
    m_agreed->setChecked(typed[QStringLiteral("agreed")].toBool());
    m_last->setChecked(typed[QStringLiteral("last")].toBool());
    choose(m_kind, "kind");
    choose(m_step, "step");
    choose(m_mode, "mode");
    m_amount->setText(typed[QStringLiteral("amount")].toString());
    if (const Date day{typed[QStringLiteral("from")].toInt()}; day.isValid())
        m_from->setDate(day);
    m_note->setText(typed[QStringLiteral("note")].toString());
    m_exceptions->resume(typed[QStringLiteral("exceptions")].toArray(), typed[QStringLiteral("exception")].toObject());
    showKind();
    m_showing = false;
}

void PriceChangeHead::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)))
        return QWidget::keyPressEvent(event);
    const QList<QWidget*> order = fields();
    const bool back = event->modifiers() & Qt::ShiftModifier;
    for (qsizetype at = order.indexOf(QApplication::focusWidget()); at >= 0;) {
        at += back ? -1 : 1;
        if (at == order.size())
            return Q_EMIT leftDownwards();
        if (at < 0 || !order[at]->isEnabled())
            continue;
        return order[at]->setFocus(back ? Qt::BacktabFocusReason : Qt::TabFocusReason);
    }
}

} // namespace dure::app

#include "moc_price_change_head.cpp"
