#pragma once
#include "tests/simulation/pc.h"

#include <string>

namespace dure::simulation {

/// One thing a user does at a PC, drawn by the PC's dice: masters, orders, deliveries, payments, undo, editors left
/// open while the world goes on. Returns what for the trace. What the commands refuse is part of life.
std::string act(Pc& pc);

/// An action no cloud may apply (a changed fact, a row that never was, not a mutation at all), written into the outbox
/// as a defect of another version would.
std::string poison(Pc& pc);

/// What a newer version does: a field that all must keep, though nobody here knows it; a row of a table and a value
/// that this cloud has to refuse, and the rest flows.
std::string actOfTomorrow(Pc& pc);

/// A row and its digest that went wrong together, as a defect in applying would leave them: the next comparison finds
/// it.
std::string damage(Pc& pc);

} // namespace dure::simulation
