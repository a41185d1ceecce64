#pragma once
#include "app/forms/form_page.h"
#include "core/storage/receivable_list.h"

class QCheckBox;
class QGridLayout;

namespace dure::app {

class AllocationGrid;
class AllocationModel;
class CustomerField;
class FormCell;
class Label;
class RowForm;

/// 입금 기록: who paid how much, when and how. F4 in the amount takes all that is owed. Which deliveries it is for goes
/// by itself, unless somebody types it.
class PaymentEditorPage : public FormPage
{
    Q_OBJECT
public:
    /// Customer nil: to be chosen. The data outlives the page.
    PaymentEditorPage(CompanyData& data, const Uuid& customer, QWidget* parent = nullptr);

    QString title() const override { return tr("Record a payment"); }
    Uuid customer() const;
    RowForm& form() const { return *m_form; }
    CustomerField& customerField() const { return *m_customer; }
    AllocationModel& allocation() const { return *m_allocation; }
    AllocationGrid& grid() const { return *m_grid; }
    QCheckBox& automatic() const { return *m_automatic; }
    /// F7: saved() is followed by receiptWanted().
    void saveAndPrint();

Q_SIGNALS:
    void receiptWanted(const dure::Uuid& payment); ///< after the page has closed

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makePayment();
    void makeNote();
    void makeAllocation();
    void connectParts();

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
    bool mayClose() override;
    void readAgain() override { readAccount(); }

    using Account = std::pair<std::optional<storage::ReceivableRow>, std::vector<storage::OpenDebt>>;
    void readAccount();
    void takeAccount();
    void showAccount();
    void showKind();
    bool isNote() const;
    void showRest();
    void takeAll();
    void fillAll();
    void stopWaiting();
    bool isWaiting() const; ///< keys were faster than the list of customers or the account
    void saveIfReady();
    Won amount() const;

    Uuid m_preset;
    RowForm* m_form; // child
    CustomerField* m_customer; // child
    FormCell* m_customerCell; // child
    AllocationModel* m_allocation; // child
    AllocationGrid* m_grid = nullptr; // child
    QCheckBox* m_automatic = nullptr; // child
    Label* m_rest = nullptr; // child
    QGridLayout* m_note = nullptr; // the sheet's
    std::optional<storage::ReceivableRow> m_account;
    std::optional<Account> m_read; // it waits until nobody types in the grid
    bool m_takesAll = false; // as soon as it is known
    bool m_saveWhenReady = false;
    bool m_prints = false;
};

} // namespace dure::app
