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

/// The user's choice from the settings, or the default.
QKeySequence keyFor(KeyAction action);
QKeySequence defaultKeyFor(KeyAction action);
/// What the action does, in the user's language.
QString keyActionText(KeyAction action);
QList<KeyAction> allKeyActions();

/// Remembers a key; an empty one goes back to the default. False if another action has it: nothing changes.
bool setKeyFor(KeyAction action, const QKeySequence& key);

} // namespace dure::app
