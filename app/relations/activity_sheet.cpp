#include "app/relations/activity_sheet.h"

#include "app/data/error_text.h"
#include "app/forms/row_form.h"
#include "app/relations/relation_words.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/segmented_control.h"
#include "app/widgets/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QShortcut>
#include <QTimer>

namespace dure::app {
namespace {

using Col = col::Activity;

constexpr std::array kinds{
    ActivityKind::Note, ActivityKind::Call, ActivityKind::Visit, ActivityKind::Email, ActivityKind::Promise};

constexpr int keepAfterMs = 700;
const QString kindKey = QStringLiteral("kind");

QString idOf(ActivityKind kind) { return QString::number(int(kind)); }

} // namespace

ActivitySheet::ActivitySheet(CompanyData& data, QWidget* parent)
    : InPlaceSheet(parent)
    , m_data(data)
    , m_form(new RowForm(TableId::Activity, this))
    , m_kind(new SegmentedControl(tr("What it is")))
    , m_title(new Label(LabelRole::Strong))
    , m_problem(new Label(LabelRole::Problem))
    , m_keepSoon(new QTimer(this))
{
    setEdges(Qt::TopEdge);
    setTakesFocus(false);
    for (std::size_t i = 0; i < kinds.size(); ++i)
        m_kind->addSegment(idOf(kinds[i]), QStringLiteral("%1 %2").arg(i + 1).arg(activityKindText(kinds[i])));
    auto* head = new QWidget;
    auto* across = new QHBoxLayout(head);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(m_title);
    across->addWidget(m_kind);
    across->addStretch();
    Theme::follow(head, [across](const Tokens& t) { across->setSpacing(t.px(Px::Space16)); });
    auto* row = new QWidget;
    auto* fields = new QHBoxLayout(row);
    fields->setContentsMargins(0, 0, 0, 0);
    const auto add = [fields](FormCell* cell, int stretch) {
        cell->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        fields->addWidget(cell, stretch, Qt::AlignTop);
    };
    add(m_form->addText(Col::text, tr("What was said")), 36);
    add(m_form->addText(Col::contact, tr("With whom")), 12);
    add(m_form->addNumber(Col::amount, tr("Promised amount"), {0, 0, maxAmountWon}), 13);
    add(m_form->addText(Col::nextAction, tr("What comes next")), 20);
    add(m_form->addDate(Col::nextOn, tr("When"), data.today()), 12);
    Theme::follow(row, [fields](const Tokens& t) { fields->setSpacing(t.px(Px::Space12)); });
    addAbove(row);
    addAbove(head);
    addWidget(m_problem);
    m_problem->hide();
    KeyButton* save = addButton(tr("Save"), false);
    save->setKeyHint(keyText(keyFor(KeyAction::Save)));
    addCloseButton();
    connect(save, &QAbstractButton::clicked, this, &ActivitySheet::save);
    connect(m_kind, &SegmentedControl::chosen, this,
        [this](const QString& id) { chooseKind(static_cast<ActivityKind>(id.toInt()), false); });
    connect(this, &InPlaceSheet::closeRequested, this, &ActivitySheet::close);
    auto* saveKey = new QShortcut(keyFor(KeyAction::Save), this);
    saveKey->setContext(Qt::WidgetWithChildrenShortcut);
    saveKey->setAutoRepeat(false);
    connect(saveKey, &QShortcut::activated, this, &ActivitySheet::save);
    for (QWidget* segment : m_kind->findChildren<QWidget*>())
        segment->installEventFilter(this);
    m_keepSoon->setSingleShot(true);
    m_keepSoon->setInterval(keepAfterMs);
    connect(m_keepSoon, &QTimer::timeout, this, &ActivitySheet::keepTyped);
    connect(m_form, &RowForm::changed, m_keepSoon, qOverload<>(&QTimer::start));
    hide();
}

ActivitySheet::~ActivitySheet() { keepTyped(); }

void ActivitySheet::begin(const Uuid& customer)
{
    Activity activity;
    activity.customerId = customer;
    activity.on = m_data.today();
    m_title->setText(tr("New record"));
    show(activity);
    m_kind->firstFocus()->setFocus(Qt::OtherFocusReason);
}

void ActivitySheet::open(const Activity& activity)
{
    m_title->setText(tr("Change the record"));
    show(activity);
    m_form->field(Col::text)->setFocus(Qt::OtherFocusReason);
}

void ActivitySheet::show(const Activity& activity)
{
    keepTyped(); // of another one that stood here
    m_resumed = false;
    m_activity = activity;
    m_form->show(toRow(activity));
    m_form->setProblems({});
    m_problem->hide();
    chooseKind(activity.kind, false);
    m_keepSoon->stop();
    InPlaceSheet::show();
    resumeTyped();
}

/// One for each record, and one for a new one of each customer.
std::string ActivitySheet::draftName() const
{
    const Uuid& id = m_activity.id;
    return "activity/" + (id.isNil() ? m_activity.customerId.toString() + "/new" : id.toString());
}

QJsonObject ActivitySheet::typed() const
{
    QJsonObject typed = m_form->typed();
    if (const int kind = m_kind->chosenId().toInt(); !typed.isEmpty() || kind != int(m_activity.kind))
        typed.insert(kindKey, kind);
    return typed;
}

/// What is typed outlives the sheet, the page and the power.
void ActivitySheet::keepTyped()
{
    m_keepSoon->stop();
    if (isHidden() || m_saving)
        return;
    const auto done = [](const std::expected<void, commands::CommandError>&) {};
    if (!m_form->isChanged()) {
        if (m_resumed) // else what was kept is still to come
            m_data.run(
                &m_data, [name = draftName()](commands::Commands& c) { return c.dropDraft(name); }, done);
        return;
    }
    const std::string body = QJsonDocument(typed()).toJson(QJsonDocument::Compact).toStdString();
    m_data.run(
        &m_data, [name = draftName(), body](commands::Commands& c) { return c.saveDraft(name, body); }, done);
}

void ActivitySheet::resumeTyped()
{
    m_data.run(
        this, [name = draftName()](commands::Commands& c) { return c.loadDraft(name); },
        [this, name = draftName()](std::optional<std::string>&& kept) {
            const QJsonObject typed
                = kept ? QJsonDocument::fromJson(QByteArray::fromStdString(*kept)).object() : QJsonObject();
            if (isHidden() || name != draftName())
                return;
            m_resumed = true;
            if (typed.isEmpty() || m_form->isChanged())
                return;
            m_form->resume(typed);
            chooseKind(static_cast<ActivityKind>(typed[kindKey].toInt(int(m_activity.kind))), false);
        });
}

/// A promise asks for its amount and its day, everything else for what comes next.
void ActivitySheet::chooseKind(ActivityKind kind, bool goOn)
{
    m_kind->setChosen(idOf(kind));
    const bool isPromise = kind == ActivityKind::Promise;
    m_form->cell(Col::amount)->setVisible(isPromise);
    m_form->cell(Col::nextAction)->setVisible(!isPromise);
    if (goOn)
        m_form->field(isPromise ? Col::amount : Col::text)->setFocus(Qt::OtherFocusReason);
}

bool ActivitySheet::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int digit = key->key() - Qt::Key_1;
        if (digit >= 0 && digit < int(kinds.size())) {
            chooseKind(kinds.at(std::size_t(digit)), true);
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            chooseKind(static_cast<ActivityKind>(m_kind->chosenId().toInt()), true);
            return true;
        }
    }
    return InPlaceSheet::eventFilter(watched, event);
}

void ActivitySheet::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    QWidget* const focus = QApplication::focusWidget();
    if (enter && focus == m_form->field(Col::nextOn))
        return save();
    if (enter && focus && isAncestorOf(focus) && !qobject_cast<QAbstractButton*>(focus)) {
        focusNextChild();
        return;
    }
    InPlaceSheet::keyPressEvent(event);
}

void ActivitySheet::save()
{
    if (m_saving || !m_form->takeTyped())
        return void(m_form->focusFirstProblem());
    Activity now = fromRow<Activity>(m_form->row(), m_activity.seq);
    now.kind = static_cast<ActivityKind>(m_kind->chosenId().toInt());
    if (now.kind != ActivityKind::Promise)
        now.amount = {};
    const bool isNew = now.id.isNil();
    m_saving = true;
    m_data.run(
        this,
        [now, before = m_activity, isNew, name = draftName()](commands::Commands& c) {
            return c.endDraft(name, [&] { return c.saveActivity(now, isNew ? nullptr : &before); });
        },
        [this, isNew](const commands::Result& result) {
            m_saving = false;
            if (result) {
                m_form->show(toRow(m_activity)); // nothing is typed any more
                close();
                Q_EMIT saved(result->id, isNew);
                return;
            }
            m_form->setProblems(result.error().problems);
            m_problem->setText(result.error().problems.empty() ? errorText(result.error()).whole() : QString());
            m_problem->setVisible(!m_problem->text().isEmpty());
            m_form->focusFirstProblem();
        });
}

void ActivitySheet::close()
{
    keepTyped();
    hide();
    Q_EMIT closed();
}

} // namespace dure::app

#include "moc_activity_sheet.cpp"
