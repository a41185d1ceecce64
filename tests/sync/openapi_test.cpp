// openapi.yaml is for readers of other programs; here it is held against the routes and the codec.
#include "sync/protocol/codec.h"
#include "sync/server/routes.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace dure;
using namespace dure::protocol;

namespace {

QStringList yamlLines()
{
    QFile file(QStringLiteral(DURE_SOURCE_DIR "/sync/protocol/openapi.yaml"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split('\n') : QStringList();
}

/// The key that a line opens at exactly this indent, or nothing.
QString keyAt(const QString& line, int indent)
{
    static const QRegularExpression key(QStringLiteral("^( *)([^\\s:#-][^:]*):"));
    const auto match = key.match(line);
    return match.hasMatch() && match.captured(1).size() == indent ? match.captured(2) : QString();
}

QSet<QString> documentedRoutes()
{
    QSet<QString> routes;
    QString section;
    QString path;
    for (const QString& line : yamlLines()) {
        if (const QString top = keyAt(line, 0); !top.isEmpty())
            section = top;
        if (section != "paths")
            continue;
        if (const QString found = keyAt(line, 2); !found.isEmpty())
            path = found;
        const QString method = keyAt(line, 4);
        if (QStringList{"get", "post", "put", "delete", "patch"}.contains(method))
            routes << method.toUpper() + " " + path;
    }
    return routes;
}

/// The properties of each schema that has some.
QMap<QString, QSet<QString>> documentedMessages()
{
    QMap<QString, QSet<QString>> messages;
    QStringList at(4);
    for (const QString& line : yamlLines()) {
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
    written["SignInRequest"] = parsed(encode(SignInRequest{"a@b", "p", id, "d", 1}));
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
    written["HandoverReply"] = parsed(encode(HandoverReply{id, 1}));
    written["HistoryReply"] = parsed(encode(std::vector<HistoryEntry>{{1, 1, "u", "d", "put", "{}", "{}"}}));
    written["HistoryEntry"] = written["HistoryReply"].value("entries").toArray()[0].toObject();
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
        for (const QString& each : documentedRoutes()) {
            const std::string method = each.section(' ', 0, 0).toStdString();
            const std::string path
                = each.section(' ', 1).replace("{space}", "01a20bd3-358c-783c-ad57-f48c691d1851").toStdString();
            const server::RouteMatch match = server::matchRoute(method, path);
            QVERIFY2(match.route, qPrintable(each));
            QCOMPARE(QString::fromUtf8(match.route->pattern.data(), match.route->pattern.size()), each.section(' ', 1));
            QVERIFY(!server::matchRoute(method, path + "/x").pathExists);
            QVERIFY(!server::matchRoute("BREW", path).route);
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
        const QString text = yamlLines().join('\n');
        const auto documents = [&text](std::string_view word) {
            const QRegularExpression whole("\\b" + QString::fromUtf8(word.data(), qsizetype(word.size())) + "\\b");
            return text.contains(whole);
        };
        for (int code = 0; code <= static_cast<int>(ErrorCode::Unavailable); ++code)
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
