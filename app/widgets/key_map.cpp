#include "app/widgets/key_map.h"

#include <QCoreApplication>
#include <QSettings>
#include <array>

namespace dure::app {
namespace {

struct Row
{
    KeyAction action;
    const char* id; ///< in the settings: never changes
    const char* key;
    const char* text;
};

constexpr std::array rows{
    Row{KeyAction::Find, "find", "Ctrl+K", QT_TRANSLATE_NOOP("KeyMap", "Find or do")},
    Row{KeyAction::Primary, "primary", "Ctrl+Return", QT_TRANSLATE_NOOP("KeyMap", "The blue button")},
    Row{KeyAction::Help, "help", "F1", QT_TRANSLATE_NOOP("KeyMap", "Keys")},
    Row{KeyAction::New, "new", "F2", QT_TRANSLATE_NOOP("KeyMap", "New; in a grid: edit the cell")},
    Row{KeyAction::Edit, "edit", "F3", QT_TRANSLATE_NOOP("KeyMap", "Edit")},
    Row{KeyAction::Choices, "choices", "F4", QT_TRANSLATE_NOOP("KeyMap", "Choices; in a delivery: what remains")},
    Row{KeyAction::Sync, "sync", "F5", QT_TRANSLATE_NOOP("KeyMap", "Sync now")},
    Row{KeyAction::NextPane, "nextPane", "F6", QT_TRANSLATE_NOOP("KeyMap", "Next pane")},
    Row{KeyAction::Print, "print", "F7", QT_TRANSLATE_NOOP("KeyMap", "Print")},
    Row{KeyAction::Save, "save", "F8", QT_TRANSLATE_NOOP("KeyMap", "Save")},
    Row{KeyAction::Close, "close", "Esc", QT_TRANSLATE_NOOP("KeyMap", "Close; drafts stay")},
    Row{KeyAction::Filter, "filter", "Ctrl+F", QT_TRANSLATE_NOOP("KeyMap", "Filter the list")},
    Row{KeyAction::AsAbove, "asAbove", "Ctrl+D", QT_TRANSLATE_NOOP("KeyMap", "As in the row above")},
    Row{KeyAction::Undo, "undo", "Ctrl+Z", QT_TRANSLATE_NOOP("KeyMap", "Undo")},
    Row{KeyAction::Detail, "detail", "Alt+Return", QT_TRANSLATE_NOOP("KeyMap", "Detail beside the list")},
    Row{KeyAction::Export, "export", "Ctrl+E", QT_TRANSLATE_NOOP("KeyMap", "Save the list as an Excel file")},
};
static_assert(rows.size() == static_cast<std::size_t>(KeyAction::Count));

const Row& rowOf(KeyAction action) { return rows[static_cast<std::size_t>(action)]; }

QString settingOf(KeyAction action) { return QStringLiteral("keys/") + QLatin1String(rowOf(action).id); }

} // namespace

QKeySequence defaultKeyFor(KeyAction action) { return QKeySequence(QLatin1String(rowOf(action).key)); }

QKeySequence keyFor(KeyAction action)
{
    const QString chosen = QSettings().value(settingOf(action)).toString();
    return chosen.isEmpty() ? defaultKeyFor(action) : QKeySequence(chosen, QKeySequence::PortableText);
}

QString keyActionText(KeyAction action) { return QCoreApplication::translate("KeyMap", rowOf(action).text); }

QList<KeyAction> allKeyActions()
{
    QList<KeyAction> all;
    for (const Row& row : rows)
        all += row.action;
    return all;
}

bool setKeyFor(KeyAction action, const QKeySequence& key)
{
    const QKeySequence wanted = key.isEmpty() ? defaultKeyFor(action) : key;
    for (const Row& row : rows) {
        if (row.action != action && keyFor(row.action) == wanted)
            return false;
    }
    if (wanted == defaultKeyFor(action))
        QSettings().remove(settingOf(action));
    else
        QSettings().setValue(settingOf(action), wanted.toString(QKeySequence::PortableText));
    return true;
}

} // namespace dure::app
