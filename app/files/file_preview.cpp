#include "app/files/file_preview.h"

#include "app/printing/seal_image.h"
#include "app/widgets/label.h"
#include "app/widgets/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace dure::app {

FilePreview::FilePreview(QWidget* parent)
    : QWidget(parent)
    , m_what(new Label(LabelRole::Strong))
    , m_wayOut(new Label(LabelRole::Muted))
{
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_what);
    layout->addWidget(m_wayOut);
    layout->addStretch(3);
    for (Label* label : {m_what, m_wayOut}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    Theme::follow(this, [=, this](const Tokens& t) {
        const int side = t.px(Px::Space24);
        layout->setContentsMargins(side, side, side, side);
        layout->setSpacing(t.px(Px::Space8));
        update();
    });
}

void FilePreview::showPicture(const QImage& picture, const QString& name)
{
    clear();
    m_picture = picture;
    setAccessibleName(name);
    update();
}

void FilePreview::showWords(const QString& what, const QString& wayOut)
{
    clear();
    m_words = what;
    m_what->setWrappedText(what);
    m_wayOut->setWrappedText(wayOut);
    setAccessibleName(what);
    update();
}

void FilePreview::clear()
{
    m_picture = {};
    m_drawn = {};
    m_words.clear();
    m_what->clear();
    m_wayOut->clear();
    update();
}

void FilePreview::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.color(Color::Sunken));
    if (m_picture.isNull())
        return;
    const int side = t.px(Px::Space16);
    const QSize room = rect().marginsRemoved(QMargins(side, side, side, side)).size();
    // a small one is not blown up
    const QSize natural = m_picture.size() / devicePixelRatioF();
    const QSize shown = natural.width() > room.width() || natural.height() > room.height()
        ? natural.scaled(room, Qt::KeepAspectRatio)
        : natural;
    const QSize dots = shown * devicePixelRatioF();
    if (m_drawn.size() != dots) {
        m_drawn = QPixmap::fromImage(m_picture.scaled(dots, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        m_drawn.setDevicePixelRatio(devicePixelRatioF());
    }
    QRect place({}, shown);
    place.moveCenter(rect().center());
    painter.fillRect(place, paperWhite()); // a drawing may be see-through
    painter.drawPixmap(place.topLeft(), m_drawn);
}

} // namespace dure::app

#include "moc_file_preview.cpp"
