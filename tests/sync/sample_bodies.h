#pragma once
#include "tests/sync/openapi_document.h"
#include "tests/sync/people_fixture.h"

#include <QJsonArray>

namespace dure::test {

/// A body of each request that the decoder takes, and that changes nothing that matters.
inline QByteArray sampleBody(People& cloud, const QString& schema)
{
    using namespace protocol;
    const Uuid id = cloud.newId();
    std::string body;
    if (schema == "SignInRequest")
        body = encode(SignInRequest{"nobody@example.com", "guess guess", id, "PC"});
    else if (schema == "PushRequest")
        body = encode(PushRequest{id, "", cloud.clock.now, {}});
    else if (schema == "PullRequest")
        body = encode(PullRequest{});
    else if (schema == "EnrolRequest")
        body = encode(EnrolRequest{id, "PC"});
    else if (schema == "WatchRequest")
        body = encode(WatchRequest{{}, 0});
    else if (schema == "RoleRequest")
        body = encode(RoleRequest{Staff, 0});
    else if (schema == "InviteRequest")
        body = encode(InviteRequest{Staff, "somebody@example.com"});
    else if (schema == "JoinRequest")
        body = encode(JoinRequest{"aaaa-bbbb-cccc", "nobody@example.com", "사람", "guess guess", id, "PC"});
    else if (schema == "ResetCodeRequest")
        body = encode(ResetCodeRequest{"nobody@example.com"});
    else if (schema == "PasswordResetRequest")
        body = encode(PasswordResetRequest{"nobody@example.com", "aaaa-bbbb-cccc", "guess guess"});
    else if (schema == "PasswordChangeRequest")
        body = encode(PasswordChangeRequest{"guess guess", "guess guess"});
    else if (schema == "SecondFactorRequest")
        body = encode(SecondFactorRequest{"guess guess"});
    else if (schema == "SecondFactorCode")
        body = encode(SecondFactorCode{"000000"});
    else if (schema == "SecondFactorRemoval")
        body = encode(SecondFactorRemoval{"guess guess", "000000"});
    else if (schema == "HandoverDecision")
        body = encode(HandoverDecision{false});
    else if (!schema.isEmpty())
        qFatal("no sample of %s", qPrintable(schema));
    return QByteArray::fromStdString(body);
}

/// What a request about a file says beside its path.
inline Headers fileHeaders(const Operation& operation)
{
    if (!operation.path.endsWith("{hash}"))
        return {};
    return {{"Range", "bytes=0-99"}, {"Content-Range", "bytes 0-99/100"}};
}

/// The path with its ids filled in.
inline QByteArray pathOf(const Operation& operation, const QByteArray& space, const QByteArray& id)
{
    QString path = operation.path;
    path.replace("{space}", QString::fromUtf8(space)).replace("{id}", QString::fromUtf8(id));
    path.replace("{hash}", QString::fromStdString(hashOfBlob("x").toString()));
    if (operation.path.endsWith("/history"))
        path += "?table=customer&row=" + QString::fromUtf8(id);
    return path.toUtf8();
}

inline RawReply perform(People& cloud, const Operation& operation, const QByteArray& token, const QByteArray& space)
{
    const Headers headers = (token.isEmpty() ? Headers{} : Cloud::headers(token)) + fileHeaders(operation);
    return ask(cloud.port, operation.method.toUtf8(), pathOf(operation, space, People::text(cloud.newId())), headers,
        sampleBody(cloud, operation.request));
}

} // namespace dure::test
