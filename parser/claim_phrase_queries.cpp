// What a sentence's readers ask of its tokens.
#include "claim_phrases.hpp"

#include <algorithm>

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

std::string Sentence::written() const {
  if (tokens.empty()) return {};
  std::string text = passage->written(tokens.front().begin, tokens.back().end);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace abstat
