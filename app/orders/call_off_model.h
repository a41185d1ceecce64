#pragma once
#include "core/domain/call_off.h"
#include "core/domain/units.h"

#include <QAbstractTableModel>
#include <QList>

namespace dure::app {

/// A part as it is typed.
struct CallOffText
{
    QString on, amount;
};

/// The parts a line is split into, as they are typed, and a blank row below them. What cannot be read stays as typed,
/// marked with the reason.
class CallOffModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : int { On, Amount, Remark, ColumnCount };

    explicit CallOffModel(QObject* parent = nullptr);

    /// Begins anew: `total` is to be spread, of a product packed like this.
    void begin(Quantity total, const PackingTerms& packing, Date today, Date orderedOn);
    void setTotal(Quantity total); ///< of the line it was begun for: more went out meanwhile
    void setParts(const std::vector<CallOffPart>& parts);
    /// By date; of rows that are whole and can be read.
    std::vector<CallOffPart> parts() const;
    QList<CallOffText> typed() const; ///< also what cannot be read
    void type(const QList<CallOffText>& parts); ///< into empty rows
    Quantity total() const { return m_total; }
    Quantity left() const; ///< of the total, in no part yet; below 0: too much
    const PackingTerms& packing() const { return m_packing; }
    Date today() const { return m_today; }
    /// From now on a row with one half missing is marked as well.
    void demandWhole();
    QModelIndex firstProblem() const;
    bool isBlank(int row) const;
    void remove(int row);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void changed();

private:
    struct Part
    {
        Date on;
        Quantity quantity;
        QString rejectedOn, rejectedAmount; ///< as typed
        QString why; ///< of rejectedAmount
        bool isBlank() const
        {
            return on.isNull() && quantity.isZero() && rejectedOn.isEmpty() && rejectedAmount.isEmpty();
        }
    };
    QString textOf(const Part& part, int column) const;
    QString remarkOn(Date day) const;
    QString problemAt(int row, int column) const;
    Quantity spreadBefore(int row) const;
    void writeAmount(Part& part, const QString& text) const;

    QList<Part> m_parts;
    Quantity m_total;
    PackingTerms m_packing;
    Date m_today, m_orderedOn;
    bool m_demandsWhole = false;
};

} // namespace dure::app
