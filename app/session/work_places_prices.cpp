// WorkPlaces: what changes prices, over the list of products.
#include "app/data/company_data.h"
#include "app/products/price_change_page.h"
#include "app/products/price_editor_page.h"
#include "app/products/product_list_page.h"
#include "app/session/work_places.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"

namespace dure::app {

void WorkPlaces::editPrices(const Uuid& product)
{
    if (product.isNil())
        return;
    m_window.goTo(QStringLiteral("products"));
    if (!m_products->mayWrite(TableId::CustomerPrice))
        return;
    openForm(
        *m_products, "products", [this, product] { return new PriceEditorPage(m_data, product); },
        [this, product] { editPrices(product); });
}

/// One at a time; what is typed in the one before is kept, and is what the next one begins with.
void WorkPlaces::changePrices(const PriceChangeStart& start)
{
    m_window.goTo(QStringLiteral("products"));
    if (!m_products->mayWrite(TableId::CustomerPrice))
        return;
    m_window.closeThen(m_window.openPageOf<EditorPage>(), [this, start] {
        m_window.goTo(QStringLiteral("products"));
        auto* page = new PriceChangePage(m_data, start);
        connect(page, &PriceChangePage::saved, this, [this](const QString& done, const Uuid& product) {
            m_products->showRow(product);
            m_products->showDone(done);
        });
        connect(page, &EditorPage::draftKept, this, [this, start] {
            m_products->strip().clear();
            m_products->strip().show(Tone::Info, tr("What you typed is kept on this PC."));
            connect(m_products->strip().addAction(tr("Go on with it")), &QAbstractButton::clicked, this,
                [this, start] { changePrices(start); });
        });
        m_window.openPage(page);
    });
}

} // namespace dure::app
