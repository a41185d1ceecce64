#pragma once
#include "sync/protocol/messages.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QStringList>

/// openapi.yaml as tests read it: by indent, since it is ours and regular.
namespace dure::test {

inline QStringList openapiLines()
{
    QFile file(QStringLiteral(DURE_SOURCE_DIR "/sync/protocol/openapi.yaml"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split('\n') : QStringList();
}

/// The key that a line opens at exactly this indent, or nothing.
inline QString keyAt(const QString& line, int indent)
{
    static const QRegularExpression key(QStringLiteral("^( *)([^\\s:#-][^:]*):"));
    const auto match = key.match(line);
    return match.hasMatch() && match.captured(1).size() == indent ? match.captured(2) : QString();
}

struct Operation
{
    QString method; ///< "GET"
    QString path;
    QString access; ///< the word of x-access, or "roles"
    QMap<SpaceKind, std::uint8_t> roles; ///< with "roles"
    QString request; ///< the body's schema, or empty
    QStringList statuses;

    QString name() const { return method + " " + path; }
};

namespace openapi {

inline std::uint8_t rolesIn(const QString& access, const char* kind)
{
    static const QRegularExpression comma(QStringLiteral(",\\s*"));
    const auto list = QRegularExpression(QString(kind) + ": \\[([^\\]]*)\\]").match(access);
    std::uint8_t roles = 0;
    for (const QString& word : list.captured(1).split(comma, Qt::SkipEmptyParts))
        roles |= protocol::roleFromName(word.toStdString());
    return roles;
}

inline void readAccess(Operation& operation, const QString& access)
{
    operation.access = access.contains('{') ? QString("roles") : access;
    if (operation.access == "roles")
        operation.roles
            = {{SpaceKind::Company, rolesIn(access, "company")}, {SpaceKind::Service, rolesIn(access, "service")},
                {SpaceKind::Room, rolesIn(access, "room")}, {SpaceKind::Platform, rolesIn(access, "platform")}};
}

} // namespace openapi

inline QList<Operation> documentedOperations()
{
    static const QStringList methods = {"get", "post", "put", "delete", "patch"};
    static const QRegularExpression schema(QStringLiteral("schemas/(\\w+)"));
    static const QRegularExpression status(QStringLiteral("^        \"(\\d+)\":"));
    QList<Operation> operations;
    QString section;
    QString path;
    QString key;
    QString access;
    for (const QString& line : openapiLines()) {
        if (const QString top = keyAt(line, 0); !top.isEmpty())
            section = top;
        if (section != "paths")
            continue;
        if (const QString found = keyAt(line, 2); !found.isEmpty())
            path = found;
        if (const QString method = keyAt(line, 4); methods.contains(method)) {
            operations.append({method.toUpper(), path});
            key.clear();
        }
        if (operations.isEmpty())
            continue;
        Operation& operation = operations.last();
        if (const QString found = keyAt(line, 6); !found.isEmpty()) {
            key = found;
            access = line.section(':', 1);
        } else if (key == "x-access") {
            access += line;
        }
        if (key == "x-access")
            openapi::readAccess(operation, access.simplified());
        if (key == "requestBody" && schema.match(line).hasMatch())
            operation.request = schema.match(line).captured(1);
        if (key == "responses" && status.match(line).hasMatch())
            operation.statuses << status.match(line).captured(1);
    }
    return operations;
}

} // namespace dure::test
