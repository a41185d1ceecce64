// The 거래명세서 on paper: what a PDF says when it is read back, and that nothing leaves its cell.
#include "app/printing/form_preview.h"
#include "app/printing/form_printer.h"
#include "app/printing/seal_image.h"
#include "app/widgets/dialogs.h"
#include "app/widgets/theme.h"
#include "core/documents/transaction_statement.h"
#include "tests/support/seal_picture.h"

#include <QDialog>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace dure;
using namespace dure::app;

namespace {

StatementInput delivery(int lines)
{
    StatementInput input;
    input.number = "D261125-A02";
    input.date = Date{20261125};
    input.supplier = {"0008627454", "한결플라스틱(주)", "박정호", "경기도 화성시 향남읍 제약공단2길 47", "제조업",
        "플라스틱 용기", "0310001234"};
    input.buyer = {"0001100011", "가온F&B", "이가온", "충청북도 음성군 대소면 대금로 118", "", "", "0430002740"};
    const std::array names{"PET 500ml 투명", "PET 350ml 브라운", "PP 원터치캡 백색", "캡 라이너 PE 폼",
        "HDPE 1L 백색 손잡이", "박스 (500ml용)"};
    std::vector<LineInput> amounts;
    for (int i = 0; i < lines; ++i) {
        StatementLine line;
        line.name = names[static_cast<std::size_t>(i) % names.size()];
        line.spec = "28파이";
        line.quantity = Quantity::fromInteger(1'003 + 17 * i);
        line.unitPrice = UnitPrice{125'000 + 10'000 * i};
        amounts.push_back({line.quantity, line.unitPrice});
        input.lines.push_back(line);
    }
    const auto computed = computeAmounts({}, amounts);
    for (std::size_t i = 0; i < computed.size(); ++i)
        input.lines[i].amounts = computed[i];
    input.previousBalance = Won{6'280'450};
    input.paid = Won{3'000'000};
    input.note = "주문 O261111-A02 · 입금계좌 기업은행 000-024157-04-011";
    return input;
}

FormSettings with(FormCopies copies)
{
    FormSettings settings;
    settings.copies = copies;
    return settings;
}

PrintJob jobOf(const StatementInput& input, FormCopies copies = FormCopies::Both)
{
    const FormSettings settings = with(copies);
    return {{formOf(makeTransactionStatement(input, linesPerSheet(FormKind::Statement, settings)))}, settings};
}

QString readBack(const QString& pdf, const QStringList& options = {})
{
    QProcess process;
    process.start(QStringLiteral("pdftotext"), options + QStringList{pdf, QStringLiteral("-")});
    process.waitForFinished(20'000);
    // Where a line of running text ends is pdftotext's guess.
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    return options.isEmpty() ? text.simplified() : text;
}

QString program(const QString& name, const QStringList& arguments)
{
    QProcess process;
    process.start(name, arguments);
    process.waitForFinished(20'000);
    return QString::fromUtf8(process.readAllStandardOutput());
}

QImage painted(const StatementInput& input, FormCopies copies, double dotsPerMm)
{
    QImage image(qRound(paperWidthMm * dotsPerMm), qRound(paperHeightMm * dotsPerMm), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintFormPage(painter, formOf(makeTransactionStatement(input)), 0, with(copies), dotsPerMm);
    return image;
}

int redDots(const QImage& image, const QRectF& mm, double dotsPerMm)
{
    int count = 0;
    for (int y = qRound(mm.top() * dotsPerMm); y < qRound(mm.bottom() * dotsPerMm); ++y)
        for (int x = qRound(mm.left() * dotsPerMm); x < qRound(mm.right() * dotsPerMm); ++x) {
            const QColor dot = image.pixelColor(x, y);
            count += dot.red() > 150 && dot.green() < 110 && dot.blue() < 110;
        }
    return count;
}

std::string seal() { return sealFrom(test::encoded(test::sealPicture(), "PNG"))->toStdString(); }

int inkedDots(const QImage& image, const QRectF& mm, double dotsPerMm)
{
    int count = 0;
    for (int y = qRound(mm.top() * dotsPerMm); y < qRound(mm.bottom() * dotsPerMm); ++y) {
        for (int x = qRound(mm.left() * dotsPerMm); x < qRound(mm.right() * dotsPerMm); ++x)
            count += qGray(image.pixel(x, y)) < 160;
    }
    return count;
}

} // namespace

class StatementPrintTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    QString pdfOf(const StatementInput& input, FormCopies copies = FormCopies::Both)
    {
        const QString path = m_folder.filePath(QStringLiteral("statement.pdf"));
        return writeJobPdf({{formOf(makeTransactionStatement(input))}, with(copies)}, path) ? path : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        static Theme theme(*qApp);
        theme.setLook(Appearance::Light, 100);
        for (const char* tool : {"pdftotext", "pdfinfo", "pdffonts"})
            QVERIFY2(!QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty(), tool);
    }

    void a_pdf_can_be_searched_for_its_title_parties_lines_and_sums()
    {
        const StatementInput input = delivery(6);
        const QString text = readBack(pdfOf(input));
        QVERIFY2(text.contains(QStringLiteral("거래명세서")), qPrintable(text));
        QCOMPARE(text.count(QStringLiteral("거래명세서")), 2);
        for (const char* word : {"000-86-27454", "000-11-00011", "한결플라스틱(주)", "가온F&B", "D261125-A02",
                 "2026-11-25", "이하 여백", "6,280,450", "3,000,000", "합계"})
            QVERIFY2(text.count(QString::fromUtf8(word)) >= 2, word);
        QCOMPARE(text.count(QStringLiteral("(공급받는자 보관용)")), 1);
        QCOMPARE(text.count(QStringLiteral("(공급자 보관용)")), 1);
        LineAmounts sum;
        for (const StatementLine& line : input.lines) {
            sum.supply += line.amounts.supply;
            sum.tax += line.amounts.tax;
            for (const std::string& shown : {line.name, toText(line.quantity), toText(line.unitPrice),
                     toText(line.amounts.supply), toText(line.amounts.tax)})
                QVERIFY2(text.count(QString::fromStdString(shown)) >= 2, shown.c_str());
        }
        QVERIFY(text.contains(QString::fromStdString(toText(sum.total()) + "원")));
        QVERIFY(text.contains(QString::fromStdString(toText(Won{6'280'450} + sum.total() - Won{3'000'000}))));
    }

    void long_remarks_are_wrapped_and_not_cut_on_both_copies()
    {
        QString ofLine, ofForm;
        for (int i = 0; i < 60; ++i) { // each syllable once, so that every one is looked for by itself
            ofLine += QChar(0xAC00 + 160 * i);
            ofForm += QChar(0xAC00 + 160 * i + 84);
        }
        StatementInput input = delivery(6);
        input.lines[2].note = ofLine.toStdString();
        input.note = ofForm.toStdString();
        for (const auto copies : {FormCopies::Both, FormCopies::SideBySide}) {
            const QString text = readBack(pdfOf(input, copies));
            for (const QChar syllable : ofLine + ofForm)
                QVERIFY2(text.count(syllable) >= 2, qPrintable(QString(syllable) + u' ' + text));
            QVERIFY(!text.contains(QChar(0x2026)));
        }
    }

    void a_line_is_read_back_as_one_line()
    {
        const StatementInput input = delivery(6);
        const QString text = readBack(pdfOf(input, FormCopies::Buyer), {QStringLiteral("-layout")});
        for (const StatementLine& line : input.lines) {
            const auto expected
                = QStringLiteral("11\\s+25\\s+%1\\s+28파이\\s+%2\\s+%3\\s+%4\\s+%5\\s*\n")
                      .arg(QRegularExpression::escape(QString::fromStdString(line.name)),
                          QString::fromStdString(toText(line.quantity)), QString::fromStdString(toText(line.unitPrice)),
                          QString::fromStdString(toText(line.amounts.supply)),
                          QString::fromStdString(toText(line.amounts.tax)));
            QVERIFY2(QRegularExpression(expected).match(text).hasMatch(), qPrintable(expected + text));
        }
    }

    void a_pdf_is_a4_with_embedded_fonts_and_a_title()
    {
        const QString pdf = pdfOf(delivery(3));
        const QString info = program(QStringLiteral("pdfinfo"), {pdf});
        QVERIFY2(info.contains(QStringLiteral("A4")), qPrintable(info));
        QVERIFY2(info.contains(QStringLiteral("거래명세서 D261125-A02 가온F&B")), qPrintable(info));
        const QStringList fonts = program(QStringLiteral("pdffonts"), {pdf}).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(!fonts.isEmpty());
        for (const QString& font : fonts) // embedded, and with a table of its characters
            QVERIFY2(font.contains(QRegularExpression(QStringLiteral("yes (yes|no ) yes"))), qPrintable(font));
        QVERIFY(QFileInfo(pdf).size() < 300'000); // only the letters that are used
    }

    void thirty_lines_continue_on_further_pages_with_running_totals()
    {
        const StatementInput input = delivery(30);
        const QString pdf = pdfOf(input);
        QVERIFY(program(QStringLiteral("pdfinfo"), {pdf}).contains(QRegularExpression(QStringLiteral("Pages:\\s+3"))));
        std::int64_t supply = 0;
        for (int page = 1; page <= 3; ++page) {
            const QString number = QString::number(page);
            const QString text = readBack(
                pdf, {QStringLiteral("-f"), number, QStringLiteral("-l"), number, QStringLiteral("-layout")});
            QVERIFY(text.contains(QStringLiteral("거래명세서")));
            QVERIFY(text.contains(QStringLiteral("%1 / 3쪽").arg(page)));
            for (int i = 12 * (page - 1); i < qMin(12 * page, 30); ++i) {
                const StatementLine& line = input.lines[static_cast<std::size_t>(i)];
                supply += line.amounts.supply.amount;
                QVERIFY(text.count(QString::fromStdString(toText(line.amounts.supply))) >= 2);
            }
            QVERIFY(text.contains(page < 3 ? QStringLiteral("누계") : QStringLiteral("합계")));
            QVERIFY(text.count(QString::fromStdString(toText(Won{supply}))) >= 2);
        }
    }

    void side_by_side_both_copies_stand_on_a_turned_sheet_with_room_for_thirty_lines()
    {
        const StatementInput input = delivery(30);
        const QString path = m_folder.filePath(QStringLiteral("beside.pdf"));
        const auto copies = FormCopies::SideBySide;
        QVERIFY(writeJobPdf(jobOf(input, copies), path));
        const QString info = program(QStringLiteral("pdfinfo"), {path});
        QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Pages:\\s+1\\b"))), qPrintable(info));
        QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Page size:\\s+84\\d.*x 59\\d"))), qPrintable(info));
        const QString text = readBack(path);
        QCOMPARE(text.count(QStringLiteral("거래명세서")), 2);
        for (const StatementLine& line : input.lines)
            QVERIFY(text.count(QString::fromStdString(toText(line.amounts.supply))) >= 2);
        // Nothing leaves the sheet, and nothing crosses the cut but its own dashes.
        constexpr double dots = 8;
        QImage image(qRound(paperHeightMm * dots), qRound(paperWidthMm * dots), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintFormPage(painter, jobOf(input, copies).forms.front(), 0, with(copies), dots);
        painter.end();
        QCOMPARE(inkedDots(image, QRectF(142.5, 0, 5, 210), dots), 0);
        QCOMPARE(inkedDots(image, QRectF(149.5, 0, 5, 210), dots), 0);
        QCOMPARE(inkedDots(image, QRectF(0, 205, 297, 5), dots), 0);
    }

    void the_seal_is_stamped_after_the_representatives_name_on_each_copy()
    {
        StatementInput input = delivery(3);
        const QImage without = painted(input, FormCopies::Buyer, 8); // blue: nothing else is red
        const QRectF place(189.5, 20.5, 11.5, 12);
        QCOMPARE(redDots(without, QRectF(0, 0, 210, 297), 8), 0);
        input.pictures.seal = seal();
        const QImage with = painted(input, FormCopies::Buyer, 8);
        const int stamped = redDots(with, place, 8);
        QVERIFY2(stamped > 700, qPrintable(QString::number(stamped)));
        QCOMPARE(redDots(with, QRectF(0, 0, 210, 297), 8), stamped); // all of it in its place
        const QImage both = painted(input, FormCopies::Both, 8);
        QVERIFY(redDots(both, place, 8) > 700 && redDots(both, place.translated(0, 145.2), 8) > 700);
        // between its strokes what is printed shows: the lines above and below the name
        for (const double line : {17.7 + 5.82, 17.7 + 2 * 5.82})
            QVERIFY(inkedDots(with, QRectF(189.8, line - 0.3, 1, 0.6), 8) > 0);
        const QString text = readBack(pdfOf(input));
        QCOMPARE(text.count(QStringLiteral("(인)")), 2); // the receiver's, on each copy
        QCOMPARE(readBack(pdfOf(delivery(3))).count(QStringLiteral("(인)")), 4);
    }

    void a_pdf_holds_the_seal_as_a_transparent_image()
    {
        StatementInput input = delivery(3);
        QVERIFY(!program(QStringLiteral("pdfimages"), {QStringLiteral("-list"), pdfOf(input)}).contains("smask"));
        input.pictures.seal = seal();
        const QString pdf = pdfOf(input);
        const QString list = program(QStringLiteral("pdfimages"), {QStringLiteral("-list"), pdf});
        QVERIFY2(list.contains(QStringLiteral("image")) && list.contains(QStringLiteral("smask")), qPrintable(list));
        QVERIFY(QFileInfo(pdf).size() < 500'000);
        // as a reader of PDFs shows it
        const QString picture = m_folder.filePath(QStringLiteral("sheet"));
        program(QStringLiteral("pdftoppm"),
            {QStringLiteral("-r"), QStringLiteral("200"), QStringLiteral("-png"), QStringLiteral("-singlefile"), pdf,
                picture});
        const QImage sheet(picture + QStringLiteral(".png"));
        QVERIFY(!sheet.isNull());
        QVERIFY(redDots(sheet, QRectF(189.5, 20.5, 11.5, 12), 200 / 25.4) > 500);
    }

    void what_is_no_seal_is_not_drawn()
    {
        StatementInput input = delivery(2);
        painted(input, FormCopies::Both, 4); // the first letters of a size are drawn otherwise than later ones
        const QImage without = painted(input, FormCopies::Both, 4);
        QVERIFY(painted(input, FormCopies::Both, 4) == without);
        for (const char* other : {"<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.4", "x"}) {
            input.pictures.seal = other;
            QVERIFY(painted(input, FormCopies::Both, 4) == without);
        }
    }

    void long_text_and_large_figures_stay_in_their_cells()
    {
        constexpr double dots = 8;
        StatementInput input = delivery(1);
        StatementLine& line = input.lines.front();
        line.name = "PET 500ml 투명 28파이 광구 식품용 내열 처리 특수 코팅 손잡이 없는 용기 (수출용 인쇄 포함)";
        line.spec = "지름 28파이 높이 220mm 벽두께 0.4mm";
        line.quantity = Quantity{9'999'999'999'999};
        line.unitPrice = UnitPrice{9'999'999'999'999};
        line.amounts = {Won{999'999'999'999}, Won{99'999'999'999}};
        line.note = "비고가 아주 길어서 칸을 넘어갑니다";
        input.buyer.name = "아주 긴 이름을 가진 주식회사 가온푸드앤베버리지 음성 제2공장 물류센터";
        input.buyer.address
            = "충청북도 음성군 대소면 대금로 118번길 1234-56, 가온물류센터 나동 지하 2층 201호 검수장 앞";
        input.supplier.representative = "남궁을지제갈선우황보";
        const QImage image = painted(input, FormCopies::Both, dots);
        const QImage empty = painted(delivery(0), FormCopies::Both, dots);
        // The lines between cells: the same ink as on an empty form, give or take the smoothing.
        for (const double x : {75.0, 99.1, 116.6, 131.4, 156.8, 179.1}) {
            const QRectF strip(x - 0.5, 46.5, 1.0, 4.5);
            QVERIFY2(qAbs(inkedDots(image, strip, dots) - inkedDots(empty, strip, dots)) < 6,
                qPrintable(QString::number(x)));
        }
        const QRectF rightOfForm(201.3, 0, 8, 297);
        QCOMPARE(inkedDots(image, rightOfForm, dots), 0);
    }

    void a_figure_is_never_cut()
    {
        StatementInput input = delivery(1);
        input.lines.front().quantity = Quantity{9'999'999'999'999};
        input.lines.front().unitPrice = UnitPrice{-9'999'999'999'999};
        input.lines.front().amounts = {Won{-999'999'999'999}, Won{-99'999'999'999}};
        const QString text = readBack(pdfOf(input));
        for (const char* word : {"999,999,999.9999", "-999,999,999.9999", "-999,999,999,999", "-99,999,999,999"})
            QVERIFY2(text.contains(QString::fromLatin1(word)), word);
    }

    void a_file_name_holds_nothing_that_windows_forbids()
    {
        StatementInput input = delivery(1);
        input.buyer.name = "가온 <F&B>: 1/2 \"본사\"?";
        QCOMPARE(jobFileName(jobOf(input)), QStringLiteral("거래명세서 D261125-A02 가온 _F&B__ 1_2 _본사__.pdf"));
    }

    void a_folder_that_cannot_be_written_is_reported_and_leaves_nothing()
    {
        const auto written = writeJobPdf(jobOf(delivery(1)), m_folder.filePath(QStringLiteral("missing/folder/x.pdf")));
        QVERIFY(!written);
        QVERIFY(written.error() == PrintFailure::CannotWrite);
    }

    void the_environment_stands_above_the_settings_folder()
    {
        setPrintedPdfFolder(QStringLiteral("/chosen/in/the/settings"));
        qputenv("DURE_PRINT_TO_PDF", "/forced");
        QCOMPARE(printedPdfFolder(), QStringLiteral("/forced"));
        qunsetenv("DURE_PRINT_TO_PDF");
        QCOMPARE(printedPdfFolder(), QStringLiteral("/chosen/in/the/settings"));
        setPrintedPdfFolder({});
        QVERIFY(printedPdfFolder().isEmpty());
    }

    void the_window_may_go_while_a_printer_is_asked_for()
    {
        auto window = std::make_unique<QWidget>();
        window->show();
        std::optional<PrintFailure> failure;
        const auto ask = [&] {
            printJob(jobOf(delivery(1)), window.get(), this,
                [&](const std::expected<Printed, PrintFailure>& printed) { failure = printed.error(); });
        };
        ask();
        QTRY_VERIFY(QApplication::activeModalWidget());
        static_cast<QDialog*>(QApplication::activeModalWidget())->reject();
        QTRY_COMPARE(failure, std::optional(PrintFailure::Cancelled));
        failure.reset();
        QTRY_VERIFY(!QApplication::activeModalWidget());
        ask();
        QTRY_VERIFY(QApplication::activeModalWidget());
        window.reset(); // the company has to be left
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(!failure);
    }

    void a_file_to_be_written_is_offered_by_its_name()
    {
        QWidget window;
        window.show();
        const QString path = m_folder.filePath(QStringLiteral("거래명세서.pdf"));
        QString chosen;
        askForFile(&window, {QStringLiteral("?"), path, QStringLiteral("PDF (*.pdf)"), true}, this,
            [&](const QString& where) { chosen = where; });
        QTRY_VERIFY(QApplication::activeModalWidget());
        static_cast<QDialog*>(QApplication::activeModalWidget())->accept();
        QTRY_COMPARE(chosen, path);
    }

    void the_preview_shows_what_was_set_and_follows_the_width()
    {
        FormPreview preview;
        preview.resize(500, 700);
        preview.setForms({formOf(makeTransactionStatement(delivery(30)))}, {});
        preview.show();
        QVERIFY(QTest::qWaitForWindowExposed(&preview));
        QTRY_VERIFY(preview.verticalScrollBar()->maximum() > 1'000); // three sheets
        const int before = preview.verticalScrollBar()->maximum();
        preview.setZoom(200);
        QVERIFY(preview.verticalScrollBar()->maximum() > before);
        QVERIFY(preview.horizontalScrollBar()->maximum() > 0);
    }
};

QTEST_MAIN(StatementPrintTest)
#include "statement_print_test.moc"
