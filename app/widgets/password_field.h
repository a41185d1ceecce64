#pragma once
#include "app/widgets/ime_line_edit.h"

namespace dure::app {

/// The cloud's rule (sync/server/passwords.cpp).
inline constexpr int shortestPassword = 8;

/// A field for a password, hidden until its eye is pressed.
class PasswordField : public ImeLineEdit
{
    Q_OBJECT
public:
    explicit PasswordField(QWidget* parent = nullptr);
};

} // namespace dure::app
