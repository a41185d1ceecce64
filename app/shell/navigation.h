#pragma once
#include "app/widgets/icons.h"
#include "app/widgets/panel.h"

class QMenu;
class QVBoxLayout;

namespace dure::app {

class CompanyHead;
class NavigationItem;
class SyncStatusBox;

enum class NavigationSection {
    Today, ///< alone above everything
    Work, ///< what people do all day
    Overview, ///< figures and what needs a look
    Foot ///< learning and settings, at the bottom
};

/// The column at the left: company, places by section, sync state. Places come from the pages that exist; an entry
/// never leads nowhere.
class Navigation : public Panel
{
    Q_OBJECT
public:
    explicit Navigation(QWidget* parent = nullptr);

    void setCompany(const QString& name, const QString& who);
    /// Opened by the company's name; without one the name is only text. The menu belongs to the caller.
    void setCompanyMenu(QMenu* menu);

    /// The key is shown in the tooltip; places keep the order in which they are added to their section.
    void addPlace(const QString& id, const QString& title, Icon icon, NavigationSection section, const QString& key);
    void setCurrent(const QString& id);
    void setCount(const QString& id, int count); ///< 0 hides the badge
    void setIconsOnly(bool iconsOnly);
    SyncStatusBox& syncStatus() { return *m_sync; }

Q_SIGNALS:
    void chosen(const QString& id);

private:
    QVBoxLayout* sectionLayout(NavigationSection section);
    void applyTokens(const Tokens& t);

    CompanyHead* m_head; // child
    QList<QVBoxLayout*> m_sections; // by NavigationSection
    QList<QWidget*> m_rules; // the line above a section, by NavigationSection; null for the first and last
    QList<NavigationItem*> m_items; // children
    SyncStatusBox* m_sync; // child
    QVBoxLayout* m_layout;
    bool m_iconsOnly = false;
};

} // namespace dure::app
