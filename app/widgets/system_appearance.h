#pragma once
#include <QObject>

class QWidget;

namespace dure::app {

/// Whether the desktop asks for a dark application. Windows: AppsUseLightTheme; elsewhere the platform's palette.
bool systemIsDark();

/// Gives a window's title bar the theme's darkness (Windows only; elsewhere the desktop draws it).
void setDarkCaption(QWidget& window, bool dark);

/// Tells when the desktop's choice may have changed.
class SystemAppearanceWatch : public QObject
{
    Q_OBJECT
public:
    explicit SystemAppearanceWatch(QObject* parent = nullptr);
    ~SystemAppearanceWatch() override;

Q_SIGNALS:
    void changed();

private:
    struct Filter;
    Filter* m_filter = nullptr; // owned
};

} // namespace dure::app
