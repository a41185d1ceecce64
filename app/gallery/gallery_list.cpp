#include "app/gallery/gallery_pages.h"

#include "app/widgets/chip_row.h"
#include "app/widgets/key_button.h"
#include "app/widgets/label.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"
#include "app/widgets/totals_row.h"

#include <QtWidgets>

namespace dure::app {
namespace {

struct OrderRow
{
    Status status;
    int due;
    const char* customer;
    const char* product;
    int more;
    int left;
    int ordered;
    int supply;
};

constexpr OrderRow orderRows[]{
    {Status::Late, 20261119, "청솔식품", "HDPE 1L 백색 손잡이", 1, 6000, 20000, 4300000},
    {Status::Late, 20261120, "늘봄화장품", "PP 크림용기 50g 무광백", 0, 5000, 5000, 1700000},
    {Status::Late, 20261120, "대성유지", "HDPE 4L 말통 백색", 0, 800, 2400, 1656000},
    {Status::Partial, 20261123, "(주)다온코스메틱", "PET 500ml 투명 28파이", 2, 36000, 65000, 4810000},
    {Status::Partial, 20261123, "새벽유업(주)", "PET 350ml 브라운 28파이", 0, 40000, 100000, 8600000},
    {Status::Received, 20261123, "동녘음료", "PET 2L 투명 38파이", 0, 12000, 12000, 2136000},
    {Status::Received, 20261124, "한빛생활건강", "펌프캡 24/410 백색", 1, 30000, 30000, 4350000},
    {Status::Partial, 20261125, "가온F&B", "PET 500ml 투명 28파이", 3, 22000, 48000, 5214000},
    {Status::Held, 20261126, "온누리제약", "HDPE 정제병 120ml 백색 어린이 보호 뚜껑 달린 긴 이름의 품목", 4, 20000,
        20000, 3100000},
    {Status::Done, 20261127, "푸른들농산", "PP 원터치캡 28파이 녹색", 0, 0, 80000, 2560000},
    {Status::Cancelled, 20270105, "보람케미칼", "HDPE 20L 말통 청색", 0, 600, 600, 2340000},
    {Status::Attention, 20261130, "해오름식품", "PET 1.8L 투명 38파이", 2, 24000, 24000, 4968000},
};

class OrderModel : public QAbstractTableModel
{
public:
    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(std::size(orderRows));
    }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 8; }
    QVariant data(const QModelIndex& index, int role) const override
    {
        const OrderRow& row = orderRows[index.row()];
        const QLocale numbers(QLocale::Korean);
        const bool over = row.status == Status::Held || row.status == Status::Cancelled;
        if (role == StatusRole)
            return int(row.status);
        if (role == DateRole)
            return row.due;
        if (role == SettledRole)
            return over || row.left == 0;
        if (role == PermilleRole)
            return int(1000LL * (row.ordered - row.left) / row.ordered);
        if (role == SuffixRole)
            return row.more > 0 ? QStringLiteral("외 %1").arg(row.more) : QString();
        if (role == InkRole)
            return int(index.column() == 6 ? CellInk::Muted : CellInk::Normal);
        if (role == BoldRole)
            return index.column() == 4 && index.row() == 3;
        if (role != Qt::DisplayRole)
            return {};
        switch (index.column()) {
        case 2:
            return QString::fromUtf8(row.customer);
        case 3:
            return QString::fromUtf8(row.product);
        case 4:
            return numbers.toString(row.left);
        case 6:
            return numbers.toString(row.ordered);
        case 7:
            return numbers.toString(row.supply);
        default:
            return {};
        }
    }
};

/// The order list as picture 1 draws it, on data of its own.
class ListPage : public Page
{
public:
    ListPage()
    {
        auto* bar = new Panel(Color::Sheet);
        auto* chips = new ChipRow;
        chips->addChip(QStringLiteral("today"), QStringLiteral("오늘 납기"));
        chips->addChip(QStringLiteral("late"), statusWord(Status::Late), Status::Late);
        chips->addChip(QStringLiteral("open"), QStringLiteral("미출고"));
        chips->addChip(QStringLiteral("all"), QStringLiteral("전체"));
        chips->setCount(QStringLiteral("today"), 3);
        chips->setCount(QStringLiteral("late"), 3);
        chips->setCount(QStringLiteral("open"), 16);
        chips->setCount(QStringLiteral("all"), 1284);
        chips->choose(QStringLiteral("open"));
        auto* columns = new KeyButton(ButtonKind::Quiet, QStringLiteral("열"));
        columns->setSymbol(Icon::Columns3);
        auto* excel = new KeyButton(ButtonKind::Quiet, QStringLiteral("Excel로"));
        excel->setSymbol(Icon::FileSpreadsheet);
        auto* barLayout = new QHBoxLayout(bar);
        barLayout->addWidget(chips);
        barLayout->addStretch();
        barLayout->addWidget(columns);
        barLayout->addWidget(excel);

        m_table = new LedgerTable;
        m_table->setAccessibleName(title());
        m_table->setToday(galleryToday);
        m_table->setColumns({{QStringLiteral("status"), QStringLiteral("상태"), ColumnKind::Status, 98},
            {QStringLiteral("due"), QStringLiteral("납기"), ColumnKind::DueDate, 118},
            {QStringLiteral("customer"), QStringLiteral("거래처"), ColumnKind::Text, 112},
            {QStringLiteral("product"), QStringLiteral("품목"), ColumnKind::Name, 200, true},
            {QStringLiteral("left"), QStringLiteral("남음"), ColumnKind::Number, 70},
            {QStringLiteral("progress"), QStringLiteral("납품률"), ColumnKind::Progress, 64},
            {QStringLiteral("ordered"), QStringLiteral("주문"), ColumnKind::Number, 68},
            {QStringLiteral("supply"), QStringLiteral("공급가액"), ColumnKind::Number, 94}});
        m_table->setModel(new OrderModel);
        m_table->horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
        auto* totals = new TotalsRow(m_table);
        totals->setCell(QStringLiteral("status"), QStringLiteral("16건"));
        totals->setCell(
            QStringLiteral("due"), QStringLiteral("지연 3 · 일부 납품 4 · 접수 8 · 보류 1"), Weight::Regular);
        totals->setCell(QStringLiteral("left"), QStringLiteral("449,400"));
        totals->setCell(QStringLiteral("ordered"), QStringLiteral("600,000"));
        totals->setCell(QStringLiteral("supply"), QStringLiteral("62,764,000"));

        auto* left = new QVBoxLayout;
        left->setSpacing(0);
        left->addWidget(bar);
        left->addWidget(m_table, 1);
        left->addWidget(totals);
        auto* detail = makeDetail();
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        layout->addLayout(left, 1);
        layout->addWidget(detail);
        auto* create = new KeyButton(ButtonKind::Plain, QStringLiteral("새 주문"));
        create->setSymbol(Icon::Plus);
        create->setKey(QKeySequence(Qt::Key_F2));
        addAction(create);
        Theme::follow(this, [=](const Tokens& t) {
            barLayout->setContentsMargins(t.px(Px::Space16), t.px(Px::Space8), t.px(Px::Space8), t.px(Px::Space8));
            detail->setFixedWidth(t.px(Px::Detail));
            detail->setVisible(t.textPercent() < 120);
        });
    }
    QString title() const override { return QStringLiteral("주문"); }
    void entered() override
    {
        m_table->selectRow(3);
        m_table->setFocus();
    }

private:
    QWidget* makeDetail()
    {
        auto* detail = new Panel(Color::Sheet);
        detail->setEdges(Qt::LeftEdge);
        auto* foot = new Panel(Color::Sunken);
        foot->setEdges(Qt::TopEdge | Qt::LeftEdge);
        auto* footLayout = new QVBoxLayout(foot);
        footLayout->addWidget(new Label(LabelRole::Strong, QStringLiteral("다음: 오늘 3차 납품")));
        footLayout->addWidget(new Label(LabelRole::Muted, QStringLiteral("500ml 18,000, 캡 18,000 · 2.5톤 82가 3417")));
        auto* buttons = new QHBoxLayout;
        auto* deliver = new KeyButton(ButtonKind::Primary, QStringLiteral("납품하기"));
        deliver->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
        deliver->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        auto* open = new KeyButton(ButtonKind::Plain, QStringLiteral("열기"));
        open->setKeyHint(QStringLiteral("Enter"));
        buttons->addWidget(deliver, 1);
        buttons->addWidget(open);
        footLayout->addLayout(buttons);
        auto* column = new QVBoxLayout(detail);
        column->setContentsMargins(0, 0, 0, 0);
        column->addStretch(1);
        column->addWidget(foot);
        Theme::follow(detail, [=](const Tokens& t) {
            const int pad = t.px(Px::Space16);
            footLayout->setContentsMargins(pad, t.px(Px::Space12), pad, t.px(Px::Space12));
            footLayout->setSpacing(t.px(Px::Space4));
            buttons->setSpacing(t.px(Px::Space8));
        });
        return detail;
    }
    LedgerTable* m_table;
};

} // namespace

Page* makeGalleryList() { return new ListPage; }

} // namespace dure::app
