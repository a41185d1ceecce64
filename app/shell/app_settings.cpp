#include "app/shell/app_settings.h"

#include <QSettings>
#include <algorithm>

namespace dure::app {
namespace {

constexpr auto appearanceKey = "look/appearance";
constexpr auto textKey = "look/textPercent";
constexpr auto languageKey = "look/language";
constexpr auto serverKey = "cloud/server";
constexpr auto emailKey = "cloud/lastEmail";
constexpr auto geometryKey = "window/geometry";

QVariant read(const char* key, const QVariant& otherwise = {})
{
    return QSettings().value(QLatin1String(key), otherwise);
}

void write(const char* key, const QVariant& value) { QSettings().setValue(QLatin1String(key), value); }

} // namespace

Appearance AppSettings::appearance() const
{
    const QString name = read(appearanceKey).toString();
    if (name == QLatin1String("light"))
        return Appearance::Light;
    return name == QLatin1String("dark") ? Appearance::Dark : Appearance::System;
}

void AppSettings::setAppearance(Appearance appearance)
{
    const char* name = appearance == Appearance::Light ? "light" : appearance == Appearance::Dark ? "dark" : "system";
    write(appearanceKey, QLatin1String(name));
    Q_EMIT lookChanged();
}

int AppSettings::textPercent() const { return std::clamp(read(textKey, 100).toInt(), 80, 140); }

void AppSettings::setTextPercent(int percent)
{
    write(textKey, std::clamp(percent, 80, 140));
    Q_EMIT lookChanged();
}

QString AppSettings::language() const
{
    return read(languageKey).toString() == QLatin1String("en") ? QStringLiteral("en") : QStringLiteral("ko");
}

void AppSettings::setLanguage(const QString& code)
{
    if (code == language())
        return;
    write(languageKey, code);
    Q_EMIT languageChanged();
}

QString AppSettings::server() const { return read(serverKey).toString(); }

void AppSettings::setServer(const QString& address) { write(serverKey, address); }

QString AppSettings::lastEmail() const { return read(emailKey).toString(); }

void AppSettings::setLastEmail(const QString& email) { write(emailKey, email); }

QByteArray AppSettings::windowGeometry() const { return read(geometryKey).toByteArray(); }

void AppSettings::setWindowGeometry(const QByteArray& geometry) { write(geometryKey, geometry); }

} // namespace dure::app
