#pragma once
#include <QColor>
#include <QFont>
#include <QString>

namespace dure::app {

/// The colours of the product. Every colour on the screen is one of these; text roles keep 4.5:1 on every surface.
enum class Color {
    Window, ///< around the sheet: navigation, bars
    Sheet, ///< where people read and write
    Sunken, ///< table heads, totals
    Hover,
    Selected,
    SelectedOff, ///< selected, in a list without the keyboard focus
    Hair, ///< lines between rows
    Panel, ///< lines between panels
    ButtonBorder,
    Control, ///< borders of inputs
    Text,
    Text2, ///< labels
    Text3, ///< hints
    Accent, ///< you can act here
    OnAccent,
    Red, ///< late or wrong
    RedBack,
    Amber, ///< look at this
    AmberBack,
    Green, ///< finished
    GreenBack,
    Bar,
    Track, ///< what a bar runs on
    Count
};

/// Sizes that follow the text size; pixels.
enum class Px {
    Space4,
    Space8,
    Space12,
    Space16,
    Space24,
    Row, ///< a row of a list
    HeadRow, ///< the head of a list
    Control, ///< buttons and inputs
    Chip,
    Cap, ///< the key on a button
    Icon,
    IconLarge,
    Glyph, ///< status glyphs
    Bar, ///< height of a progress bar
    TopBar,
    HintBar,
    Footer, ///< totals under a list
    Navigation, ///< width of the navigation column
    NavigationIcons, ///< the same, reduced to icons
    Search, ///< width of the search field
    SearchOffset, ///< room for the title before it
    Detail, ///< width of the panel beside a list
    InputPad, ///< from an input's border to its text
    InputPadFocus, ///< the same inside the thicker border of focus
    RowInner, ///< a row less its hairline and the padding of list items
    ScrollBar,
    Count
};

/// Sizes that do not follow the text size; pixels.
enum class Fixed {
    RadiusCell,
    RadiusControl,
    RadiusPanel,
    RadiusChip,
    Line,
    FocusLine,
    FocusGap,
    RowMark,
    ScrollHandle,
    Count
};

enum class TextStyle {
    Cap, ///< keys on buttons
    Hint, ///< hints, table heads, labels
    Body,
    Section, ///< section titles, sums; bold
    PageTitle, ///< bold
    Kpi, ///< bold
    Count
};
enum class Weight { Regular, Bold };

/// The token table for one theme and text size: a value, cheap to copy.
class Tokens
{
public:
    Tokens() = default;
    Tokens(bool dark, int textPercent); ///< textPercent is clamped to 80–140

    bool isDark() const { return m_dark; }
    int textPercent() const { return m_percent; }

    QColor color(Color role) const;
    int px(Px size) const;
    static int px(Fixed size);
    int fontPx(TextStyle style) const;
    /// Section, PageTitle and Kpi are always bold.
    QFont font(TextStyle style, Weight weight = Weight::Regular) const;
    /// A width of a column or panel, given as it is at 100 % text.
    int scaled(int pxAt100) const { return (pxAt100 * m_percent + 50) / 100; }

    /// Replaces every @name (@text2, @row, @fontHint, @radiusPanel …); an unknown name is left and reported by
    /// unknownNames().
    QString fill(const QString& styleSheet) const;
    static QStringList unknownNames(const QString& styleSheet);

private:
    bool m_dark = false;
    int m_percent = 100;
};

/// What the application looks like now. Like QApplication::palette() there is one for the process, set by Theme only.
const Tokens& tokens();

} // namespace dure::app
