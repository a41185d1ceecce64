#include "app/gallery/gallery_documents.h"

#include "app/documents/document_page.h"
#include "app/documents/form_settings_pane.h"
#include "app/gallery/gallery_company.h"
#include "app/gallery/gallery_pages.h"
#include "app/printing/form_preview.h"
#include "app/printing/seal_image.h"
#include "app/session/work_places.h"
#include "core/storage/entity_reader.h"

#include <QEventLoop>
#include <algorithm>

namespace dure::app {
namespace {

constexpr double sheetDotsPerMm = 6; // 150 an inch

struct Papers
{
    Uuid delivery, payment, customer, quotation;
    std::vector<Uuid> deliveries;
};

commands::QuotationInput quotationFor(const Uuid& customer)
{
    commands::QuotationInput input;
    input.quotation.customerId = customer;
    input.quotation.quotedOn = galleryToday;
    input.quotation.validUntil = galleryToday.addDays(30);
    input.quotation.subject = "500ml 용기 연간 단가";
    input.quotation.deliveryTerms = "발주 후 14일 이내, 귀사 지정 장소";
    input.quotation.paymentTerms = "말일 마감 익월말 현금 결제";
    input.quotation.staff = "김미선";
    input.quotation.memo = "금형비는 따로 청구합니다.";
    for (const auto& [name, spec, quantity, price] :
        {std::tuple("PET 500ml 투명", "28파이", 100'000, 98), std::tuple("PET 350ml 브라운", "28파이", 60'000, 86),
            std::tuple("PP 원터치캡 백색", "28파이", 160'000, 32), std::tuple("박스 (500ml용)", "120개입", 900, 950)}) {
        QuotationLine line;
        line.productName = name;
        line.spec = spec;
        line.unit = "개";
        line.quantity = Quantity::fromInteger(quantity);
        line.unitPrice = UnitPrice::fromInteger(price);
        input.lines.push_back(line);
    }
    return input;
}

Papers papersOf(GalleryCompany& company)
{
    Papers papers = readNow(company, [](Reader& reader) {
        Papers found;
        storage::DeliveryFilter month;
        month.today = galleryToday;
        std::size_t most = 0;
        for (const auto& row : reader.deliveries().list(month, {})) {
            if (row.isReversal || row.isReversed)
                continue;
            found.deliveries.push_back(row.id);
            if (const auto lines = static_cast<std::size_t>(row.moreLines); found.delivery.isNil() || lines > most) {
                most = lines;
                found.delivery = row.id;
                found.customer = row.customerId;
            }
        }
        found.deliveries.resize(std::min<std::size_t>(found.deliveries.size(), 4));
        return found;
    });
    Payment payment;
    payment.customerId = papers.customer;
    payment.receivedOn = galleryToday;
    payment.kind = PaymentKind::Note;
    payment.amount = Won{3'000'000};
    payment.noteNumber = "자가 20261123-01";
    payment.noteIssuer = "가온F&B";
    payment.noteBank = "기업은행 향남지점";
    payment.noteIssuedOn = galleryToday;
    payment.noteDueOn = galleryToday.addMonths(3);
    papers.payment = runNow(company, [payment](commands::Commands& c) { return c.recordPayment(payment); });
    papers.quotation = runNow(
        company, [input = quotationFor(papers.customer)](commands::Commands& c) { return c.saveQuotation(input); });
    return papers;
}

void keepSheet(const DocumentPage& page, const char* name, const FormSettings& settings, const Output& out)
{
    if (page.forms().empty())
        qFatal("there is no %s", name);
    const PaperForm& form = page.forms().front();
    const bool lies = isLandscape(form.kind, settings);
    const QSizeF mm = lies ? QSizeF(paperHeightMm, paperWidthMm) : QSizeF(paperWidthMm, paperHeightMm);
    if (out.walk)
        return; // paper has no controls
    QImage sheet((mm * sheetDotsPerMm).toSize(), QImage::Format_RGB32);
    sheet.fill(paperWhite());
    QPainter painter(&sheet);
    paintFormPage(painter, form, 0, settings, sheetDotsPerMm);
    painter.end();
    sheet.save(out.folder.filePath(QStringLiteral("sheet-%1-%2.png").arg(QLatin1String(name), out.suffix)));
}

void shoot(MainWindow& window, WorkPlaces& places, const DocumentRequest& request, const char* name, const Output& out)
{
    places.showDocuments(request);
    auto& page = pageOf<DocumentPage>(window);
    out.waitAndKeep(window, (QByteArrayLiteral("document-") + name).constData());
    keepSheet(page, name, page.preview().settings(), out);
    window.closePage(&page);
    Output::settle();
}

/// With the settings that a kind has, and back.
void shootWith(const FormSettings& settings, FormKind kind, const std::function<void()>& shooting)
{
    const FormSettings before = rememberedSettings(kind);
    rememberSettings(kind, settings);
    shooting();
    rememberSettings(kind, before);
}

} // namespace

void shootDocuments(MainWindow& window, WorkPlaces& places, GalleryCompany& company, const Output& out)
{
    static const Papers papers = papersOf(company); // once, whatever the look
    using enum FormKind;
    window.goTo(QStringLiteral("deliveries"));
    Output::settle();
    const auto shot = [&](FormKind kind, const Uuid& id, const char* name) {
        shoot(window, places, DocumentRequest::of(kind, id), name, out);
    };
    shot(Statement, papers.delivery, "statement");
    shot(DeliveryNote, papers.delivery, "delivery-note");
    shot(Receipt, papers.payment, "receipt");
    shot(CustomerStatement, papers.customer, "bill");
    shot(CustomerLedger, papers.customer, "ledger");
    shot(Quotation, papers.quotation, "quotation");
    shoot(window, places, {Statement, papers.deliveries, {}, {}, {}}, "several", out);
    FormSettings settings;
    settings.detailed = true;
    shootWith(settings, DeliveryNote, [&] { shot(DeliveryNote, papers.delivery, "delivery-note-prices"); });
    settings = {};
    settings.copies = FormCopies::SideBySide;
    shootWith(settings, Statement, [&] { shot(Statement, papers.delivery, "statement-beside"); });
    shootWith(settings, Receipt, [&] { shot(Receipt, papers.payment, "receipt-beside"); });
    settings = {};
    settings.onlyValues = true;
    settings.offsetX = 15;
    shootWith(settings, Statement, [&] { shot(Statement, papers.delivery, "statement-values"); });
    settings = {};
    shootWith(settings, CustomerStatement, [&] { shot(CustomerStatement, papers.customer, "bill-by-delivery"); });
}

} // namespace dure::app
