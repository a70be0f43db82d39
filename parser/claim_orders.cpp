// Relations without an amount: "A beats B", "比 B 快", "fastest", "about as fast as", "A > B > C".
#include "claim_sentence.hpp"

#include <algorithm>
#include <array>

namespace abstat {

namespace {

bool is_order_word(Word kind) {
  return kind == Word::relation || kind == Word::surpass || kind == Word::superlative || kind == Word::same;
}

// Beside what is beaten these are relations; alone they name the best of all.
bool claims_victory(std::string_view word) {
  constexpr std::array<std::string_view, 8> words{"wins",       "gewinnt",   "gagne", "gana",
                                                  "выигрывает", "побеждает", "胜出",  "获胜"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

void SentenceReader::read_orders() {
  if (sentence_.has(Word::negation) || read_chain() || read_ranking()) return;
  for (std::size_t i = 0; i < sentence_.tokens.size(); ++i) {
    const Word kind = token(i).kind;
    const Amount* hedged = amount_at(i);
    const bool of_load = hedged != nullptr && hedged->first == i &&
                         (hedged->unit == Word::concurrency || hedged->unit == Word::workers);  // 低于 4 并发
    const bool hedge_alone = (kind == Word::more_than || kind == Word::less_than) &&
                             (hedged == nullptr || of_load) && token(i).word->direction != Direction::none &&
                             !points_in_text(i);
    const bool stated = !token(i).quiet && !aside(i) && !holds_in_general(i);
    if ((is_order_word(kind) || hedge_alone) && stated) read_order(i);
  }
}

// "Look at the two reports below (same machine)", "see above": where in the text, not which is faster.
bool SentenceReader::points_in_text(std::size_t at) const {
  const Clause& clause = sentence_.clause_of(at);
  const bool ends = at + 1 >= clause.last || token(at + 1).kind == Word::open ||
                    token(at + 1).kind == Word::stop || token(at + 1).kind == Word::colon;
  const bool of_runs =
      at > 0 && (token(at - 1).kind == Word::runs || sentence_.text(at - 1, at) == "reports" ||
                 sentence_.text(at - 1, at) == "numbers" || sentence_.text(at - 1, at) == "see");
  return ends || of_runs;
}

// "A is fastest and B slowest", 最も速いのは A、最も遅いのは B: the part of its clause that is one
// superlative's.
Clause SentenceReader::part_of_superlative(std::size_t at) const {
  const Clause& clause = sentence_.clause_of(at);
  Clause part = clause;
  for (std::size_t i = clause.first; i < clause.last; ++i) {
    if (token(i).kind != Word::superlative || token(i).quiet || i == at) continue;
    if (i < at) part.first = i + 1;
    if (i > at) {
      part.last = i;
      break;
    }
  }
  const auto names = [this](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      if (token(i).kind == Word::other || token(i).kind == Word::code) return true;
    }
    return false;
  };
  // What is named before the first superlative is its subject; then each has its own before it.
  const bool alone = part.first == clause.first && part.last == clause.last;
  // "sync is the winner and nginx comes second"
  const auto next = sentence_.find(Word::conjunction, at + 1, clause.last);
  const bool of_pronoun = is_pronoun(sentence_.text(clause.first, clause.first + 1));
  if (alone && next && (of_pronoun || names(clause.first, at)) &&
      sentence_.has(Word::copula, clause.first, at) && names(*next, clause.last))
    return {clause.first, *next};
  if (alone) return clause;
  std::size_t first = at;
  for (std::size_t i = clause.first; i < at; ++i) {
    if (token(i).kind == Word::superlative) {
      first = std::min(first, i);
    }
  }
  const bool named_before = names(clause.first, first);
  return named_before ? Clause{part.first, at + 1} : Clause{at, part.last};
}

// "The best gevent run reached 2557, the worst 2371": of one stack's runs, no order of stacks.
bool SentenceReader::is_of_runs(std::size_t at) const {
  constexpr std::size_t reach = 5;
  for (std::size_t i = 0; i <= at; ++i) {
    if (token(i).kind != Word::superlative) continue;
    const auto runs = sentence_.find(Word::runs, i, std::min(sentence_.clause_of(i).last, i + reach));
    // "the slowest of the four runs": of all that are shown
    const bool of_all = runs && sentence_.has(Word::of, i, *runs) &&
                        (sentence_.has(Word::number_word, i, *runs) ||
                         sentence_.has(Word::number, i, *runs) || sentence_.has(Word::every, i, *runs));
    if (runs && !of_all) return true;
  }
  return false;
}

// "la configuración más rápida", "le serveur plus rapide": the article that makes it a superlative stands
// before the noun.
bool SentenceReader::is_parted_superlative(std::size_t at) const {
  constexpr std::array<std::string_view, 8> articles{"la", "el", "las", "los", "le", "les", "l'", "lo"};
  constexpr std::size_t reach = 3;
  const std::string word = sentence_.text(at, at + 1);
  if (!word.starts_with("más ") && !word.starts_with("plus ")) return false;
  const Clause& clause = sentence_.clause_of(at);
  for (std::size_t i = at; i > clause.first && i + reach > at;) {
    --i;
    if (std::find(articles.begin(), articles.end(), sentence_.text(i, i + 1)) != articles.end()) return true;
    if (token(i).kind == Word::copula) return false;
  }
  return false;
}

// 同期ワーカーは gevent を上回る: the object stands before the verb.
bool SentenceReader::take_object_before(Claim& claim, std::size_t at) const {
  const Clause& clause = sentence_.clause_of(at);
  const auto topic = topic_mark(clause.first, at);
  if (!topic || *topic + 1 >= at) return false;
  claim.subject = scopes_before(clause.first, *topic);
  claim.comparand = {sentence_.text(*topic + 1, at)};
  return true;
}

// "the slowest of the five": over how many it ranges; 0: it does not say.
int SentenceReader::field_of_superlative(std::size_t at) const {
  constexpr std::size_t reach = 4;
  const Clause& clause = sentence_.clause_of(at);
  for (std::size_t i = at + 2; i < std::min(clause.last, at + reach + 1); ++i) {
    if (!sentence_.has(Word::of, at + 1, i)) continue;
    if (token(i).kind == Word::number_word) return static_cast<int>(token(i).word->value);
    if (token(i).kind == Word::number && token(i).number.figure.decimals == 0)
      return static_cast<int>(std::min(token(i).number.value(), 1000.0));
  }
  return runs_spoken_of(at);
}

// "the same view", "the same behind nginx": no comparison.
bool SentenceReader::is_same_thing(std::size_t at, const Clause& clause) const {
  if (at + 1 >= clause.last || sentence_.text(at, at + 1) != "the same") return false;
  constexpr std::array<std::string_view, 6> prepositions{"behind", "with", "over", "again", "via", "through"};
  const Word next = token(at + 1).kind;
  const std::string before = at > clause.first ? sentence_.text(at - 1, at) : std::string{};
  if (before == "on" || before == "under" || before == "from" || before == "using")
    return true;  // on the same box
  return next == Word::other || next == Word::doubt || next == Word::hardware ||
         std::find(prepositions.begin(), prepositions.end(), sentence_.text(at + 1, at + 2)) !=
             prepositions.end();
}

void SentenceReader::read_order(std::size_t at) {
  const Clause& clause = sentence_.clause_of(at);
  const Word kind = token(at).kind;
  if (std::find(related_.begin(), related_.end(), at) != related_.end()) return;
  // The word belongs to an amount that was read already.
  for (const Amount& amount : sentence_.amounts) {
    const bool load = amount.unit == Word::concurrency || amount.unit == Word::workers;
    const bool beside = clause.holds(amount) && amount.used && amount.unit != Word::percentile &&
                        !(kind == Word::same && load) && !is_enclosed(amount);
    const std::size_t distance = amount.last <= at   ? at - amount.last
                                 : amount.first > at ? amount.first - at
                                                     : 0;
    if (beside && distance <= 5 && kind != Word::superlative && kind != Word::surpass) return;
  }
  Claim claim = draft(at, at + 1);
  claim.kind = ClaimKind::order;
  claim.direction = token(at).word == nullptr ? Direction::better : token(at).word->direction;
  name_relation_metric(claim, at);
  const auto right = [&](std::size_t from) {
    const std::string text = sentence_.text(from, clause.last);
    if (!text.empty()) claim.comparand.push_back(text);
  };
  if (kind == Word::surpass || kind == Word::more_than || kind == Word::less_than) {
    claim.relation = Relation::order;
    claim.subject = scopes_before(clause.first, at);
    right(at + 1);
    if (claim.comparand.empty() && !take_object_before(claim, at)) return;
  } else if (kind == Word::superlative) {
    if (at > 0 && token(at - 1).kind == Word::copula && sentence_.text(at - 1, at) == "at")
      return;  // "at best"
    if (is_of_runs(at)) return;
    claim.relation = Relation::extreme;
    claim.runs_spoken_of = field_of_superlative(at);
    const Clause part = part_of_superlative(at);
    const bool shared = part.first != clause.first || part.last != clause.last;
    if (shared) {
      // "sync has the highest rate and the lowest latency": the second has no subject of its own.
      claim.subject = {sentence_.text(part.first, part.last)};
      if (part.first > clause.first && part.first < at)
        claim.subject.push_back(sentence_.text(clause.first, part.first));
      if (is_pronoun(sentence_.text(part.first, part.first + 1))) add_earlier(claim.subject);
    } else {
      claim.subject = scopes(part.first, part.last);
    }
  } else if (kind == Word::same) {
    const bool introduces = at + 1 < clause.last && token(at + 1).kind == Word::colon;  // 延迟也一样:
    if (is_same_thing(at, clause) || introduces) return;
    claim.relation = Relation::same;
    split_sides(claim, at, at + 1);
    if (claim.comparand.empty()) {
      const auto joined = sentence_.find(Word::conjunction, clause.first, at);
      if (joined) {
        claim.subject = {sentence_.text(clause.first, *joined)};
        claim.comparand = {sentence_.text(*joined + 1, at)};
      } else {
        right(at + 1);
      }
    }
  } else {
    if (claim.direction == Direction::none) return;
    const bool than = sentence_.has(Word::than, at, std::min(clause.last, at + 6)) ||
                      sentence_.has(Word::compared, at, clause.last);
    const bool before = sentence_.has(Word::before_other, clause.first, at);
    const Clause genitive = genitive_side(at, at + 1);
    const bool compared = than || before || genitive.first < genitive.last;
    if (!compared && (claims_victory(sentence_.text(at, at + 1)) || is_parted_superlative(at))) {
      claim.relation = Relation::extreme;
      claim.subject = scopes(clause.first, clause.last);
      return add(std::move(claim));
    }
    if (!compared) return;
    claim.relation = Relation::order;
    split_sides(claim, at, at + 1);
    if (claim.comparand.empty()) return;
  }
  name_change(claim, at);
  if (kind == Word::same && !name_sides_by_alternatives(claim)) name_sides_by_change(claim, at);
  add(std::move(claim));
}

// A > B > C: at least two marks, or one in a sentence that is nothing else.
bool SentenceReader::read_chain() {
  std::vector<std::size_t> marks;
  for (std::size_t i = 1; i + 1 < sentence_.tokens.size(); ++i) {
    if (token(i).kind == Word::arrow && !aside(i) && token(i + 1).kind != Word::number) marks.push_back(i);
  }
  const bool plain_marks = std::all_of(
      marks.begin(), marks.end(), [this](std::size_t mark) { return sentence_.text(mark, mark + 1) == ">"; });
  if (marks.size() < 2 || !plain_marks) return false;
  Claim claim = draft(marks.front(), marks.front() + 1);
  claim.kind = ClaimKind::order;
  claim.relation = Relation::chain;
  claim.direction = Direction::better;
  name_relation_metric(claim, marks.front());
  std::size_t first = 0;
  if (const auto colon = sentence_.find(Word::colon, 0, marks.front())) first = *colon + 1;
  claim.subject = {sentence_.text(first, marks.front())};
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::size_t end = i + 1 < marks.size() ? marks[i + 1] : sentence_.clause_of(marks[i]).last;
    claim.comparand.push_back(sentence_.text(marks[i] + 1, end));
  }
  add(std::move(claim));
  return true;
}

// "From best to worst it is sync, gevent, nginx with sync and nginx with gevent."
bool SentenceReader::read_ranking() {
  const std::size_t count = sentence_.tokens.size();
  const auto word = sentence_.find(Word::ranking, 0, count);
  if (!word || aside(*word) || sentence_.has(Word::number, *word, count)) return false;
  std::size_t first = *word + 1;
  for (std::size_t i = first; i < count; ++i) {
    const Word kind = token(i).kind;
    if (kind == Word::copula || kind == Word::colon || kind == Word::respectively) first = i + 1;
    if (kind == Word::clause || kind == Word::enumeration) break;
  }
  std::vector<std::string> names;
  for (std::size_t i = first; i <= count; ++i) {
    const Word kind = i < count ? token(i).kind : Word::stop;
    const bool last_mark = kind == Word::conjunction && !names.empty();
    if (kind != Word::clause && kind != Word::enumeration && kind != Word::stop && !last_mark) continue;
    if (i > first) names.push_back(sentence_.text(first, i));
    first = i + 1;
  }
  constexpr std::size_t least = 3;
  if (names.size() < least) return false;
  Claim claim = draft(*word, std::min(first, count));
  claim.kind = ClaimKind::order;
  claim.relation = Relation::chain;
  claim.direction =
      token(*word).word->direction == Direction::none ? Direction::better : token(*word).word->direction;
  name_relation_metric(claim, *word);
  claim.subject = {names.front()};
  claim.comparand.assign(names.begin() + 1, names.end());
  add(std::move(claim));
  return true;
}

}  // namespace abstat
