#include "app/safety/ending_page.h"

#include "app/safety/backup_desk.h"
#include "app/widgets/key_button.h"
#include "app/widgets/label.h"
#include "app/widgets/theme.h"

#include <QCloseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace dure::app {
namespace {

constexpr int widthAt100 = 440;

}

EndingPage::EndingPage(BackupDesk& desk)
    : m_desk(desk)
    , m_what(new Label(LabelRole::Strong))
    , m_note(new Label(LabelRole::Muted))
    , m_end(new KeyButton(ButtonKind::Plain, tr("Close without a backup")))
{
    setWindowTitle(tr("Dure"));
    m_note->setWrappedText(tr("The program closes by itself as soon as it is made."));
    m_end->setKey(Qt::Key_Escape);
    connect(m_end, &QAbstractButton::clicked, this, &QWidget::close);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_end);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_what);
    column->addWidget(m_note);
    column->addLayout(buttons);
    column->setSizeConstraint(QLayout::SetMinimumSize);
    Theme::follow(this, [=, this](const Tokens& t) {
        const int pad = t.px(Px::Space24);
        column->setContentsMargins(pad, pad, pad, pad);
        column->setSpacing(t.px(Px::Space12));
        setFixedWidth(t.scaled(widthAt100));
    });
    connect(&desk, &BackupDesk::changed, this, &EndingPage::showPercent);
    connect(&desk, &BackupDesk::backedUp, this, &QWidget::close);
    desk.backUpNow();
    showPercent();
}

void EndingPage::showPercent()
{
    if (m_desk.percent() >= 0) {
        m_what->setWrappedText(tr("Today's backup is being made: %1 %").arg(m_desk.percent()));
        return;
    }
    const BackupWord word = m_desk.word(); // why there is none
    m_what->setWrappedText(word.what);
    m_note->setWrappedText(word.wayOut);
    m_end->setText(tr("Close"));
}

QString EndingPage::word() const { return m_what->text().remove(QChar(0x2060)); }

void EndingPage::closeEvent(QCloseEvent* event)
{
    disconnect(&m_desk, nullptr, this, nullptr);
    m_desk.breakOff(); // if it is not whole yet
    event->accept();
}

void EndingPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().color(Color::Window));
}

} // namespace dure::app

#include "moc_ending_page.cpp"
