#include "app/people/offline_note.h"

#include "app/widgets/icon_label.h"
#include "app/widgets/key_button.h"
#include "app/widgets/label.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace dure::app {

OfflineNote::OfflineNote(const QString& what, const QString& wayOut, QWidget* parent)
    : QWidget(parent)
{
    auto* retryButton = new KeyButton(ButtonKind::Plain, tr("Try again"));
    connect(retryButton, &QAbstractButton::clicked, this, &OfflineNote::retry);
    auto* way = new Label(LabelRole::Muted);
    way->setWrappedText(wayOut);
    auto* first = new Label(LabelRole::Strong);
    first->setWrappedText(what);
    auto* texts = new QVBoxLayout;
    texts->addWidget(first);
    texts->addWidget(way);
    texts->addWidget(retryButton, 0, Qt::AlignLeft);
    texts->addStretch();
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(new IconLabel(Icon::CloudOff, Color::Text2), 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    Theme::follow(this, [=](const Tokens& t) {
        const int side = t.px(Px::Space16);
        layout->setContentsMargins(side, t.px(Px::Space24), side, side);
        layout->setSpacing(t.px(Px::Space12));
        texts->setSpacing(t.px(Px::Space12));
    });
}

} // namespace dure::app

#include "moc_offline_note.cpp"
