#pragma once
#include "app/documents/document_request.h"

#include <QCoreApplication>
#include <functional>

class QMenu;
class QObject;

namespace dure::app {

/// What a menu over customers has to print: 청구서 and 거래처원장 of those that `chosen` names when it opens. `owner`
/// outlives neither function.
class AccountPapers
{
    Q_DECLARE_TR_FUNCTIONS(AccountPapers)
public:
    static void addTo(QMenu& menu, QObject* owner, std::function<std::vector<Uuid>()> chosen,
        std::function<void(const DocumentRequest&)> show);
};

} // namespace dure::app
