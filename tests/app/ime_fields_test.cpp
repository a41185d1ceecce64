// Hangul in every kind of field: what is being composed counts, a key takes it first, and a cell that is left keeps it.
// The events are those of an input method: preedit, then a commit.
#include "app/customers/customer_editor_page.h"
#include "app/customers/customer_list_page.h"
#include "app/deliveries/delivery_editor_page.h"
#include "app/deliveries/delivery_head.h"
#include "app/deliveries/delivery_line_grid.h"
#include "app/forms/row_form.h"
#include "app/forms/row_list_grid.h"
#include "app/products/price_editor_page.h"
#include "app/products/product_editor_page.h"
#include "app/shell/search_field.h"
#include "app/shell/sign_in_page.h"
#include "app/widgets/ime_line_edit.h"
#include "core/storage/entity_reader.h"
#include "tests/app/order_office.h"
#include "tests/app/own_settings.h"

using namespace dure;
using namespace dure::app;

namespace {

/// Text fields that a person can type into now.
QList<QLineEdit*> fieldsOf(const QWidget& page)
{
    QList<QLineEdit*> fields;
    for (QLineEdit* edit : page.findChildren<QLineEdit*>())
        if (edit->isVisible() && edit->isEnabled() && !edit->isReadOnly() && edit->echoMode() == QLineEdit::Normal
            && edit->inputMethodHints() != Qt::ImhHiddenText)
            fields += edit;
    return fields;
}

/// Composes in each field of the page: the syllable counts while it is composed, and stays once when the field is left.
void composeInEach(const QWidget& page)
{
    const QList<QLineEdit*> fields = fieldsOf(page);
    QVERIFY(!fields.isEmpty());
    for (QLineEdit* edit : fields) {
        auto* field = qobject_cast<ImeLineEdit*>(edit);
        QVERIFY2(field, edit->metaObject()->className());
        field->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), field);
        field->clear();
        QSignalSpy reported(field, &ImeLineEdit::effectiveTextChanged);
        compose(QStringLiteral("한"));
        QCOMPARE(field->effectiveText(), QStringLiteral("한"));
        QCOMPARE(reported.count(), 1);
        compose(QStringLiteral("그"), QStringLiteral("한"));
        QCOMPARE(field->effectiveText(), QStringLiteral("한그"));
        commitComposition(); // as whatever a key does
        QCOMPARE(field->text(), QStringLiteral("한그"));
        QVERIFY(!field->isComposing());
        field->clear();
    }
}

} // namespace

class ImeFieldsTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;
    std::unique_ptr<Office> m_office;

    MainWindow& window() { return m_office->window; }
    WorkPlaces& places() { return *m_office->places; }
    template <class P> P* page() { return qobject_cast<P*>(window().currentPage()); }
    template <class E> E stored(const Uuid& id)
    {
        return m_office->company.read([id](Reader& reader) { return storage::findEntity<E>(reader.db(), id); }).value();
    }

private Q_SLOTS:
    void initTestCase() { m_settings.use("ime fields test"); }
    void init() { m_office = std::make_unique<Office>(); }
    void cleanup() { m_office.reset(); }

    void every_field_of_the_editors_counts_what_is_composed()
    {
        places().editCustomer(m_office->daon);
        QTRY_VERIFY(page<CustomerEditorPage>()->isReady());
        composeInEach(*window().currentPage());
        window().closePage(window().currentPage());
        places().editProduct(m_office->products[0]);
        QTRY_VERIFY(page<ProductEditorPage>()->isReady());
        composeInEach(*window().currentPage());
    }

    void every_field_of_a_documents_head_counts_what_is_composed()
    {
        m_office->newOrder();
        QTRY_VERIFY(m_office->editor()->isReady());
        composeInEach(m_office->editor()->head());
        window().closePage(window().currentPage());
        places().deliverOrder({});
        QTRY_VERIFY(page<DeliveryEditorPage>());
        QTest::qWait(100);
        composeInEach(page<DeliveryEditorPage>()->head());
    }

    void every_field_of_the_page_to_sign_in_counts_what_is_composed()
    {
        SignInPage signIn(m_office->settings);
        signIn.show();
        QVERIFY(QTest::qWaitForWindowActive(&signIn));
        for (QLineEdit* edit : fieldsOf(signIn))
            QVERIFY2(qobject_cast<ImeLineEdit*>(edit), edit->metaObject()->className());
    }

    void a_list_is_filtered_by_what_is_being_composed()
    {
        window().goTo(QStringLiteral("customers"));
        auto* list = page<CustomerListPage>();
        QTRY_COMPARE(list->table().model()->rowCount(), 2);
        QTest::keyClick(list, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<ImeLineEdit*>(QApplication::focusWidget()));
        compose(QStringLiteral("새"));
        QTRY_COMPARE(list->table().model()->rowCount(), 1);
        compose(QStringLiteral("새"), QString());
        compose(QStringLiteral("다"));
        QTRY_COMPARE(list->table().model()->index(0, 0).data().toString(), QStringLiteral("(주)다온코스메틱"));
    }

    void saving_by_its_key_takes_the_last_syllable()
    {
        places().editCustomer(m_office->saebyeok);
        auto* editor = page<CustomerEditorPage>();
        QTRY_VERIFY(editor->isReady());
        auto* name = qobject_cast<ImeLineEdit*>(editor->form().field(col::Customer::name));
        name->setFocus();
        name->clear();
        compose({}, QStringLiteral("새벽유"));
        compose(QStringLiteral("업"));
        press(Qt::Key_F8);
        QTRY_VERIFY(!page<CustomerEditorPage>());
        QCOMPARE(stored<Customer>(m_office->saebyeok).name, std::string("새벽유업"));
    }

    void closing_by_f9_keeps_the_last_syllable_in_the_draft()
    {
        places().editProduct(m_office->products[0]);
        auto* editor = page<ProductEditorPage>();
        QTRY_VERIFY(editor->isReady());
        auto* name = qobject_cast<ImeLineEdit*>(editor->form().field(col::Product::name));
        name->setFocus();
        name->clear();
        compose(QStringLiteral("병"));
        press(Qt::Key_F9);
        QTRY_VERIFY(!page<ProductEditorPage>());
        places().editProduct(m_office->products[0]);
        editor = page<ProductEditorPage>();
        QTRY_VERIFY(editor->isReady());
        QTRY_COMPARE(
            qobject_cast<ImeLineEdit*>(editor->form().field(col::Product::name))->text(), QStringLiteral("병"));
    }

    void a_cell_of_an_order_that_is_left_while_composing_keeps_its_text()
    {
        m_office->newOrder();
        auto& grid = m_office->editor()->grid();
        for (const Qt::Key leaves : {Qt::Key_Down, Qt::Key_Tab}) {
            grid.setFocus();
            grid.goTo(grid.model()->index(0, int(LineColumn::Product)));
            compose(QStringLiteral("금형비"));
            press(leaves);
            QTRY_COMPARE(m_office->cell(0, LineColumn::Product), QStringLiteral("금형비"));
            grid.model()->setData(grid.model()->index(0, int(LineColumn::Product)), QString(), Qt::EditRole);
        }
    }

    void saving_an_order_takes_the_syllable_in_its_cell()
    {
        m_office->newOrder();
        QTRY_VERIFY(m_office->editor()->isReady());
        window().closePage(window().currentPage());
        places().editOrder({}, m_office->daon);
        QTRY_VERIFY(m_office->editor()->isReady());
        auto& grid = m_office->editor()->grid();
        grid.setFocus();
        type(QStringLiteral("PB-0500"));
        press(Qt::Key_Return);
        type(QStringLiteral("10"));
        press(Qt::Key_Return);
        grid.goTo(grid.model()->index(0, int(LineColumn::Note)));
        compose(QStringLiteral("급"));
        press(Qt::Key_F8);
        QTRY_VERIFY(!m_office->editor());
        QCOMPARE(m_office->lastOrder()->lines.front().line.note, std::string("급"));
    }

    void a_cell_of_a_customers_sites_keeps_what_was_composed()
    {
        places().editCustomer(m_office->daon);
        auto* editor = page<CustomerEditorPage>();
        QTRY_VERIFY(editor->isReady());
        editor->siteGrid().setFocus();
        editor->siteGrid().goTo(editor->siteGrid().model()->index(1, 0));
        compose(QStringLiteral("평택"));
        press(Qt::Key_F8);
        QTRY_VERIFY(!page<CustomerEditorPage>());
        const auto sites = m_office->company.read([id = m_office->daon](Reader& reader) {
            return storage::entitiesWhere<DeliverySite>(reader.db(), "customer_id", id, "position, id");
        });
        QCOMPARE(sites.size(), std::size_t{2});
        QCOMPARE(sites.back().name, std::string("평택"));
    }

    void the_search_at_the_top_finds_by_what_is_composed()
    {
        window().search().setFocus();
        compose(QStringLiteral("다"));
        compose(QStringLiteral("온"), QStringLiteral("다"));
        QCOMPARE(window().search().effectiveText(), QStringLiteral("다온"));
        QTest::qWait(300);
        press(Qt::Key_Return);
        QTRY_COMPARE(window().currentPlace(), QStringLiteral("customers"));
    }
};

QTEST_MAIN(ImeFieldsTest)
#include "ime_fields_test.moc"
