#include "app/forms/row_notes.h"

#include "app/forms/row_form.h"
#include "app/widgets/form_cell.h"

#include <QCoreApplication>

namespace dure::app {
namespace {

class RowNotes
{
    Q_DECLARE_TR_FUNCTIONS(RowNotes)
};

} // namespace

void noteStored(RowForm& form, const QList<int>& columns)
{
    for (const int column : columns) {
        const QString now = form.shownText(column);
        if (FormCell* cell = form.cell(column))
            cell->setNote(Status::Attention,
                now.isEmpty() ? RowNotes::tr("Another PC emptied it.")
                              : RowNotes::tr("Another PC stored: %1").arg(now));
    }
}

} // namespace dure::app
