#pragma once
#include "app/forms/form_page.h"
#include "core/storage/note_store.h"

namespace dure::app {

class Label;
class RowForm;

/// What became of an 어음: collected, discounted, endorsed, or dishonoured, which brings the debt back.
class NoteEventPage : public FormPage
{
    Q_OBJECT
public:
    /// The data outlives the page.
    NoteEventPage(CompanyData& data, const Uuid& payment, bool dishonoured, QWidget* parent = nullptr);
    QString title() const override { return tr("Settle a note"); }
    QString subtitle() const override;
    RowForm& form() const { return *m_form; }

private:
    void read() override;
    void showStored() override;
    bool isChanged() const override;
    QJsonObject typed() const override;
    void resume(const QJsonObject& typed) override;
    bool takeTyped() override;
    void store() override;
    void showProblems(const commands::CommandError& error) override;
    bool focusFirstProblem() override;
    QWidget* firstField() const override;
    bool isConcerned(const ChangeSet& changes) const override;
    void readAgain() override { }

    void showNote();
    bool isDishonour() const;

    Uuid m_payment;
    bool m_dishonoured;
    RowForm* m_form; // child
    Label* m_about; // child
    Label* m_result; // child
    std::optional<storage::NoteRow> m_note;
};

} // namespace dure::app
