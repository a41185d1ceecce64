#pragma once
#include "app/widgets/tokens.h"

#include <QAbstractButton>
#include <QList>

namespace dure::app {

/// One figure of the dashboard: what it is, the number, and what it is set beside. Enter or a click opens the list
/// behind it.
class FigureTile : public QAbstractButton
{
    Q_OBJECT
public:
    struct Note
    {
        QString strong, rest;
        bool isWarning = false; ///< red, with the glyph of what is late
    };
    explicit FigureTile(QWidget* parent = nullptr);

    void setFigure(const QString& label, const QString& number, const QString& unit, const QList<Note>& notes);
    QString number() const { return m_number; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; ///< Enter as well as Space
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    int paintNote(QPainter& painter, const QRect& place, const Note& note) const;
    QString m_number, m_unit;
    QList<Note> m_notes;
};

} // namespace dure::app
