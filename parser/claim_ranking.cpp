#include "claim_ranking.hpp"

#include <algorithm>

namespace abstat {

namespace {

bool is_row_of(const Claim& claim, const Claim& ranking) {
  const bool figure = claim.relation == Relation::none && claim.number && !claim.subject.empty();
  if (!figure) return false;
  return !ranking.metric_named || (claim.metric == ranking.metric && claim.percentile == ranking.percentile);
}

// Whether the figures of the rows, as written, are in one direction.
bool is_sorted(const std::vector<const Claim*>& rows) {
  const auto value = [](const Claim* row) { return row->number->value(); };
  const auto rises = [&](const Claim* a, const Claim* b) { return value(a) < value(b); };
  const auto falls = [&](const Claim* a, const Claim* b) { return value(a) > value(b); };
  return std::is_sorted(rows.begin(), rows.end(), rises) || std::is_sorted(rows.begin(), rows.end(), falls);
}

}  // namespace

// "Ranking:" above "1. nginx 2. gunicorn 3. flask": one order of all the names. Items with numbers are claims
// of their own.
void RankingReader::follow(const Block& block, std::size_t index, const std::vector<Sentence>& sentences,
                           const std::string& file) {
  if (block.kind != BlockKind::list_item) finish();
  if (sentences.empty()) return;
  if (block.kind == BlockKind::list_item) {
    if (!ranking_) return;
    const Sentence& item = sentences.front();
    const bool plain = block.ordinal > 0 && !item.has(Word::number) && !item.tokens.empty();
    if (!plain) return ranking_.reset();
    return add_name(item.text(0, item.tokens.size()));
  }
  const Sentence& last = sentences.back();
  const auto word = last.find(Word::ranking, 0, last.tokens.size());
  if (word && !last.has(Word::number)) announce(last, *word, index, file);
}

void RankingReader::announce(const Sentence& sentence, std::size_t word, std::size_t index,
                             const std::string& file) {
  const Token& token = sentence.tokens[word];
  ranking_.emplace();
  ranking_->where = sentence.passage->place(token.begin, file);
  ranking_->carrier = sentence.passage->written(token.begin, token.end);
  ranking_->text = sentence.written();
  ranking_->kind = ClaimKind::order;
  ranking_->relation = Relation::chain;
  ranking_->direction = Direction::better;
  for (const Token& other : sentence.tokens) {
    const bool says_which_way = other.kind == Word::ranking && other.word->direction != Direction::none;
    if (says_which_way) ranking_->direction = other.word->direction;
  }
  ranking_->metric_named = !sentence.mentions.empty() && !sentence.mentions.front().average;
  if (ranking_->metric_named) {
    ranking_->metric = sentence.mentions.front().metric;
    ranking_->percentile = sentence.mentions.front().percentile;
  }
  ranking_->in_prose = true;
  ranking_->doubt = doubt_of(sentence);
  ranking_->doubt_words = doubt_words_of(sentence);
  ranking_->block = index;
}

void RankingReader::add_name(const std::string& name) {
  (ranking_->subject.empty() ? ranking_->subject : ranking_->comparand).push_back(name);
}

// The rows stand in the order of the metric announced, or else of the first column of figures.
void RankingReader::follow_table(std::size_t first) {
  if (!ranking_ || !ranking_->subject.empty()) return finish();
  const auto begin = out_.claims.begin() + static_cast<std::ptrdiff_t>(first);
  const bool has_ranks = std::any_of(begin, out_.claims.end(),
                                     [](const Claim& claim) { return claim.relation == Relation::rank; });
  const auto column =
      std::find_if(begin, out_.claims.end(), [&](const Claim& claim) { return is_row_of(claim, *ranking_); });
  if (has_ranks || column == out_.claims.end()) return ranking_.reset();
  std::vector<const Claim*> rows;
  for (auto claim = column; claim != out_.claims.end(); ++claim) {
    const bool next_row = rows.empty() || rows.back()->where.line != claim->where.line;
    const bool mean = claim->aggregate == Aggregate::average;
    if (claim->list == column->list && next_row && !mean && is_row_of(*claim, *ranking_))
      rows.push_back(&*claim);
  }
  constexpr std::size_t least = 3;
  if (rows.size() < least) return ranking_.reset();
  // A table that is in no order itself may be headed "Ranking" for another reason.
  if (!is_sorted(rows) && ranking_->doubt.empty()) ranking_->doubt = "an order that the table itself has not";
  ranking_->metric = column->metric;
  ranking_->percentile = column->percentile;
  ranking_->metric_named = true;
  for (const Claim* row : rows) add_name(row->subject.front());
  finish();
}

void RankingReader::finish() {
  if (ranking_ && !ranking_->comparand.empty()) {
    const auto behind =
        std::upper_bound(out_.claims.begin(), out_.claims.end(), ranking_->where.line,
                         [](std::size_t line, const Claim& claim) { return line < claim.where.line; });
    out_.claims.insert(behind, std::move(*ranking_));
  }
  ranking_.reset();
}

}  // namespace abstat
