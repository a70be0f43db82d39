// A run of four requests, small enough to be computed by hand: 10.2, 20.4, 20.6 and 31.0 ms, nothing spent on
// connecting.
#pragma once

#include <abstat/report.hpp>

[[nodiscard]] abstat::Report small_run();
