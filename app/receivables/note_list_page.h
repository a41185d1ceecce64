#pragma once
#include "app/lists/list_page.h"
#include "app/receivables/note_list_model.h"

namespace dure::app {

/// 받을어음 현황: which 어음 are in the house, when they mature, which were not paid.
class NoteListPage : public ListPage
{
    Q_OBJECT
public:
    explicit NoteListPage(CompanyData& data, QWidget* parent = nullptr);
    QString title() const override { return tr("Notes"); }

Q_SIGNALS:
    void settleNote(const dure::Uuid& payment, bool dishonoured);
    void openLedger(const dure::Uuid& customer);
    void showCustomer(const dure::Uuid& customer);

protected:
    void readCounts() override;
    void applyFilter() override;
    void showDetail(const Uuid& id) override;
    void open(const Uuid& id) override;
    bool concernsDetail(const ChangeSet& changes) const override;

private:
    void makeMenu();
    void settle(bool dishonoured);

    NoteListModel* m_model; // child
    std::optional<storage::NoteRow> m_shown;
};

} // namespace dure::app
