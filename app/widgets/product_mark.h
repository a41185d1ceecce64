#pragma once
#include <QWidget>

class QIcon;

namespace dure::app {

/// The product's mark: 두 on a rounded square in the accent.
class ProductMark : public QWidget
{
    Q_OBJECT
public:
    explicit ProductMark(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// The same for windows and the task bar.
QIcon productIcon();

} // namespace dure::app
