#include "app/company/seal_field.h"

#include "app/widgets/dialogs.h"
#include "app/widgets/key_button.h"
#include "app/widgets/start_folder.h"
#include "app/widgets/theme.h"

#include <QFileInfo>
#include <QFuture>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPromise>
#include <QSettings>
#include <QThreadPool>
#include <QVBoxLayout>

namespace dure::app {
namespace {

constexpr int paperSize = 96; // at 100 %
constexpr int logoWidth = 16, logoHeight = 10; // a wide place
const auto folderSetting = QStringLiteral("company/sealFolder");

QString imageKey(AttachmentKind kind)
{
    return kind == AttachmentKind::Logo ? QStringLiteral("logo") : QStringLiteral("seal");
}
QString nameKey(AttachmentKind kind) { return imageKey(kind) + QStringLiteral("Name"); }

QPixmap paperWith(const QImage& seal, QSize size, qreal ratio, const Tokens& t, bool isLogo)
{
    QPixmap paper(size * ratio);
    paper.setDevicePixelRatio(ratio);
    QPainter painter(&paper);
    const QRect whole({}, size);
    if (isLogo && seal.isNull())
        painter.fillRect(whole, paperWhite()); // without one nothing stands in its place
    else
        paintSealOnPaper(painter, whole, t.px(Px::Space8), seal);
    painter.setPen(t.color(Color::Panel));
    painter.drawRect(whole.adjusted(0, 0, -1, -1));
    return paper;
}

} // namespace

SealField::SealField(AttachmentKind kind, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_paper(new QLabel)
    , m_choose(new KeyButton(ButtonKind::Plain, tr("Choose an image…")))
    , m_remove(new KeyButton(ButtonKind::Quiet, tr("Remove")))
{
    if (!isLogo())
        m_choose->setSymbol(Icon::Stamp);
    m_choose->setAccessibleName(isLogo() ? tr("Choose an image of the logo") : tr("Choose an image of the seal"));
    m_remove->setAccessibleName(isLogo() ? tr("Remove the logo") : tr("Remove the seal"));
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(m_choose, 0, Qt::AlignLeft);
    buttons->addWidget(m_remove, 0, Qt::AlignLeft);
    buttons->addStretch();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_paper, 0, Qt::AlignTop);
    layout->addLayout(buttons);
    layout->addStretch();
    setFocusProxy(m_choose);
    connect(m_choose, &QAbstractButton::clicked, this, &SealField::ask);
    connect(m_remove, &QAbstractButton::clicked, this, [this] {
        ++m_turn;
        m_choose->setFocus(Qt::OtherFocusReason); // the button that was pressed goes
        setChosen(m_stored.isEmpty() ? std::nullopt : std::optional(QByteArray()), {});
        Q_EMIT changed();
    });
    Theme::follow(this, [=, this](const Tokens& t) {
        layout->setSpacing(t.px(Px::Space12));
        buttons->setSpacing(t.px(Px::Space8));
        show();
    });
}

void SealField::setStored(const QByteArray& seal)
{
    m_stored = seal;
    show();
}

void SealField::reset()
{
    ++m_turn; // what is still being read does not count either
    setChosen(std::nullopt, {});
}

void SealField::setChosen(std::optional<QByteArray> chosen, const QString& name)
{
    m_chosen = std::move(chosen);
    m_name = name;
    show();
}

void SealField::show()
{
    const QByteArray& seal = m_chosen ? *m_chosen : m_stored;
    m_image = decodedSeal({seal.constData(), static_cast<std::size_t>(seal.size())});
    const Tokens& t = tokens();
    const int side = t.scaled(paperSize);
    const QSize size(isLogo() ? side * logoWidth / logoHeight : side, isLogo() ? side * 3 / 5 : side);
    m_paper->setPixmap(paperWith(m_image, size, devicePixelRatioF(), t, isLogo()));
    if (m_image.isNull())
        m_paper->setAccessibleName(isLogo() ? tr("No logo") : tr("No seal"));
    else
        m_paper->setAccessibleName(isLogo() ? tr("The logo as it is printed") : tr("The seal as it is printed"));
    m_remove->setVisible(!seal.isEmpty());
}

std::optional<commands::SealChange> SealField::change() const
{
    if (!m_chosen)
        return std::nullopt;
    return commands::SealChange{m_chosen->toStdString(), m_name.toStdString()};
}

QJsonObject SealField::typed() const
{
    if (!m_chosen)
        return {};
    return {{imageKey(m_kind), QString::fromLatin1(m_chosen->toBase64())}, {nameKey(m_kind), m_name}};
}

void SealField::resume(const QJsonObject& typed)
{
    if (typed[imageKey(m_kind)].isString())
        setChosen(
            QByteArray::fromBase64(typed[imageKey(m_kind)].toString().toLatin1()), typed[nameKey(m_kind)].toString());
}

void SealField::ask()
{
    const FileQuestion question{m_choose->accessibleName(),
        startFolder(folderSetting, QStandardPaths::PicturesLocation), tr("Images (*.png *.jpg *.jpeg)")};
    askForFile(window(), question, this, [this](const QString& path) {
        QSettings().setValue(folderSetting, QFileInfo(path).absolutePath());
        choose(path);
    });
}

void SealField::choose(const QString& path)
{
    auto promise = std::make_shared<QPromise<std::expected<QByteArray, SealProblem>>>();
    promise->start();
    ++m_reading;
    promise->future().then(
        this, [this, turn = ++m_turn, name = QFileInfo(path).fileName()](std::expected<QByteArray, SealProblem> seal) {
            --m_reading;
            if (turn == m_turn)
                take(seal, name);
            if (!isReading())
                Q_EMIT settled();
        });
    QThreadPool::globalInstance()->start([promise, path] {
        promise->addResult(sealFromFile(path));
        promise->finish();
    });
}

void SealField::take(const std::expected<QByteArray, SealProblem>& seal, const QString& name)
{
    if (seal) {
        setChosen(*seal, name);
        Q_EMIT changed();
        return;
    }
    switch (seal.error()) {
    case SealProblem::CannotRead:
        Q_EMIT refused(tr("%1 cannot be read. Look whether it is there, or choose another.").arg(name));
        return;
    case SealProblem::TooLarge:
        Q_EMIT refused(tr("%1 is too large. Take an image of at most 10 MB and 25 million dots.").arg(name));
        return;
    case SealProblem::NoImage:
        Q_EMIT refused(tr("%1 is no image that can be read. Choose a PNG or JPEG.").arg(name));
        return;
    case SealProblem::Blank:
        Q_EMIT refused(tr("Nothing can be seen on %1. Choose an image with the seal on white paper.").arg(name));
        return;
    }
}

} // namespace dure::app

#include "moc_seal_field.cpp"
