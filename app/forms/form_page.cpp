#include "app/forms/form_page.h"

#include "app/data/error_text.h"
#include "app/forms/form_sheet.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_hint_bar.h"
#include "app/widgets/key_map.h"
#include "app/widgets/label.h"
#include "app/widgets/message_strip.h"

#include <QApplication>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

namespace dure::app {
namespace {

constexpr int draftEveryMs = 600;

} // namespace

FormPage::FormPage(CompanyData& data, const std::string& kind, const Uuid& id, QWidget* parent)
    : Page(parent)
    , m_data(data)
    , m_kind(kind)
    , m_id(id)
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
    , m_sheet(new FormSheet)
    , m_hints(new KeyHintBar)
    , m_draftTimer(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_sheet, 1);
    layout->addWidget(m_hints);
    m_hints->setHints({{QStringLiteral("Enter"), tr("next field")}, {QStringLiteral("Shift+Tab"), tr("field before")},
        {keyText(keyFor(KeyAction::Choices)), tr("list")}, {keyText(keyFor(KeyAction::Save)), tr("save")},
        {keyText(keyFor(KeyAction::Close)), tr("close, what is typed is kept")}});
    m_sheet->setEnabled(false); // until there is something to change
    addActions();
    m_draftTimer->setSingleShot(true);
    m_draftTimer->setInterval(draftEveryMs);
    connect(m_draftTimer, &QTimer::timeout, this, &FormPage::keepDraft);
    connect(&m_data, &CompanyData::changed, this, [this](const ChangeSet& changes) {
        if (m_ready && !m_saved && !m_saving && (changes.everything || isConcerned(changes)))
            readAgain();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && isAncestorOf(now))
            m_lastFocus = now;
    });
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
    key(QKeySequence(Qt::Key_F9), closePage);
}

void FormPage::entered()
{
    if (m_lastFocus)
        m_lastFocus->setFocus(Qt::OtherFocusReason);
    else if (m_ready)
        firstField()->setFocus(Qt::OtherFocusReason);
}

void FormPage::opened()
{
    m_data.run(
        this, [name = draftName()](commands::Commands& c) { return c.loadDraft(name); },
        [this](std::optional<std::string>&& kept) {
            m_sheet->setEnabled(true);
            const QJsonObject draft
                = kept ? QJsonDocument::fromJson(QByteArray::fromStdString(*kept)).object() : QJsonObject();
            if (!draft.isEmpty()) {
                resume(draft);
                m_touched = true;
                m_strip->clear();
                m_strip->show(Tone::Info, tr("What you typed before is back."));
                connect(m_strip->addAction(tr("Begin anew")), &QAbstractButton::clicked, this, [this] {
                    m_strip->clear();
                    dropDraft();
                    showStored();
                    m_touched = false;
                    firstField()->setFocus(Qt::OtherFocusReason);
                });
            }
            m_ready = true;
            m_lastFocus.clear(); // the sheet could not take the keyboard before
            if (isVisible())
                entered();
            Q_EMIT headerChanged();
            Q_EMIT ready();
        });
}

void FormPage::gone()
{
    m_strip->clear();
    m_strip->show(Tone::Red, tr("It is no longer there."), tr("Somebody may have deleted it. Close this page."));
}

std::string FormPage::draftName() const { return m_kind + "/" + (m_id.isNil() ? "new" : m_id.toString()); }

void FormPage::touched()
{
    if (!m_ready || m_saved)
        return;
    m_touched = true;
    if (!m_draftTimer->isActive())
        m_draftTimer->start();
}

void FormPage::keepDraft()
{
    m_draftTimer->stop();
    if (m_saved || !m_touched || !isChanged())
        return;
    m_data.run(
        this,
        [name = draftName(), text = QJsonDocument(typed()).toJson(QJsonDocument::Compact).toStdString()](
            commands::Commands& c) { return c.saveDraft(name, text); },
        [this](std::expected<void, commands::CommandError>&& result) {
            if (result)
                return;
            m_strip->clear();
            m_strip->show(
                Tone::Red, tr("What you type could not be kept on this PC."), errorText(result.error()).wayOut);
        });
}

void FormPage::dropDraft()
{
    m_draftTimer->stop();
    m_data.run(
        this, [name = draftName()](commands::Commands& c) { return c.dropDraft(name); },
        [](std::expected<void, commands::CommandError>&&) {});
}

bool FormPage::mayClose()
{
    if (m_saved || !m_ready)
        return true;
    commitComposition();
    takeTyped();
    if (m_touched && isChanged()) {
        keepDraft();
        Q_EMIT draftKept();
    } else if (m_touched) {
        dropDraft();
    }
    return true;
}

void FormPage::save()
{
    if (m_saving || m_saved || !m_ready)
        return;
    commitComposition();
    m_strip->clear();
    if (!takeTyped()) {
        m_strip->show(Tone::Red, tr("It was not saved."), tr("A field cannot be read. Correct what is marked."));
        focusFirstProblem();
        return;
    }
    m_saving = true;
    store();
}

void FormPage::stored(const Uuid& id, const QString& name)
{
    m_saving = false;
    m_saved = true;
    dropDraft();
    const bool isNew = m_id.isNil();
    if (host())
        host()->closePage(this);
    Q_EMIT saved(id, name, isNew);
}

void FormPage::refused(const commands::CommandError& error)
{
    m_saving = false;
    showProblems(error);
    const ErrorText text = errorText(error);
    m_strip->clear();
    m_strip->show(
        Tone::Red, text.what, error.kind == commands::ErrorKind::Invalid ? tr("Correct what is marked.") : text.wayOut);
    if (!focusFirstProblem())
        entered();
}

void FormPage::toldOfChange(bool bothChanged)
{
    m_strip->clear();
    if (bothChanged)
        m_strip->show(Tone::Amber, tr("Another PC changed fields that you have changed too."),
            tr("What you typed stays. Below the fields stands what is stored; saving replaces it."));
    else
        m_strip->show(
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
