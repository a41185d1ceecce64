#pragma once
#include "app/forms/form_page.h"
#include "core/storage/stock_store.h"

namespace dure::app {

class ChoiceField;
class DateField;
class FormCell;
class ImeLineEdit;
class ValueLabel;

/// One movement of one product by hand: an adjustment, scrap, a purchase, what was there at first.
class StockEntryPage : public FormPage
{
    Q_OBJECT
public:
    /// The data outlives the page.
    StockEntryPage(CompanyData& data, const Uuid& product, StockMovementKind kind, QWidget* parent = nullptr);

    QString title() const override { return tr("Stock entry"); }
    QString subtitle() const override;
    ImeLineEdit& quantityField() const { return *m_quantity; }
    ChoiceField& kindField() const { return *m_kind; }
    QString done() const { return m_done; } ///< what was saved, in a sentence
    FormCell& quantityCell() const { return *m_quantityCell; }

protected:
    void read() override;
    void showStored() override;
    bool isChanged() const override;
    QJsonObject typed() const override;
    void resume(const QJsonObject& typed) override;
    bool takeTyped() override;
    void store() override;
    void showProblems(const commands::CommandError& error) override;
    bool focusFirstProblem() override;
    QWidget* firstField() const override;
    bool isConcerned(const ChangeSet& changes) const override;
    void readAgain() override;

private:
    void makeSheet();
    void showOutcome();
    StockMovementKind kind() const;
    /// Signed as the kind wants it; empty while it cannot be read.
    std::optional<Quantity> quantity() const;

    storage::StockListRow m_row;
    StockMovementKind m_first; ///< as opened
    QString m_done;
    ChoiceField* m_kind; // child
    DateField* m_on; // child
    ImeLineEdit* m_quantity; // child
    ImeLineEdit* m_lot; // child
    ImeLineEdit* m_memo; // child
    ValueLabel* m_onHand; // child
    ValueLabel* m_after; // child
    FormCell *m_onCell = nullptr, *m_quantityCell = nullptr, *m_lotCell = nullptr, *m_memoCell = nullptr; // children
};

} // namespace dure::app
