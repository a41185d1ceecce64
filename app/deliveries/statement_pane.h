#pragma once
#include "app/printing/statement_printer.h"
#include "app/widgets/panel.h"

namespace dure::app {

class ChoiceField;
class Label;
class MessageStrip;
class StatementPreview;

/// The 거래명세서 beside a delivery as it will be printed, with how many copies a sheet has and how large it is shown.
class StatementPane : public Panel
{
    Q_OBJECT
public:
    explicit StatementPane(QWidget* parent = nullptr);

    void setStatement(const StatementInput& input);
    const TransactionStatement& statement() const;
    StatementCopies copies() const; ///< remembered

private:
    Label* m_title; // children
    ChoiceField* m_copies;
    ChoiceField* m_zoom;
    MessageStrip* m_hint;
    StatementPreview* m_preview;
    StatementInput m_input; // laid out anew for other copies
};

/// Which copies a sheet carries, as it was chosen last.
StatementCopies rememberedCopies();

} // namespace dure::app
