#pragma once
#include <QHeaderView>

namespace dure::app {

class LedgerTable;

/// The head of a LedgerTable: small text, the sorted column bold with an arrow.
class LedgerHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit LedgerHeader(LedgerTable* table);

protected:
    void paintEvent(QPaintEvent* event) override;
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    LedgerTable* m_table;
};

} // namespace dure::app
