#pragma once
#include "app/printing/statement_painter.h"

#include <QAbstractScrollArea>
#include <QImage>
#include <QTimer>

namespace dure::app {

/// The sheets of a 거래명세서 as they will be printed, one below the other.
class StatementPreview : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit StatementPreview(QWidget* parent = nullptr);

    /// Shown a moment later, so that fast typing does not wait for it.
    void setStatement(TransactionStatement statement);
    const TransactionStatement& statement() const { return m_statement; }
    void setCopies(StatementCopies copies);
    StatementCopies copies() const { return m_copies; }
    /// Per cent of the paper's size on this screen; 0: as wide as the preview.
    void setZoom(int percent);
    int zoom() const { return m_zoomPercent; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override; ///< Ctrl zooms

private:
    QSize sheetSize() const; ///< in logical pixels
    double sheetHeightMm() const;
    const QImage& sheet(int page);
    void renew();
    void arrange();

    TransactionStatement m_statement;
    StatementCopies m_copies = StatementCopies::Both;
    int m_zoomPercent = 0;
    QList<QImage> m_sheets; // painted when first seen
    QTimer m_renewal;
};

} // namespace dure::app
