#include "app/gallery/gallery_company.h"

#include "app/gallery/gallery_pages.h"
#include "core/commands/demo_company.h"

#include <QEventLoop>
#include <random>

namespace dure::app {
namespace {

class GalleryClock : public Clock
{
public:
    std::int64_t nowMs() const override { return 1'795'394'460'000; } // 2026-11-23, 09:41 in Seoul
};

class GalleryRandom : public RandomSource
{
public:
    std::uint64_t next64() override { return m_engine(); }

private:
    std::mt19937_64 m_engine{1};
};

} // namespace

GalleryCompany::GalleryCompany(Filled filled)
    : m_clock(std::make_unique<GalleryClock>())
    , m_random(std::make_unique<GalleryRandom>())
{
    const QString person = QStringLiteral("김미선");
    auto opened = CompanyData::open({m_folder.path(), {Uuid{}, person.toStdString()}, m_clock.get(), m_random.get()});
    if (!opened)
        qFatal("cannot open the gallery's company");
    m_data = std::move(*opened);
    if (filled == Filled::No)
        return;
    QEventLoop loop;
    m_data->run(
        m_data.get(), [](commands::Commands& commands) { return commands::fillDemoCompany(commands, galleryToday); },
        [&](std::expected<commands::DemoReport, commands::CommandError>&& report) {
            if (!report)
                qFatal("cannot fill the gallery's company: %s", report.error().detail.c_str());
            loop.quit();
        });
    loop.exec();
}

GalleryCompany::~GalleryCompany() = default;

QString GalleryCompany::name() const { return QStringLiteral("한결플라스틱(주)"); }

} // namespace dure::app
