#pragma once
#include "app/attention/attention_facts.h"
#include "app/data/company_data.h"
#include "app/shell/page.h"

#include <functional>

namespace dure::app {

class AttentionModel;
class ChipRow;
class HistoryDesk;
class KeyHintBar;
class MatterList;
class MatterPane;
class MessageStrip;
class UndoOffer;
struct OrderRedo;

/// 확인 필요: values that two people set differently, what the cloud refused, and what contradicts. The list at the
/// left, the matter at the right; one key decides, one takes it back. Nothing is lost here, whatever is pressed.
class AttentionPage : public Page
{
    Q_OBJECT
public:
    /// Both outlive the page.
    AttentionPage(CompanyData& data, HistoryDesk& desk, QWidget* parent = nullptr);
    QString title() const override { return tr("Needs a look"); }
    void entered() override;

    AttentionModel& model() const { return *m_model; }
    MatterList& list() const { return *m_list; }
    MatterPane& pane() const { return *m_pane; }
    MessageStrip& strip() const { return *m_strip; }
    ChipRow& chips() const { return *m_chips; }

Q_SIGNALS:
    void decided(); ///< also what changes no data
    void showElsewhere(dure::TableId table, const dure::Uuid& id);
    void editorMustGo(const std::function<void()>& then); ///< that of orders, wherever it is open; it may stay instead
    void editOrder(const dure::Uuid& order, const dure::Uuid& forCustomer); ///< what was entered waits as its draft

private:
    void addKeys();
    void connectParts();
    void onRefreshed();
    void setCurrent(const Uuid& id);
    void readMatter();
    void showHints();

    void keep();
    void takeOther();
    void decideFields(const QList<bool>& restored);
    void decide(const QString& done, std::function<commands::Result(commands::Commands&)> command);
    void attend(std::int64_t entry, bool attended);
    void redo();
    void keepRedo(const OrderRedo& redo, std::int64_t entry);
    void onDecided();
    void onRefused(const commands::CommandError& error);
    bool mayUndo() const;
    void undoLast();
    void sayReadsOnly();
    void openSubject();

    CompanyData& m_data;
    AttentionModel* m_model; // child
    ChipRow* m_chips; // child
    MatterList* m_list; // child
    MatterPane* m_pane; // child
    MessageStrip* m_strip; // child
    UndoOffer* m_undo; // the strip's
    KeyHintBar* m_hints; // child
    Uuid m_current;
    int m_currentRow = 0;
    bool m_moveOn = false; // decided: the next one takes its place
    bool m_settingRow = false; // our own moving of the selection is not the user's
    std::optional<MatterFacts> m_facts; // of m_current
    std::int64_t m_attended = 0; // the last decision was to put this rejection away
    bool m_saysRead = false; // the strip says so
};

} // namespace dure::app
