#include "app/shell/entry_form.h"

#include "app/shell/app_settings.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/password_field.h"
#include "app/widgets/theme.h"

#include <QApplication>
#include <QHBoxLayout>

namespace dure::app {

QVBoxLayout* makeEntryColumn(QWidget* half)
{
    auto* column = new QVBoxLayout(half);
    Theme::follow(half, [column](const Tokens& t) {
        const int pad = t.px(Px::Space24);
        column->setContentsMargins(pad, pad, pad, pad);
        column->setSpacing(t.px(Px::Space12));
    });
    return column;
}

void addEntryTitle(QVBoxLayout& column, const QString& title, const QString& explanation)
{
    auto* texts = new QVBoxLayout;
    texts->addWidget(new Label(LabelRole::Section, title));
    auto* line = new Label(LabelRole::Muted);
    line->setWrappedText(explanation);
    texts->addWidget(line);
    column.addLayout(texts);
    Theme::follow(texts, [texts](const Tokens& t) { texts->setSpacing(t.px(Px::Space4)); });
}

EntryForm::EntryForm(const Words& words, QWidget* parent)
    : QWidget(parent)
    , m_words(words)
    , m_message(new MessageStrip(MessageStrip::Shape::Box))
    , m_button(new KeyButton(ButtonKind::Primary, words.button))
    , m_column(makeEntryColumn(this))
    , m_links(new QHBoxLayout)
{
    setFocusPolicy(Qt::ClickFocus); // it waits with the focus while it is busy
    setAccessibleName(words.title);
    addEntryTitle(*m_column, words.title, words.explanation);
    m_button->setKeyHint(QStringLiteral("Enter"));
    m_button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_button, &KeyButton::clicked, this, &EntryForm::ask);
}

ImeLineEdit* EntryForm::addField(const QString& label, Kind kind, const QString& missing)
{
    const bool hidden = kind == Kind::Password || kind == Kind::NewPassword;
    ImeLineEdit* edit = hidden ? new PasswordField : new ImeLineEdit;
    if (kind == Kind::Email)
        edit->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhPreferLatin | Qt::ImhNoAutoUppercase);
    if (kind == Kind::Code)
        edit->setInputMethodHints(Qt::ImhPreferLatin | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    auto* cell = new FormCell(label, edit);
    m_column->addWidget(cell);
    m_fields += Field{edit, cell, missing, kind};
    connect(edit, &QLineEdit::returnPressed, this, [this, edit] {
        bool passed = false;
        for (const Field& field : std::as_const(m_fields)) {
            if (passed && !field.cell->isHidden() && field.edit->text().isEmpty())
                return field.edit->setFocus();
            passed = passed || field.edit == edit;
        }
        ask();
    });
    return edit;
}

void EntryForm::addServer(AppSettings& settings)
{
    m_server = addField(tr("Server address"), Kind::Text, tr("The server address is empty."));
    m_server->setText(settings.server());
    m_server->setPlaceholderText(QStringLiteral("https://"));
    m_server->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhPreferLatin);
    setFieldVisible(m_server, settings.server().isEmpty());
}

void EntryForm::showServer()
{
    setFieldVisible(m_server, true);
    m_server->setFocus();
    m_server->selectAll();
}

QString EntryForm::server() const { return m_server->text().trimmed(); }

KeyButton* EntryForm::addLink(const QString& text)
{
    if (m_links->count() > 0)
        m_links->addStretch();
    auto* link = new KeyButton(ButtonKind::Link, text);
    m_links->addWidget(link);
    return link;
}

void EntryForm::finish()
{
    m_column->addWidget(m_message);
    m_column->addStretch(1);
    m_column->addWidget(m_button);
    if (m_links->count() == 1)
        m_links->addStretch();
    m_column->addLayout(m_links);
}

void EntryForm::setFieldVisible(QLineEdit* edit, bool visible)
{
    for (const Field& field : std::as_const(m_fields))
        if (field.edit == edit)
            field.cell->setVisible(visible);
}

void EntryForm::showMessage(Tone tone, const QString& what, const QString& wayOut)
{
    m_message->show(tone, what, wayOut);
}

void EntryForm::showServerError(const QString& what, const QString& wayOut)
{
    setFieldVisible(m_server, true);
    showError(what, wayOut, m_server);
}

void EntryForm::showError(const QString& what, const QString& wayOut, QLineEdit* at)
{
    setBusy(false);
    m_message->show(Tone::Red, what, wayOut);
    if (!at)
        return;
    at->setFocus();
    at->selectAll();
}

/// Nothing that Enter presses has the focus meanwhile: a second Enter would cancel what the first one asked for.
void EntryForm::setBusy(bool busy)
{
    if (busy && !m_busy)
        m_focusBefore = isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
    m_busy = busy;
    for (const Field& field : std::as_const(m_fields))
        field.edit->setEnabled(!busy);
    m_button->setKind(busy ? ButtonKind::Plain : ButtonKind::Primary);
    m_button->setText(busy ? m_words.busyButton : m_words.button);
    m_button->setKeyHint(busy ? QStringLiteral("Esc") : QStringLiteral("Enter"));
    m_button->setFocusPolicy(busy ? Qt::NoFocus : Qt::StrongFocus);
    for (int i = 0; i < m_links->count(); ++i) {
        if (QWidget* link = m_links->itemAt(i)->widget())
            link->setEnabled(!busy);
    }
    if (busy)
        setFocus();
    else if (hasFocus() && m_focusBefore)
        m_focusBefore->setFocus();
}

void EntryForm::focusFirstEmpty()
{
    for (const Field& field : std::as_const(m_fields))
        if (!field.cell->isHidden() && field.edit->text().isEmpty())
            return field.edit->setFocus();
    m_fields.last().edit->setFocus();
}

QString EntryForm::problemOf(const Field& field, QString& wayOut) const
{
    if (field.cell->isHidden() && field.edit != m_server)
        return {};
    if (!field.missing.isEmpty() && field.edit->text().trimmed().isEmpty()) {
        wayOut = field.edit == m_server ? tr("Fill in what your company gave you.") : tr("Fill it in and press Enter.");
        return field.missing;
    }
    if (field.kind == Kind::NewPassword && field.edit->text().size() < shortestPassword) {
        wayOut = tr("Take %n characters or more.", nullptr, shortestPassword);
        return tr("The new password is too short.");
    }
    return {};
}

void EntryForm::ask()
{
    if (m_busy) {
        Q_EMIT cancelRequested();
        return;
    }
    commitComposition();
    for (const Field& field : std::as_const(m_fields)) {
        QString wayOut;
        if (const QString problem = problemOf(field, wayOut); !problem.isEmpty()) {
            field.cell->show();
            m_message->show(Tone::Red, problem, wayOut);
            field.edit->setFocus();
            return;
        }
    }
    m_message->clear();
    Q_EMIT asked();
}

} // namespace dure::app
