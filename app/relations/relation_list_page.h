#pragma once
#include "app/lists/list_page.h"
#include "app/relations/relation_model.h"

namespace dure::app {

class ActivitySheet;
class RelationDetailPane;

/// 거래처 기록: everything between one customer and us on one time line. F2 writes down a note, a call, a visit or a
/// promise, Space marks what was to be done as done.
class RelationListPage : public ListPage
{
    Q_OBJECT
public:
    RelationListPage(CompanyData& data, const Uuid& customer, QWidget* parent = nullptr);
    QString title() const override { return tr("Time line"); }
    QString subtitle() const override { return m_name; }

    const Uuid& customer() const { return m_customer; }
    void begin(); ///< a new record
    ActivitySheet& sheet() const { return *m_sheet; }

protected:
    void readCounts() override;
    void applyFilter() override;
    void showDetail(const Uuid& id) override;
    void open(const Uuid& id) override;
    bool concernsDetail(const ChangeSet& changes) const override;

private:
    void makeMenu();
    void addButtons();
    void edit();
    void remove();
    void toggleDone();
    bool isActivity() const;

    Uuid m_customer;
    QString m_name;
    RelationModel* m_model; // child
    RelationDetailPane* m_detail; // child
    ActivitySheet* m_sheet; // child
    std::optional<storage::RelationEntry> m_shown;
};

} // namespace dure::app
