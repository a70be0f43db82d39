// Differences: "adds 2 ms", "多花 8.5 毫秒", "500 req/s more", "the gap is 12 ms".
#include "claim_sentence.hpp"

#include <algorithm>
#include <array>

namespace abstat {

namespace {

// "costs us", "kostet uns also", "nous coûte donc", "стоит нам"
bool is_filler(std::string_view word) {
  constexpr std::array<std::string_view, 21> words{"un",  "unos", "unas", "une",   "ein",  "rund", "noch",
                                                   "us",  "you",  "uns",  "also",  "nous", "donc", "alors",
                                                   "нам", "then", "thus", "damit", "так",  "so",   "dann"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

// 每秒多处理约 500 个请求
bool is_processed(std::string_view verb) {
  constexpr std::array<std::string_view, 6> verbs{"处理", "完成", "服务", "响应", "扛", "さばく"};
  return std::find(verbs.begin(), verbs.end(), verb) != verbs.end();
}

bool costs(std::string_view verb) {
  constexpr std::array<std::string_view, 8> verbs{"cost",   "costs", "costing", "kostet",
                                                  "kosten", "coûte", "cuesta",  "стоит"};
  return std::find(verbs.begin(), verbs.end(), verb) != verbs.end();
}

// "gives up after 60 s"
bool is_point_in_time(std::string_view word) {
  return word == "after" || word == "nach" || word == "après" || word == "tras" || word == "через";
}

}  // namespace

// "the gap is 1522 requests per second", "12 ms apart", "from 24.2 to 36.6 ms, that is by 12.4 ms": says by
// how much, not which way.
std::optional<std::size_t> SentenceReader::gap_word(const Amount& amount) const {
  constexpr std::size_t reach = 4;
  const Clause& clause = sentence_.clause_of(amount.number);
  const std::size_t first = std::max(clause.first, amount.first - std::min(amount.first, reach));
  for (std::size_t i = first; i < std::min(clause.last, amount.last + 1); ++i) {
    const bool names = token(i).kind == Word::relation && token(i).word->direction == Direction::none;
    if (names) return i;
  }
  if (const auto between = stands_between(clause, amount)) return between;
  constexpr std::size_t few_words = 3;
  if (&clause == sentence_.clauses.data() || amount.first - clause.first > few_words) return std::nullopt;
  const Clause& before = *(&clause - 1);
  const bool changes =
      std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& other) {
        return other.side == Side::to && before.holds(other) && other.unit == amount.unit;
      });
  const bool alone =
      std::none_of(sentence_.mentions.begin(), sentence_.mentions.end(), [&](const Mention& m) {
        return m.token >= clause.first && m.token < clause.last && amount_at(m.token) == nullptr;
      });
  const auto word = sentence_.find(Word::relation, before.first, before.last);
  return changes && alone && !only_names(clause, amount) ? word : std::nullopt;
}

// "Between sync and gevent there are 25 ms": what lies between two stacks is their difference.
std::optional<std::size_t> SentenceReader::stands_between(const Clause& clause, const Amount& amount) const {
  const auto between = sentence_.find(Word::between, clause.first, amount.first);
  if (!between || amount.upper || token(*between + 1).kind == Word::number) return std::nullopt;
  return sentence_.has(Word::conjunction, *between, amount.first) ? between : std::nullopt;
}

// Whether what stands before an amount may name a stack: ", gevent 36.6 ms" is a figure of its own.
bool SentenceReader::only_names(const Clause& clause, const Amount& amount) const {
  constexpr std::array<std::string_view, 12> explains{"also", "um",    "i.e.", "by", "soit", "c'est-à-dire",
                                                      "es",   "decir", "т.е.", "на", "即",   "也就是"};
  for (std::size_t i = clause.first; i < amount.first; ++i) {
    const bool explaining =
        std::find(explains.begin(), explains.end(), sentence_.text(i, i + 1)) != explains.end();
    if (explaining) return false;
  }
  return true;
}

bool SentenceReader::read_gap(Amount& amount, std::size_t word) {
  const Clause& clause = sentence_.clause_of(amount.number);
  Claim claim = draft(amount.number, amount.number + 1);
  claim.relation = Relation::difference;
  name_relation_metric(claim, amount.number);
  if (amount.unit == Word::rate_unit) {
    claim.metric = ClaimMetric::throughput;
  } else if (!is_time(claim.metric)) {
    claim.metric = ClaimMetric::latency;
  }
  claim.metric_named = true;
  claim.subject = scopes(clause.first, clause.last);
  related_.push_back(word);
  take_number(claim, amount);
  claim.kind = ClaimKind::ratio;
  add(std::move(claim));
  return true;
}

// "QPS 少了 1195": no unit, but the metric and the relation right before the number.
bool SentenceReader::is_bare_rate_change(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  if (amount.unit != Word::other || amount.first < clause.first + 2) return false;
  const bool processed = is_processed(sentence_.text(amount.first - 1, amount.first));
  const Token& word = token(amount.first - (processed ? 2 : 1));
  const bool changes =
      word.kind == Word::relation && !ends_in_to(word) && word.word->direction != Direction::none;
  const bool closes = amount.last >= clause.last || token(amount.last).kind == Word::stop || processed;
  return changes && closes &&
         std::any_of(sentence_.mentions.begin(), sentence_.mentions.end(), [&](const Mention& m) {
           return m.metric == ClaimMetric::throughput && !m.average && m.token >= clause.first &&
                  m.token < amount.first;
         });
}

// "128 connections cost sync 70 req/s": who loses stands between the verb and what is lost.
std::optional<std::size_t> SentenceReader::loss_before(const Amount& amount) const {
  constexpr auto verbs = std::to_array<std::string_view>(
      {"cost",     "costs",  "costing", "saves",    "gains",    "loses",   "lose",     "adds",
       "gives",    "kostet", "kosten",  "verliert", "spart",    "bringt",  "coûte",    "perd",
       "cuesta",   "pierde", "стоит",   "теряет",   "отнимает", "съедает", "забирает", "takes away",
       "gives up", "robs",   "enlève",  "quita",    "nimmt"});
  constexpr std::size_t reach = 6;
  const Clause& clause = sentence_.clause_of(amount.number);
  for (std::size_t i = amount.first; i > clause.first && i + reach > amount.first;) {
    --i;
    const Word kind = token(i).kind;
    const bool verb = kind == Word::relation &&
                      std::find(verbs.begin(), verbs.end(), sentence_.text(i, i + 1)) != verbs.end();
    if (verb) return i;
    const bool names = kind == Word::other || kind == Word::code || kind == Word::workers ||
                       kind == Word::about || kind == Word::particle;
    if (!names || is_point_in_time(sentence_.text(i, i + 1))) return std::nullopt;
  }
  return std::nullopt;
}

// "takes away 14% of the throughput of four workers"
Clause SentenceReader::owner_behind(const Amount& amount) const {
  constexpr std::size_t reach = 5;
  const Clause& clause = sentence_.clause_of(amount.number);
  if (amount.last >= clause.last || token(amount.last).kind != Word::of) return {0, 0};
  const auto owner = sentence_.find(Word::of, amount.last + 1, std::min(amount.last + reach, clause.last));
  if (!owner) return {0, 0};
  std::size_t end = *owner + 1;
  while (end < clause.last && token(end).kind != Word::conjunction && token(end).kind != Word::relation &&
         token(end).kind != Word::stop)
    ++end;
  return {*owner + 1, end};
}

// "nginx costs the gevent workers 27 %": they are what lost it, nginx did it.
void SentenceReader::name_loser(Claim& claim, const Amount& amount) const {
  const Clause owner = owner_behind(amount);
  if (owner.first < owner.last && claim.direction == Direction::down) {
    std::string agent = agent_of(sentence_.clause_of(amount.number));
    if (!agent.empty()) {
      claim.agent = std::move(agent);
      claim.loser = sentence_.text(owner.first, owner.last);
      return;
    }
  }
  const auto verb = loss_before(amount);
  if (!verb || !claim.comparand.empty()) return;
  std::string loser = sentence_.text(*verb + 1, amount.first);
  if (loser.empty() || is_filler(loser)) return;
  claim.agent = agent_of(sentence_.clause_of(amount.number));
  claim.loser = std::move(loser);
}

// "adds 2 ms", "多花大约 8.5 毫秒", "500 req/s more": the relation stands right beside the amount.
bool SentenceReader::read_difference(Amount& amount) {
  const Clause& clause = sentence_.clause_of(amount.number);
  const bool rate = amount.unit == Word::rate_unit || is_bare_rate_change(amount);
  if (amount.side != Side::none || (amount.unit != Word::time_unit && !rate)) return false;
  // "bei 24,5 ms direkt und bei 34,3 ms über nginx": a place, no distance
  if (amount.first > clause.first && sentence_.text(amount.first - 1, amount.first) == "bei") return false;
  std::optional<std::size_t> word;
  for (std::size_t i = amount.first; i > clause.first;) {
    --i;
    const Word kind = token(i).kind;
    if (kind == Word::relation) word = i;
    const bool joins =
        kind == Word::particle || is_processed(sentence_.text(i, i + 1)) || kind == Word::of ||
        kind == Word::from || kind == Word::about ||
        (kind == Word::other && (token(i).end - token(i).begin == 2 || is_filler(sentence_.text(i, i + 1))));
    if (!joins) break;
  }
  if (!word) word = loss_before(amount);
  // 比自带服务器的中位数 92 毫秒还快: a figure of the other side, in Chinese a difference follows its word.
  const auto other = sentence_.find(Word::before_other, clause.first, amount.first);
  const bool of_other = other && sentence_.text(*other, *other + 1) == "比";
  if (!of_other && amount.last < clause.last && token(amount.last).kind == Word::relation) word = amount.last;
  // "1709 requests per second more than gevent"
  const bool before_name = amount.last + 1 < clause.last && token(amount.last + 1).kind != Word::number;
  const bool more = amount.last < clause.last && token(amount.last).kind == Word::more_than;
  const bool less = amount.last < clause.last && token(amount.last).kind == Word::less_than;
  if (!word && before_name && (more || less)) word = amount.last;
  if (!word) {
    // "misses it by 156 req/s", "um 29 ms"
    const std::string before =
        amount.first > clause.first ? sentence_.text(amount.first - 1, amount.first) : "";
    const bool explains = before == "折合" || before == "相当于" || before == "约合";
    if (before == "by" || before == "um" || explains) return read_gap(amount, amount.first - 1);
    const auto gap = gap_word(amount);
    return gap && read_gap(amount, *gap);
  }
  if (ends_in_to(token(*word))) return false;
  const Direction direction = more ? Direction::up : less ? Direction::down : token(*word).word->direction;
  if (direction == Direction::none) return read_gap(amount, *word);
  related_.push_back(*word);
  Claim claim = draft(amount.number, amount.number + 1);
  claim.relation = Relation::difference;
  claim.direction = direction;
  name_relation_metric(claim, amount.number);
  if (rate) {
    claim.metric = ClaimMetric::throughput;
  } else if (!claim.metric_named || claim.metric == ClaimMetric::throughput) {
    claim.metric = ClaimMetric::latency;
  }
  claim.metric_named = true;
  // "nginx costs 13 ms per request": more time
  if (is_time(claim.metric) && costs(sentence_.text(*word, *word + 1))) claim.direction = Direction::up;
  split_sides(claim, std::min(amount.first, *word),
              more || less ? amount.last : std::max(amount.last, *word + 1));
  name_change(claim, std::min(amount.first, *word));
  name_loser(claim, amount);
  // 少处理 1100 个左右的请求
  const bool roughly = amount.last + 1 < clause.last && token(amount.last + 1).kind == Word::about &&
                       sentence_.text(amount.last, amount.last + 1) == "个";
  if (roughly && amount.hedge == Hedge::none) amount.hedge = Hedge::about;
  take_number(claim, amount);
  claim.kind = ClaimKind::ratio;
  add(std::move(claim));
  return true;
}

}  // namespace abstat
