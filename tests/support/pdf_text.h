#pragma once
// What other programs read in a PDF that we made.
#include <QProcess>
#include <QString>
#include <QStringList>

namespace dure::test {

inline QString outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(20'000);
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Its text line by line as it stands on the paper; `page` from 1, 0: all of them.
inline QString pdfLayout(const QString& pdf, int page = 0)
{
    QStringList arguments{QStringLiteral("-layout")};
    if (page > 0)
        arguments += {QStringLiteral("-f"), QString::number(page), QStringLiteral("-l"), QString::number(page)};
    return outputOf(QStringLiteral("pdftotext"), arguments + QStringList{pdf, QStringLiteral("-")});
}

inline int pdfPages(const QString& pdf)
{
    const QString info = outputOf(QStringLiteral("pdfinfo"), {pdf});
    const qsizetype at = info.indexOf(QStringLiteral("Pages:"));
    return at < 0 ? 0 : info.mid(at + 6, 20).simplified().section(u' ', 0, 0).toInt();
}

} // namespace dure::test
