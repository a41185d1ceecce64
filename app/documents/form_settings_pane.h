#pragma once
#include "app/documents/document_request.h"
#include "app/printing/form_settings.h"
#include "app/widgets/panel.h"

#include <QScrollArea>

class QCheckBox;
class QVBoxLayout;

namespace dure::app {

class ChoiceField;
class DateField;
class FormCell;
class KeyButton;
class StepField;

/// How a kind of form lies on its paper, and of which days it tells; remembered for the kind as it is changed.
class FormSettingsPane : public QScrollArea
{
    Q_OBJECT
public:
    explicit FormSettingsPane(FormKind kind, QWidget* parent = nullptr);

    const FormSettings& settings() const { return m_settings; }
    /// Read again: the printer's dialog may have changed the number of copies.
    void readRemembered();
    void focusFirst(); ///< on the first thing that takes it
    void setToday(Date today);
    void setPeriod(Date from, Date to); ///< does not emit
    Date from() const;
    Date to() const;

Q_SIGNALS:
    void settingsChanged();
    void periodChanged(); ///< by the user; from() and to() are valid and in order

private:
    void makePeriod(QVBoxLayout* column);
    void makeSheet(QVBoxLayout* column);
    void makePlace(QVBoxLayout* column);
    FormCell* addStep(QVBoxLayout* column, StepField* field, const QString& label, int FormSettings::*member);
    void addTick(QVBoxLayout* column, QCheckBox* box, const QString& text, bool FormSettings::*member);
    void change();
    void takePeriod();
    void moveMonth(int months);
    void show(const FormSettings& settings);

    FormKind m_kind;
    FormSettings m_settings;
    bool m_showing = false; // our own filling in is not the user's
    // children
    ChoiceField* m_copies = nullptr;
    QCheckBox* m_detailed = nullptr;
    QCheckBox* m_onlyValues = nullptr;
    StepField* m_printedCopies = nullptr;
    StepField* m_offsetX = nullptr;
    StepField* m_offsetY = nullptr;
    StepField* m_margin = nullptr;
    DateField* m_from = nullptr;
    DateField* m_to = nullptr;
    FormCell* m_toCell = nullptr;
};

} // namespace dure::app
