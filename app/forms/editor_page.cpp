#include "app/forms/editor_page.h"

#include "app/data/error_text.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"

#include <QTimer>

namespace dure::app {
namespace {

// Often enough that a cut of the power costs a word or two, seldom enough not to keep a slow disk busy.
constexpr int draftEveryMs = 600;

} // namespace

EditorPage::EditorPage(CompanyData& data, QWidget* parent)
    : Page(parent)
    , m_data(data)
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
    , m_draftTimer(new QTimer(this))
{
    m_draftTimer->setSingleShot(true);
    m_draftTimer->setInterval(draftEveryMs);
    connect(m_strip, &MessageStrip::cleared, this, [this] { m_refused = m_holdsBack = false; });
    connect(m_draftTimer, &QTimer::timeout, this, &EditorPage::keepDraft);
}

void EditorPage::touched()
{
    if (!m_ready || m_saved)
        return;
    m_touched = true;
    m_letsGo = false;
    if (std::exchange(m_refused, false))
        m_strip->clear();
    if (!m_draftTimer->isActive())
        m_draftTimer->start();
}

void EditorPage::refuse(const QString& what, const QString& wayOut)
{
    m_strip->clear();
    m_strip->show(Tone::Red, what, wayOut);
    m_refused = true;
}

void EditorPage::setTouched(bool touched)
{
    m_touched = touched;
    if (!touched)
        m_draftTimer->stop();
}

void EditorPage::writeDraft(bool keeps, std::function<void(const Kept&)> done)
{
    m_draftTimer->stop();
    const auto text = keeps ? draft() : std::function<std::string()>();
    m_data.run(
        this,
        [name = draftName(), text](
            commands::Commands& c) { return text ? c.saveDraft(name, text()) : c.dropDraft(name); },
        std::move(done));
}

void EditorPage::keepDraft()
{
    m_draftTimer->stop();
    if (m_saving || m_saved || !m_touched || !isChanged())
        return;
    writeDraft(true, [this](const Kept& kept) {
        if (kept)
            return;
        m_strip->clear();
        m_strip->show(Tone::Red, tr("What you type could not be kept on this PC."), errorText(kept.error()).wayOut);
    });
}

void EditorPage::dropDraft()
{
    writeDraft(false, [](const Kept&) {}); // what stays kept is offered again, and can be dropped then
}

void EditorPage::offerBack(std::function<void()> bringBack)
{
    m_strip->clear();
    m_strip->show(Tone::Info, tr("What was typed here is put aside."));
    m_holdsBack = true;
    connect(m_strip->addAction(tr("Bring it back")), &QAbstractButton::clicked, this,
        [this, bringBack = std::move(bringBack)] {
            m_strip->clear();
            bringBack();
            touched(); // kept again
        });
}

bool EditorPage::mayClose()
{
    if (m_saving || m_isWriting)
        return false; // the answer closes the page; what is typed would be kept beside what it saves
    if (m_saved || m_letsGo || !m_ready)
        return true;
    commitComposition();
    takeTyped();
    if (!m_touched)
        return true;
    m_letsGo = true; // unless something is typed before it is written
    m_isWriting = true;
    const bool keeps = isChanged();
    writeDraft(keeps, [this, keeps](const Kept& written) { onLetGo(written, keeps); });
    return false;
}

void EditorPage::onLetGo(const Kept& written, bool keeps)
{
    m_isWriting = false;
    if (written) {
        const bool closed = host() ? host()->closePage(this) : m_letsGo; // not while it is saved
        if (closed && keeps)
            Q_EMIT draftKept();
        return;
    }
    m_letsGo = false;
    m_strip->clear();
    m_strip->show(Tone::Red, tr("The page stays open: what you typed could not be kept on this PC."),
        errorText(written.error()).wayOut);
    connect(m_strip->addAction(tr("Close without keeping it")), &QAbstractButton::clicked, this, [this] {
        m_letsGo = true;
        if (host())
            host()->closePage(this);
    });
    Q_EMIT stays();
}

void EditorPage::leaving()
{
    if (!m_ready || m_letsGo)
        return;
    commitComposition();
    takeTyped();
    keepDraft();
}

void EditorPage::saveBy(
    std::function<commands::Result(commands::Commands&)> command, std::function<void(const commands::Result&)> done)
{
    m_saving = true;
    m_draftTimer->stop();
    m_data.run(
        this,
        [name = draftName(), command = std::move(command)](
            commands::Commands& c) { return c.endDraft(name, [&] { return command(c); }); },
        [this, done = std::move(done)](commands::Result&& result) {
            m_saving = false;
            m_saved = result.has_value();
            if (!m_saved) {
                touched(); // kept again
                Q_EMIT stays();
            }
            done(result);
        });
}

} // namespace dure::app

#include "moc_editor_page.cpp"
