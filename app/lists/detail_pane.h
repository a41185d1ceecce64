#pragma once
#include "app/widgets/icons.h"
#include "app/widgets/label.h"
#include "app/widgets/panel.h"

class QVBoxLayout;
class QHBoxLayout;
class QScrollArea;

namespace dure::app {

class KeyButton;

/// What stands beside a list: a head, sections that scroll, and a foot with "Next: …" and the one blue action.
class DetailPane : public Panel
{
    Q_OBJECT
public:
    explicit DetailPane(QWidget* parent = nullptr);

    /// The blue button; may be null. Where there is no room for the pane the page lends it to the top bar.
    KeyButton* primary() const { return m_primary; }
    /// The buttons beside it.
    const QList<KeyButton*>& footButtons() const { return m_others; }
    /// Puts the blue button (back) into the foot.
    void takePrimary();
    /// Whether there is a row to show; without one the pane is blank.
    void setShown(bool shown);
    bool isShown() const { return m_shown; }
    void focusFirst(); ///< on the first thing that takes it

protected:
    QVBoxLayout* head() const { return m_head; }
    QVBoxLayout* body() const { return m_body; }
    void setPrimary(KeyButton* button);
    void addFootButton(KeyButton* button);
    void setNext(const QString& what, const QString& detail);
    void setFootVisible(bool visible);

    /// A section's title, with a figure at the right; returns both labels.
    struct Heading
    {
        QWidget* row;
        Label* title;
        Label* right;
    };
    Heading addHeading(const QString& title);
    /// Label and value, a line of its own; hidden while the value is empty.
    Label* addFact(const QString& label);
    static void setFact(Label* value, const QString& text);
    /// An icon and a remark.
    Label* addRemark(Icon icon);
    /// Supply, tax and total.
    struct Sums
    {
        Label *supply, *taxLabel, *tax, *total;
    };
    Sums addSums();
    void addGap();

private:
    void arrangeFoot();
    QWidget* m_content; // all but the pane's own surface
    QVBoxLayout* m_head;
    QVBoxLayout* m_body;
    Panel* m_foot;
    QHBoxLayout* m_footButtons;
    QHBoxLayout* m_otherButtons; // below them, where not all have room side by side
    Label* m_next;
    Label* m_nextDetail;
    KeyButton* m_primary = nullptr;
    QList<KeyButton*> m_others; // children
    QScrollArea* m_scroll;
    bool m_shown = true;
};

} // namespace dure::app
