#pragma once
#include "app/forms/editor_page.h"

#include <QJsonObject>

namespace dure::app {

class FormSheet;
class KeyHintBar;

/// The frame of a page on which one thing is filled in: the sheet, its buttons and keys, what other PCs change
/// meanwhile. Enter goes to the next field. A screen says what it reads, what
/// it writes, and what the user changed; it calls open() at the end of its constructor.
class FormPage : public EditorPage
{
    Q_OBJECT
public:
    void entered() override;

    void save();
    const Uuid& id() const { return m_id; } ///< nil: a new one

Q_SIGNALS:
    void saved(const dure::Uuid& id, const QString& name, bool isNew); ///< after the page has closed

protected:
    /// `kind` and `id` name the draft. The data outlives the page.
    FormPage(CompanyData& data, const std::string& kind, const Uuid& id, QWidget* parent = nullptr);

    FormSheet& sheet() const { return *m_sheet; }
    KeyHintBar& hints() const { return *m_hints; }
    void open() { read(); }

    /// Reads what is stored and shows it, then calls opened(), or gone() if it is no longer there.
    virtual void read() = 0;
    /// Shows what was read, without anything typed.
    virtual void showStored() = 0;
    virtual QJsonObject typed() const = 0;
    virtual void resume(const QJsonObject& typed) = 0;
    /// Calls storeBy() with the command that writes what is typed.
    virtual void store() = 0;
    virtual void showProblems(const commands::CommandError& error) = 0;
    virtual bool focusFirstProblem() = 0;
    virtual QWidget* firstField() const = 0;
    /// Whether a change made elsewhere is one of what is shown here.
    virtual bool isConcerned(const ChangeSet& changes) const = 0;
    /// Reads again and keeps what was typed; calls toldOfChange() if there was a difference.
    virtual void readAgain() = 0;

    void opened();
    void gone();
    /// `name`: what the thing is called then.
    void storeBy(std::function<commands::Result(commands::Commands&)> command, const QString& name);
    void toldOfChange(bool bothChanged);
    void walk(bool forward); ///< to the next field of the sheet

    void keyPressEvent(QKeyEvent* event) override;

private:
    void addActions();
    void showHints(const QWidget* field); ///< the keys of the field that has the focus
    void beginAnew();
    std::string draftName() const override;
    std::function<std::string()> draft() const override;
    void stored(const Uuid& id, const QString& name);
    void refused(const commands::CommandError& error);

    std::string m_kind;
    Uuid m_id;
    FormSheet* m_sheet; // child
    KeyHintBar* m_hints; // child
    QPointer<QWidget> m_lastFocus;
};

} // namespace dure::app
