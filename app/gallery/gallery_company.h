#pragma once
#include "app/data/company_data.h"

#include <QTemporaryDir>

namespace dure::app {

/// The demo company in a folder of its own, on the gallery's day, so that its pictures are the same every day.
class GalleryCompany
{
public:
    GalleryCompany();
    ~GalleryCompany();
    CompanyData& data() { return *m_data; }
    QString name() const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<RandomSource> m_random;
    std::unique_ptr<CompanyData> m_data;
};

} // namespace dure::app
