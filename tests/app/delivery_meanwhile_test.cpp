// What other PCs change while a delivery or its statement is on the screen.
#include "app/deliveries/delivery_head.h"
#include "app/deliveries/statement_pane.h"
#include "app/documents/document_page.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/start_folder.h"
#include "app/widgets/theme.h"
#include "delivery_office.h"
#include "tests/app/own_settings.h"
#include "tests/support/seal_picture.h"

#include <QLineEdit>
#include <QPrintDialog>
#include <QSettings>

using namespace dure;
using namespace dure::app;

class DeliveryMeanwhileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("delivery meanwhile test");
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->setLook(Appearance::Light, 100);
    }
    void init() { QSettings().clear(); }

    void a_part_that_leaves_the_orders_lines_as_they_are_counts_all_the_same()
    {
        Office office;
        office.openDelivery();
        QVERIFY(office.page()->subtitle().contains(u'2'));
        commands::DeliveryInput sample; // of what nobody ordered
        sample.orderId = office.order;
        sample.deliveredOn = {20261120};
        sample.lines.push_back({});
        sample.lines.back().productName = "PP 마개";
        sample.lines.back().quantity = pieces(3);
        QVERIFY(office.company.run([sample](commands::Commands& c) { return c.recordDelivery(sample); }).has_value());
        QTRY_VERIFY(office.page()->subtitle().contains(u'3'));
        QTRY_VERIFY(noteShown(office).contains(QStringLiteral("3차 납품")));
        QVERIFY(office.page()->strip().text().isEmpty()); // what remains is as it was
    }

    void the_statement_beside_it_follows_the_company_its_seal_and_the_customer()
    {
        Office office;
        office.openDelivery();
        office.type("1000");
        office.press(Qt::Key_Return);
        changeCompany(office, "안성시 공단로 1");
        QTRY_COMPARE(office.page()->statement().statement().supplier.address, std::string("안성시 공단로 1"));
        QVERIFY(!office.page()->statement().statement().pictures.seal.empty());
        changeCustomer(office, "용인시 처인구 2");
        QTRY_COMPARE(office.page()->statement().statement().buyer.address, std::string("용인시 처인구 2"));
        QTRY_COMPARE(office.page()->head().findChild<ChoiceField*>()->count(), 2);
        QCOMPARE(office.page()->model().entries()[0].now, pieces(1'000));
        office.press(Qt::Key_Z, Qt::ControlModifier); // nor is the way back lost
        QCOMPARE(office.page()->model().entries()[0].now, pieces(18'000));
        QVERIFY(office.page()->strip().text().isEmpty());
    }

    void without_an_order_it_follows_them_too()
    {
        Office office;
        office.places->deliverOrder({});
        QTRY_VERIFY(office.page() && office.page()->isReady());
        changeCompany(office, "안성시 공단로 1");
        QTRY_COMPARE(office.page()->statement().statement().supplier.address, std::string("안성시 공단로 1"));
    }

    void a_statement_that_is_looked_at_is_the_one_that_is_printed()
    {
        Office office;
        const Uuid delivery = office.company.read([](Reader& r) {
            storage::DeliveryFilter filter;
            filter.chip = storage::DeliveryChip::All;
            filter.today = {20261123};
            return r.deliveries().list(filter, {}).front().id;
        });
        office.places->showStatement(delivery);
        auto* page = qobject_cast<DocumentPage*>(office.window->currentPage());
        QVERIFY(page);
        QTRY_VERIFY(!page->subtitle().isEmpty());
        QVERIFY(page->forms().front().pictures.seal.empty());
        changeCompany(office, "안성시 공단로 1");
        QTRY_COMPARE(page->forms().front().supplier.address, std::string("안성시 공단로 1"));
        QVERIFY(!page->forms().front().pictures.seal.empty());
        changeCustomer(office, "용인시 처인구 2");
        QTRY_COMPARE(page->forms().front().buyer.address, std::string("용인시 처인구 2"));
    }

    void under_the_printers_dialog_stands_what_was_recorded_and_the_file_it_made_is_told()
    {
        Office office;
        qunsetenv("DURE_PRINT_TO_PDF");
        office.openDelivery();
        const QString file = office.papers.filePath(QStringLiteral("made.pdf"));
        QStringList underIt;
        QTimer watch;
        connect(&watch, &QTimer::timeout, &watch, [&] {
            auto* dialog = qobject_cast<QPrintDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            watch.stop();
            QTest::qWait(300);
            for (const QLabel* label : office.list<OrderDetailPane>()->findChildren<QLabel*>())
                underIt += label->isVisible() ? label->text() : QString();
            dialog->findChild<QLineEdit*>(QStringLiteral("filename"))->setText(file);
            dialog->accept();
        });
        watch.start(20);
        office.press(Qt::Key_Return, Qt::ControlModifier);
        const MessageStrip& strip = office.list<OrderListPage>()->strip();
        QTRY_VERIFY(strip.text().contains(file));
        QVERIFY2(underIt.contains(QStringLiteral("Everything is delivered")), qPrintable(underIt.join(u'\n')));
        QVERIFY(QFileInfo::exists(file));
        const auto links = strip.findChildren<KeyButton*>();
        QVERIFY(std::ranges::any_of(links, [](KeyButton* b) { return b->text() == QLatin1String("Open the folder"); }));
    }

    void a_file_dialog_begins_in_a_folder_that_is_there()
    {
        const QString gone = QStringLiteral("folder/that/is/gone");
        QSettings().setValue(QStringLiteral("test/folder"), gone);
        const QByteArray home = qgetenv("HOME");
        const QTemporaryDir empty; // without any Documents
        qputenv("HOME", empty.path().toLocal8Bit());
        const QString start = startFolder(QStringLiteral("test/folder"), QStandardPaths::DocumentsLocation);
        qputenv("HOME", home);
        QCOMPARE(start, empty.path());
        QSettings().setValue(QStringLiteral("test/folder"), QDir::tempPath());
        QCOMPARE(startFolder(QStringLiteral("test/folder"), QStandardPaths::DocumentsLocation), QDir::tempPath());
    }

private:
    static void changeCompany(Office& office, const std::string& address)
    {
        CompanyProfile profile;
        profile.name = "한결";
        profile.address = address;
        const commands::SealChange seal{test::encoded(test::sealPicture(100), "PNG").toStdString(), "x.png"};
        QVERIFY(office.company.run([=](commands::Commands& c) { return c.saveCompanyProfile(profile, nullptr, &seal); })
                    .has_value());
    }
    static void changeCustomer(Office& office, const std::string& address)
    {
        commands::CustomerInput input;
        input.customer
            = office.company.read([&](Reader& r) { return r.customers().detail(office.customer)->customer; });
        input.customer.address = address;
        input.sites.push_back({});
        input.sites.back().name = "안성 충전공장";
        QVERIFY(office.company.run([input](commands::Commands& c) { return c.saveCustomer(input); }).has_value());
    }
    static QString noteShown(Office& office)
    {
        return QString::fromStdString(office.page()->statement().statement().note);
    }

    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(DeliveryMeanwhileTest)
#include "delivery_meanwhile_test.moc"
