#pragma once
#include "app/shell/page.h"
#include "app/widgets/key_hint_bar.h"

namespace dure::app {

/// The keys that work on a page now: of its buttons, its foot and its shortcuts, so that nothing here can go stale.
QList<KeyHint> keysOf(const Page& page);

/// F1: the keys of the page it was opened over, and those that work everywhere. Esc goes back to where one was.
class KeyHelpPage : public Page
{
    Q_OBJECT
public:
    KeyHelpPage(const QString& about, const QList<KeyHint>& here, const QList<KeyHint>& everywhere);
    ~KeyHelpPage() override;
    QString title() const override { return tr("Keys"); }
    QString subtitle() const override { return m_about; }

private:
    QString m_about;
    QPointer<QWidget> m_focusBefore;
};

} // namespace dure::app
