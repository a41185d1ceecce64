#pragma once
#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace dure::app {

/// Settings of this test alone, forgotten with it.
class OwnSettings
{
public:
    /// Before the first QSettings.
    void use(const char* test)
    {
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QCoreApplication::setOrganizationName(QStringLiteral("Dure"));
        QCoreApplication::setApplicationName(QString::fromLatin1(test));
        QSettings().clear();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace dure::app
