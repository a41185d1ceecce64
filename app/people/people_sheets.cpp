#include "app/people/people_sheets.h"

#include "app/widgets/form_cell.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>

namespace dure::app {

SectionHead::SectionHead(const QString& title, const QString& explanation, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->addWidget(new Label(LabelRole::Section, title), 0, Qt::AlignBottom);
    m_layout->addWidget(new Label(LabelRole::Hint, explanation), 0, Qt::AlignBottom);
    m_layout->addStretch();
    Theme::follow(this, [this](const Tokens& t) {
        const int side = t.px(Px::Space16);
        m_layout->setContentsMargins(side, t.px(Px::Space24), side, t.px(Px::Space8));
        m_layout->setSpacing(t.px(Px::Space12));
    });
}

KeyButton* SectionHead::addAction(const QString& text)
{
    auto* action = new KeyButton(ButtonKind::Plain, text);
    m_layout->addWidget(action);
    return action;
}

InPlaceSheet::InPlaceSheet(QWidget* parent)
    : Panel(Color::Sunken, parent)
    , m_column(new QVBoxLayout(this))
    , m_fields(new QHBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    setEdges(Qt::BottomEdge, Color::Hair);
    m_fields->addStretch();
    m_buttons->addStretch();
    m_column->addLayout(m_fields);
    m_column->addLayout(m_buttons);
    Theme::follow(this, [this](const Tokens& t) {
        const int side = t.px(Px::Space16);
        m_column->setContentsMargins(side, t.px(Px::Space12), side, t.px(Px::Space16));
        m_column->setSpacing(t.px(Px::Space12));
        m_fields->setSpacing(t.px(Px::Space12));
        m_buttons->setSpacing(t.px(Px::Space8));
    });
}

FormCell* InPlaceSheet::addField(const QString& label, QWidget* field, int width)
{
    auto* cell = new FormCell(label, field);
    m_fields->insertWidget(m_fields->count() - 1, cell, 0, Qt::AlignTop);
    Theme::follow(cell, [cell, width](const Tokens& t) { cell->setFixedWidth(t.scaled(width)); });
    return cell;
}

Label* InPlaceSheet::addNote(const QString& text)
{
    auto* note = new Label(LabelRole::Muted);
    note->setWrappedText(text);
    addWidget(note);
    return note;
}

KeyButton* InPlaceSheet::addButton(const QString& text, bool isMain)
{
    auto* button = new KeyButton(isMain ? ButtonKind::Primary : ButtonKind::Plain, text);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    if (isMain) {
        button->setKeyHint(QStringLiteral("Enter"));
        m_main = button;
    }
    return button;
}

void InPlaceSheet::addCloseButton(const QString& text)
{
    KeyButton* button = addButton(text.isEmpty() ? tr("Leave it") : text, false);
    button->setKeyHint(QStringLiteral("Esc"));
    m_closes = true;
    connect(button, &QAbstractButton::clicked, this, &InPlaceSheet::closeRequested);
}

void InPlaceSheet::addWidget(QWidget* widget) { m_column->insertWidget(m_column->count() - 1, widget); }

void InPlaceSheet::addAbove(QWidget* widget) { m_column->insertWidget(0, widget); }

void InPlaceSheet::setMain(KeyButton* button)
{
    m_main = button;
    button->setKeyHint(QStringLiteral("Enter"));
}

void InPlaceSheet::focusFirst()
{
    for (QWidget* widget : findChildren<QWidget*>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isEnabled() && !widget->isHidden()) {
            widget->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

/// Inside the sheet Esc closes the sheet, although the page's own button has that key.
bool InPlaceSheet::event(QEvent* event)
{
    // the type first: other events come while the sheet is still being made
    if (event->type() == QEvent::ShortcutOverride && m_closes
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return Panel::event(event);
}

void InPlaceSheet::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_closes && event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
    } else if (enter && m_main && m_main->isEnabled()) {
        commitComposition();
        m_main->click();
    } else {
        Panel::keyPressEvent(event);
    }
}

void InPlaceSheet::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    if (event->spontaneous() || !m_takesFocus)
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            focusFirst();
            for (QWidget* around = parentWidget(); around; around = around->parentWidget())
                if (auto* scroll = qobject_cast<QScrollArea*>(around))
                    scroll->ensureWidgetVisible(this);
        },
        Qt::QueuedConnection);
}

CodeSheet::CodeSheet(const QString& code, const QString& what, const QString& howTo, QWidget* parent)
    : InPlaceSheet(parent)
    , m_code(code)
{
    auto* letters = new Label(LabelRole::Kpi, code);
    letters->setAccessibleName(what + u' ' + code);
    letters->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addWidget(new Label(LabelRole::Strong, what));
    addWidget(letters);
    addNote(howTo);
    KeyButton* copy = addButton(tr("Copy the code"), false);
    copy->setSymbol(Icon::ClipboardPaste);
    connect(copy, &QAbstractButton::clicked, this, [this, copy] {
        QApplication::clipboard()->setText(m_code);
        copy->setText(tr("Copied"));
        copy->setSymbol(Icon::Check);
    });
    addCloseButton(tr("Told or written down"));
}

} // namespace dure::app

#include "moc_people_sheets.cpp"
