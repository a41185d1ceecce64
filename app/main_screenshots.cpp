// Renders every screen and widget into PNGs, in both themes, text sizes and languages, to be looked at.
#include "app/shell/app_settings.h"
#include "app/shell/language.h"
#include "app/shell/main_window.h"
#include "app/shell/search_field.h"
#include "app/shell/settings_page.h"
#include "app/shell/sign_in_page.h"
#include "app/shell/sync_status_box.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/date_text.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_hint_bar.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/status_glyph.h"
#include "app/widgets/totals_row.h"

#include <QtWidgets>

using namespace dure;
using namespace dure::app;

namespace {

constexpr Date galleryToday = Date::fromYmd(2026, 11, 23);
constexpr QSize screen{1366, 738}; // 768 less the title bar that the desktop draws

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
        chips->addChip(QStringLiteral("open"), QStringLiteral("미납"));
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
        m_table->setToday(galleryToday);
        m_table->setColumns({{QStringLiteral("status"), QStringLiteral("상태"), ColumnKind::Status, 98},
            {QStringLiteral("due"), QStringLiteral("납기"), ColumnKind::DueDate, 118},
            {QStringLiteral("customer"), QStringLiteral("거래처"), ColumnKind::Text, 112},
            {QStringLiteral("product"), QStringLiteral("품목"), ColumnKind::Name, 200, true},
            {QStringLiteral("left"), QStringLiteral("남음"), ColumnKind::Number, 80},
            {QStringLiteral("progress"), QStringLiteral("납품률"), ColumnKind::Progress, 64},
            {QStringLiteral("ordered"), QStringLiteral("주문"), ColumnKind::Number, 72},
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

class EmptyPage : public Page
{
public:
    EmptyPage()
    {
        auto* empty = new EmptyState(QStringLiteral("아직 주문이 없습니다"),
            QStringLiteral("아래 셋 가운데 하나로 시작하세요. 순서는 상관없습니다."));
        const auto button = [](ButtonKind kind, const char* text, const char* key) {
            auto* made = new KeyButton(kind, QString::fromUtf8(text));
            made->setKey(QKeySequence(QString::fromUtf8(key)));
            return made;
        };
        empty->addWay(Icon::FileSpreadsheet, QStringLiteral("Excel에서 거래처와 품목 가져오기"),
            QStringLiteral("약 3분"),
            QStringLiteral("쓰던 파일을 그대로 고르세요. 두레가 열을 맞추고, 넣기 전에 보여 드립니다."),
            button(ButtonKind::Primary, "가져오기", "Ctrl+I"));
        empty->addWay(Icon::SquarePen, QStringLiteral("첫 주문 적기"), QStringLiteral("거래명세서까지 약 5분"),
            QStringLiteral("거래처와 품목은 적으면서 만들 수 있습니다."), button(ButtonKind::Plain, "새 주문", "F2"));
        empty->addWay(Icon::CirclePlay, QStringLiteral("둘러보기"), QStringLiteral("2분"),
            QStringLiteral("연습용 회사로 주문 하나를 끝까지 따라갑니다. 자료는 바뀌지 않습니다."),
            button(ButtonKind::Plain, "보기", "F1"));
        empty->setFootnote(Icon::ClipboardPaste, QStringLiteral("Excel에서 복사한 줄을 여기에 바로 붙여넣어도 됩니다."),
            QStringLiteral("Ctrl+V"));
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(empty);
    }
    QString title() const override { return QStringLiteral("납품"); }
};

/// Form cells, messages and states of buttons beside one another.
class FormPage : public Page
{
public:
    FormPage()
    {
        auto* form = new QGridLayout;
        const auto text = [](const char* value) {
            auto* edit = new ImeLineEdit;
            edit->setText(QString::fromUtf8(value));
            return edit;
        };
        auto* customer = new ChoiceField;
        customer->addItems({QStringLiteral("(주)다온코스메틱"), QStringLiteral("새벽유업(주)")});
        customer->setStrong(true);
        auto* site = new ChoiceField;
        site->addItems({QStringLiteral("안성 충전공장"), QStringLiteral("평택 2창고")});
        auto* ordered = new DateField;
        ordered->setToday(galleryToday);
        ordered->setDate(galleryToday);
        m_due = new DateField;
        m_due->setToday(galleryToday);
        m_due->setDate(Date::fromYmd(2026, 12, 2));
        auto* terms = new ValueLabel;
        terms->setText(QStringLiteral("말일 마감, 익월 말"));
        auto* wrong = new FormCell(QStringLiteral("사업자등록번호"), text("100-86-27454"));
        wrong->setProblem(QStringLiteral("등록번호 끝자리가 다릅니다. 고치거나 그대로 쓰세요."));
        form->addWidget(new FormCell(QStringLiteral("거래처"), customer), 0, 0);
        form->addWidget(new FormCell(QStringLiteral("받는 곳"), site), 0, 1);
        form->addWidget(new FormCell(QStringLiteral("주문일"), ordered), 0, 2);
        form->addWidget(new FormCell(QStringLiteral("납기"), m_due), 0, 3);
        form->addWidget(new FormCell(QStringLiteral("메모"), text("팔레트 포장, 15시 전 하차")), 0, 4);
        form->addWidget(new FormCell(QStringLiteral("결제"), terms), 1, 0);
        form->addWidget(wrong, 1, 1);
        auto* disabled = text("고칠 수 없는 칸");
        disabled->setEnabled(false);
        form->addWidget(new FormCell(QStringLiteral("쉬는 칸"), disabled), 1, 2, 1, 2);
        form->addWidget(new QCheckBox(QStringLiteral("VAT 별도")), 1, 4);

        auto* over = new MessageStrip(MessageStrip::Shape::Row, this);
        over->show(Tone::Amber,
            QStringLiteral("남은 수량보다 1,000개 많습니다. 이 거래처의 허용 오차는 2% (600개)입니다."),
            QStringLiteral("그대로 저장할 수 있고, ‘확인 필요’에 기록됩니다."));
        over->addAction(QStringLiteral("18,000으로 맞추기"))->setKeyHint(QStringLiteral("F4"));
        auto* red = new MessageStrip(MessageStrip::Shape::Box, this);
        red->show(Tone::Red, QStringLiteral("저장하지 못했습니다."), QStringLiteral("디스크를 비우고 F8을 누르세요."));
        auto* green = new MessageStrip(MessageStrip::Shape::Box, this);
        green->show(Tone::Green, QStringLiteral("3차 납품을 기록했습니다."));
        auto* info = new MessageStrip(MessageStrip::Shape::Box, this);
        info->show(Tone::Info, QStringLiteral("이 주문까지 모두 납품하면 미수 12,332,100원, 한도 안입니다."));
        auto* glyphs = new QHBoxLayout;
        for (int status = 1; status <= int(Status::Info); ++status) {
            glyphs->addWidget(new StatusGlyph(Status(status)));
            glyphs->addWidget(new Label(LabelRole::Body, statusWord(Status(status))));
        }
        glyphs->addStretch();
        auto* buttons = new QHBoxLayout;
        for (const auto kind : {ButtonKind::Primary, ButtonKind::Plain, ButtonKind::Quiet, ButtonKind::Link}) {
            for (const bool enabled : {true, false}) {
                auto* button = new KeyButton(kind, QStringLiteral("저장"));
                button->setKeyHint(QStringLiteral("F8"));
                button->setEnabled(enabled);
                buttons->addWidget(button);
            }
        }
        buttons->addStretch();
        auto* hints = new KeyHintBar;
        hints->setHints(
            {{QStringLiteral("Enter"), QStringLiteral("다음 칸")}, {QStringLiteral("F2"), QStringLiteral("칸 고치기")},
                {QStringLiteral("F4"), QStringLiteral("목록")}, {QStringLiteral("↑↓"), QStringLiteral("고르기")},
                {QStringLiteral("Ctrl+V"), QStringLiteral("Excel에서 붙여넣기")},
                {QStringLiteral("F8"), QStringLiteral("저장")}});
        auto* body = new QVBoxLayout;
        body->addLayout(form);
        body->addWidget(over);
        body->addWidget(red);
        body->addWidget(green);
        body->addWidget(info);
        body->addLayout(glyphs);
        body->addLayout(buttons);
        body->addStretch();
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addLayout(body, 1);
        layout->addWidget(hints);
        addAction(new Label(LabelRole::Hint, QStringLiteral("적는 대로 이 PC에 보관됩니다")));
        auto* close = new KeyButton(ButtonKind::Plain, QStringLiteral("닫기"));
        close->setKey(QKeySequence(Qt::Key_Escape));
        addAction(close);
        auto* save = new KeyButton(ButtonKind::Primary, QStringLiteral("저장"));
        save->setKey(QKeySequence(Qt::Key_F8));
        addAction(save);
        Theme::follow(this, [=](const Tokens& t) {
            const int pad = t.px(Px::Space16);
            body->setContentsMargins(pad, t.px(Px::Space12), pad, t.px(Px::Space12));
            body->setSpacing(t.px(Px::Space12));
            form->setSpacing(t.px(Px::Space12));
            glyphs->setSpacing(t.px(Px::Space8));
        });
    }
    QString title() const override { return QStringLiteral("새 주문"); }
    QString subtitle() const override { return QStringLiteral("O261123-A02"); }
    void entered() override { m_due->setFocus(); }
    DateField* due() const { return m_due; }

private:
    DateField* m_due;
};

struct Output
{
    QDir folder;
    QString suffix;
    void keep(QWidget& widget, const char* name) const
    {
        QApplication::processEvents();
        settle();
        const QString file = folder.filePath(QStringLiteral("%1-%2.png").arg(QLatin1String(name), suffix));
        if (!widget.grab().save(file))
            qFatal("cannot write %s", qPrintable(file));
    }
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
};

void pressKey(QWidget* widget, int key)
{
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
    QApplication::sendEvent(widget, &press);
}

SyncStatus synced()
{
    SyncStatus status;
    status.state = SyncStatus::State::Synced;
    status.checkedAt = QDateTime(QDate::currentDate(), QTime(9, 41));
    return status;
}

void shootSignIn(AppSettings& settings, const Output& out)
{
    SignInPage page(settings);
    page.resize(screen);
    page.show();
    page.showError(QStringLiteral("비밀번호가 맞지 않습니다."), QStringLiteral("한/영 상태와 Caps Lock을 확인하세요."));
    out.keep(page, "sign-in");
    page.setBusy(true);
    out.keep(page, "sign-in-busy");
}

void shootSyncStates(const Output& out)
{
    Panel strip(Color::Window);
    auto* layout = new QHBoxLayout(&strip);
    for (int state = 0; state <= int(SyncStatus::State::LocalOnly); ++state) {
        SyncStatus status = synced();
        status.state = SyncStatus::State(state);
        status.waiting = 3;
        status.waitingSince = QDateTime(QDate::currentDate(), QTime(9, 12));
        status.toSend = 3;
        status.toReceive = 128;
        status.attention = 2;
        auto* box = new SyncStatusBox;
        box->setStatus(status);
        box->setFixedWidth(tokens().px(Px::Navigation));
        layout->addWidget(box);
    }
    strip.show();
    out.keep(strip, "sync-states");
}

void shootShell(AppSettings& settings, const Output& out)
{
    MainWindow window(settings);
    FormPage* form = nullptr;
    window.setCompany(QStringLiteral("한결플라스틱(주)"), QStringLiteral("김미선 · 사무"));
    QMenu companies;
    companies.addAction(QStringLiteral("한결플라스틱(주)"))->setCheckable(true);
    companies.actions().first()->setChecked(true);
    companies.addAction(QStringLiteral("새솔용기"));
    companies.addSeparator();
    companies.addAction(QStringLiteral("로그아웃"));
    window.setCompanyMenu(&companies);
    const auto work = NavigationSection::Work;
    window.addPlace(
        {QStringLiteral("orders"), QStringLiteral("주문"), Icon::ClipboardList, work, [] { return new ListPage; }});
    window.addPlace(
        {QStringLiteral("deliveries"), QStringLiteral("납품"), Icon::Truck, work, [] { return new EmptyPage; }});
    window.addPlace({QStringLiteral("customers"), QStringLiteral("거래처"), Icon::Building2, work,
        [&form] { return form = new FormPage; }});
    window.addPlace(
        {QStringLiteral("products"), QStringLiteral("품목"), Icon::Package, work, [] { return new EmptyPage; }});
    window.addPlace({QStringLiteral("attention"), QStringLiteral("확인 필요"), Icon::CircleAlert,
        NavigationSection::Overview, [] { return new EmptyPage; }});
    window.addPlace(
        {QStringLiteral("settings"), QStringLiteral("설정"), Icon::Settings, NavigationSection::Foot, [&settings] {
             auto* page = new SettingsPage(settings);
             page->setAccount({true, QStringLiteral("한결플라스틱(주)"), QStringLiteral("김미선"),
                 QStringLiteral("miseon.kim@hangyeol.example"), QStringLiteral("https://dure.example"),
                 QStringLiteral("C:\\Users\\miseon\\AppData\\Local\\Dure")});
             return page;
         }});
    window.setPlaceCount(QStringLiteral("attention"), 2);
    window.setSyncStatus(synced());
    window.resize(screen);
    window.show();
    window.goTo(QStringLiteral("orders"));
    out.keep(window, "orders");
    window.search().setFocus();
    out.keep(window, "orders-unfocused");
    window.goTo(QStringLiteral("deliveries"));
    out.keep(window, "empty");
    window.goTo(QStringLiteral("customers"));
    out.keep(window, "form");
    pressKey(form->due(), Qt::Key_F4);
    if (QWidget* popup = QApplication::activePopupWidget()) {
        out.keep(*popup, "calendar");
        popup->close();
    }
    companies.popup(window.mapToGlobal(QPoint(0, 0)));
    out.keep(companies, "menu");
    companies.close();
    window.goTo(QStringLiteral("settings"));
    out.keep(window, "settings");
    window.resize(screen - QSize(0, 90));
    out.keep(window, "settings-low");
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    // Settings of its own, so that looking at the product does not change it.
    QTemporaryDir settingsFolder;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settingsFolder.path());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QApplication::setOrganizationName(QStringLiteral("Dure"));
    QApplication::setApplicationName(QStringLiteral("Dure screenshots"));
    if (argc < 2) {
        qCritical("usage: dure-screenshots DIR [NAME…: light-100-ko dark-140-en …]");
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(QStringLiteral("."));
    const QStringList only = QApplication::arguments().mid(2);
    Theme theme(application);
    AppSettings settings;
    settings.setLastEmail(QStringLiteral("miseon.kim@hangyeol.example"));
    settings.setServer(QStringLiteral("https://dure.example"));
    for (const QString& language : {QStringLiteral("ko"), QStringLiteral("en")}) {
        for (const auto appearance : {Appearance::Light, Appearance::Dark}) {
            for (const int percent : {80, 100, 140}) {
                const QString name
                    = QStringLiteral("%1-%2-%3")
                          .arg(appearance == Appearance::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                          .arg(percent)
                          .arg(language);
                if (!only.isEmpty() && !only.contains(name))
                    continue;
                settings.setLanguage(language);
                settings.setAppearance(appearance);
                settings.setTextPercent(percent);
                installLanguage(language);
                theme.setLook(appearance, percent);
                const Output out{folder, name};
                shootSignIn(settings, out);
                shootSyncStates(out);
                shootShell(settings, out);
            }
        }
    }
    return 0;
}
