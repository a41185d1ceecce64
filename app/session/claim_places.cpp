#include "app/session/claim_places.h"

#include "app/claims/claim_editor_page.h"
#include "app/claims/claim_list_page.h"
#include "app/claims/claim_settlement_page.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"

namespace dure::app {
namespace {

const QString placeId = QStringLiteral("deliveries");

} // namespace

ClaimPlaces::ClaimPlaces(MainWindow& window, CompanyData& data, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_data(data)
{ }

ClaimListPage* ClaimPlaces::openClaims()
{
    m_window.goTo(placeId);
    auto* page = new ClaimListPage(m_data);
    connect(page, &ListPage::showElsewhere, this, &ClaimPlaces::showElsewhere);
    connect(page, &ClaimListPage::openEditor, this, [this](const Uuid& claim) { editClaim(claim); });
    connect(page, &ClaimListPage::settle, this, &ClaimPlaces::settleClaim);
    connect(page, &ClaimListPage::showDelivery, this, &ClaimPlaces::showDelivery);
    connect(page, &ClaimListPage::showCustomer, this, &ClaimPlaces::showCustomer);
    connect(page, &ClaimListPage::showHistory, this, &ClaimPlaces::showHistory);
    connect(page, &ClaimListPage::showFiles, this, &ClaimPlaces::showFiles);
    m_window.openPage(page);
    return page;
}

ClaimListPage& ClaimPlaces::list()
{
    m_window.goTo(placeId);
    auto* open = m_window.openPageOf<ClaimListPage>(placeId);
    return open ? *open : *openClaims();
}

void ClaimPlaces::showClaims()
{
    m_window.closeThen(m_window.openPageOf<ClaimListPage>(placeId), [this] { openClaims(); });
}

void ClaimPlaces::showClaim(const Uuid& claim)
{
    m_window.closeThen(m_window.openPageOf<ClaimListPage>(placeId), [this, claim] { openClaims()->showClaim(claim); });
}

/// An editor over the list: saving comes back to it, with the way back in its strip.
void ClaimPlaces::openForm(std::function<FormPage*()> make, const std::function<void()>& goOn,
    const std::function<QString(const QString& name)>& done)
{
    m_window.closeThen(m_window.openPageOf<FormPage>(placeId), [this, make = std::move(make), goOn, done] {
        list();
        FormPage* form = make();
        connect(form, &FormPage::saved, this, [this, done](const Uuid& claim, const QString& name) {
            list().showClaim(claim);
            list().showDone(done(name));
        });
        connect(form, &FormPage::draftKept, this, [this, goOn] {
            MessageStrip& strip = list().strip();
            strip.clear();
            strip.show(Tone::Info, tr("What you typed is kept on this PC."));
            connect(strip.addAction(tr("Go on with it")), &QAbstractButton::clicked, this, goOn);
        });
        m_window.openPage(form);
    });
}

void ClaimPlaces::editClaim(const Uuid& claim, const Uuid& ofDelivery)
{
    if (!list().mayWrite(TableId::Claim))
        return;
    openForm([this, claim, ofDelivery] { return new ClaimEditorPage(m_data, claim, ofDelivery); },
        [this, claim, ofDelivery] { editClaim(claim, ofDelivery); },
        [](const QString& name) { return tr("The claim of %1 was saved.").arg(name); });
}

void ClaimPlaces::settleClaim(const Uuid& claim)
{
    if (!list().mayWrite(TableId::Claim))
        return;
    openForm([this, claim] { return new ClaimSettlementPage(m_data, claim); }, [this, claim] { settleClaim(claim); },
        [](const QString& name) { return tr("Claim %1 was settled.").arg(name); });
}

} // namespace dure::app

#include "moc_claim_places.cpp"
