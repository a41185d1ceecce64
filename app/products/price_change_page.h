#pragma once
#include "app/forms/editor_page.h"
#include "app/products/price_change_head.h"
#include "app/products/price_change_model.h"

#include <atomic>

class QStackedLayout;
class QTimer;

namespace dure::app {

class ChipRow;
class KeyHintBar;
class Label;
class PriceChangeGrid;
class ProgressView;

/// 단가 일괄 변경: a rule, and below it what it makes of every price. Nothing is written before saving; then all of it
/// is, in the background and as one action, or nothing. Esc stops it.
class PriceChangePage : public EditorPage
{
    Q_OBJECT
public:
    /// The data outlives the page.
    PriceChangePage(CompanyData& data, const PriceChangeStart& start, QWidget* parent = nullptr);

    QString title() const override { return tr("Change prices"); }
    void entered() override;
    bool mayClose() override;
    void save();
    bool isReading() const { return m_reading || m_read; } ///< the preview follows
    PriceChangeHead& head() const { return *m_head; }
    PriceChangeModel& model() const { return *m_model; }
    PriceChangeGrid& grid() const { return *m_grid; }
    ChipRow& chips() const { return *m_chips; }

Q_SIGNALS:
    /// After the page has closed. `product`: the first that was changed.
    void saved(const QString& done, const dure::Uuid& product);

protected:
    std::string draftName() const override { return "price-change/new"; }
    std::function<std::string()> draft() const override;
    bool isChanged() const override { return m_head->isChanged() || m_model->isTyped(); }
    bool takeTyped() override;

private:
    struct Progress
    {
        std::atomic<qint64> done = 0;
        std::atomic<bool> stop = false;
    };

    QWidget* makeBar();
    void addActions();
    void addKeys();
    void open();
    void resume(const QJsonObject& draft);
    void beginAnew();
    void readBases(bool tells);
    void takeBases();
    void saveWhenReady();
    void preview();
    void showSums();
    void goToBase(std::size_t base);
    void write(std::vector<commands::PlannedPrice> prices, std::vector<std::size_t> places);
    void onWritten(const commands::Result& result, const std::vector<std::size_t>& places);
    QJsonObject typed() const;

    PriceChangeModel* m_model; // child
    PriceChangeHead* m_head; // child
    PriceChangeGrid* m_grid; // child
    ChipRow* m_chips; // child
    Label* m_sums; // child
    ProgressView* m_working; // child
    QStackedLayout* m_stack;
    KeyHintBar* m_hints; // child
    QTimer* m_clock; // child; looks at the progress
    std::shared_ptr<Progress> m_progress; // null: nothing is written
    QPointer<QWidget> m_lastFocus;
    struct ReadBases
    {
        std::vector<PriceBase> bases;
        bool tells = false;
    };
    std::optional<ReadBases> m_read; // it waits until nobody types in the preview
    bool m_reading = false;
    bool m_tells = false; // of what is being read
    bool m_savesWhenRead = false;
};

} // namespace dure::app
