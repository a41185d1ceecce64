#include "app/exchange/progress_view.h"

#include "app/widgets/label.h"
#include "app/widgets/number_text.h"
#include "app/widgets/theme.h"

#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace dure::app {
namespace {

constexpr int barWidth = 360; // at 100 %

} // namespace

class ProgressView::Bar : public QWidget
{
public:
    void setPermille(int permille)
    {
        m_permille = permille;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const qreal radius = height() / 2.0;
        painter.setBrush(tokens().color(Color::Track));
        painter.drawRoundedRect(rect(), radius, radius);
        painter.setBrush(tokens().color(Color::Bar));
        painter.drawRoundedRect(QRectF(0, 0, width() * m_permille / 1000.0, height()), radius, radius);
    }

private:
    int m_permille = 0;
};

ProgressView::ProgressView(QWidget* parent)
    : QWidget(parent)
    , m_what(new Label(LabelRole::Section))
    , m_far(new Label(LabelRole::Muted))
    , m_bar(new Bar)
{
    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    for (QWidget* each : {static_cast<QWidget*>(m_what), static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_far)})
        column->addWidget(each, 0, Qt::AlignHCenter);
    column->addStretch(3);
    Theme::follow(this, [this, column](const Tokens& t) {
        column->setSpacing(t.px(Px::Space12));
        m_bar->setFixedSize(t.scaled(barWidth), t.px(Px::Space8));
    });
}

void ProgressView::setWhat(const QString& what)
{
    m_what->setText(what);
    setProgress(0, 0);
}

void ProgressView::setProgress(qint64 done, qint64 all)
{
    m_bar->setVisible(all > 0);
    m_bar->setPermille(all > 0 ? int(std::min<qint64>(1000, done * 1000 / all)) : 0);
    if (all > 0 && done >= all)
        m_far->setText(tr("All rows are through; now they are written down."));
    else if (all > 0)
        m_far->setText(tr("%1 of %2").arg(numberText(done), numberText(all)));
    else
        m_far->setText(done > 0 ? tr("%1 rows so far").arg(numberText(done)) : tr("One moment"));
}

QString ProgressView::text() const { return m_what->text() + u' ' + m_far->text(); }

} // namespace dure::app

#include "moc_progress_view.cpp"
