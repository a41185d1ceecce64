#pragma once
#include "app/forms/form_page.h"
#include "core/domain/entities.h"

namespace dure::app {

class RowForm;

/// 품목: all that is known of a product, in one sheet.
class ProductEditorPage : public FormPage
{
    Q_OBJECT
public:
    /// Product nil: a new one. The data outlives the page.
    ProductEditorPage(CompanyData& data, const Uuid& product, QWidget* parent = nullptr);

    QString title() const override { return id().isNil() ? tr("New product") : tr("Product"); }
    QString subtitle() const override;
    RowForm& form() const { return *m_form; }

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
    void checkCode();

    RowForm* m_form; // child
    Product m_before;
};

} // namespace dure::app
