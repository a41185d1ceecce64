#include "app/shell/sync_status_box.h"

#include "app/shell/sync_icon.h"
#include "app/widgets/key_button.h"
#include "app/widgets/label.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace dure::app {
namespace {

/// "09:12"; with the day if it is another: "11-20 09:12".
QString clockText(const QDateTime& when)
{
    const QDateTime here = when.toLocalTime();
    const bool isToday = here.date() == QDate::currentDate();
    return here.toString(isToday ? QStringLiteral("HH:mm") : QStringLiteral("MM-dd HH:mm"));
}

} // namespace

SyncStatusBox::SyncStatusBox(QWidget* parent)
    : QWidget(parent)
    , m_icon(new SyncIcon(this))
    , m_words(new QWidget(this))
    , m_first(new Label(LabelRole::Muted))
    , m_second(new Label(LabelRole::Hint))
    , m_link(new KeyButton(ButtonKind::Link, {}))
{
    m_link->setUnderlined(true);
    connect(m_link, &KeyButton::clicked, this, &SyncStatusBox::signInRequested);
    auto* second = new QHBoxLayout;
    second->setContentsMargins(0, 0, 0, 0);
    second->addWidget(m_second);
    second->addWidget(m_link);
    second->addStretch();
    auto* words = new QVBoxLayout(m_words);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(0);
    words->addWidget(m_first);
    words->addLayout(second);
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(m_icon, 0, Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_words, 1);
    Theme::follow(this, [=, this](const Tokens& t) {
        second->setSpacing(t.px(Px::Space4));
        layout->setSpacing(t.px(Px::Space8));
        applyTokens(t);
    });
    showWords();
}

void SyncStatusBox::setStatus(const SyncStatus& status)
{
    if (status == m_status)
        return;
    m_status = status;
    showWords();
}

void SyncStatusBox::setIconsOnly(bool iconsOnly)
{
    m_iconsOnly = iconsOnly;
    m_words->setVisible(!iconsOnly);
    applyTokens(tokens());
    showWords();
}

void SyncStatusBox::applyTokens(const Tokens& t)
{
    const int high = t.px(Px::Space8);
    const int left
        = m_iconsOnly ? (t.px(Px::NavigationIcons) - t.px(Px::Icon)) / 2 : t.px(Px::Space16) + t.px(Px::Space4) / 2;
    layout()->setContentsMargins(left, high, m_iconsOnly ? 0 : t.px(Px::Space4), high);
}

void SyncStatusBox::showWords()
{
    using State = SyncStatus::State;
    QString first;
    QString second;
    QString link;
    switch (m_status.state) {
    case State::Synced:
        first = tr("All synced");
        if (m_status.checkedAt.isValid())
            second = tr("checked %1").arg(clockText(m_status.checkedAt));
        break;
    case State::Offline:
        first = tr("No connection");
        second = m_status.waiting == 0 ? tr("Kept on this PC")
            : m_status.waitingSince.isValid()
            ? tr("%n waiting since %1", nullptr, m_status.waiting).arg(clockText(m_status.waitingSince))
            : tr("%n waiting", nullptr, m_status.waiting);
        break;
    case State::Syncing:
        first = tr("Syncing");
        second = m_status.toReceive > 0 ? tr("%1 to send · %2 to receive").arg(m_status.toSend).arg(m_status.toReceive)
                                        : tr("%1 to send").arg(m_status.toSend);
        break;
    case State::Attention:
        first = tr("%n need(s) a look", nullptr, m_status.attention);
        second = tr("The rest is synced");
        break;
    case State::SignedOut:
        first = tr("Signed out");
        second = tr("On this PC only ·");
        link = tr("Sign in");
        break;
    case State::LocalOnly:
        first = tr("Saved on this PC");
        second = tr("Without an account");
        break;
    }
    const bool loud = m_status.state == State::Offline || m_status.state == State::Attention;
    m_first->setRole(loud ? LabelRole::Strong : LabelRole::Muted);
    m_first->setText(first);
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
    m_link->setText(link);
    m_link->setVisible(!link.isEmpty());
    m_link->updateGeometry();
    m_icon->setState(m_status.state);
    setAccessibleName(text());
    setToolTip(m_iconsOnly ? text() : QString());
}

QString SyncStatusBox::text() const
{
    QStringList parts{m_first->text()};
    for (const QString& part : {m_second->text(), m_link->text()}) {
        if (!part.isEmpty())
            parts += part;
    }
    return parts.join(u' ');
}

void SyncStatusBox::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

void SyncStatusBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), Tokens::px(Fixed::Line), tokens().color(Color::Panel));
}

} // namespace dure::app
