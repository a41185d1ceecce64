#pragma once
#include "core/domain/uuid.h"
#include "sync/client/transport.h"

namespace dure::app {

/// Answers what the screens about people and devices ask, always the same, so that their pictures are the same.
class GalleryCloud : public client::Transport
{
public:
    void send(const client::WireRequest& request, std::function<void(client::WireReply)> done) override;
    void setToken(const std::string&) override { }
    void cancelAll() override { }
    void setReachable(bool reachable) { m_reachable = reachable; }
    void setSecondFactor(bool on) { m_secondFactor = on; }

    static Uuid owner();

private:
    std::string answerTo(const client::WireRequest& request) const;

    bool m_reachable = true;
    bool m_secondFactor = true;
};

} // namespace dure::app
