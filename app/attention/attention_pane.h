#pragma once
#include "app/attention/attention_facts.h"
#include "app/lists/detail_pane.h"

namespace dure::app {

class LineSheet;

/// One entry beside the list: what happened, both values with who and when, or what was entered and why it came back.
class AttentionPane : public DetailPane
{
    Q_OBJECT
public:
    explicit AttentionPane(QWidget* parent = nullptr);
    void show(const AttentionFacts& facts);

Q_SIGNALS:
    void openSubject();

private:
    void showConflict(const AttentionFacts& facts);
    void showRejection(const AttentionFacts& facts);

    Label *m_kind, *m_title, *m_subject;
    Label* m_explanation;
    Label *m_nowBy, *m_otherBy;
    LineSheet *m_values, *m_entered;
    KeyButton* m_open;
};

} // namespace dure::app
