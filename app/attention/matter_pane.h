#pragma once
#include "app/attention/attention_facts.h"
#include "app/data/company_data.h"
#include "app/widgets/panel.h"

class QScrollArea;
class QShortcut;
class QVBoxLayout;

namespace dure::app {

class HistoryDesk;
class HistoryView;
class KeyButton;
class Label;

/// The matter itself: what it is, both values side by side, what can be decided, and the document's history below.
/// It decides nothing; it says what was chosen.
class MatterPane : public Panel
{
    Q_OBJECT
public:
    /// Both outlive this.
    MatterPane(CompanyData& data, HistoryDesk& desk, QWidget* parent = nullptr);

    void show(const MatterFacts& facts);
    void showNothing();
    bool isChoosing() const { return m_current >= 0; } ///< field by field
    bool canChooseFields() const;
    enum class Side { Now, Other };
    void chooseFields(); ///< key 3
    void choose(Side side); ///< of the field in question; then the next is
    void stopChoosing();
    void focusFirst();
    MatterSheet& sheet() const { return *m_sheet; }
    HistoryView& history() const { return *m_history; }
    KeyButton& keepButton() const { return *m_keep; }
    KeyButton& otherButton() const { return *m_other; }

Q_SIGNALS:
    void kept();
    void otherWanted(); ///< put the other value back, delete after all, or do it again
    void refused(); ///< a key was pressed whose choice is not the user's: the role only reads
    void fieldsChosen(const QList<bool>& restored); ///< a unit each
    void choosingChanged();

private:
    void makeButtons();
    void makeChoosingKeys();
    void makeRefusedKeys();
    bool mayKeep() const;
    bool mayTakeOther() const;
    bool hasOther() const;
    bool hasFields() const;
    void showButtons();
    void moveChoice(int by);
    void showChoices();

    CompanyData& m_data;
    std::optional<MatterFacts> m_facts;
    QWidget* m_matter; // child
    QWidget* m_nothing; // child
    Label* m_title; // child
    Label* m_sentence; // child
    MatterSheet* m_sheet; // child
    Label* m_decided; // child
    HistoryView* m_history; // child
    KeyButton *m_keep, *m_other, *m_fields, *m_save, *m_cancel; // in m_sheet
    QList<QShortcut*> m_choosingKeys; // children
    QList<QShortcut*> m_refusedKeys; // children; of the buttons the role hides: keep, other, fields
    QList<int> m_choices; // by unit: the column taken, -1: not yet
    int m_current = -1; // unit that is being chosen; -1: not field by field
};

} // namespace dure::app
