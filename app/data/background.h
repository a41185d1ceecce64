#pragma once
#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace dure::app {

/// Runs `work` on another thread, then `then` in this one unless `context` has died. For files outside the company's
/// data, which has threads of its own.
template <class Work, class Then> void inBackground(QObject* context, Work work, Then then)
{
    using Result = std::invoke_result_t<Work&>;
    auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    promise->future().then(context, std::move(then));
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace dure::app
