#pragma once
#include <QLabel>

namespace dure::app {

enum class LabelRole {
    Hint, ///< labels over fields, small explanations
    Faint, ///< the quietest
    Body,
    Muted, ///< body in the second ink
    Strong, ///< body, bold: what decides
    Section,
    Sum, ///< section size, regular
    Title,
    Kpi,
    Problem ///< red, in the size of hints
};

/// Text in one of the product's few voices; theme.qss gives each its size and ink.
class Label : public QLabel
{
    Q_OBJECT
public:
    explicit Label(LabelRole role, const QString& text = {}, QWidget* parent = nullptr);
    void setRole(LabelRole role);
    /// Wraps between words only.
    void setWrappedText(const QString& text);
};

/// Qt breaks Korean inside words; word joiners between syllables keep a word whole. For display only.
QString keepWordsWhole(const QString& text);

} // namespace dure::app
