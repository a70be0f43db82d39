#include "claim_tables.hpp"

#include "claim_sentence.hpp"
#include "claim_table_cells.hpp"
#include "claim_table_heads.hpp"

#include <algorithm>
#include <array>

namespace abstat {

namespace {

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
    name_columns_by_cells();
    for (TableHead& head : columns_) {
      if (head.kind == ColumnKind::other && columns_named_in(head.text)) head.kind = ColumnKind::factor;
    }
    find_baseline();
    const bool down = names_metrics_down();
    const auto names_metric = [](const TableHead& h) { return h.mention && !h.mention->average; };
    const bool across =
        (!lists_runs() && std::any_of(columns_.begin() + 1, columns_.end(), names_metric)) ||
        (!down && std::any_of(columns_.begin(), columns_.end(), [this](const TableHead& h) {
          return (h.kind == ColumnKind::factor || h.kind == ColumnKind::percent) && !columns_named_in(h.text);
        }));
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
  // Whether most rows begin with a metric.
  [[nodiscard]] bool names_metrics_down() const {
    std::size_t named = 0;
    for (std::size_t row = 1; row < block_.rows.size(); ++row) {
      if (!block_.rows[row].empty() && row_head(block_.rows[row].front()).mention) ++named;
    }
    return 2 * named >= block_.rows.size() - 1;
  }

  // | stack | run 1 | run 2 | average QPS |
  [[nodiscard]] bool lists_runs() const {
    const auto runs = std::count_if(columns_.begin() + 1, columns_.end(),
                                    [](const TableHead& head) { return head.counts_runs; });
    return runs > 1 && std::all_of(columns_.begin() + 1, columns_.end(),
                                   [](const TableHead& head) { return head.counts_runs || head.averages; });
  }

  // A column without a telling head whose cells all read 1.5x or +12 % holds ratios.
  void name_columns_by_cells() {
    for (std::size_t i = 1; i < columns_.size(); ++i) {
      if (columns_[i].kind != ColumnKind::other || columns_[i].mention) continue;
      std::size_t factors = 0;
      std::size_t changes = 0;
      std::size_t others = 0;
      for (std::size_t row = 1; row < block_.rows.size(); ++row) {
        if (i >= block_.rows[row].size()) continue;
        const std::string& cell = block_.rows[row][i].text;
        if (cell.find_first_of("0123456789") == std::string::npos) continue;
        const TableCell parsed = parse(block_.rows[row][i]);
        const bool alone = !parsed.sentences.empty() && parsed.sentences.front().amounts.size() == 1;
        const Word unit = alone ? parsed.sentences.front().amounts.front().unit : Word::other;
        const bool is_signed = cell.front() == '+' || cell.front() == '-' || is_one(cell) ||
                               cell.rfind("\xE2\x88\x92", 0) == 0;  // U+2212
        factors += unit == Word::times ? 1 : 0;
        changes += unit == Word::percent && is_signed ? 1 : 0;
        others += unit != Word::times && !(unit == Word::percent && is_signed) ? 1 : 0;
      }
      if (others > 0 || factors + changes < 2) continue;
      columns_[i].kind = factors >= changes ? ColumnKind::factor : ColumnKind::percent;
    }
  }

  [[nodiscard]] TableCell parse(const ProseLine& cell) const { return parse_cell(cell, languages_); }
  [[nodiscard]] TableHead head(const ProseLine& cell) const { return read_head(cell, languages_); }

  // Below "run" stand "first", "second", "third", which mean other things elsewhere.
  [[nodiscard]] TableHead row_head(const ProseLine& cell) const {
    return columns_.front().counts_runs ? TableHead{} : head(cell);
  }

  [[nodiscard]] std::string row_label(const std::vector<ProseLine>& row) const {
    std::string label;
    for (std::size_t i = 0; i < std::min(row.size(), columns_.size()); ++i) {
      const bool names = columns_[i].kind == ColumnKind::other && (i == 0 || !columns_[i].setting);
      if (names) {
        label += (label.empty() ? "" : " ") + labelled(columns_[i], row[i].text);
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

  void read_row(const std::vector<ProseLine>& row) {
    const std::string label = row_label(row);
    const bool averaged = is_average(row.front());
    if (baseline_.empty()) baseline_ = label;
    for (std::size_t i = 0; i < std::min(row.size(), columns_.size()); ++i) {
      TableCell cell = parse(row[i]);
      if (i > 0 && read_told_count(cell, label, i)) continue;
      if (columns_[i].kind == ColumnKind::other) {
        const auto told = i > 0 ? head_of_unit(cell) : std::nullopt;
        if (told) read_cell(cell, *told, label, columns_[i].text, i, averaged);
      } else if (!columns_[i].wanted) {
        read_cell(cell, columns_[i], label, columns_[i].text, i, averaged);
      }
    }
  }

  [[nodiscard]] bool is_average(const ProseLine& cell) const {
    const TableCell parsed = parse(cell);
    return std::any_of(parsed.sentences.begin(), parsed.sentences.end(),
                       [](const Sentence& s) { return s.has(Word::average); });
  }

  // Metrics down, stacks across. Where no head names a metric, it is the one of the introduction, or else the
  // usual one, if the figures fit: "| sync | 3967 | 4080 | 4130 |".
  void read_metric_row(const std::vector<ProseLine>& row) {
    TableHead metric = row_head(row.front());
    if (metric.mention && !metric.mention->average) {
      for (std::size_t i = 1; i < std::min(row.size(), columns_.size()); ++i) {
        const bool change = columns_[i].kind == ColumnKind::factor ||
                            columns_[i].kind == ColumnKind::percent || is_change(row[i]);
        if (change) {
          read_change(row[i], metric, i);
        } else {
          read_cell(parse(row[i]), metric, columns_[i].text, row.front().text, 0,
                    columns_[i].averages && lists_runs());
        }
      }
      return;
    }
    if (metric.kind != ColumnKind::other && !metric.mention) return;
    metric.kind = ColumnKind::metric;
    // | requests per second | run 1 | run 2 |: the corner names what all cells are.
    const bool corner = columns_.front().mention && !columns_.front().mention->average;
    metric.mention = corner               ? columns_.front().mention
                     : named_by_average() ? named_by_average()
                     : introduction_      ? introduction_
                                          : Mention{};
    metric.factor = corner ? columns_.front().factor : metric.factor;
    metric.guessed = !corner && !named_by_average() && !introduction_;
    const std::string label = labelled(columns_.front(), row.front().text);
    for (std::size_t i = 1; i < std::min(row.size(), columns_.size()); ++i) {
      const bool averaged = columns_[i].averages || is_average(row.front());
      if (columns_[i].kind == ColumnKind::factor) {
        read_cell(parse(row[i]), columns_[i], label, {}, i, false);
        continue;
      }
      read_cell(parse(row[i]), metric, label, columns_[i].averages ? std::string{} : columns_[i].text, i,
                averaged);
    }
  }

  // Beside runs 平均 QPS says what all of them are.
  [[nodiscard]] std::optional<Mention> named_by_average() const {
    for (const TableHead& head : columns_) {
      if (head.averages && head.mention && !head.mention->average) return head.mention;
    }
    return std::nullopt;
  }

  // | | before | after | change |: the column before it against the first.
  void read_change(const ProseLine& cell, const TableHead& metric, std::size_t column) {
    if (column < 3) return;
    TableHead change = metric;
    change.kind = cell.text.find('%') == std::string::npos ? ColumnKind::factor : ColumnKind::percent;
    baseline_ = columns_[1].text;
    read_cell(parse(cell), change, columns_[column - 1].text, {}, column, false);
  }

  void read_cell(const TableCell& cell, const TableHead& head, const std::string& label,
                 const std::string& column_label, std::size_t column, bool averaged) {
    if (cell.sentences.empty()) return;
    const Sentence& sentence = cell.sentences.front();
    for (const Amount& amount : sentence.amounts) {
      const Token& number = sentence.tokens[amount.number];
      if (number.kind != Word::number) continue;
      ++out_.numbers;
      add_claim(cell, sentence, amount, head, label, column_label, column, averaged);
      break;
    }
  }

  // "failed: 0, non-2xx: 200", "no errors": a cell that says itself what it counts is read as text.
  bool read_told_count(TableCell& cell, const std::string& label, std::size_t column) {
    const bool told = std::any_of(cell.sentences.begin(), cell.sentences.end(),
                                  [](const Sentence& sentence) { return sentence.has(Word::failed); });
    if (!told) return false;
    Surroundings around;
    around.file = document_.file;
    around.block = index_;
    around.list = list_of(column);
    const std::size_t first = out_.claims.size();
    for (Sentence& sentence : cell.sentences) SentenceReader(sentence, around, out_).read();
    for (std::size_t i = first; i < out_.claims.size(); ++i) {
      out_.claims[i].subject = {label};
      out_.claims[i].own_subjects = 1;
      out_.claims[i].in_prose = false;
    }
    return true;
  }

  [[nodiscard]] std::size_t list_of(std::size_t column) const {
    constexpr std::size_t table_lists = 1000000;  // apart from the numbers of the document's lists
    return table_lists + index_ * 100 + column;
  }

  void add_claim(const TableCell& cell, const Sentence& sentence, const Amount& amount, const TableHead& head,
                 const std::string& label, const std::string& column_label, std::size_t column,
                 bool averaged) {
    const Token& number = sentence.tokens[amount.number];
    Claim claim;
    claim.where = cell.passage->place(number.begin, document_.file);
    claim.carrier = cell.passage->written(number.begin, number.end);
    claim.text = label + ": " + cell.passage->written(0, cell.passage->text.size() - 1);
    claim.block = index_;
    claim.list = list_of(column);
    claim.number = number.number;
    claim.hedge = amount.hedge;
    if (amount.hedge != Hedge::none && amount.hedge != Hedge::about) claim.kind = ClaimKind::bound;
    if (amount.upper) {
      claim.upper = sentence.tokens[*amount.upper].number;
      claim.kind = ClaimKind::range;
    }
    claim.subject = {label};
    if (!column_label.empty() && columns_.front().counts_runs) {
      claim.subject = {column_label + " " + label};  // sync, run 2
    } else if (!column_label.empty()) {
      claim.subject.push_back(column_label);
    }
    if (averaged) claim.aggregate = Aggregate::average;
    if (head.kind == ColumnKind::factor && column > 0) set_columns_compared(claim, label, column);
    if (!set_meaning(claim, amount, head)) {
      out_.skipped.push_back(
          {claim.where, claim.carrier, claim.subject.front() == baseline_ ? "baseline" : "no metric"});
      return;
    }
    out_.claims.push_back(std::move(claim));
  }

  // | c | Go | Spring | Go / Spring |: each row has both sides.
  void set_columns_compared(Claim& claim, const std::string& label, std::size_t column) const {
    const auto sides = columns_named_in(columns_[column].text);
    if (!sides) return;
    claim.subject = {label + " " + sides->first};
    claim.comparand = {label + " " + sides->second};
  }

  // "Go / Spring", "sync vs gevent", sync 是 gevent 的几倍
  [[nodiscard]] std::optional<std::pair<std::string, std::string>> columns_named_in(std::string head) const {
    for (const std::string_view end : {"的几倍", "的倍数", "的多少倍"}) {
      if (head.ends_with(end)) head.resize(head.size() - end.size());
    }
    while (head.ends_with(' ')) head.pop_back();
    for (const std::string_view mark : {" / ", "/", " vs. ", " vs ", " : ", " 是 ", "是"}) {
      const std::size_t at = head.find(mark);
      if (at == std::string::npos) continue;
      std::pair<std::string, std::string> sides{head.substr(0, at), head.substr(at + mark.size())};
      if (is_column(sides.first) && is_column(sides.second)) return sides;
      return std::nullopt;
    }
    return std::nullopt;
  }

  // Whether a column is called so, or by that and its metric.
  [[nodiscard]] bool is_column(const std::string& name) const {
    constexpr std::size_t most_columns = 64;
    return !name.empty() && columns_.size() <= most_columns &&
           std::any_of(columns_.begin(), columns_.end(), [&](const TableHead& head) {
             return head.text.starts_with(name) && head.kind != ColumnKind::factor;
           });
  }

  // A column of ratios compares with its first row, or with the row that says 1.00x; that row claims nothing.
  bool set_baseline(Claim& claim) const {
    if (!claim.comparand.empty()) return true;
    if (claim.subject.front() == baseline_) return false;
    if (!baseline_.empty()) claim.comparand = {baseline_};
    return true;
  }

  // What a cell claims: its own unit decides before the head does.
  bool set_meaning(Claim& claim, const Amount& amount, const TableHead& head) const {
    const bool is_signed = claim.number->figure.negative || claim.number->text.front() == '+';
    if (amount.unit == Word::times || head.kind == ColumnKind::factor) {
      claim.kind = ClaimKind::ratio;
      claim.relation = amount.unit == Word::percent
                           ? (is_signed || head.changes ? Relation::percent : Relation::percent_as)
                           : Relation::times_as;
      // -23 % is less of the value itself, whatever is better
      const bool of_value = head.mention || (is_signed && claim.relation == Relation::percent);
      claim.direction = of_value ? Direction::up : Direction::better;
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
      if (head.mention && !head.mention->average) {
        claim.metric = head.mention->metric;
        claim.percentile = head.mention->percentile;
      }
      return set_baseline(claim);
    }
    if (!head.mention || (head.guessed && !may_be_rate(amount))) return false;
    claim.metric_named = !head.guessed || amount.unit == Word::rate_unit;
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
  std::vector<TableHead> columns_;
  std::string baseline_;  // the label of the row ratios are against
};

}  // namespace

void read_table(const Document& document, std::size_t block, const std::optional<Mention>& introduction,
                const Languages& languages, ClaimsRead& out) {
  TableReader(document, block, introduction, languages, out).read();
}

}  // namespace abstat
