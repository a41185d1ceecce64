// Customers and products found while they are typed: real keys and compositions, a real company on disk.
#include "app/lookup/customer_field.h"
#include "app/lookup/product_completion.h"
#include "app/widgets/theme.h"
#include "tests/app/small_company.h"

#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace dure;
using namespace dure::app;

namespace {

/// A window with a customer field, a plain field after it, and a field that products are typed into.
struct Form : QWidget
{
    CustomerField customer;
    ImeLineEdit next;
    ImeLineEdit product;
    ProductCompletion completion;

    explicit Form(CompanyData& data)
        : customer(data)
        , completion(data)
    {
        auto* layout = new QVBoxLayout(this);
        for (QWidget* field :
            {static_cast<QWidget*>(&customer), static_cast<QWidget*>(&next), static_cast<QWidget*>(&product)})
            layout->addWidget(field);
        layout->addStretch();
        resize(900, 600);
        product.installEventFilter(this);
        connect(&product, &ImeLineEdit::effectiveTextChanged, this,
            [this](const QString& text) { completion.search(product, text); });
        show();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(this)); }();
        activateWindow();
        [&] { QVERIFY(QTest::qWaitForWindowActive(this)); }();
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == &product && event->type() == QEvent::KeyPress)
            return completion.keyPressed(static_cast<QKeyEvent*>(event));
        return QWidget::eventFilter(watched, event);
    }
};

void compose(QWidget& field, const QString& preedit, const QString& commit = {})
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QCoreApplication::sendEvent(&field, &event);
}

QStringList column(const CompletionPopup& popup, int column)
{
    QStringList texts;
    for (int row = 0; row < popup.rows(); ++row)
        texts += popup.cellText(row, column);
    return texts;
}

} // namespace

class LookupTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SmallCompany> m_company;
    Uuid m_daon, m_saebyeok, m_bottle, m_cap;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase()
    {
        m_company.reset();
        m_theme.reset();
    }
    void init()
    {
        m_company = std::make_unique<SmallCompany>();
        m_daon = m_company->customer("(주)다온코스메틱", "C001");
        m_saebyeok = m_company->customer("새벽유업(주)", "C002");
        m_bottle = m_company->product("PET 500ml 투명", "PB-0500-28T", 100);
        m_cap = m_company->product("원터치캡 백색", "CP-28-OTW", 32);
        m_company->order(m_daon, m_bottle, "PET 500ml 투명", 10, Date::fromYmd(2026, 11, 30));
        CustomerPrice price;
        price.customerId = m_daon;
        price.productId = m_bottle;
        price.validFrom = Date::fromYmd(2026, 11, 15);
        price.unitPrice = UnitPrice::fromInteger(97);
        QVERIFY(m_company->run([price](commands::Commands& c) { return c.setCustomerPrice(price); }).has_value());
    }

    void a_customer_is_found_by_initial_consonants_while_they_are_composed()
    {
        Form form(*m_company->data);
        form.customer.setFocus();
        QSignalSpy chosen(&form.customer, &CustomerField::customerChosen);
        compose(form.customer, QStringLiteral("ㄷ"));
        QTRY_COMPARE(form.customer.popup().rows(), 1);
        compose(form.customer, QStringLiteral("ㅇ"), QStringLiteral("ㄷ"));
        QTRY_COMPARE(column(form.customer.popup(), 0), QStringList{QStringLiteral("(주)다온코스메틱")});
        QCOMPARE(QApplication::focusWidget(), &form.customer);
        QTest::keyClick(&form.customer, Qt::Key_Return);
        QTRY_COMPARE(chosen.count(), 1);
        QCOMPARE(form.customer.customer(), m_daon);
        QCOMPARE(form.customer.text(), QStringLiteral("(주)다온코스메틱"));
        QVERIFY(!form.customer.popup().isOpen());
    }

    void enter_before_the_answer_takes_what_the_answer_brings_even_after_the_field_was_left()
    {
        Form form(*m_company->data);
        form.customer.setFocus();
        compose(form.customer, {}, QStringLiteral("새벽"));
        QTest::keyClick(&form.customer, Qt::Key_Return);
        form.next.setFocus();
        QTRY_COMPARE(form.customer.customer(), m_saebyeok);
        QCOMPARE(form.customer.text(), QStringLiteral("새벽유업(주)"));
    }

    void a_whole_name_typed_faster_than_it_is_looked_up_takes_that_customer()
    {
        // others that fit what was typed on the way, and that ordered last
        m_company->customer("새벽물산", "C003");
        m_company->order(
            m_company->customer("새나라", "C004"), m_bottle, "PET 500ml 투명", 10, Date::fromYmd(2026, 11, 30));
        Form form(*m_company->data);
        form.customer.setFocus();
        for (const QChar syllable : QStringLiteral("새벽유업(주)"))
            compose(form.customer, {}, QString(syllable));
        QTest::keyClick(&form.customer, Qt::Key_Return);
        QTRY_COMPARE(form.customer.customer(), m_saebyeok);
    }

    void a_late_answer_opens_no_list_over_an_emptied_field()
    {
        Form form(*m_company->data);
        form.customer.setFocus();
        compose(form.customer, {}, QStringLiteral("다"));
        QTest::keyClick(&form.customer, Qt::Key_Backspace);
        QTest::qWait(200);
        QVERIFY(!form.customer.popup().isOpen());
        QTest::keyClick(&form.customer, Qt::Key_Return);
        QTest::qWait(100);
        QVERIFY(form.customer.customer().isNil());
    }

    void signs_alone_name_nobody()
    {
        Form form(*m_company->data);
        form.customer.setFocus();
        QTest::keyClicks(&form.customer, QStringLiteral("()"));
        QTest::keyClick(&form.customer, Qt::Key_Return);
        QTRY_VERIFY(!form.customer.accessibleDescription().isEmpty());
        QVERIFY(form.customer.customer().isNil());
        form.product.setFocus();
        QTest::keyClicks(&form.product, QStringLiteral("()"));
        QTRY_VERIFY(form.completion.isOpen());
        QCOMPARE(form.completion.popup().rows(), 0);
    }

    void text_that_names_nobody_stays_and_says_so()
    {
        Form form(*m_company->data);
        form.customer.setCustomer(m_daon, QStringLiteral("(주)다온코스메틱"));
        form.customer.setFocus();
        form.customer.selectAll();
        compose(form.customer, {}, QStringLiteral("없는 회사"));
        QSignalSpy chosen(&form.customer, &CustomerField::customerChosen);
        QTest::keyClick(&form.customer, Qt::Key_Tab);
        QTRY_VERIFY(!form.customer.accessibleDescription().isEmpty());
        QCOMPARE(form.customer.text(), QStringLiteral("없는 회사"));
        QVERIFY(form.customer.customer().isNil());
        QCOMPARE(chosen.count(), 1);
    }

    void tab_takes_what_the_list_shows_first_and_the_mouse_only_what_is_named()
    {
        Form form(*m_company->data);
        form.customer.setFocus();
        compose(form.customer, {}, QStringLiteral("다온"));
        QTRY_COMPARE(form.customer.popup().rows(), 1);
        QTest::keyClick(&form.customer, Qt::Key_Tab);
        QCOMPARE(form.customer.customer(), m_daon);
        form.customer.setFocus();
        form.customer.selectAll();
        compose(form.customer, {}, QStringLiteral("새벽"));
        QTRY_COMPARE(column(form.customer.popup(), 0), QStringList{QStringLiteral("새벽유업(주)")});
        QTest::mouseClick(&form.next, Qt::LeftButton);
        form.next.setFocus(Qt::MouseFocusReason);
        QTRY_VERIFY(!form.customer.accessibleDescription().isEmpty());
        QVERIFY(form.customer.customer().isNil());
    }

    void a_customer_that_is_fixed_opens_no_list()
    {
        Form form(*m_company->data);
        form.customer.setCustomer(m_daon, QStringLiteral("(주)다온코스메틱"));
        form.customer.setReadOnly(true);
        form.customer.setFocus();
        QTest::keyClick(&form.customer, Qt::Key_F4);
        QTest::qWait(100);
        QVERIFY(!form.customer.popup().isOpen());
        QCOMPARE(form.customer.customer(), m_daon);
    }

    void a_code_typed_in_full_and_left_is_enough()
    {
        Form form(*m_company->data);
        form.customer.setFocus();
        QTest::keyClicks(&form.customer, QStringLiteral("c002"));
        QTest::keyClick(&form.customer, Qt::Key_Tab);
        QTRY_COMPARE(form.customer.customer(), m_saebyeok);
    }

    void escape_goes_back_to_the_customer_before()
    {
        Form form(*m_company->data);
        form.customer.setCustomer(m_daon);
        QTRY_COMPARE(form.customer.text(), QStringLiteral("(주)다온코스메틱"));
        form.customer.setFocus();
        form.customer.selectAll();
        compose(form.customer, {}, QStringLiteral("새"));
        QTRY_VERIFY(form.customer.popup().isOpen());
        QTest::keyClick(&form.customer, Qt::Key_Escape);
        QVERIFY(!form.customer.popup().isOpen());
        QCOMPARE(form.customer.text(), QStringLiteral("(주)다온코스메틱"));
        QCOMPARE(form.customer.customer(), m_daon);
    }

    void f4_shows_those_that_ordered_last()
    {
        Form form(*m_company->data);
        form.customer.setFocus();
        QTest::keyClick(&form.customer, Qt::Key_F4);
        QTRY_COMPARE(form.customer.popup().rows(), 2);
        QCOMPARE(column(form.customer.popup(), 0).first(), QStringLiteral("(주)다온코스메틱"));
        QTest::keyClick(&form.customer, Qt::Key_Down);
        QTest::keyClick(&form.customer, Qt::Key_Return);
        QTRY_COMPARE(form.customer.customer(), m_saebyeok);
    }

    void a_new_customer_is_taken_by_enter_where_it_is_the_only_row()
    {
        Form form(*m_company->data);
        form.customer.setOffersNew(true);
        form.customer.setFocus();
        QSignalSpy wanted(&form.customer, &CustomerField::newWanted);
        compose(form.customer, {}, QStringLiteral("한빛"));
        QTRY_COMPARE(form.customer.popup().rows(), 1);
        QCOMPARE(form.customer.popup().current(), 0);
        QTest::keyClick(&form.customer, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toString(), QStringLiteral("한빛"));
    }

    void a_new_customer_is_not_made_by_tab_or_while_another_fits()
    {
        Form form(*m_company->data);
        form.customer.setOffersNew(true);
        form.customer.setFocus();
        QSignalSpy wanted(&form.customer, &CustomerField::newWanted);
        compose(form.customer, {}, QStringLiteral("새벽"));
        QTRY_COMPARE(form.customer.popup().rows(), 2);
        QTest::keyClick(&form.customer, Qt::Key_Return);
        QTRY_COMPARE(form.customer.customer(), m_saebyeok);
        form.customer.selectAll();
        compose(form.customer, {}, QStringLiteral("한빛"));
        QTRY_COMPARE(form.customer.popup().rows(), 1);
        QTest::keyClick(&form.customer, Qt::Key_Tab);
        QTest::qWait(100);
        QCOMPARE(wanted.count(), 0);
    }

    void a_product_shows_last_and_agreed_price_and_shift_enter_takes_the_last()
    {
        Form form(*m_company->data);
        form.completion.setCustomer(m_daon);
        form.product.setFocus();
        QTRY_VERIFY(form.completion.pricing());
        QSignalSpy chosen(&form.completion, &ProductCompletion::chosen);
        compose(form.product, QStringLiteral("ㅁ"), QStringLiteral("ㅌ"));
        QTRY_COMPARE(form.completion.popup().rows(), 1);
        const CompletionPopup& popup = form.completion.popup();
        QCOMPARE(popup.cellText(0, 0), QStringLiteral("PB-0500-28T"));
        QCOMPARE(popup.cellText(0, 2), QStringLiteral("100 11-10"));
        QCOMPARE(popup.cellText(0, 3), QStringLiteral("97 from 11-15"));
        QCOMPARE(popup.cellText(0, 4), QStringLiteral("−10")); // an open order waits for ten, none are there
        QTest::keyClick(&form.product, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().at(1).toBool(), true);
        QVERIFY(!form.completion.isOpen());
        QCOMPARE(QApplication::focusWidget(), &form.product);
    }

    void what_is_typed_ahead_of_the_answer_is_identified_later()
    {
        Form form(*m_company->data);
        std::optional<std::vector<std::optional<storage::ProductChoice>>> found;
        form.completion.identify({QStringLiteral("CP-28-OTW"), QStringLiteral("투명"), QStringLiteral("?")}, true,
            &form, [&](auto&& choices) { found = std::move(choices); });
        QTRY_VERIFY(found);
        QCOMPARE((*found)[0]->id, m_cap);
        QCOMPARE((*found)[1]->id, m_bottle);
        QVERIFY(!(*found)[2]);
    }

    void the_list_follows_its_field_and_goes_up_where_there_is_no_room_below()
    {
        Form form(*m_company->data);
        form.product.setFocus();
        form.completion.openAll(form.product);
        QTRY_VERIFY(form.completion.isOpen());
        const CompletionPopup& popup = form.completion.popup();
        QCOMPARE(popup.parentWidget(), &form);
        QVERIFY(popup.y() >= form.product.geometry().bottom() - 1);
        form.product.move(form.product.x(), form.height() - form.product.height());
        QVERIFY(popup.geometry().bottom() <= form.product.y() + 1);
        form.product.hide();
        QVERIFY(!form.completion.isOpen());
    }
};

QTEST_MAIN(LookupTest)
#include "lookup_test.moc"
