#pragma once
#include "core/documents/paper_form.h"

class QString;

namespace dure::app {

/// Which of the two copies a sheet carries, for forms that have two. Their numbers stand in the settings: never
/// renumber them.
enum class FormCopies {
    Both, ///< 위아래 2부, with a cut line between them
    Buyer, ///< 공급받는자 보관용, blue
    Supplier, ///< 공급자 보관용, red
    SideBySide, ///< 좌우 2부 on a sheet that lies on its side: smaller letters, room for many more lines
};

inline constexpr int leastMarginMm = 9; ///< as the forms are drawn
inline constexpr int mostMarginMm = 30;
inline constexpr int mostOffset = 300; ///< tenths of a millimetre
inline constexpr int mostPrintedCopies = 20;

/// How a kind of form is put on paper; each user's own on this PC.
struct FormSettings
{
    FormCopies copies = FormCopies::Both;
    /// Of a 납품서: with prices. Of a 청구서: each line of each delivery.
    bool detailed = false;
    int printedCopies = 1; ///< 부수: how often the printer prints the whole
    /// Where the printer or a pre-printed paper lies beside the drawing: tenths of a millimetre, to the right and down.
    int offsetX = 0, offsetY = 0;
    int marginMm = leastMarginMm; ///< at the left and the right; a larger one makes the whole form smaller
    bool onlyValues = false; ///< the paper has lines and captions already

    bool operator==(const FormSettings&) const = default;
};

/// Whether the kind has two copies; the others stand on a whole sheet of their own.
bool hasTwoCopies(FormKind kind);
/// Whether `detailed` means something.
bool hasDetail(FormKind kind);
/// The A4 sheet as it lies in the printer.
bool isLandscape(FormKind kind, const FormSettings& settings);
/// What may stand on one page.
int linesPerSheet(FormKind kind, const FormSettings& settings);

/// As they were chosen last; what stands there may be anything, and is bounded.
FormSettings rememberedSettings(FormKind kind);
void rememberSettings(FormKind kind, const FormSettings& settings);
/// The kind's name in the settings: "statement".
QString formKey(FormKind kind);

} // namespace dure::app
