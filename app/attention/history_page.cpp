#include "app/attention/history_page.h"

#include "app/attention/history_view.h"
#include "app/attention/matter_text.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace dure::app {

HistoryPage::HistoryPage(CompanyData& data, HistoryDesk& desk, TableId table, const Uuid& row, QWidget* parent)
    : Page(parent)
    , m_view(new HistoryView(data, desk))
{
    auto* scrolled = new QWidget;
    scrolled->setProperty("scrollContent", true);
    auto* column = new QVBoxLayout(scrolled);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidget(scrolled);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] { host()->closePage(this); });
    data.read(
        this, QStringLiteral("rows"),
        [table, row](Reader& reader) {
            storage::AttentionStore store = reader.attention();
            return std::pair(historyRowsOf(reader, table, row), store.subjectOf(tableOf(table), row));
        },
        [this](auto&& read) {
            m_subject = subjectPhrase(read.second);
            m_view->setRows(m_subject, std::move(read.first));
            Q_EMIT headerChanged();
        });
}

} // namespace dure::app

#include "moc_history_page.cpp"
