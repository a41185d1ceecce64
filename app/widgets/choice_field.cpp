#include "app/widgets/choice_field.h"

#include "app/widgets/icons.h"
#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace dure::app {

ChoiceField::ChoiceField(QWidget* parent)
    : QComboBox(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    // The combo box's own delegate ignores the style sheet's item rules.
    setItemDelegate(new QStyledItemDelegate(this));
    view()->installEventFilter(this);
    view()->parentWidget()->installEventFilter(this);
    Theme::follow(this, [this](const Tokens& t) { setFixedHeight(t.px(Px::Control)); });
    connect(this, &QComboBox::currentIndexChanged, this, [this] {
        if (m_buttonLook)
            updateGeometry();
    });
}

void ChoiceField::setButtonLook(bool buttonLook)
{
    m_buttonLook = buttonLook;
    setSizePolicy(buttonLook ? QSizePolicy::Maximum : QSizePolicy::Expanding, QSizePolicy::Fixed);
    updateGeometry();
}

void ChoiceField::setStrong(bool strong)
{
    m_strong = strong;
    update();
}

QFont ChoiceField::textFont() const
{
    return tokens().font(TextStyle::Body, m_strong ? Weight::Bold : Weight::Regular);
}

QSize ChoiceField::minimumSizeHint() const
{
    const Tokens& t = tokens();
    const int frame = 2 * t.px(Px::Space8) + t.px(Px::Icon) + t.px(Px::Space8);
    return {frame + t.px(Px::Space24), t.px(Px::Control)};
}

QSize ChoiceField::sizeHint() const
{
    const Tokens& t = tokens();
    const QFontMetrics metrics(textFont());
    int text = metrics.horizontalAdvance(currentText());
    for (int i = 0; i < count() && !m_buttonLook; ++i)
        text = qMax(text, metrics.horizontalAdvance(itemText(i)));
    const int pad = t.px(m_buttonLook ? Px::Space12 : Px::Space8);
    return {text + t.px(Px::Space8) + t.px(Px::Icon) + 2 * pad, t.px(Px::Control)};
}

void ChoiceField::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const bool focused = hasFocus();
    const int line = Tokens::px(focused ? Fixed::FocusLine : Fixed::Line);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Color resting = m_buttonLook || !isEnabled() ? Color::ButtonBorder : Color::Control;
    painter.setPen(QPen(t.color(focused ? Color::Accent : resting), line));
    painter.setBrush(t.color(!isEnabled()  ? Color::Sunken
            : m_buttonLook && underMouse() ? Color::Hover
                                           : Color::Sheet));
    const int radius = Tokens::px(Fixed::RadiusControl);
    const qreal half = line / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), radius, radius);

    const int pad = t.px(m_buttonLook ? Px::Space12 : Px::Space8);
    const int icon = t.px(Px::Icon);
    const Color ink = isEnabled() ? Color::Text : Color::Text3;
    const QRect arrow(width() - pad - icon, 0, icon, height());
    paintIcon(painter, arrow, Icon::ChevronDown, isEnabled() ? Color::Text2 : Color::Text3);
    painter.setFont(textFont());
    const bool empty = currentIndex() < 0;
    painter.setPen(t.color(empty ? Color::Text3 : ink));
    const QRect textRect(pad + 1, 0, arrow.left() - pad - t.px(Px::Space4), height());
    const QString shown = empty ? placeholderText() : currentText();
    painter.drawText(
        textRect, Qt::AlignVCenter | Qt::AlignLeft, fitText(QFontMetrics(textFont()), shown, textRect.width()));
}

bool ChoiceField::keepsEscape(QEvent* event) const
{
    return event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape
        && view()->isVisible();
}

bool ChoiceField::event(QEvent* event)
{
    if (keepsEscape(event)) {
        event->accept();
        return true;
    }
    return QComboBox::event(event);
}

bool ChoiceField::eventFilter(QObject* watched, QEvent* event)
{
    if (keepsEscape(event)) {
        event->accept();
        return true;
    }
    return QComboBox::eventFilter(watched, event);
}

void ChoiceField::showPopup()
{
    view()->setAccessibleName(accessibleName());
    QComboBox::showPopup();
}

void ChoiceField::wheelEvent(QWheelEvent* event) { event->ignore(); }

} // namespace dure::app
