#pragma once
#include "app/data/company_data.h"
#include "app/shell/page.h"
#include "app/today/day_facts.h"

class QStackedLayout;

namespace dure::app {

class DayList;
class DispatchSheet;
class KeyButton;
class KeyHintBar;
class MessageStrip;
class UndoOffer;

/// 오늘: today's trucks with what they bring and to whom, and tomorrow's; beside them what is late, which money should
/// come, what is to be done and what needs a look. Each line opens what it is about.
class TodayPage : public Page
{
    Q_OBJECT
public:
    /// The data outlives the page.
    explicit TodayPage(CompanyData& data, QWidget* parent = nullptr);

    QString title() const override { return tr("Today"); }
    QString subtitle() const override;
    void entered() override;

    DayList& deliveries() const { return *m_deliveries; }
    DayList& desk() const { return *m_desk; }
    DispatchSheet& sheet() const { return *m_sheet; }
    MessageStrip& strip() const { return *m_strip; }
    /// Says what was just done, with the way back. Also for editors that closed over the page.
    void showDone(const QString& done);
    void showDone(const QString& done, const std::optional<commands::UndoDescription>& action);
    bool mayWrite(TableId table); ///< else the strip says why nothing opens

Q_SIGNALS:
    void newOrder();
    void deliver(const dure::Uuid& order);
    void printStatement(const dure::Uuid& delivery);
    void rowOpened(const dure::app::DayRow& row);
    void showElsewhere(dure::TableId table, const dure::Uuid& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeLists();
    void makeEmptyState();
    void addButtons();
    void addKeys();
    void read();
    void show(const DayFacts& facts);
    void onChosen();
    void offer();
    void dispatch();
    void markDone();
    static bool isActivity(const DayRow& row); ///< something to do, or a promise
    const DayRow* current() const; ///< of the list with the keyboard; null: none

    CompanyData& m_data;
    DayList* m_deliveries; // children
    DayList* m_desk;
    DispatchSheet* m_sheet;
    MessageStrip* m_strip;
    UndoOffer* m_undo; // the strip's
    KeyHintBar* m_hints;
    KeyButton* m_new = nullptr;
    KeyButton* m_deliver = nullptr;
    QStackedLayout* m_stack;
    DayList* m_active; // which of the lists had the keyboard last
};

} // namespace dure::app
