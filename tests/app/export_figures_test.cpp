// The dashboard beside the workbook of the whole company: what a stranger computes from the file alone, with nothing of
// Dure's, are the figures on the screen.
#include "app/dashboard/dashboard_figures.h"
#include "app/dashboard/month_chart.h"
#include "app/exchange/company_export.h"
#include "core/exchange/table_source.h"
#include "core/storage/entity_reader.h"
#include "core/storage/whole_table.h"
#include "tests/app/exported_company.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace dure;
using namespace dure::app;
using dure::test::ExportedCompany;

namespace {

constexpr Date today = ExportedCompany::today;

QStringList saidOf(const QString& name, const storage::PeriodAmount& amount)
{
    return {QStringLiteral("%1 %2 %3 %4").arg(name).arg(amount.count).arg(amount.supply.amount).arg(amount.tax.amount)};
}
QStringList saidOf(const QString& name, const ComparedAmount& amount)
{
    return saidOf(name + QStringLiteral(" now"), amount.now) + saidOf(name + QStringLiteral(" before"), amount.before)
        + saidOf(name + QStringLiteral(" year before"), amount.yearBefore);
}
QString saidOf(const QString& name, const AgeingOfAll::Row& row)
{
    return QStringLiteral("%1 %2 %3").arg(name).arg(row.customers).arg(row.owed.amount);
}

/// As the workbook's reader says it, line by line.
QStringList saidByDashboard(sqlite::Database& db, PeriodKind kind)
{
    Reader reader(db);
    const DashboardFigures figures = readDashboard(reader, Period::of(kind, today), today);
    QStringList said = saidOf(QStringLiteral("ordered"), figures.ordered)
        + saidOf(QStringLiteral("delivered"), figures.delivered)
        + saidOf(QStringLiteral("collected"), figures.collected);
    said += QStringLiteral("on time now %1 %2").arg(figures.onTime.lines).arg(figures.onTime.met);
    said += QStringLiteral("on time before %1 %2").arg(figures.onTimeBefore.lines).arg(figures.onTimeBefore.met);
    for (const storage::MonthAmount& month : figures.months)
        said += QStringLiteral("month %1 %2").arg(month.month).arg(month.supply.amount);
    for (std::size_t age = 0; age < debtAgeCount; ++age)
        said += saidOf(QStringLiteral("age %1").arg(age), figures.ageing.rows[age]);
    said += saidOf(QStringLiteral("owed"), figures.ageing.total);
    said += saidOf(QStringLiteral("in advance"), figures.ageing.credit);
    const auto codes = storage::namesOfRows(db, tableOf(TableId::Customer));
    for (const storage::RankedAmount& each : figures.customers)
        said += QStringLiteral("best customer %1 %2 %3")
                    .arg(QString::fromStdString(codes.at(each.id)))
                    .arg(each.supply.amount)
                    .arg(each.before.amount);
    for (const storage::RankedAmount& each : figures.products)
        said += QStringLiteral("best product %1 %2 %3")
                    .arg(QString::fromStdString(storage::findEntity<Product>(db, each.id)->code))
                    .arg(each.supply.amount)
                    .arg(each.before.amount);
    said += QStringLiteral("late %1").arg(figures.lateTotals.count);
    QStringList below;
    for (const storage::ProductListRow& row :
        reader.products().list({storage::ProductChip::BelowSafety, {}}, {storage::ProductSort::Code, false, 0, 1000}))
        below += QString::fromStdString(row.code);
    below.sort();
    said += QStringLiteral("below safety %1 %2").arg(figures.belowSafetyCount).arg(below.join(u' ')).trimmed();
    return said;
}

} // namespace

class ExportFiguresTest : public QObject
{
    Q_OBJECT
    static void compare(ExportedCompany& company)
    {
        const QString path = company.space.dir.filePath(QStringLiteral("all.xlsx"));
        const auto written
            = exportCompany(QString::fromStdString(company.space.path), path, std::make_shared<Progress>());
        QVERIFY(written.has_value());
        for (const auto& [kind, name] : {std::pair(PeriodKind::Month, "month"),
                 std::pair(PeriodKind::Quarter, "quarter"), std::pair(PeriodKind::Year, "year")}) {
            QProcess reader;
            reader.start(QStringLiteral("python3"),
                {QStringLiteral(DURE_SOURCE_DIR "/tests/app/figures_of_workbook.py"), path,
                    QString::number(today.yyyymmdd), QLatin1String(name)});
            QVERIFY(reader.waitForFinished(60'000));
            QVERIFY2(reader.exitCode() == 0, reader.readAllStandardError().constData());
            const QStringList computed
                = QString::fromUtf8(reader.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
            const QStringList shown = saidByDashboard(company.space.db(), kind);
            for (qsizetype i = 0; i < std::min(computed.size(), shown.size()); ++i)
                QCOMPARE(shown[i], computed[i]);
            QCOMPARE(shown.size(), computed.size());
        }
    }
private Q_SLOTS:
    void the_dashboard_shows_what_a_stranger_computes_from_the_whole_companys_workbook()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty())
            QSKIP("python3, which reads the workbook, is not installed");
        for (std::uint64_t seed = 501; seed <= 506; ++seed) {
            ExportedCompany company(seed);
            compare(company);
            QVERIFY2(!QTest::currentTestFailed(), qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

    void receivables_by_age_follow_what_payments_were_said_to_be_for()
    {
        test::FiguresCompany company(1);
        company.page([&] {
            company.addCustomer();
            Customer customer = *company.any(company.customers);
            customer.openingBalance = {};
            company.keep(company.customers, customer);
            Uuid young;
            for (const Date on : {Date{20260701}, today}) {
                Delivery delivery;
                delivery.number = "D" + std::to_string(on.yyyymmdd);
                delivery.customerId = customer.id;
                delivery.deliveredOn = on;
                DeliveryLine line;
                line.productName = "PET 500ml";
                line.quantity = Quantity::fromInteger(1);
                line.supply = {100'000};
                young = line.deliveryId = company.keep(company.deliveries, delivery);
                company.keep(company.deliveryLines, line);
            }
            Payment payment;
            payment.number = "R1";
            payment.customerId = customer.id;
            payment.receivedOn = today;
            payment.amount = {100'000};
            PaymentAllocation share;
            share.paymentId = company.keep(company.payments, payment);
            share.deliveryId = young;
            share.amount = payment.amount;
            company.space.receive(share);
        });
        Reader reader(company.space.db());
        const AgeingOfAll ageing = readDashboard(reader, Period::of(PeriodKind::Month, today), today).ageing;
        QCOMPARE(ageing.at(DebtAge::Within30).owed, Won{0});
        QCOMPARE(ageing.at(DebtAge::Over90).owed, Won{100'000});
    }

    void the_chart_keeps_the_chosen_month_and_stands_empty_months()
    {
        MonthChart chart;
        chart.setMonths({}); // a first sync runs
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_Return})
            QTest::keyClick(&chart, key);
        QCOMPARE(chart.currentMonth(), 0);
        MonthChart::Months months;
        for (int month = 202601; month <= 202611; ++month)
            months.now.push_back({month, Won{1'000'000}});
        months.yearBefore = months.now;
        chart.setMonths(months);
        QCOMPARE(chart.currentMonth(), 202611);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.currentMonth(), 202606);
        months.now.back().supply = Won{2'000'000}; // somebody delivered
        chart.setMonths(months);
        QCOMPARE(chart.currentMonth(), 202606);
    }

    void every_column_of_the_workbook_has_a_name_that_people_know()
    {
        ExportedCompany company(1);
        const QString path = company.space.dir.filePath(QStringLiteral("all.xlsx"));
        QVERIFY(exportCompany(QString::fromStdString(company.space.path), path, std::make_shared<Progress>()));
        const auto first = exchange::openTable(path.toStdU16String());
        QVERIFY(first.has_value());
        for (const std::string& sheet : first->sheetNames()) {
            exchange::TableOptions options;
            options.sheet = sheet;
            options.headerLine = 1;
            const auto table = exchange::openTable(path.toStdU16String(), options);
            QVERIFY2(table.has_value(), sheet.c_str());
            for (const std::string& title : table->header())
                QVERIFY2(!title.contains('_') && title.front() < 'a', (sheet + ": " + title).c_str());
        }
    }
};

QTEST_MAIN(ExportFiguresTest)
#include "export_figures_test.moc"
