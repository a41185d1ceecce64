#include "app/widgets/tokens.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace dure::app {
namespace {

struct ColorRow
{
    Color role;
    const char* name;
    QRgb light;
    QRgb dark;
};

constexpr std::array colorRows{
    ColorRow{Color::Window, "window", 0xF3F3F0, 0x18191B},
    ColorRow{Color::Sheet, "sheet", 0xFFFFFF, 0x1F2023},
    ColorRow{Color::Sunken, "sunken", 0xF8F8F6, 0x26272B},
    ColorRow{Color::Hover, "hover", 0xEFEFEC, 0x2B2D31},
    ColorRow{Color::Selected, "selected", 0xE2EBF8, 0x2A3C5A},
    ColorRow{Color::SelectedOff, "selectedOff", 0xE9E9E5, 0x303236},
    ColorRow{Color::Hair, "hair", 0xE6E5E1, 0x303237},
    ColorRow{Color::Panel, "panel", 0xD6D5D0, 0x3D3F45},
    ColorRow{Color::ButtonBorder, "buttonBorder", 0xBDBCB6, 0x55585F},
    ColorRow{Color::Control, "control", 0x86857F, 0x7E818A},
    ColorRow{Color::Text, "text", 0x1D1E20, 0xEAEAE7},
    ColorRow{Color::Text2, "text2", 0x4F5054, 0xBDBEC1},
    ColorRow{Color::Text3, "text3", 0x66676B, 0xA6A8AD},
    ColorRow{Color::Accent, "accent", 0x2457A6, 0x93B8F5},
    ColorRow{Color::OnAccent, "onAccent", 0xFFFFFF, 0x0F1E36},
    ColorRow{Color::Red, "red", 0xB3261E, 0xFF9C92},
    ColorRow{Color::RedBack, "redBack", 0xFCEDEB, 0x40241F},
    ColorRow{Color::Amber, "amber", 0x835000, 0xEDBB69},
    ColorRow{Color::AmberBack, "amberBack", 0xFBF2DF, 0x3A2E18},
    ColorRow{Color::Green, "green", 0x1F6B3A, 0x8AD3A4},
    ColorRow{Color::GreenBack, "greenBack", 0xE7F3EA, 0x1E3527},
    ColorRow{Color::Bar, "bar", 0x6480AB, 0x7F9CC9},
    ColorRow{Color::Track, "track", 0xE3E3DF, 0x3A3C42},
};
static_assert(colorRows.size() == static_cast<std::size_t>(Color::Count));

template <class Role> struct SizeRow
{
    Role role;
    const char* name;
    int at80;
    int at100;
    int at140;
};

constexpr std::array sizeRows{
    SizeRow{Px::Space4, "space4", 3, 4, 6},
    SizeRow{Px::Space8, "space8", 6, 8, 11},
    SizeRow{Px::Space12, "space12", 10, 12, 17},
    SizeRow{Px::Space16, "space16", 13, 16, 22},
    SizeRow{Px::Space24, "space24", 19, 24, 34},
    SizeRow{Px::Row, "row", 26, 32, 45},
    SizeRow{Px::HeadRow, "headRow", 24, 30, 42},
    SizeRow{Px::Control, "controlHeight", 28, 32, 45},
    SizeRow{Px::Chip, "chip", 24, 28, 39},
    SizeRow{Px::Cap, "cap", 16, 17, 24},
    SizeRow{Px::Icon, "icon", 14, 16, 22},
    SizeRow{Px::IconLarge, "iconLarge", 20, 24, 34},
    SizeRow{Px::Glyph, "glyph", 12, 14, 20},
    SizeRow{Px::Bar, "barHeight", 5, 6, 8},
    SizeRow{Px::TopBar, "topBar", 46, 52, 73},
    SizeRow{Px::HintBar, "hintBar", 30, 34, 46},
    SizeRow{Px::Footer, "footer", 30, 36, 50},
    SizeRow{Px::Navigation, "navigation", 156, 180, 236},
    SizeRow{Px::NavigationIcons, "navigationIcons", 48, 56, 76},
    SizeRow{Px::Search, "search", 340, 400, 406},
    SizeRow{Px::SearchOffset, "searchOffset", 180, 202, 108},
    SizeRow{Px::Detail, "detail", 320, 372, 520},
    SizeRow{Px::InputPad, "inputPad", 5, 6, 9},
    SizeRow{Px::InputPadFocus, "inputPadFocus", 4, 5, 8},
    SizeRow{Px::RowInner, "rowInner", 24, 28, 40},
    SizeRow{Px::ScrollBar, "scrollBar", 12, 12, 16},
};
static_assert(sizeRows.size() == static_cast<std::size_t>(Px::Count));

constexpr std::array fontRows{
    SizeRow{TextStyle::Cap, "fontCap", 11, 11, 15},
    SizeRow{TextStyle::Hint, "fontHint", 11, 12, 17},
    SizeRow{TextStyle::Body, "fontBody", 11, 13, 18},
    SizeRow{TextStyle::Section, "fontSection", 13, 15, 21},
    SizeRow{TextStyle::PageTitle, "fontTitle", 15, 18, 25},
    SizeRow{TextStyle::Kpi, "fontKpi", 18, 22, 31},
};
static_assert(fontRows.size() == static_cast<std::size_t>(TextStyle::Count));

struct FixedRow
{
    Fixed role;
    const char* name;
    int px;
};

constexpr std::array fixedRows{
    FixedRow{Fixed::RadiusCell, "radiusCell", 4},
    FixedRow{Fixed::RadiusControl, "radiusControl", 6},
    FixedRow{Fixed::RadiusPanel, "radiusPanel", 8},
    FixedRow{Fixed::RadiusChip, "radiusChip", 14},
    FixedRow{Fixed::Line, "line", 1},
    FixedRow{Fixed::FocusLine, "focusLine", 2},
    FixedRow{Fixed::FocusGap, "focusGap", 2},
    FixedRow{Fixed::RowMark, "rowMark", 3},
    FixedRow{Fixed::ScrollHandle, "scrollHandle", 3},
};
static_assert(fixedRows.size() == static_cast<std::size_t>(Fixed::Count));

// Rows are found by position; this keeps a row from standing in another's place.
template <class Rows> constexpr bool inOrder(const Rows& rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].role) != i)
            return false;
    }
    return true;
}
static_assert(inOrder(colorRows) && inOrder(sizeRows) && inOrder(fontRows) && inOrder(fixedRows));

template <class Role> int interpolate(const SizeRow<Role>& row, int percent)
{
    const bool small = percent <= 100;
    const int from = small ? row.at80 : row.at100;
    const int to = small ? row.at100 : row.at140;
    const int start = small ? 80 : 100;
    const int span = small ? 20 : 40;
    return from + ((to - from) * (percent - start) * 2 + span) / (span * 2);
}

const QRegularExpression& namePattern()
{
    static const QRegularExpression pattern(QStringLiteral("@([A-Za-z0-9]+)"));
    return pattern;
}

QString valueOf(const Tokens& tokens, const QString& name)
{
    for (const ColorRow& row : colorRows) {
        if (name == QLatin1String(row.name))
            return tokens.color(row.role).name();
    }
    for (const auto& row : sizeRows) {
        if (name == QLatin1String(row.name))
            return QString::number(tokens.px(row.role)) + QLatin1String("px");
    }
    for (const auto& row : fontRows) {
        if (name == QLatin1String(row.name))
            return QString::number(tokens.fontPx(row.role)) + QLatin1String("px");
    }
    for (const FixedRow& row : fixedRows) {
        if (name == QLatin1String(row.name))
            return QString::number(row.px) + QLatin1String("px");
    }
    return {};
}

} // namespace

Tokens::Tokens(bool dark, int textPercent)
    : m_dark(dark)
    , m_percent(std::clamp(textPercent, 80, 140))
{ }

QColor Tokens::color(Color role) const
{
    const ColorRow& row = colorRows[static_cast<std::size_t>(role)];
    return QColor::fromRgb(m_dark ? row.dark : row.light);
}

int Tokens::px(Px size) const { return interpolate(sizeRows[static_cast<std::size_t>(size)], m_percent); }

int Tokens::px(Fixed size) { return fixedRows[static_cast<std::size_t>(size)].px; }

int Tokens::fontPx(TextStyle style) const { return interpolate(fontRows[static_cast<std::size_t>(style)], m_percent); }

QFont Tokens::font(TextStyle style, Weight weight) const
{
    static const QStringList families{
        QStringLiteral("Malgun Gothic"), QStringLiteral("Noto Sans CJK KR"), QStringLiteral("NanumGothic")};
    QFont font(families);
    font.setPixelSize(fontPx(style));
    const bool always = style == TextStyle::Section || style == TextStyle::PageTitle || style == TextStyle::Kpi;
    font.setWeight(always || weight == Weight::Bold ? QFont::Bold : QFont::Normal);
    return font;
}

QString Tokens::fill(const QString& styleSheet) const
{
    QString filled;
    qsizetype copied = 0;
    auto matches = namePattern().globalMatch(styleSheet);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString value = valueOf(*this, match.captured(1));
        filled += QStringView(styleSheet).mid(copied, match.capturedStart() - copied);
        filled += value.isEmpty() ? match.captured(0) : value;
        copied = match.capturedEnd();
    }
    filled += QStringView(styleSheet).mid(copied);
    return filled;
}

QStringList Tokens::unknownNames(const QString& styleSheet)
{
    QStringList unknown;
    auto matches = namePattern().globalMatch(styleSheet);
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        if (valueOf(Tokens(), name).isEmpty())
            unknown += name;
    }
    return unknown;
}

} // namespace dure::app
