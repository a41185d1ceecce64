#pragma once
#include "core/commands/price_change.h"

#include <QAbstractTableModel>
#include <QJsonArray>
#include <map>
#include <tuple>

namespace dure::app {

/// What a price change would do, price by price. A new price may be typed over, a row left out; both stay with their
/// row whatever is read or computed anew.
class PriceChangeModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Code, Product, Customer, Source, LeastQuantity, Old, New, Difference, Share, Remark, Columns };
    enum class Show { All, Changing, ToSee, Staying };

    PriceChangeModel(Date today, QObject* parent = nullptr);

    /// Whether there is something in them that differs from what was shown for the same rows.
    bool setBases(std::vector<PriceBase> bases);
    void setWish(std::optional<PriceWish> wish); ///< none: it is not typed yet, or cannot be read
    void show(Show what);

    const PriceBase& baseAt(int row) const { return m_bases[m_rows[std::size_t(row)]]; }
    const PricePreview& previewAt(int row) const { return m_previews[m_rows[std::size_t(row)]]; }
    void leaveOut(int row, bool leaves);
    bool isLeftOut(int row) const { return m_edits[m_rows[std::size_t(row)]].leftOut; }

    struct Sums
    {
        int rows = 0, changing = 0, toSee = 0, staying = 0, notYet = 0, problems = 0;
    };
    Sums sums() const { return m_sums; }
    bool hasSteps() const { return m_hasSteps; } ///< prices by quantity are among them
    bool isTyped() const { return !m_typed.empty(); }
    /// What is to be written; `places`: which base each comes from.
    std::vector<commands::PlannedPrice> plan(std::vector<std::size_t>& places) const;
    /// A base whose row must be put right.
    std::optional<std::size_t> firstProblem() const;
    int rowOf(std::size_t base) const; ///< -1: not shown
    int rowOfSame(const PriceBase& base) const; ///< of the same product, customer and quantity; -1: not shown

    QJsonArray typed() const;
    void resume(const QJsonArray& typed);
    void clearTyped();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void edited(); ///< by the user
    void sumsChanged();

private:
    using Key = std::tuple<Uuid, Uuid, std::int64_t>; // product, customer, least quantity
    struct Typed
    {
        PriceEdit edit;
        QString text; // where it cannot be read
        QString why;
    };
    static Key keyOf(const PriceBase& base);
    void takeTyped(); // into m_edits
    void compute();
    void arrange();
    bool isShown(std::size_t base) const;
    void editRow(int row, const Typed& typed);
    const Typed* typedAt(std::size_t base) const;
    QString text(std::size_t base, int column) const;
    QString remark(std::size_t base) const;
    QString problem(std::size_t base) const;

    Date m_today;
    std::vector<PriceBase> m_bases;
    std::vector<PriceEdit> m_edits; // of m_bases
    std::vector<PricePreview> m_previews; // likewise
    std::vector<std::size_t> m_rows; // of m_bases
    std::map<Key, Typed> m_typed;
    std::optional<PriceWish> m_wish;
    Show m_show = Show::All;
    Sums m_sums;
    bool m_hasSteps = false;
};

} // namespace dure::app
