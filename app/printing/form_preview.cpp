#include "app/printing/form_preview.h"

#include "app/widgets/theme.h"

#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

namespace dure::app {
namespace {

constexpr int renewalMs = 40;
constexpr int zoomStep = 10, smallestZoom = 40, largestZoom = 250;
constexpr double singleCopyHeightMm = 148.5;
constexpr int mostSheetsKept = 24; // a picture of one is some megabytes

} // namespace

FormPreview::FormPreview(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setAccessibleName(tr("Preview of what is printed"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFocusPolicy(Qt::StrongFocus);
    verticalScrollBar()->setSingleStep(40);
    m_renewal.setSingleShot(true);
    m_renewal.setInterval(renewalMs);
    connect(&m_renewal, &QTimer::timeout, this, &FormPreview::renew);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &FormPreview::currentSheetChanged);
    Theme::follow(this, [this](const Tokens&) { renew(); });
}

void FormPreview::setForms(std::vector<PaperForm> forms, const FormSettings& settings)
{
    m_forms = std::move(forms);
    m_settings = settings;
    m_places.clear();
    m_sheets.clear();
    for (std::size_t form = 0; form < m_forms.size(); ++form)
        for (int page = 0; page < static_cast<int>(m_forms[form].pages.size()); ++page)
            m_places.push_back({form, page});
    QStringList said;
    for (const PaperForm& form : m_forms)
        said += QString::fromStdString(formTitle(form) + " " + form.headline.value);
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    if (!m_renewal.isActive())
        m_renewal.start();
}

void FormPreview::setZoom(int percent)
{
    m_zoomPercent = percent > 0 ? qBound(smallestZoom, percent, largestZoom) : percent;
    const int sheet = currentSheet();
    renew();
    showSheet(sheet);
}

double FormPreview::sheetHeightMm() const
{
    if (isLandscape(kind(), m_settings))
        return paperWidthMm;
    const bool half = hasTwoCopies(kind()) && m_settings.copies != FormCopies::Both;
    const bool fits = m_forms.empty() || m_forms.front().pages.front().rows.size() <= 12;
    return half && fits ? singleCopyHeightMm : paperHeightMm;
}

QSize FormPreview::sheetSize() const
{
    const int margins = 2 * tokens().px(Px::Space16);
    const double widthMm = sheetWidthMm(kind(), m_settings);
    const double ratio = sheetHeightMm() / widthMm;
    int width = qRound(widthMm / 25.4 * logicalDpiX() * m_zoomPercent / 100.0);
    if (m_zoomPercent <= 0)
        width = viewport()->width() - margins;
    if (m_zoomPercent == wholeSheet)
        width = qMin(width, qRound((viewport()->height() - margins) / ratio));
    width = qMax(100, width);
    return {width, qRound(width * ratio)};
}

int FormPreview::pitch() const { return sheetSize().height() + tokens().px(Px::Space16); }

void FormPreview::renew()
{
    m_renewal.stop();
    m_sheets.clear();
    arrange();
    viewport()->update();
    Q_EMIT currentSheetChanged();
}

void FormPreview::arrange()
{
    const int gap = tokens().px(Px::Space16);
    const int height = sheetCount() * pitch() + gap;
    verticalScrollBar()->setRange(0, qMax(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    horizontalScrollBar()->setRange(0, qMax(0, sheetSize().width() + 2 * gap - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
}

int FormPreview::currentSheet() const
{
    const int seen = verticalScrollBar()->value() + viewport()->height() / 3;
    return qBound(0, seen / pitch(), qMax(0, sheetCount() - 1));
}

void FormPreview::showSheet(int sheet)
{
    verticalScrollBar()->setValue(qBound(0, sheet, qMax(0, sheetCount() - 1)) * pitch());
}

const QImage& FormPreview::sheet(int number)
{
    if (const auto kept = m_sheets.constFind(number); kept != m_sheets.constEnd())
        return *kept;
    if (m_sheets.size() >= mostSheetsKept)
        m_sheets.clear();
    const qreal ratio = devicePixelRatioF();
    QImage image(sheetSize() * ratio, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const Place& place = m_places[static_cast<std::size_t>(number)];
    paintFormPage(
        painter, m_forms[place.form], place.page, m_settings, image.width() / sheetWidthMm(kind(), m_settings));
    painter.end();
    image.setDevicePixelRatio(ratio);
    return *m_sheets.insert(number, image);
}

void FormPreview::paintEvent(QPaintEvent* event)
{
    const Tokens& t = tokens();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), t.color(Color::Window));
    const QSize size = sheetSize();
    const int gap = t.px(Px::Space16);
    const int x = qMax(gap, (viewport()->width() - size.width()) / 2) - horizontalScrollBar()->value();
    for (int number = 0; number < sheetCount(); ++number) {
        const QRect place({x, gap + number * pitch() - verticalScrollBar()->value()}, size);
        if (!place.intersects(event->rect()))
            continue;
        painter.drawImage(place, sheet(number));
        painter.setPen(t.color(Color::Panel));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
}

void FormPreview::resizeEvent(QResizeEvent*) { renew(); }

void FormPreview::zoomBy(int step)
{
    const double whole = sheetWidthMm(kind(), m_settings) / 25.4 * logicalDpiX();
    const int now = qRound(sheetSize().width() * 100.0 / whole);
    setZoom(qMax(1, (now + step + zoomStep / 2) / zoomStep * zoomStep));
    Q_EMIT zoomChanged(m_zoomPercent);
}

void FormPreview::keyPressEvent(QKeyEvent* event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (control)
            return showSheet(currentSheet() + (event->key() == Qt::Key_PageDown ? 1 : -1));
        break;
    case Qt::Key_Home:
        return showSheet(0);
    case Qt::Key_End:
        return verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift
        if (control)
            return zoomBy(zoomStep);
        break;
    case Qt::Key_Minus:
        if (control)
            return zoomBy(-zoomStep);
        break;
    case Qt::Key_0:
        if (control) {
            setZoom(fitWidth);
            return zoomChanged(m_zoomPercent);
        }
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void FormPreview::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    zoomBy(event->angleDelta().y() > 0 ? zoomStep : -zoomStep);
    event->accept();
}

} // namespace dure::app

#include "moc_form_preview.cpp"
