#include "app/deliveries/delivery_editor_page.h"

#include "app/deliveries/delivery_head.h"
#include "app/deliveries/delivery_line_grid.h"
#include "app/deliveries/delivery_statement.h"
#include "app/deliveries/delivery_sums.h"
#include "app/deliveries/statement_pane.h"
#include "app/documents/company_reading.h"
#include "app/lookup/customer_field.h"
#include "app/lookup/product_completion.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_hint_bar.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/particles.h"
#include "app/widgets/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QShortcut>

namespace dure::app {
namespace {

constexpr int balanceDelayMs = 80; // while a quantity is typed the sums below wait for a moment of rest
constexpr int formWidth = 630; // at 100 %; the statement has the rest
constexpr int leastStatementWidth = 400;

} // namespace

DeliveryEditorPage::DeliveryEditorPage(CompanyData& data, const Uuid& order, QWidget* parent)
    : EditorPage(data, parent)
    , m_order(order)
    , m_model(new DeliveryLineModel(this))
    , m_completion(new ProductCompletion(data, this))
    , m_head(new DeliveryHead(data, !order.isNil()))
    , m_grid(new DeliveryLineGrid(*m_model, *m_completion))
    , m_over(new MessageStrip(MessageStrip::Shape::Row))
    , m_sums(new DeliverySums)
    , m_statement(new StatementPane)
    , m_hints(new KeyHintBar)
    , m_balanceTimer(new QTimer(this))
{
    makeScreen();
    addActions();
    addKeys();
    connectParts();
    open();
}

QString DeliveryEditorPage::subtitle() const
{
    if (isReady() && part() > 0)
        return tr("no. %1", "part of an order").arg(part());
    return isReady() && m_order.isNil() ? tr("without an order") : QString();
}

void DeliveryEditorPage::makeScreen()
{
    auto* form = new QWidget;
    auto* formLayout = new QVBoxLayout(form);
    formLayout->setContentsMargins(0, 0, 0, 0);
    formLayout->setSpacing(0);
    formLayout->addWidget(&strip());
    formLayout->addWidget(m_head);
    formLayout->addWidget(new HairLine(Qt::Horizontal, nullptr, Color::Panel));
    formLayout->addWidget(m_grid);
    formLayout->addWidget(m_over);
    formLayout->addWidget(makeTools());
    formLayout->addWidget(new HairLine(Qt::Horizontal, nullptr, Color::Panel));
    formLayout->addLayout(makeFoot());
    formLayout->addStretch(1);
    formLayout->addWidget(m_hints);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(form);
    layout->addWidget(m_statement, 1);
    m_form = form;
    Theme::follow(this, [this](const Tokens&) { arrange(); });
}

void DeliveryEditorPage::showHints()
{
    const auto key = [](KeyAction action) { return keyText(keyFor(action)); };
    QList<KeyHint> hints{{QStringLiteral("Enter"), tr("next quantity")},
        {key(KeyAction::Choices), m_order.isNil() ? tr("list") : tr("what remains")},
        {QStringLiteral("Del"), tr("leave out this time")}};
    if (!m_hasRoom)
        hints += {key(KeyAction::Print), tr("preview")};
    hints += {key(m_hasRoom ? KeyAction::Print : KeyAction::Primary), tr("save and print")};
    m_hints->setHints(hints);
}

QLayout* DeliveryEditorPage::makeFoot()
{
    auto* foot = new QHBoxLayout;
    auto* memo = new QVBoxLayout;
    memo->addWidget(m_head->memoCell());
    memo->addStretch();
    foot->addLayout(memo, 1);
    foot->addWidget(m_sums, 0, Qt::AlignTop);
    Theme::follow(m_sums,
        [=](const Tokens& t) { memo->setContentsMargins(t.px(Px::Space16), t.px(Px::Space12), t.px(Px::Space8), 0); });
    return foot;
}

QWidget* DeliveryEditorPage::makeTools()
{
    auto* tools = new QWidget;
    auto* layout = new QHBoxLayout(tools);
    auto* more = new KeyButton(ButtonKind::Quiet, tr("Something not ordered"));
    more->setSymbol(Icon::Plus);
    connect(more, &QAbstractButton::clicked, m_grid, &DeliveryLineGrid::goToNewLine);
    auto* all = new KeyButton(ButtonKind::Quiet, tr("All that remains"));
    all->setSymbol(Icon::ListChecks);
    all->setKeyHint(QStringLiteral("Ctrl+A"));
    connect(all, &QAbstractButton::clicked, m_model, &DeliveryLineModel::fillAllRemaining);
    layout->addWidget(more);
    layout->addWidget(all);
    layout->addStretch();
    if (m_order.isNil())
        tools->hide();
    Theme::follow(tools, [=](const Tokens& t) {
        layout->setContentsMargins(t.px(Px::Space8), t.px(Px::Space8), t.px(Px::Space16), t.px(Px::Space8));
        layout->setSpacing(t.px(Px::Space8));
    });
    return tools;
}

void DeliveryEditorPage::addActions()
{
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, &DeliveryEditorPage::leave);
    auto* saveOnly = new KeyButton(ButtonKind::Plain, tr("Save"));
    saveOnly->setKey(keyFor(KeyAction::Save));
    addAction(saveOnly);
    connect(saveOnly, &QAbstractButton::clicked, this, [this] { save(false); });
    auto* print = new KeyButton(ButtonKind::Primary, tr("Save and print"));
    print->setKey(keyFor(KeyAction::Primary));
    addAction(print);
    connect(print, &QAbstractButton::clicked, this, [this] { save(true); });
}

void DeliveryEditorPage::addKeys()
{
    const auto key = [this](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(keyFor(KeyAction::Print), [this] {
        if (m_hasRoom)
            save(true);
        else
            togglePreview();
    });
    key(secondCloseKey(), [this] {
        commitComposition();
        leave();
    });
    key(keyFor(KeyAction::NextPane), [this] {
        commitComposition();
        if (m_grid->isAncestorOf(QApplication::focusWidget()))
            m_head->focusFirst();
        else
            m_grid->setFocus(Qt::ShortcutFocusReason);
    });
}

void DeliveryEditorPage::leave()
{
    if (!m_hasRoom && m_previewAsked)
        togglePreview();
    else
        host()->closePage(this);
}

void DeliveryEditorPage::connectParts()
{
    m_balanceTimer->setSingleShot(true);
    m_balanceTimer->setInterval(balanceDelayMs);
    connect(m_balanceTimer, &QTimer::timeout, this, &DeliveryEditorPage::readBalances);
    connect(m_head, &DeliveryHead::changed, this, [this] {
        touched();
        showStatement();
    });
    connect(m_head, &DeliveryHead::dayChanged, this, [this] {
        followDay();
        m_balanceTimer->start();
    });
    connect(m_head, &DeliveryHead::customerChosen, this, [this](const Uuid& id) { readCustomer(id); });
    connect(m_head, &DeliveryHead::left, m_grid, [this] { m_grid->setFocus(Qt::TabFocusReason); });
    connect(m_grid, &EntryGrid::leftUpwards, m_head, &DeliveryHead::focusFirst);
    connect(m_grid, &EntryGrid::cellChanged, this, &DeliveryEditorPage::showOver);
    connect(m_model, &DeliveryLineModel::linesChanged, this, [this] {
        showTotals();
        touched();
    });
    connect(m_model, &DeliveryLineModel::typingChanged, this, &DeliveryEditorPage::showTotals);
    connect(m_grid, &DeliveryLineGrid::settled, this, &DeliveryEditorPage::retrySaving);
    if (const CustomerField* customer = m_head->customerField())
        connect(customer, &CustomerField::settled, this, &DeliveryEditorPage::retrySaving);
    connect(&data(), &CompanyData::changed, this, &DeliveryEditorPage::onDataChanged);
    connect(&data(), &CompanyData::failed, this, [this] { m_saveWhenSettled.reset(); }); // nothing saves by itself then
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && m_form->isAncestorOf(now))
            m_lastFocus = now;
    });
}

void DeliveryEditorPage::entered()
{
    if (m_lastFocus)
        m_lastFocus->setFocus(Qt::OtherFocusReason);
    else if (m_order.isNil())
        m_head->focusFirst();
    else
        m_grid->setFocus(Qt::OtherFocusReason);
}

void DeliveryEditorPage::readBalances()
{
    const Uuid customer = m_opening.customer.id;
    const Date day = m_head->deliveredOn();
    if (customer.isNil() || !day.isValid()) {
        m_balancesKnown = false;
        m_sums->setBalances(std::nullopt);
        showStatement();
        return;
    }
    data().read(
        this, QStringLiteral("balances"),
        [customer, day, total = m_model->totals().total()](Reader& reader) {
            return std::pair(reader.receivables().statementPreview(customer, day, total), isFirstSyncDone(reader));
        },
        [this, customer](const std::pair<storage::StatementBalances, bool>& read) {
            if (customer != m_opening.customer.id)
                return;
            m_balances = read.first;
            m_balancesKnown = read.second;
            m_sums->setBalances(m_balancesKnown ? std::optional(m_balances) : std::nullopt);
            showStatement();
        });
}

void DeliveryEditorPage::showTotals()
{
    m_sums->setTotals(m_model->totals(), m_opening.tax);
    m_balanceTimer->start();
    showOver();
}

void DeliveryEditorPage::showStatement()
{
    if (!isReady() || !m_head->deliveredOn().isValid())
        return;
    StatementInput input;
    input.number = m_number.toStdString();
    input.date = m_head->deliveredOn();
    input.supplier = partyOf(m_opening.company);
    input.buyer = partyOf(m_opening.customer);
    input.taxKind = m_opening.tax.kind;
    input.priceKind = m_opening.tax.priceKind;
    const auto amounts = m_model->amounts();
    const QList<DeliveryEntry> entries = m_model->shownEntries();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const DeliveryEntry& entry = entries[i];
        if (!entry.now.isZero())
            input.lines.push_back({{}, entry.name.toStdString(), entry.spec.toStdString(), entry.now, entry.unitPrice,
                amounts[std::size_t(i)], {}});
    }
    if (m_balancesKnown) {
        input.previousBalance = m_balances.previous;
        input.paid = m_balances.paid;
    }
    input.note = statementNote(m_opening.order ? m_opening.order->number : std::string(), part(),
        m_head->siteName().toStdString(), m_head->memo().toStdString(), m_opening.company);
    input.receiver = m_head->receiver().toStdString();
    input.pictures = m_opening.pictures;
    m_statement->setStatement(input);
}

void DeliveryEditorPage::showOver()
{
    m_over->clear();
    // the row the cursor stands on first, else the first that is over
    int row = m_grid->cell().isValid() && m_model->isOver(m_grid->cell().row()) ? m_grid->cell().row() : -1;
    for (int i = 0; row < 0 && i < m_model->rowCount(); ++i) {
        if (m_model->isOver(i))
            row = i;
    }
    if (row < 0)
        return;
    const DeliveryEntry entry = m_model->shownEntries().at(row);
    const auto pieces = [&](Quantity quantity) { return numberText(quantity) + entry.unit; };
    const auto bp = m_opening.tolerance.overBp;
    // which one it is stands above it, unless the cursor is elsewhere
    const QString what = row == m_grid->cell().row()
        ? tr("%1 more than what remains.").arg(pieces(entry.excess()))
        : tr("%1: %2 more than what remains.").arg(entry.name, pieces(entry.excess()));
    const QString allowed
        = tr("This customer's tolerance is %1 (%2).").arg(percentText(bp), pieces(m_model->toleranceOf(row)));
    if (m_model->isBeyondTolerance(row)) {
        m_over->show(Tone::Amber, what + u' ' + (bp > 0 ? allowed : tr("No tolerance is agreed with this customer.")),
            tr("It can be saved as it is and will stand under \"Needs a look\"."));
    } else {
        m_over->show(Tone::Info, what, allowed);
    }
    KeyButton* fit = m_over->addAction(withParticles(tr("Make it %1").arg(numberText(entry.remaining()))));
    if (row == m_grid->cell().row()) // elsewhere the key takes what remains of the row it is pressed in
        fit->setKeyHint(keyText(keyFor(KeyAction::Choices)));
    connect(fit, &QAbstractButton::clicked, this, [this, row] { m_model->fillRemaining(row); });
}

/// Where both do not fit beside each other the statement takes the form's place until it is put away again.
void DeliveryEditorPage::togglePreview()
{
    commitComposition();
    m_grid->settle();
    m_previewAsked = !m_previewAsked;
    arrange();
    if (m_previewAsked)
        m_statement->setFocus(Qt::ShortcutFocusReason);
    else
        entered();
}

void DeliveryEditorPage::arrange()
{
    const int form = tokens().scaled(formWidth);
    m_hasRoom = width() - form >= tokens().scaled(leastStatementWidth);
    m_statement->setVisible(m_hasRoom || m_previewAsked);
    m_form->setVisible(m_hasRoom || !m_previewAsked);
    m_form->setMaximumWidth(m_hasRoom ? form : QWIDGETSIZE_MAX);
    m_form->setMinimumWidth(m_hasRoom ? form : 0);
    m_sums->setBeside(!m_hasRoom);
    showHints();
}

void DeliveryEditorPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

} // namespace dure::app

#include "moc_delivery_editor_page.cpp"
