#pragma once
#include "app/data/company_data.h"

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

} // namespace dure::app
