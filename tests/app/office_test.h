#pragma once
#include "app/widgets/theme.h"
#include "tests/app/own_settings.h"

#include <QApplication>
#include <memory>

namespace dure::app {

/// What a test of screens works in: settings of its own, a theme, and an office that is new for each of its functions.
template <class Office> class OfficeTest : public QObject
{
protected:
    explicit OfficeTest(const char* name)
    {
        m_settings.use(name);
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void openOffice()
    {
        QSettings().clear();
        m_office = std::make_unique<Office>();
    }
    void closeOffice() { m_office.reset(); }
    Office& office() { return *m_office; }

private:
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Office> m_office; // goes first
};

} // namespace dure::app
