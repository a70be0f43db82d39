// What a sentence's readers ask of its tokens.
#include "claim_phrases.hpp"

#include <algorithm>
#include <array>

namespace abstat {

bool Sentence::has(Word kind) const {
  return has(kind, 0, tokens.size());
}
bool Sentence::has(Word kind, std::size_t first, std::size_t last) const {
  return find(kind, first, last).has_value();
}
std::optional<std::size_t> Sentence::find(Word kind, std::size_t first, std::size_t last) const {
  for (std::size_t i = first; i < std::min(last, tokens.size()); ++i) {
    if (tokens[i].kind == kind) return i;
  }
  return std::nullopt;
}

const Clause& Sentence::clause_of(std::size_t token) const {
  const auto next = std::upper_bound(clauses.begin(), clauses.end(), token,
                                     [](std::size_t t, const Clause& c) { return t < c.first; });
  return next == clauses.begin() ? clauses.front() : *(next - 1);
}

std::string Sentence::text(std::size_t first, std::size_t last) const {
  last = std::min(last, tokens.size());
  if (first >= last) return {};
  return passage->text.substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin);
}

// "gevent 的吞吐量只有直连的 42%": what a clause speaks of stands before its verb, metric or number.
std::size_t Sentence::end_of_subject(const Clause& clause) const {
  for (std::size_t i = clause.first; i < clause.last; ++i) {
    switch (tokens[i].kind) {
      case Word::copula:
      case Word::relation:
      case Word::surpass:
      case Word::before_other:
      case Word::same:
      case Word::superlative:
      case Word::number:
      case Word::metric:
        return i;
      default:
        break;
    }
  }
  return clause.last;
}

std::string Sentence::topic() const {
  return clauses.empty() ? std::string{} : text(clauses.front().first, end_of_subject(clauses.front()));
}

namespace {

bool ends_in_than(std::string_view word) {
  constexpr std::array<std::string_view, 4> ends{" than", " als", " que", " чем"};
  return std::any_of(ends.begin(), ends.end(), [word](std::string_view end) { return word.ends_with(end); });
}

}  // namespace

// "…, 比 sync 还低", "11 % less than gevent without the proxy", "…, 是自带服务器的 5.1 倍"
std::string without_comparand(const Sentence& sentence, const Clause& clause) {
  // "Compared with plain HTTP that is 13 times slower"
  if (clause.first < clause.last && sentence.tokens[clause.first].kind == Word::compared) {
    const auto verb = sentence.find(Word::copula, clause.first, clause.last);
    return verb ? sentence.text(*verb, clause.last) : std::string{};
  }
  const auto is_of_other = [&](const Amount& amount) {
    const bool share = amount.unit == Word::percent && amount.first > clause.first &&
                       sentence.tokens[amount.first - 1].kind == Word::particle;  // 只有直连的 7.6%
    return clause.holds(amount) && (amount.unit == Word::times || share);
  };
  const bool compares = std::any_of(sentence.amounts.begin(), sentence.amounts.end(), is_of_other);
  if (compares) return sentence.text(clause.first, sentence.end_of_subject(clause));
  for (std::size_t i = clause.first; i < clause.last; ++i) {
    const Word kind = sentence.tokens[i].kind;
    const bool hedges =
        (kind == Word::more_than || kind == Word::less_than) && ends_in_than(sentence.text(i, i + 1));
    const bool names_next = i + 1 < clause.last && (sentence.tokens[i + 1].kind == Word::other ||
                                                    sentence.tokens[i + 1].kind == Word::code);
    if (kind != Word::before_other && kind != Word::than && !(hedges && names_next)) continue;
    const bool trails = sentence.text(i, i + 1).find("より") != std::string::npos || i + 1 == clause.last;
    return trails ? sentence.text(i + 1, clause.last) : sentence.text(clause.first, i);
  }
  return sentence.text(clause.first, clause.last);
}

std::string without_comparands(const Sentence& sentence) {
  std::string text;
  for (const Clause& clause : sentence.clauses) {
    const std::string part = without_comparand(sentence, clause);
    if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
  }
  return text;
}

bool states_figures(const std::vector<ProseLine>& prose) {
  const Passage passage = make_passage(prose);
  const std::vector<Sentence> sentences =
      read_sentences(passage, read_tokens(passage, {true, true, true}), false);
  const auto is_rate = [](const Mention& mention) { return mention.metric == ClaimMetric::throughput; };
  const auto is_figure = [](const Amount& amount) {
    return amount.unit == Word::rate_unit || amount.unit == Word::time_unit;
  };
  return std::any_of(sentences.begin(), sentences.end(), [&](const Sentence& sentence) {
    const bool rate_named = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), is_rate);
    return std::any_of(sentence.amounts.begin(), sentence.amounts.end(), is_figure) ||
           (rate_named && !sentence.amounts.empty());
  });
}

std::string Sentence::written() const {
  if (tokens.empty()) return {};
  std::string text = passage->written(tokens.front().begin, tokens.back().end);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace abstat
