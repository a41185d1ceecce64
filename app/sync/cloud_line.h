#pragma once
#include "sync/client/account_calls.h"

#include <QCoreApplication>
#include <QPointer>
#include <memory>

namespace dure::app {

/// The screens' own line to the cloud, beside the engine's: carries the calls of account_calls.h and never waits. In
/// the GUI thread.
class CloudLine
{
public:
    explicit CloudLine(std::unique_ptr<client::Transport> transport)
        : m_transport(std::move(transport))
    { }
    /// Throws std::invalid_argument for an address that cannot be one.
    explicit CloudLine(const client::TransportOptions& options, const std::string& token = {})
        : m_transport(client::makeHttpTransport(options))
    {
        m_transport->setToken(token);
    }

    /// `done` gets std::expected<T, client::Failure> in the GUI thread; not if `context` has died by then, or after
    /// cancel().
    template <class T, class Done> void ask(QObject* context, const client::Call<T>& call, Done done);
    /// Answers to what was asked so far are dropped.
    void cancel()
    {
        m_round = std::make_shared<char>();
        m_transport->cancelAll();
    }

private:
    std::shared_ptr<char> m_round = std::make_shared<char>(); // whose answers are still wanted
    std::unique_ptr<client::Transport> m_transport; // goes first: it waits for its last calls
};

template <class T, class Done> void CloudLine::ask(QObject* context, const client::Call<T>& call, Done done)
{
    using Answer = std::expected<T, client::Failure>;
    client::ask<T>(*m_transport, call,
        [alive = QPointer<QObject>(context), wanted = std::weak_ptr<char>(m_round), done = std::move(done)](
            Answer answer) {
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [alive, wanted, done, answer = std::move(answer)]() mutable {
                    if (alive && !wanted.expired())
                        done(std::move(answer));
                },
                Qt::QueuedConnection);
        });
}

} // namespace dure::app
