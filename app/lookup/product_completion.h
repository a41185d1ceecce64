#pragma once
#include "app/lookup/completion_popup.h"
#include "core/domain/uuid.h"
#include "core/storage/product_choices.h"

#include <QObject>
#include <memory>

namespace dure::app {

class CompanyData;
class ImeLineEdit;

/// Finds products while one types into a cell or field, with what this customer pays for them. It knows no line and no
/// model: the owner hands it text and keys, and puts what was chosen where it belongs.
///
///     connect(&grid, &EntryGrid::typed, …, [&](index, text) { completion.search(grid.field(), text); });
///     bool cellKey(QKeyEvent* event) override { return completion.keyPressed(event); }
class ProductCompletion : public QObject
{
    Q_OBJECT
public:
    /// The data outlives this.
    ProductCompletion(CompanyData& data, QObject* parent = nullptr);
    ~ProductCompletion() override;

    /// In which a product counts of which nothing is known but its name.
    static QString newProductUnit();

    /// Whose prices count, without those of the order `except`; nil: list prices alone.
    void setCustomer(const Uuid& customer, const Uuid& except = {});
    /// A last row of the list makes a new product of the text (see newWanted). It is taken by ↓ and Enter: Enter alone
    /// keeps what fits no product as text. Off unless set.
    void setOffersNew(bool offers) { m_offersNew = offers; }
    void setDay(Date day); ///< agreed prices of that day; today unless set
    /// The customer's prices; null until they have been read (see pricingChanged), empty without a customer.
    const std::shared_ptr<const storage::CustomerPricing>& pricing() const { return m_pricing; }
    void readPricing(); ///< again, if it could not be read

    /// The field's text with its composition, whenever it changes. An empty text closes.
    void search(ImeLineEdit& field, const QString& text);
    /// F4: what the customer buys, or what fits what stands there.
    void openAll(ImeLineEdit& field, const QString& text = {});
    void dismiss();
    /// Something is open that Enter would take.
    bool isChoosing() const;
    bool isOpen() const { return m_popup->isOpen(); }
    /// Whether the answer for the newest text is still to come.
    bool isWaiting() const { return m_waiting; }
    /// ↑↓, Enter, Shift+Enter, Esc while open. While the answer for the newest text is still to come Enter is not
    /// taken: let the cell go on and ask identify().
    bool keyPressed(QKeyEvent* event);

    /// For text that was taken without choosing: the product with that code or name, else, with `best`, what the list
    /// would have shown first. `done` runs on the GUI thread while `context` lives.
    void identify(const QStringList& texts, bool best, QObject* context,
        std::function<void(std::vector<std::optional<storage::ProductChoice>>)> done);

    CompletionPopup& popup() const { return *m_popup; }

Q_SIGNALS:
    /// `last`: with Shift, at the last price paid; else at the price that is offered (agreed, last or list).
    void chosen(const dure::storage::ProductChoice& product, bool last);
    void newWanted(const QString& name);
    void pricingChanged();

private:
    void ask(ImeLineEdit& field, const QString& text);
    void show(ImeLineEdit& field, const QString& text, const storage::ProductChoices& choices);
    QList<CompletionCell> cellsOf(const storage::ProductChoice& product, const SearchedParts& parts) const;
    void showHints(int row);
    std::shared_ptr<const storage::CustomerPricing> pricingOrNone() const;

    CompanyData& m_data;
    QPointer<CompletionPopup> m_popup; // the field's window's, else ours
    std::vector<storage::ProductChoice> m_shown;
    std::shared_ptr<const storage::CustomerPricing> m_pricing;
    Uuid m_customer;
    Uuid m_except;
    Date m_day;
    QString m_asked;
    QString m_newName; // of the last row; empty: there is none
    bool m_offersNew = false;
    bool m_waiting = false;
};

} // namespace dure::app
