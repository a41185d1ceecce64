#include "app/stock/count_page.h"

#include "app/data/error_text.h"
#include "app/stock/count_grid.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/date_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_hint_bar.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QShortcut>
#include <array>

namespace dure::app {
namespace {

using Model = CountSheetModel;
constexpr std::array chipIds{"all", "uncounted", "counted", "different"}; // by CountSheetModel::Show

} // namespace

CountPage::CountPage(CompanyData& data, QWidget* parent)
    : EditorPage(data, parent)
    , m_model(new Model(this))
    , m_grid(new CountGrid(*m_model))
    , m_on(new DateField)
    , m_filter(new ImeLineEdit)
    , m_chips(new ChipRow)
    , m_sums(new Label(LabelRole::Muted))
    , m_moved(new MessageStrip(MessageStrip::Shape::Row))
    , m_hints(new KeyHintBar)
    , m_day(data.today())
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(&strip());
    layout->addWidget(makeHead());
    layout->addWidget(new HairLine(Qt::Horizontal, nullptr, Color::Panel));
    layout->addWidget(m_grid, 1);
    layout->addWidget(m_moved);
    layout->addWidget(m_hints);
    m_hints->setHints({{QStringLiteral("Enter"), tr("next product")},
        {keyText(keyFor(KeyAction::Choices)), tr("as in the books")},
        {QStringLiteral("12box 35"), tr("boxes and the rest")},
        {keyText(keyFor(KeyAction::Filter)), tr("find a product")}, {keyText(keyFor(KeyAction::Save)), tr("save")}});
    addActions();
    addKeys();
    connect(m_model, &Model::countedChanged, this, &CountPage::showSums);
    connect(m_grid, &EntryGrid::leftUpwards, m_filter, [this] { m_filter->setFocus(Qt::BacktabFocusReason); });
    connect(&data, &CompanyData::changed, this, [this](const ChangeSet& changes) {
        if (isAtWork() && (changes.touches(TableId::StockMovement) || changes.touches(TableId::Product)))
            readBooks();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && isAncestorOf(now))
            m_lastFocus = now;
    });
    open();
}

QWidget* CountPage::makeHead()
{
    auto* head = new QWidget;
    auto* layout = new QHBoxLayout(head);
    m_on->setRequired(true);
    m_on->setToday(data().today());
    m_on->setDate(m_day);
    m_onCell = new FormCell(tr("Counted on"), m_on);
    auto* find = new FormCell(tr("Find"), m_filter);
    m_filter->setPlaceholderText(tr("Name, initial consonants or code"));
    m_chips->addChip(QStringLiteral("all"), tr("All"));
    m_chips->addChip(QStringLiteral("uncounted"), tr("Not counted"));
    m_chips->addChip(QStringLiteral("counted"), tr("Counted"));
    m_chips->addChip(QStringLiteral("different"), tr("Different"), Status::Attention);
    layout->addWidget(m_onCell);
    layout->addWidget(find);
    layout->addWidget(m_chips, 0, Qt::AlignBottom);
    layout->addStretch(1);
    layout->addWidget(m_sums, 0, Qt::AlignBottom);
    connect(m_on, &DateField::dateChanged, this, [this](Date day) {
        m_onCell->setProblem({});
        if (!day.isValid())
            return;
        m_day = day;
        readBooks();
        touched();
    });
    connect(m_on, &DateField::rejected, m_onCell, &FormCell::setProblem);
    connect(m_filter, &ImeLineEdit::effectiveTextChanged, this, &CountPage::filter);
    connect(m_chips, &ChipRow::chosen, this, [this](const QString& id) {
        m_grid->takeCell();
        for (std::size_t chip = 0; chip < chipIds.size(); ++chip) {
            if (id == QLatin1String(chipIds.at(chip)))
                m_model->show(Model::Show(chip));
        }
    });
    Theme::follow(head, [=, this](const Tokens& t) {
        const int pad = t.px(Px::Space16);
        layout->setContentsMargins(pad, t.px(Px::Space12), pad, t.px(Px::Space12));
        layout->setSpacing(t.px(Px::Space12));
        m_onCell->setFixedWidth(t.scaled(130));
        find->setFixedWidth(t.scaled(200));
    });
    return head;
}

void CountPage::addActions()
{
    addAction(new Label(LabelRole::Hint, tr("What you type is kept on this PC")));
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] { host()->closePage(this); });
    auto* saveButton = new KeyButton(ButtonKind::Primary, tr("Save"));
    saveButton->setKey(keyFor(KeyAction::Save));
    addAction(saveButton);
    connect(saveButton, &QAbstractButton::clicked, this, &CountPage::save);
}

void CountPage::addKeys()
{
    const auto key = [this](const QKeySequence& keys, QWidget* in, auto run) {
        auto* shortcut = new QShortcut(keys, in);
        shortcut->setContext(in == this ? Qt::WidgetWithChildrenShortcut : Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    const auto toGrid = [this] {
        commitComposition();
        m_grid->setFocus(Qt::TabFocusReason);
    };
    key(keyFor(KeyAction::Primary), this, [this] { save(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), this, [this] { save(); }); // the keypad's
    key(keyFor(KeyAction::Filter), this, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    for (QWidget* field : {static_cast<QWidget*>(m_filter), static_cast<QWidget*>(m_on)}) {
        for (const auto enter : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Down}) {
            if (enter != Qt::Key_Down || field == m_filter) // in a date it steps a day
                key(QKeySequence(enter), field, toGrid);
        }
    }
    key(keyFor(KeyAction::NextPane), this, [=, this] {
        if (m_grid->isAncestorOf(QApplication::focusWidget()))
            m_filter->setFocus(Qt::ShortcutFocusReason);
        else
            toGrid();
    });
}

void CountPage::entered()
{
    QWidget* const to = m_lastFocus ? m_lastFocus.data() : m_grid;
    to->setFocus(Qt::OtherFocusReason);
}

void CountPage::open()
{
    data().run(
        this, [name = draftName()](commands::Commands& c) { return c.loadDraft(name); },
        [this](std::optional<std::string>&& kept) {
            const QJsonObject draft
                = kept ? QJsonDocument::fromJson(QByteArray::fromStdString(*kept)).object() : QJsonObject();
            if (const Date day{draft[QStringLiteral("on")].toInt()}; day.isValid())
                m_day = day;
            m_on->setDate(m_day);
            data().read(
                this, QStringLiteral("books"), [day = m_day](Reader& reader) { return reader.stock().onDay(day); },
                [this, draft](std::vector<storage::StockListRow>&& books) {
                    m_model->setBooks(std::move(books));
                    if (!draft.isEmpty())
                        resume(draft);
                    setReady(true);
                    m_lastFocus.clear(); // an empty grid had no cell to give the keyboard to
                    if (m_model->rowCount() > 0)
                        m_grid->goTo(m_model->index(0, Model::Amount));
                    if (isVisible())
                        entered();
                    Q_EMIT ready();
                });
        });
}

/// Goods move while people count: the books follow, what was typed stays.
void CountPage::readBooks()
{
    data().read(
        this, QStringLiteral("books"), [day = m_day](Reader& reader) { return reader.stock().onDay(day); },
        [this](std::vector<storage::StockListRow>&& books) { m_model->setBooks(std::move(books)); });
}

void CountPage::filter()
{
    m_grid->takeCell();
    const std::string text = m_filter->effectiveText().trimmed().toStdString();
    if (text.empty()) {
        m_model->setFound(std::nullopt);
        return;
    }
    data().read(
        this, QStringLiteral("filter"),
        [text](Reader& reader) {
            storage::StockWindow whole;
            whole.limit = std::numeric_limits<std::int32_t>::max();
            QSet<QByteArray> found;
            for (const storage::StockListRow& row : reader.stock().list({storage::StockChip::All, text}, whole))
                found += Model::keyOf(row.id);
            return found;
        },
        [this, text](QSet<QByteArray>&& found) {
            if (text == m_filter->effectiveText().trimmed().toStdString())
                m_model->setFound(std::move(found));
        });
}

void CountPage::showSums()
{
    const Model::Sums sums = m_model->sums();
    m_chips->setCount(QStringLiteral("all"), sums.products);
    m_chips->setCount(QStringLiteral("uncounted"), sums.products - sums.counted);
    m_chips->setCount(QStringLiteral("counted"), sums.counted);
    m_chips->setCount(QStringLiteral("different"), sums.different);
    m_moved->clear();
    if (sums.movedSince > 0)
        m_moved->show(Tone::Amber, tr("The books of %n counted product(s) moved meanwhile.", nullptr, sums.movedSince),
            tr("Look at them again: saving makes the books of the day what was counted."));
    touched();
}

QJsonObject CountPage::typed() const
{
    return {{QStringLiteral("on"), m_day.yyyymmdd}, {QStringLiteral("counted"), m_model->typed()}};
}

std::function<std::string()> CountPage::draft() const
{
    return [typed = typed()] { return QJsonDocument(typed).toJson(QJsonDocument::Compact).toStdString(); };
}

void CountPage::resume(const QJsonObject& draft)
{
    m_model->resume(draft[QStringLiteral("counted")].toArray());
    setTouched(true);
    strip().clear();
    strip().show(Tone::Info, tr("What you typed before is back."));
    connect(strip().addAction(tr("Begin anew")), &QAbstractButton::clicked, this, &CountPage::beginAnew);
}

void CountPage::beginAnew()
{
    takeTyped();
    const QJsonObject typed = this->typed();
    dropDraft();
    m_model->clear();
    setTouched(false);
    offerBack([this, typed] { m_model->resume(typed[QStringLiteral("counted")].toArray()); });
    m_grid->setFocus(Qt::OtherFocusReason);
}

bool CountPage::takeTyped()
{
    m_grid->takeCell();
    return m_on->takeTyped();
}

/// Also a row that the filter hides.
void CountPage::goToProduct(const Uuid& product)
{
    if (m_model->rowOf(product) < 0) {
        m_filter->clear();
        m_model->setFound(std::nullopt);
        m_chips->choose(QStringLiteral("all"));
        m_model->show(Model::Show::All);
    }
    if (const int row = m_model->rowOf(product); row >= 0)
        m_grid->goTo(m_model->index(row, Model::Amount));
    m_grid->setFocus(Qt::OtherFocusReason);
}

void CountPage::save()
{
    if (!isAtWork())
        return;
    commitComposition();
    strip().clear();
    const QString notSaved = tr("It was not saved.");
    if (!takeTyped()) {
        m_onCell->setProblem(m_on->date().isNull() ? tr("The day is empty. Fill it in.") : m_on->toolTip());
        refuse(notSaved, tr("The day cannot be read. Correct what is marked."));
        m_on->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (const auto problem = m_model->firstProblem()) {
        refuse(notSaved, tr("A quantity cannot be read. Correct what is marked."));
        return goToProduct(*problem);
    }
    commands::StockCount count{m_on->date(), {}};
    std::vector<Uuid> products;
    for (const auto& [product, counted] : m_model->counted()) {
        count.lines.push_back({product, *counted.quantity, counted.memo.toStdString()});
        products.push_back(product);
    }
    if (products.empty()) {
        refuse(tr("There is nothing to save."), tr("Type what you counted of at least one product."));
        m_grid->setFocus(Qt::OtherFocusReason);
        return;
    }
    saveBy([count](commands::Commands& c) { return c.recordStockCount(count); },
        [this, products, sums = m_model->sums()](const commands::Result& result) { onSaved(result, products, sums); });
}

void CountPage::onSaved(const commands::Result& result, const std::vector<Uuid>& products, const Model::Sums& sums)
{
    if (result) {
        const bool right = result->id.isNil();
        const QString sheet = tr("%n product(s) counted", nullptr, sums.counted);
        const QString done = right ? tr("%1: the books are right, nothing was adjusted.").arg(sheet)
                                   : tr("%1, %2 adjusted.").arg(sheet, numberText(qint64(sums.different)));
        host()->closePage(this);
        Q_EMIT saved(done, right ? Uuid{} : products.front());
        return;
    }
    const ErrorText text = errorText(result.error());
    refuse(text.what, text.wayOut);
    for (const commands::FieldProblem& problem : result.error().problems) {
        if (problem.line < 0 || std::size_t(problem.line) >= products.size())
            continue;
        m_model->setProblem(products[std::size_t(problem.line)], problemText(problem));
        return goToProduct(products[std::size_t(problem.line)]);
    }
}

} // namespace dure::app

#include "moc_count_page.cpp"
