#include "app/shell/sign_in_page.h"

#include "app/shell/app_settings.h"
#include "app/shell/look_choices.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/icon_label.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/panel.h"
#include "app/widgets/product_mark.h"
#include "app/widgets/segmented_control.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace dure::app {
namespace {

/// The eye in the password field.
void addReveal(QLineEdit& password)
{
    QAction* reveal = password.addAction(themedIcon(Icon::Eye), QLineEdit::TrailingPosition);
    reveal->setToolTip(SignInPage::tr("Show what is typed"));
    QObject::connect(reveal, &QAction::triggered, &password, [&password, reveal] {
        const bool show = password.echoMode() == QLineEdit::Password;
        password.setEchoMode(show ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(themedIcon(show ? Icon::EyeOff : Icon::Eye));
    });
}

void stretchAcross(KeyButton& button) { button.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

QVBoxLayout* columnOf(QWidget* half)
{
    auto* column = new QVBoxLayout(half);
    Theme::follow(half, [column](const Tokens& t) {
        const int pad = t.px(Px::Space24);
        column->setContentsMargins(pad, pad, pad, pad);
        column->setSpacing(t.px(Px::Space12));
    });
    return column;
}

void addTitle(QVBoxLayout& column, const QString& title, const QString& explanation)
{
    auto* texts = new QVBoxLayout;
    texts->addWidget(new Label(LabelRole::Section, title));
    auto* line = new Label(LabelRole::Muted);
    line->setWrappedText(explanation);
    texts->addWidget(line);
    column.addLayout(texts);
    Theme::follow(texts, [texts](const Tokens& t) { texts->setSpacing(t.px(Px::Space4)); });
}

} // namespace

SignInPage::SignInPage(AppSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
{
    setWindowTitle(tr("Dure"));
    auto* box = new Panel(Color::Sheet);
    box->setRounded(true);
    auto* halves = new QHBoxLayout(box);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    halves->addWidget(makeSignIn(), 1);
    halves->addWidget(new HairLine(Qt::Vertical, nullptr, Color::Panel));
    halves->addWidget(makeLocalStart(), 1);

    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeHead());
    column->addWidget(box);
    column->addWidget(makeLook());
    auto* layout = new QVBoxLayout(this);
    layout->addStretch();
    layout->addWidget(centre, 0, Qt::AlignHCenter);
    layout->addStretch();
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
    texts->addWidget(new Label(LabelRole::Muted, tr("From the order to the payment, with or without a connection.")));
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new ProductMark);
    layout->addLayout(texts, 1);
    Theme::follow(head, [layout](const Tokens& t) { layout->setSpacing(t.px(Px::Space12)); });
    return head;
}

QWidget* SignInPage::makeSignIn()
{
    auto* half = new QWidget;
    QVBoxLayout* column = columnOf(half);
    addTitle(*column, tr("Sign in"), tr("With the account your company gave you."));
    m_email = new ImeLineEdit;
    m_email->setText(m_settings.lastEmail());
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhPreferLatin | Qt::ImhNoAutoUppercase);
    column->addWidget(new FormCell(tr("Email"), m_email));
    m_password = new ImeLineEdit;
    m_password->setEchoMode(QLineEdit::Password);
    addReveal(*m_password);
    column->addWidget(new FormCell(tr("Password"), m_password));
    m_server = new ImeLineEdit;
    m_server->setText(m_settings.server());
    m_server->setPlaceholderText(QStringLiteral("https://"));
    m_server->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhPreferLatin);
    m_serverCell = new FormCell(tr("Server address"), m_server);
    column->addWidget(m_serverCell);
    m_serverCell->setVisible(m_settings.server().isEmpty());
    m_message = new MessageStrip(MessageStrip::Shape::Box);
    column->addWidget(m_message);
    m_signIn = new KeyButton(ButtonKind::Primary, tr("Sign in"));
    m_signIn->setKeyHint(QStringLiteral("Enter"));
    stretchAcross(*m_signIn);
    column->addStretch();
    column->addWidget(m_signIn);

    auto* forgotten = new KeyButton(ButtonKind::Link, tr("Forgotten password"));
    auto* server = new KeyButton(ButtonKind::Link, tr("Change the server address"));
    auto* links = new QHBoxLayout;
    links->addWidget(forgotten);
    links->addStretch();
    links->addWidget(server);
    column->addLayout(links);

    connect(m_signIn, &KeyButton::clicked, this, &SignInPage::signIn);
    connect(m_email, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(); });
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    connect(m_server, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    connect(forgotten, &KeyButton::clicked, this, &SignInPage::askForHelp);
    connect(server, &KeyButton::clicked, this, [this] {
        m_serverCell->show();
        m_server->setFocus();
        m_server->selectAll();
    });
    return half;
}

QWidget* SignInPage::makeLocalStart()
{
    auto* half = new QWidget;
    QVBoxLayout* column = columnOf(half);
    addTitle(*column, tr("Start without an account"), tr("Everything stays on this PC."));
    m_company = new ImeLineEdit;
    m_company->setPlaceholderText(tr("e.g. Hangyeol Plastics"));
    m_companyCell = new FormCell(tr("Company name"), m_company);
    column->addWidget(m_companyCell);
    auto* promises = new QVBoxLayout;
    for (const QString& promise : {tr("Orders, deliveries, statements: all of it works at once."),
             tr("With an account later, your data goes on where it is."),
             tr("Your data can be taken out as Excel files at any time.")}) {
        auto* row = new QHBoxLayout;
        row->addWidget(new IconLabel(Icon::Check, Color::Green), 0, Qt::AlignTop);
        auto* line = new Label(LabelRole::Muted);
        line->setWrappedText(promise);
        row->addWidget(line, 1);
        promises->addLayout(row);
        Theme::follow(row, [row](const Tokens& t) { row->setSpacing(t.px(Px::Space8)); });
    }
    column->addLayout(promises);
    column->addStretch();
    m_startLocal = new KeyButton(ButtonKind::Plain, tr("Start without an account"));
    m_startLocal->setKey(QKeySequence(Qt::ALT | Qt::Key_S));
    stretchAcross(*m_startLocal);
    column->addWidget(m_startLocal);
    auto* note = new Label(LabelRole::Hint, tr("Keep a copy of the data folder on a USB stick as well."));
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

void SignInPage::askForHelp()
{
    m_message->show(Tone::Info, tr("Only your company can give you a new password."),
        tr("Ask whoever manages accounts there; your data on this PC stays."));
}

void SignInPage::signIn()
{
    if (m_busy) {
        Q_EMIT cancelRequested();
        return;
    }
    commitComposition();
    const QString email = m_email->text().trimmed();
    if (email.isEmpty() || m_password->text().isEmpty()) {
        QLineEdit* missing = email.isEmpty() ? m_email : m_password;
        m_message->show(Tone::Red, email.isEmpty() ? tr("The email is empty.") : tr("The password is empty."),
            tr("Fill it in and press Enter."));
        missing->setFocus();
        return;
    }
    if (m_server->text().trimmed().isEmpty()) {
        m_serverCell->show();
        m_message->show(Tone::Red, tr("The server address is empty."), tr("Fill in what your company gave you."));
        m_server->setFocus();
        return;
    }
    m_message->clear();
    Q_EMIT signInRequested(email, m_password->text(), m_server->text().trimmed());
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

void SignInPage::showError(const QString& what, const QString& wayOut)
{
    setBusy(false);
    m_message->show(Tone::Red, what, wayOut);
    m_password->setFocus();
    m_password->selectAll();
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget* widget : {static_cast<QWidget*>(m_email), static_cast<QWidget*>(m_password),
             static_cast<QWidget*>(m_server), static_cast<QWidget*>(m_company), static_cast<QWidget*>(m_startLocal)})
        widget->setEnabled(!busy);
    m_signIn->setKind(busy ? ButtonKind::Plain : ButtonKind::Primary);
    m_signIn->setText(busy ? tr("Signing in… Cancel") : tr("Sign in"));
    m_signIn->setKeyHint(busy ? QStringLiteral("Esc") : QStringLiteral("Enter"));
    if (busy)
        m_signIn->setFocus();
}

void SignInPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().color(Color::Window));
}

void SignInPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_busy)
        Q_EMIT cancelRequested();
    else
        QWidget::keyPressEvent(event);
}

void SignInPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    (m_email->text().isEmpty() ? m_email : m_password)->setFocus();
}

} // namespace dure::app
