#include "app/people/second_factor_section.h"

#include "app/people/people_sheets.h"
#include "app/people/qr_code.h"
#include "app/widgets/dialogs.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/password_field.h"
#include "app/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QPainter>
#include <QPrinter>
#include <QVBoxLayout>
#include <algorithm>

namespace dure::app {
namespace {

constexpr int fieldWidth = 230;
constexpr int codeColumns = 5;

/// "JBSW Y3DP …": letters in fours are typed without losing the place.
QString inFours(const QString& secret)
{
    QString spaced;
    for (qsizetype i = 0; i < secret.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            spaced += u' ';
        spaced += secret[i];
    }
    return spaced;
}

} // namespace

SecondFactorSection::SecondFactorSection(PeopleDesk& desk, const QString& email, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_email(email)
    , m_place(new QVBoxLayout(this))
{
    m_place->setContentsMargins(0, 0, 0, 0);
    m_place->setSpacing(0);
    m_place->addWidget(new SectionHead(tr("Second factor"),
        tr("After the password a code from your telephone: a stolen password alone opens nothing.")));
}

InPlaceSheet* SecondFactorSection::put(InPlaceSheet* sheet)
{
    if (m_sheet) {
        m_sheet->hide();
        m_sheet->deleteLater();
    }
    m_sheet = sheet;
    m_place->addWidget(sheet);
    return sheet;
}

void SecondFactorSection::showLists()
{
    const auto me = std::ranges::find(m_desk.members(), m_desk.seat().user, &protocol::MemberEntry::user);
    m_isOn = me != m_desk.members().end() && me->secondFactor;
    if (m_underWay)
        return;
    if (m_isOn)
        showOn();
    else
        showOff();
}

void SecondFactorSection::showOff()
{
    InPlaceSheet* sheet = put(new InPlaceSheet);
    sheet->setTakesFocus(false);
    sheet->setBackground(Color::Sheet);
    auto* password = new PasswordField;
    FormCell* cell = sheet->addField(tr("Your password"), password, fieldWidth);
    KeyButton* begin = sheet->addButton(tr("Set it up"), false);
    sheet->setMain(begin);
    connect(begin, &QAbstractButton::clicked, this, [=, this] {
        cell->setProblem(password->text().isEmpty() ? tr("Fill in the password.") : QString());
        if (password->text().isEmpty())
            return;
        m_desk.ask(this, begin, client::beginSecondFactor(password->text().toStdString()),
            [this](const protocol::SecondFactorReply& reply) { showSecret(reply); });
    });
}

void SecondFactorSection::showSecret(const protocol::SecondFactorReply& reply)
{
    m_underWay = true;
    InPlaceSheet* sheet = put(new InPlaceSheet);
    auto* both = new QWidget;
    auto* across = new QHBoxLayout(both);
    auto* texts = new QVBoxLayout;
    auto* steps = new Label(LabelRole::Body);
    steps->setWrappedText(tr("Open an authenticator app on the telephone and take in this picture, or type the letters "
                             "below. Then type the six digits that it shows."));
    auto* secret = new Label(LabelRole::Strong, inFours(toQString(reply.secret)));
    secret->setObjectName(QStringLiteral("secret"));
    secret->setTextInteractionFlags(Qt::TextSelectableByMouse);
    secret->setWordWrap(true);
    texts->addWidget(steps);
    texts->addWidget(new Label(LabelRole::Hint, tr("Letters to type")));
    texts->addWidget(secret);
    texts->addStretch();
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(new QrCode(toQString(reply.uri)), 0, Qt::AlignTop);
    across->addLayout(texts, 1);
    Theme::follow(both, [=](const Tokens& t) {
        across->setSpacing(t.px(Px::Space24));
        texts->setSpacing(t.px(Px::Space8));
    });
    auto* code = new ImeLineEdit;
    code->setInputMethodHints(Qt::ImhDigitsOnly);
    FormCell* cell = sheet->addField(tr("Six digits"), code, fieldWidth);
    sheet->addAbove(both);
    KeyButton* confirm = sheet->addButton(tr("Switch it on"), true);
    sheet->addCloseButton();
    connect(sheet, &InPlaceSheet::closeRequested, this, [this] {
        m_underWay = false;
        showOff();
    });
    connect(confirm, &QAbstractButton::clicked, this, [=, this] {
        const QString digits = code->text().simplified().remove(u' ');
        cell->setProblem(digits.size() == 6 ? QString() : tr("Six digits, as the telephone shows them now."));
        if (digits.size() != 6)
            return;
        m_desk.ask(this, confirm, client::confirmSecondFactor(digits.toStdString()),
            [this](const protocol::RecoveryCodesReply& codes) { showRecovery(codes.codes); });
    });
}

void SecondFactorSection::showRecovery(const std::vector<std::string>& codes)
{
    QStringList texts;
    for (const std::string& code : codes)
        texts += toQString(code);
    InPlaceSheet* sheet = put(new InPlaceSheet);
    auto* grid = new QWidget;
    auto* cells = new QGridLayout(grid);
    for (int i = 0; i < int(texts.size()); ++i) {
        auto* code = new Label(LabelRole::Strong, texts[i]);
        code->setTextInteractionFlags(Qt::TextSelectableByMouse);
        cells->addWidget(code, i / codeColumns, i % codeColumns);
    }
    cells->setColumnStretch(codeColumns, 1);
    Theme::follow(grid, [cells](const Tokens& t) {
        cells->setContentsMargins(0, 0, 0, 0);
        cells->setHorizontalSpacing(t.px(Px::Space24));
        cells->setVerticalSpacing(t.px(Px::Space8));
    });
    sheet->addWidget(new Label(LabelRole::Strong, tr("The second factor is on. These are your recovery codes.")));
    sheet->addNote(
        tr("Each opens the door once when the telephone is lost. Keep them on paper, not on this PC. They are "
           "shown only this once."));
    sheet->addWidget(grid);
    KeyButton* print = sheet->addButton(tr("Print"), false);
    print->setSymbol(Icon::Printer);
    connect(print, &QAbstractButton::clicked, this, [this, texts] { printCodes(texts); });
    KeyButton* copy = sheet->addButton(tr("Copy"), false);
    copy->setSymbol(Icon::ClipboardPaste);
    connect(copy, &QAbstractButton::clicked, this, [copy, texts] {
        QApplication::clipboard()->setText(texts.join(u'\n'));
        copy->setText(tr("Copied"));
        copy->setSymbol(Icon::Check);
    });
    sheet->addCloseButton(tr("They are on paper"));
    connect(sheet, &InPlaceSheet::closeRequested, this, [this] {
        m_underWay = false;
        m_desk.tell(tr("The second factor is on."));
    });
}

void SecondFactorSection::printCodes(const QStringList& codes)
{
    askForPrinter(this, std::make_unique<QPrinter>(QPrinter::HighResolution), this, [this, codes](QPrinter* printer) {
        if (!printer)
            return;
        QPainter painter(printer);
        // the screen's sizes at 96 to the inch, a little larger
        const qreal scale = 1.25 * printer->logicalDpiX() / 96;
        painter.scale(scale, scale);
        painter.setFont(tokens().font(TextStyle::Body));
        const int line = painter.fontMetrics().height() * 2;
        int y = line;
        painter.drawText(line, y, tr("Dure · recovery codes of %1").arg(m_email));
        for (const QString& code : codes)
            painter.drawText(line, y += line, code);
    });
}

void SecondFactorSection::showOn()
{
    InPlaceSheet* sheet = put(new InPlaceSheet);
    sheet->setTakesFocus(false);
    sheet->setBackground(Color::Sheet);
    auto* password = new PasswordField;
    auto* code = new ImeLineEdit;
    sheet->addField(tr("Your password"), password, fieldWidth);
    sheet->addField(tr("Six digits, or a recovery code"), code, fieldWidth);
    sheet->addNote(tr("It is on: signing in on a new PC asks for the telephone's code."));
    KeyButton* remove = sheet->addButton(tr("Switch it off"), false);
    sheet->setMain(remove);
    connect(remove, &QAbstractButton::clicked, this, [=, this] {
        m_desk.ask(this, remove,
            client::removeSecondFactor(password->text().toStdString(), code->text().trimmed().toStdString()),
            [this](client::Done) { m_desk.tell(tr("The second factor is off.")); });
    });
}

} // namespace dure::app

#include "moc_second_factor_section.cpp"
