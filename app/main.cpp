#include "app/widgets/theme.h"

#include <QApplication>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Dure"));
    const dure::app::Theme theme(application);
    return 0;
}
