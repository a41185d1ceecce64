#pragma once
#include "app/data/company_data.h"

#include <QEventLoop>
#include <QTemporaryDir>

namespace dure::app {

/// The demo company in a folder of its own, on the gallery's day, so that its pictures are the same every day.
class GalleryCompany
{
public:
    enum class Filled { Yes, No };
    explicit GalleryCompany(Filled filled = Filled::Yes);
    ~GalleryCompany();
    CompanyData& data() { return *m_data; }
    QString name() const;
    /// What needs a look: an order that two PCs changed, one that was over-delivered, one that the cloud refused.
    void addMatters();
    void addSeal();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<RandomSource> m_random;
    std::unique_ptr<CompanyData> m_data;
};

/// Waits for what is read.
template <class Job> auto readNow(GalleryCompany& company, Job job)
{
    using Result = std::invoke_result_t<Job&, Reader&>;
    std::optional<Result> result;
    QEventLoop loop;
    company.data().read(&company.data(), {}, std::move(job), [&](Result&& read) {
        result = std::move(read);
        loop.quit();
    });
    loop.exec();
    return std::move(*result);
}

/// Waits for the command; the id of what it wrote.
template <class Job> Uuid runNow(GalleryCompany& company, Job job)
{
    Uuid id;
    QEventLoop loop;
    company.data().run(&company.data(), std::move(job), [&](const commands::Result& done) {
        if (!done)
            qFatal("the gallery's papers could not be made: %s", done.error().detail.c_str());
        id = done->id;
        loop.quit();
    });
    loop.exec();
    return id;
}

} // namespace dure::app
