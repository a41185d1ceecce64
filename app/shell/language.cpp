#include "app/shell/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace dure::app {

void installLanguage(const QString& code)
{
    static QTranslator dialogs; // Qt's files, for its print and file dialogs
    static QTranslator qts; // words of Qt that we say differently
    static QTranslator ours;
    QCoreApplication::removeTranslator(&dialogs);
    QCoreApplication::removeTranslator(&qts);
    QCoreApplication::removeTranslator(&ours);
    QLocale::setDefault(code == QLatin1String("en") ? QLocale(QLocale::English, QLocale::SouthKorea)
                                                    : QLocale(QLocale::Korean, QLocale::SouthKorea));
    // Carried in the program, because not every system has Qt's files. The one installed last is asked first.
    if (dialogs.load(QStringLiteral(":/translations/qtbase_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&dialogs);
    if (qts.load(QStringLiteral(":/translations/qt_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&qts);
    // English needs its file too: for plurals.
    if (ours.load(QStringLiteral(":/translations/dure_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&ours);
}

} // namespace dure::app
