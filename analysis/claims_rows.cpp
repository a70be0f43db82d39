#include "claims_rows.hpp"

#include "claims_binding.hpp"

namespace abstat {

namespace {

constexpr std::size_t least_confirmed = 2;

bool is_row(const std::vector<Claim>& claims, std::size_t first) {
  const std::size_t size = claims[first].row_size;
  if (size <= least_confirmed || claims[first].row_place != 0 || first + size > claims.size()) return false;
  for (std::size_t i = 0; i < size; ++i) {
    const Claim& claim = claims[first + i];
    if (claim.row_place != i || claim.row_size != size || claim.block != claims[first].block ||
        claim.metric != claims[first].metric)
      return false;
  }
  return true;
}

// The stack whose runs the confirmed figures of a row are, each at its place.
std::optional<std::size_t> stack_of_row(const Binder& binder, const std::vector<Ruling>& judged,
                                        std::size_t first, std::size_t size) {
  std::optional<std::size_t> stack;
  std::size_t confirmed = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const Ruling& figure = judged[first + i];
    if (figure.verdict != Verdict::confirmed || figure.reports.size() != 1) continue;
    const std::size_t report = figure.reports.front().report;
    if (!stack) stack = binder.label(report).stack;
    const auto& runs = binder.runs_of(*stack);
    if (runs.size() != size || runs[i] != report) return std::nullopt;
    ++confirmed;
  }
  return confirmed >= least_confirmed ? stack : std::nullopt;
}

}  // namespace

void settle_rows(const Binder& binder, const std::vector<Claim>& claims, std::vector<Ruling>& judged) {
  for (std::size_t first = 0; first < claims.size(); ++first) {
    if (!is_row(claims, first)) continue;
    const std::size_t size = claims[first].row_size;
    const auto stack = stack_of_row(binder, judged, first, size);
    for (std::size_t i = 0; stack && i < size; ++i) {
      if (judged[first + i].verdict == Verdict::confirmed) continue;
      judged[first + i] = FigureBinding(binder, claims[first + i]).at(binder.runs_of(*stack)[i]);
    }
  }
}

}  // namespace abstat
