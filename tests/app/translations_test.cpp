// Qt's own dialogs speak the chosen language, too. A shipped language has no unfinished words, and every %1 of the
// source is still in the translation.
#include "app/shell/language.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

class TranslationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothing_is_unfinished_in_a_shipped_language_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* name : {"dure_ko", "dure_en", "qt_ko"})
            QTest::newRow(name) << QStringLiteral(DURE_SOURCE_DIR "/translations/%1.ts").arg(QLatin1String(name));
    }
    void nothing_is_unfinished_in_a_shipped_language()
    {
        QFETCH(QString, file);
        QFile ts(file);
        QVERIFY(ts.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&ts);
        QString source;
        int messages = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("source"))
                source = xml.readElementText();
            if (xml.name() != QLatin1String("translation"))
                continue;
            ++messages;
            const QString state = xml.attributes().value(QLatin1String("type")).toString();
            QVERIFY2(state.isEmpty(), qPrintable(state + QStringLiteral(": ") + source));
            const QString words = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            QVERIFY2(!words.trimmed().isEmpty(), qPrintable(source));
            for (const QString& mark : {QStringLiteral("%1"), QStringLiteral("%2"), QStringLiteral("%n")})
                QVERIFY2(words.contains(mark) == source.contains(mark), qPrintable(source));
        }
        QVERIFY(!xml.hasError());
        QVERIFY(messages > 0);
    }

    void every_word_of_the_program_has_its_korean()
    {
        // as `./dev translations` collects them, into a copy
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("dure_ko.ts"));
        QVERIFY(QFile::copy(QStringLiteral(DURE_SOURCE_DIR "/translations/dure_ko.ts"), copy));
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(DURE_SOURCE_DIR));
        lupdate.start(QStringLiteral(DURE_LUPDATE),
            {"-silent", "-locations", "none", "-no-obsolete", "-I", ".", "-recursive", "app", "-ts", copy});
        QVERIFY(lupdate.waitForFinished(60'000));
        QCOMPARE(lupdate.exitCode(), 0);
        QFile ts(copy);
        QVERIFY(ts.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&ts);
        QString context, source;
        QStringList missing, contexts;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("name"))
                contexts += context = xml.readElementText();
            else if (xml.name() == QLatin1String("source"))
                source = xml.readElementText();
            else if (xml.name() == QLatin1String("translation")
                && !xml.attributes().value(QLatin1String("type")).isEmpty())
                missing += context + QStringLiteral(": ") + source;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
        QVERIFY(contexts.contains(QStringLiteral("dure::app::MainWindow")));
    }

    void the_dialogs_of_qt_itself_are_korean()
    {
        dure::app::installLanguage(QStringLiteral("ko"));
        const QDialogButtonBox buttons(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
        QCOMPARE(buttons.button(QDialogButtonBox::Save)->text(), QStringLiteral("저장"));
        QCOMPARE(buttons.button(QDialogButtonBox::Cancel)->text(), QStringLiteral("취소"));
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        QPrintDialog dialog(&printer);
        static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
        QStringList english;
        QVERIFY(dialog.windowTitle().contains(hangul));
        for (const QAbstractButton* button : dialog.findChildren<QAbstractButton*>())
            if (button->text().size() > 3 && !button->text().contains(hangul))
                english += button->text();
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->text().size() > 3 && !label->text().contains(hangul))
                english += label->text();
        QVERIFY2(english.isEmpty(), qPrintable(english.join(u'\n')));
        dure::app::installLanguage(QStringLiteral("en"));
        QCOMPARE(QPrintDialog(&printer).windowTitle(), QStringLiteral("Print"));
    }
};

QTEST_MAIN(TranslationsTest)
#include "translations_test.moc"
