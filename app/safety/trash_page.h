#pragma once
#include "app/data/company_data.h"
#include "app/shell/page.h"
#include "core/storage/trash_store.h"

namespace dure::app {

class HistoryDesk;
class HistoryView;
class KeyButton;
class LedgerTable;
class MessageStrip;
class TrashModel;
class UndoOffer;

/// 휴지통: what was deleted, brought back by one key, with who deleted it when beside the list. Undo deletes it again.
class TrashPage : public Page
{
    Q_OBJECT
public:
    /// Both outlive the page.
    TrashPage(CompanyData& data, HistoryDesk& history, QWidget* parent = nullptr);
    QString title() const override { return tr("Trash"); }
    void entered() override;

    LedgerTable& table() const { return *m_table; }
    MessageStrip& strip() const { return *m_strip; }
    TrashModel& model() const { return *m_model; }
    void restore(); ///< the chosen row

private:
    void addButtons();
    void read();
    void showRows(std::vector<storage::TrashRow>&& rows);
    void showCurrent();
    void offer();

    CompanyData& m_data;
    TrashModel* m_model; // child
    LedgerTable* m_table; // child
    MessageStrip* m_strip; // child
    UndoOffer* m_undo; // the strip's
    HistoryView* m_history; // child
    KeyButton* m_restore = nullptr; // child
    Uuid m_shown; // whose history is beside the list
};

} // namespace dure::app
