#pragma once
#include "app/data/company_data.h"

#include <QAbstractTableModel>
#include <QCache>
#include <functional>

namespace dure::app {

/// A list too long to hold. It reads pages around the viewport on the reader's thread and keeps the last few; a row
/// that is not read yet is blank. A change of filter or sort makes a new list (model reset, once its first page has
/// come); a change of data refreshes the list in place, so that the scroll position stays.
///
/// Subclasses are ListModel<Row, Totals>; this part knows nothing of the rows.
class WindowedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int pageRows = 200;

    /// `tables`: a change to one of them refreshes the list.
    WindowedModel(CompanyData& data, QList<TableId> tables, QObject* parent);

    int rowCount(const QModelIndex& parent = {}) const override;
    bool isRead(int row) const;
    Uuid idAt(int row) const; ///< nil: not read yet
    int rowOf(const Uuid& id) const; ///< -1: not among the pages held
    /// Looks for a row's place in the list as it is now, through its first pages; -1: not found. A newer search
    /// replaces it.
    void locate(const Uuid& id, std::function<void(int row)> found);
    /// Whether the first page of the list asked for has not come yet.
    bool isLoading() const { return m_loading; }
    /// Whether rowCount() is all there is.
    bool isCounted() const { return m_counted; }

    struct Found
    {
        std::int64_t count = 0;
        bool exact = true; ///< false: at least as many
    };
    /// Counts what the text finds whatever the chip; empty: there is no text, or the chip hides nothing.
    virtual std::function<Found(Reader&)> foundInAllJob() const { return {}; }

    /// A page for an export, held by who asked for it.
    struct ExportPage
    {
        std::shared_ptr<const void> rows;
        std::size_t count = 0;
    };
    /// Reads such a page of the list as it is asked for now: filter and sort are copied. On any thread with a Reader.
    std::function<ExportPage(Reader&)> exportJob(std::int64_t offset, std::int64_t limit) const;
    /// What a cell of that page shows, as data() does. On the GUI thread.
    virtual QVariant exportedCell(const ExportPage& page, std::size_t at, int column, int role) const = 0;

    /// Rows first to last are on the screen: they are read before others, and the next page in the direction of
    /// scrolling after them.
    void setViewport(int first, int last);
    /// Another list: after a change of filter or sort. The old one stays until the first page has come.
    void reload();
    /// The same list, read again.
    void refresh();

Q_SIGNALS:
    void loadingChanged(bool loading);
    void reloaded(); ///< the first page of another list has come
    void refreshed(); ///< pages on the screen were read again: rows may have moved
    void totalsChanged();

protected:
    struct Page
    {
        std::shared_ptr<const void> rows;
        std::vector<Uuid> ids;
    };
    struct Totals
    {
        std::shared_ptr<const void> value;
        std::int64_t count = 0;
        bool exact = true;
    };
    using PageJob = std::function<Page(Reader&)>;
    using TotalsJob = std::function<Totals(Reader&)>;
    /// Jobs hold copies of the filter and the sort; they run on the reader's thread.
    virtual PageJob pageJob(std::int64_t offset, std::int64_t limit) const = 0;
    /// `patient`: count to the end, however long it takes.
    virtual TotalsJob totalsJob(bool patient) const = 0;

    const Page* pageOf(int row) const;
    const void* totalsValue() const { return m_totals.value.get(); }
    CompanyData& companyData() const { return m_data; }

private:
    void want(int row) const;
    void readWanted();
    void readPage(int page, const QString& slot);
    void take(int page, Page&& read);
    void readTotals(ReadPriority priority, bool patient);
    void takeTotals(Totals&& totals);
    void setRowCount(int count, int freshPage = -1); ///< that page is not read again for it
    void setLoading(bool loading);
    void onChanged(const ChangeSet& changes);
    int lastPage() const { return m_count == 0 ? 0 : (m_count - 1) / pageRows; }

    CompanyData& m_data;
    QList<TableId> m_tables;
    mutable QCache<int, Page> m_pages;
    QSet<int> m_stale; // held, on the screen, but read again
    int m_count = 0;
    bool m_counted = false;
    bool m_loading = false;
    Totals m_totals;
    int m_first = 0, m_last = 0;
    bool m_upwards = false;
    mutable bool m_readQueued = false;
    mutable QSet<int> m_wanted;
};

/// The typed half. A subclass says how to read rows and totals, and what the cells of a row show:
///
///     std::function<std::vector<Row>(Reader&)> rowsJob(offset, limit) const;
///     std::function<TotalsType(Reader&)> countJob(patient) const;   // has `count`, and `exact` where it may be unsure
///     QVariant cell(const Row&, int column, int role) const;
template <class Row, class TotalsType> class ListModel : public WindowedModel
{
public:
    using WindowedModel::WindowedModel;

    /// Null while the row is not read.
    const Row* rowAt(int row) const
    {
        const Page* page = pageOf(row);
        if (!page)
            return nullptr;
        const auto& rows = *static_cast<const std::vector<Row>*>(page->rows.get());
        const auto at = static_cast<std::size_t>(row % pageRows);
        return at < rows.size() ? &rows[at] : nullptr;
    }
    /// Null until counted for the first time.
    const TotalsType* totals() const { return static_cast<const TotalsType*>(totalsValue()); }

    QVariant data(const QModelIndex& index, int role) const override
    {
        const Row* row = index.isValid() ? rowAt(index.row()) : nullptr;
        return row ? cell(*row, index.column(), role) : QVariant();
    }
    QVariant exportedCell(const ExportPage& page, std::size_t at, int column, int role) const final
    {
        return cell((*static_cast<const std::vector<Row>*>(page.rows.get()))[at], column, role);
    }

protected:
    virtual std::function<std::vector<Row>(Reader&)> rowsJob(std::int64_t offset, std::int64_t limit) const = 0;
    virtual std::function<TotalsType(Reader&)> countJob(bool patient) const = 0;
    virtual QVariant cell(const Row& row, int column, int role) const = 0;

private:
    PageJob pageJob(std::int64_t offset, std::int64_t limit) const final
    {
        return [job = rowsJob(offset, limit)](Reader& reader) {
            auto rows = std::make_shared<std::vector<Row>>(job(reader));
            Page page;
            page.ids.reserve(rows->size());
            for (const Row& row : *rows)
                page.ids.push_back(row.id);
            page.rows = std::move(rows);
            return page;
        };
    }
    TotalsJob totalsJob(bool patient) const final
    {
        return [job = countJob(patient)](Reader& reader) {
            auto value = std::make_shared<TotalsType>(job(reader));
            Totals totals;
            totals.count = value->count;
            if constexpr (requires { value->exact; })
                totals.exact = value->exact;
            totals.value = std::move(value);
            return totals;
        };
    }
};

} // namespace dure::app
