#include "app/forms/form_page.h"

#include "app/data/error_text.h"
#include "app/forms/form_sheet.h"
#include "app/lookup/customer_field.h"
#include "app/lookup/suggest_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_hint_bar.h"
#include "app/widgets/key_map.h"
#include "app/widgets/label.h"
#include "app/widgets/message_strip.h"

#include <QApplication>
#include <QComboBox>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace dure::app {
namespace {

bool opensList(const QWidget* field)
{
    return qobject_cast<const QComboBox*>(field) || qobject_cast<const DateField*>(field)
        || qobject_cast<const SuggestField*>(field) || qobject_cast<const CustomerField*>(field);
}

} // namespace

FormPage::FormPage(CompanyData& data, const std::string& kind, const Uuid& id, QWidget* parent)
    : EditorPage(data, parent)
    , m_kind(kind)
    , m_id(id)
    , m_sheet(new FormSheet)
    , m_hints(new KeyHintBar)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(&strip());
    layout->addWidget(m_sheet, 1);
    layout->addWidget(m_hints);
    showHints(nullptr);
    m_sheet->setEnabled(false); // until there is something to change
    addActions();
    connect(&data, &CompanyData::changed, this, [this](const ChangeSet& changes) {
        if (isAtWork() && (changes.everything || isConcerned(changes)))
            readAgain();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && isAncestorOf(now)) {
            m_lastFocus = now;
            showHints(now);
        }
    });
}

void FormPage::showHints(const QWidget* field)
{
    QList<KeyHint> hints{
        {QStringLiteral("Enter"), tr("next field")}, {QStringLiteral("Shift+Tab"), tr("field before")}};
    if (opensList(field))
        hints += {keyText(keyFor(KeyAction::Choices)), tr("list")};
    hints += {keyText(keyFor(KeyAction::Save)), tr("save")};
    hints += {keyText(keyFor(KeyAction::Close)), tr("close, what is typed is kept")};
    m_hints->setHints(hints);
}

void FormPage::addActions()
{
    addAction(new Label(LabelRole::Hint, tr("What you type is kept on this PC")));
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    const auto closePage = [this] {
        commitComposition();
        if (host())
            host()->closePage(this);
    };
    connect(close, &QAbstractButton::clicked, this, closePage);
    auto* saveButton = new KeyButton(ButtonKind::Primary, tr("Save"));
    saveButton->setKey(keyFor(KeyAction::Save));
    addAction(saveButton);
    connect(saveButton, &QAbstractButton::clicked, this, &FormPage::save);
    const auto key = [this](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(keyFor(KeyAction::Primary), [this] { save(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { save(); }); // the keypad's
    key(secondCloseKey(), closePage);
}

void FormPage::entered()
{
    if (m_lastFocus)
        m_lastFocus->setFocus(Qt::OtherFocusReason);
    else if (isReady())
        firstField()->setFocus(Qt::OtherFocusReason);
}

void FormPage::opened()
{
    data().run(
        this, [name = draftName()](commands::Commands& c) { return c.loadDraft(name); },
        [this](std::optional<std::string>&& kept) {
            m_sheet->setEnabled(true);
            const QJsonObject draft
                = kept ? QJsonDocument::fromJson(QByteArray::fromStdString(*kept)).object() : QJsonObject();
            if (!draft.isEmpty()) {
                resume(draft);
                setTouched(true);
                strip().clear();
                strip().show(Tone::Info, tr("What you typed before is back."));
                connect(strip().addAction(tr("Begin anew")), &QAbstractButton::clicked, this, &FormPage::beginAnew);
            }
            setReady(true);
            m_lastFocus.clear(); // the sheet could not take the keyboard before
            if (isVisible())
                entered();
            Q_EMIT headerChanged();
            Q_EMIT ready();
        });
}

void FormPage::beginAnew()
{
    takeTyped();
    offerBack([this, typed = typed()] { resume(typed); });
    dropDraft();
    showStored();
    setTouched(false);
    firstField()->setFocus(Qt::OtherFocusReason);
}

void FormPage::gone()
{
    strip().clear();
    strip().show(Tone::Red, tr("It is no longer there."), tr("Somebody may have deleted it. Close this page."));
}

std::function<std::string()> FormPage::draft() const
{
    return [typed = typed()] { return QJsonDocument(typed).toJson(QJsonDocument::Compact).toStdString(); };
}

std::string FormPage::draftName() const { return m_kind + "/" + (m_id.isNil() ? "new" : m_id.toString()); }

void FormPage::save()
{
    if (!isAtWork())
        return;
    commitComposition();
    strip().clear();
    if (!takeTyped()) {
        refuse(tr("It was not saved."), tr("A field cannot be read. Correct what is marked."));
        focusFirstProblem();
        return;
    }
    store();
}

void FormPage::storeBy(std::function<commands::Result(commands::Commands&)> command, const QString& name)
{
    saveBy(std::move(command), [this, name](const commands::Result& result) {
        if (result)
            stored(m_id.isNil() ? result->id : m_id, name);
        else
            refused(result.error());
    });
}

void FormPage::stored(const Uuid& id, const QString& name)
{
    const bool isNew = m_id.isNil();
    if (host())
        host()->closePage(this);
    Q_EMIT saved(id, name, isNew);
}

void FormPage::refused(const commands::CommandError& error)
{
    showProblems(error);
    const ErrorText text = errorText(error);
    refuse(text.what, error.kind == commands::ErrorKind::Invalid ? tr("Correct what is marked.") : text.wayOut);
    if (!focusFirstProblem())
        entered();
}

void FormPage::toldOfChange(bool bothChanged)
{
    strip().clear();
    if (bothChanged)
        strip().show(Tone::Amber, tr("Another PC changed fields that you have changed too."),
            tr("What you typed stays. Below the fields stands what is stored; saving replaces it."));
    else
        strip().show(
            Tone::Info, tr("Another PC changed this meanwhile."), tr("The fields follow; what you typed stays."));
}

void FormPage::walk(bool forward)
{
    QWidget* const from = QApplication::focusWidget();
    if (!from || !m_sheet->isAncestorOf(from))
        return;
    QWidget* next = from;
    do {
        next = forward ? next->nextInFocusChain() : next->previousInFocusChain();
        if (!m_sheet->isAncestorOf(next)) // the last field keeps the keyboard: F8 is what follows
            return;
    } while (!(next->focusPolicy() & Qt::TabFocus) || next->focusProxy() || !next->isEnabled() || !next->isVisible());
    next->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

void FormPage::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)))
        walk(!(event->modifiers() & Qt::ShiftModifier));
    else
        Page::keyPressEvent(event);
}

} // namespace dure::app

#include "moc_form_page.cpp"
