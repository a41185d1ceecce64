#pragma once
#include <QByteArray>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

/// HTTP as bytes over a blocking socket, so that tests can send what no HTTP library would.
namespace dure::test {

/// {'a':1} → {"a":1}: moc loses its way in raw strings with braces.
inline QByteArray quoted(QByteArray text) { return text.replace('\'', '"'); }

struct RawReply
{
    int status = 0; ///< 0: none came
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QByteArray error() const { return json()["error"].toString().toUtf8(); }
};

class RawConnection
{
public:
    explicit RawConnection(quint16 port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = ::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~RawConnection() { ::close(m_socket); }
    RawConnection(const RawConnection&) = delete;
    RawConnection& operator=(const RawConnection&) = delete;

    bool isConnected() const { return m_connected; }

    /// False: the server has closed.
    bool send(const QByteArray& bytes)
    {
        for (qsizetype sent = 0; sent < bytes.size();) {
            const ssize_t n = ::send(m_socket, bytes.data() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
            if (n <= 0)
                return false;
            sent += n;
        }
        return true;
    }

    RawReply receive(int timeoutMs = 10'000)
    {
        QElapsedTimer clock;
        clock.start();
        RawReply reply;
        qsizetype end = -1;
        while ((end = m_input.indexOf("\r\n\r\n")) < 0)
            if (!readSome(timeoutMs - int(clock.elapsed())))
                return reply;
        const QList<QByteArray> lines = m_input.left(end).split('\n');
        const int status = lines[0].split(' ').value(1).toInt();
        for (const QByteArray& line : lines.mid(1))
            reply.headers[line.left(line.indexOf(':')).toLower()] = line.mid(line.indexOf(':') + 1).trimmed();
        m_input.remove(0, end + 4);
        if (status == 100)
            return receive(timeoutMs);
        const qsizetype length = reply.headers.value("content-length").toLongLong();
        while (m_input.size() < length)
            if (!readSome(timeoutMs - int(clock.elapsed())))
                return reply;
        reply.body = m_input.left(length);
        m_input.remove(0, length);
        reply.status = status;
        return reply;
    }

    /// Whether the server ends the connection within the time, sending nothing more.
    bool isClosedWithin(int timeoutMs)
    {
        pollfd waiting{m_socket, POLLIN, 0};
        char byte = 0;
        return ::poll(&waiting, 1, timeoutMs) == 1 && ::recv(m_socket, &byte, 1, 0) <= 0;
    }

private:
    bool readSome(int timeoutMs)
    {
        pollfd waiting{m_socket, POLLIN, 0};
        if (timeoutMs <= 0 || ::poll(&waiting, 1, timeoutMs) != 1)
            return false;
        char buffer[16 * 1024];
        const ssize_t n = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (n <= 0)
            return false;
        m_input.append(buffer, n);
        return true;
    }

    int m_socket;
    bool m_connected = false;
    QByteArray m_input;
};

using Headers = QList<std::pair<QByteArray, QByteArray>>;

inline QByteArray requestBytes(
    const QByteArray& method, const QByteArray& target, const Headers& headers = {}, const QByteArray& body = {})
{
    QByteArray bytes = method + " " + target + " HTTP/1.1\r\nHost: test\r\n";
    for (const auto& [name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (!body.isEmpty())
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

/// One request over a connection of its own.
inline RawReply ask(quint16 port, const QByteArray& method, const QByteArray& target, const Headers& headers = {},
    const QByteArray& body = {})
{
    RawConnection connection(port);
    connection.send(requestBytes(method, target, headers, body));
    return connection.receive();
}

} // namespace dure::test
