// The heads of a table: what its columns, or its rows, hold.
#pragma once

#include "claim_phrases.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <abstat/document.hpp>

namespace abstat {

enum class ColumnKind : std::uint8_t { label, metric, factor, percent, rank, other };

struct TableHead {
  ColumnKind kind = ColumnKind::other;
  std::optional<Mention> mention;
  double factor = 0;         // of the unit in the head; 0 when none stands there
  bool guessed = false;      // no word names the metric
  bool changes = false;      // 提升, "gain": its percentages are of what was added
  bool averages = false;     // "average", 平均 QPS: of the cells beside
  bool counts_runs = false;  // "run", "Lauf": numbers below it name runs
  bool setting = false;      // a port, a version, memory: names no stack
  bool wanted = false;       // a goal or a plan, no result
  std::string text;
};

// A cell's sentences with their phrases.
struct TableCell {
  std::unique_ptr<Passage> passage;  // the sentences point to it
  std::vector<Sentence> sentences;
};

[[nodiscard]] TableCell parse_cell(const ProseLine& cell, const Languages& languages);
[[nodiscard]] TableHead read_head(const ProseLine& cell, const Languages& languages);

}  // namespace abstat
