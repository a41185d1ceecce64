#pragma once
#include "app/forms/form_page.h"
#include "core/storage/claim_store.h"

namespace dure::app {

class ChoiceField;
class DateField;
class FormCell;
class ImeLineEdit;
class Label;

/// What is done about a claim: goods back, goods for them, an amount off, or nothing. Says beforehand what is recorded.
class ClaimSettlementPage : public FormPage
{
    Q_OBJECT
public:
    /// The data outlives the page.
    ClaimSettlementPage(CompanyData& data, const Uuid& claim, QWidget* parent = nullptr);

    QString title() const override { return tr("Settle the claim"); }
    QString subtitle() const override;
    ChoiceField& decisionField() const { return *m_decision; }
    ImeLineEdit& returnedField() const { return *m_returned; }
    ImeLineEdit& replacedField() const { return *m_replaced; }
    ImeLineEdit& creditField() const { return *m_credit; }

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
    void showDecision();
    ClaimDecision decision() const;
    bool isStillOpen(const std::optional<storage::ClaimDetail>& detail);
    QStringList answersBefore() const;
    Quantity complainedOf() const;
    Quantity quantityIn(const ImeLineEdit& field) const;
    Won credit() const;
    bool takeNumber(FormCell& cell, const ImeLineEdit& field, int decimals);

    std::optional<storage::ClaimDetail> m_detail;
    bool m_toldOfSettling = false; // by somebody else
    Label* m_about; // child
    Label* m_outcome; // child
    ChoiceField* m_decision; // child
    DateField* m_on; // child
    ImeLineEdit *m_returned, *m_replaced, *m_credit; // children
    FormCell *m_decisionCell, *m_onCell, *m_returnedCell, *m_replacedCell, *m_creditCell; // children
};

} // namespace dure::app
