#include "app/documents/copies_field.h"

#include "app/widgets/choice_field.h"

#include <QCoreApplication>

namespace dure::app {
namespace {

struct FormWords
{
    Q_DECLARE_TR_FUNCTIONS(dure::app::FormWords)
};

} // namespace

void fillCopies(ChoiceField& field)
{
    field.addItem(FormWords::tr("Two copies, stacked"), int(FormCopies::Both));
    field.addItem(FormWords::tr("Two copies, side by side"), int(FormCopies::SideBySide));
    field.addItem(FormWords::tr("The buyer's copy"), int(FormCopies::Buyer));
    field.addItem(FormWords::tr("The supplier's copy"), int(FormCopies::Supplier));
    field.setAccessibleName(FormWords::tr("Copies on a sheet"));
}

QString formName(FormKind kind)
{
    switch (kind) {
    case FormKind::Statement:
        return FormWords::tr("Statement");
    case FormKind::DeliveryNote:
        return FormWords::tr("Delivery note");
    case FormKind::Receipt:
        return FormWords::tr("Receipt");
    case FormKind::CustomerStatement:
        return FormWords::tr("Bill");
    case FormKind::CustomerLedger:
        return FormWords::tr("Customer ledger");
    case FormKind::Quotation:
        break;
    }
    return FormWords::tr("Quotation");
}

} // namespace dure::app
