#pragma once
#include "app/gallery/picture_output.h"

namespace dure::app {

class CompanyData;
class MainWindow;
class WorkPlaces;

/// Receivables, a payment by transfer and by 어음, a ledger, payments, notes and a dishonour.
void shootMoney(MainWindow& window, WorkPlaces& places, CompanyData& data, const Output& out);

} // namespace dure::app
