#include "app/session/leaving_page.h"

#include "app/session/departure.h"
#include "app/widgets/key_button.h"
#include "app/widgets/label.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace dure::app {

namespace {

constexpr int boxWidth = 560;

} // namespace

QString leaveText(const QString& company, LeaveReason reason)
{
    switch (reason) {
    case LeaveReason::DeviceRevoked:
        return LeavingPage::tr("The owner of %1 has stopped the use of this PC.").arg(company);
    case LeaveReason::MembershipEnded:
        return LeavingPage::tr("Your membership of %1 has ended.").arg(company);
    case LeaveReason::TimeOver:
        return LeavingPage::tr("The day has come until which %1 let you in.").arg(company);
    }
    return {};
}

LeavingPage::LeavingPage(const QString& company, LeaveReason reason, Departure& departure, QWidget* parent)
    : QWidget(parent)
    , m_progress(new Label(LabelRole::Strong))
    , m_strip(new MessageStrip(MessageStrip::Shape::Box))
{
    setWindowTitle(tr("Dure"));
    auto* box = new Panel(Color::Sheet);
    box->setRounded(true);
    box->installEventFilter(this);
    m_box = box;
    auto* column = new QVBoxLayout(box);
    auto* title = new Label(LabelRole::Section);
    title->setWrappedText(leaveText(company, reason));
    auto* what = new Label(LabelRole::Muted);
    what->setWrappedText(
        tr("What this PC has not sent is handed in to the owner first. Then the company's data goes from this PC."));
    m_progress->setWrappedText(tr("Looking for what was not sent…"));
    for (QWidget* part : {static_cast<QWidget*>(title), static_cast<QWidget*>(what), static_cast<QWidget*>(m_progress),
             static_cast<QWidget*>(m_strip)})
        column->addWidget(part);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch();
    layout->addWidget(box, 0, Qt::AlignHCenter);
    layout->addStretch();
    Theme::follow(this, [=](const Tokens& t) {
        const int pad = t.px(Px::Space24);
        box->setFixedWidth(t.scaled(boxWidth));
        column->setContentsMargins(pad, pad, pad, pad);
        column->setSpacing(t.px(Px::Space12));
    });
    follow(departure);
}

void LeavingPage::follow(Departure& departure)
{
    const auto offerRetry = [this, &departure] {
        connect(m_strip->addAction(tr("Try now")), &QAbstractButton::clicked, &departure, &Departure::tryNow);
    };
    connect(&departure, &Departure::progressed, this, [this](qint64 handedIn, qint64 left) {
        m_strip->clear();
        m_progress->setWrappedText(handedIn == 0
                ? tr("%n action(s) are being handed in.", nullptr, int(left))
                : tr("%1 of %2 actions are handed in.").arg(handedIn).arg(handedIn + left));
    });
    connect(&departure, &Departure::paused, this, [this, offerRetry] {
        m_strip->clear();
        m_strip->show(Tone::Amber, tr("The cloud does not answer."),
            tr("What was not sent stays here. It goes on by itself once there is a connection."));
        offerRetry();
    });
    connect(&departure, &Departure::refused, this, [this](const QString&) {
        m_strip->clear();
        m_strip->show(Tone::Red, tr("What was not sent could not be handed in."),
            tr("It is kept on this PC and nothing is deleted. Sign in, or call the owner."));
        connect(m_strip->addAction(tr("Sign in")), &QAbstractButton::clicked, this, &LeavingPage::signInRequested);
    });
    connect(&departure, &Departure::held, this, [this, offerRetry](const QString& detail) {
        m_strip->clear();
        m_strip->show(Tone::Amber, tr("Everything is handed in, but the data cannot be deleted yet."),
            tr("Close other programs that use it: %1").arg(detail));
        offerRetry();
    });
}

QString LeavingPage::progress() const { return m_progress->text().remove(QChar(0x2060)); }

/// A box in the middle of the page gets no more height than its hint, which knows nothing of lines that wrap.
bool LeavingPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_box && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
        m_box->setMinimumHeight(m_box->layout()->totalHeightForWidth(m_box->width()));
    return QWidget::eventFilter(watched, event);
}

void LeavingPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().color(Color::Window));
}

} // namespace dure::app

#include "moc_leaving_page.cpp"
