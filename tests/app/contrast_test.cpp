// What people can read is arithmetic: WCAG 2's contrast ratio of every ink on every surface it stands on.
#include "app/widgets/theme.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>
#include <cmath>

using namespace dure::app;

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double ratio(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

constexpr Color surfaces[]{
    Color::Window, Color::Sheet, Color::Sunken, Color::Hover, Color::Selected, Color::SelectedOff};

QByteArray about(const Tokens& t, Color ink, Color surface, double value)
{
    return QStringLiteral("%1 theme, ink %2 on surface %3: %4")
        .arg(t.isDark() ? QStringLiteral("dark") : QStringLiteral("light"), t.color(ink).name(),
            t.color(surface).name(), QString::number(value, 'f', 2))
        .toUtf8();
}

void requireRatio(const Tokens& t, Color ink, Color surface, double least)
{
    const double value = ratio(t.color(ink), t.color(surface));
    QVERIFY2(value >= least, about(t, ink, surface, value).constData());
}

} // namespace

class ContrastTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void black_on_white_is_twenty_one() { QCOMPARE(std::lround(ratio(Qt::black, Qt::white) * 100), 2100L); }

    void every_ink_reads_on_every_surface()
    {
        for (const bool dark : {false, true}) {
            const Tokens t(dark, 100);
            for (const Color surface : surfaces) {
                for (const Color ink :
                    {Color::Text, Color::Text2, Color::Text3, Color::Accent, Color::Red, Color::Amber, Color::Green})
                    requireRatio(t, ink, surface, 4.5);
            }
        }
    }

    void messages_read_on_their_own_background()
    {
        for (const bool dark : {false, true}) {
            const Tokens t(dark, 100);
            for (const auto& [ink, back] : {std::pair(Color::Red, Color::RedBack),
                     std::pair(Color::Amber, Color::AmberBack), std::pair(Color::Green, Color::GreenBack)}) {
                requireRatio(t, ink, back, 4.5);
                requireRatio(t, Color::Text, back, 4.5);
                requireRatio(t, Color::Text2, back, 4.5);
                requireRatio(t, Color::Accent, back, 4.5);
            }
            requireRatio(t, Color::OnAccent, Color::Accent, 4.5);
        }
    }

    void controls_stand_out_by_three_to_one()
    {
        for (const bool dark : {false, true}) {
            const Tokens t(dark, 100);
            for (const Color surface : {Color::Window, Color::Sheet, Color::Sunken})
                requireRatio(t, Color::Control, surface, 3.0);
            requireRatio(t, Color::Bar, Color::Track, 3.0);
            requireRatio(t, Color::Accent, Color::Sheet, 3.0);
            requireRatio(t, Color::Accent, Color::Selected, 3.0);
        }
    }

    void the_style_sheet_names_only_tokens()
    {
        QFile file(QStringLiteral(DURE_SOURCE_DIR "/resources/theme.qss"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString sheet = QString::fromUtf8(file.readAll());
        QCOMPARE(Tokens::unknownNames(sheet), QStringList());
        QVERIFY(!Tokens().fill(sheet).section(QStringLiteral("*/"), 1).contains(u'@'));
        QVERIFY2(!sheet.contains(QRegularExpression(QStringLiteral("[0-9]px|#[0-9A-Fa-f]{3}[;\\s]"))),
            "a literal in theme.qss");
        QCOMPARE(Tokens::unknownNames(QStringLiteral("color: @nosuch")), QStringList{QStringLiteral("nosuch")});
    }

    void sizes_pass_through_the_measured_points_and_never_shrink()
    {
        QCOMPARE(Tokens(false, 80).px(Px::Row), 26);
        QCOMPARE(Tokens(false, 100).px(Px::Row), 32);
        QCOMPARE(Tokens(false, 140).px(Px::Row), 45);
        QCOMPARE(Tokens(false, 20).px(Px::Row), 26);
        QCOMPARE(Tokens(false, 900).px(Px::Row), 45);
        for (int percent = 80; percent < 140; ++percent) {
            for (int style = 0; style < static_cast<int>(TextStyle::Count); ++style) {
                const auto role = static_cast<TextStyle>(style);
                QVERIFY(Tokens(false, percent).fontPx(role) >= 11);
                QVERIFY(Tokens(false, percent).fontPx(role) <= Tokens(false, percent + 1).fontPx(role));
            }
        }
    }

    void colours_and_sizes_are_written_in_the_token_table_alone()
    {
        // Paper has its own measures: what is printed is not part of the screen.
        const QRegularExpression literal(QStringLiteral(
            "\"#[0-9A-Fa-f]{6}\"|QColor\\(\\s*(\"|0x|[0-9])|Qt::(white|black|red|blue|green|gray|darkGray|lightGray)\\b"
            "|set(Fixed|Minimum|Maximum)(Width|Height|Size)\\([1-9]|setPixelSize\\([0-9]|setPointSize"
            "|setSpacing\\([1-9]|setContentsMargins\\([^)]*\\b[1-9][0-9]*[,)]"));
        QStringList found;
        QDirIterator files(QStringLiteral(DURE_SOURCE_DIR "/app"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
            QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.endsWith(QLatin1String("/tokens.cpp")) || path.contains(QLatin1String("/app/printing/")))
                continue;
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            if (const auto match = literal.match(text); match.hasMatch())
                found += path + QStringLiteral(": ") + match.captured();
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        QVERIFY(literal.match(QStringLiteral("QColor(\"#FF0000\")")).hasMatch());
        QVERIFY(literal.match(QStringLiteral("layout->setContentsMargins(0, 12, 0, 0)")).hasMatch());
        QVERIFY(!literal.match(QStringLiteral("layout->setContentsMargins(0, t.px(Px::Space12), 0, 0)")).hasMatch());
    }

    void only_two_weights_are_used()
    {
        for (int style = 0; style < static_cast<int>(TextStyle::Count); ++style) {
            for (const Weight weight : {Weight::Regular, Weight::Bold}) {
                const auto given = Tokens().font(static_cast<TextStyle>(style), weight).weight();
                QVERIFY(given == QFont::Normal || given == QFont::Bold);
            }
        }
    }
};

QTEST_GUILESS_MAIN(ContrastTest)
#include "contrast_test.moc"
