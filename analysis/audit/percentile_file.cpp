// K1 to K3. Whether a -e file belongs to the report: its rows are times of the same requests, since 2.2.9 to
// the microsecond, and read at other places of the sorted times than the report's own table.
#include "attachments.hpp"
#include "moments.hpp"
#include "sorted_times.hpp"

#include <fmt/format.h>
#include <vector>

namespace abstat {

namespace {

using exact::Fraction;
using exact::Range;
using exact::Whole;

struct FileRow {
  int level;
  std::int64_t index;
  Figure ms;
};

// Row k reads the sorted times at floor(0.5 + n*k/100), in double, which is exact up to 2^53.
std::int64_t file_index(std::int64_t n, int level) {
  if (level == PercentileFile::highest_level) return n - 1;
  return (n / 100 * level) + (n % 100 * level + 50) / 100;
}

std::vector<FileRow> rows_of_file(const PercentileFile& file, std::int64_t n) {
  std::vector<FileRow> rows;
  for (int level = 0; level <= PercentileFile::highest_level; ++level) {
    const auto& figure = file.ms.at(static_cast<std::size_t>(level));
    if (!figure || !exact::usable(*figure) || past_the_end(static_cast<std::uint64_t>(n), level)) continue;
    rows.push_back({level, file_index(n, level), *figure});
  }
  return rows;
}

// What the report prints for a time of the file: whole milliseconds, half of one up.
Whole printed_ms(const Figure& figure) {
  return exact::floor(exact::value_of(figure) + Fraction(Whole(1), Whole(2)));
}

void check_order(const Evidence& evidence, const PercentileFile& file, const std::vector<FileRow>& rows,
                 Ledger& ledger) {
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const bool falls = exact::value_of(rows[i].ms) < exact::value_of(rows[i - 1].ms);
    const bool differs = rows[i].index == rows[i - 1].index && !(rows[i].ms == rows[i - 1].ms);
    if (!falls && !differs) continue;
    ledger.require(false, "K1", evidence.report.lines.percentiles, [&] {
      return fmt::format("{}: {} ms at {} % {} {} ms at {} %", file.file, rows[i].ms.text(), rows[i].level,
                         falls ? "is less than" : "must be, as the same request,", rows[i - 1].ms.text(),
                         rows[i - 1].level);
    });
    return;
  }
  ledger.require(true, "K1", 0, [] { return std::string(); });
}

struct Told {
  std::string label;
  std::int64_t index;
  Figure ms;
  std::size_t line;
};

std::vector<Told> told_by_report(const Evidence& evidence, std::int64_t n) {
  std::vector<Told> told;
  const auto& total = evidence.rows.total;
  if (total) {
    told.push_back({"min Total", 0, total->printed->min, total->line});
    told.push_back({"max Total", n - 1, total->printed->max, total->line});
  }
  const auto& table = evidence.report.percentiles_ms;
  if (!table || !evidence.rules.floor_index) return told;
  for (std::size_t row = 0; row < Percentiles::levels.size(); ++row) {
    const auto& figure = table->ms.at(row);
    if (!figure || !exact::usable(*figure)) continue;
    const int level = Percentiles::levels.at(row);
    told.push_back(
        {fmt::format("{}%", level), percentile_index(n, level), *figure, evidence.report.lines.percentiles});
  }
  return told;
}

bool contradicts(const Told& told, const FileRow& row) {
  const Fraction printed = exact::value_of(told.ms);
  const Fraction time = printed_ms(row.ms);
  return (row.index <= told.index && printed < time) || (told.index <= row.index && time < printed);
}

void check_report_against_rows(const Evidence& evidence, const PercentileFile& file,
                               const std::vector<FileRow>& rows, std::int64_t n, Ledger& ledger) {
  for (const Told& told : told_by_report(evidence, n)) {
    for (const FileRow& row : rows) {
      if (!contradicts(told, row)) continue;
      ledger.require(false, "K2", told.line, [&] {
        return fmt::format("{} {} is request {} of {} in order, but request {} took {} ms by {} at {} %{}",
                           told.label, told.ms.text(), told.index + 1, n, row.index + 1, row.ms.text(),
                           file.file, row.level, foreign);
      });
      return;
    }
  }
  ledger.require(true, "K2", 0, [] { return std::string(); });
}

void check_moments(const Evidence& evidence, const PercentileFile& file, const std::vector<FileRow>& rows,
                   std::int64_t n, Ledger& ledger) {
  const auto& total = evidence.rows.total;
  if (!total) return;
  std::vector<KnownTime> known{{0, total->min}, {n - 1, total->max}};
  for (const FileRow& row : rows) known.push_back({row.index, time_range(row.ms, evidence.rules)});
  const auto steps = sorted_times(std::move(known), n);
  if (!steps) return;
  const auto misfit = misfit_of_moments(*steps, *total, n);
  ledger.require(!misfit, "K3", total->line,
                 [&] { return fmt::format("{} by the times of {}{}", *misfit, file.file, foreign); });
}

}  // namespace

void check_percentile_file(const Evidence& evidence, const PercentileFile& file, Ledger& ledger) {
  if (!evidence.samples) return;
  const std::int64_t n = *evidence.samples;
  const auto rows = rows_of_file(file, n);
  if (rows.empty()) return;
  check_order(evidence, file, rows, ledger);
  check_report_against_rows(evidence, file, rows, n, ledger);
  check_moments(evidence, file, rows, n, ledger);
}

}  // namespace abstat
