#include "claim_table_heads.hpp"

#include <algorithm>
#include <array>

namespace abstat {

namespace {

void add_mention(TableHead& head, const Mention& mention) {
  const bool weak = !head.mention || head.mention->average || head.mention->metric == ClaimMetric::latency;
  if (weak) head.mention = mention;
}

void read_head_token(TableHead& head, const Token& token) {
  if (token.kind == Word::time_unit || token.kind == Word::byte_rate) head.factor = token.word->value;
  if (token.kind == Word::time_unit && (!head.mention || head.mention->average))
    head.mention = Mention{0, ClaimMetric::latency, std::nullopt, false};
  head.setting = head.setting || token.kind == Word::setting || token.kind == Word::hardware;
  head.wanted = head.wanted || token.kind == Word::goal || token.kind == Word::plan;
  head.averages = head.averages || token.kind == Word::average;
  head.counts_runs = head.counts_runs || token.kind == Word::runs;
  if (token.kind == Word::times) head.kind = ColumnKind::factor;
  if (token.kind == Word::versus || token.kind == Word::compared || token.kind == Word::before_other)
    head.kind = head.kind == ColumnKind::other ? ColumnKind::factor : head.kind;
  if (token.kind == Word::percent && head.kind == ColumnKind::other) head.kind = ColumnKind::percent;
  if (token.kind == Word::ranking) head.kind = ColumnKind::rank;
  const bool worst = token.kind == Word::superlative &&
                     (token.word->direction == Direction::worse || token.word->direction == Direction::up);
  if (worst && !head.mention) head.mention = Mention{0, ClaimMetric::max, std::nullopt, false};
  if (token.kind == Word::failed) head.mention = Mention{0, token.word->metric, std::nullopt, false};
  const bool speedup = token.kind == Word::relation &&
                       (token.word->direction == Direction::better ||
                        token.word->direction == Direction::none || token.word->direction == Direction::up);
  const bool names_ratio = speedup && token.word->text.substr(0, 5) == "speed";
  head.changes = head.changes || (speedup && token.word->direction != Direction::none && !names_ratio);
  if (speedup && head.kind == ColumnKind::other) head.kind = ColumnKind::factor;
}

// "factor", 倍数: what the cells below are, against the first row.
bool is_called_factor(std::string_view head) {
  constexpr std::array<std::string_view, 12> names{"factor", "faktor",   "facteur",     "fator",
                                                   "ratio",  "relative", "relativ",     "verhältnis",
                                                   "倍数",   "倍率",     "коэффициент", "相对值"};
  return std::find(names.begin(), names.end(), head) != names.end() || head.ends_with("几倍") ||
         head.ends_with("倍数");
}

// "95%", "99 %ms": a share at the head of a column of times.
void read_head_level(TableHead& head, const Sentence& sentence) {
  for (const Amount& amount : sentence.amounts) {
    if (amount.unit != Word::percent) continue;
    const ClaimNumber& number = sentence.tokens[amount.number].number;
    if (number.value() < 50 || number.figure.decimals > 0) continue;
    head.mention = Mention{0, ClaimMetric::percentile, static_cast<int>(number.value()), false};
    head.kind = ColumnKind::metric;
  }
}

}  // namespace

TableCell parse_cell(const ProseLine& cell, const Languages& languages) {
  TableCell result;
  result.passage = std::make_unique<Passage>(make_passage({cell}));
  result.sentences = read_sentences(*result.passage, read_tokens(*result.passage, languages), false);
  return result;
}

TableHead read_head(const ProseLine& cell, const Languages& languages) {
  TableHead result;
  const TableCell parsed = parse_cell(cell, languages);
  result.text = parsed.passage->text;
  while (!result.text.empty() && result.text.back() == '\n') result.text.pop_back();
  for (const Sentence& sentence : parsed.sentences) {
    for (const Mention& mention : sentence.mentions) add_mention(result, mention);
    for (const Token& token : sentence.tokens) read_head_token(result, token);
    read_head_level(result, sentence);
  }
  if (result.mention && result.kind == ColumnKind::other) result.kind = ColumnKind::metric;
  if (is_called_factor(result.text)) result.kind = ColumnKind::factor;
  return result;
}

}  // namespace abstat
