#pragma once
#include "app/dashboard/dashboard_figures.h"
#include "app/data/company_data.h"
#include "app/shell/page.h"

namespace dure::app {

class ChoiceField;
class DashboardBoard;
class DashboardPrinting;
class Label;
class MessageStrip;

/// 경영 현황: what sells, what is late, who has not paid. Reads only; whoever may read the company sees it. It follows
/// every change, also those that sync brings.
class DashboardPage : public Page
{
    Q_OBJECT
public:
    /// The data outlives the page.
    explicit DashboardPage(CompanyData& data, QWidget* parent = nullptr);

    QString title() const override { return tr("Dashboard"); }
    void entered() override;
    DashboardBoard& board() const { return *m_board; }
    MessageStrip& strip() const { return *m_strip; }
    void choosePeriod(const Period& period);
    /// What is shown; null until it has been read.
    const DashboardFigures* figures() const { return m_figures ? &*m_figures : nullptr; }

Q_SIGNALS:
    void shown(); ///< figures were read and put on the board

private:
    void addHead();
    QWidget* makeFoot();
    void fillPeriods();
    void read();
    void readSoon();
    void show(DashboardFigures&& figures);
    Period chosenPeriod() const;

    CompanyData& m_data;
    std::optional<DashboardFigures> m_figures;
    DashboardBoard* m_board; // child
    MessageStrip* m_strip; // child
    Label* m_asOf; // lent to the top bar
    ChoiceField* m_period; // likewise
    DashboardPrinting* m_printing; // child
    std::vector<Period> m_periods; ///< by the choice's index
    Date m_listedFor; ///< the day for which periods are listed
    bool m_readQueued = false;
};

} // namespace dure::app
