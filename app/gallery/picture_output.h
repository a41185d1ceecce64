#pragma once
#include "app/data/company_data.h"
#include "app/forms/row_form.h"
#include "app/gallery/accessible_walk.h"
#include "app/shell/main_window.h"
#include "app/shell/sync_status_box.h"
#include "app/widgets/ime_line_edit.h"

#include <QtWidgets>

namespace dure::app {

inline constexpr QSize screen{1366, 738}; // 768 less the title bar that the desktop draws

/// Until it holds. A run whose screen does not come ends with its name: no picture is left out without a word.
template <class Holds> void waitFor(const char* what, Holds holds)
{
    constexpr int mostMs = 60'000;
    QElapsedTimer waiting;
    waiting.start();
    while (!holds()) {
        if (waiting.elapsed() > mostMs)
            qFatal("the gallery waited in vain for %s", what);
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

/// The page in front, once it is of this kind and has read what it shows.
template <class Kind> Kind& pageOf(const MainWindow& window)
{
    waitFor(Kind::staticMetaObject.className(), [&] {
        const auto* page = qobject_cast<Kind*>(window.currentPage());
        if constexpr (requires { page->isReady(); })
            return page && page->isReady();
        return page != nullptr;
    });
    return *qobject_cast<Kind*>(window.currentPage());
}

/// The menu, list or calendar that is open over the window.
inline QWidget& openPopup(const char* name)
{
    waitFor(name, [] { return QApplication::activePopupWidget() != nullptr; });
    return *QApplication::activePopupWidget();
}

/// Where the pictures of one look and language go.
struct Output
{
    QDir folder;
    QString suffix;
    CompanyData* company = nullptr; ///< whose screens these are
    QStringList* kept = nullptr; ///< the names of this look, in order
    AccessibleWalk* walk = nullptr; ///< looks instead of drawing

    Output of(CompanyData& other) const { return {folder, suffix, &other, kept, walk}; }
    void keep(QWidget& widget, const char* name) const
    {
        QApplication::processEvents();
        settle();
        kept->append(QLatin1String(name));
        if (walk)
            return walk->look(widget, QLatin1String(name));
        const QString file = folder.filePath(QStringLiteral("%1-%2.png").arg(QLatin1String(name), suffix));
        if (!widget.grab().save(file))
            qFatal("cannot write %s", qPrintable(file));
    }
    /// For screens that read: until what they asked for has come, however slow the machine is.
    void waitAndKeep(QWidget& widget, const char* name) const
    {
        constexpr int timersMs = 600; // the longest wait for somebody who still types
        QElapsedTimer waiting;
        waiting.start();
        waitForData(name);
        while (waiting.elapsed() < timersMs)
            QApplication::processEvents(QEventLoop::AllEvents, 20);
        waitForData(name);
        keep(widget, name);
    }
    /// What was asked of the data, what its answers asked, and what those asked.
    void waitForData(const char* what) const
    {
        for (int round = 0; round < 3; ++round) {
            bool written = false, read = false;
            company->run(
                qApp, [](commands::Commands&) { return true; }, [&](bool) { written = true; });
            waitFor(what, [&] { return written; });
            company->read(
                qApp, {}, [](Reader&) { return true; }, [&](bool) { read = true; }, ReadPriority::Background);
            waitFor(what, [&] { return read; });
        }
    }
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
};

inline void typeInto(RowForm& form, int column, const char* text)
{
    qobject_cast<ImeLineEdit*>(form.field(column))->setText(QString::fromUtf8(text));
}

inline SyncStatus syncedStatus()
{
    SyncStatus status;
    status.state = SyncStatus::State::Synced;
    status.checkedAt = QDateTime(QDate::currentDate(), QTime(9, 41));
    return status;
}

} // namespace dure::app
