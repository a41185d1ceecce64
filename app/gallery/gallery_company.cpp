#include "app/gallery/gallery_company.h"

#include "app/gallery/gallery_pages.h"
#include "app/printing/seal_image.h"
#include "app/widgets/theme.h"
#include "core/commands/demo_company.h"

#include <QBuffer>
#include <QEventLoop>
#include <QPainter>
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

void GalleryCompany::addSeal()
{
    constexpr int letterDots = 150;
    QImage picture(600, 600, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Tokens(false, 100).color(Color::Red), 22));
    painter.drawEllipse(picture.rect().adjusted(40, 40, -40, -40));
    QFont letters = tokens().font(TextStyle::Body, Weight::Bold);
    letters.setPixelSize(letterDots);
    painter.setFont(letters);
    painter.drawText(picture.rect(), Qt::AlignCenter, QStringLiteral("한결\n직인"));
    painter.end();
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    QEventLoop loop;
    m_data->run(
        m_data.get(),
        [seal = sealFrom(file).value_or(QByteArray()).toStdString()](commands::Commands& commands) {
            const Uuid company = derivedUuid({}, "company_profile");
            return commands.attachFile({TableId::CompanyProfile, company, AttachmentKind::Seal, "직인.png", seal});
        },
        [&](const commands::Result& result) {
            if (!result)
                qFatal("the gallery's company has no seal");
            loop.quit();
        });
    loop.exec();
}

QString GalleryCompany::name() const { return QStringLiteral("한결플라스틱(주)"); }

} // namespace dure::app
