// A report as lines of text, one per value that is there: what golden files hold and what a failing test
// shows.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include <abstat/report.hpp>

[[nodiscard]] std::string dump(const abstat::Report& report);
[[nodiscard]] std::string dump(const std::vector<abstat::Report>& reports);

namespace abstat {

inline std::ostream& operator<<(std::ostream& out, const Report& report) {
  return out << dump(report);
}

}  // namespace abstat
