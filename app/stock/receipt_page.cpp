#include "app/stock/receipt_page.h"

#include "app/data/error_text.h"
#include "app/lookup/product_completion.h"
#include "app/stock/receipt_grid.h"
#include "app/stock/stock_words.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_hint_bar.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/panel.h"
#include "app/widgets/quantity_text.h"
#include "app/widgets/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QShortcut>

namespace dure::app {
namespace {

using Model = ReceiptLineModel;

std::vector<storage::ProductChoice> choicesOf(Reader& reader, const std::vector<Uuid>& products)
{
    storage::ProductChoiceStore store(reader.db());
    std::vector<storage::ProductChoice> choices;
    for (const Uuid& product : products) {
        if (auto choice = product.isNil() ? std::nullopt : store.find(product))
            choices.push_back(std::move(*choice));
    }
    return choices;
}

} // namespace

ReceiptPage::ReceiptPage(CompanyData& data, const Uuid& product, QWidget* parent)
    : EditorPage(data, parent)
    , m_model(new ReceiptLineModel(this))
    , m_completion(new ProductCompletion(data, this))
    , m_grid(new ReceiptGrid(*m_model, *m_completion))
    , m_on(new DateField)
    , m_kind(new ChoiceField)
    , m_count(new Label(LabelRole::Muted))
    , m_note(new MessageStrip(MessageStrip::Shape::Row))
    , m_hints(new KeyHintBar)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(&strip());
    layout->addWidget(makeHead());
    layout->addWidget(new HairLine(Qt::Horizontal, nullptr, Color::Panel));
    layout->addWidget(m_grid, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_hints);
    m_hints->setHints({{QStringLiteral("Enter"), tr("next cell")}, {keyText(keyFor(KeyAction::Choices)), tr("list")},
        {QStringLiteral("10box · 2plt"), tr("boxes and pallets as they are")},
        {QStringLiteral("Ctrl+Del"), tr("take the line out")}, {keyText(keyFor(KeyAction::Save)), tr("save")}});
    addActions();
    addKeys();
    connect(m_model, &Model::linesChanged, this, [this] {
        m_count->setText(m_model->isEmpty() ? QString() : tr("%n line(s)", nullptr, m_model->rowCount() - 1));
        touched();
        showNote();
    });
    connect(m_grid, &EntryGrid::cellChanged, this, &ReceiptPage::showNote);
    connect(m_grid, &EntryGrid::leftUpwards, m_on, [this] { m_on->setFocus(Qt::BacktabFocusReason); });
    connect(m_grid, &ReceiptGrid::settled, this, [this] {
        if (std::exchange(m_saveWhenSettled, false))
            save();
    });
    connect(&data, &CompanyData::changed, this, [this](const ChangeSet& changes) {
        if (isAtWork() && changes.touches(TableId::StockMovement))
            readStock();
    });
    connect(&data, &CompanyData::failed, this, [this] { m_saveWhenSettled = false; });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && isAncestorOf(now))
            m_lastFocus = now;
    });
    open(product);
}

QString ReceiptPage::title() const { return tr("Production receipt"); }

QWidget* ReceiptPage::makeHead()
{
    auto* head = new QWidget;
    auto* layout = new QHBoxLayout(head);
    m_on->setRequired(true);
    m_on->setToday(data().today());
    m_on->setDate(data().today());
    for (const auto kind : {StockMovementKind::Production, StockMovementKind::Purchase})
        m_kind->addItem(movementKindText(kind), int(kind));
    m_onCell = new FormCell(tr("Received on"), m_on);
    auto* kindCell = new FormCell(tr("Kind"), m_kind);
    layout->addWidget(m_onCell);
    layout->addWidget(kindCell);
    layout->addStretch(1);
    layout->addWidget(m_count, 0, Qt::AlignBottom);
    connect(m_on, &DateField::dateChanged, this, [this] {
        m_onCell->setProblem({});
        touched();
    });
    connect(m_on, &DateField::rejected, m_onCell, &FormCell::setProblem);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] { touched(); });
    Theme::follow(head, [=, this](const Tokens& t) {
        const int pad = t.px(Px::Space16);
        layout->setContentsMargins(pad, t.px(Px::Space12), pad, t.px(Px::Space12));
        layout->setSpacing(t.px(Px::Space12));
        m_onCell->setFixedWidth(t.scaled(150));
        kindCell->setFixedWidth(t.scaled(170));
    });
    return head;
}

void ReceiptPage::addActions()
{
    addAction(new Label(LabelRole::Hint, tr("What you type is kept on this PC")));
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] { host()->closePage(this); });
    auto* saveButton = new KeyButton(ButtonKind::Primary, tr("Save"));
    saveButton->setKey(keyFor(KeyAction::Save));
    addAction(saveButton);
    connect(saveButton, &QAbstractButton::clicked, this, &ReceiptPage::save);
}

void ReceiptPage::addKeys()
{
    const auto key = [this](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(keyFor(KeyAction::Primary), [this] { save(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { save(); }); // the keypad's
    key(keyFor(KeyAction::NextPane), [this] {
        commitComposition();
        QWidget* const to = m_grid->isAncestorOf(QApplication::focusWidget()) ? static_cast<QWidget*>(m_on) : m_grid;
        to->setFocus(Qt::ShortcutFocusReason);
    });
    for (const auto enter : {Qt::Key_Return, Qt::Key_Enter}) { // from the head into the lines
        auto* down = new QShortcut(QKeySequence(enter), m_on);
        down->setContext(Qt::WidgetShortcut);
        connect(down, &QShortcut::activated, this, [this] {
            m_on->takeTyped();
            m_grid->setFocus(Qt::TabFocusReason);
        });
    }
}

StockMovementKind ReceiptPage::kind() const { return StockMovementKind(m_kind->currentData().toInt()); }

void ReceiptPage::entered()
{
    if (m_lastFocus)
        m_lastFocus->setFocus(Qt::OtherFocusReason);
    else
        m_grid->setFocus(Qt::OtherFocusReason);
}

void ReceiptPage::open(const Uuid& product)
{
    data().run(
        this, [name = draftName()](commands::Commands& c) { return c.loadDraft(name); },
        [this, product](std::optional<std::string>&& kept) {
            const QJsonObject draft
                = kept ? QJsonDocument::fromJson(QByteArray::fromStdString(*kept)).object() : QJsonObject();
            auto products = Model::productsOf(draft[QStringLiteral("lines")].toArray());
            products.push_back(product);
            data().read(
                this, QStringLiteral("open"), [products](Reader& reader) { return choicesOf(reader, products); },
                [this, draft, product](const std::vector<storage::ProductChoice>& choices) {
                    if (!draft.isEmpty())
                        resume(draft, choices);
                    const auto wanted = std::ranges::find(choices, product, &storage::ProductChoice::id);
                    if (!product.isNil() && wanted != choices.end()) {
                        const int row = m_model->rowCount() - 1; // behind what was typed before
                        m_model->takeProduct(row, *wanted);
                        m_grid->goTo(m_model->index(row, Model::Amount));
                    }
                    setReady(true);
                    m_lastFocus.clear(); // the window gave the keyboard to the first field, not the user
                    if (isVisible())
                        entered();
                    Q_EMIT ready();
                });
        });
}

QJsonObject ReceiptPage::typed() const
{
    return {{QStringLiteral("on"), m_on->date().yyyymmdd}, {QStringLiteral("kind"), int(kind())},
        {QStringLiteral("lines"), m_model->typed()}};
}

void ReceiptPage::resume(const QJsonObject& draft, const std::vector<storage::ProductChoice>& choices)
{
    m_on->setDate({draft[QStringLiteral("on")].toInt()});
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(draft[QStringLiteral("kind")].toInt())));
    m_model->resume(draft[QStringLiteral("lines")].toArray(), choices);
    m_grid->goTo(m_model->index(m_model->rowCount() - 1, Model::Product));
    setTouched(true);
    strip().clear();
    strip().show(Tone::Info, tr("What you typed before is back."));
    connect(strip().addAction(tr("Begin anew")), &QAbstractButton::clicked, this, &ReceiptPage::beginAnew);
}

void ReceiptPage::beginAnew()
{
    takeTyped();
    const QList<ReceiptEntry> entries = m_model->entries();
    dropDraft();
    m_model->setEntries({});
    m_on->setDate(data().today());
    setTouched(false);
    offerBack([this, entries] { m_model->setEntries(entries); });
    m_grid->setFocus(Qt::OtherFocusReason);
}

/// Others may move the same products meanwhile.
void ReceiptPage::readStock()
{
    std::vector<Uuid> products;
    for (const ReceiptEntry& entry : m_model->entries()) {
        if (!entry.productId.isNil())
            products.push_back(entry.productId);
    }
    data().read(
        this, QStringLiteral("stock"), [products](Reader& reader) { return reader.stock().rows(products); },
        [this](const std::vector<storage::StockListRow>& rows) {
            for (const storage::StockListRow& row : rows)
                m_model->setOnHand(row.id, row.onHand);
        });
}

/// How what was typed was understood, of the line the cursor stands on or the one it just left.
void ReceiptPage::showNote()
{
    m_note->clear();
    const int row = m_grid->cell().row();
    QString note = m_model->noteOf(row);
    if (note.isEmpty() && m_grid->cell().column() == Model::Product)
        note = m_model->noteOf(row - 1);
    if (!note.isEmpty())
        m_note->show(Tone::Info, note);
}

bool ReceiptPage::isChanged() const { return !m_model->isEmpty() || m_on->date() != data().today(); }

std::function<std::string()> ReceiptPage::draft() const
{
    return [typed = typed()] { return QJsonDocument(typed).toJson(QJsonDocument::Compact).toStdString(); };
}

bool ReceiptPage::takeTyped()
{
    m_grid->settle();
    return m_on->takeTyped();
}

bool ReceiptPage::mayClose()
{
    m_saveWhenSettled = false;
    return EditorPage::mayClose();
}

bool ReceiptPage::stopAtProblem()
{
    strip().clear();
    const QString notSaved = tr("It was not saved.");
    if (!m_on->isAcceptable()) {
        m_onCell->setProblem(m_on->date().isNull() ? tr("The day is empty. Fill it in.") : m_on->toolTip());
        refuse(notSaved, tr("The day cannot be read. Correct what is marked."));
        m_on->setFocus(Qt::OtherFocusReason);
        return true;
    }
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const ReceiptEntry& entry = m_model->entries().at(row);
        if (entry.isBlank() || !entry.rejected.isEmpty())
            continue;
        if (entry.productId.isNil())
            m_model->setProblem(row, Model::Product, tr("Choose a product."));
        else if (entry.quantity.isZero())
            m_model->setProblem(row, Model::Amount, tr("The quantity is empty. Type it."));
    }
    if (const QModelIndex problem = m_model->firstProblem(); problem.isValid()) {
        refuse(notSaved, tr("Line %1: %2").arg(problem.row() + 1).arg(problem.data(ProblemRole).toString()));
        m_grid->goTo(problem);
        m_grid->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (m_model->isEmpty()) {
        refuse(tr("There is nothing to save."), tr("Type a product and its quantity."));
        m_grid->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

void ReceiptPage::save()
{
    if (!isAtWork())
        return;
    commitComposition();
    takeTyped();
    m_saveWhenSettled = !m_grid->isSettled();
    if (m_saveWhenSettled || stopAtProblem())
        return;
    std::vector<StockMovement> movements;
    QList<int> rows;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const ReceiptEntry& entry = m_model->entries().at(row);
        if (entry.isBlank())
            continue;
        StockMovement movement;
        movement.productId = entry.productId;
        movement.movedOn = m_on->date();
        movement.kind = kind();
        movement.quantity = entry.quantity;
        movement.lot = entry.lot.toStdString();
        movement.memo = entry.memo.toStdString();
        movements.push_back(std::move(movement));
        rows += row;
    }
    const ReceiptEntry first = m_model->entries().at(rows.front());
    const QString what = movementKindText(kind());
    const QString done = movements.size() == 1
        ? tr("%1: %2, %3.").arg(what, first.product, measured(first.quantity, first.packing))
        : tr("%1: %n line(s) written down.", nullptr, int(movements.size())).arg(what);
    saveBy([movements](commands::Commands& c) { return c.recordStockMovements(movements); },
        [this, rows, done, product = first.productId](const commands::Result& result) {
            if (!result)
                return onRefused(result.error(), rows);
            host()->closePage(this);
            Q_EMIT saved(done, product);
        });
}

void ReceiptPage::onRefused(const commands::CommandError& error, const QList<int>& rows)
{
    using Col = col::StockMovement;
    const ErrorText text = errorText(error);
    refuse(text.what, text.wayOut);
    for (const commands::FieldProblem& problem : error.problems) {
        if (problem.line < 0 || problem.line >= rows.size())
            continue;
        const int column = problem.column == Col::quantity ? Model::Amount
            : problem.column == Col::lot                   ? Model::Lot
            : problem.column == Col::memo                  ? Model::Memo
                                                           : Model::Product;
        m_model->setProblem(rows[problem.line], column, problemText(problem));
    }
    if (const QModelIndex problem = m_model->firstProblem(); problem.isValid())
        m_grid->goTo(problem);
    m_grid->setFocus(Qt::OtherFocusReason);
}

} // namespace dure::app

#include "moc_receipt_page.cpp"
