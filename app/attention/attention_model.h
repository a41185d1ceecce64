#pragma once
#include "app/data/company_data.h"

#include <QAbstractListModel>

namespace dure::app {

/// The list of matters: those to do with the few decided last below them, or all that are done. Read whole up to a
/// bound, which grows as the list is scrolled to its end.
class AttentionModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role : int {
        PlaceRole = Qt::UserRole + 1, ///< the second line
        WhenRole,
        DoneRole,
        HeadingRole, ///< bool: no matter but the title of those below it
    };

    explicit AttentionModel(CompanyData& data, QObject* parent = nullptr);

    void setDone(bool done);
    bool isDone() const { return m_done; }
    /// Reads again.
    void refresh();
    Uuid idAt(int row) const; ///< nil: a heading, or no such row
    int rowOf(const Uuid& id) const; ///< -1: not among them
    int openRows() const; ///< of those to do, how many are held

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void refreshed();
    void counted(const dure::storage::AttentionCounts& counts);

private:
    struct Rows
    {
        std::vector<storage::AttentionRow> wanted, recent;
        storage::AttentionCounts counts;
    };
    void take(Rows&& rows);
    const storage::AttentionRow* rowAt(int row) const;
    bool hasHeading() const { return !m_rows.recent.empty(); }

    CompanyData& m_data;
    bool m_done = false;
    int m_limit;
    bool m_more = false;
    Rows m_rows;
};

} // namespace dure::app
