#pragma once
#include "app/widgets/tokens.h"

#include <QObject>
#include <functional>

class QApplication;

namespace dure::app {

enum class Appearance { Light, Dark, System };

/// Puts the tokens on the application: style, palette, font and style sheet. One for the process, made in main().
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QApplication& application);
    ~Theme() override;

    /// Applies at once; a call that changes nothing costs nothing.
    void setLook(Appearance appearance, int textPercent);
    Appearance appearance() const { return m_appearance; }
    int textPercent() const { return m_textPercent; }

    /// Runs `apply` now and after every change for as long as `context` lives. For what a style sheet cannot say:
    /// margins, spacings, fixed sizes.
    static void follow(QObject* context, std::function<void(const Tokens&)> apply);

Q_SIGNALS:
    void changed();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void apply();

    QApplication& m_application;
    Appearance m_appearance = Appearance::System;
    int m_textPercent = 100;
};

} // namespace dure::app
