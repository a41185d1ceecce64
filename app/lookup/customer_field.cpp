#include "app/lookup/customer_field.h"

#include "app/data/company_data.h"
#include "app/widgets/date_text.h"
#include "app/widgets/icons.h"
#include "app/widgets/key_map.h"
#include "app/widgets/number_text.h"

#include <QAction>
#include <QKeyEvent>

namespace dure::app {
namespace {

constexpr std::size_t mostRows = 40;

/// Active customers that fit, the best first; without a text those that ordered last; to a text of signs alone nobody.
/// One more than shown tells that there are more.
std::vector<storage::CustomerListRow> findCustomers(Reader& reader, const std::string& text)
{
    if (text.empty()) {
        storage::CustomerWindow window;
        window.sort = storage::CustomerSort::LastOrder;
        window.descending = true;
        window.limit = mostRows + 1;
        return reader.customers().list({}, window);
    }
    std::vector<storage::CustomerListRow> rows;
    for (const storage::SearchHit& hit : reader.search().find(text, TableId::Customer, mostRows + 1).hits) {
        if (auto row = reader.customers().row(hit.id); row && !row->inactive)
            rows.push_back(std::move(*row));
    }
    return rows;
}

std::u32string comparable(const std::string& text) { return FoldedText::of(text).characters; }

} // namespace

CustomerField::CustomerField(CompanyData& data, QWidget* parent)
    : ImeLineEdit(parent)
    , m_data(data)
    , m_popup(new CompletionPopup(
          {{tr("Customer"), 240, false, true}, {tr("Code"), 84, false, false}, {tr("Representative"), 84, false, false},
              {tr("Last order"), 104, false, false}, {tr("Owes"), 120, true, false}}))
{
    setProperty("strong", true); // theme.qss
    m_popup->setAccessibleName(tr("Customers"));
    auto* list = addAction(themedIcon(Icon::ChevronDown), QLineEdit::TrailingPosition);
    list->setText(tr("List"));
    list->setToolTip(tr("List (F4)"));
    connect(list, &QAction::triggered, this, [this] {
        setFocus();
        if (!isReadOnly())
            ask({}, Then::Show);
    });
    connect(m_popup, &CompletionPopup::taken, this, &CustomerField::takeRow);
    connect(this, &ImeLineEdit::effectiveTextChanged, this, [this](const QString& text) {
        if (m_loading || !hasFocus())
            return;
        setInvalid({});
        if (!text.trimmed().isEmpty())
            return ask(text.trimmed(), Then::Show);
        m_waiting = false; // the answer to what was there before opens no list
        m_popup->dismiss();
    });
}

CustomerField::~CustomerField() { delete m_popup; }

void CustomerField::setCustomer(const Uuid& id, const QString& name)
{
    m_customer = id;
    m_waiting = false;
    m_popup->dismiss();
    setInvalid({});
    m_name = name;
    m_loading = true;
    commitComposition(); // setText() would lose it
    setText(name);
    m_loading = false;
    if (id.isNil() || !name.isEmpty())
        return;
    m_data.read(
        this, QStringLiteral("name"), [id](Reader& reader) { return reader.customers().find(id); },
        [this, id](std::optional<Customer>&& customer) {
            if (customer && m_customer == id && m_name.isEmpty())
                setCustomer(id, toQString(customer->name));
        });
}

void CustomerField::choose(const Uuid& id, const QString& name)
{
    const bool changed = id != m_customer;
    setCustomer(id, name);
    if (changed)
        Q_EMIT customerChosen(id);
}

void CustomerField::ask(const QString& text, Then then)
{
    m_asked = text;
    m_waiting = true;
    m_then = then;
    m_data.read(
        this, QStringLiteral("customers"),
        [utf8 = text.toStdString()](Reader& reader) { return findCustomers(reader, utf8); },
        [this, text, then](std::vector<storage::CustomerListRow>&& rows) { found(text, then, std::move(rows)); });
}

void CustomerField::found(const QString& text, Then then, std::vector<storage::CustomerListRow> rows)
{
    if (!m_waiting || text != m_asked)
        return;
    m_waiting = false;
    if (then == Then::Show) {
        const bool complete = rows.size() <= mostRows;
        rows.resize(std::min(rows.size(), mostRows));
        m_shown = std::move(rows);
        if (hasFocus())
            show(text, complete);
        return;
    }
    const std::u32string wanted = comparable(text.toStdString());
    std::vector<const storage::CustomerListRow*> fitting;
    for (const storage::CustomerListRow& row : rows) {
        if (comparable(row.name) == wanted || comparable(row.code) == wanted)
            fitting.push_back(&row);
    }
    if (then == Then::TakeFirst && !rows.empty())
        fitting = {fitting.empty() ? &rows.front() : fitting.front()};
    if (fitting.size() == 1) {
        choose(fitting.front()->id, toQString(fitting.front()->name));
        Q_EMIT settled();
        return;
    }
    m_popup->dismiss();
    m_name.clear();
    setInvalid(fitting.empty() ? tr("There is no customer “%1”. Choose one from the list.").arg(text)
                               : tr("There are several customers “%1”. Choose one from the list.").arg(text));
    if (!std::exchange(m_customer, Uuid{}).isNil())
        Q_EMIT customerChosen({});
    Q_EMIT settled();
}

void CustomerField::show(const QString& text, bool complete)
{
    const SearchedParts parts(text);
    CompletionPopup::Content content;
    for (const storage::CustomerListRow& row : m_shown) {
        const QString on
            = row.lastOrderedOn.isNull() ? QStringLiteral("–") : dateText(row.lastOrderedOn, m_data.today());
        content.rows += {CompletionCell{parts.in(toQString(row.name)), {}, false},
            CompletionCell{parts.in(toQString(row.code)), {}, true},
            CompletionCell{parts.in(toQString(row.representative)), {}, true}, CompletionCell{{on, {}}, {}, true},
            CompletionCell{{numberOrDash(row.balance), {}}, {}, false}};
    }
    const int count = int(m_shown.size());
    content.count = complete ? tr("%n found", nullptr, count) : tr("the first %n", nullptr, count);
    content.nothing = tr("No customer fits “%1”.").arg(text);
    if (m_offersNew && mayBeName(text)) {
        content.chosen = 0; // the new one only if nothing else is there to take
        content.rows += {CompletionCell{{tr("New customer “%1”").arg(text), {}}, {}, true}};
    }
    m_popup->setHints({{QStringLiteral("↑↓"), tr("choose")}, {QStringLiteral("Enter"), tr("take")},
        {QStringLiteral("Esc"), tr("close")}});
    m_popup->open(*this, std::move(content));
}

void CustomerField::takeRow(int row)
{
    if (std::size_t(row) < m_shown.size()) {
        const storage::CustomerListRow chosen = m_shown[std::size_t(row)];
        choose(chosen.id, toQString(chosen.name));
        return;
    }
    const QString name = effectiveText().trimmed();
    m_popup->dismiss();
    Q_EMIT newWanted(name);
}

void CustomerField::settle(bool best)
{
    commitComposition();
    const QString typed = text().trimmed();
    if (best && !isSettled() && !m_waiting && m_popup->isOpen() && m_popup->current() >= 0
        && std::size_t(m_popup->current()) < m_shown.size()) {
        takeRow(m_popup->current());
        return;
    }
    const bool ahead = best && m_waiting; // the list had no time to open
    m_popup->dismiss();
    if (isSettled())
        m_waiting = false;
    else if (isSettling() && m_asked == typed)
        return; // it is on its way
    else if (typed.isEmpty())
        choose({}, {});
    else
        ask(typed, ahead ? Then::TakeFirst : Then::TakeExact);
}

bool CustomerField::event(QEvent* event)
{
    // Esc closes the list, or takes back what was typed, before it closes the page.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape
        && (m_popup->isOpen() || !isSettled())) {
        event->accept();
        return true;
    }
    return ImeLineEdit::event(event);
}

void CustomerField::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier) {
        ImeLineEdit::keyPressEvent(event);
        return;
    }
    if (enter) {
        if (m_popup->isOpen() && !m_waiting && m_popup->current() >= 0)
            takeRow(m_popup->current()); // the new customer's row, too
        else
            settle(true);
        event->ignore(); // and on to the next field
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        if (m_popup->isOpen() || !isSettled()) {
            setCustomer(m_customer, m_name);
            selectAll();
            return;
        }
    } else if (QKeySequence(event->keyCombination()) == keyFor(KeyAction::Choices)
        || (event->key() == Qt::Key_Down && !m_popup->isOpen())) {
        const QString typed = effectiveText().trimmed();
        if (!isReadOnly())
            ask(typed == m_name ? QString() : typed, Then::Show);
        return;
    } else if (m_popup->keyPressed(event)) {
        return;
    }
    ImeLineEdit::keyPressEvent(event);
}

void CustomerField::focusInEvent(QFocusEvent* event)
{
    ImeLineEdit::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && event->reason() != Qt::PopupFocusReason)
        selectAll();
}

void CustomerField::focusOutEvent(QFocusEvent* event)
{
    ImeLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    settle(byKey);
}

} // namespace dure::app

#include "moc_customer_field.cpp"
