#pragma once
#include "app/data/company_data.h"
#include "app/shell/page.h"
#include "app/widgets/ledger_table.h"
#include "core/domain/period.h"

class QAction;
class QMenu;
class QShortcut;
class QStackedLayout;
class QVBoxLayout;

namespace dure::app {

class ChipRow;
class DetailPane;
class EmptyState;
class ImeLineEdit;
class KeyButton;
class Label;
class ListExport;
class MessageStrip;
class TotalsRow;
class UndoOffer;
class WindowedModel;

/// The frame of a list screen: chips and tools, the list with its totals and messages, the detail beside it. What all
/// lists do alike stands here: filter as you type, the remembered sort and columns, keeping the selected row by its id,
/// the detail's place on a narrow window, undo.
class ListPage : public Page
{
    Q_OBJECT
public:
    /// `id` names the list in the settings. The data outlives the page.
    ListPage(CompanyData& data, const QString& id, QWidget* parent = nullptr);

    void entered() override;
    Uuid currentId() const { return m_currentId; }
    /// Shows a row's detail, and selects it as soon as the list holds it.
    void showRow(const Uuid& id);
    /// Chooses a chip and shows only documents of these days, which the strip says with the way back to all of them;
    /// until the strip says something else. Without days: the chip alone.
    void showOnly(const QString& chip, const std::optional<DaySpan>& days = {});
    LedgerTable& table() const { return *m_table; }
    MessageStrip& strip() const { return *m_strip; }
    /// Says what was just done in the strip, with the way back. Also for editors that closed over the list.
    void showDone(const QString& done);
    /// Likewise, later: `action` is what undoable() said when it was done.
    void showDone(const QString& done, const std::optional<commands::UndoDescription>& action);
    /// Whether the user's role may change this table; if not, the strip says why nothing opens.
    bool mayWrite(TableId table);
    /// Asks for a file and writes the list into it as it is shown: visible columns, filter and sort.
    void exportList();
    void exportTo(const QString& path); ///< .csv, or else .xlsx

Q_SIGNALS:
    void importRequested(); ///< from an Excel file
    void showElsewhere(dure::TableId table, const dure::Uuid& id); ///< a row of another list

protected:
    // Called once by the derived constructor, in this order.
    void setModel(
        WindowedModel* model, const QList<LedgerColumn>& columns, const QString& sortedBy, Qt::SortOrder order);
    void setDetail(DetailPane* detail);
    /// Shown instead of the list while there is nothing at all.
    void setEmptyState(EmptyState* empty);
    /// A way more in the empty state, and an item in the menu. Before setMenu().
    void offerImport(TableId table, EmptyState& empty);
    void setSheet(QWidget* sheet); ///< fields in place, between the list and its messages
    void setFilterable(bool filterable); ///< whether there is anything to filter by text; yes unless said
    void setMenu(QMenu* menu); ///< on the list; the page owns it
    void setSeveralMayBeChosen(); ///< after setModel()
    /// The chosen rows in the list's order, at most mostChosen; those that were never in sight are not among them.
    std::vector<Uuid> chosenIds() const;
    int chosenCount() const; ///< at most mostChosen
    static constexpr int mostChosen = 200;
    /// What changes the table: hidden where the user's role may not. Its own visibility is nobody else's then.
    void offerToWriters(TableId table, QWidget* what);
    void offerToWriters(TableId table, QAction* what); ///< before setMenu()
    /// The table that New, F3 and Delete change.
    void setWrites(TableId table, KeyButton* create);
    void addDeleteKey(QAction* item, std::function<void()> run); ///< Del in the list, which `item` of the menu names
    /// Likewise another key of what changes the row.
    void addRowKey(const QKeySequence& key, QAction* item, std::function<void()> run);
    void addEditKey(std::function<void()> run); ///< F3

    ChipRow& chips() const { return *m_chips; }
    TotalsRow& totals() const { return *m_totals; }
    CompanyData& data() const { return m_data; }
    QString filterText() const; ///< as typed, with the composition
    DaySpan filterDays() const { return m_days; } ///< null dates: all
    void setNothingYet(bool nothingYet);

    /// Reads the chips' counts.
    virtual void readCounts() = 0;
    /// The chosen chip or the filter's text changed: set the model's filter.
    virtual void applyFilter() = 0;
    /// Another row, or the same one changed. Nil: none.
    virtual void showDetail(const Uuid& id) = 0;
    /// The page has read this row's detail (nil: the row is gone).
    void noteShown(const Uuid& id);
    /// Whether it is this row's detail that the page has.
    bool isShown(const Uuid& id) const { return m_shownId == id; }
    /// Runs when the detail is the current row's: at once, or when it has been read; never for another row. Keys are
    /// faster than reading.
    void whenShown(std::function<void()> run);
    virtual void open(const Uuid& id) = 0;
    /// Whether the change concerns the detail that is shown.
    virtual bool concernsDetail(const ChangeSet& changes) const = 0;

    /// Whether what was undone there is a row of this list.
    virtual bool isOfThisList(TableId table) const { return table == m_writes; }
    /// Runs a command on a row; says `done` in the strip with the way back, or why not.
    /// `refused` says it itself in the strip and returns true, or leaves it to the common words.
    void act(const QString& done, std::function<commands::Result(commands::Commands&)> command,
        std::function<bool(const commands::CommandError&)> refused = {});

    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeBar();
    bool pressInPane(const QKeySequence& pressed);
    void lookElsewhere(); // what the chip hides from the text
    void fitBar(); // words of tools give way to pictures
    void addKeys();
    void startFilter();
    void endFilter();
    void onReloaded();
    void onRefreshed();
    void selectQuietly(int row);
    QList<std::pair<int, Uuid>> chosenRows() const;
    void dropMovedChoice();
    void onRowChosen(int row);
    void onCurrentRow(int row);
    void setCurrent(const Uuid& id);
    void selectSoon(const Uuid& id);
    void onUndone(TableId table, const Uuid& id);
    void reportViewport();
    void arrange();
    void placeDetail();
    void offer();
    void hideFromReaders();
    void addExchangeItems(QMenu& menu);
    void toggleDetail();
    void showMenu(const QPoint& globalPlace);
    void rememberSort() const;
    QString settingsKey(const char* what) const;

    CompanyData& m_data;
    QString m_id;
    WindowedModel* m_model = nullptr; // child
    LedgerTable* m_table; // child
    TotalsRow* m_totals; // child
    ChipRow* m_chips; // child
    ImeLineEdit* m_filter; // child
    QWidget* m_bar = nullptr; // child
    KeyButton* m_filterButton = nullptr; // child
    KeyButton* m_columnsButton = nullptr; // child
    KeyButton* m_exportButton = nullptr; // child
    QAction* m_import = nullptr; // child
    ListExport* m_export = nullptr; // child, while a file is being written
    QWidget* m_detailHint = nullptr; // child
    Label* m_loading = nullptr; // child
    MessageStrip* m_strip; // child
    UndoOffer* m_undo; // the strip's
    MessageStrip* m_elsewhere; // child
    QStackedLayout* m_stack;
    QVBoxLayout* m_left = nullptr; // of the list
    QVBoxLayout* m_besideEmpty = nullptr; // of what stands in its place
    DetailPane* m_detail = nullptr; // child
    EmptyState* m_empty = nullptr; // child
    QMenu* m_menu = nullptr; // child
    std::optional<TableId> m_writes;
    QShortcut* m_filterKey = nullptr; // child
    QShortcut* m_detailKey = nullptr; // child
    QShortcut* m_refusedNew = nullptr; // child; says why the hidden button's key does nothing
    QList<std::pair<TableId, QWidget*>> m_offers;
    QList<std::pair<TableId, QAction*>> m_menuOffers;
    Uuid m_currentId;
    Uuid m_shownId; // whose detail has been read
    QList<std::pair<int, Uuid>> m_chosen; // when they were chosen
    std::function<void()> m_whenShown;
    DaySpan m_days;
    bool m_filterable = true;
    bool m_entered = false;
    bool m_narrow = false;
    bool m_detailAsked = false; // on a narrow window
    bool m_keepingRow = false; // our own moving of the selection is not the user's
    bool m_refused = false; // the strip says why an action was not done
    bool m_apart = false; // the detail shows what the list does not hold
};

} // namespace dure::app
