// Renders every screen and widget into PNGs, in both themes, text sizes and languages, to be looked at.
#include "app/attention/attention_model.h"
#include "app/attention/attention_page.h"
#include "app/attention/matter_list.h"
#include "app/attention/matter_pane.h"
#include "app/company/company_profile_page.h"
#include "app/customers/customer_editor_page.h"
#include "app/customers/customer_list_page.h"
#include "app/deliveries/delivery_editor_page.h"
#include "app/deliveries/delivery_list_page.h"
#include "app/files/files_page.h"
#include "app/forms/row_form.h"
#include "app/forms/row_list_grid.h"
#include "app/gallery/gallery_company.h"
#include "app/gallery/gallery_desk.h"
#include "app/gallery/gallery_documents.h"
#include "app/gallery/gallery_exchange.h"
#include "app/gallery/gallery_money.h"
#include "app/gallery/gallery_pages.h"
#include "app/gallery/gallery_people.h"
#include "app/gallery/gallery_prices.h"
#include "app/gallery/gallery_safety.h"
#include "app/gallery/gallery_stock.h"
#include "app/gallery/gallery_today.h"
#include "app/gallery/picture_output.h"
#include "app/orders/order_editor_page.h"
#include "app/orders/order_list_page.h"
#include "app/printing/seal_image.h"
#include "app/products/product_editor_page.h"
#include "app/products/product_list_page.h"
#include "app/session/work_places.h"
#include "app/shell/app_settings.h"
#include "app/shell/language.h"
#include "app/shell/main_window.h"
#include "app/shell/search_field.h"
#include "app/shell/settings_page.h"
#include "app/shell/sign_in_page.h"
#include "app/shell/sync_status_box.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/entry_grid.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/theme.h"

#include <QtWidgets>

using namespace dure::app;

namespace {

void pressKey(QWidget* widget, int key)
{
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
    QApplication::sendEvent(widget, &press);
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
    page.setBusy(false);
    page.askForSecondFactor(false);
    out.keep(page, "sign-in-second-factor");
    page.go(SignInPage::Way::Join);
    out.keep(page, "sign-in-join");
    page.go(SignInPage::Way::NewPassword);
    out.keep(page, "sign-in-new-password");
}

void shootSyncStates(const Output& out)
{
    Panel strip(Color::Window);
    auto* layout = new QHBoxLayout(&strip);
    for (int state = 0; state <= int(SyncStatus::State::LocalOnly); ++state) {
        SyncStatus status = syncedStatus();
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
    DateField* due = nullptr;
    window.setCompany(QStringLiteral("한결플라스틱(주)"), QStringLiteral("김미선 · 사무"));
    QMenu companies;
    companies.addAction(QStringLiteral("한결플라스틱(주)"))->setCheckable(true);
    companies.actions().first()->setChecked(true);
    companies.addAction(QStringLiteral("새솔용기"));
    companies.addSeparator();
    companies.addAction(QStringLiteral("로그아웃"));
    window.setCompanyMenu(&companies);
    const auto work = NavigationSection::Work;
    window.addPlace({QStringLiteral("orders"), QStringLiteral("주문"), Icon::ClipboardList, work,
        [] { return makeGalleryList(); }});
    window.addPlace(
        {QStringLiteral("deliveries"), QStringLiteral("납품"), Icon::Truck, work, [] { return makeGalleryEmpty(); }});
    window.addPlace({QStringLiteral("customers"), QStringLiteral("거래처"), Icon::Building2, work,
        [&due] { return makeGalleryForm(&due); }});
    window.addPlace(
        {QStringLiteral("products"), QStringLiteral("품목"), Icon::Package, work, [] { return makeGalleryEmpty(); }});
    window.addPlace({QStringLiteral("attention"), QStringLiteral("확인 필요"), Icon::CircleAlert,
        NavigationSection::Overview, [] { return makeGalleryEmpty(); }});
    window.addPlace(
        {QStringLiteral("settings"), QStringLiteral("설정"), Icon::Settings, NavigationSection::Foot, [&settings] {
             auto* page = new SettingsPage(settings);
             page->setAccount({true, true, QStringLiteral("한결플라스틱(주)"), QStringLiteral("김미선"),
                 QStringLiteral("miseon.kim@hangyeol.example"), QStringLiteral("https://dure.example"),
                 QStringLiteral("C:\\Users\\miseon\\AppData\\Local\\Dure")});
             return page;
         }});
    window.setPlaceCount(QStringLiteral("attention"), 2);
    window.setSyncStatus(syncedStatus());
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
    pressKey(due, Qt::Key_F4);
    QWidget& calendar = openPopup("calendar");
    out.keep(calendar, "calendar");
    calendar.close();
    auto* choice = window.currentPage()->findChild<ChoiceField*>();
    choice->showPopup();
    out.keep(*choice->view()->window(), "choices");
    choice->hidePopup();
    companies.popup(window.mapToGlobal(QPoint(0, 0)));
    out.keep(companies, "menu");
    companies.close();
    window.goTo(QStringLiteral("settings"));
    out.keep(window, "settings");
    window.resize(screen - QSize(0, 90));
    out.keep(window, "settings-low");
}

/// The page to deliver: from an order with more than it asks for, without an order; and a statement printed again.
void shootDeliveries(MainWindow& window, WorkPlaces& places, const Output& out)
{
    window.goTo(QStringLiteral("orders"));
    out.waitAndKeep(window, "company-orders");
    auto* orders = window.findChild<OrderListPage*>();
    places.deliverOrder(orders->currentId());
    auto& page = pageOf<DeliveryEditorPage>(window);
    out.waitAndKeep(window, "company-delivery");
    auto& model = page.model();
    const auto cell = model.index(0, DeliveryLineModel::Now);
    const dure::Quantity more = model.entries().first().now + dure::Quantity::fromInteger(1000);
    model.setData(cell, QString::fromStdString(dure::toText(more)), Qt::EditRole);
    out.waitAndKeep(window, "company-delivery-over");
    window.closePage(&page);
    places.deliverOrder({});
    auto& sample = pageOf<DeliveryEditorPage>(window);
    out.waitAndKeep(window, "company-delivery-sample");
    window.closePage(&sample);
    window.goTo(QStringLiteral("deliveries"));
    out.waitAndKeep(window, "company-deliveries");
}

/// As a keyboard with an input method does it.
void typeIn(const QString& text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(QApplication::focusWidget(), &event);
}

/// A new order with the list of products open, one with problems, and one that is there already.
void shootOrderEditor(MainWindow& window, WorkPlaces& places, GalleryCompany& company, const Output& out)
{
    const auto press = [](int key) { pressKey(QApplication::focusWidget(), key); };
    const auto [customer, codes, order] = readNow(company, [](Reader& reader) {
        dure::storage::CustomerWindow first;
        first.sort = dure::storage::CustomerSort::OpenOrders;
        first.descending = true;
        std::vector<std::string> found;
        const auto most = reader.customers().list({}, first).front();
        for (const auto& product : reader.products().list({}, {}))
            found.push_back(product.code);
        dure::storage::OrderFilter open;
        open.customer = most.id;
        open.today = galleryToday;
        return std::tuple(most.id, found, reader.orders().list(open, {}).front().id);
    });
    places.editOrder({}, customer);
    auto& editor = pageOf<OrderEditorPage>(window);
    press(Qt::Key_F6);
    auto* grid = editor.findChild<EntryGrid*>();
    grid->setFocus();
    for (int line = 0; line < 4; ++line) {
        typeIn(QString::fromStdString(codes[std::size_t(3 * line + 1)]));
        press(Qt::Key_Return);
        typeIn(QString::number(20'000 - 5'000 * (line / 3)));
        press(Qt::Key_Return);
        if (line == 3)
            typeIn(QStringLiteral("131"));
        press(Qt::Key_Return);
    }
    typeIn(QStringLiteral("ㅌㅁ"));
    out.waitAndKeep(window, "order-editor");
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    typeIn(QStringLiteral("XX-1"));
    press(Qt::Key_Return);
    typeIn(QStringLiteral("많이"));
    press(Qt::Key_Return);
    press(Qt::Key_F8);
    editor.save();
    out.waitAndKeep(window, "order-editor-problem");
    places.editOrder(order);
    waitFor("the order", [&] { return &pageOf<OrderEditorPage>(window) != &editor; });
    out.waitAndKeep(window, "order-editor-existing");
    window.closePage(window.currentPage());
    company.data().run(
        &window,
        [](dure::commands::Commands& commands) {
            for (const std::string& name : commands.draftNames())
                (void)commands.dropDraft(name);
            return true;
        },
        [](bool) {});
}

/// A bottle's outline, as a drawing office would send it.
QString drawnBottle(const QString& folder)
{
    QImage paper(1200, 1600, QImage::Format_RGB32);
    paper.fill(paperWhite());
    QPainter painter(&paper);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = Tokens(false, 100).color(Color::Text);
    painter.setPen(QPen(ink, 5));
    QPainterPath bottle(QPointF(480, 250));
    bottle.lineTo(480, 480);
    bottle.cubicTo(480, 620, 300, 600, 300, 780);
    bottle.lineTo(300, 1350);
    bottle.quadTo(300, 1400, 350, 1400);
    bottle.lineTo(850, 1400);
    bottle.quadTo(900, 1400, 900, 1350);
    bottle.lineTo(900, 780);
    bottle.cubicTo(900, 600, 720, 620, 720, 480);
    bottle.lineTo(720, 250);
    bottle.closeSubpath();
    painter.drawPath(bottle);
    painter.setPen(QPen(ink, 2));
    QFont figures = tokens().font(TextStyle::Body);
    constexpr int figureDots = 44;
    figures.setPixelSize(figureDots);
    painter.setFont(figures);
    painter.drawLine(300, 1470, 900, 1470);
    painter.drawText(QRect(300, 1480, 600, 60), Qt::AlignCenter, QStringLiteral("Ø 72.0 ± 0.3"));
    painter.drawLine(1000, 250, 1000, 1400);
    painter.drawText(QRect(1010, 780, 190, 60), Qt::AlignLeft, QStringLiteral("178.5"));
    painter.drawText(QRect(400, 150, 400, 60), Qt::AlignCenter, QStringLiteral("28/410"));
    painter.end();
    const QString path = folder + QStringLiteral("/PB-0500 도면 2차.png");
    paper.save(path);
    return path;
}

void shootFiles(MainWindow& window, WorkPlaces& places, const dure::Uuid& product, const Output& out)
{
    places.showFiles(dure::TableId::Product, product);
    out.waitAndKeep(window, "company-files-none");
    QTemporaryDir folder;
    QFile pdf(folder.filePath(QStringLiteral("승인견본 성적서.pdf")));
    if (pdf.open(QIODevice::WriteOnly))
        pdf.write("%PDF-1.7\n" + QByteArray(240'000, ' '));
    pdf.close();
    auto* page = &pageOf<FilesPage>(window);
    page->add({pdf.fileName(), drawnBottle(folder.path())});
    Output::settle();
    out.waitAndKeep(window, "company-files");
    page->table().selectRow(0);
    out.waitAndKeep(window, "company-files-pdf");
    page->add({folder.filePath(QStringLiteral("없는 사진.jpg"))});
    out.waitAndKeep(window, "company-files-problem");
    window.closePage(page);
    out.waitAndKeep(window, "company-products-files");
}

void shootMasters(MainWindow& window, WorkPlaces& places, const Output& out)
{
    using C = dure::col::Customer;
    using P = dure::col::Product;
    places.editCustomer({});
    auto& newCustomer = pageOf<CustomerEditorPage>(window);
    out.waitAndKeep(window, "company-customer-new");
    window.closePage(&newCustomer);
    window.goTo(QStringLiteral("customers"));
    out.waitAndKeep(window, "company-customers");
    places.editCustomer(window.findChild<CustomerListPage*>()->currentId());
    auto& customer = pageOf<CustomerEditorPage>(window);
    out.waitAndKeep(window, "company-customer");
    customer.siteGrid().setFocus();
    out.waitAndKeep(window, "company-customer-sites");
    typeInto(customer.form(), C::creditLimit, "천만원");
    typeInto(customer.form(), C::businessNo, "124-81-00997");
    typeInto(customer.form(), C::name, "");
    customer.save();
    out.waitAndKeep(window, "company-customer-problems");
    customer.form().show(customer.form().shown());
    typeInto(customer.form(), C::name, "");
    customer.save();
    out.waitAndKeep(window, "company-customer-no-name");
    customer.form().show(customer.form().shown());
    window.closePage(&customer);
    MessageStrip nowhere(MessageStrip::Shape::Row);
    places.editCompanyProfile(nowhere);
    auto& profile = pageOf<CompanyProfilePage>(window);
    out.waitAndKeep(window, "company-profile");
    window.closePage(&profile);
    places.editProduct({});
    auto& newProduct = pageOf<ProductEditorPage>(window);
    out.waitAndKeep(window, "company-product-new");
    window.closePage(&newProduct);
    window.goTo(QStringLiteral("orders"));
    window.showKeys();
    out.waitAndKeep(window, "company-keys");
    window.closePage(window.currentPage());
    window.goTo(QStringLiteral("products"));
    out.waitAndKeep(window, "company-products");
    places.editProduct(window.findChild<ProductListPage*>()->currentId());
    auto& product = pageOf<ProductEditorPage>(window);
    out.waitAndKeep(window, "company-product");
    typeInto(product.form(), P::listPrice, "12x");
    product.save();
    out.waitAndKeep(window, "company-product-problems");
    product.form().show(product.form().shown());
    window.closePage(&product);
    shootFiles(window, places, window.findChild<ProductListPage*>()->currentId(), out);
}

/// What needs a look: each kind of matter, field by field, and nothing at all.
void shootAttention(AppSettings& settings, MainWindow& window, const Output& out)
{
    window.goTo(QStringLiteral("attention"));
    out.waitAndKeep(window, "company-attention");
    auto* page = &pageOf<AttentionPage>(window);
    QStringList seen; // one of each kind
    for (int row = 0; row < page->model().openRows(); ++row) {
        const QModelIndex index = page->model().index(row, 0);
        static const QRegularExpression figures(QStringLiteral("[0-9,−-]+"));
        const QString kind = index.data().toString().remove(figures);
        if (seen.contains(kind))
            continue;
        seen += kind;
        page->list().setCurrentIndex(index);
        out.waitAndKeep(
            window, (QByteArrayLiteral("company-attention-") + QByteArray::number(seen.size())).constData());
        if (!page->pane().canChooseFields())
            continue;
        page->pane().chooseFields();
        page->pane().choose(MatterPane::Side::Now);
        out.waitAndKeep(window, "company-attention-fields");
        page->pane().stopChoosing();
    }
    GalleryCompany calm(GalleryCompany::Filled::No);
    MainWindow empty(settings);
    empty.setCompany(calm.name(), QStringLiteral("김미선"));
    WorkPlaces places(empty, calm.data());
    empty.setSyncStatus(syncedStatus());
    empty.resize(screen);
    empty.show();
    empty.goTo(QStringLiteral("attention"));
    out.of(calm.data()).waitAndKeep(empty, "company-attention-nothing");
}

void shootCompany(AppSettings& settings, GalleryCompany& company, const Output& out)
{
    MainWindow window(settings);
    window.setCompany(company.name(), QStringLiteral("김미선"));
    WorkPlaces places(window, company.data());
    window.setSyncStatus(syncedStatus());
    window.resize(screen);
    window.show();
    for (const char* place : {"orders", "deliveries", "customers", "products"}) {
        window.goTo(QLatin1String(place));
        out.waitAndKeep(window, (QByteArrayLiteral("company-") + place).constData());
    }
    shootMoney(window, places, company.data(), out);
    shootToday(window, places, out);
    shootAttention(settings, window, out);
    shootDeliveries(window, places, out);
    shootDocuments(window, places, company, out);
    shootDesk(window, places, company, out);
    shootMasters(window, places, out);
    shootStock(window, places, company.data(), out);
    shootPrices(window, places, company.data(), out);
    window.goTo(QStringLiteral("orders"));
    window.activateWindow();
    window.search().setFocus();
    out.waitAndKeep(window, "company-commands");
    window.search().setText(QStringLiteral("ㄷㅇㅋ"));
    out.waitAndKeep(window, "company-search");
    window.search().clear();
    shootOrderEditor(window, places, company, out);
    shootExchange(window, places, company, out);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("TZ", "Asia/Seoul"); // the same times in every picture, wherever it is taken
    QApplication application(argc, argv);
    // Settings of its own, so that looking at the product does not change it.
    QTemporaryDir settingsFolder;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settingsFolder.path());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QApplication::setOrganizationName(QStringLiteral("Dure"));
    QApplication::setApplicationName(QStringLiteral("Dure screenshots"));
    if (argc < 2) {
        qCritical("usage: dure-screenshots DIR|--walk|--atspi [NAME…: light-100-ko dark-140-en …]");
        return 2;
    }
    const QString first = QString::fromLocal8Bit(argv[1]);
    const bool walks = first == QLatin1String("--walk") || first == QLatin1String("--atspi");
    using Way = AccessibleWalk::Way;
    AccessibleWalk walk(first == QLatin1String("--atspi") ? Way::FromOutside : Way::InProcess);
    const QDir folder(walks ? QString() : first);
    if (!walks)
        folder.mkpath(QStringLiteral("."));
    const QStringList only = QApplication::arguments().mid(2);
    Theme theme(application);
    AppSettings settings;
    settings.setLastEmail(QStringLiteral("miseon.kim@hangyeol.example"));
    settings.setServer(QStringLiteral("https://dure.example"));
    GalleryCompany company;
    company.addMatters();
    company.addSeal();
    QStringList names; // the same in every look
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
                QStringList kept;
                const Output out{folder, name, &company.data(), &kept, walks ? &walk : nullptr};
                shootSignIn(settings, out);
                shootSyncStates(out);
                shootShell(settings, out);
                shootPeople(settings, company, out);
                shootLeaving(out);
                shootCompany(settings, company, out);
                shootSafety(settings, out);
                if (names.isEmpty())
                    names = kept;
                if (kept != names)
                    qFatal("%s: %lld screens, and %lld in the look before", qPrintable(name),
                        static_cast<long long>(kept.size()), static_cast<long long>(names.size()));
            }
        }
    }
    if (walks && walk.screens() == 0)
        qCritical("no screen was walked");
    return walks && (walk.problems() > 0 || walk.screens() == 0) ? 1 : 0;
}
