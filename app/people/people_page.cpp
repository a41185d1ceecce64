#include "app/people/people_page.h"

#include "app/people/device_section.h"
#include "app/people/handover_section.h"
#include "app/people/offline_note.h"
#include "app/people/person_section.h"
#include "app/people/visit_section.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace dure::app {

PeoplePage::PeoplePage(CloudLine& line, const Clock& clock, const CloudSeat& seat, QWidget* parent)
    : Page(parent)
    , m_desk(new PeopleDesk(line, clock, seat, PeopleDesk::Scope::Company, this))
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
    , m_stack(new QStackedLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(new Panel(Color::Sheet)); // until the first answer
    m_stack->addWidget(makeSections());
    m_stack->addWidget(makeOffline());
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] { host()->closePage(this); });
    connect(m_desk, &PeopleDesk::changed, this, &PeoplePage::showLists);
    connect(m_desk, &PeopleDesk::offline, this, &PeoplePage::showOffline);
    connect(m_desk, &PeopleDesk::failed, this, [this](const QString& what, const QString& wayOut) {
        m_strip->clear();
        m_strip->show(Tone::Red, what, wayOut);
    });
    connect(m_desk, &PeopleDesk::told, this, [this](const QString& done) {
        m_strip->clear();
        m_strip->show(Tone::Green, done);
    });
    m_desk->refresh();
}

QWidget* PeoplePage::makeSections()
{
    auto* content = new Panel(Color::Sheet);
    auto* column = new QVBoxLayout(content);
    column->setSpacing(0);
    if (m_desk->may(Right::SeeMembers))
        column->addWidget(m_people = new PersonSection(*m_desk));
    column->addWidget(m_devices = new DeviceSection(*m_desk));
    if (m_desk->may(Right::DecideHandovers))
        column->addWidget(m_handovers = new HandoverSection(*m_desk));
    if (m_people && needsEnd(Coordinator, m_desk->seat().kind))
        column->addWidget(m_visits = new VisitSection(*m_desk));
    column->addStretch();
    Theme::follow(content, [column](const Tokens& t) { column->setContentsMargins(0, 0, 0, t.px(Px::Space24)); });
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    return scroll;
}

QWidget* PeoplePage::makeOffline()
{
    auto* note = new OfflineNote(tr("People and devices are asked of the cloud, and there is no connection now."),
        tr("Everything else works without it. The lists come by themselves once there is a connection."));
    connect(note, &OfflineNote::retry, this, &PeoplePage::refresh);
    return note;
}

void PeoplePage::entered()
{
    if (!m_isOffline)
        Page::entered();
}

void PeoplePage::refresh() { m_desk->refresh(); }

void PeoplePage::showLists()
{
    m_isOffline = false;
    if (m_people)
        m_people->showLists();
    m_devices->showLists();
    if (m_handovers)
        m_handovers->showLists();
    if (m_visits)
        m_visits->showLists();
    m_stack->setCurrentIndex(1);
    if (isVisible() && !focusWidget())
        entered();
}

void PeoplePage::showOffline()
{
    m_isOffline = true;
    m_strip->clear();
    m_stack->setCurrentIndex(2);
}

} // namespace dure::app

#include "moc_people_page.cpp"
