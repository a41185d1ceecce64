#include "app/shell/search_field.h"

#include "app/widgets/icons.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/theme.h"

#include <QAction>
#include <QKeyEvent>

namespace dure::app {

SearchField::SearchField(QWidget* parent)
    : ImeLineEdit(parent)
    , m_cap(new KeyCap({}, this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    addAction(themedIcon(Icon::Search), LeadingPosition)->setText(tr("Find"));
    Theme::follow(this, [this](const Tokens&) {
        updateGeometry();
        arrange();
    });
    connect(this, &ImeLineEdit::effectiveTextChanged, this, [this](const QString& text) {
        m_cap->setVisible(text.isEmpty());
        Q_EMIT queryChanged(text.trimmed());
    });
}

void SearchField::setHints(const QString& full, const QString& brief)
{
    m_full = full;
    m_brief = brief;
    setAccessibleName(full);
    arrange();
}

void SearchField::setKey(const QKeySequence& key)
{
    m_cap->setText(keyText(key));
    arrange();
}

QSize SearchField::sizeHint() const { return {tokens().px(Px::Search), tokens().px(Px::Control)}; }

QSize SearchField::minimumSizeHint() const { return {tokens().scaled(180), tokens().px(Px::Control)}; }

void SearchField::arrange()
{
    const int inset = (height() - m_cap->height()) / 2;
    m_cap->move(width() - m_cap->width() - inset, inset);
    const int room = width() - m_cap->width() - 2 * inset - tokens().px(Px::Icon) - tokens().px(Px::Space24);
    const QFontMetrics metrics(tokens().font(TextStyle::Body));
    // narrower what is in brackets goes too, and at last all of it: magnifier and key say enough
    const QString shortest = m_brief.section(QStringLiteral(" ("), 0, 0);
    for (const QString& hint : {m_full, m_brief, shortest, QString()}) {
        setPlaceholderText(hint);
        if (metrics.horizontalAdvance(hint) <= room)
            break;
    }
}

void SearchField::resizeEvent(QResizeEvent* event)
{
    ImeLineEdit::resizeEvent(event);
    arrange();
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        Q_EMIT movedDown();
        return;
    case Qt::Key_Escape:
        clear();
        Q_EMIT left();
        return;
    default:
        ImeLineEdit::keyPressEvent(event);
    }
}

} // namespace dure::app
