#pragma once
#include <QAbstractScrollArea>
#include <QImage>
#include <functional>

class QPainter;

namespace dure::app {

/// The A4 sheets of a paper as they will be printed, one below the other; each is painted when it is first seen.
class PaperPreview : public QAbstractScrollArea
{
    Q_OBJECT
public:
    using Paint = std::function<void(QPainter& painter, int page, double dotsPerMm)>;

    explicit PaperPreview(QWidget* parent = nullptr);
    void setPaper(int pages, Paint paint);
    int pages() const { return int(m_sheets.size()); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QSize sheetSize() const; ///< in logical pixels
    const QImage& sheet(int page);
    void renew();

    Paint m_paint;
    QList<QImage> m_sheets;
};

} // namespace dure::app
