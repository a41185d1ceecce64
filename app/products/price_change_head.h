#pragma once
#include "core/storage/price_change_store.h"

#include <QJsonObject>
#include <QWidget>

class QCheckBox;
class QGridLayout;

namespace dure::app {

class ChoiceField;
class CompanyData;
class CustomerField;
class DateField;
class FormCell;
class ImeLineEdit;
class PriceExceptions;

/// What a price change begins with: the rows chosen in the list of products, or what the list was showing.
struct PriceChangeStart
{
    std::vector<Uuid> products; ///< empty: those of the filter
    storage::ProductFilter filter;
};

/// The fields of a price change: which prices, how they change, from when on.
class PriceChangeHead : public QWidget
{
    Q_OBJECT
public:
    /// The data outlives the head.
    PriceChangeHead(CompanyData& data, PriceChangeStart start, QWidget* parent = nullptr);

    storage::PriceScope scope() const;
    /// Empty while a figure or the day cannot be read. Without a figure nothing changes but what is typed row by row.
    std::optional<PriceWish> wish() const;
    std::string note() const;
    bool isChanged() const; ///< something typed that is worth keeping
    bool takeTyped(); ///< false: something cannot be read, which is marked
    void settle(); ///< takes the customers that are typed; before takeTyped()
    bool isSettling() const; ///< they are still looked up: settled() follows
    void focusFirstProblem();
    void showAgain(); ///< as it was opened

    QJsonObject typed() const;
    void resume(const QJsonObject& typed);

    ImeLineEdit& amountField() const { return *m_amount; }
    ImeLineEdit& searchField() const { return *m_search; }
    ChoiceField& productsField() const { return *m_products; }
    ChoiceField& kindField() const { return *m_kind; }
    ChoiceField& stepField() const { return *m_step; }
    ChoiceField& modeField() const { return *m_mode; }
    DateField& fromField() const { return *m_from; }
    PriceExceptions& exceptions() const { return *m_exceptions; }
    QCheckBox& listPrices() const { return *m_list; }
    QList<QWidget*> fields() const; ///< in the order in which Enter walks them

Q_SIGNALS:
    void scopeChanged(); ///< other prices, or another day
    void wishChanged();
    void leftDownwards(); ///< Enter in the last field
    void settled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    FormCell* add(const QString& label, QWidget* field, int row, int column, int span);
    void makeFields();
    void connectFields();
    std::optional<std::int64_t> amountOf(const QString& typed) const;
    QString amountText(std::int64_t amount) const;
    void showKind();

    void judgeAmount();
    void offerChosen(std::vector<Uuid> products);

    CompanyData& m_data;
    const PriceChangeStart m_start; // as it was opened
    std::vector<Uuid> m_chosen; // products; of m_start, or as they were kept
    QGridLayout* m_grid;
    // children
    ChoiceField* m_products;
    ImeLineEdit* m_search;
    CustomerField* m_customer;
    QCheckBox *m_list, *m_agreed, *m_last;
    ChoiceField* m_kind;
    ImeLineEdit* m_amount;
    ChoiceField *m_step, *m_mode;
    DateField* m_from;
    ImeLineEdit* m_note;
    PriceExceptions* m_exceptions;
    FormCell *m_searchCell = nullptr, *m_customerCell = nullptr, *m_amountCell = nullptr, *m_fromCell = nullptr,
             *m_stepCell = nullptr, *m_modeCell = nullptr;
    bool m_showing = false;
};

} // namespace dure::app
