#pragma once
class QWidget;

namespace dure::app {

class AppSettings;
class SegmentedControl;

/// The three choices people make about the window, the same on the sign-in page and in the settings. Each shows the
/// setting and changes it at once; the settings outlive them.
/// Few leaves out the largest, unless it is the one in use.
enum class TextSizes { Few, All };
SegmentedControl* makeTextSizeChoice(AppSettings& settings, TextSizes sizes, QWidget* parent = nullptr);
SegmentedControl* makeAppearanceChoice(AppSettings& settings, QWidget* parent = nullptr);
SegmentedControl* makeLanguageChoice(AppSettings& settings, QWidget* parent = nullptr);

} // namespace dure::app
