#include <algorithm>
#include <iterator>

#include <abstat/report.hpp>

namespace abstat {

std::string_view to_string(ReportStatus status) {
  switch (status) {
    case ReportStatus::complete:
      return "complete";
    case ReportStatus::interrupted:
      return "interrupted";
    case ReportStatus::aborted:
      return "aborted";
    case ReportStatus::partial:
      return "partial";
    case ReportStatus::truncated:
      return "truncated";
  }
  return "";
}

std::string_view to_string(AbEra era) {
  constexpr std::array<std::string_view, 10> names{"unknown", "E0", "E1", "E2", "E3",
                                                   "E4",      "E5", "E6", "E7", "E8"};
  return names.at(static_cast<std::size_t>(era));
}

namespace {

std::optional<std::size_t> row_of(int level) {
  const auto found = std::find(Percentiles::levels.begin(), Percentiles::levels.end(), level);
  if (found == Percentiles::levels.end()) return std::nullopt;
  return static_cast<std::size_t>(std::distance(Percentiles::levels.begin(), found));
}

}  // namespace

std::optional<Figure> Percentiles::at(int level) const {
  const auto row = row_of(level);
  return row ? ms.at(*row) : std::nullopt;
}

bool Percentiles::set(int level, Figure value) {
  const auto row = row_of(level);
  if (row) ms.at(*row) = value;
  return row.has_value();
}

}  // namespace abstat
