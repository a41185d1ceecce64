#pragma once
#include "app/forms/editor_page.h"
#include "app/orders/order_draft.h"
#include "app/orders/order_start.h"
#include "core/domain/call_off.h"

#include <QSet>

namespace dure::app {

class CallOffSheet;
class KeyButton;
class KeyHintBar;
class OrderFoot;
class OrderHead;
class OrderLineGrid;
class OrderLineModel;
class ProductCompletion;

/// 새 주문, or one that is there already. Saving changes only what was changed here, so that what came in from another
/// PC meanwhile stays.
class OrderEditorPage : public EditorPage
{
    Q_OBJECT
public:
    /// Nil: a new order, `forCustomer` if given. The data outlives the page.
    OrderEditorPage(CompanyData& data, const Uuid& order, const Uuid& forCustomer = {}, QWidget* parent = nullptr);
    /// A new order that begins with what is there already: of `forCustomer`, whose lines these are.
    OrderEditorPage(CompanyData& data, const OrderStart& start, const Uuid& forCustomer, QWidget* parent = nullptr);
    bool mayClose() override;

    QString title() const override;
    QString subtitle() const override { return m_number; }
    void entered() override;

    void save();
    OrderHead& head() const { return *m_head; }
    OrderLineGrid& grid() const { return *m_grid; }
    OrderLineModel& model() const { return *m_model; }
    OrderFoot& foot() const { return *m_foot; }
    CallOffSheet& callOff() const { return *m_callOff; }

Q_SIGNALS:
    void saved(const dure::Uuid& order, const QString& number, bool isNew);
    void customerShown(); ///< sites and balance of the chosen customer are there

private:
    void makeScreen();
    void addKeys();
    void connectParts();

    // What is opened.
    void open();
    void openStored(const std::optional<OrderDraft>& kept);
    void openGone(const std::optional<OrderDraft>& kept);
    void showGone();
    void offerGone(const std::vector<Uuid>& changed);
    void throwGoneAway();
    void show(const OrderDraft& draft);
    void offerDraft(const OrderDraft& draft, bool restored);
    void offerOther(const Uuid& customer);
    void startAnew();
    void becomeReady();
    void readCustomer(const Uuid& id, bool chosen);
    void makeCustomer(const QString& name);
    void makeProduct(qint64 lineKey, const QString& name);
    void readStaffNames();
    void readNumber();
    void readStart(const OrderStart& start);
    void begin(const OrderDraft& draft, const OrderStart& start);
    void repeatLastOrder();

    // While it is typed.
    void onHeadChanged();
    void showTotals();
    void showMessage();
    std::string draftName() const override { return app::draftName(m_opened, m_forCustomer); }
    OrderDraft typed() const;
    std::function<std::string()> draft() const override;
    bool isChanged() const override;
    bool takeTyped() override;
    void onFocusChanged(QWidget* now);
    void onDataChanged(const ChangeSet& changes);
    void readIncomingChanges();
    void showIncoming(const OrderIncoming& incoming);
    void focusNextPane();

    // 납기 나누기.
    void openCallOff();
    QMap<int, QList<CallOffText>> splits() const; // as in a draft
    void keepSplits(const QMap<int, QList<CallOffText>>& splits);
    QString splitsText() const;
    Quantity leftToSplit(const OrderLine& line) const;
    void splitLine(qint64 key, const std::vector<CallOffPart>& parts);
    void followCallOff();
    void makeRoomForCallOff(bool open);

    // Saving.
    bool isWaiting();
    bool stopAtProblem();
    commands::OrderInput input(QList<int>& rows) const;
    void onSaved(const commands::Done& done);
    void onRefused(const commands::CommandError& error, const QList<int>& rows);
    void saveAsNew();

    Uuid m_opened; // what was opened; nil: a new one
    Uuid m_order; // what is saved; nil: a new one
    Uuid m_forCustomer;
    OrderLineModel* m_model; // child
    ProductCompletion* m_completion; // child
    OrderHead* m_head; // child
    OrderLineGrid* m_grid; // child
    CallOffSheet* m_callOff; // child
    OrderFoot* m_foot; // child
    KeyHintBar* m_hints; // child
    KeyButton* m_save = nullptr; // child
    std::optional<OrderOpening> m_before; // of an existing order
    std::optional<OrderCustomer> m_customer;
    std::vector<Uuid> m_goneLines; // deleted elsewhere meanwhile
    SalesOrder m_shown; // a new one as it was first shown
    QString m_number;
    QSet<qint64> m_confirmed; // unmatched lines that were pointed out once
    QPointer<QWidget> m_lastFocus;
    bool m_chosen = false; // the customer was chosen by the user: terms and site follow him
    bool m_customerAwaited = false;
    bool m_reoffer = false; // the customer was changed: prices are offered anew when they are known
    int m_productsAwaited = 0; // that are being made
    bool m_saveWhenSettled = false;
};

} // namespace dure::app
