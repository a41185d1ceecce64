#pragma once
#include "core/domain/price_change.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QWidget>
#include <functional>

class QGridLayout;

namespace dure::app {

class CompanyData;
class CustomerField;
class FormCell;
class ImeLineEdit;
class KeyButton;

/// Customers whose prices change otherwise: one is typed with its own figure and Enter, and stands as a button beside,
/// which takes it away again.
class PriceExceptions : public QWidget
{
    Q_OBJECT
public:
    /// `reads`: a figure as the change at hand means it; empty if it cannot be read. `shows`: the other way round.
    struct Figures
    {
        std::function<std::optional<std::int64_t>(const QString& typed)> reads;
        std::function<QString(std::int64_t amount)> shows;
    };
    PriceExceptions(CompanyData& data, Figures figures, QWidget* parent = nullptr);

    std::vector<PriceException> all() const;
    void clear();
    void figuresChanged(); ///< they mean something else now
    bool hasHalfTyped() const; ///< a customer or a figure that was not taken in
    void markHalfTyped();
    QList<FormCell*> cells() const { return {m_customerCell, m_amountCell}; }
    CustomerField& customerField() const { return *m_customer; }
    ImeLineEdit& amountField() const { return *m_amount; }
    QList<KeyButton*> buttons() const { return m_buttons; }

    /// Every figure can be read as it is meant now; one that cannot counts for nothing until it is typed anew.
    bool isReadable() const;
    void markUnreadable(); ///< puts the first of them back into its fields

    QJsonArray typed() const;
    QJsonObject halfTyped() const; ///< what stands in the two fields
    void resume(const QJsonArray& typed, const QJsonObject& halfTyped);

Q_SIGNALS:
    void changed(); ///< by the user

private:
    struct Entry
    {
        PriceException exception;
        QString customer;
        QString amount; // as typed: percent or won
        bool reads = true; // as it is meant now
    };
    void take();
    void remove(int at);
    void showButtons();
    bool eventFilter(QObject* watched, QEvent* event) override;

    Figures m_figures;
    QList<Entry> m_entries;
    CustomerField* m_customer; // child
    ImeLineEdit* m_amount; // child
    FormCell* m_customerCell; // child
    FormCell* m_amountCell; // child
    QGridLayout* m_places; // of the buttons
    QList<KeyButton*> m_buttons; // children
};

} // namespace dure::app
