#pragma once
#include "core/storage/stock_store.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QJsonArray>
#include <QSet>
#include <map>

namespace dure::app {

/// What was typed of one product on a count sheet.
struct Counted
{
    std::optional<Quantity> quantity; ///< empty: not counted, or not readable
    QString typed; ///< as typed, where it was converted or cannot be read
    QString problem; ///< why it cannot be read
    QString memo;
    Quantity seen; ///< what the books held when it was typed

    bool isEmpty() const { return !quantity && typed.isEmpty() && memo.isEmpty(); }
};

/// A count sheet: each product with what the books hold and what was counted. What is typed stays with its product
/// whatever the rows show.
class CountSheetModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Code, Product, OnHand, Amount, Difference, Boxes, Memo, Columns };
    enum class Show { All, Uncounted, Counted, Different };

    explicit CountSheetModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    /// The books of the sheet's day, by code. Typed figures stay; where the books moved since, the row says so.
    void setBooks(std::vector<storage::StockListRow> books);
    /// Which of them are rows: those a text found (empty: no text is typed), and of those what is chosen.
    void setFound(std::optional<QSet<QByteArray>> found);
    void show(Show what);
    static QByteArray keyOf(const Uuid& product);

    const storage::StockListRow& bookAt(int row) const { return m_books[m_rows[std::size_t(row)]]; }
    const Counted* countedAt(int row) const; ///< null: nothing was typed
    int rowOf(const Uuid& product) const; ///< -1: no row
    /// The books are right: what they hold was counted.
    void confirm(int row);

    struct Sums
    {
        int products = 0, counted = 0, different = 0, movedSince = 0;
    };
    Sums sums() const;
    bool isEmpty() const { return m_counted.empty(); }
    /// What is typed, in the books' order.
    std::vector<std::pair<Uuid, Counted>> counted() const;
    std::optional<Uuid> firstProblem() const;
    void setProblem(const Uuid& product, const QString& why);

    QJsonArray typed() const;
    void resume(const QJsonArray& typed); ///< after setBooks()
    void clear();

Q_SIGNALS:
    void countedChanged();

private:
    QString text(int row, int column) const;
    void write(const storage::StockListRow& book, const QString& text);
    void put(const Uuid& product, const Counted& counted);
    void arrange();
    bool isShown(const storage::StockListRow& book) const;
    bool isDifferent(const storage::StockListRow& book) const;
    void changed(int row);

    std::vector<storage::StockListRow> m_books;
    std::vector<std::size_t> m_rows; ///< of m_books
    std::map<Uuid, Counted> m_counted;
    std::optional<QSet<QByteArray>> m_found;
    Show m_show = Show::All;
};

} // namespace dure::app
