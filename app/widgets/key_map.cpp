#include "app/widgets/key_map.h"

#include <QCoreApplication>
#include <QSettings>
#include <algorithm>
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
    Row{KeyAction::AsAbove, "asAbove", "Ctrl+D",
        QT_TRANSLATE_NOOP("KeyMap", "As in the row above; in the list of orders: the order once more")},
    Row{KeyAction::Undo, "undo", "Ctrl+Z", QT_TRANSLATE_NOOP("KeyMap", "Undo")},
    Row{KeyAction::Detail, "detail", "Alt+Return", QT_TRANSLATE_NOOP("KeyMap", "Detail beside the list")},
    Row{KeyAction::Export, "export", "Ctrl+E", QT_TRANSLATE_NOOP("KeyMap", "Save the list as an Excel file")},
};
/// What a preset has otherwise. From what users of those programs told; a key that is missed is one line here.
struct PresetKey
{
    KeyPreset preset;
    KeyAction action;
    const char* key;
};
constexpr std::array presetKeys{
    PresetKey{KeyPreset::Ecount, KeyAction::Find, "F3"}, // F2 new and F8 save as here
    PresetKey{KeyPreset::Ecount, KeyAction::Edit, "Ctrl+E"},
    PresetKey{KeyPreset::Ecount, KeyAction::Export, "Ctrl+Shift+E"},
    PresetKey{KeyPreset::Almaengi, KeyAction::Save, "F4"}, // F2 new, F3 edit and F7 print as here
    PresetKey{KeyPreset::Almaengi, KeyAction::Choices, "Alt+Down"},
};

struct PresetName
{
    KeyPreset preset;
    const char* id; ///< in the settings: never changes
    const char* text;
};
constexpr std::array presetNames{
    PresetName{KeyPreset::Dure, "dure", QT_TRANSLATE_NOOP("KeyMap", "Dure")},
    PresetName{KeyPreset::Ecount, "ecount", QT_TRANSLATE_NOOP("KeyMap", "Like Ecount")},
    PresetName{KeyPreset::Almaengi, "almaengi", QT_TRANSLATE_NOOP("KeyMap", "Like Almaengi")},
};
const auto presetSetting = QStringLiteral("keys/preset");

static_assert(rows.size() == static_cast<std::size_t>(KeyAction::Count));

const Row& rowOf(KeyAction action) { return rows[static_cast<std::size_t>(action)]; }

QString settingOf(KeyAction action) { return QStringLiteral("keys/") + QLatin1String(rowOf(action).id); }

} // namespace

QKeySequence presetKeyFor(KeyPreset preset, KeyAction action)
{
    if (preset != KeyPreset::Dure)
        for (const PresetKey& other : presetKeys)
            if (other.preset == preset && other.action == action)
                return QKeySequence(QLatin1String(other.key));
    return QKeySequence(QLatin1String(rowOf(action).key));
}

QList<KeyPreset> allKeyPresets()
{
    QList<KeyPreset> all;
    for (const PresetName& name : presetNames)
        all += name.preset;
    return all;
}

QString keyPresetText(KeyPreset preset)
{
    return QCoreApplication::translate("KeyMap", presetNames[static_cast<std::size_t>(preset)].text);
}

KeyPreset keyPreset()
{
    const QString id = QSettings().value(presetSetting).toString();
    for (const PresetName& name : presetNames)
        if (id == QLatin1String(name.id))
            return name.preset;
    return KeyPreset::Dure;
}

void setKeyPreset(KeyPreset preset)
{
    for (const Row& row : rows)
        QSettings().remove(settingOf(row.action));
    QSettings().setValue(presetSetting, QLatin1String(presetNames[static_cast<std::size_t>(preset)].id));
}

QKeySequence defaultKeyFor(KeyAction action) { return presetKeyFor(keyPreset(), action); }

QKeySequence secondCloseKey()
{
    const QKeySequence second(Qt::Key_F9);
    for (const Row& row : rows)
        if (keyFor(row.action) == second)
            return {};
    return second;
}

QKeySequence keyFor(KeyAction action)
{
    const QString chosen = QSettings().value(settingOf(action)).toString();
    return chosen.isEmpty() ? defaultKeyFor(action) : QKeySequence(chosen, QKeySequence::PortableText);
}

bool isUsableKey(KeyAction action, const QKeySequence& key)
{
    if (key.count() != 1)
        return false;
    const Qt::Key code = key[0].key();
    const Qt::KeyboardModifiers modifiers = key[0].keyboardModifiers() & ~Qt::KeypadModifier;
    if (code >= Qt::Key_F1 && code <= Qt::Key_F12)
        return code != Qt::Key_F2 || modifiers != Qt::NoModifier || action == KeyAction::New; // F2 edits a cell
    if (code == Qt::Key_Escape)
        return action == KeyAction::Close; // in popups and fields it takes back what is typed
    if (!(modifiers & (Qt::ControlModifier | Qt::AltModifier)))
        return false;
    // of editing everywhere, and what single screens keep for themselves
    static constexpr Qt::Key taken[]{
        Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X, Qt::Key_Y, Qt::Key_B, Qt::Key_L, Qt::Key_P, Qt::Key_R};
    const bool onlyControl = modifiers == Qt::ControlModifier;
    const bool goesToAPlace = code >= Qt::Key_1 && code <= Qt::Key_9;
    return !onlyControl || (!goesToAPlace && std::ranges::find(taken, code) == std::end(taken));
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
