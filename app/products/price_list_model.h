#pragma once
#include "core/commands/command_error.h"
#include "core/domain/entities.h"
#include "core/storage/product_store.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QJsonArray>

namespace dure::app {

/// The agreed prices of one product: who pays what, from which day and from which quantity on. Earlier ones stay below
/// those that follow them; which one holds today is told. Text that cannot be read stays, marked.
class PriceListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { CustomerName, From, LeastQuantity, Price, State, Note, Columns };
    struct Line
    {
        CustomerPrice price;
        QString customer;
        bool operator==(const Line&) const = default;
    };

    PriceListModel(const Uuid& product, Date today, QObject* parent = nullptr);

    void setLines(QList<Line> lines); ///< as stored
    const QList<Line>& lines() const { return m_lines; }
    bool isChanged() const { return m_lines != m_shown || !m_rejected.isEmpty(); }
    /// What is to be written: rows that are new or changed, by their place in lines().
    QList<int> changedRows() const;
    QList<Uuid> removedIds() const;
    QJsonArray typed() const;
    void resume(const QJsonArray& typed);
    /// The prices as they are now: rows nobody touched follow, what was typed stays. Whether both changed a row.
    bool follow(const QList<Line>& now);

    int add(const Uuid& customer, const QString& name); ///< from today on; its row
    void remove(int row);
    /// Marks two rows that say the same of one customer, day and quantity, and prices that are missing.
    void check();
    void setProblems(const std::vector<commands::FieldProblem>& problems); ///< `line` is a row
    QModelIndex firstProblem() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void changed(); ///< by the user

private:
    struct Rejected
    {
        QString text;
        QString why;
    };
    static int key(int row, int column) { return row * Columns + column; }
    const Line* shown(const Uuid& id) const;
    bool take(Line& line, int column, const QString& text, QString& why) const;
    QString text(const QModelIndex& index, bool edited) const;
    QString stateText(const Line& line) const;
    bool holdsToday(const Line& line) const;
    void reset(QList<Line> lines);
    void moveMarks(int row, int by);

    Uuid m_product;
    Date m_today;
    QList<Line> m_lines;
    QList<Line> m_shown; // as stored
    QHash<int, Rejected> m_rejected; // by key()
    QHash<int, QString> m_problems; // by key()
};

} // namespace dure::app
