#pragma once
#include "app/forms/form_page.h"
#include "core/storage/claim_store.h"

namespace dure::app {

class ChoiceField;
class CustomerField;
class FormCell;
class RowForm;

/// A claim as it is written down. Choosing the delivered line fills in product, lot and day of production, which stay
/// changeable.
class ClaimEditorPage : public FormPage
{
    Q_OBJECT
public:
    /// `claim` nil: a new one, of the delivery if that is given. The data outlives the page.
    ClaimEditorPage(CompanyData& data, const Uuid& claim, const Uuid& delivery = {}, QWidget* parent = nullptr);

    QString title() const override { return id().isNil() ? tr("New claim") : tr("Claim"); }
    QString subtitle() const override;
    RowForm& form() const { return *m_form; }
    CustomerField& customerField() const { return *m_customer; }
    ChoiceField& delivered() const { return *m_delivered; }

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
    struct Stored
    {
        Claim claim;
        std::string customerName;
    };
    void makeSheet();
    void readLines(const Uuid& chosen);
    void showLines(std::vector<storage::DeliveredLine> lines, const Uuid& chosen);
    void takeLine();
    void dropLine();
    Claim claim() const;

    Uuid m_delivery; ///< as opened: the lines to choose of
    RowForm* m_form; // child
    CustomerField* m_customer; // child
    FormCell* m_customerCell; // child
    ChoiceField* m_delivered; // child
    std::vector<storage::DeliveredLine> m_lines; ///< from the second choice on
    Stored m_before;
    bool m_saveWhenSettled = false;
};

} // namespace dure::app
