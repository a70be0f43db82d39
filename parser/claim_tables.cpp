#include "claim_tables.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace abstat {

namespace {

enum class ColumnKind : std::uint8_t { label, metric, factor, percent, rank, other };

struct Head {
  ColumnKind kind = ColumnKind::other;
  std::optional<Mention> mention;
  double factor = 0;  // of the unit in the head; 0 when none stands there
  std::string text;
};

class TableReader {
 public:
  TableReader(const Document& document, std::size_t index, const std::optional<Mention>& introduction,
              const Languages& languages, ClaimsRead& out)
      : document_(document),
        block_(document.blocks[index]),
        index_(index),
        introduction_(introduction),
        languages_(languages),
        out_(out) {}

  void read() {
    if (block_.rows.size() < 2) return;
    for (const ProseLine& cell : block_.rows.front()) columns_.push_back(head(cell));
    find_baseline();
    const bool across = std::any_of(columns_.begin(), columns_.end(), [](const Head& h) {
      return h.mention || h.kind == ColumnKind::factor || h.kind == ColumnKind::percent;
    });
    for (std::size_t row = 1; row < block_.rows.size(); ++row) {
      if (block_.rows[row].empty()) continue;
      if (across) {
        read_row(block_.rows[row]);
      } else {
        read_metric_row(block_.rows[row]);
      }
    }
  }

 private:
  // A cell's one sentence with its phrases.
  struct Cell {
    std::unique_ptr<Passage> passage;  // the sentences point to it
    std::vector<Sentence> sentences;
  };
  [[nodiscard]] Cell parse(const ProseLine& cell) const {
    Cell result;
    result.passage = std::make_unique<Passage>(make_passage({cell}));
    result.sentences = read_sentences(*result.passage, read_tokens(*result.passage, languages_), false);
    return result;
  }

  [[nodiscard]] Head head(const ProseLine& cell) const {
    Head result;
    Cell parsed = parse(cell);
    result.text = parsed.passage->text;
    while (!result.text.empty() && result.text.back() == '\n') result.text.pop_back();
    for (const Sentence& sentence : parsed.sentences) {
      for (const Mention& mention : sentence.mentions) add_mention(result, mention);
      for (const Token& token : sentence.tokens) read_head_token(result, token);
      read_head_level(result, sentence);
    }
    if (result.mention && result.kind == ColumnKind::other) result.kind = ColumnKind::metric;
    return result;
  }

  static void add_mention(Head& head, const Mention& mention) {
    const bool weak = !head.mention || head.mention->average || head.mention->metric == ClaimMetric::latency;
    if (weak) head.mention = mention;
  }

  static void read_head_token(Head& head, const Token& token) {
    if (token.kind == Word::time_unit || token.kind == Word::byte_rate) head.factor = token.word->value;
    if (token.kind == Word::time_unit && !head.mention)
      head.mention = Mention{0, ClaimMetric::latency, std::nullopt, false};
    if (token.kind == Word::times) head.kind = ColumnKind::factor;
    if (token.kind == Word::versus || token.kind == Word::compared)
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
    if (speedup && head.kind == ColumnKind::other) head.kind = ColumnKind::factor;
  }

  // "95%", "99 %ms": a share at the head of a column of times.
  static void read_head_level(Head& head, const Sentence& sentence) {
    for (const Amount& amount : sentence.amounts) {
      if (amount.unit != Word::percent) continue;
      const ClaimNumber& number = sentence.tokens[amount.number].number;
      if (number.value() < 50 || number.figure.decimals > 0) continue;
      head.mention = Mention{0, ClaimMetric::percentile, static_cast<int>(number.value()), false};
      head.kind = ColumnKind::metric;
    }
  }

  [[nodiscard]] std::string row_label(const std::vector<ProseLine>& row) const {
    std::string label;
    for (std::size_t i = 0; i < std::min(row.size(), columns_.size()); ++i) {
      if (columns_[i].kind == ColumnKind::other) {
        label += (label.empty() ? "" : " ") + labelled(columns_[i].text, row[i].text);
      }
    }
    return label;
  }

  // The row whose ratio is one, wherever it stands.
  void find_baseline() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].kind != ColumnKind::factor && columns_[i].kind != ColumnKind::percent) continue;
      for (std::size_t row = 1; row < block_.rows.size(); ++row) {
        if (i < block_.rows[row].size() && is_one(block_.rows[row][i].text))
          baseline_ = row_label(block_.rows[row]);
      }
    }
  }

  static bool is_one(const std::string& cell) {
    constexpr std::array<std::string_view, 14> ones{"1",     "1.0",      "1.00",  "1x",    "1.0x",
                                                    "1.00x", "100%",     "100 %", "1.000", "1.00×",
                                                    "1×",    "baseline", "基准",  "0%"};
    return std::find(ones.begin(), ones.end(), cell) != ones.end();
  }

  void read_row(const std::vector<ProseLine>& row) {
    const std::string label = row_label(row);
    const bool averaged = is_average(row.front());
    if (baseline_.empty()) baseline_ = label;
    for (std::size_t i = 0; i < std::min(row.size(), columns_.size()); ++i) {
      if (columns_[i].kind == ColumnKind::other) continue;
      read_cell(row[i], columns_[i], label, columns_[i].text, i, averaged);
    }
  }

  // "8" below "connections" is "8 connections".
  static std::string labelled(const std::string& head, const std::string& cell) {
    const bool number = !cell.empty() && cell.find_first_not_of("0123456789") == std::string::npos;
    return number ? cell + " " + head : cell;
  }

  [[nodiscard]] bool is_average(const ProseLine& cell) const {
    const Cell parsed = parse(cell);
    return std::any_of(parsed.sentences.begin(), parsed.sentences.end(),
                       [](const Sentence& s) { return s.has(Word::average); });
  }

  // Metrics down, stacks across.
  void read_metric_row(const std::vector<ProseLine>& row) {
    Head metric = head(row.front());
    if (!metric.mention && introduction_ && metric.kind == ColumnKind::other) {
      metric.mention = introduction_;
      metric.kind = ColumnKind::metric;
      const std::string label = labelled(columns_.front().text, row.front().text);
      for (std::size_t i = 1; i < std::min(row.size(), columns_.size()); ++i)
        read_cell(row[i], metric, label, columns_[i].text, i, false);
      return;
    }
    if (!metric.mention) return;
    for (std::size_t i = 1; i < std::min(row.size(), columns_.size()); ++i)
      read_cell(row[i], metric, columns_[i].text, {}, 0, false);
  }

  void read_cell(const ProseLine& cell, const Head& head, const std::string& label,
                 const std::string& column_label, std::size_t column, bool averaged) {
    Cell parsed = parse(cell);
    if (parsed.sentences.empty()) return;
    Sentence& sentence = parsed.sentences.front();
    for (const Amount& amount : sentence.amounts) {
      const Token& number = sentence.tokens[amount.number];
      if (number.kind != Word::number) continue;
      ++out_.numbers;
      add_claim(parsed, sentence, amount, head, label, column_label, column, averaged);
      break;
    }
  }

  void add_claim(const Cell& cell, const Sentence& sentence, const Amount& amount, const Head& head,
                 const std::string& label, const std::string& column_label, std::size_t column,
                 bool averaged) {
    const Token& number = sentence.tokens[amount.number];
    Claim claim;
    claim.where = cell.passage->place(number.begin, document_.file);
    claim.carrier = cell.passage->written(number.begin, number.end);
    claim.text = label + ": " + cell.passage->written(0, cell.passage->text.size() - 1);
    claim.block = index_;
    constexpr std::size_t table_lists = 1000000;  // apart from the numbers of the document's lists
    claim.list = table_lists + index_ * 100 + column;
    claim.number = number.number;
    claim.hedge = amount.hedge;
    if (amount.hedge != Hedge::none && amount.hedge != Hedge::about) claim.kind = ClaimKind::bound;
    if (amount.upper) {
      claim.upper = sentence.tokens[*amount.upper].number;
      claim.kind = ClaimKind::range;
    }
    claim.subject = {label};
    if (!column_label.empty()) claim.subject.push_back(column_label);
    if (averaged) claim.aggregate = Aggregate::average;
    if (!set_meaning(claim, amount, head)) {
      out_.skipped.push_back(
          {claim.where, claim.carrier, claim.subject.front() == baseline_ ? "baseline" : "no metric"});
      return;
    }
    out_.claims.push_back(std::move(claim));
  }

  // A column of ratios compares with its first row, or with the row that says 1.00x; that row claims nothing.
  bool set_baseline(Claim& claim) const {
    if (claim.subject.front() == baseline_) return false;
    if (!baseline_.empty()) claim.comparand = {baseline_};
    return true;
  }

  // What a cell claims: its own unit decides before the head does.
  bool set_meaning(Claim& claim, const Amount& amount, const Head& head) const {
    const bool is_signed = claim.number->figure.negative || claim.number->text.front() == '+';
    if (amount.unit == Word::times || head.kind == ColumnKind::factor) {
      claim.kind = ClaimKind::ratio;
      claim.relation = amount.unit == Word::percent ? (is_signed ? Relation::percent : Relation::percent_as)
                                                    : Relation::times_as;
      claim.direction = head.mention ? Direction::up : Direction::better;
      if (head.mention) claim.metric = head.mention->metric;
      claim.metric_named = head.mention.has_value();
      return set_baseline(claim);
    }
    if (head.kind == ColumnKind::rank) {
      claim.kind = ClaimKind::order;
      claim.relation = Relation::rank;
      return true;
    }
    const bool failures = head.mention && (head.mention->metric == ClaimMetric::failure_rate ||
                                           head.mention->metric == ClaimMetric::failed ||
                                           head.mention->metric == ClaimMetric::failures_any);
    if ((amount.unit == Word::percent || head.kind == ColumnKind::percent) && !failures &&
        !(head.mention && head.mention->metric == ClaimMetric::percentile)) {
      if (!is_signed && head.kind != ColumnKind::percent) return false;
      claim.kind = ClaimKind::ratio;
      claim.relation = Relation::percent;
      claim.direction = Direction::up;
      return set_baseline(claim);
    }
    if (!head.mention) return false;
    claim.metric = head.mention->average ? ClaimMetric::latency : head.mention->metric;
    claim.percentile = head.mention->percentile;
    if (amount.unit == Word::percent && failures) claim.metric = ClaimMetric::failure_rate;
    if (amount.unit == Word::time_unit || amount.unit == Word::byte_rate) {
      claim.number->unit_factor = amount.factor;
    } else if (head.factor > 0) {
      claim.number->unit_factor = head.factor;
    }
    if (claim.metric == ClaimMetric::time_taken)
      claim.number->unit_factor =
          claim.number->unit_factor == 1 && head.factor == 0 ? 1 : claim.number->unit_factor / 1000;
    if (claim.upper) claim.upper->unit_factor = claim.number->unit_factor;
    return true;
  }

  const Document& document_;
  const Block& block_;
  std::size_t index_;
  const std::optional<Mention>& introduction_;
  const Languages& languages_;
  ClaimsRead& out_;
  std::vector<Head> columns_;
  std::string baseline_;  // the label of the row ratios are against
};

}  // namespace

void read_table(const Document& document, std::size_t block, const std::optional<Mention>& introduction,
                const Languages& languages, ClaimsRead& out) {
  TableReader(document, block, introduction, languages, out).read();
}

}  // namespace abstat
