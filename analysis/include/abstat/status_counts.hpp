// How many reports of each status there are: what `convert --count` prints.
#pragma once

#include <array>
#include <cstddef>

namespace abstat {

struct StatusCounts {
  std::array<std::size_t, 5> by_status{};  // by ReportStatus

  [[nodiscard]] std::size_t total() const;
  bool operator==(const StatusCounts&) const = default;
};

}  // namespace abstat
