#pragma once
#include "app/widgets/theme.h"

#include <QObject>

namespace dure::app {

/// What a person chose for this PC, kept in QSettings under the application's name. Not the company's data.
class AppSettings : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    Appearance appearance() const;
    void setAppearance(Appearance appearance);
    int textPercent() const; ///< 80–140
    void setTextPercent(int percent);
    QString language() const; ///< "ko" (unless chosen otherwise) or "en"
    void setLanguage(const QString& code);
    QString server() const; ///< address of the cloud; empty until one was given
    void setServer(const QString& address);
    QString lastEmail() const;
    void setLastEmail(const QString& email);
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);

Q_SIGNALS:
    void lookChanged(); ///< appearance or text size
    void languageChanged(); ///< windows made from now on speak it
    void keysChanged(); ///< windows made from now on have them (key_map.h)
};

} // namespace dure::app
