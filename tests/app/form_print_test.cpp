// Every form on paper: its fields as KOREA.md names them, read back from the PDF; its pages, copies and place.
#include "app/printing/form_printer.h"
#include "app/printing/form_sheet_painter.h"
#include "app/printing/seal_image.h"
#include "app/widgets/theme.h"
#include "form_inputs.h"
#include "own_settings.h"
#include "tests/support/pdf_text.h"
#include "tests/support/seal_picture.h"

#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace dure;
using namespace dure::app;

namespace {

constexpr double dots = 8; // a millimetre

QImage painted(const FormInput& input, const FormSettings& settings, int page = 0)
{
    const bool lies = isLandscape(kindOf(input), settings);
    const double width = lies ? paperHeightMm : paperWidthMm, height = lies ? paperWidthMm : paperHeightMm;
    QImage image(qRound(width * dots), qRound(height * dots), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintFormPage(painter, makeForm(input, settings), page, settings, dots);
    return image;
}

bool isInked(const QImage& image, int x, int y) { return qGray(image.pixel(x, y)) < 200; }

/// Where there is any ink, in dots.
QRect inkOf(const QImage& image)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (isInked(image, x, y))
                ink |= QRect(x, y, 1, 1);
    return ink;
}

qint64 inkedDots(const QImage& image)
{
    qint64 count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += isInked(image, x, y);
    return count;
}

FormSettings defaults(FormKind kind)
{
    FormSettings settings;
    settings.detailed = kind == FormKind::CustomerStatement;
    return settings;
}

} // namespace

class FormPrintTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    OwnSettings m_settings;

    QString pdfOf(const std::vector<FormInput>& inputs, const FormSettings& settings)
    {
        PrintJob job{{}, settings};
        for (const FormInput& input : inputs)
            job.forms.push_back(makeForm(input, settings));
        const QString path = m_folder.filePath(QStringLiteral("form.pdf"));
        return writeJobPdf(job, path) ? path : QString();
    }
    QString textOf(const FormInput& input) { return test::pdfLayout(pdfOf({input}, defaults(kindOf(input)))); }

    static void verifyHolds(const QString& text, std::initializer_list<const char*> words)
    {
        for (const char* word : words)
            QVERIFY2(text.contains(QString::fromUtf8(word)), qPrintable(QString::fromUtf8(word) + u'\n' + text));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("form_print_test");
        static Theme theme(*qApp);
        theme.setLook(Appearance::Light, 100);
        for (const char* tool : {"pdftotext", "pdfinfo"})
            QVERIFY2(!QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty(), tool);
    }

    void every_form_names_both_parties_its_day_and_its_page()
    {
        for (const FormInput& input : oneOfEachForm(3)) {
            const PaperForm form = makeForm(input, {});
            const QString text = textOf(input);
            verifyHolds(text,
                {"000-86-27454", "한결플라스틱(주)", "박정호", "경기도 화성시 향남읍 제약공단2길 47", "제조업",
                    "플라스틱 용기", "000-11-00011", "가온F&B", "귀하", "충청북도 음성군 대소면 대금로 118",
                    "043-000-2740", "등록번호", "상호", "성명", "주소", "업태", "종목", "1 / 1쪽", "(인)"});
            QVERIFY2(text.contains(QString::fromStdString(std::string(form.title))), qPrintable(text));
            for (const FormColumn& column : form.columns)
                QVERIFY2(text.contains(QString::fromStdString(std::string(column.caption))), qPrintable(text));
            for (const auto* rows : {&form.summary, &form.foot})
                for (const FormFieldRow& row : *rows)
                    for (const FormField& field : row)
                        QVERIFY2(text.contains(QString::fromStdString(std::string(field.caption)))
                                && text.contains(QString::fromStdString(field.value)),
                            qPrintable(QString::fromStdString(field.value) + u'\n' + text));
        }
    }

    void a_delivery_notes_lines_stand_as_lines_and_the_receiver_signs()
    {
        const QString text = textOf(deliveryNoteOf(3));
        for (int i = 1; i <= 3; ++i) {
            const QRegularExpression line(
                QStringLiteral("PET 10%1ml\\s+28파이\\s+개\\s+1,00%1\\s+L26112%1\\s*\n").arg(i));
            QVERIFY2(line.match(text).hasMatch(), qPrintable(text));
        }
        verifyHolds(text,
            {"합계수량", "3,006", "납품장소", "안성 충전공장", "2.5톤 82가 3417, 이정호", "김수령", "이하 여백",
                "(공급받는자 보관용)", "(공급자 보관용)"});
        for (const char* price : {"100,100", "단가", "세액", "공급가액"})
            QVERIFY2(!text.contains(QString::fromUtf8(price)), price);
    }

    void a_receipt_has_two_copies_with_the_amount_in_words()
    {
        const QString text = textOf(receiptOf());
        for (const char* word : {"입금표", "3,000,000원", "일금 삼백만원정", "어음번호 자가12345678",
                 "만기일 2027-02-20", "6,280,450", "3,280,450", "위 금액을 정히 영수합니다.", "영수자"})
            QVERIFY2(text.count(QString::fromUtf8(word)) >= 2, qPrintable(QString::fromUtf8(word) + text));
    }

    void a_bill_names_period_sums_account_and_day_of_payment()
    {
        const QString text = textOf(billOf(3));
        verifyHolds(text,
            {"청구서", "2026-11-01 ~ 2026-11-30", "청구금액", "830,660원", "전월 이월", "1,000,000", "당월 공급가액",
                "300,600", "당월 세액", "30,060", "당월 입금", "500,000", "결제예정일", "2026-12-31", "입금계좌",
                "기업은행 000-024157-04-011", "위와 같이 청구합니다.", "미도래 어음", "2,000,000"});
        const QRegularExpression line(
            QStringLiteral("11\\s+02\\s+D2611-A101\\s+PET 101ml 28파이\\s+1,001\\s+100\\s+100,100\\s+10,010\\s*\n"));
        QVERIFY2(line.match(text).hasMatch(), qPrintable(text));
        QVERIFY(QRegularExpression(QStringLiteral("R261130-A01\\s+계좌이체\\s+500,000")).match(text).hasMatch());
    }

    void a_ledger_has_date_document_items_debit_credit_and_balance()
    {
        const QString text = textOf(ledgerOf(5));
        verifyHolds(text,
            {"거래처원장", "2026-09-01 ~ 2026-11-30", "일자", "전표", "적요", "매출 (차변)", "입금 (대변)", "잔액",
                "전기 이월", "2026년 10월 계", "2026년 11월 계"});
        const QRegularExpression debit(
            QStringLiteral("2026-10-15\\s+D-A1\\s+PET 500ml 투명 외 2\\s+110,001\\s+1,110,001"));
        QVERIFY2(debit.match(text).hasMatch(), qPrintable(text));
        QVERIFY(QRegularExpression(QStringLiteral("R-A5\\s+계좌이체\\s+300,000\\s+1,140,010")).match(text).hasMatch());
    }

    void a_quotation_names_terms_and_validity()
    {
        verifyHolds(textOf(quotationOf(3)),
            {"견적서", "견적번호", "Q261125-A01", "2026-12-25까지", "납품 조건", "발주 후 14일, 귀사 지정 장소",
                "결제 조건", "말일 마감 익월말 결제", "500ml 용기 단가 견적", "김미선", "위와 같이 견적합니다."});
    }

    void many_lines_run_over_pages_and_nothing_leaves_the_sheet()
    {
        for (const FormInput& input : oneOfEachForm(90)) {
            const FormSettings settings = defaults(kindOf(input));
            const PaperForm form = makeForm(input, settings);
            const auto pages = static_cast<int>(form.pages.size());
            QCOMPARE(pages > 2, kindOf(input) != FormKind::Receipt);
            const QString pdf = pdfOf({input}, settings);
            QCOMPARE(test::pdfPages(pdf), pages);
            for (int page = 1; page <= pages; ++page) {
                const QString text = test::pdfLayout(pdf, page);
                QVERIFY(text.contains(QStringLiteral("%1 / %2쪽").arg(page).arg(pages)));
                QVERIFY(text.contains(page < pages ? QStringLiteral("누계") : QStringLiteral("합계")));
                for (const std::string& sum : form.pages[std::size_t(page - 1)].sums)
                    QVERIFY2(text.contains(QString::fromStdString(sum)), qPrintable(text));
            }
            const QRect ink = inkOf(painted(input, settings));
            QVERIFY2(ink.left() > 7 * dots && ink.right() < 203 * dots && ink.bottom() < 290 * dots,
                qPrintable(QString::number(ink.bottom() / dots)));
        }
    }

    void forms_of_two_copies_lie_side_by_side_too()
    {
        FormSettings settings;
        settings.copies = FormCopies::SideBySide;
        for (const FormInput& input : {FormInput(deliveryNoteOf(30)), FormInput(receiptOf())}) {
            const QString pdf = pdfOf({input}, settings);
            QCOMPARE(test::pdfPages(pdf), 1);
            const QString info = test::outputOf(QStringLiteral("pdfinfo"), {pdf});
            QVERIFY2(
                info.contains(QRegularExpression(QStringLiteral("Page size:\\s+84\\d.*x 59\\d"))), qPrintable(info));
            const QRect ink = inkOf(painted(input, settings));
            QVERIFY(ink.right() < 292 * dots && ink.bottom() < 205 * dots);
        }
    }

    void the_offset_moves_everything_by_exactly_those_millimetres()
    {
        for (const FormInput& input : oneOfEachForm(3)) {
            FormSettings settings = defaults(kindOf(input));
            painted(input, settings); // the first letters of a size are drawn otherwise than later ones
            const QImage before = painted(input, settings);
            settings.offsetX = 30; // 3 mm
            settings.offsetY = -25;
            const QImage after = painted(input, settings);
            const QPoint moved(qRound(3 * dots), qRound(-2.5 * dots));
            QCOMPARE(inkOf(after), inkOf(before).translated(moved));
            // dot for dot, but for the smoothing of letters whose places are fractions of one
            qint64 others = 0;
            for (int y = 0; y < before.height() + moved.y(); ++y)
                for (int x = moved.x(); x < before.width(); ++x)
                    others += qAbs(qGray(after.pixel(x, y)) - qGray(before.pixel(QPoint(x, y) - moved))) > 60;
            QVERIFY2(others * 200 < inkedDots(before), qPrintable(QString::number(others)));
        }
    }

    void a_margin_makes_the_form_smaller_and_keeps_it_on_the_paper()
    {
        FormSettings settings;
        settings.marginMm = 20;
        for (const auto copies : {FormCopies::Both, FormCopies::SideBySide}) {
            settings.copies = copies;
            const QImage image = painted(statementOf(3), settings);
            const QRect ink = inkOf(image);
            QVERIFY2(qAbs(ink.left() - 20 * dots) <= 3, qPrintable(QString::number(ink.left() / dots)));
            QVERIFY(qAbs(image.width() - 1 - ink.right() - 20 * dots) <= 3);
        }
    }

    void on_pre_printed_paper_only_the_values_are_printed_where_they_stood()
    {
        for (const FormInput& input : oneOfEachForm(3)) {
            FormSettings settings = defaults(kindOf(input));
            const QImage all = painted(input, settings);
            settings.onlyValues = true;
            const QImage values = painted(input, settings);
            QVERIFY(inkedDots(values) > 0 && inkedDots(values) < inkedDots(all) / 2);
            qint64 elsewhere = 0; // a value's dot where the whole form has none
            for (int y = 0; y < all.height(); ++y)
                for (int x = 0; x < all.width(); ++x)
                    elsewhere += isInked(values, x, y) && !isInked(all, x, y);
            QCOMPARE(elsewhere, 0);
            const QString text = test::pdfLayout(pdfOf({input}, settings));
            verifyHolds(text, {"000-86-27454", "가온F&B"});
            for (const char* caption : {"등록번호", "상호", "공급가액", "거래명세서", "보관용", "귀하"})
                QVERIFY2(!text.contains(QString::fromUtf8(caption)), qPrintable(QString::fromUtf8(caption) + text));
        }
    }

    void several_documents_are_one_pdf_each_on_a_sheet_of_its_own()
    {
        std::vector<FormInput> inputs;
        for (int i = 1; i <= 3; ++i) {
            StatementInput input = statementOf(i == 2 ? 20 : 3); // the second has two pages
            input.number = "D261125-A0" + std::to_string(i);
            inputs.emplace_back(input);
        }
        const QString pdf = pdfOf(inputs, {});
        QCOMPARE(test::pdfPages(pdf), 4);
        QVERIFY(test::pdfLayout(pdf, 1).contains(QStringLiteral("D261125-A01")));
        QVERIFY(test::pdfLayout(pdf, 2).contains(QStringLiteral("1 / 2쪽")));
        QVERIFY(test::pdfLayout(pdf, 3).contains(QStringLiteral("D261125-A02")));
        QVERIFY(test::pdfLayout(pdf, 4).contains(QStringLiteral("D261125-A03")));
        QVERIFY(!test::pdfLayout(pdf, 4).contains(QStringLiteral("D261125-A02")));
        QVERIFY(
            test::outputOf(QStringLiteral("pdfinfo"), {pdf}).contains(QStringLiteral("거래명세서 D261125-A01 외 2건")));
    }

    void a_missing_or_broken_seal_or_logo_leaves_the_form_as_it_is_without()
    {
        FormSettings settings;
        painted(billOf(2), settings); // the first letters of a size are drawn otherwise than later ones
        const QImage without = painted(billOf(2), settings);
        CustomerStatementInput broken = billOf(2);
        broken.pictures = {"<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.4"};
        QVERIFY(painted(broken, settings) == without);
        CustomerStatementInput whole = billOf(2);
        whole.pictures.seal = sealFrom(test::encoded(test::sealPicture(), "PNG"))->toStdString();
        QVERIFY(painted(whole, settings) != without);
    }

    void a_logo_stands_between_title_and_page_and_keeps_its_shape()
    {
        QImage logo(300, 100, QImage::Format_RGB32);
        logo.fill(Qt::darkGreen);
        QuotationDocumentInput input = quotationOf(2);
        const auto green = [](const QImage& image) {
            QRect found;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (const QColor dot = image.pixelColor(x, y);
                        dot.green() > 100 && dot.red() < 40 && dot.blue() < 40)
                        found |= QRect(x, y, 1, 1);
            return found;
        };
        QVERIFY(green(painted(input, {})).isEmpty());
        input.pictures.logo = test::encoded(logo, "PNG").toStdString();
        const QRect place = green(painted(input, {}));
        QVERIFY(!place.isEmpty());
        QVERIFY(qAbs(place.width() - 3 * place.height()) <= 6);
        QVERIFY(place.left() > 137 * dots && place.right() < 171 * dots && place.bottom() < 17 * dots);
        FormSettings preprinted;
        preprinted.onlyValues = true;
        QVERIFY(green(painted(input, preprinted)).isEmpty());
    }

    void settings_are_remembered_for_each_kind_and_bounded()
    {
        FormSettings settings;
        settings.copies = FormCopies::SideBySide;
        settings.printedCopies = 3;
        settings.offsetX = -12;
        settings.marginMm = 15;
        settings.onlyValues = true;
        rememberSettings(FormKind::Statement, settings);
        QCOMPARE(rememberedSettings(FormKind::Statement), settings);
        QVERIFY(rememberedSettings(FormKind::Receipt) == FormSettings{});
        QVERIFY(rememberedSettings(FormKind::CustomerStatement).detailed);
        QSettings().setValue(QStringLiteral("forms/receipt/offsetX"), 99'999);
        QSettings().setValue(QStringLiteral("forms/receipt/copies"), QStringLiteral("x"));
        QSettings().setValue(QStringLiteral("forms/receipt/printedCopies"), -4);
        QCOMPARE(rememberedSettings(FormKind::Receipt).offsetX, mostOffset);
        QCOMPARE(rememberedSettings(FormKind::Receipt).copies, FormCopies::Both);
        QCOMPARE(rememberedSettings(FormKind::Receipt).printedCopies, 1);
    }
};

QTEST_MAIN(FormPrintTest)
#include "form_print_test.moc"
