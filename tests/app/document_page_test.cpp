// Papers by keys in a real window: from the lists to the preview, its settings, the printer and the PDF.
#include "app/customers/customer_detail_pane.h"
#include "app/customers/customer_list_page.h"
#include "app/deliveries/delivery_detail_pane.h"
#include "app/deliveries/delivery_list_page.h"
#include "app/documents/document_page.h"
#include "app/documents/document_printing.h"
#include "app/documents/form_settings_pane.h"
#include "app/documents/step_field.h"
#include "app/printing/form_preview.h"
#include "app/printing/seal_image.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/theme.h"
#include "delivery_office.h"
#include "own_settings.h"
#include "tests/support/pdf_text.h"
#include "tests/support/seal_picture.h"

#include <QCheckBox>
#include <QMenu>
#include <QPrinter>
#include <QScrollBar>
#include <QSignalSpy>

using namespace dure;
using namespace dure::app;

namespace {

DocumentPage* pageOf(Office& office) { return qobject_cast<DocumentPage*>(office.window->currentPage()); }

void deliverToday(Office& office, int quantity)
{
    commands::DeliveryInput input;
    input.customerId = office.customer;
    input.deliveredOn = {20261123};
    commands::DeliveryLineInput line;
    line.productName = "PP 마개";
    line.quantity = pieces(quantity);
    line.unitPrice = UnitPrice::fromInteger(10);
    input.lines.push_back(line);
    QVERIFY(office.company.run([input](commands::Commands& c) { return c.recordDelivery(input); }).has_value());
}

/// The list of deliveries with three rows, the newest current.
void goToDeliveries(Office& office)
{
    deliverToday(office, 1'000);
    deliverToday(office, 2'000);
    office.window->goTo(QStringLiteral("deliveries"));
    auto* list = office.list<DeliveryListPage>();
    QTRY_COMPARE(list->table().model()->rowCount(), 3);
    QTRY_VERIFY(office.list<DeliveryDetailPane>()->isShown());
    list->table().setFocus();
}

QAction* menuItem(QWidget& page, const QString& text)
{
    for (QMenu* menu : page.findChildren<QMenu*>()) {
        Q_EMIT menu->aboutToShow();
        for (QAction* action : menu->actions())
            if (action->text().contains(text))
                return action;
    }
    return nullptr;
}

} // namespace

class DocumentPageTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("document_page_test");
        static Theme theme(*qApp);
        theme.setLook(Appearance::Light, 100);
    }
    void init() { QSettings().clear(); }

    void several_chosen_deliveries_are_printed_as_one_by_shift_down_and_f7()
    {
        Office office;
        goToDeliveries(office);
        office.press(Qt::Key_Down, Qt::ShiftModifier);
        office.press(Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(office.list<DeliveryDetailPane>()->primary()->isVisible());
        office.press(Qt::Key_F7);
        QTRY_VERIFY(pageOf(office));
        QTRY_COMPARE(pageOf(office)->forms().size(), std::size_t{3});
        QVERIFY(pageOf(office)->subtitle().contains(u'3'));
        office.press(Qt::Key_F7);
        QTRY_VERIFY(pageOf(office)->strip().text().contains(QStringLiteral("pdf")));
        const QString file = office.papers.filePath(QDir(office.papers.path()).entryList({QStringLiteral("*.pdf")})[0]);
        QCOMPARE(test::pdfPages(file), 3);
        QVERIFY(file.contains(QStringLiteral("외 2건")));
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!pageOf(office));
    }

    void all_of_today_are_printed_from_the_menu_and_as_delivery_notes_too()
    {
        Office office;
        goToDeliveries(office);
        auto* list = office.list<DeliveryListPage>();
        QAction* all = menuItem(*list, QStringLiteral("All delivery notes"));
        QVERIFY(all);
        all->trigger();
        QTRY_VERIFY(pageOf(office));
        QTRY_COMPARE(pageOf(office)->forms().size(), std::size_t{2}); // one was delivered on the 18th
        QCOMPARE(pageOf(office)->forms().front().kind, FormKind::DeliveryNote);
        QCOMPARE(pageOf(office)->forms().front().columns.size(), std::size_t{6}); // no prices
        pageOf(office)->settingsPane().findChild<QCheckBox*>()->click();
        QCOMPARE(pageOf(office)->forms().front().columns.size(), std::size_t{8});
        QVERIFY(rememberedSettings(FormKind::DeliveryNote).detailed);
    }

    void a_choice_whose_rows_moved_is_dropped()
    {
        Office office;
        goToDeliveries(office);
        auto* list = office.list<DeliveryListPage>();
        office.press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(list->table().selectionModel()->selectedRows().size(), 2);
        deliverToday(office, 3'000); // a new first row
        QTRY_COMPARE(list->table().model()->rowCount(), 4);
        QTRY_COMPARE(list->table().selectionModel()->selectedRows().size(), 1);
    }

    void the_preview_is_walked_and_enlarged_by_keys()
    {
        Office office;
        goToDeliveries(office);
        office.press(Qt::Key_Down, Qt::ShiftModifier);
        office.press(Qt::Key_F7);
        QTRY_VERIFY(pageOf(office) && pageOf(office)->forms().size() == 2);
        FormPreview& preview = pageOf(office)->preview();
        QVERIFY(preview.hasFocus());
        QTRY_VERIFY(preview.verticalScrollBar()->maximum() > 0);
        QCOMPARE(preview.currentSheet(), 0);
        office.press(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(preview.currentSheet(), 1);
        office.press(Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(preview.currentSheet(), 0);
        const int before = preview.verticalScrollBar()->maximum();
        office.press(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(preview.verticalScrollBar()->maximum() > before && preview.zoom() > 0);
        office.press(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(preview.zoom(), FormPreview::fitWidth);
        office.press(Qt::Key_F6);
        QVERIFY(pageOf(office)->settingsPane().isAncestorOf(QApplication::focusWidget()));
        office.press(Qt::Key_F6);
        QVERIFY(preview.hasFocus());
    }

    void how_it_lies_on_the_paper_is_typed_and_remembered()
    {
        Office office;
        goToDeliveries(office);
        office.press(Qt::Key_F7);
        QTRY_VERIFY(pageOf(office) && !pageOf(office)->forms().empty());
        const QList<StepField*> fields = pageOf(office)->settingsPane().findChildren<StepField*>();
        QCOMPARE(fields.size(), 4); // copies, right, down, margin
        fields[1]->setFocus();
        fields[1]->selectAll();
        office.type(QStringLiteral("-2.5"));
        QCOMPARE(pageOf(office)->preview().settings().offsetX, -25);
        office.press(Qt::Key_Up);
        QCOMPARE(pageOf(office)->preview().settings().offsetX, -20);
        QCOMPARE(rememberedSettings(FormKind::Statement).offsetX, -20);
        QCOMPARE(rememberedSettings(FormKind::Receipt).offsetX, 0); // of its kind alone
        fields[1]->selectAll();
        office.type(QStringLiteral("x"));
        QCOMPARE(rememberedSettings(FormKind::Statement).offsetX, -20); // told, and not taken
        auto* cell = qobject_cast<FormCell*>(fields[1]->parentWidget());
        QVERIFY(cell && !cell->problem().isEmpty());
    }

    void a_bill_of_the_month_comes_from_the_customers_menu_and_its_months_are_turned_by_keys()
    {
        Office office;
        office.window->goTo(QStringLiteral("customers"));
        auto* list = office.list<CustomerListPage>();
        QTRY_VERIFY(office.list<CustomerDetailPane>() && office.list<CustomerDetailPane>()->isShown());
        menuItem(*list, QStringLiteral("Bill"))->trigger();
        QTRY_VERIFY(pageOf(office) && !pageOf(office)->forms().empty());
        QCOMPARE(pageOf(office)->settingsPane().from(), Date{20261101});
        const Won owed = office.company.read(
            [&](Reader& r) { return r.receivables().balanceAt(office.customer, Date{20261130}); });
        QVERIFY(owed > Won{});
        QCOMPARE(pageOf(office)->forms().front().headline.value, toText(owed) + "원");
        office.press(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(pageOf(office)->settingsPane().to(), Date{20261031});
        QTRY_COMPARE(pageOf(office)->forms().front().headline.value, std::string("0원"));
        office.press(Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(pageOf(office)->forms().front().headline.value, toText(owed) + "원");
    }

    void a_ledger_comes_from_the_customers_menu_too()
    {
        Office office;
        office.window->goTo(QStringLiteral("customers"));
        auto* list = office.list<CustomerListPage>();
        QTRY_VERIFY(office.list<CustomerDetailPane>() && office.list<CustomerDetailPane>()->isShown());
        menuItem(*list, QStringLiteral("Ledger"))->trigger();
        QTRY_VERIFY(pageOf(office) && !pageOf(office)->forms().empty());
        QCOMPARE(pageOf(office)->forms().front().kind, FormKind::CustomerLedger);
        QCOMPARE(pageOf(office)->settingsPane().from(), Date{20260901});
        QCOMPARE(pageOf(office)->settingsPane().to(), Date{20261123});
    }

    void a_missing_seal_is_told_before_and_after_printing_and_goes_when_it_comes()
    {
        Office office;
        goToDeliveries(office);
        office.press(Qt::Key_F7);
        QTRY_VERIFY(pageOf(office) && !pageOf(office)->forms().empty());
        CompanyProfile profile;
        profile.name = "한결플라스틱(주)";
        profile.businessNo = "0008627454";
        const std::string seal = sealFrom(test::encoded(test::sealPicture(), "PNG"))->toStdString();
        const auto says = [&](const char* word) {
            for (const MessageStrip* strip : pageOf(office)->findChildren<MessageStrip*>())
                if (strip->text().contains(QLatin1String(word)))
                    return true;
            return false;
        };
        QVERIFY(office.company.run([=](commands::Commands& c) { return c.saveCompanyProfile(profile); }).has_value());
        QTRY_VERIFY(says("No seal is chosen"));
        office.press(Qt::Key_F7);
        QTRY_VERIFY(pageOf(office)->strip().text().contains(QStringLiteral("pdf")));
        QVERIFY(pageOf(office)->strip().text().contains(QStringLiteral("No seal is chosen")));
        pageOf(office)->strip().clear();
        const Uuid company = derivedUuid({}, "company_profile");
        QVERIFY(office.company
                    .run([=](commands::Commands& c) {
                        return c.attachFile({TableId::CompanyProfile, company, AttachmentKind::Seal, "직인.png", seal});
                    })
                    .has_value());
        QTRY_VERIFY(!says("No seal is chosen"));
        QVERIFY(!pageOf(office)->forms().front().pictures.seal.empty());
    }

    void a_folder_that_fails_is_told_and_nothing_is_lost()
    {
        Office office;
        goToDeliveries(office);
        office.press(Qt::Key_F7);
        QTRY_VERIFY(pageOf(office) && !pageOf(office)->forms().empty());
        QFile inTheWay(office.papers.filePath(QStringLiteral("file")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        qputenv("DURE_PRINT_TO_PDF", (inTheWay.fileName() + QStringLiteral("/inside")).toLocal8Bit());
        office.press(Qt::Key_F7);
        QTRY_VERIFY(pageOf(office)->strip().text().contains(QStringLiteral("could not be written")));
        QCOMPARE(office.deliveries(), 3);
        qputenv("DURE_PRINT_TO_PDF", office.papers.path().toLocal8Bit());
        for (KeyButton* link : pageOf(office)->strip().findChildren<KeyButton*>())
            if (link->text().contains(QStringLiteral("again")))
                link->click();
        QTRY_VERIFY(pageOf(office)->strip().text().contains(QStringLiteral("pdf")));
    }

    void a_printer_that_does_not_take_the_job_is_an_answer_and_no_crash()
    {
        Office office;
        goToDeliveries(office);
        office.press(Qt::Key_F7);
        QTRY_VERIFY(pageOf(office) && !pageOf(office)->forms().empty());
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(office.papers.filePath(QStringLiteral("no/such/folder/x.pdf")));
        const auto printed = printOn(printer, {pageOf(office)->forms(), {}});
        QVERIFY(!printed && printed.error() == PrintFailure::NoPrinter);
        printer.setOutputFileName(office.papers.filePath(QStringLiteral("printer.pdf")));
        QVERIFY(printOn(printer, {pageOf(office)->forms(), {}}).has_value());
    }

    void a_delivery_that_is_gone_is_told_and_not_printed()
    {
        Office office;
        auto* printing = &office.places->printing();
        QSignalSpy failed(printing, &DocumentPrinting::failed);
        MessageStrip strip(MessageStrip::Shape::Row);
        printing->print(DocumentRequest::of(FormKind::Receipt, office.customer), strip); // no payment
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(strip.text().contains(QStringLiteral("nothing to print")));
    }
};

QTEST_MAIN(DocumentPageTest)
#include "document_page_test.moc"
