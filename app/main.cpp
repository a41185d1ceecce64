#include "app/shell/app_settings.h"
#include "app/shell/language.h"
#include "app/shell/sign_in_page.h"
#include "app/widgets/product_mark.h"
#include "app/widgets/theme.h"

#include <QApplication>
#include <memory>

using namespace dure::app;

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Dure"));
    QApplication::setApplicationName(QStringLiteral("Dure"));
    AppSettings settings;
    installLanguage(settings.language());
    Theme theme(application);
    theme.setLook(settings.appearance(), settings.textPercent());
    QApplication::setWindowIcon(productIcon());
    QObject::connect(&settings, &AppSettings::lookChanged, &theme,
        [&] { theme.setLook(settings.appearance(), settings.textPercent()); });

    auto window = std::make_unique<SignInPage>(settings);
    // Words are chosen when widgets are made: another language means another window. Queued, because the choice is made
    // in the window that goes.
    QObject::connect(
        &settings, &AppSettings::languageChanged, &application,
        [&] {
            installLanguage(settings.language());
            auto next = std::make_unique<SignInPage>(settings);
            next->setGeometry(window->geometry());
            next->show();
            window = std::move(next);
        },
        Qt::QueuedConnection);
    window->resize(1366, 738);
    window->show();
    return QApplication::exec();
}
