// How often each whole number occurred: all that percentiles, means and spreads of a request log need, in
// memory that depends on the spread of the values and not on their number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace abstat {

struct ValueCount {
  std::int64_t value = 0;
  std::uint64_t count = 0;
  bool operator==(const ValueCount&) const = default;
};

// Finished counts, ascending by value, none of them 0.
struct CountedValues {
  std::vector<ValueCount> counts;
  std::uint64_t total = 0;

  // The rank-th smallest, from 1 to total.
  [[nodiscard]] std::int64_t at_rank(std::uint64_t rank) const;
  bool operator==(const CountedValues&) const = default;
};

class ValueCounter {
 public:
  // False, and not counted, when there are too many values far apart: limits::counted_span, ::counted_strays.
  bool add(std::int64_t value) {
    const std::uint64_t index = static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(base_);
    if (index >= window_.size()) return add_outside(value);
    ++window_[index];
    return true;
  }

  // Undoes the last add of this value.
  void take_back(std::int64_t value);

  [[nodiscard]] CountedValues finish() const;

 private:
  bool add_outside(std::int64_t value);
  [[nodiscard]] bool widen_to(std::int64_t value);

  std::int64_t base_ = 0;
  std::vector<std::uint64_t> window_;             // counts of base_, base_ + 1, …
  std::map<std::int64_t, std::uint64_t> strays_;  // values the window cannot reach
};

}  // namespace abstat
