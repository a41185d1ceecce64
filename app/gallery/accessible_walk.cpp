#include "app/gallery/accessible_walk.h"

#include <QAccessible>
#include <QApplication>
#include <QThread>
#include <QWidget>
#include <cstdio>
#include <iostream>

namespace dure::app {
namespace {

bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::Link:
    case QAccessible::MenuItem:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::PageTab:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::List:
        return true;
    default:
        return false;
    }
}

/// Their cells are rows of data, and as many as there are.
bool holdsData(QAccessible::Role role)
{
    return role == QAccessible::Table || role == QAccessible::Tree || role == QAccessible::List;
}

bool takesTab(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.isVisible() && widget.isEnabled()
        && !widget.focusProxy();
}

QString pathOf(const QObject* object)
{
    QStringList path;
    for (; object && path.size() < 5; object = object->parent())
        path.prepend(QString::fromLatin1(object->metaObject()->className()).section(QStringLiteral("::"), -1));
    return path.join(u'/');
}

void collect(QAccessibleInterface* control, QStringList& problems)
{
    if (!control || !control->isValid())
        return;
    const QAccessible::State state = control->state();
    if (state.invisible)
        return;
    const auto* widget = qobject_cast<QWidget*>(control->object());
    const bool counts = isControl(control->role()) || (widget && takesTab(*widget));
    const bool isWindow = widget && widget->isWindow();
    const bool isSeparator = control->role() == QAccessible::Separator;
    if (counts && !isWindow && !isSeparator && control->text(QAccessible::Name).trimmed().isEmpty())
        problems += QStringLiteral("no name: %1 (role %2)").arg(pathOf(control->object())).arg(int(control->role()));
    if (holdsData(control->role()) || control->role() == QAccessible::ComboBox)
        return;
    for (int i = 0; i < control->childCount(); ++i)
        collect(control->child(i), problems);
}

} // namespace

QStringList unnamedControls(QWidget& screen)
{
    QStringList problems;
    collect(QAccessible::queryAccessibleInterface(&screen), problems);
    return problems;
}

QStringList focusJumps(QWidget& screen)
{
    QStringList problems;
    const QWidget* before = nullptr;
    for (QWidget* next = screen.nextInFocusChain(); next != &screen; next = next->nextInFocusChain()) {
        if (!screen.isAncestorOf(next) || !takesTab(*next))
            continue;
        // Between groups the eye jumps too; within one, Tab reads as the eye does.
        if (before && before->parentWidget() == next->parentWidget()) {
            const QRect from = before->geometry();
            const QRect to = next->geometry();
            const bool isAbove = to.bottom() < from.top() && to.left() <= from.right();
            const bool isLeft = to.right() < from.left() && to.bottom() >= from.top() && to.top() <= from.bottom();
            if (isAbove || isLeft)
                problems += QStringLiteral("Tab goes back: %1 \"%2\" to \"%3\"")
                                .arg(pathOf(next), before->accessibleName(), next->accessibleName());
        }
        before = next;
    }
    return problems;
}

void AccessibleWalk::look(QWidget& screen, const QString& name)
{
    ++m_screens;
    if (m_way == Way::FromOutside) {
        std::printf("screen %s\n", qPrintable(name));
        std::fflush(stdout);
        // who asks over D-Bus is answered by this thread
        QThread* waiting = QThread::create([] {
            std::string line;
            std::getline(std::cin, line);
        });
        waiting->start();
        while (!waiting->isFinished())
            QApplication::processEvents(QEventLoop::AllEvents, 20);
        waiting->wait();
        delete waiting;
        return;
    }
    for (const QString& problem : unnamedControls(screen) + focusJumps(screen)) {
        if (m_problems.contains(problem))
            continue;
        m_problems += problem;
        std::printf("%s: %s\n", qPrintable(name), qPrintable(problem));
    }
}

} // namespace dure::app
