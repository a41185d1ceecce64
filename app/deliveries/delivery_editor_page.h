#pragma once
#include "app/deliveries/delivery_draft.h"
#include "app/deliveries/delivery_opening.h"
#include "app/forms/editor_page.h"

#include <QTimer>

namespace dure::app {

class DeliveryHead;
class DeliveryLineGrid;
class DeliverySums;
class KeyHintBar;
class MessageStrip;
class ProductCompletion;
class StatementPane;

/// 납품하기: what goes out of an order now, or without an order. What remains is filled in; the statement stands beside
/// it as it will be printed.
class DeliveryEditorPage : public EditorPage
{
    Q_OBJECT
public:
    /// Order nil: without an order. The data outlives the page.
    DeliveryEditorPage(CompanyData& data, const Uuid& order, QWidget* parent = nullptr);

    QString title() const override { return tr("Deliver"); }
    QString subtitle() const override;
    void entered() override;
    bool mayClose() override;

    void save(bool print);
    DeliveryHead& head() const { return *m_head; }
    DeliveryLineGrid& grid() const { return *m_grid; }
    DeliveryLineModel& model() const { return *m_model; }
    StatementPane& statement() const { return *m_statement; }

Q_SIGNALS:
    /// `part`: 1차, 2차 … of the order; 0 without one.
    void saved(const dure::Uuid& delivery, const QString& number, qint64 part, bool print);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeScreen();
    QWidget* makeTools();
    QLayout* makeFoot();
    void addActions();
    void addKeys();
    void connectParts();

    void open();
    void show(const DeliveryOpening& opening);
    void resume(const DeliveryDraft& draft);
    void beginAnew();
    /// `site`: to be chosen of the customer's.
    void readCustomer(const Uuid& id, const Uuid& site = {});
    void readBalances();
    void showStatement();
    void showTotals();
    void showOver();
    void showHints();
    void togglePreview();
    void leave();
    void arrange();

    std::string draftName() const override { return deliveryDraftName(m_order); }
    Uuid site() const;
    DeliveryDraft typed() const;
    std::function<std::string()> draft() const override;
    bool isChanged() const override;
    bool takeTyped() override;
    void onDataChanged(const ChangeSet& changes);
    void followDay();
    void readNumber();
    std::int64_t part() const; ///< as the statement will say
    void refresh();
    void followEntries(const QList<DeliveryEntry>& shown);
    void showRefreshed(const QList<DeliveryEntry>& entries);

    bool isWaiting() const; ///< for what was typed ahead of its answer
    void retrySaving();
    bool stopAtProblem();
    commands::DeliveryInput input(QList<int>& rows) const;
    void onRefused(const commands::CommandError& error, const QList<int>& rows);

    Uuid m_order; // nil: without one
    DeliveryLineModel* m_model; // child
    ProductCompletion* m_completion; // child
    DeliveryHead* m_head; // child
    DeliveryLineGrid* m_grid; // child
    MessageStrip* m_over; // child
    DeliverySums* m_sums; // child
    StatementPane* m_statement; // child
    KeyHintBar* m_hints; // child
    QTimer* m_balanceTimer; // child
    DeliveryOpening m_opening;
    QList<DeliveryEntry> m_before; // as they were first shown
    Uuid m_shownSite; // likewise
    Uuid m_siteAwaited; // chosen, of a customer whose sites are not read yet
    storage::StatementBalances m_balances;
    QString m_number;
    QPointer<QWidget> m_lastFocus;
    std::optional<bool> m_saveWhenSettled; // whether to print then
    QWidget* m_form = nullptr; // child
    bool m_hasRoom = false; // for the statement beside the form
    bool m_customerAwaited = false;
    bool m_previewAsked = false; // in place of the form
    bool m_balancesKnown = false;
};

} // namespace dure::app
