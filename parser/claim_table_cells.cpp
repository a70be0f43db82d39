#include "claim_table_cells.hpp"

#include <algorithm>
#include <array>

namespace abstat {

bool is_one(const std::string& whole) {
  const std::string cell = whole.substr(0, whole.find(" ("));  // 1 (référence)
  constexpr auto ones = std::to_array<std::string_view>(
      {"1",         "1.0",      "1.00",       "1x",    "1.0x", "1.00x",    "100%", "100 %",
       "1.000",     "1.00×",    "1×",         "1,0",   "1,00", "baseline", "base", "reference",
       "référence", "Referenz", "referencia", "Basis", "база", "基准",     "基線", "0%"});
  return std::find(ones.begin(), ones.end(), cell) != ones.end();
}

std::string labelled(const TableHead& column, const std::string& cell) {
  const std::string& head = column.text;
  const bool number = !cell.empty() && cell.find_first_not_of("0123456789") == std::string::npos;
  const bool letter = cell.size() == 1;  // round B
  if (column.counts_runs)
    return number || letter ? head + " " + cell : cell + " " + head;  // run 3, third run
  if (!number) return cell;
  const bool connections = head == "c" || head == "-c" || head == "conc" || head == "conc.";
  return connections ? "c=" + cell : cell + " " + head;
}

bool is_change(const ProseLine& cell) {
  return !cell.text.empty() && (cell.text.front() == '+' || cell.text.front() == '-') &&
         cell.text.find('%') != std::string::npos;
}

std::optional<TableHead> head_of_unit(const TableCell& cell) {
  if (cell.sentences.size() != 1 || cell.sentences.front().amounts.size() != 1) return std::nullopt;
  const Word unit = cell.sentences.front().amounts.front().unit;
  if (unit != Word::rate_unit && unit != Word::byte_rate) return std::nullopt;
  TableHead head;
  head.kind = ColumnKind::metric;
  head.mention = Mention{};
  if (unit == Word::byte_rate) head.mention->metric = ClaimMetric::transfer_rate;
  return head;
}

bool may_be_rate(const Amount& amount) {
  return amount.unit == Word::other || amount.unit == Word::rate_unit;
}

}  // namespace abstat
