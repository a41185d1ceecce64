#include "app/lists/undo_offer.h"

#include "app/data/company_data.h"
#include "app/data/error_text.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"

namespace dure::app {

UndoOffer::UndoOffer(CompanyData& data, MessageStrip& strip)
    : QObject(&strip)
    , m_data(data)
    , m_strip(strip)
{
    connect(&data, &CompanyData::undoableChanged, this, [this] {
        if (m_offered && m_data.undoable() != m_offered) {
            m_offered.reset();
            m_strip.clear();
        }
    });
    connect(&strip, &MessageStrip::cleared, this, [this] { m_offered.reset(); });
}

KeyButton* UndoOffer::show(const QString& done, const std::optional<commands::UndoDescription>& action)
{
    m_strip.clear();
    m_strip.show(Tone::Info, done);
    if (!action || action != m_data.undoable())
        return nullptr;
    m_offered = action;
    KeyButton* back = m_strip.addAction(tr("Undo"));
    back->setKeyHint(keyText(keyFor(KeyAction::Undo)));
    connect(back, &QAbstractButton::clicked, this, [this, action = *action] { undo(action); });
    return back;
}

void UndoOffer::undoLast() { undo(std::nullopt); }

void UndoOffer::addShowLink(TableId table, const Uuid& id)
{
    const QString text = table == TableId::SalesOrder ? tr("Show the order")
        : table == TableId::Delivery                  ? tr("Show the delivery")
        : table == TableId::Customer                  ? tr("Show the customer")
                                                      : tr("Show the product");
    connect(m_strip.addAction(text), &QAbstractButton::clicked, this,
        [this, table, id] { Q_EMIT showRequested(table, id); });
}

void UndoOffer::undo(const std::optional<commands::UndoDescription>& only)
{
    m_strip.clear();
    m_data.undo(this, only, [this](commands::Result&& result, const std::optional<commands::UndoDescription>& action) {
        m_strip.clear();
        if (result) {
            m_strip.show(Tone::Info, tr("Undone: %1.").arg(undoText(*action)),
                result->isKept ? tr("Its deliveries were taken back and name it, so it stays as a cancelled order.")
                               : QString());
            if (const auto table = undoTable(*action))
                Q_EMIT undone(*table, action->isCreation && !result->isKept ? Uuid() : result->id);
            return;
        }
        const ErrorText error = errorText(result.error());
        if (result.error().refusal == commands::Refusal::NothingToUndo) {
            m_strip.show(Tone::Info, error.what);
            return;
        }
        m_strip.show(Tone::Red, error.what, error.wayOut);
        Q_EMIT refused(result.error());
    });
}

} // namespace dure::app

#include "moc_undo_offer.cpp"
