#pragma once
#include "app/data/company_data.h"
#include "app/people/people_sheets.h"

class QTimer;

namespace dure::app {

class RowForm;
class SegmentedControl;

/// One note, call, visit, mail or promise in place: what kind (1 to 5), what was said, what comes next and when. Enter
/// goes on and saves in the last field, F8 saves anywhere, Esc leaves it.
class ActivitySheet : public InPlaceSheet
{
    Q_OBJECT
public:
    /// The data outlives the sheet. Hidden until opened.
    explicit ActivitySheet(CompanyData& data, QWidget* parent = nullptr);
    ~ActivitySheet() override;

    void begin(const Uuid& customer); ///< a new one, of today
    void open(const Activity& activity);
    RowForm& form() const { return *m_form; }

Q_SIGNALS:
    void saved(const dure::Uuid& activity, bool isNew);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void chooseKind(ActivityKind kind, bool goOn);
    void show(const Activity& activity);
    std::string draftName() const;
    QJsonObject typed() const;
    void keepTyped();
    void resumeTyped();
    void save();
    void close();

    CompanyData& m_data;
    Activity m_activity; // as it was opened
    RowForm* m_form; // child
    SegmentedControl* m_kind; // child
    Label* m_title; // child
    Label* m_problem; // child
    QTimer* m_keepSoon; // child
    bool m_resumed = false; // what was kept of it is here
    bool m_saving = false;
};

} // namespace dure::app
