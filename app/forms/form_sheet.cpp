#include "app/forms/form_sheet.h"

#include "app/forms/row_list_grid.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/label.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QApplication>
#include <QGridLayout>
#include <QVBoxLayout>

namespace dure::app {
namespace {

constexpr int nameWidth = 150; // at 100 %
constexpr int widest = 1120; // lines of fields stay together on a wide screen
constexpr int belowAll = 100; // a row behind those of any section

/// Below the fields, in each column: QGridLayout gives a column no spacing that is empty or within a wider field of the
/// last row, and the fields of two sections would not stand below each other.
class KeptColumn : public QSpacerItem
{
public:
    KeptColumn()
        : QSpacerItem(0, 0, QSizePolicy::Ignored, QSizePolicy::Preferred)
    { }
    bool isEmpty() const override { return false; }
};

} // namespace

FormSheet::FormSheet(QWidget* parent)
    : QScrollArea(parent)
{
    auto* content = new app::Panel(Color::Sheet); // QFrame has a Panel of its own
    auto* column = new QWidget;
    m_sections = new QVBoxLayout(column);
    m_sections->setContentsMargins(0, 0, 0, 0);
    m_sections->setSpacing(0);
    m_sections->addStretch(1); // sections are as high as what is in them
    auto* layout = new QHBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(column);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (!now || !widget()->isAncestorOf(now))
            return;
        QWidget* whole = now; // with its label and what stands below it
        while (
            whole->parentWidget() != widget() && !qobject_cast<FormCell*>(whole) && !qobject_cast<RowListGrid*>(whole))
            whole = whole->parentWidget();
        ensureWidgetVisible(whole->parentWidget() == widget() ? now : whole, 0, tokens().px(Px::Space16));
    });
}

QGridLayout* FormSheet::addSection(const QString& title, const QString& explanation)
{
    if (m_count > 0)
        m_sections->insertWidget(m_sections->count() - 1, new HairLine(Qt::Horizontal));
    ++m_count;
    auto* section = new QWidget;
    auto* row = new QHBoxLayout(section);
    auto* names = new QWidget;
    auto* texts = new QVBoxLayout(names);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->addWidget(new Label(LabelRole::Section, title));
    if (!explanation.isEmpty()) {
        auto* line = new Label(LabelRole::Hint);
        line->setWrappedText(explanation);
        texts->addWidget(line);
    }
    texts->addStretch();
    auto* grid = new QGridLayout;
    for (int column = 0; column < columns; ++column) {
        grid->setColumnStretch(column, 1);
        grid->addItem(new KeptColumn, belowAll, column);
    }
    row->addWidget(names);
    row->addLayout(grid, 1);
    auto* line = new QHBoxLayout; // the hairline goes on to the edge
    line->addWidget(section, 1);
    line->addStretch(0);
    m_sections->insertLayout(m_sections->count() - 1, line);
    Theme::follow(section, [=](const Tokens& t) {
        names->setFixedWidth(t.scaled(nameWidth));
        texts->setSpacing(t.px(Px::Space4));
        row->setSpacing(t.px(Px::Space16));
        const int below = t.px(Px::Space16) - t.px(Px::Space12); // the spacing before the last row is there already
        row->setContentsMargins(t.px(Px::Space16), t.px(Px::Space16), t.px(Px::Space16), below);
        section->setMaximumWidth(t.scaled(widest));
        grid->setHorizontalSpacing(t.px(Px::Space12));
        grid->setVerticalSpacing(t.px(Px::Space12));
        for (int column = 0; column < columns; ++column)
            grid->setColumnMinimumWidth(column, t.scaled(20));
    });
    return grid;
}

void FormSheet::setSectionVisible(const QGridLayout& section, bool visible)
{
    QWidget* const whole = section.parentWidget();
    whole->setVisible(visible);
    for (int i = 1; i < m_sections->count(); ++i) {
        const QLayout* row = m_sections->itemAt(i)->layout();
        if (row && row->indexOf(whole) >= 0 && m_sections->itemAt(i - 1)->widget())
            m_sections->itemAt(i - 1)->widget()->setVisible(visible);
    }
}

void FormSheet::add(QGridLayout* section, QWidget* cell, int row, int column, int span)
{
    cell->setSizePolicy(QSizePolicy::Ignored, cell->sizePolicy().verticalPolicy());
    section->addWidget(cell, row, column, 1, span);
}

} // namespace dure::app

#include "moc_form_sheet.cpp"
