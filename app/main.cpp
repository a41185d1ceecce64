#include "app/session/session.h"
#include "app/shell/app_settings.h"
#include "app/shell/language.h"
#include "app/widgets/product_mark.h"
#include "app/widgets/theme.h"
#include "dure_version.h"
#include "sync/client/transport.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>
#include <algorithm>

using namespace dure::app;

namespace {

/// Asked for words alone, which need no display.
bool asksForWords(int argc, char** argv)
{
    static constexpr std::string_view options[]{"--help", "-h", "--help-all", "--version", "-v"};
    return std::any_of(argv + 1, argv + argc, [](const char* argument) {
        return std::ranges::find(options, std::string_view(argument)) != std::end(options);
    });
}

SessionOptions readOptions(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Dure, the client"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data(
        QStringLiteral("data"), QStringLiteral("Where companies are kept."), QStringLiteral("DIR"));
    const QCommandLineOption server(
        QStringLiteral("server"), QStringLiteral("The cloud's address."), QStringLiteral("URL"));
    parser.addOptions({data, server});
    parser.process(application);
    SessionOptions options;
    options.dataFolder = parser.isSet(data) ? parser.value(data)
                                            : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    options.server = parser.value(server);
    return options;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setOrganizationName(QStringLiteral("Dure"));
    QCoreApplication::setApplicationName(QStringLiteral("Dure"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DURE_VERSION));
    if (asksForWords(argc, argv)) {
        const QCoreApplication application(argc, argv);
        readOptions(application); // answers and ends
        return 0;
    }
    dure::client::initializeHttpThreads(4);
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(true);
    const SessionOptions options = readOptions(application);
    AppSettings settings;
    installLanguage(settings.language());
    Theme theme(application);
    theme.setLook(settings.appearance(), settings.textPercent());
    QApplication::setWindowIcon(productIcon());
    QObject::connect(&settings, &AppSettings::lookChanged, &theme,
        [&] { theme.setLook(settings.appearance(), settings.textPercent()); });
    Session session(settings, options);
    // Words are chosen when widgets are made: another language means another window. Queued, because the choice is made
    // in the window that goes.
    QObject::connect(
        &settings, &AppSettings::languageChanged, &application,
        [&] { session.remakeWindows([&] { installLanguage(settings.language()); }); }, Qt::QueuedConnection);
    // keys stand on the buttons, in menus and hints, likewise
    QObject::connect(
        &settings, &AppSettings::keysChanged, &application, [&] { session.remakeWindows([] {}); },
        Qt::QueuedConnection);
    if (!session.start())
        return 1;
    return QApplication::exec();
}
