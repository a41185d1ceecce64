#include "app/shell/key_help_page.h"

#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/label.h"
#include "app/widgets/ledger_table.h"
#include "app/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QGridLayout>
#include <QScrollArea>
#include <QShortcut>

namespace dure::app {
namespace {

void addOnce(QList<KeyHint>& all, const QString& keys, const QString& text)
{
    for (const KeyHint& known : all) {
        if (known.keys == keys)
            return;
    }
    if (!keys.isEmpty() && !text.isEmpty())
        all += {keys, text};
}

void addRows(QGridLayout& grid, const QString& title, const QList<KeyHint>& hints)
{
    grid.addWidget(new Label(LabelRole::Section, title), grid.rowCount(), 0, 1, 2);
    for (const KeyHint& hint : hints) {
        const int row = grid.rowCount();
        grid.addWidget(new KeyCap(hint.keys), row, 0, Qt::AlignLeft | Qt::AlignVCenter);
        grid.addWidget(new Label(LabelRole::Body, hint.text), row, 1);
    }
}

} // namespace

QList<KeyHint> keysOf(const Page& page)
{
    QList<KeyHint> all;
    // Words on the screen come first: a button says more exactly what its key does here than the table of keys.
    for (const QWidget* part : {static_cast<const QWidget*>(page.actionBar()), static_cast<const QWidget*>(&page)}) {
        for (const KeyButton* button : part->findChildren<KeyButton*>()) {
            if (button->isVisible() && button->isEnabled())
                addOnce(all, button->keyHint(), button->text());
        }
    }
    for (const KeyHintBar* bar : page.findChildren<KeyHintBar*>()) {
        for (const KeyHint& hint : bar->hints())
            addOnce(all, hint.keys, hint.text);
    }
    for (const LedgerTable* list : page.findChildren<LedgerTable*>()) {
        if (!list->isVisible() || list->model()->rowCount() == 0)
            continue;
        addOnce(all, QStringLiteral("↑↓"), KeyHelpPage::tr("Choose a row"));
        addOnce(all, QStringLiteral("Enter"), KeyHelpPage::tr("Open the row"));
    }
    for (const QShortcut* shortcut : page.findChildren<QShortcut*>()) {
        for (const KeyAction action : allKeyActions()) {
            if (shortcut->isEnabled() && shortcut->keys().contains(keyFor(action)))
                addOnce(all, keyText(keyFor(action)), keyActionText(action));
        }
    }
    for (const QAction* item : page.findChildren<QAction*>()) {
        if (item->isVisible() && item->isEnabled())
            addOnce(all, keyText(item->shortcut()), item->text());
    }
    return all;
}

KeyHelpPage::KeyHelpPage(const QString& about, const QList<KeyHint>& here, const QList<KeyHint>& everywhere)
    : m_about(about)
    , m_focusBefore(QApplication::focusWidget())
{
    auto* content = new QWidget;
    content->setProperty("scrollContent", true);
    auto* grid = new QGridLayout(content);
    addRows(*grid, tr("On this page: %1").arg(about), here);
    const int gap = grid->rowCount();
    grid->setRowMinimumHeight(gap, 1); // counts as a row from here on
    addRows(*grid, tr("Everywhere"), everywhere);
    grid->setRowStretch(grid->rowCount(), 1);
    grid->setColumnStretch(1, 1);
    auto* scroll = new QScrollArea;
    scroll->setAccessibleName(title());
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    Theme::follow(this, [grid, gap](const Tokens& t) {
        grid->setRowMinimumHeight(gap, t.px(Px::Space16));
        const int side = t.px(Px::Space24);
        grid->setContentsMargins(side, t.px(Px::Space16), side, t.px(Px::Space16));
        grid->setHorizontalSpacing(side);
        grid->setVerticalSpacing(t.px(Px::Space8));
    });
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] {
        const QPointer<QWidget> before = m_focusBefore;
        host()->closePage(this);
        if (before && before->isVisible())
            before->setFocus();
    });
}

KeyHelpPage::~KeyHelpPage() = default;

} // namespace dure::app

#include "moc_key_help_page.cpp"
