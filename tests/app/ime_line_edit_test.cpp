// Typing Korean as an input method sends it: a syllable grows in the preedit and is committed by the next one.
#include "app/widgets/ime_line_edit.h"

#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTest>

using namespace dure::app;

namespace {

void compose(QWidget& widget, const QString& preedit)
{
    QInputMethodEvent event(preedit, {});
    QApplication::sendEvent(&widget, &event);
}

void commit(QWidget& widget, const QString& text, const QString& nextPreedit = {})
{
    QInputMethodEvent event(nextPreedit, {});
    event.setCommitString(text);
    QApplication::sendEvent(&widget, &event);
}

} // namespace

class ImeLineEditTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void every_stroke_of_a_syllable_is_reported_once()
    {
        ImeLineEdit edit;
        QStringList seen;
        connect(&edit, &ImeLineEdit::effectiveTextChanged, this, [&](const QString& text) { seen += text; });
        compose(edit, QStringLiteral("ㅅ"));
        compose(edit, QStringLiteral("사"));
        compose(edit, QStringLiteral("삼"));
        commit(edit, QStringLiteral("삼"), QStringLiteral("ㅅ"));
        compose(edit, QStringLiteral("서"));
        commit(edit, QStringLiteral("서"));
        QCOMPARE(seen,
            (QStringList{QStringLiteral("ㅅ"), QStringLiteral("사"), QStringLiteral("삼"), QStringLiteral("삼ㅅ"),
                QStringLiteral("삼서")}));
        QCOMPARE(edit.text(), QStringLiteral("삼서"));
    }

    void composition_counts_where_the_cursor_stands()
    {
        ImeLineEdit edit;
        edit.setText(QStringLiteral("다코스메틱"));
        edit.setCursorPosition(1);
        compose(edit, QStringLiteral("온"));
        QCOMPARE(edit.text(), QStringLiteral("다코스메틱"));
        QCOMPARE(edit.effectiveText(), QStringLiteral("다온코스메틱"));
    }

    void committing_takes_the_last_syllable_exactly_once()
    {
        ImeLineEdit edit;
        commit(edit, QStringLiteral("공"), QStringLiteral("업"));
        QVERIFY(edit.isComposing());
        QSignalSpy changed(&edit, &ImeLineEdit::effectiveTextChanged);
        edit.commitComposition();
        QCOMPARE(edit.text(), QStringLiteral("공업"));
        QVERIFY(!edit.isComposing());
        QCOMPARE(changed.count(), 0); // what was seen did not change
        edit.commitComposition();
        QCOMPARE(edit.text(), QStringLiteral("공업"));
    }

    void leaving_the_field_keeps_the_syllable()
    {
        QWidget window;
        ImeLineEdit first(&window);
        ImeLineEdit second(&window);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        first.setFocus();
        compose(first, QStringLiteral("값"));
        second.setFocus();
        QCOMPARE(first.text(), QStringLiteral("값"));
        QCOMPARE(second.text(), QString());
    }

    void committing_for_whatever_has_the_focus()
    {
        ImeLineEdit edit;
        edit.show();
        QVERIFY(QTest::qWaitForWindowExposed(&edit));
        edit.activateWindow();
        edit.setFocus();
        QTRY_VERIFY(edit.hasFocus());
        compose(edit, QStringLiteral("끝"));
        commitComposition();
        QCOMPARE(edit.text(), QStringLiteral("끝"));
    }

    void composing_over_a_selection_replaces_it()
    {
        ImeLineEdit edit;
        edit.setText(QStringLiteral("옛것"));
        edit.selectAll();
        compose(edit, QStringLiteral("새"));
        QCOMPARE(edit.effectiveText(), QStringLiteral("새"));
    }
};

QTEST_MAIN(ImeLineEditTest)
#include "ime_line_edit_test.moc"
