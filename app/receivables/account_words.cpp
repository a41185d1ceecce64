#include "app/receivables/account_words.h"

#include "app/receivables/payment_words.h"
#include "app/widgets/number_text.h"

#include <QCoreApplication>

namespace dure::app {
namespace {

class Accounts
{
    Q_DECLARE_TR_FUNCTIONS(Accounts)
};

bool isDishonour(const storage::AccountFact& fact)
{
    return fact.isPayment && !fact.reversesId.isNil() && fact.reversalKind == ReversalKind::Dishonour;
}

} // namespace

QString accountLineText(const storage::AccountLine& line)
{
    if (!line.fact)
        return Accounts::tr("Opening balance");
    const storage::AccountFact& fact = *line.fact;
    if (!fact.isPayment) {
        const QString product = toQString(fact.firstProduct);
        return fact.moreLines > 0 ? product + u' ' + Accounts::tr("+%1", "more lines").arg(fact.moreLines) : product;
    }
    QString text = paymentKindText(fact.paymentKind);
    if (!fact.noteNumber.empty())
        text += u' ' + toQString(fact.noteNumber);
    if (isDishonour(fact))
        text = Accounts::tr("Dishonour: %1").arg(text);
    if (!fact.memo.empty())
        text += QStringLiteral(" · ") + toQString(fact.memo);
    return text;
}

QString accountLineKind(const storage::AccountLine& line)
{
    if (!line.fact)
        return Accounts::tr("Carried");
    const storage::AccountFact& fact = *line.fact;
    if (isDishonour(fact))
        return Accounts::tr("Dishonour");
    if (!fact.reversesId.isNil())
        return Accounts::tr("Reversal");
    if (fact.isPayment)
        return Accounts::tr("Payment");
    return fact.supply + fact.tax < Won{} ? Accounts::tr("Return") : Accounts::tr("Delivery");
}

} // namespace dure::app
