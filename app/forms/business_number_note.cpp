#include "app/forms/business_number_note.h"

#include "app/forms/row_form.h"
#include "app/widgets/form_cell.h"
#include "core/domain/business_number.h"

#include <QCoreApplication>

namespace dure::app {
namespace {

class BusinessNumberNote
{
    Q_DECLARE_TR_FUNCTIONS(BusinessNumberNote)
};

} // namespace

void noteBusinessNumber(FormCell& cell, const QString& typed, const QString& twin)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return cell.setNote(Status::None, {});
    const BusinessNumberCheck check = checkBusinessNumber(text.toStdString());
    if (check == BusinessNumberCheck::AllZero)
        cell.setNote(
            Status::Attention, BusinessNumberNote::tr("Nobody bears this number. Type the one of the registration."));
    else if (check == BusinessNumberCheck::NotTenDigits)
        cell.setNote(
            Status::Attention, BusinessNumberNote::tr("The number has ten digits. Go on typing, or keep it as it is."));
    else if (!twin.isEmpty())
        cell.setNote(
            Status::Attention, BusinessNumberNote::tr("%1 has this number too. Keep it if both are meant.").arg(twin));
    else if (check == BusinessNumberCheck::WrongCheckDigit)
        cell.setNote(
            Status::Attention, BusinessNumberNote::tr("The last digit does not fit. Correct it, or keep it as it is."));
    else
        cell.setNote(Status::Done, BusinessNumberNote::tr("The business number is in order."));
}

bool isRefusedBusinessNumber(RowForm& form, int column)
{
    if (checkBusinessNumber(form.typedText(column).trimmed().toStdString()) != BusinessNumberCheck::AllZero)
        return false;
    form.refuse(column, BusinessNumberNote::tr("Nobody bears this number. Type the one of the registration."));
    return true;
}

} // namespace dure::app
