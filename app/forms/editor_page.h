#pragma once
#include "app/data/company_data.h"
#include "app/shell/page.h"

#include <functional>

class QTimer;

namespace dure::app {

class MessageStrip;

/// A page on which something is typed that one command saves. What is typed is kept on this PC a moment after each
/// key, and when the page is closed; the command that saves it takes it away in the same transaction, so that nothing
/// that was saved can come back and be saved again. It closes when what is typed is safe, not before.
class EditorPage : public Page
{
    Q_OBJECT
public:
    bool mayClose() override;
    void leaving() override;

    bool isReady() const { return m_ready; } ///< what was to be read has been read
    MessageStrip& strip() const { return *m_strip; }

Q_SIGNALS:
    void ready();
    void draftKept(); ///< closed with something typed that was not saved

protected:
    /// The data outlives the page.
    explicit EditorPage(CompanyData& data, QWidget* parent = nullptr);

    CompanyData& data() const { return m_data; }

    /// Under which name what is typed is kept.
    virtual std::string draftName() const = 0;
    /// What is typed, taken now; the function writes it as text, on another thread.
    virtual std::function<std::string()> draft() const = 0;
    /// Whether there is anything typed that is worth keeping.
    virtual bool isChanged() const = 0;
    /// Brings what is being typed into its fields. False: something cannot be read, which is marked.
    virtual bool takeTyped() = 0;

    void setReady(bool ready) { m_ready = ready; }
    void touched(); ///< the user changed something
    /// Why it was not saved; it goes when the user changes something.
    void refuse(const QString& what, const QString& wayOut);
    bool isTouched() const { return m_touched; }
    /// True: what is shown was typed before. False: nothing of it needs keeping.
    void setTouched(bool touched);
    bool isAtWork() const { return m_ready && !m_saving && !m_saved; } ///< neither reading, nor saving, nor saved
    bool isSaving() const { return m_saving; }
    void keepDraft();
    void dropDraft();
    /// What was typed is off the screen and no longer kept; a link in the strip brings it back while the page is open.
    void offerBack(std::function<void()> bringBack);
    bool holdsBack() const { return m_holdsBack; } ///< the strip has the only way to what was put aside

    /// Runs `command`; if it succeeds what is typed is no longer kept, and mayClose() lets go. `done` comes later.
    void saveBy(std::function<commands::Result(commands::Commands&)> command,
        std::function<void(const commands::Result&)> done);

private:
    using Kept = std::expected<void, commands::CommandError>;
    void writeDraft(bool keeps, std::function<void(const Kept&)> done);
    void onLetGo(const Kept& written, bool keeps);

    CompanyData& m_data;
    MessageStrip* m_strip; // child
    QTimer* m_draftTimer; // child
    bool m_ready = false;
    bool m_touched = false;
    bool m_saving = false;
    bool m_saved = false;
    bool m_refused = false; // the strip says why
    bool m_holdsBack = false; // likewise: it offers to bring back what is off the screen
    bool m_letsGo = false; // what is typed is kept, or dropped, or is being so
    bool m_isWriting = false; // before it lets go
};

} // namespace dure::app
