#pragma once
#include <QKeySequence>
#include <QList>
#include <QString>

namespace dure::app {

/// What a key can be asked to do on more than one screen. Screens ask for the key instead of writing it down, because
/// people bring habits from other programs (F4 or F8 saves).
enum class KeyAction {
    Find,
    Primary, ///< the blue button
    Help,
    New,
    Edit,
    Choices,
    Sync,
    NextPane,
    Print,
    Save,
    Close,
    Filter,
    AsAbove,
    Undo,
    Detail,
    Export, ///< the list as it is shown
    Count
};

/// Whole sets of keys, for the hands of people who come from other programs.
enum class KeyPreset { Dure, Ecount, Almaengi };

/// The user's choice from the settings, or the chosen preset's.
QKeySequence keyFor(KeyAction action);
QKeySequence defaultKeyFor(KeyAction action); ///< the chosen preset's
QKeySequence presetKeyFor(KeyPreset preset, KeyAction action);
QList<KeyPreset> allKeyPresets();
QString keyPresetText(KeyPreset preset); ///< in the user's language
KeyPreset keyPreset();
/// All keys are the preset's; what was chosen one by one is forgotten.
void setKeyPreset(KeyPreset preset);
/// F9 closes too, unless it was given to something else; empty then.
QKeySequence secondCloseKey();
/// What the action does, in the user's language.
QString keyActionText(KeyAction action);
QList<KeyAction> allKeyActions();

/// Whether a key can be an action's at all: not what types, moves or edits in fields and grids, nor what goes to
/// places.
bool isUsableKey(KeyAction action, const QKeySequence& key);
/// Remembers a key; an empty one goes back to the preset's. False if another action has it: nothing changes.
bool setKeyFor(KeyAction action, const QKeySequence& key);

} // namespace dure::app
