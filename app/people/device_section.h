#pragma once
#include "app/people/people_desk.h"

#include <QWidget>

namespace dure::app {

class FactRow;
class FactTable;

/// The PCs that hold a copy of the company, or the user's own.
class DeviceSection : public QWidget
{
    Q_OBJECT
public:
    explicit DeviceSection(PeopleDesk& desk, QWidget* parent = nullptr);

    void showLists(); ///< what the desk has now
    FactTable& devices() const { return *m_devices; }

private:
    void addDevice(const protocol::DeviceEntry& device);
    void askToRevoke(FactRow* row, const protocol::DeviceEntry& device);

    PeopleDesk& m_desk;
    bool m_everybodys; // not only the user's own
    FactTable* m_devices; // child
};

} // namespace dure::app
