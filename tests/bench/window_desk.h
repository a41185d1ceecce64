#pragma once

namespace dure::app {
class MainWindow;
}

namespace dure::bench {

/// Goes through every place of an open window, chooses every chip, sorts by every column and types into every filter;
/// then a long ledger, the dashboard and a grid of 500 lines. Prints microseconds, the goal in milliseconds and what
/// was measured, a line each; what took longer than its goal is named in the error output. False: a step could not be
/// done.
bool measureDesk(dure::app::MainWindow& window);

} // namespace dure::bench
