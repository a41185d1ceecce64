#include "app/today/loading_list_page.h"

#include "app/data/background.h"
#include "app/deliveries/delivery_opening.h"
#include "app/printing/form_printer.h"
#include "app/printing/loading_list_painter.h"
#include "app/printing/paper_preview.h"
#include "app/today/day_facts.h"
#include "app/widgets/dialogs.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/panel.h"
#include "app/widgets/segmented_control.h"
#include "app/widgets/start_folder.h"
#include "app/widgets/theme.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileInfo>
#include <QPageLayout>
#include <QPrinter>
#include <QSettings>

namespace dure::app {
namespace {

const auto saveFolderSetting = QStringLiteral("printing/saveFolder");
const auto todayId = QStringLiteral("today"), weekId = QStringLiteral("week");

QString driversText(const std::vector<std::string>& drivers)
{
    QStringList names;
    for (const std::string& driver : drivers)
        names += QString::fromStdString(driver);
    return names.join(QStringLiteral(" · "));
}

LoadingTruck loadingTruck(const storage::TruckDay& truck)
{
    LoadingTruck printed;
    printed.on = truck.on;
    printed.vehicle = vehicleText(truck.vehicle, driversText(truck.drivers).toStdString()).toStdString();
    printed.load = truck.load;
    for (const storage::Stop& stop : truck.stops) {
        LoadingStop& to = printed.stops.emplace_back();
        to = {timeText(stop.time).toStdString(), stop.customerName, stop.siteName, stop.address, stop.phone,
            stop.number, {}};
        for (const storage::StopLine& line : stop.lines)
            to.lines.push_back({line.spec.empty() ? line.product : line.product + ' ' + line.spec, line.quantity,
                line.unit, line.load});
    }
    return printed;
}

} // namespace

LoadingListInput readLoadingList(Reader& reader, Date today, Date to)
{
    std::vector<storage::Stop> stops = reader.today().goingOut(today);
    if (to > today)
        for (storage::Stop& stop : reader.today().planned(today.addDays(1), to))
            stops.push_back(std::move(stop));
    std::erase_if(stops, [](const storage::Stop& stop) { return stop.state == storage::StopState::Held; });
    LoadingListInput input;
    input.company = reader.customers().companyProfile().value_or(CompanyProfile{}).name;
    input.from = today;
    input.to = to;
    for (const storage::TruckDay& truck : storage::trucksOf(std::move(stops)))
        input.trucks.push_back(loadingTruck(truck));
    return input;
}

LoadingListPage::LoadingListPage(CompanyData& data, QWidget* parent)
    : Page(parent)
    , m_data(data)
    , m_span(new SegmentedControl(tr("Which days")))
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
    , m_preview(new PaperPreview)
{
    m_span->addSegment(todayId, tr("Today"));
    m_span->addSegment(weekId, tr("This week"));
    m_span->setChosen(todayId);
    auto* bar = new Panel(Color::Sheet);
    bar->setEdges(Qt::BottomEdge);
    auto* across = new QHBoxLayout(bar);
    across->addWidget(m_span);
    across->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_strip);
    layout->addWidget(m_preview, 1);
    Theme::follow(bar, [across](const Tokens& t) {
        across->setContentsMargins(t.px(Px::Space16), t.px(Px::Space8), t.px(Px::Space16), t.px(Px::Space8));
    });
    addButtons();
    connect(m_span, &SegmentedControl::chosen, this, &LoadingListPage::read);
    connect(&data, &CompanyData::changed, this, &LoadingListPage::read);
    read();
}

void LoadingListPage::addButtons()
{
    const auto add = [this](ButtonKind kind, const QString& text, KeyAction key, auto run) {
        auto* button = new KeyButton(kind, text);
        button->setKey(keyFor(key));
        addAction(button);
        connect(button, &QAbstractButton::clicked, this, run);
    };
    add(ButtonKind::Plain, tr("Close"), KeyAction::Close, [this] { host()->closePage(this); });
    add(ButtonKind::Plain, tr("Save as PDF"), KeyAction::Save, [this] { savePdf(); });
    add(ButtonKind::Primary, tr("Print"), KeyAction::Print, [this] { print(); });
}

void LoadingListPage::entered() { m_span->firstFocus()->setFocus(Qt::OtherFocusReason); }

void LoadingListPage::read()
{
    const Date today = m_data.today();
    const Date to = m_span->chosenId() == weekId ? today.addDays(static_cast<int>((7 - today.weekday()) % 7)) : today;
    m_data.read(
        this, QStringLiteral("list"), [today, to](Reader& reader) { return readLoadingList(reader, today, to); },
        [this](const LoadingListInput& input) {
            m_list = makeLoadingList(input);
            m_preview->setPaper(int(m_list.pages.size()), [list = m_list](QPainter& painter, int page, double dots) {
                paintLoadingPage(painter, list, page, dots);
            });
            Q_EMIT headerChanged();
        });
}

void LoadingListPage::print()
{
    if (m_list.pages.empty())
        return;
    if (const QString folder = printedPdfFolder(); !folder.isEmpty())
        return write(QDir(folder).filePath(loadingListTitle(m_list) + QStringLiteral(".pdf")));
    auto asked = std::make_unique<QPrinter>(QPrinter::HighResolution);
    asked->setPageLayout({QPageSize(QPageSize::A4), QPageLayout::Portrait, {}});
    asked->setFullPage(true);
    asked->setDocName(loadingListTitle(m_list));
    askForPrinter(window(), std::move(asked), this, [this, list = m_list](QPrinter* printer) {
        if (!printer)
            return;
        if (!paintLoadingList(*printer, list, printer->resolution()) || printer->printerState() == QPrinter::Error)
            return say(std::unexpected(PrintFailure::NoPrinter));
        const QString file = printer->outputFileName();
        say(file.isEmpty() ? QString() : QFileInfo(file).absoluteFilePath());
    });
}

void LoadingListPage::savePdf()
{
    if (m_list.pages.empty())
        return;
    const QString name = loadingListTitle(m_list) + QStringLiteral(".pdf");
    const FileQuestion question{tr("Save the loading list"),
        QDir(startFolder(saveFolderSetting, QStandardPaths::DocumentsLocation)).filePath(name),
        QStringLiteral("PDF (*.pdf)"), true};
    askForFile(window(), question, this, [this](const QString& path) {
        QSettings().setValue(saveFolderSetting, QFileInfo(path).absolutePath());
        write(path);
    });
}

/// Off the GUI thread: a disk may be slow, or gone.
void LoadingListPage::write(const QString& path)
{
    inBackground(
        this, [path, pdf = loadingListPdf(m_list)] { return writePdfFile(pdf, path); },
        [this, path](std::expected<void, PrintFailure> written) {
            if (written)
                say(path);
            else
                say(std::unexpected(written.error()));
        });
}

void LoadingListPage::say(const std::expected<QString, PrintFailure>& done)
{
    m_strip->clear();
    if (done)
        m_strip->show(Tone::Info,
            done->isEmpty() ? tr("The loading list went to the printer.")
                            : tr("The loading list lies in %1.").arg(QDir::toNativeSeparators(*done)));
    else if (done.error() == PrintFailure::NoPrinter)
        m_strip->show(Tone::Red, tr("The printer does not answer."), tr("Look whether it is on, or save a PDF."));
    else
        m_strip->show(Tone::Red, tr("The loading list could not be written."),
            tr("Look whether the folder is there, or choose another."));
}

} // namespace dure::app

#include "moc_loading_list_page.cpp"
