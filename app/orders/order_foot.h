#pragma once
#include "app/widgets/message_strip.h"
#include "app/widgets/panel.h"
#include "app/widgets/status_glyph.h"
#include "core/domain/vat.h"

class QHBoxLayout;

namespace dure::app {

class Label;

/// The sums of the order, and beside them one sentence: what is wrong with the cell the cursor stands on, what would be
/// cheaper, or how much the customer will owe.
class OrderFoot : public Panel
{
    Q_OBJECT
public:
    explicit OrderFoot(QWidget* parent = nullptr);

    void setTotals(int lines, const LineAmounts& totals);
    /// `html`: our own markup, texts in it escaped.
    void setMessage(Status glyph, const QString& html);
    QString message() const; ///< as plain text

private:
    Label* addSum(const QString& label, QHBoxLayout* layout, bool grand = false);

    StatusGlyph* m_glyph; // all children
    Label* m_message;
    Label* m_lines;
    Label* m_supply;
    Label* m_tax;
    Label* m_total;
};

} // namespace dure::app
