// The bar over a list: chips at the left, the tools at the right.
#include "app/data/windowed_model.h"
#include "app/lists/list_page.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/label.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedLayout>

namespace dure::app {
namespace {

constexpr int filterWidth = 180; // at 100 %

} // namespace

QWidget* ListPage::makeBar()
{
    m_bar = new Panel(Color::Sheet);
    m_bar->installEventFilter(this);
    m_filter->setPlaceholderText(tr("Filter this list"));
    m_filter->setAccessibleName(tr("Filter this list"));
    m_filter->setClearButtonEnabled(true);
    m_filter->hide();
    m_filter->installEventFilter(this);
    m_filterButton = new KeyButton(ButtonKind::Quiet, tr("Filter"));
    m_filterButton->setSymbol(Icon::Search);
    m_filterButton->setToolTip(keyText(keyFor(KeyAction::Filter)));
    connect(m_filterButton, &QAbstractButton::clicked, this, &ListPage::startFilter);
    m_columnsButton = new KeyButton(ButtonKind::Quiet, tr("Columns"));
    m_columnsButton->setSymbol(Icon::Columns3);
    QMenu* columns = m_table->makeColumnsMenu(this);
    connect(m_columnsButton, &QAbstractButton::clicked, this,
        [=, this] { columns->popup(m_columnsButton->mapToGlobal(m_columnsButton->rect().bottomLeft())); });
    m_exportButton = new KeyButton(ButtonKind::Quiet, tr("Excel"));
    m_exportButton->setSymbol(Icon::FileSpreadsheet);
    m_exportButton->setToolTip(tr("Save this list as an Excel file (%1)").arg(keyText(keyFor(KeyAction::Export))));
    m_exportButton->setAccessibleName(tr("Save this list as an Excel file"));
    connect(m_exportButton, &QAbstractButton::clicked, this, &ListPage::exportList);
    m_loading = new Label(LabelRole::Faint, tr("Loading…"));
    m_loading->hide();
    m_detailHint = new QWidget;
    auto* hint = new QHBoxLayout(m_detailHint);
    hint->setContentsMargins(0, 0, 0, 0);
    hint->addWidget(new Label(LabelRole::Muted, tr("Detail")));
    hint->addWidget(new KeyCap(keyText(keyFor(KeyAction::Detail))));

    auto* layout = new QHBoxLayout(m_bar);
    layout->addWidget(m_chips);
    layout->addStretch();
    for (QWidget* tool :
        {static_cast<QWidget*>(m_loading), static_cast<QWidget*>(m_filter), static_cast<QWidget*>(m_filterButton),
            static_cast<QWidget*>(m_columnsButton), static_cast<QWidget*>(m_exportButton), m_detailHint})
        layout->addWidget(tool);
    Theme::follow(m_bar, [=, this](const Tokens& t) {
        m_filter->setFixedWidth(t.scaled(filterWidth));
        layout->setContentsMargins(t.px(Px::Space16), t.px(Px::Space8), t.px(Px::Space8), t.px(Px::Space8));
        layout->setSpacing(t.px(Px::Space8));
        hint->setSpacing(t.px(Px::Space4));
    });
    return m_bar;
}

void ListPage::fitBar()
{
    const int gap = tokens().px(Px::Space8);
    const QMargins margins = m_bar->layout()->contentsMargins();
    int wanted = margins.left() + margins.right() + m_chips->sizeHint().width();
    for (const QWidget* tool : {static_cast<QWidget*>(m_loading), static_cast<QWidget*>(m_filter), m_detailHint})
        wanted += tool->isHidden() ? 0 : tool->sizeHint().width() + gap;
    for (const KeyButton* button : {m_filterButton, m_columnsButton, m_exportButton})
        wanted += button->isHidden() ? 0 : button->fullWidth() + gap;
    const bool brief = wanted > m_bar->width();
    m_filterButton->setBrief(brief);
    m_columnsButton->setBrief(brief);
    m_exportButton->setBrief(brief);
}

void ListPage::lookElsewhere()
{
    const auto show = [this](const WindowedModel::Found& found) {
        m_elsewhere->clear();
        if (found.count <= m_model->rowCount())
            return;
        const QString number = numberText(found.count);
        m_elsewhere->show(Tone::Info,
            found.exact ? tr("%1 found among all.").arg(number) : tr("More than %1 found among all.").arg(number));
        connect(m_elsewhere->addAction(tr("Show all of them")), &QAbstractButton::clicked, this, [this] {
            m_elsewhere->clear();
            m_chips->choose(QStringLiteral("all"));
            m_table->setFocus();
        });
    };
    // Asked even if there is nothing to count: it takes the place of a count that is still on its way.
    m_data.read(
        this, QStringLiteral("elsewhere"),
        [job = m_model->foundInAllJob()](Reader& reader) { return job ? job(reader) : WindowedModel::Found{}; }, show);
}

void ListPage::startFilter()
{
    if (m_stack->currentIndex() != 0 || !m_filterable)
        return;
    m_filter->show();
    m_filterButton->hide();
    m_filter->setFocus();
    m_filter->selectAll();
}

void ListPage::endFilter()
{
    const bool wasFiltering = !filterText().isEmpty();
    m_filter->clear();
    m_filter->hide();
    m_filterButton->show();
    m_table->setFocus();
    if (wasFiltering)
        applyFilter();
}

void ListPage::showOnly(const QString& chip, const std::optional<DaySpan>& days)
{
    m_strip->clear();
    if (!filterText().isEmpty())
        endFilter();
    if (days) {
        m_days = *days;
        const auto iso = [](Date day) { return toQString(day.toIso()); };
        m_strip->show(Tone::Info, tr("Only what is dated %1 to %2 is shown.").arg(iso(days->from), iso(days->to)));
        connect(m_strip->addAction(tr("Show all days")), &QAbstractButton::clicked, m_strip, &MessageStrip::clear);
        const auto all = [this] {
            m_days = {};
            applyFilter();
        };
        connect(m_strip, &MessageStrip::cleared, this, all, Qt::SingleShotConnection);
    }
    m_chips->choose(chip);
    applyFilter();
}

} // namespace dure::app
