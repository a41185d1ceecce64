#pragma once
#include "app/widgets/icons.h"

#include <QAbstractButton>

class QMenu;

namespace dure::app {

/// One place in the navigation; made by Navigation.
class NavigationItem : public QAbstractButton
{
    Q_OBJECT
public:
    NavigationItem(const QString& id, const QString& title, Icon icon, const QString& key, QWidget* parent);
    const QString& id() const { return m_id; }
    void setCount(int count);
    void setIconsOnly(bool iconsOnly);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void paintBadge(QPainter& painter) const;
    void describe();
    QString m_id;
    Icon m_icon;
    QString m_key;
    int m_count = 0;
    bool m_iconsOnly = false;
};

/// The company and the person at the top of the navigation.
class CompanyHead : public QAbstractButton
{
    Q_OBJECT
public:
    explicit CompanyHead(QWidget* parent);
    void setCompany(const QString& name, const QString& who);
    void setMenu(QMenu* menu); ///< not owned
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void openMenu();
    QString m_who;
    QMenu* m_menu = nullptr; // not owned
};

} // namespace dure::app
