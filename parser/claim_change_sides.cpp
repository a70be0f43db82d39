// Sides of a relation that its clause does not put against each other: the ends of a change, the
// alternatives of a load, the former and the latter.
#include "claim_sentence.hpp"

#include <algorithm>
#include <array>

namespace abstat {

// "from 4 to 8", "from four to eight": the sides are named by what was changed.
void SentenceReader::name_sides_by_change(Claim& claim, std::size_t of) {
  if (!claim.comparand.empty()) return;
  const std::size_t count = sentence_.tokens.size();
  const auto number_behind = [&](Word mark, std::size_t first) -> std::optional<std::size_t> {
    for (std::size_t i = first; i + 1 < count; ++i) {
      const Word next = token(i + 1).kind;
      if (token(i).kind == mark && (next == Word::number || next == Word::number_word)) return i + 1;
    }
    return std::nullopt;
  };
  // "From 1 to 8 clients it rises by 125 %, from 8 to 64 it falls by 15 %": its own clause first, then those
  // before it, the nearest first
  std::optional<std::size_t> from;
  for (const Clause* clause = &sentence_.clause_of(of); !from; --clause) {
    from = number_behind(Word::from, clause->first);
    if (from && *from >= clause->last) from.reset();
    if (clause == sentence_.clauses.data()) break;
  }
  if (!from) from = number_behind(Word::from, 0);
  const auto to = from ? number_behind(Word::to, *from) : std::nullopt;
  if (!to) return;
  const auto is_figure = [this](std::size_t at) {
    constexpr double most_loads = 1024;
    const Amount* amount = amount_at(at);
    if (amount != nullptr && token(at).number.value() > most_loads) return true;
    return amount != nullptr && amount->unit != Word::other && amount->unit != Word::workers &&
           amount->unit != Word::concurrency;
  };
  if (is_figure(*from) || is_figure(*to)) return;
  const auto counted = [this](std::size_t at) {
    const Token& number = token(at);
    const bool spelled = number.kind == Word::number_word;
    return (spelled ? whole_figure(static_cast<std::int64_t>(number.word->value)) : number.number.figure)
               .text() +
           (sentence_.has(Word::concurrency) ? " connections" : " workers");
  };
  for (Amount& amount : sentence_.amounts) {
    const bool names = amount.number == *from || amount.number == *to;
    if (names && amount.unit == Word::other) amount.used = true;
  }
  claim.comparand = {counted(*from)};
  claim.subject.insert(claim.subject.begin(), counted(*to));
}

// "It makes no difference whether 16 or 128 clients are connected."
bool SentenceReader::name_sides_by_alternatives(Claim& claim) const {
  const auto is_load = [](const Amount& amount) {
    return amount.unit == Word::concurrency || amount.unit == Word::workers;
  };
  const auto& amounts = sentence_.amounts;
  for (std::size_t i = 1; i < amounts.size(); ++i) {
    const Amount& one = amounts[i - 1];
    const Amount& other = amounts[i];
    // "at 16 and at 64 connections"
    const bool joined =
        other.first <= one.last + 2 && token(one.last).kind == Word::conjunction && is_load(one);
    if (!joined || one.unit != other.unit) continue;
    const std::string_view noun = one.unit == Word::concurrency ? " connections" : " workers";
    const auto side = [&](const Amount& load) {
      return sentence_.text(load.number, load.number + 1).append(noun);
    };
    claim.comparand = {side(one)};
    claim.subject = scopes(other.first, other.last);
    claim.subject.insert(claim.subject.begin(), side(other));
    return true;
  }
  return false;
}

// "the former … the latter", 前者比后者: the last two figures of the sentence name the sides.
void SentenceReader::resolve_pronouns(Claim& claim, const Amount& amount) const {
  constexpr std::array<std::string_view, 2> formers{"前者", "former"};
  constexpr std::array<std::string_view, 2> latters{"后者", "latter"};
  const auto speaks = [](const std::vector<std::string>& texts, const auto& words) {
    return !texts.empty() && std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      return texts.front().find(word) != std::string::npos;
    });
  };
  const bool subject_first = speaks(claim.subject, formers);
  const bool other_first = speaks(claim.comparand, formers);
  const bool subject_last = speaks(claim.subject, latters);
  const bool other_last = speaks(claim.comparand, latters);
  if (!subject_first && !other_first && !subject_last && !other_last) return;
  std::vector<const Amount*> figures;
  for (const Amount& other : sentence_.amounts) {
    if (other.last <= amount.first &&
        (other.unit == Word::rate_unit || other.unit == Word::time_unit || other.unit == Word::other))
      figures.push_back(&other);
  }
  if (figures.size() < 2) return;
  const std::string former = own_part(*figures[figures.size() - 2]).front();
  const std::string latter = own_part(*figures.back()).front();
  if (subject_first || subject_last) claim.subject = {subject_first ? former : latter};
  if (other_first || other_last) claim.comparand = {other_first ? former : latter};
}

}  // namespace abstat
