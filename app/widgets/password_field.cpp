#include "app/widgets/password_field.h"

#include "app/widgets/icons.h"

#include <QAction>

namespace dure::app {

PasswordField::PasswordField(QWidget* parent)
    : ImeLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    QAction* reveal = addAction(themedIcon(Icon::Eye), QLineEdit::TrailingPosition);
    reveal->setText(tr("Show what is typed")); // for screen readers
    reveal->setToolTip(tr("Show what is typed"));
    connect(reveal, &QAction::triggered, this, [this, reveal] {
        const bool show = echoMode() == QLineEdit::Password;
        setEchoMode(show ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(themedIcon(show ? Icon::EyeOff : Icon::Eye));
    });
}

} // namespace dure::app
