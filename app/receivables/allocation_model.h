#pragma once
#include "core/commands/commands.h"
#include "core/storage/payment_store.h"

#include <QAbstractTableModel>
#include <QJsonObject>
#include <map>

namespace dure::app {

/// Which deliveries a payment is for: what is not paid, the oldest first. Of itself money goes to the oldest, which is
/// shown and not stored; what is typed is.
class AllocationModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : int { On, Number, Total, Open, Share, ColumnCount };

    explicit AllocationModel(Date today, QObject* parent = nullptr);

    /// What was typed for a delivery that is still there stays.
    Uuid deliveryAt(int row) const { return m_debts[std::size_t(row)].delivery; }
    int rowOf(const Uuid& delivery) const; ///< -1: nil, or not open
    void setDebts(std::vector<storage::OpenDebt> debts);
    void setAmount(Won amount);
    void setAutomatic(bool automatic);
    bool isAutomatic() const { return m_automatic; }

    /// What is stored: nothing while it goes by itself.
    std::vector<commands::PaymentShare> shares() const;
    Won shared() const;
    bool isReadable() const; ///< every share typed is an amount
    QJsonObject typed() const; ///< by delivery
    void resume(const QJsonObject& typed);
    void setProblems(const std::vector<commands::FieldProblem>& problems);
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
    QString problemAt(int row) const;
    void shareOut();
    Won typedFor(const Uuid& delivery) const;

    Date m_today;
    std::vector<storage::OpenDebt> m_debts;
    std::vector<Won> m_shares; // by itself, by row
    std::map<Uuid, QString> m_typed; // by delivery
    std::map<Uuid, QString> m_refused; // what the command said, by delivery
    Won m_amount;
    bool m_automatic = true;
};

} // namespace dure::app
