// The product's page, used as people use it: in a real window, by keys, on a company in a file.
#include "app/forms/row_form.h"
#include "app/products/product_editor_page.h"
#include "app/products/product_list_page.h"
#include "app/session/work_places.h"
#include "app/widgets/form_cell.h"
#include "masters_office.h"

using namespace dure;
using namespace dure::app;

namespace {

using Col = col::Product;

struct Office : MastersOffice
{
    ProductEditorPage* page() const { return qobject_cast<ProductEditorPage*>(window->currentPage()); }
    ProductListPage* list() const { return window->findChild<ProductListPage*>(); }
    void edit(const Uuid& product)
    {
        places->editProduct(product);
        QTRY_VERIFY(page() && page()->isReady());
        QTRY_VERIFY(page()->isAncestorOf(QApplication::focusWidget()));
    }
    Product stored(const Uuid& id)
    {
        return company.read([id](Reader& r) { return r.products().find(id); }).value_or(Product{});
    }
    void go(int column) { page()->form().field(column)->setFocus(); }
};

} // namespace

class ProductEditorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareMastersTests(m_theme); }

    void a_product_is_written_with_enter_from_field_to_field()
    {
        Office office;
        office.edit({});
        for (const char* text : {"PB-0500", "PET 500", "28", "EA", "97.5"}) {
            office.type(QString::fromUtf8(text), true);
            office.press(Qt::Key_Return);
        }
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QTRY_VERIFY(!office.list()->currentId().isNil());
        const Product product = office.stored(office.list()->currentId());
        QCOMPARE(product.code, std::string("PB-0500"));
        QCOMPARE(product.name, std::string("PET 500"));
        QCOMPARE(product.spec, std::string("28"));
        QCOMPARE(product.unit, std::string("EA"));
        QCOMPARE(product.listPrice, UnitPrice{975'000});
        QVERIFY(office.list()->strip().text().contains(QStringLiteral("PET 500")));
        office.list()->table().setFocus();
        office.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(office.stored(product.id).name.empty()); // taken back
    }

    void the_syllable_being_composed_is_saved_too()
    {
        Office office;
        const Uuid id = office.company.product("병", "B", 10);
        office.edit(id);
        office.go(Col::name);
        office.compose(QStringLiteral("뚜껑"), QStringLiteral("컵"));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.stored(id).name, std::string("뚜껑컵"));
    }

    void a_number_that_cannot_be_read_stops_the_saving_at_its_field()
    {
        Office office;
        const Uuid id = office.company.product("병", "B", 10);
        office.edit(id);
        office.go(Col::listPrice);
        office.type(QStringLiteral("12x"), true);
        office.go(Col::name);
        QVERIFY(!office.page()->form().cell(Col::listPrice)->problem().isEmpty());
        office.press(Qt::Key_F8);
        QVERIFY(office.page());
        QCOMPARE(QApplication::focusWidget(), office.page()->form().field(Col::listPrice));
        QCOMPARE(office.page()->form().typedText(Col::listPrice), QStringLiteral("12x"));
        QVERIFY(!office.page()->strip().text().isEmpty());
        QCOMPARE(office.stored(id).listPrice, UnitPrice::fromInteger(10));
    }

    void a_missing_name_is_told_below_the_name()
    {
        Office office;
        office.edit({});
        office.type(QStringLiteral("B-1"));
        office.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!office.page()->form().cell(Col::name)->problem().isEmpty());
        QCOMPARE(QApplication::focusWidget(), office.page()->form().field(Col::name));
        office.type(QStringLiteral("B"));
        QVERIFY(office.page()->form().cell(Col::name)->problem().isEmpty());
    }

    void the_same_code_twice_is_told_with_the_other_name_and_never_refused()
    {
        Office office;
        office.company.product("먼저 있던 병", "B-1", 10);
        office.edit({});
        office.type(QStringLiteral("B-1"));
        QTRY_VERIFY(office.page()->form().cell(Col::code)->note().contains(QStringLiteral("먼저 있던 병")));
        office.press(Qt::Key_Return);
        office.type(QStringLiteral("B"));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QTRY_COMPARE(office.stored(office.list()->currentId()).code, std::string("B-1"));
    }

    void what_was_typed_is_back_after_closing_until_it_is_saved()
    {
        Office office;
        const Uuid id = office.company.product("병", "B", 10);
        office.edit(id);
        office.go(Col::spec);
        office.type(QStringLiteral("28mm"));
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        QVERIFY(office.stored(id).spec.empty());
        QVERIFY(!office.list()->strip().text().isEmpty());
        office.edit(id);
        QCOMPARE(office.page()->form().typedText(Col::spec), QStringLiteral("28mm"));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.stored(id).spec, std::string("28mm"));
        office.edit(id);
        QVERIFY(office.page()->strip().text().isEmpty());
        office.press(Qt::Key_F9); // nothing was changed: nothing is kept
        QTRY_VERIFY(!office.page());
        QTest::qWait(50);
        QVERIFY(office.company.run([](commands::Commands& c) { return c.draftNames(); }).empty());
    }

    void a_change_from_another_pc_is_told_and_each_keeps_its_fields()
    {
        Office office;
        const Uuid id = office.company.product("병", "B", 10);
        office.edit(id);
        office.go(Col::name);
        office.type(QStringLiteral("Bottle"), true);
        Product other = office.stored(id);
        other.name = "다른 병";
        other.material = "PET";
        QVERIFY(office.company.run([other](commands::Commands& c) { return c.saveProduct(other); }).has_value());
        QTRY_COMPARE(office.page()->form().typedText(Col::material), QStringLiteral("PET"));
        QCOMPARE(office.page()->form().typedText(Col::name), QStringLiteral("Bottle"));
        QVERIFY(office.page()->form().cell(Col::name)->note().contains(QStringLiteral("다른 병")));
        QVERIFY(!office.page()->strip().text().isEmpty());
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.stored(id).name, std::string("Bottle"));
        QCOMPARE(office.stored(id).material, std::string("PET"));
    }

    void every_field_has_a_name_for_screen_readers()
    {
        Office office;
        office.edit({});
        QCOMPARE(namelessFields(*office.page()), QStringList());
    }

    void fields_of_all_sections_stand_below_each_other()
    {
        Office office;
        office.window->goTo(QStringLiteral("products"));
        office.places->editProduct({});
        QTRY_VERIFY(office.page() && office.page()->isReady());
        const auto left = [&](int column) {
            const QWidget* field = office.page()->form().field(column);
            return field->mapTo(office.page(), QPoint()).x();
        };
        using Col = col::Product;
        for (const int second : {Col::listPrice, Col::boxesPerPallet, Col::safetyStock, Col::neck, Col::masterbatch})
            QCOMPARE(left(second), left(Col::name));
        for (const int third : {Col::moq, Col::weightG, Col::moldNo})
            QCOMPARE(left(third), left(Col::taxKind));
        QCOMPARE(left(Col::material), left(Col::spec));
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(ProductEditorTest)
#include "product_editor_test.moc"
