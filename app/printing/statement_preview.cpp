#include "app/printing/statement_preview.h"

#include "app/widgets/theme.h"

#include <QPaintEvent>
#include <QScrollBar>
#include <QWheelEvent>

namespace dure::app {
namespace {

constexpr int renewalMs = 40;
constexpr int zoomStep = 10, smallestZoom = 40, largestZoom = 250;
constexpr double singleCopyHeightMm = 148.5;

} // namespace

StatementPreview::StatementPreview(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setAccessibleName(tr("Preview of the statement"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    verticalScrollBar()->setSingleStep(40);
    m_renewal.setSingleShot(true);
    m_renewal.setInterval(renewalMs);
    connect(&m_renewal, &QTimer::timeout, this, &StatementPreview::renew);
    Theme::follow(this, [this](const Tokens&) { renew(); });
}

void StatementPreview::setStatement(TransactionStatement statement)
{
    m_statement = std::move(statement);
    setAccessibleDescription(QString::fromStdString(m_statement.number + " " + m_statement.total));
    if (!m_renewal.isActive())
        m_renewal.start();
}

void StatementPreview::setCopies(StatementCopies copies)
{
    m_copies = copies;
    renew();
}

void StatementPreview::setZoom(int percent)
{
    m_zoomPercent = percent == 0 ? 0 : qBound(smallestZoom, percent, largestZoom);
    renew();
}

double StatementPreview::sheetHeightMm() const
{
    if (isLandscape(m_copies))
        return paperWidthMm;
    return m_copies == StatementCopies::Both ? paperHeightMm : singleCopyHeightMm;
}

QSize StatementPreview::sheetSize() const
{
    const int margins = 2 * tokens().px(Px::Space16);
    const int width = m_zoomPercent == 0
        ? qMax(100, viewport()->width() - margins)
        : qRound(sheetWidthMm(m_copies) / 25.4 * logicalDpiX() * m_zoomPercent / 100.0);
    return {width, qRound(width * sheetHeightMm() / sheetWidthMm(m_copies))};
}

void StatementPreview::renew()
{
    m_renewal.stop();
    m_sheets = QList<QImage>(static_cast<qsizetype>(m_statement.pages.size()));
    arrange();
    viewport()->update();
}

void StatementPreview::arrange()
{
    const QSize sheet = sheetSize();
    const int gap = tokens().px(Px::Space16);
    const auto pages = static_cast<int>(m_sheets.size());
    const int height = pages * (sheet.height() + gap) + gap;
    verticalScrollBar()->setRange(0, qMax(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    horizontalScrollBar()->setRange(0, qMax(0, sheet.width() + 2 * gap - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
}

const QImage& StatementPreview::sheet(int page)
{
    QImage& image = m_sheets[page];
    if (!image.isNull())
        return image;
    const qreal ratio = devicePixelRatioF();
    image = QImage(sheetSize() * ratio, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintStatementPage(painter, m_statement, page, m_copies, image.width() / sheetWidthMm(m_copies));
    painter.end();
    image.setDevicePixelRatio(ratio);
    return image;
}

void StatementPreview::paintEvent(QPaintEvent* event)
{
    const Tokens& t = tokens();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), t.color(Color::Window));
    const QSize size = sheetSize();
    const int gap = t.px(Px::Space16);
    const int x = qMax(gap, (viewport()->width() - size.width()) / 2) - horizontalScrollBar()->value();
    for (int page = 0; page < m_sheets.size(); ++page) {
        const QRect place({x, gap + page * (size.height() + gap) - verticalScrollBar()->value()}, size);
        if (!place.intersects(event->rect()))
            continue;
        painter.drawImage(place, sheet(page));
        painter.setPen(t.color(Color::Panel));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
}

void StatementPreview::resizeEvent(QResizeEvent*) { renew(); }

void StatementPreview::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    const int now = qRound(sheetSize().width() * 100.0 / (sheetWidthMm(m_copies) / 25.4 * logicalDpiX()));
    setZoom(now + (event->angleDelta().y() > 0 ? zoomStep : -zoomStep));
    event->accept();
}

} // namespace dure::app
