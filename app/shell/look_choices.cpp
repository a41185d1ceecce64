#include "app/shell/look_choices.h"

#include "app/shell/app_settings.h"
#include "app/widgets/segmented_control.h"

#include <QCoreApplication>
#include <array>

namespace dure::app {
namespace {

QString text(const char* source) { return QCoreApplication::translate("LookChoices", source); }

struct AppearanceName
{
    Appearance appearance;
    const char* id;
};
constexpr std::array appearances{AppearanceName{Appearance::Light, "light"}, AppearanceName{Appearance::Dark, "dark"},
    AppearanceName{Appearance::System, "system"}};

} // namespace

SegmentedControl* makeTextSizeChoice(AppSettings& settings, TextSizes sizes, QWidget* parent)
{
    auto* choice = new SegmentedControl(text(QT_TRANSLATE_NOOP("LookChoices", "Text size")), parent);
    choice->addSegment(QStringLiteral("80"), text(QT_TRANSLATE_NOOP("LookChoices", "Aa Small")), TextStyle::Hint);
    choice->addSegment(QStringLiteral("100"), text(QT_TRANSLATE_NOOP("LookChoices", "Aa Normal")));
    choice->addSegment(QStringLiteral("120"), text(QT_TRANSLATE_NOOP("LookChoices", "Aa Large")), TextStyle::Section);
    if (sizes == TextSizes::All || settings.textPercent() > 120)
        choice->addSegment(
            QStringLiteral("140"), text(QT_TRANSLATE_NOOP("LookChoices", "Aa Largest")), TextStyle::PageTitle);
    choice->setChosen(QString::number(settings.textPercent()));
    QObject::connect(choice, &SegmentedControl::chosen, &settings,
        [&settings](const QString& id) { settings.setTextPercent(id.toInt()); });
    return choice;
}

SegmentedControl* makeAppearanceChoice(AppSettings& settings, QWidget* parent)
{
    auto* choice = new SegmentedControl(text(QT_TRANSLATE_NOOP("LookChoices", "Light or dark")), parent);
    choice->addSegment(QStringLiteral("light"), text(QT_TRANSLATE_NOOP("LookChoices", "Light")));
    choice->addSegment(QStringLiteral("dark"), text(QT_TRANSLATE_NOOP("LookChoices", "Dark")));
    choice->addSegment(QStringLiteral("system"), text(QT_TRANSLATE_NOOP("LookChoices", "As Windows")));
    for (const AppearanceName& row : appearances) {
        if (row.appearance == settings.appearance())
            choice->setChosen(QLatin1String(row.id));
    }
    QObject::connect(choice, &SegmentedControl::chosen, &settings, [&settings](const QString& id) {
        for (const AppearanceName& row : appearances) {
            if (id == QLatin1String(row.id))
                settings.setAppearance(row.appearance);
        }
    });
    return choice;
}

SegmentedControl* makeLanguageChoice(AppSettings& settings, QWidget* parent)
{
    auto* choice = new SegmentedControl(text(QT_TRANSLATE_NOOP("LookChoices", "Language")), parent);
    // Each in its own words: whoever landed in the wrong one can still read the way back.
    choice->addSegment(QStringLiteral("ko"), QStringLiteral("한국어"));
    choice->addSegment(QStringLiteral("en"), QStringLiteral("English"));
    choice->setChosen(settings.language());
    QObject::connect(
        choice, &SegmentedControl::chosen, &settings, [&settings](const QString& id) { settings.setLanguage(id); });
    return choice;
}

} // namespace dure::app
