// Every form as pdftotext reads it from the PDF of recorded days: the fields that KOREA.md names for it, and on each of
// them the amounts of the ledger, which here is summed up from what was recorded.
#include "app/printing/form_printer.h"
#include "app/widgets/theme.h"
#include "tests/app/firm.h"
#include "tests/app/own_settings.h"
#include "tests/support/pdf_text.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <random>

using namespace dure;
using namespace dure::app;

namespace {

QString number(Won amount) { return QString::fromStdString(toText(amount)); }

/// Every figure of a text with a comma or of at least four digits, and the small ones after a caption as well.
QStringList figuresOf(const QString& text)
{
    static const QRegularExpression figure(
        QStringLiteral("-?\\d{1,3}(,\\d{3})+(?![\\d,])|(?<![\\d,-])-?\\d+(?![\\d,-])"));
    QStringList figures;
    for (auto found = figure.globalMatch(text); found.hasNext();)
        figures += found.next().captured();
    return figures;
}

/// The figure that stands behind a caption, on its line or below; empty: none.
QString behind(const QString& text, const QString& caption)
{
    const qsizetype at = text.indexOf(caption);
    return at < 0 ? QString() : figuresOf(text.mid(at + caption.size(), 200)).value(0);
}

/// A firm whose own papers are complete, and what was recorded of it in the test's own books.
struct BookedFirm : Firm
{
    struct Entry
    {
        Date on;
        Uuid id;
        bool isPayment = false;
        Won amount; ///< + owed, − paid
        Won supply, tax;
    };
    std::vector<Entry> entries; ///< in the order of recording
    QTemporaryDir folder;

    BookedFirm()
    {
        CompanyProfile profile;
        profile.name = "한결플라스틱(주)";
        profile.businessNo = "0008627454";
        profile.representative = "박정호";
        profile.businessType = "제조업";
        profile.businessItem = "플라스틱 용기";
        profile.address = "경기도 화성시 향남읍 제약공단2길 47";
        profile.phone = "0310001234";
        profile.bankAccount = "기업은행 000-024157-04-011";
        company.run([profile](commands::Commands& c) { return c.saveCompanyProfile(profile); }).value();
        const Customer before = company.read([this](Reader& r) { return r.customers().find(customer).value(); });
        commands::CustomerInput input;
        input.customer = before;
        input.customer.businessNo = "0001100011";
        input.customer.representative = "이가온";
        input.customer.address = "충청북도 음성군 대소면 대금로 118";
        input.customer.phone = "0430002740";
        company.run([input](commands::Commands& c) { return c.saveCustomer(input); }).value();
    }
    void book(Date on, std::int64_t quantity, std::int64_t priceWon, DeliveryKind kind = DeliveryKind::Sale)
    {
        const Uuid id = deliver(on, quantity, priceWon, kind);
        const Won line{quantity * priceWon};
        const Won tax{line.amount / 10}; // floor or half up: the prices here leave no halves
        entries.push_back({on, id, false, line + line + tax + tax, line + line, tax + tax});
    }
    void bookPayment(Date on, std::int64_t won) { entries.push_back({on, pay(on, won), true, Won{-won}, {}, {}}); }
    /// Owed at the end of that day.
    Won owedAt(Date day) const
    {
        Won owed{1'000'000}; // the opening balance, of January
        for (const Entry& entry : entries)
            if (entry.on <= day)
                owed += entry.amount;
        return owed;
    }
    QString textOf(const DocumentRequest& request)
    {
        const DocumentsRead documents = read(request);
        FormSettings settings;
        settings.detailed = request.kind == FormKind::CustomerStatement;
        PrintJob job{{}, settings};
        for (const FormInput& input : documents.inputs)
            job.forms.push_back(makeForm(input, settings));
        const QString path = folder.filePath(QStringLiteral("form.pdf"));
        return writeJobPdf(job, path) ? test::pdfLayout(path) : QString();
    }
    DocumentRequest accountOf(FormKind kind, Date from, Date to) const { return {kind, {customer}, {}, from, to}; }
};

} // namespace

class PapersTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("papers test");
        static Theme theme(*qApp);
        theme.setLook(Appearance::Light, 100);
        QVERIFY(!QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty());
    }

    void each_form_has_the_fields_of_its_kind_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("fields");
        const auto row = [](const char* name, FormKind kind, const char* fields) {
            QTest::newRow(name) << int(kind) << QString::fromUtf8(fields).split(u'|');
        };
        // of all of them; then their own
        const QString parties
            = QStringLiteral("등록번호|상호|성명|주소|업태|종목|귀하|1 / 1쪽|000-86-27454|한결플라스틱(주)|"
                             "박정호|경기도 화성시 향남읍 제약공단2길 47|제조업|플라스틱 용기|000-11-00011|"
                             "(주)다온코스메틱|충청북도 음성군 대소면 대금로 118|");
        const auto with = [&parties](const char* own) { return (parties + QString::fromUtf8(own)).toUtf8(); };
        row("거래명세서", FormKind::Statement,
            with("거래명세서|공급받는자 보관용|공급자 보관용|작성일|일련번호|전화|043-000-2740|합계금액|부가세 포함|"
                 "단가 부가세 "
                 "별도|월|일|품목|규격|수량|단가|공급가액|세액|비고|전잔액|입금액|현잔액|인수자|(인)|2026-11-16")
                .constData());
        row("납품서", FormKind::DeliveryNote,
            with("납품서|공급받는자 보관용|공급자 "
                 "보관용|작성일|일련번호|품목|규격|수량|단위|비고|합계수량|납품장소|인수자")
                .constData());
        row("입금표", FormKind::Receipt,
            with("입금표|공급받는자 보관용|공급자 보관용|작성일|일련번호|금액|일금|구분|입금 전 잔액|입금 후 "
                 "잔액|영수자|"
                 "위 금액을 정히 영수합니다.")
                .constData());
        row("청구서", FormKind::CustomerStatement,
            with("청구서|기간|2026-11-01 ~ 2026-11-30|청구금액|전월 이월|당월 공급가액|당월 세액|당월 입금|청구 잔액|"
                 "결제예정일|2026-12-31|입금계좌|기업은행 000-024157-04-011|위와 같이 청구합니다.")
                .constData());
        row("거래처원장", FormKind::CustomerLedger,
            with("거래처원장|기간|2026-11-01 ~ 2026-11-30|일자|전표|적요|매출 (차변)|입금 (대변)|잔액|전기 이월|"
                 "2026년 11월 계|기말 잔액")
                .constData());
    }
    void each_form_has_the_fields_of_its_kind()
    {
        QFETCH(int, kind);
        QFETCH(QStringList, fields);
        BookedFirm firm;
        firm.book(Date{20261116}, 1'000, 100);
        firm.bookPayment(Date{20261118}, 300'000);
        const auto form = static_cast<FormKind>(kind);
        DocumentRequest request = firm.accountOf(form, Date{20261101}, Date{20261130});
        if (!request.hasPeriod())
            request = DocumentRequest::of(form, firm.entries[form == FormKind::Receipt ? 1 : 0].id);
        const QString text = firm.textOf(request);
        for (const QString& field : fields)
            QVERIFY2(text.contains(field), qPrintable(field + u'\n' + text));
    }

    void each_amount_on_paper_is_the_ledgers_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 3; ++seed)
            QTest::addRow("days %u", seed) << seed;
    }
    void each_amount_on_paper_is_the_ledgers()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto upTo = [&](unsigned most) { return static_cast<std::int64_t>(random() % most); };
        BookedFirm firm;
        for (int i = 0; i < 14; ++i) { // a day each: what comes first on one day is another test's
            const Date on = Date{20261001}.addDays(i * 4);
            if (upTo(3) == 0)
                firm.bookPayment(on, 1 + upTo(900'000));
            else if (upTo(5) == 0)
                firm.book(on, -10 * (1 + upTo(300)), 1 + upTo(2'000), DeliveryKind::Return);
            else
                firm.book(on, 10 * (1 + upTo(3'000)), 1 + upTo(2'000));
        }
        for (const BookedFirm::Entry& entry : firm.entries) {
            const Won before = firm.owedAt(entry.on.addDays(-1)), after = firm.owedAt(entry.on);
            const QString text
                = firm.textOf(DocumentRequest::of(entry.isPayment ? FormKind::Receipt : FormKind::Statement, entry.id));
            const auto check = [&](const char* caption, Won amount) {
                QVERIFY2(behind(text, QString::fromUtf8(caption)) == number(amount),
                    qPrintable(QString::fromUtf8(caption) + u' ' + number(amount) + u'\n' + text));
            };
            if (entry.isPayment) {
                check("입금 전 잔액", before);
                check("입금 후 잔액", after);
                QVERIFY2(text.contains(number(Won{-entry.amount.amount}) + QStringLiteral("원")), qPrintable(text));
                continue;
            }
            check("전잔액", before);
            check("현잔액", after);
            check("합계금액", entry.amount);
            QVERIFY2(figuresOf(text).contains(number(entry.supply)), qPrintable(text));
            QVERIFY2(figuresOf(text).contains(number(entry.tax)), qPrintable(text));
        }
        for (const auto& [from, to] :
            {std::pair(Date{20261001}, Date{20261031}), std::pair(Date{20261101}, Date{20261130})}) {
            Won supply, tax, returned, received, debits, credits;
            for (const BookedFirm::Entry& entry : firm.entries) {
                if (entry.on < from || entry.on > to)
                    continue;
                if (entry.isPayment)
                    received += Won{-entry.amount.amount};
                else if (entry.amount < Won{})
                    returned += Won{-entry.amount.amount};
                else {
                    supply += entry.supply;
                    tax += entry.tax;
                }
                (entry.amount < Won{} ? credits : debits) += Won{std::abs(entry.amount.amount)}; // a return is a credit
            }
            const QString bill = firm.textOf(firm.accountOf(FormKind::CustomerStatement, from, to));
            for (const auto& [caption, amount] :
                {std::pair("청구금액", firm.owedAt(to)), std::pair("전월 이월", firm.owedAt(from.addDays(-1))),
                    std::pair("당월 공급가액", supply), std::pair("당월 세액", tax), std::pair("당월 입금", received)})
                QVERIFY2(behind(bill, QString::fromUtf8(caption)) == number(amount),
                    qPrintable(QString::fromUtf8(caption) + u' ' + number(amount) + u'\n' + bill));
            if (returned > Won{})
                QVERIFY2(figuresOf(bill).contains(number(returned)) || bill.contains(u'-' + number(returned)),
                    qPrintable(number(returned) + u'\n' + bill));
            const QString ledger = firm.textOf(firm.accountOf(FormKind::CustomerLedger, from, to));
            for (const BookedFirm::Entry& entry : firm.entries) { // each line's balance
                if (entry.on < from || entry.on > to)
                    continue;
                const QRegularExpression line(QStringLiteral("%1.*\\s%2\\s*\n")
                                                  .arg(QString::fromStdString(entry.on.toIso()),
                                                      QRegularExpression::escape(number(firm.owedAt(entry.on)))));
                QVERIFY2(line.match(ledger).hasMatch(), qPrintable(line.pattern() + u'\n' + ledger));
            }
            const QStringList sums = figuresOf(ledger.mid(ledger.lastIndexOf(QStringLiteral("합계"))));
            const QStringList expected{number(debits), number(credits), number(firm.owedAt(to))};
            QVERIFY2(sums.mid(0, 3) == expected, qPrintable(expected.join(u' ') + u'\n' + ledger));
        }
    }
};

QTEST_MAIN(PapersTest)
#include "papers_test.moc"
