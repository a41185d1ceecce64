#pragma once
#include "app/forms/editor_page.h"
#include "core/storage/product_choices.h"

class QJsonObject;

namespace dure::app {

class ChoiceField;
class DateField;
class FormCell;
class KeyHintBar;
class Label;
class MessageStrip;
class ProductCompletion;
class ReceiptGrid;
class ReceiptLineModel;

/// 생산 입고: what was made (or bought) today, several products in one go. One action, with one undo.
class ReceiptPage : public EditorPage
{
    Q_OBJECT
public:
    /// `product`: the first line's; nil: none. The data outlives the page.
    explicit ReceiptPage(CompanyData& data, const Uuid& product = {}, QWidget* parent = nullptr);

    QString title() const override;
    void entered() override;
    bool mayClose() override;
    void save();
    ReceiptGrid& grid() const { return *m_grid; }
    ReceiptLineModel& model() const { return *m_model; }
    DateField& on() const { return *m_on; }

Q_SIGNALS:
    void saved(const QString& done, const dure::Uuid& product); ///< after the page has closed; the first product

protected:
    std::string draftName() const override { return "stock-receipt/new"; }
    std::function<std::string()> draft() const override;
    bool isChanged() const override;
    bool takeTyped() override;

private:
    QWidget* makeHead();
    void addActions();
    void addKeys();
    void open(const Uuid& product);
    QJsonObject typed() const;
    void resume(const QJsonObject& draft, const std::vector<storage::ProductChoice>& choices);
    void beginAnew();
    void readStock();
    void showNote();
    bool stopAtProblem();
    void onRefused(const commands::CommandError& error, const QList<int>& rows);
    StockMovementKind kind() const;

    ReceiptLineModel* m_model; // child
    ProductCompletion* m_completion; // child
    ReceiptGrid* m_grid; // child
    DateField* m_on; // child
    FormCell* m_onCell = nullptr; // child
    ChoiceField* m_kind; // child
    Label* m_count; // child
    MessageStrip* m_note; // child
    KeyHintBar* m_hints; // child
    QPointer<QWidget> m_lastFocus;
    bool m_saveWhenSettled = false;
};

} // namespace dure::app
