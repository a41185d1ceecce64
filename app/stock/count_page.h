#pragma once
#include "app/forms/editor_page.h"
#include "app/stock/count_sheet_model.h"

class QJsonObject;

namespace dure::app {

class ChipRow;
class CountGrid;
class DateField;
class FormCell;
class ImeLineEdit;
class KeyHintBar;
class Label;
class MessageStrip;

/// 재고 실사: what was counted, typed beside what the books hold. Saving adjusts what differs, in one action.
class CountPage : public EditorPage
{
    Q_OBJECT
public:
    /// The data outlives the page.
    explicit CountPage(CompanyData& data, QWidget* parent = nullptr);

    QString title() const override { return tr("Count sheet"); }
    void entered() override;
    void save();
    CountGrid& grid() const { return *m_grid; }
    CountSheetModel& model() const { return *m_model; }
    ChipRow& chips() const { return *m_chips; }

Q_SIGNALS:
    /// After the page has closed. `product`: the first that was adjusted; nil: the books were right.
    void saved(const QString& done, const dure::Uuid& product);

protected:
    std::string draftName() const override { return "stock-count/new"; }
    std::function<std::string()> draft() const override;
    bool isChanged() const override { return !m_model->isEmpty(); }
    bool takeTyped() override;

private:
    QWidget* makeHead();
    void addActions();
    void addKeys();
    void open();
    void readBooks();
    void filter();
    void showSums();
    QJsonObject typed() const;
    void resume(const QJsonObject& draft);
    void beginAnew();
    void goToProduct(const Uuid& product);
    void onSaved(const commands::Result& result, const std::vector<Uuid>& products, const CountSheetModel::Sums& sums);

    CountSheetModel* m_model; // child
    CountGrid* m_grid; // child
    DateField* m_on; // child
    FormCell* m_onCell = nullptr; // child
    ImeLineEdit* m_filter; // child
    ChipRow* m_chips; // child
    Label* m_sums; // child
    MessageStrip* m_moved; // child
    KeyHintBar* m_hints; // child
    QPointer<QWidget> m_lastFocus;
    Date m_day; // of the books
};

} // namespace dure::app
