#pragma once
#include "app/data/company_data.h"
#include "app/orders/order_draft.h"
#include "app/shell/page.h"

#include <QSet>
#include <QTimer>

namespace dure::app {

class KeyHintBar;
class MessageStrip;
class OrderFoot;
class OrderHead;
class OrderLineGrid;
class OrderLineModel;
class ProductCompletion;

/// 새 주문, or one that is there already. What is typed is kept on this PC as it is typed; closing keeps it, too.
/// Saving changes only what was changed here, so that what came in from another PC meanwhile stays.
class OrderEditorPage : public Page
{
    Q_OBJECT
public:
    /// Nil: a new order, `forCustomer` if given. The data outlives the page.
    OrderEditorPage(CompanyData& data, const Uuid& order, const Uuid& forCustomer = {}, QWidget* parent = nullptr);
    ~OrderEditorPage() override;

    QString title() const override;
    QString subtitle() const override { return m_number; }
    void entered() override;
    bool mayClose() override;

    void save();
    OrderHead& head() const { return *m_head; }
    OrderLineGrid& grid() const { return *m_grid; }
    OrderLineModel& model() const { return *m_model; }
    OrderFoot& foot() const { return *m_foot; }
    MessageStrip& strip() const { return *m_strip; }
    bool isReady() const { return m_ready; } ///< what was to be read has been read

Q_SIGNALS:
    void ready();
    void saved(const dure::Uuid& order, const QString& number, bool isNew);
    void customerShown(); ///< sites and balance of the chosen customer are there
    void draftKept(); ///< closed with something typed that was not saved

private:
    void makeScreen();
    void addKeys();
    void connectParts();

    // What is opened.
    void open();
    void openStored(const std::optional<OrderDraft>& kept);
    void show(const OrderDraft& draft);
    void offerDraft(const OrderDraft& draft, bool restored);
    void offerOther(const Uuid& customer);
    void startAnew();
    void becomeReady();
    void readCustomer(const Uuid& id, bool chosen);
    void makeCustomer(const QString& name);
    void readStaffNames();
    void readNumber();

    // While it is typed.
    void onHeadChanged();
    void touched();
    void showTotals();
    void showMessage();
    void keepDraft();
    void dropDraft();
    bool isChanged() const;
    OrderDraft draft() const;
    void onFocusChanged(QWidget* now);
    void onDataChanged(const ChangeSet& changes);
    void readIncomingChanges();
    void showIncoming(const OrderIncoming& incoming);
    void focusNextPane();

    // Saving.
    bool isWaiting();
    bool stopAtProblem();
    commands::OrderInput input(QList<int>& rows) const;
    void onSaved(const commands::Done& done);
    void onRefused(const commands::CommandError& error, const QList<int>& rows);
    void saveAsNew();

    CompanyData& m_data;
    Uuid m_order; // nil: new
    Uuid m_forCustomer;
    OrderLineModel* m_model; // child
    ProductCompletion* m_completion; // child
    OrderHead* m_head; // child
    OrderLineGrid* m_grid; // child
    OrderFoot* m_foot; // child
    MessageStrip* m_strip; // child
    KeyHintBar* m_hints; // child
    QTimer* m_draftTimer; // child
    std::optional<OrderOpening> m_before; // of an existing order
    std::optional<OrderCustomer> m_customer;
    std::vector<Uuid> m_goneLines; // deleted elsewhere meanwhile
    SalesOrder m_shown; // a new one as it was first shown
    QString m_number;
    QSet<qint64> m_confirmed; // unmatched lines that were pointed out once
    QPointer<QWidget> m_lastFocus;
    bool m_ready = false;
    bool m_touched = false; // something was typed here
    bool m_chosen = false; // the customer was chosen by the user: terms and site follow him
    bool m_customerAwaited = false;
    bool m_reoffer = false; // the customer was changed: prices are offered anew when they are known
    bool m_saveWhenSettled = false;
    bool m_saving = false;
    bool m_saved = false;
};

} // namespace dure::app
