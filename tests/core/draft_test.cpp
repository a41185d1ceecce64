#include "tests/core/commands_fixture.h"

#include <QFile>
#include <QtEndian>
#include <QtTest>

using namespace dure;
using namespace dure::commands;
using dure::test::CommandsFixture;

namespace {

/// Transactions in the write-ahead log (sqlite.org/fileformat2.html, 4.1): frames that carry the size of the file.
int commitsInLog(const std::string& database)
{
    QFile file(QString::fromStdString(database + "-wal"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray log = file.readAll();
    const auto number = [&](qsizetype at) { return qFromBigEndian<quint32>(log.constData() + at); };
    constexpr qsizetype header = 32, frameHeader = 24;
    int commits = 0;
    const qsizetype frame = frameHeader + qsizetype(number(8));
    for (qsizetype at = header; at + frame <= log.size(); at += frame)
        if (number(at + 8) == number(16) && number(at + 4) != 0) // of this log, and the last of a transaction
            ++commits;
    return commits;
}

} // namespace

class DraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_draft_goes_in_the_transaction_that_saves_it()
    {
        CommandsFixture f;
        const auto input = f.orderInput(f.makeCustomer(), {f.line(f.makeProduct(), 10, 5)});
        QVERIFY(f.commands.saveDraft("order/new", "typed").has_value());
        const int before = commitsInLog(f.path);
        QVERIFY(before > 0);
        QVERIFY(f.commands.endDraft("order/new", [&] { return f.commands.saveOrder(input); }).has_value());
        QCOMPARE(commitsInLog(f.path), before + 1);
        QVERIFY(!f.commands.loadDraft("order/new"));
    }

    void a_draft_that_is_refused_stays()
    {
        CommandsFixture f;
        QVERIFY(f.commands.saveDraft("order/new", "typed").has_value());
        QVERIFY(!f.commands.endDraft("order/new", [&] { return f.commands.saveOrder({}); }).has_value());
        QCOMPARE(f.commands.loadDraft("order/new").value_or(""), std::string("typed"));
        f.makeCustomer(); // another command later has nothing to do with it
        QCOMPARE(f.commands.loadDraft("order/new").value_or(""), std::string("typed"));
    }

    void a_draft_goes_too_where_there_was_nothing_to_write()
    {
        CommandsFixture f;
        const auto done = f.commands.saveOrder(f.orderInput(f.makeCustomer(), {f.line(f.makeProduct(), 10, 5)}));
        const OrderInput stored = f.loadOrder(done->id);
        QVERIFY(f.commands.saveDraft("order/1", "typed and taken back").has_value());
        QVERIFY(f.commands.endDraft("order/1", [&] { return f.commands.saveOrder(stored, &stored); }).has_value());
        QVERIFY(f.commands.draftNames().empty());
    }
};

QTEST_APPLESS_MAIN(DraftTest)
#include "draft_test.moc"
