#include "app/shell/sign_in_page.h"

#include "app/shell/app_settings.h"
#include "app/shell/entry_form.h"
#include "app/shell/look_choices.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/icon_label.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/panel.h"
#include "app/widgets/product_mark.h"
#include "app/widgets/segmented_control.h"
#include "app/widgets/status_glyph.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace dure::app {
namespace {

void stretchAcross(KeyButton& button) { button.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

} // namespace

SignInPage::SignInPage(AppSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
{
    setWindowTitle(tr("Dure"));
    auto* box = new Panel(Color::Sheet);
    box->setRounded(true);
    box->installEventFilter(this);
    m_box = box;
    auto* halves = new QHBoxLayout(box);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    halves->addWidget(makeWays(), 1);
    halves->addWidget(new HairLine(Qt::Vertical, nullptr, Color::Panel));
    halves->addWidget(makeLocalStart(), 1);

    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeHead());
    column->addWidget(box);
    column->addWidget(makeLook());
    auto* content = new QWidget;
    content->setProperty("scrollContent", true);
    auto* middle = new QVBoxLayout(content);
    middle->addStretch();
    middle->addWidget(centre, 0, Qt::AlignHCenter);
    middle->addStretch();
    auto* scroll = new QScrollArea; // large text on a small screen
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    Theme::follow(this, [=](const Tokens& t) {
        box->setMinimumWidth(t.scaled(820)); // wider where the choices below need it
        column->setSpacing(t.px(Px::Space16));
    });
}

QWidget* SignInPage::makeHead()
{
    auto* head = new QWidget;
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(new Label(LabelRole::Kpi, tr("Dure")));
    texts->addWidget(new Label(LabelRole::Muted, tr("From the order to the statement, with or without a connection.")));
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    m_back = new KeyButton(ButtonKind::Plain, {});
    m_back->setKeyHint(QStringLiteral("Esc"));
    m_back->hide();
    connect(m_back, &KeyButton::clicked, this, &SignInPage::backRequested);
    layout->addWidget(new ProductMark);
    layout->addLayout(texts, 1);
    layout->addWidget(m_back);
    Theme::follow(head, [layout](const Tokens& t) { layout->setSpacing(t.px(Px::Space12)); });
    return head;
}

QWidget* SignInPage::makeWays()
{
    auto* ways = new QWidget;
    auto* layout = new QVBoxLayout(ways);
    layout->setContentsMargins(0, 0, 0, 0);
    m_forms = {makeSignIn(), makeJoin(), makeNewPassword()};
    for (EntryForm* form : std::as_const(m_forms)) {
        layout->addWidget(form);
        form->setVisible(form == m_forms.first());
        connect(form, &EntryForm::cancelRequested, this, &SignInPage::cancelRequested);
    }
    return ways;
}

EntryForm* SignInPage::makeSignIn()
{
    auto* form = new EntryForm(
        {tr("Sign in"), tr("With the account your company gave you."), tr("Sign in"), tr("Signing in… Cancel")});
    m_email = form->addField(tr("Email"), EntryForm::Kind::Email, tr("The email is empty."));
    m_email->setText(m_settings.lastEmail());
    m_password = form->addField(tr("Password"), EntryForm::Kind::Password, tr("The password is empty."));
    m_code = form->addField(
        tr("Code of the second factor"), EntryForm::Kind::Code, tr("The code of the second factor is empty."));
    form->setFieldVisible(m_code, false);
    form->addServer(m_settings);
    KeyButton* forgotten = form->addLink(tr("Forgotten password"));
    KeyButton* server = form->addLink(tr("Change the server address"));
    form->finish();
    m_toJoin = new KeyButton(ButtonKind::Plain, tr("I have an invitation code"));
    stretchAcross(*m_toJoin);
    form->layout()->addWidget(m_toJoin);
    connect(form, &EntryForm::asked, this, [this, form] {
        Q_EMIT signInRequested(m_email->text().trimmed(), m_password->text(), form->server(), m_code->text().trimmed());
    });
    connect(forgotten, &KeyButton::clicked, this, [this] { go(Way::NewPassword); });
    connect(m_toJoin, &KeyButton::clicked, this, [this] { go(Way::Join); });
    connect(server, &KeyButton::clicked, form, &EntryForm::showServer);
    return form;
}

EntryForm* SignInPage::makeJoin()
{
    auto* form = new EntryForm({tr("Join with an invitation code"),
        tr("The owner of the company made it for you. With an account you have already, its password counts."),
        tr("Join"), tr("Joining… Cancel")});
    m_joinCode = form->addField(tr("Invitation code"), EntryForm::Kind::Code, tr("The invitation code is empty."));
    auto* email = form->addField(tr("Email"), EntryForm::Kind::Email, tr("The email is empty."));
    auto* name = form->addField(tr("Your name"), EntryForm::Kind::Text, tr("The name is empty."));
    auto* password = form->addField(tr("Password"), EntryForm::Kind::NewPassword, tr("The password is empty."));
    m_joinSecondFactor = form->addField(
        tr("Code of the second factor"), EntryForm::Kind::Code, tr("The code of the second factor is empty."));
    form->setFieldVisible(m_joinSecondFactor, false);
    form->addServer(m_settings);
    KeyButton* back = form->addLink(tr("Back to signing in"));
    form->finish();
    connect(back, &KeyButton::clicked, this, [this] { go(Way::SignIn); });
    connect(form, &EntryForm::asked, this, [=, this] {
        Q_EMIT joinRequested({form->server(), m_joinCode->text().trimmed(), email->text().trimmed(),
            name->text().trimmed(), password->text(), m_joinSecondFactor->text().trimmed()});
    });
    return form;
}

EntryForm* SignInPage::makeNewPassword()
{
    auto* form = new EntryForm({tr("New password"),
        tr("The owner of your company makes a one-time code for you; ask by telephone. Your data on this PC stays."),
        tr("Set the new password"), tr("Setting it… Cancel")});
    auto* email = form->addField(tr("Email"), EntryForm::Kind::Email, tr("The email is empty."));
    email->setText(m_settings.lastEmail());
    m_resetCode = form->addField(tr("One-time code"), EntryForm::Kind::Code, tr("The one-time code is empty."));
    auto* password = form->addField(tr("New password"), EntryForm::Kind::NewPassword, tr("The new password is empty."));
    form->addServer(m_settings);
    KeyButton* back = form->addLink(tr("Back to signing in"));
    form->finish();
    connect(back, &KeyButton::clicked, this, [this] { go(Way::SignIn); });
    connect(form, &EntryForm::asked, this, [=, this] {
        Q_EMIT newPasswordRequested(
            email->text().trimmed(), m_resetCode->text().trimmed(), password->text(), form->server());
    });
    return form;
}

QWidget* SignInPage::makeLocalStart()
{
    auto* half = new QWidget;
    QVBoxLayout* column = makeEntryColumn(half);
    addEntryTitle(*column, tr("Start without an account"), tr("Everything stays on this PC."));
    m_company = new ImeLineEdit;
    m_company->setPlaceholderText(tr("e.g. Hangyeol Plastics"));
    m_companyCell = new FormCell(tr("Company name"), m_company);
    column->addWidget(m_companyCell);
    m_openExisting = new KeyButton(ButtonKind::Link, tr("Open it"));
    m_openExisting->hide();
    column->addWidget(m_openExisting, 0, Qt::AlignLeft);
    connect(
        m_openExisting, &KeyButton::clicked, this, [this] { Q_EMIT existingRequested(m_company->text().trimmed()); });
    connect(m_company, &QLineEdit::textChanged, this, [this] {
        m_companyCell->setProblem({});
        m_openExisting->hide();
    });
    auto* promises = new QVBoxLayout;
    const auto works = [] { return new IconLabel(Icon::Check, Color::Green); };
    for (const auto& [sign, text] :
        {std::pair<QWidget*, QString>(works(), tr("Orders, deliveries, statements: all of it works at once.")),
            {works(), tr("Lists come from Excel and go back to it.")},
            {new StatusGlyph(Status::Info),
                tr("An account later opens its company beside this one; nothing is carried over.")}}) {
        auto* row = new QHBoxLayout;
        row->addWidget(sign, 0, Qt::AlignTop);
        auto* line = new Label(LabelRole::Muted);
        line->setWrappedText(text);
        row->addWidget(line, 1);
        promises->addLayout(row);
        Theme::follow(row, [row, sign](const Tokens& t) {
            row->setSpacing(t.px(Px::Space8));
            sign->setFixedWidth(t.px(Px::Icon)); // both kinds: the texts begin below each other
        });
    }
    column->addLayout(promises);
    column->addStretch(1);
    m_startLocal = new KeyButton(ButtonKind::Plain, tr("Start without an account"));
    m_startLocal->setKey(QKeySequence(Qt::ALT | Qt::Key_S));
    stretchAcross(*m_startLocal);
    column->addWidget(m_startLocal);
    auto* note = new Label(
        LabelRole::Hint, tr("A backup is made every day by itself. In the settings you can have it on a USB stick."));
    column->addWidget(note);
    connect(m_startLocal, &KeyButton::clicked, this, &SignInPage::startLocal);
    connect(m_company, &QLineEdit::returnPressed, this, &SignInPage::startLocal);
    Theme::follow(half, [promises, note](const Tokens& t) {
        promises->setSpacing(t.px(Px::Space8));
        promises->setContentsMargins(0, t.px(Px::Space4), 0, 0);
        note->setFixedHeight(QFontMetrics(t.font(TextStyle::Hint)).height() + t.px(Px::Space4));
    });
    return half;
}

QWidget* SignInPage::makeLook()
{
    auto* look = new QWidget;
    auto* layout = new QHBoxLayout(look);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new Label(LabelRole::Muted, tr("Text size")));
    layout->addWidget(makeTextSizeChoice(m_settings, TextSizes::Few));
    layout->addStretch();
    layout->addWidget(new Label(LabelRole::Muted, tr("Screen")));
    layout->addWidget(makeAppearanceChoice(m_settings));
    layout->addWidget(makeLanguageChoice(m_settings));
    Theme::follow(look, [layout](const Tokens& t) { layout->setSpacing(t.px(Px::Space8)); });
    return look;
}

void SignInPage::startLocal()
{
    commitComposition();
    const QString name = m_company->text().trimmed();
    m_companyCell->setProblem(name.isEmpty() ? tr("The company name is empty. Fill it in.") : QString());
    if (name.isEmpty())
        m_company->setFocus();
    else
        Q_EMIT startLocalRequested(name);
}

void SignInPage::go(Way way)
{
    m_way = way;
    for (EntryForm* each : std::as_const(m_forms))
        each->setVisible(each == &form(way));
    if (way == Way::SignIn && m_email->text().isEmpty())
        m_email->setText(m_settings.lastEmail());
    form(way).focusFirstEmpty();
}

void SignInPage::showExists(const QString& companyName)
{
    m_companyCell->setProblem(tr("%1 is on this PC already.").arg(companyName));
    m_openExisting->show();
    m_openExisting->setFocus();
}

void SignInPage::setWayBack(const QString& companyName)
{
    m_back->setText(tr("Back to %1").arg(companyName));
    m_back->show();
}

void SignInPage::showServerError(const QString& what, const QString& wayOut)
{
    form(m_way).showServerError(what, wayOut);
}

void SignInPage::sayCancelled()
{
    setBusy(false);
    if (m_way != Way::Join)
        return;
    // The request may have arrived: then the code is used up, and only the account is left of it.
    tell(Tone::Amber, tr("Joining was cancelled here; the cloud may have done it already."),
        tr("If the code is refused now, sign in with the same e-mail and password."));
}

void SignInPage::showError(const QString& what, const QString& wayOut)
{
    QLineEdit* const places[] = {m_code->isVisible() ? m_code : m_password, m_joinCode, m_resetCode};
    form(m_way).showError(what, wayOut, places[static_cast<int>(m_way)]);
}

void SignInPage::askForSecondFactor(bool wasWrong)
{
    ImeLineEdit* code = m_way == Way::Join ? m_joinSecondFactor : m_code;
    form(m_way).setFieldVisible(code, true);
    m_toJoin->hide(); // there is an account
    form(m_way).setBusy(false);
    const QString wayOut = tr("Type the six digits that the telephone shows now, or a recovery code.");
    if (wasWrong)
        form(m_way).showError(tr("The code is not right."), wayOut, code);
    else
        form(m_way).showMessage(Tone::Info, tr("This account has a second factor."), wayOut);
    code->setFocus();
}

MessageStrip& SignInPage::tell(Tone tone, const QString& what, const QString& wayOut)
{
    form(m_way).message().clear();
    form(m_way).showMessage(tone, what, wayOut);
    return form(m_way).message();
}

void SignInPage::setBusy(bool busy)
{
    m_company->setEnabled(!busy);
    m_startLocal->setEnabled(!busy);
    form(m_way).setBusy(busy);
}

/// A box in the middle of the page gets no more height than its hint, which knows nothing of lines that wrap.
bool SignInPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_box && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
        m_box->setMinimumHeight(m_box->layout()->totalHeightForWidth(m_box->width()));
    return QWidget::eventFilter(watched, event);
}

void SignInPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().color(Color::Window));
}

void SignInPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && form(m_way).isBusy())
        Q_EMIT cancelRequested();
    else if (event->key() == Qt::Key_Escape && m_way != Way::SignIn)
        go(Way::SignIn);
    else if (event->key() == Qt::Key_Escape && !m_back->isHidden())
        Q_EMIT backRequested();
    else
        QWidget::keyPressEvent(event);
}

void SignInPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    form(m_way).focusFirstEmpty();
}

} // namespace dure::app
