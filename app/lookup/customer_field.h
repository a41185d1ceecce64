#pragma once
#include "app/lookup/completion_popup.h"
#include "app/widgets/ime_line_edit.h"
#include "core/storage/customer_store.h"

#include <QPointer>

namespace dure::app {

class CompanyData;

/// A customer, found by parts of the name, initial consonants, code, business number or telephone while it is typed.
/// ↑↓ choose, Enter and Tab take, Esc goes back to the one before, F4 shows those that ordered last. Text that is left
/// by the mouse stands for the customer of exactly that name or code. What names nobody stays as typed, marked, and
/// the customer is nil.
class CustomerField : public ImeLineEdit
{
    Q_OBJECT
public:
    /// The data outlives the field.
    explicit CustomerField(CompanyData& data, QWidget* parent = nullptr);
    ~CustomerField() override;

    Uuid customer() const { return m_customer; }
    /// Does not emit. Nil empties; without a name it is read.
    void setCustomer(const Uuid& id, const QString& name = {});
    /// As the user does.
    void choose(const Uuid& id, const QString& name);
    /// A last row of the list makes a new customer of the text (see newWanted). Off unless set.
    void setOffersNew(bool offers) { m_offersNew = offers; }
    /// Takes what was typed, or marks it. `best`: as Enter does, what the list shows first will do.
    void settle(bool best = true);
    /// What was typed is still looked up: saving waits for settled().
    bool isSettling() const { return m_waiting && m_then != Then::Show; }
    CompletionPopup& popup() const { return *m_popup; }

Q_SIGNALS:
    void customerChosen(const dure::Uuid& id); ///< by the user; nil: emptied, or typed and not found
    void newWanted(const QString& name);
    void settled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Then { Show, TakeFirst, TakeExact };
    void ask(const QString& text, Then then);
    void found(const QString& text, Then then, std::vector<storage::CustomerListRow> rows);
    void show(const QString& text, bool complete);
    void takeRow(int row);
    bool isSettled() const { return text().trimmed() == m_name; }

    CompanyData& m_data;
    QPointer<CompletionPopup> m_popup; // the window's, else ours
    std::vector<storage::CustomerListRow> m_shown;
    Uuid m_customer;
    QString m_name; // of m_customer
    QString m_asked;
    Then m_then = Then::Show; // what follows the answer that m_waiting waits for
    bool m_waiting = false;
    bool m_loading = false; // our own text is not typing
    bool m_offersNew = false;
};

} // namespace dure::app
