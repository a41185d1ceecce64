#pragma once
#include "core/commands/commands.h"

#include <QObject>

namespace dure::app {

class CompanyData;
class KeyButton;
class MessageStrip;

/// What was just done, said in a strip with the way back. The link takes back that action and no other: when something
/// newer is done, or when somebody else took it back, it goes.
class UndoOffer : public QObject
{
    Q_OBJECT
public:
    /// The strip is the owner too, and lives no longer than the data.
    UndoOffer(CompanyData& data, MessageStrip& strip);

    /// `action`: what CompanyData::undoable() said when it was done. The link shows the page's key for undo; null: it
    /// is not the last action any more.
    KeyButton* show(const QString& done, const std::optional<commands::UndoDescription>& action);
    /// Takes the last action back, whichever it is, and says so.
    void undoLast();
    /// After undone(), on a page that does not show it itself.
    void addShowLink(TableId table, const Uuid& id);

Q_SIGNALS:
    /// It stands in the strip already. `id` nil: what was made is gone again.
    void undone(dure::TableId table, const dure::Uuid& id);
    void showRequested(dure::TableId table, const dure::Uuid& id);
    void refused(const dure::commands::CommandError& error); ///< it stands in the strip already

private:
    void undo(const std::optional<commands::UndoDescription>& only);

    CompanyData& m_data;
    MessageStrip& m_strip;
    std::optional<commands::UndoDescription> m_offered;
};

} // namespace dure::app
