#pragma once
#include "app/forms/form_page.h"
#include "app/forms/row_list_model.h"
#include "core/domain/entities.h"

namespace dure::app {

class Label;
class RowForm;
class RowListGrid;

/// 거래처: all that is known of a customer in one sheet, with its people and the places goods are brought to.
class CustomerEditorPage : public FormPage
{
    Q_OBJECT
public:
    /// Customer nil: a new one, called `name` to begin with. The data outlives the page.
    CustomerEditorPage(CompanyData& data, const Uuid& customer, const QString& name = {}, QWidget* parent = nullptr);

    QString title() const override { return id().isNil() ? tr("New customer") : tr("Customer"); }
    QString subtitle() const override;
    RowForm& form() const { return *m_form; }
    RowListModel& contacts() const { return *m_contacts; }
    RowListModel& sites() const { return *m_sites; }
    RowListGrid& contactGrid() const { return *m_contactGrid; }
    RowListGrid& siteGrid() const { return *m_siteGrid; }
    QString taxExample() const;
    QString paymentExample() const;

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
    void makeIdentity();
    void makeReach();
    void makeTax();
    void makePayment();
    void makeLists();
    void makeRest();
    void addList(const QString& title, const QString& explanation, RowListGrid* grid);
    void onChanged(int column);
    void showExamples();
    void checkTwins();
    void showNumberNote();

    RowForm* m_form; // child
    RowListModel* m_contacts; // child
    RowListModel* m_sites; // child
    RowListGrid* m_contactGrid = nullptr; // child
    RowListGrid* m_siteGrid = nullptr; // child
    Label* m_taxExample = nullptr; // child
    Label* m_paymentExample = nullptr; // child
    commands::CustomerInput m_before;
    QString m_name; // of a new one
    QString m_numberTwin; // another customer with this business number
};

} // namespace dure::app
