#include "app/data/error_text.h"
#include "app/safety/backup_desk.h"
#include "app/session/company_window.h"
#include "app/session/session.h"
#include "app/shell/app_settings.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "sync/client/backup_places.h"

#include <QDateTime>

namespace dure::app {

/// A copy lies beside the company's file. What is typed is kept first, in the file that is kept aside; then the company
/// is closed for a moment, and opened anew with the copy. If that fails, it is opened with what it had.
void Session::restoreCompany()
{
    if (!m_company)
        return;
    afterLeaving([this, space = m_company->company().space] {
        m_settings.setWindowGeometry(m_company->window().saveGeometry());
        m_company.reset();
        const std::string data = m_options.dataFolder.toStdString();
        const qint64 now = m_clock.nowMs();
        const auto stamp = storage::BackupStamp::at(now, QDateTime::fromMSecsSinceEpoch(now).offsetFromUtc() / 60);
        const auto aside = storage::putRestored(
            client::companyDatabase(client::companyFolder(data, space)), client::ownBackupFolder(data, space), stamp);
        if (!openCompany(space))
            return;
        MessageStrip& notice = m_company->window().notice();
        notice.clear();
        if (aside)
            notice.show(Tone::Green, tr("The backup is back in its place."),
                tr("The file before it is kept aside; it stands among the backups."));
        else
            notice.show(Tone::Red, tr("The backup could not be put into its place; the company is as it was."),
                backupErrorText(aside.error()).wayOut);
        connect(notice.addAction(tr("Hide")), &QAbstractButton::clicked, &notice, &MessageStrip::clear);
    });
}

} // namespace dure::app
