#include "claim_phrases.hpp"

#include "claim_amounts.hpp"
#include "claim_clauses.hpp"
#include "claim_phrase_grammar.hpp"

#include <algorithm>
#include <array>

#include <abstat/limits.hpp>

namespace abstat {

namespace rules = phrase_rules;
namespace p = tao::pegtl;

namespace {

// What one match of a phrase rule collects; offsets are token indices.
struct Collected {
  const char* begin = nullptr;
  Amount amount;
  std::optional<std::size_t> unit;
  std::optional<std::size_t> level_word;
  std::vector<std::size_t> hedges;
};

template <typename Input>
std::size_t index_of(const Input& in, const Collected& collected) {
  return static_cast<std::size_t>(in.begin() - collected.begin);
}

template <typename Rule>
struct phrase_action : p::nothing<Rule> {};

struct take_number {
  template <typename Input>
  static void apply(const Input& in, Collected& collected) {
    collected.amount.number = index_of(in, collected);
  }
};
struct take_unit {
  template <typename Input>
  static void apply(const Input& in, Collected& collected) {
    collected.unit = index_of(in, collected);
  }
};
struct take_hedge {
  template <typename Input>
  static void apply(const Input& in, Collected& collected) {
    collected.hedges.push_back(index_of(in, collected));
  }
};
template <>
struct phrase_action<rules::number> : take_number {};
template <>
struct phrase_action<rules::number_word> : take_number {};
template <>
struct phrase_action<rules::ratio_word> : take_number {};
template <>
struct phrase_action<rules::lower_unit> : take_unit {};
template <>
struct phrase_action<rules::upper_unit> : take_unit {};
template <>
struct phrase_action<rules::unit> : take_unit {};
template <>
struct phrase_action<rules::hedge> : take_hedge {};
template <>
struct phrase_action<rules::late_hedge> : take_hedge {};
template <>
struct phrase_action<rules::plus> : take_hedge {};
template <>
struct phrase_action<rules::upper_number> {
  template <typename Input>
  static void apply(const Input& in, Collected& collected) {
    collected.amount.upper = index_of(in, collected);
  }
};
template <>
struct phrase_action<rules::level_word> {
  template <typename Input>
  static void apply(const Input& in, Collected& collected) {
    collected.level_word = index_of(in, collected);
  }
};

Hedge hedge_of(Word kind) {
  switch (kind) {
    case Word::about:
      return Hedge::about;
    case Word::at_least:
    case Word::plus:
      return Hedge::at_least;
    case Word::more_than:
    case Word::arrow:
      return Hedge::more_than;
    case Word::at_most:
      return Hedge::at_most;
    case Word::less_than:
      return Hedge::less_than;
    case Word::just_over:
      return Hedge::just_over;
    case Word::almost:
      return Hedge::almost;
    default:
      return Hedge::none;
  }
}

class PhraseReader {
 public:
  explicit PhraseReader(Sentence& sentence) : sentence_(sentence) {
    name_single_letters(sentence);
    for (const Token& token : sentence.tokens) kinds_ += static_cast<char>(token.kind);
    for (std::size_t i = 0; i + 1 < kinds_.size(); ++i) {
      // "> 900" is a bound; between names and between figures the mark is an arrow.
      const bool behind_number = i > 0 && (kinds_[i - 1] == 'n' || (i > 1 && kinds_[i - 2] == 'n'));
      const bool bound = kinds_[i] == '>' && kinds_[i + 1] == 'n' && !behind_number &&
                         sentence.text(i, i + 1) == ">";  // "-> 1064" points at a result
      if (bound) kinds_[i] = 'G';
      if (!behind_number) mark_russian_change(i);
      if (i > 0 && becomes_at_load(i)) kinds_[i] = static_cast<char>(Word::copula);
    }
  }

  // 到 128 并发变成 31.1 ms: the load is no end of a range.
  [[nodiscard]] bool becomes_at_load(std::size_t at) const {
    constexpr std::size_t one_ideograph = 3;
    const Token& token = sentence_.tokens[at];
    const Word before = sentence_.tokens[at - 1].kind;
    return token.kind == Word::to && token.end - token.begin > one_ideograph &&
           (sentence_.passage->text[token.begin] & 0x80) != 0 &&
           (before == Word::concurrency || before == Word::workers);
  }

  void read(bool clients_counted) {
    sentence_.clauses = cut_clauses(kinds_);
    Side next_side = Side::none;
    std::size_t at = 0;
    while (at < kinds_.size()) {
      Collected collected;
      if (matches<rules::level>(at, collected) && !is_named_level(collected)) {
        at = add_level(at, collected);
      } else if (const auto from = side_start(at)) {
        at = *from;
        Collected amount;
        const std::size_t size = match<rules::from_single>(at, amount);
        add_amount(at, size, amount, Side::from);
        at += size;
        next_side = Side::to;
      } else if (const std::size_t size = match_amount(at, collected); size > 0) {
        add_amount(at, size, collected, next_side);
        next_side = Side::none;
        at += size;
      } else {
        add_mention(at);
        ++at;
      }
    }
    imply_loads(sentence_, clients_counted);
    share_units(sentence_);
  }

 private:
  // "A serves 3163 req/s, B 2375, C 1798": a letter is a unit only behind a number.
  static void name_single_letters(Sentence& sentence) {
    constexpr std::string_view units = "mbyhwcu";
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      Token& token = sentence.tokens[i];
      const char letter = sentence.passage->text[token.begin];
      const bool single = token.end - token.begin == 1 && letter >= 'a' && letter <= 'z';
      const bool behind = i > 0 && sentence.tokens[i - 1].kind == Word::number;
      const bool before = i + 1 < sentence.tokens.size() && sentence.tokens[i + 1].kind == Word::number;
      if (!single || behind || !before || units.find(static_cast<char>(token.kind)) == std::string_view::npos)
        continue;
      token.kind = Word::other;
      token.word = nullptr;
    }
  }

  // "с 132,2 до 24,5 мс": elsewhere the first is a second and the other a bound.
  void mark_russian_change(std::size_t at) {
    constexpr std::size_t reach = 4;
    const bool from = kinds_[at] == 'm' && kinds_[at + 1] == 'n' && sentence_.text(at, at + 1) == "с";
    if (!from) return;
    for (std::size_t i = at + 2; i < std::min(at + reach, kinds_.size()); ++i) {
      if (sentence_.text(i, i + 1) != "до") continue;
      kinds_[at] = 'V';
      kinds_[i] = 'T';
      return;
    }
  }

  template <typename Rule>
  std::size_t match(std::size_t at, Collected& collected) const {
    collected = Collected{};
    collected.begin = kinds_.data();
    p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*> in(kinds_.data() + at,
                                                                        kinds_.data() + kinds_.size(), "");
    if (!p::parse<Rule, phrase_action>(in, collected)) return 0;
    return static_cast<std::size_t>(in.current() - (kinds_.data() + at));
  }
  template <typename Rule>
  bool matches(std::size_t at, Collected& collected) const {
    return match<Rule>(at, collected) > 0;
  }

  std::size_t match_amount(std::size_t at, Collected& collected) const {
    std::size_t size = match<rules::amount>(at, collected);
    if (size == 0) size = match<rules::spelled>(at, collected);
    if (size == 0) size = match<rules::spelled_ratio>(at, collected);
    return size;
  }

  // "p99 30" is a figure behind its level, "percentile 95" is a level.
  [[nodiscard]] bool is_named_level(const Collected& collected) const {
    return collected.level_word && sentence_.tokens[*collected.level_word].word == nullptr;
  }

  // Where the first of two figures begins at `at`: behind "from", or before an arrow.
  [[nodiscard]] std::optional<std::size_t> side_start(std::size_t at) const {
    Collected ignored;
    if (matches<rules::from_to>(at, ignored)) return at + 1;
    if (matches<rules::arrow>(at, ignored)) return at;
    return std::nullopt;
  }

  std::size_t add_level(std::size_t at, const Collected& collected) {
    const Token& number = sentence_.tokens[collected.amount.number];
    Mention mention;
    mention.token = at;
    mention.metric = ClaimMetric::percentile;
    mention.percentile = level_of(number.number);
    sentence_.mentions.push_back(mention);
    Amount level;
    level.first = at;
    level.last = std::max(*collected.level_word, collected.amount.number) + 1;
    level.number = collected.amount.number;
    level.unit = Word::percentile;
    level.used = true;
    sentence_.amounts.push_back(level);
    return level.last;
  }

  // 95 of p95; 999 stands for 99.9, which ab does not print.
  static int level_of(const ClaimNumber& number) {
    const double value = number.value();
    return number.figure.decimals > 0 ? -1 : value > 100 ? -1 : static_cast<int>(value);
  }

  void add_amount(std::size_t at, std::size_t size, const Collected& collected, Side side) {
    Amount amount = collected.amount;
    amount.first = at;
    amount.last = at + size;
    amount.side = side;
    for (const std::size_t hedge : collected.hedges) {
      if (hedge >= amount.last) continue;  // looked at, then left to the next amount
      if (amount.hedge == Hedge::none || amount.hedge == Hedge::about)
        amount.hedge = hedge_of(static_cast<Word>(kinds_[hedge]));
    }
    const Token& number = sentence_.tokens[amount.number];
    if (number.kind == Word::ratio_word || number.kind == Word::part) amount.unit = Word::times;
    if (collected.unit) set_unit(amount, *collected.unit);
    const bool factor = at > 0 && (kinds_[at - 1] == 'x' || is_scaled_by(at));  // "a factor of 1.7"
    if (factor && amount.unit == Word::other) amount.unit = Word::times;
    if (amount.unit == Word::other && counts_connections(sentence_, at)) amount.unit = Word::concurrency;
    if (amount.unit == Word::requests && counts_each_second(sentence_, at)) amount.unit = Word::rate_unit;
    // 两倍多, 两成多
    const bool counts = amount.unit == Word::times || amount.unit == Word::percent;
    const bool and_more = counts && amount.hedge == Hedge::none && amount.last < kinds_.size() &&
                          sentence_.text(amount.last, amount.last + 1) == "多";
    if (and_more) {
      amount.hedge = Hedge::more_than;
      ++amount.last;
    }
    amount.used = number.quiet;
    sentence_.amounts.push_back(amount);
  }

  // "multiplie le débit par 1,8", "divide la latencia por 4"
  [[nodiscard]] bool is_scaled_by(std::size_t at) const {
    constexpr std::array<std::string_view, 4> prepositions{"par", "por", "by", "durch"};
    constexpr std::size_t reach = 6;
    const std::string before = sentence_.text(at - 1, at);
    if (std::find(prepositions.begin(), prepositions.end(), before) == prepositions.end()) return false;
    for (std::size_t i = at - 1; i > 0 && i + reach > at;) {
      --i;
      const std::string verb = sentence_.text(i, i + 1);
      if (verb.starts_with("multipli") || verb.starts_with("divid") || verb.starts_with("divis")) return true;
    }
    return false;
  }

  void set_unit(Amount& amount, std::size_t unit) const {
    const Token& token = sentence_.tokens[unit];
    amount.unit = token.kind;
    if (token.word != nullptr && token.word->value > 0) amount.factor = token.word->value;
  }

  void add_mention(std::size_t at) {
    const Token& token = sentence_.tokens[at];
    Mention mention;
    mention.token = at;
    if (token.kind == Word::metric) {
      mention.metric = token.word->metric;
    } else if (token.kind == Word::rate_unit) {
      mention.metric = ClaimMetric::throughput;
    } else if (token.kind == Word::byte_rate) {
      mention.metric = ClaimMetric::transfer_rate;
    } else if (token.kind == Word::percentile && token.word == nullptr) {
      mention.metric = ClaimMetric::percentile;
      mention.percentile = level_of(token.number);
    } else if (token.kind == Word::average) {
      mention.metric = ClaimMetric::latency;
      mention.average = true;
    } else {
      return;
    }
    sentence_.mentions.push_back(mention);
  }

  Sentence& sentence_;
  std::string kinds_;
};

}  // namespace

std::vector<Sentence> read_sentences(const Passage& passage, std::vector<Token> tokens,
                                     bool lines_are_sentences) {
  std::vector<Sentence> sentences(1);
  sentences.back().passage = &passage;
  for (Token& token : tokens) {
    if (token.kind == Word::newline && !lines_are_sentences) continue;
    const bool ends = token.kind == Word::stop || token.kind == Word::question ||
                      token.kind == Word::newline || sentences.back().tokens.size() >= limits::sentence_words;
    if (token.kind != Word::newline) sentences.back().tokens.push_back(std::move(token));
    if (!ends || sentences.back().tokens.empty()) continue;
    sentences.emplace_back();
    sentences.back().passage = &passage;
  }
  if (sentences.back().tokens.empty()) sentences.pop_back();
  // "With 32 connections we get 4,241 req/s. At 128 it is 4,050."
  bool clients_counted = false;
  for (Sentence& sentence : sentences) {
    clients_counted = clients_counted || sentence.has(Word::concurrency);
    PhraseReader(sentence).read(clients_counted);
  }
  return sentences;
}

}  // namespace abstat
