#pragma once
#include "app/lists/list_page.h"
#include "app/products/price_change_head.h"
#include "app/products/product_list_model.h"

namespace dure::app {

class ProductDetailPane;

/// 품목: what is made and sold, its prices and its stock.
class ProductListPage : public ListPage
{
    Q_OBJECT
public:
    explicit ProductListPage(CompanyData& data, QWidget* parent = nullptr);
    QString title() const override { return tr("Products"); }

Q_SIGNALS:
    void openEditor(const dure::Uuid& product); ///< nil: a new one
    void showHistory(const dure::Uuid& product);
    void showFiles(const dure::Uuid& product);
    void openPrices(const dure::Uuid& product); ///< agreed prices
    void changePrices(const dure::app::PriceChangeStart& start); ///< of the chosen rows, or of what the list shows

protected:
    void readCounts() override;
    void applyFilter() override;
    void showDetail(const Uuid& id) override;
    void open(const Uuid& id) override { Q_EMIT openEditor(id); }
    bool concernsDetail(const ChangeSet& changes) const override;

private:
    void makeMenu();
    void makeEmptyState();
    void setInactive(bool inactive);
    storage::ProductFilter filter() const;
    void startPriceChange();
    void deleteProduct();

    ProductListModel* m_model; // child
    ProductDetailPane* m_detail; // child
    std::optional<storage::ProductDetail> m_shown;
};

} // namespace dure::app
