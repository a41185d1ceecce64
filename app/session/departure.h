#pragma once
#include "app/sync/handing_in.h"

#include <QObject>
#include <memory>

namespace dure::app {

/// Leaves a company that this PC may no longer have (DESIGN §3.18): hands in what was not sent, closes the company,
/// wipes it. Whatever stops it in between, the next start finds the same and goes on.
class Departure : public QObject
{
    Q_OBJECT
public:
    Departure(std::unique_ptr<CompanyData> data, std::unique_ptr<CloudLine> line, const Uuid& space,
        const QString& dataFolder, QObject* parent = nullptr);
    ~Departure() override;

    void start();
    void tryNow(); ///< after a pause, or after another program held the folder

Q_SIGNALS:
    void progressed(qint64 handedIn, qint64 left); ///< actions
    void paused(); ///< the cloud does not answer; it goes on by itself
    void refused(const QString& detail); ///< nothing was deleted: the cloud takes the work from nobody here
    void held(const QString& detail); ///< handed in, but the folder cannot be deleted now
    /// The company is gone from this PC. `deviceIsNoMore`: whoever signs in here next does so as on a new device.
    void finished(qint64 handedIn, bool deviceIsNoMore);

private:
    void wipe();
    void askAboutDevice();

    std::unique_ptr<CompanyData> m_data; // null once it is closed
    std::unique_ptr<CloudLine> m_line;
    Uuid m_space;
    QString m_dataFolder;
    std::unique_ptr<HandingIn> m_work; // goes before the data
    qint64 m_handedIn = 0;
};

} // namespace dure::app
