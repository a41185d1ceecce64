#pragma once
#include <QWidget>

namespace dure::app {

/// A text as a QR code (ISO/IEC 18004, by libqrencode), dark on white in either theme, since telephones read no other.
class QrCode : public QWidget
{
    Q_OBJECT
public:
    explicit QrCode(const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    /// Dark or not, row by row; empty: the text was too long.
    const QList<bool>& modules() const { return m_modules; }
    int side() const { return m_side; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int modulePx() const;

    QList<bool> m_modules;
    int m_side = 0;
};

} // namespace dure::app
