#include "app/safety/backup_pane.h"

#include "app/widgets/date_text.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/number_text.h"
#include "app/widgets/theme.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace dure::app {

BackupPane::BackupPane(QWidget* parent)
    : DetailPane(parent)
    , m_title(new Label(LabelRole::Section))
    , m_path(new Label(LabelRole::Hint))
    , m_state(new Label(LabelRole::Muted))
    , m_figures(new QWidget)
    , m_grid(new QGridLayout(m_figures))
    , m_restore(new KeyButton(ButtonKind::Plain, tr("Restore…")))
{
    head()->addWidget(m_title);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_path->setFocusPolicy(Qt::NoFocus);
    m_path->setMinimumWidth(Tokens::px(Fixed::Line));
    head()->addWidget(m_path);
    body()->addWidget(m_state);
    body()->addWidget(m_figures);
    addGap();
    m_grid->addWidget(new Label(LabelRole::Hint, tr("In the backup")), 0, 1, Qt::AlignRight);
    m_grid->addWidget(new Label(LabelRole::Hint, tr("Now")), 0, 2, Qt::AlignRight);
    for (const QString& name : {tr("Orders"), tr("Deliveries"), tr("Payments"), tr("Customers"), tr("Products"),
             tr("Last order"), tr("Not sent yet")})
        m_lines += addLine(name);
    m_grid->setColumnStretch(0, 1);
    Theme::follow(m_figures, [this](const Tokens& t) {
        m_grid->setContentsMargins(0, 0, 0, 0);
        m_grid->setHorizontalSpacing(t.px(Px::Space24));
        m_grid->setVerticalSpacing(t.px(Px::Space8));
        m_grid->setColumnMinimumWidth(1, t.scaled(80));
        m_grid->setColumnMinimumWidth(2, t.scaled(80));
    });
    m_restore->setKey(keyFor(KeyAction::Edit));
    addFootButton(m_restore);
    setNext(tr("The present file is kept aside."), tr("What it has and the backup has not stays in it."));
}

BackupPane::Line BackupPane::addLine(const QString& name)
{
    const int row = m_grid->rowCount();
    m_grid->addWidget(new Label(LabelRole::Muted, name), row, 0);
    const Line line{new Label(LabelRole::Strong), new Label(LabelRole::Muted)};
    m_grid->addWidget(line.held, row, 1, Qt::AlignRight);
    m_grid->addWidget(line.now, row, 2, Qt::AlignRight);
    return line;
}

void BackupPane::setTitle(const QString& title, const QString& path)
{
    m_title->setText(title);
    m_path->setText(path);
    m_path->setToolTip(path);
}

void BackupPane::show(
    const QList<Line>& lines, Label* Line::*side, const std::optional<storage::BackupFacts>& facts, Date today)
{
    const auto figures = facts
        ? QStringList{numberText(qint64(facts->orders)), numberText(qint64(facts->deliveries)),
            numberText(qint64(facts->payments)), numberText(qint64(facts->customers)),
            numberText(qint64(facts->products)), dateText(facts->lastOrder, today), numberOrDash(qint64(facts->unsent))}
        : QStringList();
    for (qsizetype i = 0; i < lines.size(); ++i)
        (lines[i].*side)->setText(figures.value(i));
}

void BackupPane::setHeld(const std::optional<storage::BackupFacts>& facts, Date today)
{
    m_state->setText(facts ? QString() : tr("Being read and checked …"));
    m_state->setVisible(!facts);
    m_figures->show();
    m_restore->setEnabled(facts.has_value());
    show(m_lines, &Line::held, facts, today);
}

void BackupPane::setNow(const std::optional<storage::BackupFacts>& facts, Date today)
{
    show(m_lines, &Line::now, facts, today);
}

void BackupPane::setUnreadable(const QString& why)
{
    m_state->setWrappedText(why);
    m_state->show();
    m_figures->hide();
    m_restore->setEnabled(false);
}

} // namespace dure::app

#include "moc_backup_pane.cpp"
