#pragma once
#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace dure::app {

/// Runs `work` on another thread, then `then` in this one unless `context` has died. For files outside the company's
/// data, which has threads of its own. What is returned can be waited for: `work` has ended then.
template <class Work, class Then>
QFuture<std::invoke_result_t<Work&>> inBackground(QObject* context, Work work, Then then)
{
    using Result = std::invoke_result_t<Work&>;
    auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    QFuture<Result> future = promise->future();
    future.then(context, std::move(then));
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace dure::app
