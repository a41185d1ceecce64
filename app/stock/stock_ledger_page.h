#pragma once
#include "app/data/company_data.h"
#include "app/shell/page.h"

namespace dure::app {

class DateField;
class FormCell;
class Label;
class LedgerTable;
class MessageStrip;
class SegmentedControl;
class StockLedgerModel;
class TotalsRow;
class UndoOffer;

/// 수불부 of one product: a period's movements with what was carried forward and the balance after each. A movement
/// that was typed is taken back here.
class StockLedgerPage : public Page
{
    Q_OBJECT
public:
    /// The data outlives the page.
    StockLedgerPage(CompanyData& data, const Uuid& product, QWidget* parent = nullptr);

    QString title() const override { return tr("Stock ledger"); }
    QString subtitle() const override { return m_product; }
    void entered() override;

    void choosePeriod(const QString& id); ///< "month", "last", "quarter", "year", "all"
    void setPeriod(Date from, Date to);
    LedgerTable& table() const { return *m_table; }
    StockLedgerModel& model() const { return *m_model; }
    MessageStrip& strip() const { return *m_strip; }

Q_SIGNALS:
    void showDelivery(const dure::Uuid& delivery);

private:
    QWidget* makeHead();
    void addActions();
    void readPeriod();
    void read();
    void takeBack();
    void openRow(int row);

    CompanyData& m_data;
    Uuid m_id;
    QString m_product;
    SegmentedControl* m_period; // child
    DateField *m_from, *m_to; // children
    FormCell *m_fromCell = nullptr, *m_toCell = nullptr; // children
    Label* m_figures; // child
    MessageStrip* m_strip; // child
    UndoOffer* m_undo; // the strip's
    LedgerTable* m_table; // child
    StockLedgerModel* m_model; // child
    TotalsRow* m_totals; // child
};

} // namespace dure::app
