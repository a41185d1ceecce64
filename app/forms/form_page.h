#pragma once
#include "app/data/company_data.h"
#include "app/shell/page.h"

#include <QJsonObject>

class QTimer;

namespace dure::app {

class FormSheet;
class KeyHintBar;
class MessageStrip;

/// The frame of a page on which one thing is filled in: the sheet, its buttons and keys, what is typed kept on this PC
/// until it is saved, what other PCs change meanwhile. Enter goes to the next field. A screen says what it reads, what
/// it writes, and what the user changed; it calls open() at the end of its constructor.
class FormPage : public Page
{
    Q_OBJECT
public:
    void entered() override;
    bool mayClose() override;

    void save();
    const Uuid& id() const { return m_id; } ///< nil: a new one
    bool isReady() const { return m_ready; } ///< what was to be read has been read
    MessageStrip& strip() const { return *m_strip; }

Q_SIGNALS:
    void ready();
    void saved(const dure::Uuid& id, const QString& name, bool isNew); ///< after the page has closed
    void draftKept(); ///< closed with something typed

protected:
    /// `kind` and `id` name the draft. The data outlives the page.
    FormPage(CompanyData& data, const std::string& kind, const Uuid& id, QWidget* parent = nullptr);

    FormSheet& sheet() const { return *m_sheet; }
    KeyHintBar& hints() const { return *m_hints; }
    CompanyData& data() const { return m_data; }
    void open() { read(); }

    /// Reads what is stored and shows it, then calls opened(), or gone() if it is no longer there.
    virtual void read() = 0;
    /// Shows what was read, without anything typed.
    virtual void showStored() = 0;
    virtual bool isChanged() const = 0;
    virtual QJsonObject typed() const = 0;
    virtual void resume(const QJsonObject& typed) = 0;
    /// Brings what is typed into its form. False: something cannot be read, which is marked.
    virtual bool takeTyped() = 0;
    /// Runs the command, then calls stored() or refused().
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
    void touched(); ///< the user changed something
    void stored(const Uuid& id, const QString& name);
    void refused(const commands::CommandError& error);
    void toldOfChange(bool bothChanged);
    void walk(bool forward); ///< to the next field of the sheet

    void keyPressEvent(QKeyEvent* event) override;

private:
    void addActions();
    std::string draftName() const;
    void keepDraft();
    void dropDraft();

    CompanyData& m_data;
    std::string m_kind;
    Uuid m_id;
    MessageStrip* m_strip; // child
    FormSheet* m_sheet; // child
    KeyHintBar* m_hints; // child
    QTimer* m_draftTimer; // child
    QPointer<QWidget> m_lastFocus;
    bool m_ready = false;
    bool m_touched = false;
    bool m_saving = false;
    bool m_saved = false;
};

} // namespace dure::app
