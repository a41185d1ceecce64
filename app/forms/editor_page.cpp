#include "app/forms/editor_page.h"

#include "app/data/error_text.h"
#include "app/widgets/ime_line_edit.h"
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
    connect(m_draftTimer, &QTimer::timeout, this, &EditorPage::keepDraft);
}

void EditorPage::touched()
{
    if (!m_ready || m_saved)
        return;
    m_touched = true;
    if (!m_draftTimer->isActive())
        m_draftTimer->start();
}

void EditorPage::setTouched(bool touched)
{
    m_touched = touched;
    if (!touched)
        m_draftTimer->stop();
}

void EditorPage::keepDraft()
{
    m_draftTimer->stop();
    if (m_saving || m_saved || !m_touched || !isChanged())
        return;
    m_data.run(
        this, [name = draftName(), text = draft()](commands::Commands& c) { return c.saveDraft(name, text()); },
        [this](std::expected<void, commands::CommandError>&& result) {
            if (result)
                return;
            m_strip->clear();
            m_strip->show(
                Tone::Red, tr("What you type could not be kept on this PC."), errorText(result.error()).wayOut);
        });
}

void EditorPage::dropDraft()
{
    m_draftTimer->stop();
    m_data.run(
        this, [name = draftName()](commands::Commands& c) { return c.dropDraft(name); },
        [](std::expected<void, commands::CommandError>&&) {});
}

bool EditorPage::mayClose()
{
    if (m_saving)
        return false; // the answer closes the page; what is typed would be kept beside what it saves
    if (m_saved || !m_ready)
        return true;
    commitComposition();
    takeTyped();
    if (m_touched && isChanged()) {
        keepDraft();
        Q_EMIT draftKept();
    } else if (m_touched) {
        dropDraft();
    }
    return true;
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
            if (!m_saved)
                touched(); // kept again
            done(result);
        });
}

} // namespace dure::app

#include "moc_editor_page.cpp"
