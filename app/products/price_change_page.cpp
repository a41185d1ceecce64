#include "app/products/price_change_page.h"

#include "app/data/error_text.h"
#include "app/exchange/progress_view.h"
#include "app/products/price_change_grid.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/date_text.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_hint_bar.h"
#include "app/widgets/key_map.h"
#include "app/widgets/label.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QShortcut>
#include <QStackedLayout>
#include <QTimer>
#include <algorithm>
#include <array>

namespace dure::app {
namespace {

using Model = PriceChangeModel;

constexpr std::array chipIds{"all", "changing", "see", "staying"}; // by PriceChangeModel::Show
constexpr int progressMs = 100;

} // namespace

PriceChangePage::PriceChangePage(CompanyData& data, const PriceChangeStart& start, QWidget* parent)
    : EditorPage(data, parent)
    , m_model(new Model(data.today(), this))
    , m_head(new PriceChangeHead(data, start))
    , m_grid(new PriceChangeGrid(*m_model))
    , m_chips(new ChipRow)
    , m_sums(new Label(LabelRole::Muted))
    , m_working(new ProgressView)
    , m_hints(new KeyHintBar)
    , m_clock(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(&strip());
    layout->addWidget(m_head);
    layout->addWidget(new HairLine(Qt::Horizontal, nullptr, Color::Panel));
    layout->addWidget(makeBar());
    auto* below = new QWidget;
    m_stack = new QStackedLayout(below);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_working);
    layout->addWidget(below, 1);
    layout->addWidget(m_hints);
    m_hints->setHints({{QStringLiteral("Enter"), tr("next")}, {QStringLiteral("Ctrl+Del"), tr("leave the row out")},
        {keyText(keyFor(KeyAction::NextPane)), tr("fields and preview")},
        {keyText(keyFor(KeyAction::Filter)), tr("find products")}, {keyText(keyFor(KeyAction::Save)), tr("save")}});
    addActions();
    addKeys();
    connect(m_head, &PriceChangeHead::scopeChanged, this, [this] {
        readBases(false);
        touched();
    });
    connect(m_head, &PriceChangeHead::wishChanged, this, [this] {
        preview();
        touched();
    });
    connect(m_head, &PriceChangeHead::leftDownwards, this, [this] { m_grid->setFocus(Qt::TabFocusReason); });
    connect(m_grid, &EntryGrid::leftUpwards, this, [this] { m_head->amountField().setFocus(Qt::BacktabFocusReason); });
    connect(m_grid, &EntryGrid::rested, this, &PriceChangePage::takeBases);
    connect(m_head, &PriceChangeHead::settled, this, &PriceChangePage::saveWhenReady);
    connect(&data, &CompanyData::failed, this, [this] { m_savesWhenRead = false; });
    connect(m_model, &Model::edited, this, [this] { touched(); });
    connect(m_model, &Model::sumsChanged, this, &PriceChangePage::showSums);
    connect(m_clock, &QTimer::timeout, this, [this] {
        if (m_progress)
            m_working->setProgress(m_progress->done, m_model->sums().changing);
    });
    connect(&data, &CompanyData::changed, this, [this](const ChangeSet& changes) {
        static constexpr TableId tables[]{
            TableId::CustomerPrice, TableId::Product, TableId::Customer, TableId::SalesOrder, TableId::OrderLine};
        if (isAtWork() && std::ranges::any_of(tables, [&](TableId table) { return changes.touches(table); }))
            readBases(true);
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && isAncestorOf(now))
            m_lastFocus = now;
    });
    open();
}

QWidget* PriceChangePage::makeBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    m_chips->addChip(QStringLiteral("all"), tr("All"));
    m_chips->addChip(QStringLiteral("changing"), tr("Changing"));
    m_chips->addChip(QStringLiteral("see"), tr("To look at"), Status::Attention);
    m_chips->addChip(QStringLiteral("staying"), tr("Staying as they are"));
    layout->addWidget(m_chips);
    layout->addStretch(1);
    layout->addWidget(m_sums);
    connect(m_chips, &ChipRow::chosen, this, [this](const QString& id) {
        m_grid->takeCell();
        for (std::size_t chip = 0; chip < chipIds.size(); ++chip) {
            if (id == QLatin1String(chipIds.at(chip)))
                m_model->show(Model::Show(chip));
        }
    });
    Theme::follow(bar, [=](const Tokens& t) {
        layout->setContentsMargins(t.px(Px::Space16), t.px(Px::Space8), t.px(Px::Space16), t.px(Px::Space8));
        layout->setSpacing(t.px(Px::Space12));
    });
    return bar;
}

void PriceChangePage::addActions()
{
    addAction(new Label(LabelRole::Hint, tr("What you type is kept on this PC")));
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] { host()->closePage(this); });
    auto* saveButton = new KeyButton(ButtonKind::Primary, tr("Save"));
    saveButton->setKey(keyFor(KeyAction::Save));
    addAction(saveButton);
    connect(saveButton, &QAbstractButton::clicked, this, &PriceChangePage::save);
}

void PriceChangePage::addKeys()
{
    const auto key = [this](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(keyFor(KeyAction::Primary), [this] { save(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { save(); }); // the keypad's
    key(keyFor(KeyAction::Filter), [this] {
        ImeLineEdit& search = m_head->searchField();
        if (!search.isEnabled()) // rows were chosen: looking for others is choosing anew
            m_head->productsField().setCurrentIndex(1);
        search.setFocus(Qt::ShortcutFocusReason);
        search.selectAll();
    });
    key(keyFor(KeyAction::NextPane), [this] {
        commitComposition();
        if (m_grid->isAncestorOf(QApplication::focusWidget()))
            m_head->amountField().setFocus(Qt::ShortcutFocusReason);
        else
            m_grid->setFocus(Qt::TabFocusReason);
    });
}

void PriceChangePage::entered()
{
    QWidget* const to = m_lastFocus ? m_lastFocus.data() : &m_head->amountField();
    to->setFocus(Qt::OtherFocusReason);
}

/// What is being written is stopped; the page stays with all that is typed.
bool PriceChangePage::mayClose()
{
    m_savesWhenRead = false;
    if (!m_progress)
        return EditorPage::mayClose();
    m_progress->stop = true;
    return false;
}

void PriceChangePage::open()
{
    data().run(
        this, [name = draftName()](commands::Commands& c) { return c.loadDraft(name); },
        [this](std::optional<std::string>&& kept) {
            if (kept)
                resume(QJsonDocument::fromJson(QByteArray::fromStdString(*kept)).object());
            preview();
            setReady(true);
            readBases(false);
            m_lastFocus.clear(); // whoever had the keyboard while the draft was looked up
            if (isVisible())
                entered();
            Q_EMIT ready();
        });
}

void PriceChangePage::resume(const QJsonObject& draft)
{
    m_head->resume(draft[QStringLiteral("head")].toObject());
    m_model->resume(draft[QStringLiteral("prices")].toArray());
    setTouched(true);
    strip().clear();
    strip().show(Tone::Info, tr("What you typed before is back."));
    connect(strip().addAction(tr("Begin anew")), &QAbstractButton::clicked, this, &PriceChangePage::beginAnew);
}

void PriceChangePage::beginAnew()
{
    takeTyped();
    const QJsonObject typed = this->typed();
    dropDraft();
    m_head->showAgain();
    m_model->clearTyped();
    setTouched(false);
    readBases(false);
    preview();
    offerBack([this, typed] {
        m_head->resume(typed[QStringLiteral("head")].toObject());
        m_model->resume(typed[QStringLiteral("prices")].toArray());
        preview();
        readBases(false);
    });
    m_head->amountField().setFocus(Qt::OtherFocusReason);
}

/// `tells`: what was typed meanwhile may rest on other prices now.
void PriceChangePage::readBases(bool tells)
{
    m_reading = true;
    m_tells = m_tells || tells; // an answer that a newer reading replaces never comes
    showSums();
    data().read(
        this, QStringLiteral("bases"),
        [scope = m_head->scope()](Reader& reader) { return storage::PriceChangeStore(reader.db()).bases(scope); },
        [this](std::vector<PriceBase>&& bases) {
            m_reading = false;
            m_read = ReadBases{std::move(bases), std::exchange(m_tells, false)};
            takeBases();
        },
        ReadPriority::Background);
}

/// Never under somebody's hands, and the keyboard stays in its row.
void PriceChangePage::takeBases()
{
    if (!m_read || m_grid->isTyping())
        return;
    ReadBases read = *std::exchange(m_read, std::nullopt);
    const QModelIndex cell = m_grid->cell();
    const std::optional<PriceBase> at = cell.isValid() ? std::optional(m_model->baseAt(cell.row())) : std::nullopt;
    const int column = cell.isValid() ? cell.column() : int(Model::New);
    const bool differs = m_model->setBases(std::move(read.bases));
    const int row = at ? m_model->rowOfSame(*at) : 0;
    if (row >= 0 && row < m_model->rowCount())
        m_grid->goTo(m_model->index(row, column));
    showSums();
    if (read.tells && differs) {
        m_savesWhenRead = false; // nobody has seen it
        strip().clear();
        strip().show(Tone::Amber, tr("Somebody changed prices meanwhile."),
            tr("The preview follows; look at it again before saving."));
    }
    saveWhenReady();
}

void PriceChangePage::saveWhenReady()
{
    if (!isReading() && !m_head->isSettling() && std::exchange(m_savesWhenRead, false))
        save();
}

void PriceChangePage::preview() { m_model->setWish(m_head->wish()); }

void PriceChangePage::showSums()
{
    const Model::Sums sums = m_model->sums();
    m_chips->setCount(QStringLiteral("all"), sums.rows);
    m_chips->setCount(QStringLiteral("changing"), sums.changing);
    m_chips->setCount(QStringLiteral("see"), sums.toSee);
    m_chips->setCount(QStringLiteral("staying"), sums.staying);
    QStringList words;
    if (isReading())
        words += tr("Reading the prices");
    else if (sums.rows == 0)
        words += tr("No price fits. Choose other products or other prices.");
    if (sums.problems > 0)
        words += tr("%n to put right", nullptr, sums.problems);
    if (sums.notYet > 0)
        words += tr("%n list price(s) to change on the day itself", nullptr, sums.notYet);
    m_sums->setText(words.join(QStringLiteral(" · ")));
}

QJsonObject PriceChangePage::typed() const
{
    return {{QStringLiteral("head"), m_head->typed()}, {QStringLiteral("prices"), m_model->typed()}};
}

std::function<std::string()> PriceChangePage::draft() const
{
    return [typed = typed()] { return QJsonDocument(typed).toJson(QJsonDocument::Compact).toStdString(); };
}

bool PriceChangePage::takeTyped()
{
    m_grid->takeCell();
    return m_head->takeTyped();
}

/// Also a row that the chips hide.
void PriceChangePage::goToBase(std::size_t base)
{
    if (m_model->rowOf(base) < 0) {
        m_chips->choose(QStringLiteral("all"));
        m_model->show(Model::Show::All);
    }
    if (const int row = m_model->rowOf(base); row >= 0)
        m_grid->goTo(m_model->index(row, Model::New));
    m_grid->setFocus(Qt::OtherFocusReason);
}

void PriceChangePage::save()
{
    if (!isAtWork())
        return;
    commitComposition();
    m_grid->takeCell();
    m_head->settle();
    takeBases();
    if (isReading() || m_head->isSettling()) { // what is saved is what was seen: soon
        m_savesWhenRead = true;
        return;
    }
    strip().clear();
    const QString notSaved = tr("It was not saved.");
    if (!takeTyped()) {
        refuse(notSaved, tr("Correct what is marked."));
        return m_head->focusFirstProblem();
    }
    if (const auto problem = m_model->firstProblem()) {
        refuse(notSaved, tr("A price is not right. Correct what is marked, or leave the row out with Ctrl+Del."));
        return goToBase(*problem);
    }
    std::vector<std::size_t> places;
    auto prices = m_model->plan(places);
    if (prices.empty()) {
        refuse(tr("There is nothing to save."),
            m_model->sums().notYet > 0 ? tr("A list price has no day: choose today, or change it on the day itself.")
                                       : tr("Type by how much the prices change."));
        m_head->amountField().setFocus(Qt::OtherFocusReason);
        return;
    }
    write(std::move(prices), std::move(places));
}

void PriceChangePage::write(std::vector<commands::PlannedPrice> prices, std::vector<std::size_t> places)
{
    m_progress = std::make_shared<Progress>();
    m_working->setWhat(tr("Writing the prices; Esc stops it"));
    m_stack->setCurrentWidget(m_working);
    m_head->setEnabled(false);
    m_clock->start(progressMs);
    setFocus(Qt::OtherFocusReason);
    commands::PricePlan plan{m_head->fromField().date(), m_head->note(), std::move(prices)};
    saveBy(
        [plan = std::move(plan), progress = m_progress](commands::Commands& c) {
            return commands::changePrices(c, plan, [&](std::size_t done) {
                progress->done = qint64(done);
                return !progress->stop;
            });
        },
        [this, places = std::move(places)](const commands::Result& result) { onWritten(result, places); });
}

void PriceChangePage::onWritten(const commands::Result& result, const std::vector<std::size_t>& places)
{
    m_progress.reset();
    m_clock->stop();
    if (result) {
        const QString done = tr("%n price(s) changed from %1 on.", nullptr, int(places.size()))
                                 .arg(dateText(m_head->fromField().date(), data().today()));
        host()->closePage(this);
        Q_EMIT saved(done, result->id);
        return;
    }
    m_stack->setCurrentWidget(m_grid);
    m_head->setEnabled(true);
    m_head->amountField().setFocus(Qt::OtherFocusReason);
    if (result.error().refusal == commands::Refusal::Stopped) {
        strip().clear();
        strip().show(Tone::Info, tr("It was stopped. Nothing was changed."));
        return;
    }
    const bool isAnothers = result.error().refusal == commands::Refusal::NotAsSeen;
    const ErrorText text = isAnothers ? ErrorText{tr("Somebody changed prices meanwhile, so nothing was saved."),
                               tr("The preview follows; look at it again before saving.")}
                                      : errorText(result.error());
    refuse(text.what, text.wayOut);
    for (const commands::FieldProblem& problem : result.error().problems) {
        if (problem.line >= 0 && std::size_t(problem.line) < places.size()) {
            goToBase(places[std::size_t(problem.line)]);
            break;
        }
    }
    if (isAnothers)
        readBases(false);
}

} // namespace dure::app

#include "moc_price_change_page.cpp"
