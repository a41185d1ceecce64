#include "app/people/device_section.h"

#include "app/attention/field_text.h"
#include "app/people/fact_table.h"
#include "app/people/people_sheets.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"

#include <QVBoxLayout>

namespace dure::app {

DeviceSection::DeviceSection(PeopleDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_everybodys(desk.may(Right::SeeDevices))
    , m_devices(new FactTable(
          {{tr("Device"), FactTable::firstColumn}, {tr("Version"), 0, true}, {tr("Person"), FactTable::thirdColumn},
              {tr("Last sync"), FactTable::fourthColumn}, {tr("State"), FactTable::fifthColumn}}))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_everybodys ? new SectionHead(tr("Devices"), tr("Each holds a copy of this company's data."))
                                   : new SectionHead(tr("My devices"), tr("Where you are signed in.")));
    layout->addWidget(m_devices);
    connect(&desk, &PeopleDesk::sheetOpening, this, [this] {
        for (FactRow* row : m_devices->rows())
            row->shut();
    });
}

void DeviceSection::showLists()
{
    m_devices->clear();
    for (const bool revoked : {false, true})
        for (const protocol::DeviceEntry& device : m_desk.devices())
            if ((device.revoked != 0) == revoked)
                addDevice(device);
}

void DeviceSection::addDevice(const protocol::DeviceEntry& device)
{
    const Date today = m_desk.today();
    const bool revoked = device.revoked != 0;
    const Color ink = revoked ? Color::Text3 : Color::Text;
    const QString name = device.name.empty() ? tr("A PC without a name") : toQString(device.name);
    Fact state{tr("in use"), Weight::Regular, Color::Text2};
    if (revoked)
        state
            = {tr("stopped %1").arg(dayText(device.revoked, today)), Weight::Regular, Color::Text3, Status::Cancelled};
    else if (device.current)
        state = {tr("this PC"), Weight::Bold, Color::Text, Status::Done};
    FactRow* row = m_devices->addRow({{name, revoked ? Weight::Regular : Weight::Bold, ink},
        {device.version.empty() ? QStringLiteral("–") : toQString(device.version), Weight::Regular, ink},
        {toQString(device.userName), Weight::Regular, ink},
        {device.lastSync == 0 ? tr("never") : momentText(device.lastSync, today), Weight::Regular, ink}, state});
    const bool isMine = device.user == m_desk.seat().user;
    if (revoked || device.current || !(m_desk.may(Right::RevokeDevices) || (isMine && !m_everybodys)))
        return;
    KeyButton* stop = row->addAction(tr("Stop its use"));
    connect(stop, &QAbstractButton::clicked, this, [this, row, device] { askToRevoke(row, device); });
}

void DeviceSection::askToRevoke(FactRow* row, const protocol::DeviceEntry& device)
{
    Q_EMIT m_desk.sheetOpening();
    MessageStrip& strip = row->strip();
    const QString name = toQString(device.name);
    strip.show(Tone::Amber, tr("%1 loses its copy at its next contact with the cloud.").arg(name),
        tr("What it has not sent is handed in to the owner first; only then its data is deleted."));
    KeyButton* stop = strip.addAction(tr("Stop its use"));
    KeyButton* keep = strip.addAction(tr("Leave it"));
    connect(keep, &QAbstractButton::clicked, row, &FactRow::shut);
    connect(stop, &QAbstractButton::clicked, this, [this, stop, name, id = device.device] {
        m_desk.ask(this, stop,
            m_everybodys ? client::revokeDevice(m_desk.seat().space, id) : client::revokeOwnDevice(id),
            [this, name](client::Done) { m_desk.tell(tr("The use of %1 is stopped.").arg(name)); });
    });
    keep->setFocus();
}

} // namespace dure::app

#include "moc_device_section.cpp"
