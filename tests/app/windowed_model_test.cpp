// Lists too long to hold: a million numbers from a statement, and rows that come, go and move.
#include "tests/app/small_company.h"

#include "app/data/windowed_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace dure;
using namespace dure::app;

namespace {

struct NumberRow
{
    Uuid id;
    std::int64_t number = 0;
};

struct NumberTotals
{
    std::int64_t count = 0;
    bool exact = true;
};

Uuid idOf(std::int64_t number)
{
    Uuid id;
    std::memcpy(id.bytes.data(), &number, sizeof number);
    id.bytes[15] = 1;
    return id;
}

/// The numbers from `from` to `to`, read by SQL; `impatient` counts only that far at first.
class NumberModel : public ListModel<NumberRow, NumberTotals>
{
public:
    explicit NumberModel(CompanyData& data)
        : ListModel(data, {TableId::Customer}, nullptr)
    { }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 1; }

    std::atomic<std::int64_t> from = 0, to = 0, impatient = 1'000'000'000;
    mutable std::atomic<int> pagesRead = 0;

protected:
    std::function<std::vector<NumberRow>(Reader&)> rowsJob(std::int64_t offset, std::int64_t limit) const override
    {
        return [=, this](Reader& reader) {
            ++pagesRead;
            std::vector<NumberRow> rows;
            auto numbers = reader.db().prepareOnce("WITH RECURSIVE n(i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n "
                                                   "WHERE i < ?2) SELECT i FROM n WHERE ?1 <= ?2");
            numbers.bindAll(from + offset, std::min<std::int64_t>(to - 1, from + offset + limit - 1));
            while (numbers.step())
                rows.push_back({idOf(numbers.integer(0)), numbers.integer(0)});
            return rows;
        };
    }
    std::function<NumberTotals(Reader&)> countJob(bool patient) const override
    {
        return [=, this](Reader&) {
            const std::int64_t count = to - from;
            return patient || count <= impatient ? NumberTotals{count, true} : NumberTotals{impatient, false};
        };
    }
    QVariant cell(const NumberRow& row, int, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(qint64(row.number)) : QVariant();
    }
};

ChangeSet customersChanged()
{
    ChangeSet changes;
    changes.add(TableId::Customer, {}, {});
    return changes;
}

qint64 numberAt(const QAbstractItemModel& model, int row) { return model.index(row, 0).data().toLongLong(); }

} // namespace

class WindowedModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_million_rows_need_a_handful_of_pages()
    {
        SmallCompany company;
        NumberModel model(*company.data);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.to = 1'000'000;
        model.reload();
        QTRY_COMPARE(model.rowCount(), 1'000'000);
        model.setViewport(500'000, 500'020);
        QTRY_VERIFY(model.isRead(500'010));
        QCOMPARE(numberAt(model, 500'010), 500'010);
        QVERIFY(!model.isRead(700'000));
        QVERIFY(!model.index(700'000, 0).data().isValid()); // blank, and asked for
        QTRY_VERIFY(model.isRead(700'000));
        QVERIFY(model.pagesRead < 12);
    }

    void the_first_page_shows_before_the_count_is_known()
    {
        SmallCompany company;
        NumberModel model(*company.data);
        model.to = 5'000;
        int firstSize = 0;
        connect(&model, &WindowedModel::reloaded, this, [&] { firstSize = model.rowCount(); });
        model.reload();
        QVERIFY(model.isLoading());
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(firstSize, WindowedModel::pageRows);
        QTRY_COMPARE(model.rowCount(), 5'000);
    }

    void dragging_the_scroll_bar_reads_only_where_it_stops()
    {
        SmallCompany company;
        NumberModel model(*company.data);
        model.to = 1'000'000;
        model.reload();
        QTRY_COMPARE(model.rowCount(), 1'000'000);
        const int before = model.pagesRead;
        for (int row = 0; row < 900'000; row += 1'000) {
            model.setViewport(row, row + 25);
            if (row % 50'000 == 0)
                QCoreApplication::processEvents();
        }
        model.setViewport(900'000, 900'025);
        QTRY_VERIFY(model.isRead(900'010));
        QVERIFY2(model.pagesRead - before < 100, qPrintable(QString::number(model.pagesRead - before)));
    }

    void the_next_page_is_read_ahead_in_the_direction_of_scrolling()
    {
        SmallCompany company;
        NumberModel model(*company.data);
        model.to = 10'000;
        model.reload();
        QTRY_COMPARE(model.rowCount(), 10'000);
        model.setViewport(1'000, 1'020);
        QTRY_VERIFY(model.isRead(1'200));
        model.setViewport(5'000, 5'020);
        QTRY_VERIFY(model.isRead(5'000));
        model.setViewport(4'990, 5'010);
        QTRY_VERIFY(model.isRead(4'600));
    }

    void a_change_refreshes_in_place()
    {
        SmallCompany company;
        NumberModel model(*company.data);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.to = 1'000;
        model.reload();
        QTRY_COMPARE(model.rowCount(), 1'000);
        model.setViewport(400, 420);
        QTRY_VERIFY(model.isRead(400));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy refreshed(&model, &WindowedModel::refreshed);
        model.from = 10; // ten rows vanish at the top
        company.data->announce(customersChanged());
        QTRY_COMPARE(refreshed.count(), 1);
        QTRY_COMPARE(model.rowCount(), 990);
        QCOMPARE(numberAt(model, 400), 410);
        QCOMPARE(model.rowOf(idOf(410)), 400);
        QCOMPARE(reset.count(), 0);
    }

    void other_tables_changes_read_nothing()
    {
        SmallCompany company;
        NumberModel model(*company.data);
        model.to = 100;
        model.reload();
        QTRY_COMPARE(model.rowCount(), 100);
        const int before = model.pagesRead;
        ChangeSet changes;
        changes.add(TableId::Payment, {}, {});
        company.data->announce(changes);
        QTest::qWait(50);
        QCOMPARE(model.pagesRead, before);
    }

    void a_row_added_at_the_end_appears()
    {
        SmallCompany company;
        NumberModel model(*company.data);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.to = 30;
        model.reload();
        QTRY_COMPARE(model.rowCount(), 30);
        model.to = 31;
        company.data->announce(customersChanged());
        QTRY_COMPARE(model.rowCount(), 31);
        QTRY_COMPARE(numberAt(model, 30), 30);
    }

    void an_impatient_count_is_finished_in_the_background()
    {
        SmallCompany company;
        NumberModel model(*company.data);
        model.to = 50'000;
        model.impatient = 20'000;
        QList<bool> exact;
        connect(&model, &WindowedModel::totalsChanged, this, [&] { exact += model.totals()->exact; });
        model.reload();
        QTRY_COMPARE(model.rowCount(), 50'000);
        QCOMPARE(exact, (QList<bool>{false, true}));
    }

    void an_empty_list_stays_empty_and_a_filled_one_can_empty()
    {
        SmallCompany company;
        NumberModel model(*company.data);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reload();
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(model.rowCount(), 0);
        model.to = 3;
        company.data->announce(customersChanged());
        QTRY_COMPARE(model.rowCount(), 3);
        model.to = 0;
        company.data->announce(customersChanged());
        QTRY_COMPARE(model.rowCount(), 0);
    }

    void a_row_is_located_in_the_list_as_it_is_now()
    {
        SmallCompany company;
        NumberModel model(*company.data);
        model.to = 3'000;
        model.reload();
        QTRY_COMPARE(model.rowCount(), 3'000);
        int found = -2;
        model.locate(idOf(2'345), [&](int row) { found = row; });
        QTRY_COMPARE(found, 2'345);
        model.locate(idOf(9'999'999), [&](int row) { found = row; });
        QTRY_COMPARE(found, -1);
    }
};

QTEST_GUILESS_MAIN(WindowedModelTest)
#include "windowed_model_test.moc"
