// openapi.yaml is for readers of other programs; here it is held against the routes and the codec.
#include "sync/protocol/account_codec.h"
#include "sync/server/routes.h"
#include "tests/sync/openapi_document.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace dure;
using namespace dure::protocol;
using namespace dure::test;

namespace {

QSet<QString> documentedRoutes()
{
    QSet<QString> routes;
    for (const Operation& operation : documentedOperations())
        routes << operation.name();
    return routes;
}

/// The properties of each schema that has some.
QMap<QString, QSet<QString>> documentedMessages()
{
    QMap<QString, QSet<QString>> messages;
    QStringList at(4);
    for (const QString& line : openapiLines()) {
        for (int depth = 0; depth < 4; ++depth)
            if (const QString key = keyAt(line, depth * 2); !key.isEmpty())
                at[depth] = key;
        const QString property = keyAt(line, 8);
        if (at[0] == "components" && at[1] == "schemas" && at[3] == "properties" && !property.isEmpty())
            messages[at[2]] << property;
    }
    return messages;
}

QJsonObject parsed(const std::string& json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

void writeAccountMessages(QMap<QString, QJsonObject>& written, const Uuid& id)
{
    const auto first
        = [&](const char* reply, const char* list) { return written[reply].value(list).toArray()[0].toObject(); };
    written["MembersReply"] = parsed(encode(MembersReply{{{id, "a@b", "n", Staff, 1, 1, true}}}));
    written["MemberEntry"] = first("MembersReply", "members");
    written["RoleRequest"] = parsed(encode(RoleRequest{Staff, 1}));
    written["InviteRequest"] = parsed(encode(InviteRequest{Staff, "a@b", 1, 7}));
    written["InviteReply"] = parsed(encode(InviteReply{id, "c", 1}));
    written["InvitesReply"] = parsed(encode(InvitesReply{{{id, Staff, "a@b", 1, 1, "n", 1, InviteState::Used}}}));
    written["InviteEntry"] = first("InvitesReply", "invites");
    written["JoinRequest"] = parsed(encode(JoinRequest{"c", "a@b", "n", "p", id, "d", "123456"}));
    written["DevicesReply"] = parsed(encode(DevicesReply{{{id, "d", id, "a@b", "n", "0.1.0", 1, 1, 1, 1, true}}}));
    written["DeviceEntry"] = first("DevicesReply", "devices");
    written["PasswordChangeRequest"] = parsed(encode(PasswordChangeRequest{"p", "q"}));
    written["ResetCodeRequest"] = parsed(encode(ResetCodeRequest{"a@b"}));
    written["ResetCodeReply"] = parsed(encode(ResetCodeReply{"c", 1}));
    written["PasswordResetRequest"] = parsed(encode(PasswordResetRequest{"a@b", "c", "p"}));
    written["SecondFactorRequest"] = parsed(encode(SecondFactorRequest{"p"}));
    written["SecondFactorReply"] = parsed(encode(SecondFactorReply{"s", "u"}));
    written["SecondFactorCode"] = parsed(encode(SecondFactorCode{"c"}));
    written["RecoveryCodesReply"] = parsed(encode(RecoveryCodesReply{{"c"}}));
    written["SecondFactorRemoval"] = parsed(encode(SecondFactorRemoval{"p", "c"}));
    written["HandoversReply"] = parsed(encode(HandoversReply{{{id, id, "n", "d", 1, 1, 1}}}));
    written["HandoverEntry"] = first("HandoversReply", "handovers");
    written["HandoverDetailReply"]
        = parsed(encode(HandoverDetailReply{{{1, 1, "i", "{}", HandoverState::Rejected, "d"}}}));
    written["HandedAction"] = first("HandoverDetailReply", "actions");
    written["HandoverDecision"] = parsed(encode(HandoverDecision{true}));
}

/// Each message with every field set, as the codec writes it.
QMap<QString, QJsonObject> writtenMessages()
{
    Uuid id;
    id.bytes[0] = 1;
    Mutation mutation{id, 1, "save_customer", id, {{TableId::Customer, id, 1, Op::Put, {}}}};
    mutation.changes[0].fields.known.emplace_back(col::Customer::name, std::string("x"));
    const PushRequest push{id, "e", 1, {{1, 2, encodeMutation(mutation)}}};
    const MutationResult rejected{1, ResultStatus::Rejected, 2, RejectReason::BadValue, "customer.name"};
    QMap<QString, QJsonObject> written;
    written["SignInRequest"] = parsed(encode(SignInRequest{"a@b", "p", id, "d", 1, "123456"}));
    written["SessionReply"]
        = parsed(encode(SessionReply{"t", id, "n", "a@b", 1, {SpaceGrant{id, SpaceKind::Company, "n", Owner, "e"}}}));
    written["SpaceGrant"] = written["SessionReply"].value("spaces").toArray()[0].toObject();
    written["PushRequest"] = parsed(encode(push));
    written["NumberedMutation"] = written["PushRequest"].value("mutations").toArray()[0].toObject();
    written["Mutation"] = written["NumberedMutation"].value("body").toObject();
    written["Change"] = written["Mutation"].value("changes").toArray()[0].toObject();
    written["PushReply"] = parsed(encode(PushReply{1, "e", 2, {rejected}}));
    written["MutationResult"] = written["PushReply"].value("results").toArray()[0].toObject();
    written["PullRequest"] = parsed(encode(PullRequest{"e", 1, {{"customer", 1}}, 10}));
    written["PullReply"] = parsed(encode(PullReply{1, "e", 2, 1, 1, true, {"customer"}, {{"customer", 1}}, {}}));
    written["DigestReply"] = parsed(encode(DigestReply{"e", 1, {{"customer", {1, 2}}}}));
    written["TableDigest"] = written["DigestReply"].value("tables").toObject().value("customer").toObject();
    written["WatchRequest"] = parsed(encode(WatchRequest{{{id, 1}}, 1000}));
    written["WatchReply"] = parsed(encode(WatchReply{{{id, 1}}}));
    written["EnrolRequest"] = parsed(encode(EnrolRequest{id, "d"}));
    written["EnrolReply"] = parsed(encode(EnrolReply{"A"}));
    written["BlobState"] = parsed(encode(BlobState{1, 1, true}));
    written["HandoverReply"] = parsed(encode(HandoverReply{id, 1}));
    written["HistoryReply"] = parsed(encode(std::vector<HistoryEntry>{{1, 1, "u", "d", "put", "{}", "{}"}}));
    written["HistoryEntry"] = written["HistoryReply"].value("entries").toArray()[0].toObject();
    writeAccountMessages(written, id);
    written["ErrorReply"] = parsed(encode(ErrorReply{ErrorCode::EpochChanged, "m", 0, "e", 3}));
    // only a gap says which number is expected
    written["ErrorReply"]["expected"] = parsed(encode(ErrorReply{ErrorCode::Gap, "m", 4, {}}))["expected"];
    return written;
}

} // namespace

class OpenapiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_route_is_documented_and_every_documented_path_is_routed()
    {
        QSet<QString> routed;
        for (const server::Route& route : server::allRoutes())
            routed << QString::fromUtf8(route.method.data(), route.method.size()) + " "
                    + QString::fromUtf8(route.pattern.data(), route.pattern.size());
        QVERIFY(routed.size() > 10);
        QCOMPARE(documentedRoutes(), routed);
    }

    void the_router_takes_each_documented_path()
    {
        const QString sample = "01a20bd3-358c-783c-ad57-f48c691d1851";
        const QString hash = QString::fromStdString(hashOfBlob("x").toString());
        for (const QString& each : documentedRoutes()) {
            const std::string method = each.section(' ', 0, 0).toStdString();
            const std::string path = each.section(' ', 1)
                                         .replace("{space}", sample)
                                         .replace("{id}", sample)
                                         .replace("{hash}", hash)
                                         .toStdString();
            const server::RouteMatch match = server::matchRoute(method, path);
            QVERIFY2(match.route, qPrintable(each));
            QCOMPARE(QString::fromUtf8(match.route->pattern.data(), match.route->pattern.size()), each.section(' ', 1));
            QVERIFY(!server::matchRoute(method, path + "/x").pathExists);
            QVERIFY(!server::matchRoute("BREW", path).route);
        }
    }

    void every_route_says_who_may_take_it_as_the_code_does()
    {
        for (const Operation& operation : documentedOperations()) {
            const server::RouteMatch match = server::matchRoute(operation.method.toStdString(),
                QString(operation.path)
                    .replace("{space}", "s")
                    .replace("{id}", Uuid{}.toString().c_str())
                    .replace("{hash}", BlobHash{}.toString().c_str())
                    .toStdString());
            QVERIFY2(match.route, qPrintable(operation.name()));
            const bool inSpace = operation.path.contains("{space}");
            QVERIFY2(match.route->right.has_value() == inSpace, qPrintable(operation.name()));
            if (operation.access != "roles") {
                static const QStringList words = {"public", "session", "device", "member", "machine"};
                QVERIFY2(words.contains(operation.access), qPrintable(operation.name() + operation.access));
                QVERIFY2(!inSpace || match.route->right == Right::Sync, qPrintable(operation.name()));
                continue;
            }
            for (const auto kind : {SpaceKind::Company, SpaceKind::Service, SpaceKind::Room, SpaceKind::Platform})
                QVERIFY2(operation.roles[kind] == rolesWith(kind, *match.route->right), qPrintable(operation.name()));
        }
    }

    void every_message_has_the_documented_fields_and_no_others()
    {
        const auto documented = documentedMessages();
        const auto written = writtenMessages();
        QCOMPARE(written.keys(), documented.keys());
        for (auto it = documented.begin(); it != documented.end(); ++it) {
            const QStringList keys = written[it.key()].keys();
            const QSet<QString> fields(keys.begin(), keys.end());
            QVERIFY2(fields == it.value(),
                qPrintable(it.key() + ": " + QStringList(fields.values()).join(' ') + " / "
                    + QStringList(it.value().values()).join(' ')));
        }
    }

    void every_word_of_the_protocol_is_documented()
    {
        const QString text = openapiLines().join('\n');
        const auto documents = [&text](std::string_view word) {
            const QRegularExpression whole("\\b" + QString::fromUtf8(word.data(), qsizetype(word.size())) + "\\b");
            return text.contains(whole);
        };
        for (int code = 0; code <= static_cast<int>(ErrorCode::QuotaReached); ++code)
            QVERIFY2(documents(errorName(static_cast<ErrorCode>(code))), qPrintable(QString::number(code)));
        for (int reason = 0; reason <= static_cast<int>(RejectReason::WrongUser); ++reason)
            QVERIFY2(documents(reasonName(static_cast<RejectReason>(reason))), qPrintable(QString::number(reason)));
        for (std::uint8_t role = Owner; role <= Operator; role = static_cast<std::uint8_t>(role * 2))
            QVERIFY(documents(roleName(role)));
    }

    void parameters_of_a_query_are_decoded()
    {
        QCOMPARE(server::queryValue("table=a%20b&row=x", "table"), std::optional<std::string>("a b"));
        QCOMPARE(server::queryValue("table=a&row=x", "row"), std::optional<std::string>("x"));
        QVERIFY(!server::queryValue("tablet=a", "table"));
        QVERIFY(!server::queryValue("table=%2", "table"));
        QVERIFY(!server::queryValue("table=%zz", "table"));
        QVERIFY(!server::queryValue("", "table"));
    }
};

QTEST_APPLESS_MAIN(OpenapiTest)
#include "openapi_test.moc"
