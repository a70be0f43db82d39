#include <algorithm>
#include <limits>
#include <numeric>

#include <abstat/limits.hpp>
#include <abstat/value_counts.hpp>

namespace abstat {

std::int64_t CountedValues::at_rank(std::uint64_t rank) const {
  std::uint64_t seen = 0;
  for (const ValueCount& entry : counts) {
    seen += entry.count;
    if (seen >= rank) return entry.value;
  }
  return counts.back().value;
}

bool ValueCounter::add_outside(std::int64_t value) {
  if (widen_to(value)) return add(value);
  const auto stray = strays_.find(value);
  if (stray != strays_.end()) {
    ++stray->second;
    return true;
  }
  if (strays_.size() >= limits::counted_strays) return false;
  strays_.emplace(value, 1);
  return true;
}

// Doubles the window towards value, so that widening costs no more than counting.
bool ValueCounter::widen_to(std::int64_t value) {
  constexpr std::int64_t span = limits::counted_span;
  constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max() / 4;
  if (value < -far || value > far) return false;
  if (window_.empty()) {
    base_ = value;
    window_.resize(64);
    return true;
  }
  const auto size = static_cast<std::int64_t>(window_.size());
  const std::int64_t low = std::min(base_, value);
  const std::int64_t high = std::max(base_ + size, value + 1);
  if (high - low > span) return false;
  const std::int64_t wanted = std::min(span, std::max(high - low, 2 * size));
  const std::int64_t new_base = value < base_ ? high - wanted : base_;
  std::vector<std::uint64_t> wider(static_cast<std::size_t>(wanted));
  std::copy(window_.begin(), window_.end(), wider.begin() + (base_ - new_base));
  window_ = std::move(wider);
  base_ = new_base;
  return true;
}

void ValueCounter::take_back(std::int64_t value) {
  const std::uint64_t index = static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(base_);
  if (index < window_.size()) {
    --window_[index];
  } else if (const auto stray = strays_.find(value); --stray->second == 0) {
    strays_.erase(stray);
  }
}

CountedValues ValueCounter::finish() const {
  std::map<std::int64_t, std::uint64_t> all = strays_;
  CountedValues values;
  for (std::size_t i = 0; i < window_.size(); ++i) {
    if (window_[i] > 0) all[base_ + static_cast<std::int64_t>(i)] += window_[i];
  }
  values.counts.reserve(all.size());
  for (const auto& [value, count] : all) {
    values.counts.push_back({value, count});
    values.total += count;
  }
  return values;
}

}  // namespace abstat
