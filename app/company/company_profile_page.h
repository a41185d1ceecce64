#pragma once
#include "app/forms/form_page.h"
#include "core/domain/entities.h"

namespace dure::app {

class FormCell;
class RowForm;
class SealField;

/// 우리 회사: what stands as the supplier on statements and tax invoices. There is one, so its id stays nil.
class CompanyProfilePage : public FormPage
{
    Q_OBJECT
public:
    /// The data outlives the page.
    explicit CompanyProfilePage(CompanyData& data, QWidget* parent = nullptr);

    QString title() const override { return tr("Our company"); }
    QString subtitle() const override;
    bool mayClose() override;
    RowForm& form() const { return *m_form; }
    SealField& seal() const { return *m_seal; }
    FormCell& sealCell() const { return *m_sealCell; }
    SealField& logo() const { return *m_logo; }

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
    void noteNumber();
    void connectPicture(SealField* field, FormCell* cell);

    struct Stored
    {
        CompanyProfile profile;
        QByteArray seal, logo;
    };
    void readStored(const QString& key, std::function<void(Stored&&)> then);

    RowForm* m_form; // child
    SealField* m_seal; // child
    FormCell* m_sealCell; // child
    SealField* m_logo; // child
    FormCell* m_logoCell; // child
    CompanyProfile m_before; // id nil: none yet
    bool m_saveWhenSettled = false; // F8 was pressed while a picture was being read
};

} // namespace dure::app
