// What a sentence is made of before anybody asks what it claims: amounts with hedges and units, mentions of
// metrics, clauses.
#pragma once

#include "claim_token.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace abstat {

// How an amount stands to its neighbour: "from A to B", "A -> B".
enum class Side : std::uint8_t { none, from, to };

struct Amount {
  std::size_t first = 0;  // tokens, hedges and unit included
  std::size_t last = 0;   // one behind
  std::size_t number = 0;
  std::optional<std::size_t> upper;
  Hedge hedge = Hedge::none;
  Word unit = Word::other;  // other: none
  double factor = 1;        // of the unit
  Side side = Side::none;
  bool used = false;
  bool implied_load = false;  // "with 256" in a sentence that counts clients
};

struct Mention {
  std::size_t token = 0;
  ClaimMetric metric = ClaimMetric::throughput;
  std::optional<int> percentile;
  bool average = false;  // only "mean", "average": of what, the unit tells
};

struct Clause {
  std::size_t first = 0;
  std::size_t last = 0;

  // Whether all of an amount stands in it.
  [[nodiscard]] bool holds(const Amount& amount) const {
    return amount.first >= first && amount.last <= last;
  }
};

// A sentence of a passage: tokens [first, last) with their phrases.
struct Sentence {
  const Passage* passage = nullptr;
  std::vector<Token> tokens;
  std::vector<Clause> clauses;
  std::vector<Amount> amounts;
  std::vector<Mention> mentions;

  [[nodiscard]] bool has(Word kind) const;
  [[nodiscard]] bool has(Word kind, std::size_t first, std::size_t last) const;
  [[nodiscard]] std::optional<std::size_t> find(Word kind, std::size_t first, std::size_t last) const;
  [[nodiscard]] const Clause& clause_of(std::size_t token) const;
  // The plain text of tokens [first, last).
  [[nodiscard]] std::string text(std::size_t first, std::size_t last) const;
  [[nodiscard]] std::string written() const;
  // Where in a clause its first verb, metric or number begins.
  [[nodiscard]] std::size_t end_of_subject(const Clause& clause) const;
  // What stands before the first verb, metric or number of its first clause: often what it speaks of.
  [[nodiscard]] std::string topic() const;
};

// What in a sentence may make it speak of something else than a run shown: another time, machine, tool or
// load, a condition, a denial. Empty: nothing does.
[[nodiscard]] std::string_view doubt_of(const Sentence& sentence);
// "it", "das", 它: what stands for a name said before.
[[nodiscard]] bool is_pronoun(std::string_view text);
// The words that raise it; empty where it is no single word.
[[nodiscard]] std::vector<std::string> doubt_words_of(const Sentence& sentence);

// "1064 requests/sec, mean 0.94 ms": a rate or a time, in whatever language.
[[nodiscard]] bool states_figures(const std::vector<ProseLine>& prose);

// A clause without what it compares with: that is not what it speaks of.
[[nodiscard]] std::string without_comparand(const Sentence& sentence, const Clause& clause);
// All of a sentence so.
[[nodiscard]] std::string without_comparands(const Sentence& sentence);

// Cuts the tokens of a passage into sentences and reads their phrases.
[[nodiscard]] std::vector<Sentence> read_sentences(const Passage& passage, std::vector<Token> tokens,
                                                   bool lines_are_sentences);

}  // namespace abstat
