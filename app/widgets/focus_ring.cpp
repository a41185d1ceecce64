#include "app/widgets/focus_ring.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFocusFrame>
#include <QPointer>

namespace dure::app {

FocusRing::FocusRing(QObject* parent)
    : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { moveTo(now); });
}

FocusRing::~FocusRing() = default;

void FocusRing::moveTo(QWidget* widget)
{
    if (m_frame) {
        m_frame->setWidget(nullptr); // else it comes back when its button moves, until it is gone
        m_frame->deleteLater();
    }
    m_frame = nullptr;
    auto* button = qobject_cast<QAbstractButton*>(widget);
    if (!button || button->isWindow() || button->property("ownFocus").toBool())
        return;
    m_frame = new QFocusFrame(button->parentWidget());
    m_frame->setProperty("roundEnds", button->property("roundEnds"));
    connect(m_frame, &QObject::destroyed, this, [this, frame = m_frame] {
        if (m_frame == frame)
            m_frame = nullptr;
    });
    m_frame->setWidget(button);
}

} // namespace dure::app
