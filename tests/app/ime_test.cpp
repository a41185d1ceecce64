// The rules of Korean typing (KOREA.md, Files and typing) wherever people type: a composition in a grid's cell, in a
// form's field and in a search is kept once, seen at once, and nothing moves under it.
#include "app/search/search_popup.h"
#include "app/session/claim_places.h"
#include "app/session/receivable_places.h"
#include "app/shell/search_field.h"
#include "app/widgets/entry_grid.h"
#include "app/widgets/key_button.h"
#include "tests/app/order_office.h"
#include "tests/app/own_settings.h"

#include <QLineEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace dure;
using namespace dure::app;

namespace {

/// A grid of three rows and columns in which something stands, a field beside it and a button with a key.
struct Sheet : QWidget
{
    QStandardItemModel model{3, 3};
    EntryGrid* grid = new EntryGrid;
    ImeLineEdit* beside = new ImeLineEdit;
    KeyButton* save = new KeyButton(ButtonKind::Primary, QStringLiteral("저장"));
    QString saved; ///< what stood in the middle cell when F8 was pressed

    Sheet()
    {
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 3; ++column)
                model.setItem(row, column, new QStandardItem(before(row, column)));
        grid->setModel(&model);
        grid->setColumns({{90}, {90}, {90}});
        save->setKey(Qt::Key_F8);
        connect(save, &QAbstractButton::clicked, this, [this] {
            grid->takeCell();
            saved = text(1, 1);
        });
        auto* layout = new QVBoxLayout(this);
        layout->addWidget(grid);
        layout->addWidget(beside);
        layout->addWidget(save);
        resize(420, 260);
        show();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(this)); }();
        activateWindow();
        [&] { QVERIFY(QTest::qWaitForWindowActive(this)); }();
        grid->setFocus();
        grid->goTo(model.index(1, 1));
    }
    static QString before(int row, int column) { return QStringLiteral("옛값%1%2").arg(row).arg(column); }
    QString text(int row, int column) const { return model.item(row, column)->text(); }
    /// The cells that are not as they were, without the middle one.
    QStringList disturbed() const
    {
        QStringList cells;
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 3; ++column)
                if ((row != 1 || column != 1) && text(row, column) != before(row, column))
                    cells += text(row, column);
        return cells;
    }
};

/// What is typed into a page; cells of grids are tested by themselves.
QList<ImeLineEdit*> textFields(const QWidget& page)
{
    QList<ImeLineEdit*> fields;
    for (auto* field : page.findChildren<ImeLineEdit*>()) {
        const QWidget* around = field->parentWidget() ? field->parentWidget()->parentWidget() : nullptr;
        if (field->isVisible() && field->isEnabled() && !field->isReadOnly()
            && !qobject_cast<const QAbstractItemView*>(around))
            fields += field;
    }
    return fields;
}

} // namespace

class ImeTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("ime test");
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { m_theme.reset(); }

    void a_cell_keeps_the_syllable_by_whatever_key_it_is_left_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        const auto row = [](const char* name, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::newRow(name) << int(key) << int(modifiers);
        };
        row("Enter", Qt::Key_Return);
        row("Enter of the keypad", Qt::Key_Enter, Qt::KeypadModifier);
        row("Shift+Enter", Qt::Key_Return, Qt::ShiftModifier);
        row("Tab", Qt::Key_Tab);
        row("Shift+Tab", Qt::Key_Backtab, Qt::ShiftModifier);
        row("Down", Qt::Key_Down);
        row("Up", Qt::Key_Up);
        row("Left", Qt::Key_Left);
        row("Right", Qt::Key_Right);
        row("Page Down", Qt::Key_PageDown);
        row("Page Up", Qt::Key_PageUp);
        row("Ctrl+Home", Qt::Key_Home, Qt::ControlModifier);
        row("Ctrl+End", Qt::Key_End, Qt::ControlModifier);
    }
    void a_cell_keeps_the_syllable_by_whatever_key_it_is_left()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        Sheet sheet;
        compose(QStringLiteral("새"));
        compose(QStringLiteral("값"), QStringLiteral("새")); // 값 is still being composed
        press(Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        sheet.grid->takeCell(); // a key that does not leave the cell has not lost it either
        QCOMPARE(sheet.text(1, 1), QStringLiteral("새값"));
        QCOMPARE(sheet.disturbed(), QStringList());
        QVERIFY(!sheet.grid->field().isComposing());
    }

    void another_cell_chosen_by_the_mouse_takes_nothing_of_it()
    {
        Sheet sheet;
        compose(QStringLiteral("값"));
        QTest::mouseClick(
            sheet.grid->viewport(), Qt::LeftButton, {}, sheet.grid->visualRect(sheet.model.index(2, 0)).center());
        QCOMPARE(sheet.grid->cell(), sheet.model.index(2, 0));
        QCOMPARE(sheet.text(1, 1), QStringLiteral("값"));
        QCOMPARE(sheet.disturbed(), QStringList());
        QCOMPARE(sheet.grid->field().text(), Sheet::before(2, 0)); // the old value is not blanked
    }

    void a_field_beside_it_takes_nothing_of_it()
    {
        Sheet sheet;
        compose(QStringLiteral("값"));
        sheet.beside->setFocus();
        QCOMPARE(sheet.text(1, 1), QStringLiteral("값"));
        QCOMPARE(sheet.beside->text(), QString());
        QCOMPARE(sheet.disturbed(), QStringList());
    }

    void a_key_of_the_window_reads_the_last_syllable()
    {
        Sheet sheet;
        compose(QStringLiteral("값"), QStringLiteral("새"));
        press(Qt::Key_F8);
        QCOMPARE(sheet.saved, QStringLiteral("새값"));
    }

    void code_that_moves_the_cell_takes_the_syllable_first()
    {
        Sheet sheet;
        compose(QStringLiteral("값"));
        sheet.grid->goTo(sheet.model.index(0, 2));
        QCOMPARE(sheet.text(1, 1), QStringLiteral("값"));
        QCOMPARE(sheet.grid->field().text(), Sheet::before(0, 2));
        QCOMPARE(sheet.disturbed(), QStringList());
    }

    void esc_brings_back_what_stood_there()
    {
        Sheet sheet;
        compose(QStringLiteral("값"), QStringLiteral("새"));
        press(Qt::Key_Escape);
        QCOMPARE(sheet.text(1, 1), Sheet::before(1, 1));
        QCOMPARE(sheet.grid->field().text(), Sheet::before(1, 1));
        QVERIFY(!sheet.grid->field().isComposing());
        press(Qt::Key_Down);
        QCOMPARE(sheet.disturbed(), QStringList());
        QCOMPARE(sheet.text(1, 1), Sheet::before(1, 1));
    }

    void f2_goes_on_behind_what_stands_there()
    {
        Sheet sheet;
        press(Qt::Key_F2);
        compose(QStringLiteral("끝"));
        press(Qt::Key_Tab);
        QCOMPARE(sheet.text(1, 1), Sheet::before(1, 1) + QStringLiteral("끝"));
    }

    void rows_that_come_meanwhile_leave_it_in_its_row()
    {
        Sheet sheet;
        compose(QStringLiteral("값"));
        sheet.model.insertRow(0, {new QStandardItem(QStringLiteral("새 줄")), new QStandardItem, new QStandardItem});
        sheet.model.item(3, 2)->setText(QStringLiteral("다른 자리")); // as sync brings it
        QVERIFY(sheet.grid->field().isComposing());
        press(Qt::Key_Return);
        QCOMPARE(sheet.model.item(2, 1)->text(), QStringLiteral("값"));
        QCOMPARE(sheet.model.item(1, 1)->text(), Sheet::before(0, 1));
    }

    void a_cell_that_changes_under_the_composition_is_overwritten_by_what_is_typed()
    {
        Sheet sheet;
        compose(QStringLiteral("값"));
        sheet.model.item(1, 1)->setText(QStringLiteral("남의 값"));
        QCOMPARE(sheet.grid->field().effectiveText(), QStringLiteral("값"));
        press(Qt::Key_Return);
        QCOMPARE(sheet.text(1, 1), QStringLiteral("값"));
    }

    /// Every text field of every editor: Tab goes on in the middle of a syllable, and it stands where it was typed.
    void every_field_of_every_editor_keeps_the_syllable_data()
    {
        QTest::addColumn<int>("editor");
        QTest::newRow("order") << 0;
        QTest::newRow("customer") << 1;
        QTest::newRow("product") << 2;
        QTest::newRow("quotation") << 3;
        QTest::newRow("delivery") << 4;
        QTest::newRow("claim") << 5;
        QTest::newRow("payment") << 6;
        QTest::newRow("time line") << 7;
        QTest::newRow("settings of the company") << 8;
    }
    void every_field_of_every_editor_keeps_the_syllable()
    {
        QFETCH(int, editor);
        Office office;
        Page* const list = office.window.currentPage();
        switch (editor) {
        case 0:
            office.places->editOrder({});
            break;
        case 1:
            office.places->editCustomer({});
            break;
        case 2:
            office.places->editProduct({});
            break;
        case 3:
            office.places->editQuotation({});
            break;
        case 4:
            office.places->deliverOrder({});
            break;
        case 5:
            office.places->claims().editClaim({});
            break;
        case 6:
            office.places->money().recordPayment({});
            break;
        case 7:
            office.places->showRelations(office.daon, true);
            break;
        default:
            office.places->editCompanyProfile(static_cast<OrderListPage*>(list)->strip());
        }
        QTRY_VERIFY(office.window.currentPage() && office.window.currentPage() != list);
        Page& page = *office.window.currentPage();
        QTRY_VERIFY(page.isAncestorOf(QApplication::focusWidget()));
        QTRY_VERIFY(!textFields(page).isEmpty()); // a draft is looked for first
        int fields = 0;
        for (ImeLineEdit* field : textFields(page)) {
            field->setFocus(Qt::TabFocusReason);
            QCOMPARE(QApplication::focusWidget(), field);
            field->clear();
            compose(QStringLiteral("한"));
            compose(QStringLiteral("글"), QStringLiteral("한"));
            QCOMPARE(field->effectiveText(), QStringLiteral("한글"));
            press(Qt::Key_Tab);
            commitComposition(); // the last field goes on to lines that are not there yet, and has the focus still
            const QString name = field->accessibleName() + u' ' + QLatin1String(field->metaObject()->className());
            QVERIFY2(field->text() == QStringLiteral("한글"), qPrintable(name + QStringLiteral(": ") + field->text()));
            QVERIFY2(!field->isComposing(), qPrintable(name));
            if (auto* next = qobject_cast<ImeLineEdit*>(QApplication::focusWidget()); next && next != field)
                QVERIFY2(!next->text().contains(u'글') || next->text() == QStringLiteral("한글"),
                    qPrintable(name + QStringLiteral(": ") + next->text()));
            ++fields;
        }
        qInfo("%d fields", fields);
        QVERIFY(fields > 0);
    }

    void every_list_is_filtered_by_what_is_being_composed_data()
    {
        QTest::addColumn<QString>("place");
        for (const char* place : {"orders", "customers", "products", "stock"})
            QTest::newRow(place) << QString::fromLatin1(place);
    }
    void every_list_is_filtered_by_what_is_being_composed()
    {
        QFETCH(QString, place);
        Office office;
        office.company.order(office.daon, office.products[4], "PET 500ml 투명", 10, today);
        office.window.goTo(place);
        auto* list = qobject_cast<ListPage*>(office.window.currentPage());
        QVERIFY(list);
        QTRY_VERIFY(list->table().model()->rowCount() > 0);
        const int all = list->table().model()->rowCount();
        press(Qt::Key_F, Qt::ControlModifier);
        const bool isOfCustomers = place == u"orders" || place == u"customers";
        compose(isOfCustomers ? QStringLiteral("ㄷ") : QStringLiteral("ㅌ"));
        compose(isOfCustomers ? QStringLiteral("ㅇ") : QStringLiteral("ㅁ"),
            isOfCustomers ? QStringLiteral("ㄷ") : QStringLiteral("ㅌ"));
        QTRY_COMPARE(list->table().model()->rowCount(), 1); // 다온, 투명: the second letter is not committed
        press(Qt::Key_Escape);
        QTRY_COMPARE(list->table().model()->rowCount(), all);
        press(Qt::Key_F, Qt::ControlModifier);
        compose(QStringLiteral("힣"));
        QTRY_COMPARE(list->table().model()->rowCount(), 0);
    }

    void the_search_finds_what_is_being_composed_and_enter_opens_it()
    {
        Office office;
        press(Qt::Key_K, Qt::ControlModifier);
        compose(QStringLiteral("ㄷ"));
        compose(QStringLiteral("다"));
        compose(QStringLiteral("달"));
        compose(QStringLiteral("오"), QStringLiteral("다"));
        compose(QStringLiteral("온"));
        QTRY_VERIFY(office.places->search().shownTitles().join(u' ').contains(QStringLiteral("다온코스메틱")));
        press(Qt::Key_Return);
        QTRY_COMPARE(office.window.currentPlace(), QStringLiteral("customers"));
        QTRY_COMPARE(qobject_cast<ListPage*>(office.window.currentPage())->currentId(), office.daon);
    }
};

QTEST_MAIN(ImeTest)
#include "ime_test.moc"
