#include "app/shell/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace dure::app {

void installLanguage(const QString& code)
{
    static QTranslator ours;
    static QTranslator qts;
    QCoreApplication::removeTranslator(&qts);
    QCoreApplication::removeTranslator(&ours);
    QLocale::setDefault(code == QLatin1String("en") ? QLocale(QLocale::English, QLocale::SouthKorea)
                                                    : QLocale(QLocale::Korean, QLocale::SouthKorea));
    // English needs its file too: for plurals. Qt's own words (menus of input fields) are translated by us, because
    // not every system has Qt's files.
    if (ours.load(QStringLiteral(":/translations/dure_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&ours);
    if (qts.load(QStringLiteral(":/translations/qt_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&qts);
}

} // namespace dure::app
