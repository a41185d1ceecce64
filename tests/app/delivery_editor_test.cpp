// The delivery page, used as people use it: in a real window, by keys, on a company in a file.
#include "app/deliveries/delivery_detail_pane.h"
#include "app/deliveries/delivery_editor_page.h"
#include "app/deliveries/delivery_head.h"
#include "app/deliveries/delivery_line_grid.h"
#include "app/deliveries/delivery_list_page.h"
#include "app/deliveries/delivery_statement.h"
#include "app/deliveries/delivery_sums.h"
#include "app/deliveries/statement_pane.h"
#include "app/documents/document_page.h"
#include "app/lookup/customer_field.h"
#include "app/orders/order_detail_pane.h"
#include "app/orders/order_list_page.h"
#include "app/session/work_places.h"
#include "app/shell/app_settings.h"
#include "app/shell/language.h"
#include "app/shell/main_window.h"
#include "app/shell/search_field.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/theme.h"
#include "delivery_office.h"
#include "tests/app/own_settings.h"

#include <QAbstractItemModelTester>
#include <QProcess>
#include <QSettings>

using namespace dure;
using namespace dure::app;

class DeliveryEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("delivery editor test");
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->setLook(Appearance::Light, 100);
    }
    void init()
    {
        QSettings().clear();
        m_theme->setLook(Appearance::Light, 100);
    }

    void what_remains_is_filled_in_and_a_part_goes_out_with_its_statement_in_eight_keys()
    {
        Office office;
        office.openDelivery();
        QCOMPARE(office.window->windowTitle().contains(office.page()->title()), true);
        const auto& entries = office.page()->model().entries();
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries[0].now, pieces(18'000));
        QVERIFY(entries[2].done);
        QCOMPARE(entries[2].now, Quantity{});
        QVERIFY(office.page()->grid().isAncestorOf(QApplication::focusWidget()));
        office.type("1000");
        office.press(Qt::Key_Return);
        QCOMPARE(entries[0].now, pieces(1'000));
        office.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(office.deliveries(), 2);
        QVERIFY2(office.keys <= 8, qPrintable(QString::number(office.keys)));
        qInfo("partial delivery with its statement: %d keys", office.keys);
        QTRY_VERIFY(!office.paper().isEmpty());
        const QString paper = office.paper();
        for (const char* text : {"거래명세서", "PET 500ml 투명", "1,000", "PP 원터치캡", "18,000", "98,000", "576,000",
                 "741,400원"}) // (98,000 + 576,000) and a tenth
            QVERIFY2(paper.contains(QString::fromUtf8(text)), text);
        // back in the list, with the way back
        QVERIFY(!office.page());
        QTRY_VERIFY(office.list<OrderListPage>()->strip().text().contains(QStringLiteral("pdf")));
        const auto lines = office.lastLines();
        QCOMPARE(lines.size(), std::size_t{2});
        QCOMPARE(lines[0].quantity, pieces(1'000));
        office.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.deliveries(), 3); // a fact is taken back by a fact
    }

    void a_delivery_under_the_page_of_keys_is_not_recorded_twice()
    {
        Office office;
        office.openDelivery();
        office.type("1000");
        office.press(Qt::Key_Return);
        office.press(Qt::Key_F1);
        QTRY_VERIFY(!office.page());
        office.places->deliverOrder(office.order);
        QTRY_VERIFY(office.page() && office.page()->isReady());
        QTRY_COMPARE(office.window->findChildren<DeliveryEditorPage*>().size(), 1);
        QTRY_COMPARE(office.page()->model().entries()[0].now, pieces(1'000));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(office.list<OrderListPage>() == office.window->currentPage());
        QVERIFY(office.window->findChildren<DeliveryEditorPage*>().isEmpty());
        QCOMPARE(office.deliveries(), 2);
    }

    void more_than_remains_is_told_and_never_refused()
    {
        Office office;
        office.openDelivery();
        office.type("19000");
        office.press(Qt::Key_Return);
        const auto overs = office.page()->findChildren<MessageStrip*>();
        const auto said
            = [&] { return std::ranges::any_of(overs, [](MessageStrip* s) { return s->text().contains("1,000"); }); };
        QTRY_VERIFY(said());
        QVERIFY(office.page()->model().isOver(0));
        QCOMPARE(office.page()->model().index(0, DeliveryLineModel::After).data().toString(), QString("+1,000"));
        office.press(Qt::Key_Up);
        office.press(Qt::Key_F4);
        QCOMPARE(office.page()->model().entries()[0].now, pieces(18'000));
        QVERIFY(!said());
        office.type("19000");
        office.press(Qt::Key_F8);
        QTRY_COMPARE(office.deliveries(), 2);
        QCOMPARE(office.lastLines()[0].quantity, pieces(19'000));
        QVERIFY(office.paper().isEmpty()); // F8 saves alone
    }

    void del_leaves_a_line_out_and_control_a_brings_all_back()
    {
        Office office;
        office.openDelivery();
        office.press(Qt::Key_Delete);
        QCOMPARE(office.page()->model().entries()[0].now, Quantity{});
        office.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(office.page()->model().entries()[0].now, pieces(18'000));
        office.press(Qt::Key_Delete);
        office.press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(office.page()->model().entries()[0].now, pieces(18'000));
        office.press(Qt::Key_Delete);
        office.press(Qt::Key_F8);
        QTRY_COMPARE(office.deliveries(), 2);
        QCOMPARE(office.lastLines().size(), std::size_t{1});
    }

    void nonsense_stays_visible_and_stops_the_saving_at_its_cell()
    {
        Office office;
        office.openDelivery();
        office.type("12a");
        office.press(Qt::Key_Return);
        office.press(Qt::Key_F8);
        QVERIFY(office.page());
        QCOMPARE(office.page()->grid().cell().row(), 0);
        QCOMPARE(office.page()->grid().cell().data().toString(), QString("12a"));
        QVERIFY(!office.page()->strip().text().isEmpty());
        QCOMPARE(office.deliveries(), 1);
    }

    void another_pc_that_delivers_meanwhile_is_told_and_what_was_typed_stays()
    {
        Office office;
        office.openDelivery();
        office.type("1000");
        office.press(Qt::Key_Return);
        office.deliverElsewhere();
        QTRY_COMPARE(office.page()->model().entries()[1].remaining(), pieces(15'000));
        QCOMPARE(office.page()->model().entries()[1].now, pieces(15'000)); // nobody had touched it
        QCOMPARE(office.page()->model().entries()[0].now, pieces(1'000));
        QVERIFY(!office.page()->strip().text().isEmpty());
    }

    void a_sample_goes_out_without_an_order()
    {
        Office office;
        office.places->deliverOrder({});
        QTRY_VERIFY(office.page() && office.page()->isReady());
        QTRY_VERIFY(QApplication::focusWidget() == office.page()->head().customerField());
        office.type(QStringLiteral("ㄷㅇㅋㅅ"));
        QTRY_VERIFY(office.page()->head().customerField()->popup().isOpen());
        office.press(Qt::Key_Return);
        QTRY_COMPARE(office.page()->head().customer(), office.customer);
        office.page()->grid().setFocus();
        office.type(QStringLiteral("PB-05"));
        QTest::qWait(300); // the list of products stands
        office.press(Qt::Key_Return);
        QTRY_COMPARE(office.page()->model().entries()[0].name, QStringLiteral("PET 500ml 투명"));
        office.type("5");
        office.press(Qt::Key_Return);
        office.press(Qt::Key_F8);
        QTRY_COMPARE(office.deliveries(), 2);
        const auto lines = office.lastLines();
        QCOMPARE(lines.size(), std::size_t{1});
        QCOMPARE(lines[0].quantity, pieces(5));
        QVERIFY(!lines[0].productId.isNil());
        QCOMPARE(lines[0].unitPrice, UnitPrice::fromInteger(98));
    }

    void a_customer_that_is_typed_anew_before_saving_is_the_one_it_goes_to()
    {
        Office office;
        const Uuid other = office.company.customer("새벽유업(주)", "C002");
        office.places->deliverOrder({});
        QTRY_VERIFY(office.page() && office.page()->isReady());
        QTRY_VERIFY(QApplication::focusWidget() == office.page()->head().customerField());
        office.type(QStringLiteral("C001"));
        office.press(Qt::Key_Return);
        QTRY_COMPARE(office.page()->head().customer(), office.customer);
        office.page()->grid().setFocus();
        office.type(QStringLiteral("PB-05"));
        QTest::qWait(300); // the list of products stands
        office.press(Qt::Key_Return);
        office.type("5");
        office.press(Qt::Key_Return);
        office.page()->head().customerField()->setFocus(Qt::TabFocusReason);
        office.type(QStringLiteral("C002"));
        office.press(Qt::Key_F8); // before anybody looked it up
        QTRY_COMPARE(office.deliveries(), 2);
        const auto customers = office.company.read([](Reader& r) {
            std::vector<Uuid> found;
            storage::DeliveryFilter all;
            all.chip = storage::DeliveryChip::All;
            for (const auto& row : r.deliveries().list(all, {}))
                found.push_back(row.customerId);
            return found;
        });
        QCOMPARE(std::ranges::count(customers, other), 1);
    }

    void a_delivery_from_another_pc_leaves_the_cell_that_is_being_typed_alone()
    {
        Office office;
        office.openDelivery();
        office.press(Qt::Key_Return);
        office.type("5000"); // the second line, no Enter
        const auto detail = office.company.read([&](Reader& r) { return r.orders().detail(office.order, {20261123}); });
        commands::DeliveryInput other;
        other.orderId = office.order;
        other.deliveredOn = {20261123};
        commands::DeliveryLineInput line;
        line.orderLineId = detail->lines[1].line.id;
        line.quantity = pieces(3'000);
        other.lines.push_back(line);
        QVERIFY(office.company.run([other](commands::Commands& c) { return c.recordDelivery(other); }).has_value());
        auto& grid = office.page()->grid();
        QTRY_COMPARE(office.page()->model().entries()[1].remaining(), pieces(15'000));
        QCOMPARE(grid.cell().row(), 1);
        QVERIFY(grid.isTyping());
        QCOMPARE(grid.field().text(), QStringLiteral("5000"));
        office.press(Qt::Key_Return);
        QCOMPARE(office.page()->model().entries()[1].now, pieces(5'000));
    }

    void a_printer_that_fails_loses_nothing()
    {
        Office office;
        // a folder that cannot be made: a file stands in its way
        QFile wall(office.papers.filePath(QStringLiteral("wall")));
        QVERIFY(wall.open(QIODevice::WriteOnly));
        wall.close();
        qputenv("DURE_PRINT_TO_PDF", office.papers.filePath(QStringLiteral("wall/below")).toLocal8Bit());
        office.openDelivery();
        office.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(office.deliveries(), 2);
        const auto& strip = office.list<OrderListPage>()->strip();
        QTRY_VERIFY(strip.text().contains(QStringLiteral("could not be written")));
        // the ways out, and still the way back
        QStringList ways;
        for (const auto* way : strip.findChildren<KeyButton*>())
            ways += way->text();
        for (const char* way : {"Undo", "Print again", "Save as PDF"})
            QVERIFY2(ways.contains(QLatin1String(way)), way);
        // put right and printed again
        QVERIFY(wall.remove());
        for (auto* way : strip.findChildren<KeyButton*>()) {
            if (way->text() == QStringLiteral("Print again")) {
                way->click();
                break;
            }
        }
        QTRY_VERIFY(strip.text().contains(QStringLiteral(".pdf")));
        QCOMPARE(office.deliveries(), 2);
    }

    void the_preview_says_what_will_be_printed()
    {
        Office office;
        office.openDelivery();
        office.type("1000");
        office.press(Qt::Key_Return);
        QTRY_COMPARE(office.page()->statement().statement().total, std::string("741,400원"));
        QTRY_VERIFY(!office.page()->statement().statement().previousBalance.empty());
    }

    void while_a_quantity_is_typed_sums_and_warnings_follow_and_esc_takes_them_back()
    {
        Office office;
        office.openDelivery();
        const auto& model = office.page()->model();
        const Won before = model.totals().supply;
        office.type("19000"); // no Enter
        QVERIFY(model.isOver(0));
        QCOMPARE(model.totals().supply, before + Won{1'000 * 98});
        QCOMPARE(model.index(0, DeliveryLineModel::After).data().toString(), QString("+1,000"));
        QCOMPARE(model.entries()[0].now, pieces(18'000)); // nothing is taken yet
        QTRY_COMPARE(office.page()->statement().statement().totals.amounts.supply, model.totals().supply);
        office.press(Qt::Key_Escape);
        QVERIFY(office.page()); // Esc drops what is typed before it closes anything
        QVERIFY(!model.isOver(0));
        QCOMPARE(model.totals().supply, before);
    }

    void within_the_customers_tolerance_nothing_is_said_to_need_a_look()
    {
        Office office;
        commands::CustomerInput input;
        input.customer
            = office.company.read([&](Reader& r) { return r.customers().detail(office.customer)->customer; });
        input.customer.overToleranceBp = 200; // 600 of 30,000
        QVERIFY(office.company.run([input](commands::Commands& c) { return c.saveCustomer(input); }).has_value());
        office.openDelivery();
        const auto said = [&](const char* text) {
            const auto strips = office.page()->findChildren<MessageStrip*>();
            return std::ranges::any_of(
                strips, [=](MessageStrip* strip) { return strip->isVisible() && strip->text().contains(text); });
        };
        office.type("18600");
        QVERIFY(said("600"));
        QVERIFY(!said("Needs a look"));
        QVERIFY(!office.page()->model().isBeyondTolerance(0));
        office.press(Qt::Key_Escape);
        office.type("18601");
        QVERIFY(said("Needs a look"));
        QVERIFY(office.page()->model().isBeyondTolerance(0));
    }

    void a_product_typed_ahead_of_its_list_is_found_and_the_save_waits_for_it()
    {
        Office office;
        office.places->deliverOrder({});
        QTRY_VERIFY(office.page() && office.page()->isReady());
        office.page()->head().customerField()->setCustomer(office.customer, QStringLiteral("(주)다온코스메틱"));
        office.page()->grid().setFocus();
        office.type("PB-0500");
        office.press(Qt::Key_Return); // no list yet
        office.type("5");
        office.press(Qt::Key_F8);
        QTRY_COMPARE(office.deliveries(), 2);
        const auto lines = office.lastLines();
        QCOMPARE(lines.size(), std::size_t{1});
        QCOMPARE(lines[0].productName, std::string("PET 500ml 투명"));
        QCOMPARE(lines[0].unitPrice, UnitPrice::fromInteger(98));
    }

    void what_nobody_ordered_goes_out_with_the_order()
    {
        Office office;
        office.openDelivery();
        office.typeSevenCaps();
        office.press(Qt::Key_F8);
        QTRY_COMPARE(office.deliveries(), 2);
        const auto lines = office.lastLines();
        QCOMPARE(lines.size(), std::size_t{3});
        QVERIFY(lines[2].orderLineId.isNil());
        QCOMPARE(lines[2].quantity, pieces(7));
    }

    void what_nobody_ordered_stays_when_another_pc_delivers_meanwhile()
    {
        Office office;
        office.openDelivery();
        office.typeSevenCaps();
        office.deliverElsewhere();
        QTRY_COMPARE(office.page()->model().entries()[1].remaining(), pieces(15'000));
        QCOMPARE(office.page()->model().entries()[3].name, QStringLiteral("PP 원터치캡"));
        QCOMPARE(office.page()->model().entries()[3].now, pieces(7));
    }

    void del_leaves_the_line_out_from_any_of_its_cells()
    {
        Office office;
        office.openDelivery();
        office.press(Qt::Key_Left);
        QVERIFY(office.page()->grid().cell().column() != DeliveryLineModel::Now);
        office.press(Qt::Key_Delete);
        QCOMPARE(office.page()->model().entries()[0].now, Quantity{});
        QCOMPARE(office.page()->model().entries()[1].now, pieces(18'000));
    }

    void on_a_narrow_window_f7_shows_the_statement_in_place_of_the_form()
    {
        m_theme->setLook(Appearance::Light, 140);
        Office office;
        office.openDelivery();
        QVERIFY(!office.page()->statement().isVisible());
        office.press(Qt::Key_F7);
        QVERIFY(office.page()->statement().isVisible());
        QVERIFY(!office.page()->grid().isVisible());
        QCOMPARE(office.deliveries(), 1); // looking at it records nothing
        office.press(Qt::Key_Escape);
        QVERIFY(office.page() && office.page()->grid().isVisible());
        QVERIFY(office.page()->grid().isAncestorOf(QApplication::focusWidget()));
    }

    void a_recorded_statement_is_printed_again_from_the_list()
    {
        Office office;
        office.window->goTo(QStringLiteral("deliveries"));
        auto* list = office.list<DeliveryListPage>();
        QTRY_VERIFY(!list->currentId().isNil());
        QTRY_VERIFY(office.list<DeliveryDetailPane>()->isShown());
        QTRY_VERIFY(office.list<DeliveryDetailPane>()->primary()->isVisible());
        office.press(Qt::Key_F7);
        QTRY_VERIFY(qobject_cast<DocumentPage*>(office.window->currentPage()));
        auto* page = qobject_cast<DocumentPage*>(office.window->currentPage());
        QTRY_VERIFY(!page->subtitle().isEmpty());
        QCOMPARE(page->forms().front().pages.back().sums[6], toText(Won{12'000 * 98 + 12'000 * 32 + 5'000 * 182}));
        office.press(Qt::Key_F7);
        QTRY_VERIFY(office.paper().contains(QStringLiteral("12,000")));
        QTRY_VERIFY(page->strip().text().contains(QStringLiteral("pdf")));
        QCOMPARE(office.deliveries(), 1);
    }

    void the_note_names_the_account_once_and_before_what_may_be_cut()
    {
        CompanyProfile company;
        company.bankAccount = "기업은행 000-024157-04-011";
        company.statementNote = "입금계좌 기업은행 000-024157-04-011";
        QCOMPARE(statementNote("O261110-A04", 3, "안성 충전공장", "팔레트 반납", company),
            std::string(
                "주문 O261110-A04 · 3차 납품 · 입금계좌 기업은행 000-024157-04-011 · 팔레트 반납 · 안성 충전공장"));
        company.statementNote.clear();
        QCOMPARE(statementNote({}, 0, {}, {}, company), std::string("기업은행 000-024157-04-011"));
    }

    void the_model_keeps_the_rules_of_models()
    {
        DeliveryLineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTakesMore(true);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.setData(model.index(0, DeliveryLineModel::Product), QStringLiteral("샘플"), Qt::EditRole));
        QCOMPARE(model.rowCount(), 2); // a blank one to go on with
        QVERIFY(model.setData(model.index(0, DeliveryLineModel::Now), QStringLiteral("12.5"), Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, DeliveryLineModel::Price), QStringLiteral("1.23456"), Qt::EditRole));
        QVERIFY(model.firstProblem().isValid());
        QVERIFY(model.setData(model.index(0, DeliveryLineModel::Price), QStringLiteral("12.5"), Qt::EditRole));
        QCOMPARE(model.totals().supply, Won{156}); // 156.25
        model.undo();
        QCOMPARE(model.totals().supply, Won{});
        model.redo();
        QCOMPARE(model.totals().supply, Won{156});
        DeliveryEntry ordered;
        ordered.orderLineId = Uuid{{1}};
        ordered.ordered = pieces(10);
        model.setTakesMore(false);
        model.setEntries({ordered}, {}, {});
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!(model.flags(model.index(0, DeliveryLineModel::Product)) & Qt::ItemIsEditable));
    }

    void the_statement_never_lies_over_the_form_in_any_language_or_text_size()
    {
        const auto backToEnglish = qScopeGuard([] { installLanguage(QStringLiteral("en")); });
        for (const char* language : {"en", "ko"}) {
            installLanguage(QLatin1String(language));
            Office office;
            office.openDelivery();
            QTRY_VERIFY(!office.page()->findChild<StatementPane*>()->statement().total.empty());
            for (const int percent : {80, 100, 120, 140}) {
                m_theme->setLook(Appearance::Light, percent);
                QTest::qWait(30);
                auto* pane = office.page()->findChild<StatementPane*>();
                auto* sums = office.page()->findChild<DeliverySums*>();
                const int right = sums->mapTo(office.page(), sums->rect().bottomRight()).x();
                const int edge = pane->isVisible() ? pane->x() : office.page()->width();
                const QByteArray where = QByteArray(language) + ' ' + QByteArray::number(percent) + ": "
                    + QByteArray::number(right) + " of " + QByteArray::number(edge);
                QVERIFY2(right < edge, where.constData());
                QVERIFY(pane->isHidden() || pane->geometry().right() < office.page()->width());
            }
        }
    }

private:
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(DeliveryEditorTest)
#include "delivery_editor_test.moc"
