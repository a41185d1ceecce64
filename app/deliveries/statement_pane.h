#pragma once
#include "app/printing/form_settings.h"
#include "app/widgets/panel.h"
#include "core/documents/transaction_statement.h"

namespace dure::app {

class ChoiceField;
class Label;
class MessageStrip;
class FormPreview;

/// The 거래명세서 beside a delivery as it will be printed, with how many copies a sheet has and how large it is shown.
class StatementPane : public Panel
{
    Q_OBJECT
public:
    explicit StatementPane(QWidget* parent = nullptr);

    void setStatement(const StatementInput& input);
    const TransactionStatement& statement() const { return m_statement; }
    FormCopies copies() const; ///< remembered

private:
    void layOut();

    Label* m_title; // children
    ChoiceField* m_copies;
    ChoiceField* m_zoom;
    MessageStrip* m_hint;
    FormPreview* m_preview;
    StatementInput m_input; // laid out anew for other copies
    TransactionStatement m_statement;
};

} // namespace dure::app
