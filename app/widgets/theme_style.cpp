#include "app/widgets/theme_style.h"

#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace dure::app {
namespace {

QRectF crisp(const QRect& rect, int line)
{
    return QRectF(rect).adjusted(line / 2.0, line / 2.0, -line / 2.0, -line / 2.0);
}

void drawIndicator(QPainter& painter, const QStyleOption& option, bool round)
{
    const Tokens& t = tokens();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const int line = Tokens::px(Fixed::Line);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.color(!enabled ? Color::ButtonBorder : on ? Color::Accent : Color::Control), line));
    painter.setBrush(t.color(on && enabled ? Color::Accent : Color::Sheet));
    const qreal radius = round ? option.rect.height() / 2.0 : Tokens::px(Fixed::RadiusCell);
    painter.drawRoundedRect(crisp(option.rect, line), radius, radius);
    const Color mark = enabled ? Color::OnAccent : Color::Text3;
    if (on && round) {
        const qreal inset = option.rect.height() / 3.0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.color(mark));
        painter.drawEllipse(QRectF(option.rect).adjusted(inset, inset, -inset, -inset));
    } else if (on) {
        paintIcon(painter, option.rect, Icon::Check, mark, option.rect.height() - 2 * line);
    }
    painter.restore();
}

Icon arrowFor(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorSpinDown:
        return Icon::ChevronDown;
    case QStyle::PE_IndicatorArrowLeft:
        return Icon::ChevronLeft;
    case QStyle::PE_IndicatorArrowRight:
        return Icon::ChevronRight;
    case QStyle::PE_IndicatorHeaderArrow:
        return Icon::ArrowUp;
    case QStyle::PE_IndicatorMenuCheckMark:
        return Icon::Check;
    default:
        return Icon::None;
    }
}

} // namespace

ThemeStyle::ThemeStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{ }

void ThemeStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawIndicator(*painter, *option, false);
        return;
    case PE_IndicatorRadioButton:
        drawIndicator(*painter, *option, true);
        return;
    case PE_FrameFocusRect:
        return; // focus is shown by a frame of our own, never by dots
    case PE_IndicatorMenuCheckMark:
        if (!(option->state & State_On))
            return;
        break;
    default:
        break;
    }
    if (const Icon arrow = arrowFor(element); arrow != Icon::None) {
        const bool enabled = option->state & State_Enabled;
        paintIcon(*painter, option->rect, arrow, enabled ? Color::Text2 : Color::Text3);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ThemeStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element != CE_FocusFrame) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    const int line = Tokens::px(Fixed::FocusLine);
    const bool roundEnds = widget && widget->property("roundEnds").toBool();
    const qreal radius = roundEnds ? option->rect.height() / 2.0
                                   : Tokens::px(Fixed::RadiusControl) + Tokens::px(Fixed::FocusGap) + line / 2.0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens().color(Color::Accent), line));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(crisp(option->rect, line), radius, radius);
    painter->restore();
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    const Tokens& t = tokens();
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_LineEditIconSize:
        return t.px(Px::Icon);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return t.px(Px::Space8);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return Tokens::px(Fixed::FocusGap) + Tokens::px(Fixed::FocusLine);
    case PM_DefaultFrameWidth:
        return Tokens::px(Fixed::Line);
    case PM_SplitterWidth:
        return Tokens::px(Fixed::Line);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ThemeStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1; // not cut off by a parent that fits tightly
    case SH_ComboBox_Popup:
        return 0; // a list below the field, not a menu over it
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace dure::app
