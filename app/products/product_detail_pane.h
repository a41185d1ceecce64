#pragma once
#include "app/data/company_data.h"
#include "app/lists/detail_pane.h"

class QMenu;

namespace dure::app {

class LineSheet;

/// One product beside the list: what it is, how it is packed, its stock, who pays which price.
class ProductDetailPane : public DetailPane
{
    Q_OBJECT
public:
    explicit ProductDetailPane(CompanyData& data, QWidget* parent = nullptr);
    void show(const storage::ProductDetail& detail);
    void setMoreMenu(QMenu* menu); ///< not owned

Q_SIGNALS:
    void openEditor();
    void editPrices();

private:
    void makeHead();
    void showFacts(const storage::ProductDetail& detail);
    void showPrices(const storage::ProductDetail& detail);

    CompanyData& m_data;
    Label *m_code = nullptr, *m_name = nullptr, *m_spec = nullptr;
    KeyButton* m_more;
    Label *m_stock, *m_ordered, *m_safety, *m_price, *m_taxKind;
    Label *m_material, *m_size, *m_mold, *m_packing, *m_moq, *m_lead, *m_files;
    Heading m_pricesHeading{}, m_noteHeading{};
    LineSheet* m_prices;
    Label* m_note;
};

} // namespace dure::app
