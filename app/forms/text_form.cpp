#include "app/forms/text_form.h"

#include "app/widgets/number_text.h"
#include "core/domain/business_number.h"
#include "core/domain/phone_number.h"
#include "core/domain/postal_address.h"
#include "core/domain/typed_text.h"

namespace dure::app {

std::string tidiedText(TextForm form, const QString& typed)
{
    const std::string text = typed.trimmed().toStdString();
    switch (form) {
    case TextForm::BusinessNumber:
        return normaliseBusinessNumber(text);
    case TextForm::Phone:
        return formatPhoneNumber(text);
    case TextForm::PostalCode:
        return normalisePostalCode(text);
    case TextForm::Email:
        return foldTyped(text);
    case TextForm::Plain:
        break;
    }
    return text;
}

QString storedText(TextForm form, const Value& value)
{
    return toQString(form == TextForm::BusinessNumber ? formatBusinessNumber(textOf(value)) : textOf(value));
}

} // namespace dure::app
