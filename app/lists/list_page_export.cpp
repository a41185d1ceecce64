// A list as an Excel file, and Excel files into a list.
#include "app/data/windowed_model.h"
#include "app/exchange/exchange_words.h"
#include "app/lists/list_export.h"
#include "app/lists/list_page.h"
#include "app/widgets/dialogs.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/start_folder.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>
#include <QStackedLayout>
#include <QUrl>

namespace dure::app {
namespace {

const auto folderSetting = QStringLiteral("exchange/saveFolder");

/// With an ending that says how it is written.
QString withEnding(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == QLatin1String("xlsx") || ending == QLatin1String("csv") ? path : path + QStringLiteral(".xlsx");
}

} // namespace

void ListPage::offerImport(TableId table, EmptyState& empty)
{
    auto* choose = new KeyButton(ButtonKind::Plain, tr("Import from Excel…"));
    connect(choose, &QAbstractButton::clicked, this, &ListPage::importRequested);
    offerToWriters(table, choose);
    empty.addWay(Icon::FileSpreadsheet, tr("Take in an Excel file"), tr("2 minutes"),
        tr("Choose a file, or drop it on this window. You see what would happen first."), choose);
    m_import = new QAction(themedIcon(Icon::FileSpreadsheet), tr("Import from Excel…"), this);
    connect(m_import, &QAction::triggered, this, &ListPage::importRequested);
    offerToWriters(table, m_import);
}

void ListPage::addExchangeItems(QMenu& menu)
{
    menu.addSeparator();
    QAction* save = menu.addAction(themedIcon(Icon::FileSpreadsheet), tr("Save this list as an Excel file…"));
    connect(save, &QAction::triggered, this, &ListPage::exportList);
    if (m_import)
        menu.addAction(m_import);
}

void ListPage::exportList()
{
    if (m_stack->currentIndex() != 0 || !m_model || m_export)
        return;
    const QString name = QStringLiteral("%1 %2.xlsx").arg(title(), toQString(m_data.today().toIso()));
    const QString folder = startFolder(folderSetting, QStandardPaths::DocumentsLocation);
    const FileQuestion question{
        tr("Save this list"), QDir(folder).filePath(name), tr("Excel (*.xlsx);;CSV (*.csv)"), true};
    askForFile(window(), question, this, [this](const QString& path) {
        QSettings().setValue(folderSetting, QFileInfo(path).absolutePath());
        exportTo(path);
    });
}

void ListPage::exportTo(const QString& chosen)
{
    if (m_export)
        return;
    const QString path = withEnding(chosen);
    const QString name = QFileInfo(path).fileName();
    m_export = new ListExport(m_data.databasePath(), *m_model, shownColumns(*m_table), title(), path, this);
    const auto say = [this](Tone tone, const QString& what, const QString& wayOut = {}) {
        m_strip->clear();
        m_strip->show(tone, what, wayOut);
    };
    const auto sayHow = [this, say, name](qint64 rows) {
        say(Tone::Info,
            rows == 0 ? tr("Writing %1.").arg(name) : tr("Writing %1: %2 rows.").arg(name, numberText(rows)));
        connect(m_strip->addAction(tr("Stop")), &QAbstractButton::clicked, this, [this] {
            if (m_export)
                m_export->stop();
        });
    };
    const auto end = [this] {
        m_export->deleteLater();
        m_export = nullptr;
    };
    sayHow(0);
    connect(m_export, &ListExport::progressed, this, sayHow);
    connect(m_export, &ListExport::written, this, [this, say, end, path](qint64 rows) {
        end();
        say(Tone::Info, tr("%n row(s) were written: %1", nullptr, int(rows)).arg(QDir::toNativeSeparators(path)));
        connect(m_strip->addAction(tr("Open it")), &QAbstractButton::clicked, this,
            [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
        connect(m_strip->addAction(tr("Open the folder")), &QAbstractButton::clicked, this,
            [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); });
    });
    connect(m_export, &ListExport::stopped, this, [say, end, name] {
        end();
        say(Tone::Info, tr("It was stopped; %1 was not written.").arg(name));
    });
    connect(m_export, &ListExport::failed, this, [say, end, name](const exchange::ExchangeError& error) {
        end();
        const ErrorText why = errorText(error, name);
        say(Tone::Red, why.what, why.wayOut);
    });
}

} // namespace dure::app
