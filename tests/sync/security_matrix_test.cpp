// Every endpoint of openapi.yaml × every role in every kind of space, and every token that is not good × one's own
// space, a foreign one and one that does not exist: what must be refused is refused, in words that tell nothing.
#include "core/domain/access.h"
#include "tests/sync/sample_bodies.h"

using namespace dure;
using namespace dure::test;
using namespace dure::protocol;

namespace {

const QByteArray secretName = "비밀거래처";

struct Subject
{
    QString name;
    QByteArray token;
    SpaceKind kind = SpaceKind::Company;
    Uuid space; ///< its own
    std::uint8_t role = 0;
    QByteArray refusal = {}; ///< what a session that is not good any more gets; empty: it is good
    QByteArray inSpace = {}; ///< what its own space answers; empty: it depends on the role
};

} // namespace

class SecurityMatrixTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<People> cloud;
    QList<Subject> subjects;
    QList<Operation> operations;
    QList<Uuid> spaces; ///< all there are
    int cases = 0;
    int refused = 0;

    QByteArray newMember(const Uuid& space, const server::RoleGrant& grant)
    {
        static int members = 0;
        const std::string email = "m" + std::to_string(++members) + "@example.com";
        if (!cloud->accounts.addUser(space, email, "사람", grant, "correct horse"))
            qFatal("no user");
        return cloud->signIn(email);
    }
    void addMembers(SpaceKind kind, const Uuid& space)
    {
        spaces << space;
        for (std::uint8_t role = Owner; role <= Operator; role = static_cast<std::uint8_t>(role * 2)) {
            if ((rolesIn(kind) & role) == 0)
                continue;
            const std::int64_t until = cloud->clock.now + People::dayMs;
            const auto grant = needsEnd(role, kind) ? server::RoleGrant(role, until) : server::RoleGrant(role);
            const auto word
                = [](std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); };
            subjects.append(
                {word(spaceKindName(kind)) + " " + word(roleName(role)), newMember(space, grant), kind, space, role});
        }
    }
    void addBadTokens(const Uuid& space)
    {
        const auto add = [&](const char* name, const QByteArray& token, const char* refusal, const char* inSpace) {
            subjects.append({name, token, SpaceKind::Company, space, 0, refusal, inSpace});
        };
        add("no token", {}, "unauthorized", "unauthorized");
        add("unknown token", QByteArray(64, 'f'), "unauthorized", "unauthorized");
        const QByteArray signedOut = newMember(space, Owner);
        QCOMPARE(cloud->drop(signedOut, "/v1/session").status, 200);
        add("signed out", signedOut, "unauthorized", "unauthorized");
        const QByteArray revoked = newMember(space, Owner);
        QCOMPARE(cloud->pull(revoked, space).status, 200);
        QVERIFY(cloud->accounts.revokeDevice(cloud->deviceOf(revoked)));
        add("revoked device", revoked, "revoked", "revoked");
        const QByteArray expired = newMember(space, Owner);
        {
            const auto db = cloud->store->accounts().write();
            db->run("UPDATE token SET last_used = $1 WHERE \"user\" = $2",
                {cloud->clock.now - 91 * People::dayMs, cloud->userOf(expired)});
            db->commit();
        }
        add("expired token", expired, "unauthorized", "unauthorized");
        add("ended membership", newMember(space, Owner), "", "access_ended");
        {
            const auto db = cloud->store->accounts().write();
            db->run("UPDATE membership SET role = 0 WHERE \"user\" = $1", {cloud->userOf(subjects.last().token)});
            db->commit();
        }
        add("ended grant", newMember(space, {Coordinator, cloud->clock.now - 1}), "", "access_ended");
    }

    void fail(const Subject& subject, const Operation& operation, const char* where, const RawReply& reply)
    {
        QFAIL(qPrintable(QString("%1, %2, %3: %4 %5")
                             .arg(operation.name(), subject.name, where)
                             .arg(reply.status)
                             .arg(QString::fromUtf8(reply.body))));
    }
    /// Refused with this word, and nothing of anybody in it.
    bool isRefusal(const RawReply& reply, const QByteArray& error)
    {
        ++refused;
        const int status = httpStatus(errorFromName(error.toStdString()).value_or(ErrorCode::Internal));
        return reply.status == status && reply.error() == error && !reply.body.contains(secretName)
            && !reply.body.contains('@') && reply.body.size() < 200;
    }
    static bool isLetIn(const RawReply& reply)
    {
        static const QList<QByteArray> refusals = {"unauthorized", "revoked", "access_ended", "forbidden"};
        // 403 with other words: there is no such member
        return reply.status < 500 && reply.status != 0
            && (!refusals.contains(reply.error()) || reply.body.contains("no member of this space")
                || reply.body.contains("not a user whose password"));
    }

    void checkSession(const Subject& subject, const Operation& operation)
    {
        const RawReply reply = perform(*cloud, operation, subject.token, {});
        ++cases;
        checkDocumented(subject, operation, reply);
        const bool endsSession = operation.method == "DELETE" && operation.path == "/v1/session";
        const bool isFactor = operation.path == "/v1/second-factor" || operation.path == "/v1/second-factor/confirm";
        if (!subject.refusal.isEmpty() && (!endsSession || subject.name.endsWith("token"))) {
            if (endsSession && subject.name == "expired token")
                return; // ending what has ended is no fault
            if (!isRefusal(reply, subject.refusal))
                fail(subject, operation, "session", reply);
        } else if (isFactor && !maySecondFactor(subject.role)) {
            if (!isRefusal(reply, "forbidden"))
                fail(subject, operation, "session", reply);
        } else if (!isLetIn(reply)) {
            fail(subject, operation, "session", reply);
        }
    }

    void checkOwnSpace(const Subject& subject, const Operation& operation)
    {
        const RawReply reply = perform(*cloud, operation, subject.token, People::text(subject.space));
        ++cases;
        checkDocumented(subject, operation, reply);
        const bool mayHandOver
            = operation.access == "device" && !subject.name.endsWith("o token") && subject.name != "unknown token";
        const bool isMember
            = subject.role != 0 && (operation.access != "roles" || (operation.roles[subject.kind] & subject.role) != 0);
        const QByteArray refusal = subject.inSpace.isEmpty() ? QByteArray("forbidden") : subject.inSpace;
        const bool isFine = mayHandOver || isMember ? isLetIn(reply) : isRefusal(reply, refusal);
        if (!isFine)
            fail(subject, operation, "own space", reply);
    }

    /// Another company's, those of other kinds, and one that does not exist: all the same.
    void checkOtherSpaces(const Subject& subject, const Operation& operation)
    {
        const RawReply nobodys = perform(*cloud, operation, subject.token, People::text(cloud->newId()));
        ++cases;
        checkDocumented(subject, operation, nobodys);
        const bool handsOver = operation.access == "device" && subject.refusal != "unauthorized";
        const bool isKnown = subject.name != "no token" && subject.name != "unknown token";
        const QByteArray refusal = subject.refusal.isEmpty() || handsOver || (operation.access == "device" && isKnown)
            ? "forbidden"
            : subject.refusal;
        if (!isRefusal(nobodys, refusal))
            fail(subject, operation, "no space", nobodys);
        for (const Uuid& other : spaces) {
            if (other == subject.space)
                continue;
            const RawReply theirs = perform(*cloud, operation, subject.token, People::text(other));
            ++cases;
            if (!isRefusal(theirs, refusal))
                fail(subject, operation, "foreign space", theirs);
            if (theirs.body != nobodys.body || theirs.headers != nobodys.headers)
                fail(subject, operation, "foreign and missing differ", theirs);
        }
    }
    void checkDocumented(const Subject& subject, const Operation& operation, const RawReply& reply)
    {
        if (!operation.statuses.contains(QString::number(reply.status)))
            fail(subject, operation, "a status that is not documented", reply);
    }

private Q_SLOTS:
    void initTestCase()
    {
        server::HttpOptions options = quickOptions();
        options.idleMs = 30'000;
        cloud = std::make_unique<People>(options);
        operations = documentedOperations();
        // what ends sessions comes last
        std::ranges::stable_sort(operations, {}, [](const Operation& each) { return each.path == "/v1/session"; });
        const server::Company other = *cloud->accounts.addCompany("다른회사", "");
        spaces << other.space;
        const QByteArray theirs = newMember(other.space, Owner);
        const Uuid user = cloud->userOf(theirs);
        const auto push = cloud->customerPush(user, cloud->newId(), 1, cloud->newId(), secretName.toStdString());
        QCOMPARE(cloud->send(theirs, cloud->pathIn(other.space, "push"), push).status, 200);
        addMembers(SpaceKind::Company, cloud->company.space);
        addMembers(SpaceKind::Service, cloud->accounts.addSpace(SpaceKind::Service, cloud->company.id, "서비스")->id);
        addMembers(SpaceKind::Room, cloud->accounts.addSpace(SpaceKind::Room, std::nullopt, "방")->id);
        addMembers(SpaceKind::Platform, cloud->accounts.addSpace(SpaceKind::Platform, std::nullopt, "두레")->id);
        addBadTokens(cloud->company.space);
        QVERIFY(operations.size() > 30 && subjects.size() > 25);
    }

    void every_endpoint_is_open_to_whom_it_says_and_to_nobody_else_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < operations.size(); ++i)
            QTest::newRow(qPrintable(operations[i].name())) << i;
    }
    void every_endpoint_is_open_to_whom_it_says_and_to_nobody_else()
    {
        QFETCH(int, index);
        const Operation& operation = operations[index];
        for (const Subject& subject : subjects) {
            if (operation.access == "session") {
                checkSession(subject, operation);
            } else if (operation.path.contains("{space}")) {
                checkOwnSpace(subject, operation);
                checkOtherSpaces(subject, operation);
            }
            if (QTest::currentTestFailed())
                return;
        }
    }

    void what_is_public_gives_a_token_to_nobody()
    {
        for (const Operation& operation : operations) {
            if (operation.access != "public" || operation.path == "/health")
                continue;
            for (const Subject& subject : subjects.mid(0, 3)) {
                const RawReply reply = perform(*cloud, operation, subject.token, {});
                ++cases;
                QVERIFY2(reply.status == 401 || reply.status == 429, qPrintable(operation.name()));
                QVERIFY(!reply.json().contains("token"));
                ++refused;
            }
        }
    }

    void a_space_that_is_no_id_and_an_id_that_is_none_are_refused()
    {
        const QByteArray owner = cloud->signIn();
        for (const Operation& operation : operations) {
            if (!operation.path.contains("{space}"))
                continue;
            for (const char* bad : {"x", "..", "%2e%2e%2f", "'%20OR%201=1--", "00000000-0000-0000-0000-00000000000g"}) {
                const RawReply reply = perform(*cloud, operation, owner, bad);
                ++cases;
                ++refused;
                QVERIFY2(reply.status == 400 || reply.status == 404, qPrintable(operation.name() + " " + bad));
                const RawReply id = ask(cloud->port, operation.method.toUtf8(),
                    pathOf(operation, People::text(cloud->company.space), bad), Cloud::headers(owner),
                    sampleBody(*cloud, operation.request));
                if (operation.path.contains("{id}")) {
                    ++cases;
                    ++refused;
                    QCOMPARE(id.status, 404);
                }
            }
        }
    }

    void cleanupTestCase()
    {
        qInfo("security matrix: %d cases, %d of them to be refused and refused", cases, refused);
        QVERIFY(cases > 2000);
    }
};

QTEST_GUILESS_MAIN(SecurityMatrixTest)
#include "security_matrix_test.moc"
