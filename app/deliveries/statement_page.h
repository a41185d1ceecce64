#pragma once
#include "app/data/company_data.h"
#include "app/shell/page.h"

namespace dure::app {

class MessageStrip;
class StatementPane;
class StatementPrinting;

/// The statement of a recorded delivery before it is printed again.
class StatementPage : public Page
{
    Q_OBJECT
public:
    /// Both outlive the page.
    StatementPage(CompanyData& data, StatementPrinting& printing, const Uuid& delivery, QWidget* parent = nullptr);

    QString title() const override { return tr("Statement"); }
    QString subtitle() const override { return m_number; }
    void entered() override;
    StatementPane& pane() const { return *m_pane; }
    MessageStrip& strip() const { return *m_strip; }

private:
    void addButtons(StatementPrinting& printing);
    void read();

    CompanyData& m_data;
    Uuid m_delivery;
    QString m_number;
    StatementPane* m_pane; // child
    MessageStrip* m_strip; // child
};

} // namespace dure::app
