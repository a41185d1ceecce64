// What a list offers to those alone whose role may change its table.
#include "app/lists/list_page.h"

#include "app/data/error_text.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"

#include <QAction>
#include <QShortcut>

namespace dure::app {

void ListPage::offerToWriters(TableId table, QWidget* what)
{
    m_offers.emplaceBack(table, what);
    if (!m_data.mayWrite(table)) // showing it would make a window of what has no parent yet
        what->hide();
}

void ListPage::offerToWriters(TableId table, QAction* what) { m_menuOffers.emplaceBack(table, what); }

void ListPage::setWrites(TableId table, KeyButton* create)
{
    m_writes = table;
    offerToWriters(table, create);
    m_refusedNew = new QShortcut(keyFor(KeyAction::New), this);
    m_refusedNew->setContext(Qt::WidgetWithChildrenShortcut);
    connect(m_refusedNew, &QShortcut::activated, this, [this, table] { mayWrite(table); });
    connect(&m_data, &CompanyData::roleChanged, this, &ListPage::offer);
    offer();
}

void ListPage::offer()
{
    m_refusedNew->setEnabled(!m_data.mayWrite(*m_writes)); // else the button has the key
    for (const auto& [table, what] : m_offers)
        what->setVisible(m_data.mayWrite(table));
    for (const auto& [table, what] : m_menuOffers)
        what->setVisible(m_data.mayWrite(table));
    if (!m_currentId.isNil())
        showDetail(m_currentId);
}

void ListPage::hideFromReaders()
{
    for (const auto& [table, what] : m_menuOffers)
        if (!m_data.mayWrite(table))
            what->setVisible(false);
}

bool ListPage::mayWrite(TableId table)
{
    if (m_data.mayWrite(table))
        return true;
    m_strip->clear();
    const ErrorText why = readsOnlyText();
    m_strip->show(Tone::Info, why.what, why.wayOut);
    return false;
}

void ListPage::addDeleteKey(QAction* item, std::function<void()> run)
{
    // Not QKeySequence::Delete: on Linux that is Ctrl+D as well, the grids' "as in the row above".
    addRowKey(QKeySequence(Qt::Key_Delete), item, std::move(run));
}

void ListPage::addRowKey(const QKeySequence& key, QAction* item, std::function<void()> run)
{
    item->setShortcut(key);
    item->setShortcutContext(Qt::WidgetShortcut); // shown by the menu; the list's own shortcut hears it
    item->setShortcutVisibleInContextMenu(true);
    auto* shortcut = new QShortcut(key, m_table);
    shortcut->setContext(Qt::WidgetShortcut); // in the filter's field Delete is for letters
    shortcut->setAutoRepeat(false); // held, it would delete row after row
    connect(shortcut, &QShortcut::activated, this, [this, run = std::move(run)] {
        if (!m_writes || mayWrite(*m_writes))
            run();
    });
}

void ListPage::addEditKey(std::function<void()> run)
{
    auto* shortcut = new QShortcut(keyFor(KeyAction::Edit), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this, run = std::move(run)] {
        if (!m_currentId.isNil() && (!m_writes || mayWrite(*m_writes)))
            run();
    });
}

} // namespace dure::app
