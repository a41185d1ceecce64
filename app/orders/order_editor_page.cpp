#include "app/orders/order_editor_page.h"

#include "app/lookup/customer_field.h"
#include "app/orders/call_off_sheet.h"
#include "app/orders/order_foot.h"
#include "app/orders/order_head.h"
#include "app/orders/order_line_grid.h"
#include "app/widgets/date_text.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_hint_bar.h"
#include "app/widgets/key_map.h"
#include "app/widgets/label.h"
#include "app/widgets/number_text.h"

#include <QApplication>
#include <QShortcut>
#include <QVBoxLayout>

namespace dure::app {

OrderEditorPage::OrderEditorPage(CompanyData& data, const Uuid& order, const Uuid& forCustomer, QWidget* parent)
    : EditorPage(data, parent)
    , m_opened(order)
    , m_order(order)
    , m_forCustomer(forCustomer)
    , m_model(new OrderLineModel(this))
    , m_completion(new ProductCompletion(data, this))
    , m_head(new OrderHead(data))
    , m_grid(new OrderLineGrid(*m_model, *m_completion))
    , m_callOff(new CallOffSheet)
    , m_foot(new OrderFoot)
    , m_hints(new KeyHintBar)
{
    makeScreen();
    connectParts();
    addKeys();
    m_model->setToday(data.today());
    open();
}

QString OrderEditorPage::title() const { return m_order.isNil() ? tr("New order") : tr("Edit the order"); }

void OrderEditorPage::makeScreen()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(new HairLine(Qt::Horizontal, nullptr, Color::Panel));
    layout->addWidget(m_grid, 1);
    layout->addWidget(m_callOff);
    layout->addWidget(&strip());
    layout->addWidget(m_foot);
    layout->addWidget(m_hints);
    addAction(new Label(LabelRole::Hint, tr("Kept on this PC as you type")));
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] { host()->closePage(this); });
    m_save = new KeyButton(ButtonKind::Primary, tr("Save"));
    m_save->setKey(keyFor(KeyAction::Save));
    addAction(m_save);
    connect(m_save, &QAbstractButton::clicked, this, &OrderEditorPage::save);
}

void OrderEditorPage::addKeys()
{
    const auto key = [this](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(keyFor(KeyAction::Primary), [this] { save(); });
    key(keyFor(KeyAction::NextPane), [this] { focusNextPane(); });
    key(secondCloseKey(), [this] {
        commitComposition();
        host()->closePage(this);
    });
}

void OrderEditorPage::connectParts()
{
    connect(m_head, &OrderHead::changed, this, &OrderEditorPage::onHeadChanged);
    connect(m_head, &OrderHead::left, m_grid, [this] { m_grid->setFocus(Qt::TabFocusReason); });
    connect(m_head, &OrderHead::customerChosen, this, [this](const Uuid& id) {
        m_reoffer = true;
        m_completion->setCustomer(id, m_order);
        readCustomer(id, true);
    });
    connect(&m_head->customer(), &CustomerField::newWanted, this, &OrderEditorPage::makeCustomer);
    m_completion->setOffersNew(data().mayWrite(TableId::Product));
    connect(m_grid, &OrderLineGrid::newProductWanted, this, &OrderEditorPage::makeProduct);
    connect(m_grid, &OrderLineGrid::lastOrderWanted, this, &OrderEditorPage::repeatLastOrder);
    connect(m_grid, &OrderLineGrid::callOffWanted, this, &OrderEditorPage::openCallOff);
    connect(m_callOff, &CallOffSheet::splitWanted, this, &OrderEditorPage::splitLine);
    connect(&m_callOff->model(), &CallOffModel::changed, this, [this] {
        if (isTouched() || m_callOff->isBegun())
            touched();
    });
    connect(m_callOff, &CallOffSheet::shown, this, &OrderEditorPage::makeRoomForCallOff);
    connect(m_callOff, &CallOffSheet::closed, m_grid, [this] {
        m_grid->setFocus(Qt::OtherFocusReason);
        if (m_callOff->isBegun())
            strip().show(Tone::Info, tr("The dates and quantities you typed are still there."),
                tr("%1 on the line brings them back.").arg(keyText(OrderLineGrid::callOffKey())));
    });
    connect(m_model, &OrderLineModel::linesChanged, this, &OrderEditorPage::followCallOff);
    connect(m_grid, &EntryGrid::leftUpwards, m_head, &OrderHead::focusLast);
    connect(m_grid, &EntryGrid::cellChanged, this, &OrderEditorPage::showMessage);
    connect(m_grid, &OrderLineGrid::pasted, this, [this](int lines, int unmatched, const QStringList& replaced) {
        strip().clear();
        if (unmatched == 0) {
            strip().show(Tone::Info, tr("%n line(s) pasted.", nullptr, lines),
                replaced.isEmpty() ? QString()
                                   : tr("The products' own names stand in place of “%1”.")
                                         .arg(replaced.mid(0, 3).join(QStringLiteral("”, “"))));
            return;
        }
        strip().show(Tone::Amber, tr("%n line(s) pasted.", nullptr, lines),
            tr("%n of them are of no product that is known; they stay as text, marked.", nullptr, unmatched));
        connect(strip().addAction(tr("To the first")), &QAbstractButton::clicked, this, [this] {
            m_grid->goTo(m_model->firstProblem(true));
            m_grid->setFocus();
        });
    });
    connect(m_completion, &ProductCompletion::pricingChanged, this, [this] {
        const bool known = m_completion->pricing() != nullptr;
        m_model->setPricing(m_completion->pricing(), known && std::exchange(m_reoffer, false));
        showMessage();
    });
    connect(m_model, &OrderLineModel::linesChanged, this, &OrderEditorPage::touched);
    connect(m_model, &OrderLineModel::amountsChanged, this, &OrderEditorPage::showTotals);
    const auto retry = [this] {
        if (m_saveWhenSettled && !isWaiting())
            save();
    };
    connect(m_grid, &OrderLineGrid::settled, this, retry);
    connect(&m_head->customer(), &CustomerField::settled, this, retry);
    connect(m_completion, &ProductCompletion::pricingChanged, this, retry);
    connect(this, &OrderEditorPage::customerShown, this, retry);
    connect(&data(), &CompanyData::changed, this, &OrderEditorPage::onDataChanged);
    connect(&data(), &CompanyData::failed, this, [this] { m_saveWhenSettled = false; }); // nothing saves by itself then
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { onFocusChanged(now); });
}

void OrderEditorPage::onFocusChanged(QWidget* now)
{
    if (!now || now == this || !isAncestorOf(now))
        return;
    m_lastFocus = now;
    const auto hint = [](KeyAction action, const QString& text) { return KeyHint{keyText(keyFor(action)), text}; };
    if (m_callOff->isAncestorOf(now)) {
        m_hints->setHints({{QStringLiteral("Enter"), tr("next field")},
            {QStringLiteral("Ctrl+Del"), tr("take the part out")}, hint(KeyAction::Choices, tr("calendar")),
            hint(KeyAction::Save, tr("split the line")), {QStringLiteral("Esc"), tr("leave it")}});
        return;
    }
    if (!m_grid->isAncestorOf(now)) {
        m_hints->setHints({{QStringLiteral("Enter"), tr("next field")}, hint(KeyAction::Choices, tr("list")),
            hint(KeyAction::NextPane, tr("to the lines")), hint(KeyAction::Save, tr("save"))});
        return;
    }
    m_hints->setHints({{QStringLiteral("Enter"), tr("next cell")}, {QStringLiteral("F2"), tr("edit the cell")},
        hint(KeyAction::Choices, tr("list")),
        hint(KeyAction::AsAbove, m_model->lineCount() == 0 ? tr("as the last order") : tr("as above")),
        {QStringLiteral("Ctrl+V"), tr("paste from Excel")}, {QStringLiteral("Ctrl+Del"), tr("delete the line")},
        {keyText(OrderLineGrid::callOffKey()), tr("split by due date")}, {QStringLiteral("Alt+↑"), tr("to the head")},
        hint(KeyAction::Save, tr("save"))});
}

void OrderEditorPage::entered()
{
    if (m_lastFocus)
        m_lastFocus->setFocus(Qt::OtherFocusReason);
    else if (m_head->customer().customer().isNil())
        m_head->focusFirst();
    else
        m_grid->setFocus(Qt::OtherFocusReason);
}

void OrderEditorPage::focusNextPane()
{
    commitComposition();
    if (m_grid->isAncestorOf(QApplication::focusWidget())) {
        m_grid->settle();
        m_head->focusLast();
    } else {
        m_grid->setFocus(Qt::ShortcutFocusReason);
    }
}

void OrderEditorPage::onHeadChanged()
{
    const SalesOrder order = m_head->order();
    m_model->setTax(order.tax);
    m_model->setDue(order.dueOn);
    if (m_model->terms().day != order.orderedOn && order.orderedOn.isValid()) {
        m_model->setDay(order.orderedOn);
        m_completion->setDay(order.orderedOn);
        readNumber();
    }
    showMessage();
    touched();
}

void OrderEditorPage::showTotals()
{
    m_foot->setTotals(m_model->lineCount(), m_model->totals());
    showMessage();
}

void OrderEditorPage::showMessage()
{
    const QModelIndex cell = m_grid->cell();
    const QString problem = cell.data(ProblemRole).toString();
    if (!problem.isEmpty() && !strip().text().contains(problem)) {
        m_foot->setMessage(Status::Late, problem.toHtmlEscaped());
        return;
    }
    if (m_model->lineAt(cell.row()).line.quantity < Quantity{}) {
        m_foot->setMessage(Status::Attention, tr("The quantity is below 0: this line takes goods back."));
        return;
    }
    const SalesOrder head = m_head->order();
    const Date lineDue = m_model->lineAt(cell.row()).line.dueOn;
    const Date due = lineDue.isNull() ? head.dueOn : lineDue;
    if (!due.isNull() && !head.orderedOn.isNull() && due < head.orderedOn) {
        m_foot->setMessage(Status::Attention, tr("It is due before it was ordered. Check both dates."));
        return;
    }
    if (const auto agreed = passedOver(m_model->lineAt(cell.row()), m_model->terms())) {
        m_foot->setMessage(Status::Info,
            tr("For this quantity %1 is agreed since %2. %3 in the price shows all prices.")
                .arg(QStringLiteral("<b>%1</b>").arg(numberText(agreed->unitPrice)),
                    dateText(agreed->validFrom, data().today()), keyText(keyFor(KeyAction::Choices))));
        return;
    }
    if (!m_customer) {
        m_foot->setMessage(Status::None, {});
        return;
    }
    std::vector<OrderLine> lines;
    for (int row = 0; row < m_model->rowCount(); ++row)
        lines.push_back(m_model->lineAt(row).line);
    const Delivered delivered = m_before ? m_before->delivered : Delivered{};
    const Won owed = m_customer->balance + toBeOwed(m_model->terms().tax, lines, delivered);
    const Won limit = m_customer->customer.creditLimit;
    const QString sum = QStringLiteral("<b>%1</b>").arg(wonText(owed));
    if (limit.amount <= 0)
        m_foot->setMessage(Status::Info, tr("With all of this order delivered the customer owes %1.").arg(sum));
    else if (owed <= limit)
        m_foot->setMessage(
            Status::Info, tr("With all of this order delivered the customer owes %1, within the limit.").arg(sum));
    else
        m_foot->setMessage(Status::Attention,
            tr("With all of this order delivered the customer owes %1, %2 over the limit.")
                .arg(sum, wonText(owed - limit)));
}

} // namespace dure::app

#include "moc_order_editor_page.cpp"
