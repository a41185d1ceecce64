#pragma once
#include "core/domain/date.h"
#include "core/domain/uuid.h"

#include <optional>
#include <string>
#include <string_view>

namespace dure {

/// The value is the letter that a number begins with; it is stored in numbers and never changes.
enum class DocumentKind : char {
    Order = 'O',
    Delivery = 'D',
    Receipt = 'R',
    Quotation = 'Q',
    Claim = 'C',
};

/// "O261123-A04": kind, date, the code of the device that wrote it, a running number of that device, kind and day.
/// It is unique without a network because a code belongs to one incarnation of one device for ever. Codes are letters
/// only; a code made up before enrolment is letter, digit, letter. So codes and running numbers never run together.
struct DocumentNumber
{
    DocumentKind kind = DocumentKind::Order;
    Date date; ///< 2000 to 2099: the number shows two digits of the year
    std::string deviceCode;
    int running = 0; ///< from 1; shown with at least two digits

    bool operator==(const DocumentNumber&) const = default;
};

inline constexpr int maxRunningNumber = 999'999;

/// Precondition: a valid date within 2000–2099, isDeviceCode(deviceCode), running within 1…maxRunningNumber.
std::string formatDocumentNumber(const DocumentNumber& number);

/// Reads what formatDocumentNumber() writes, also typed in lower case or full-width. std::nullopt: anything else.
std::optional<DocumentNumber> parseDocumentNumber(std::string_view typed);

inline constexpr int maxEnrolledCodes = 26 + 26 * 26 + 26 * 26 * 26;

/// The code of the `index`-th incarnation enrolled in a company, from 0: A … Z, AA … ZZ, AAA … ZZZ. std::nullopt: all
/// are taken, or a negative index.
std::optional<std::string> enrolledDeviceCode(int index);

/// The code of a device that has not been enrolled yet, like "X7K", without signs that are mistaken for one another
/// (0 O, 1 I L).
std::string provisionalDeviceCode(RandomSource& random);

bool isDeviceCode(std::string_view code);
bool isProvisionalDeviceCode(std::string_view code);

} // namespace dure
