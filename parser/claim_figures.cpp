// Figures: amounts with a unit, numbers beside the name of a metric, set-up counts.
#include "claim_sentence.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace abstat {

namespace {

// "took" and "average" say what is meant only where nothing else does.
bool is_weak(const Mention& mention) {
  return mention.average || mention.metric == ClaimMetric::time_taken;
}

}  // namespace

void SentenceReader::read_figures() {
  for (Amount& amount : sentence_.amounts) {
    if (amount.used || aside(amount.number)) continue;
    if (!read_with_unit(amount) && !read_setup(amount)) read_bare(amount);
  }
}

// "from 30 to 56 ms and the maximum from 35 to 99 ms": what follows "and" is the next amount's.
bool SentenceReader::belongs_to_next(const Amount& amount, const Mention& mention) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  if (!sentence_.has(Word::conjunction, amount.last, mention.token) &&
      !sentence_.has(Word::enumeration, amount.last, mention.token))
    return false;
  return std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& other) {
    return other.first > mention.token && other.last <= clause.last;
  });
}

// "p99 latency", "99% 的响应时间", "maximum response time": the latency is the percentile's or the maximum.
bool SentenceReader::is_of_special_kind(const Mention& mention) const {
  if (mention.metric != ClaimMetric::latency || mention.average) return false;
  constexpr std::size_t beside = 3;
  return std::any_of(sentence_.mentions.begin(), sentence_.mentions.end(), [&](const Mention& level) {
    const bool special = level.metric == ClaimMetric::percentile || level.metric == ClaimMetric::max ||
                         level.metric == ClaimMetric::median;
    if (!special || level.token >= mention.token) return false;
    if (level.token + beside < mention.token) return false;
    for (std::size_t i = level.token + 1; i < mention.token; ++i) {
      const Word kind = token(i).kind;
      if (kind != Word::particle && kind != Word::of && kind != Word::percent && kind != Word::percentile)
        return false;
    }
    return true;
  });
}

// "from 0.9 ms to 119.6 ms", 从 0.9 毫秒涨到 119.6 毫秒
bool SentenceReader::leads_to(std::size_t first, std::size_t last) const {
  for (std::size_t i = first; i < last; ++i) {
    if (token(i).kind == Word::to || ends_in_to(token(i))) return true;
  }
  return false;
}

// "The mean is 122 ms, the whole test took 1.23 s": the mean has its figure.
bool SentenceReader::is_of_time_between(const Mention& mention, const Amount& amount) const {
  return mention.metric == ClaimMetric::latency &&
         std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& other) {
           return other.unit == Word::time_unit && !leads_to(other.last, amount.first) &&
                  other.first > mention.token && other.last <= amount.first;
         });
}

// "The whole run took 0.245 s", 跑完一轮只要 0.245 秒: no time of a request.
bool SentenceReader::names_a_run(const Mention& mention) const {
  if (mention.metric != ClaimMetric::time_taken) return false;
  const std::string text = sentence_.text(mention.token, mention.token + 1);
  return text.starts_with("跑") || text.starts_with("总") || text.starts_with("共") ||
         text.ends_with(" run") || text.starts_with("весь прогон");
}

std::optional<Mention> SentenceReader::mention_for(const Amount& amount) const {
  if (auto listed = listed_mention(amount)) return listed;
  const Clause& clause = sentence_.clause_of(amount.number);
  std::optional<Mention> best;
  std::size_t best_distance = std::numeric_limits<std::size_t>::max();
  bool best_weak = true;
  for (const Mention& mention : sentence_.mentions) {
    if (!mention.average && !is_time(mention.metric)) continue;
    if (is_of_special_kind(mention)) continue;
    const bool before = mention.token < amount.first;
    // What follows another amount belongs to that one.
    const bool inside = mention.token >= clause.first && mention.token < clause.last;
    if (!inside && !before) continue;
    if (!before && belongs_to_next(amount, mention)) continue;
    const Amount* level = amount_at(mention.token);  // "95 パーセンタイルは 74 ms": counted from its end
    const std::size_t end = level != nullptr && level->last <= amount.first ? level->last - 1 : mention.token;
    const std::size_t distance =
        (before ? 2 * (amount.first - end) - 1 : 2 * (mention.token - amount.last) + 2) + (inside ? 0 : 1000);
    constexpr std::size_t beside = 3;  // "a mean total of 3.6 ms"
    const bool adjacent = mention.average && before && amount.first - mention.token <= beside;
    const bool weak =
        (is_weak(mention) && !adjacent && !names_a_run(mention)) || is_of_time_between(mention, amount);
    const bool better =
        weak == best_weak ? distance < best_distance : best_weak && (inside || best_distance >= 1000);
    if (!better) continue;
    best = mention;
    best_distance = distance;
    best_weak = weak;
  }
  return best;
}

std::optional<Mention> SentenceReader::throughput_for(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  std::optional<Mention> found;
  for (const Mention& mention : sentence_.mentions) {
    if (mention.metric != ClaimMetric::throughput && mention.metric != ClaimMetric::goodput) continue;
    const bool attached = amount_at(mention.token) != nullptr;
    if (attached || mention.average) continue;
    if (mention.token < amount.first) found = mention;
    const bool behind =
        mention.token >= amount.last && mention.token <= amount.last + 1 && mention.token < clause.last;
    if (behind && !found) found = mention;
  }
  return found;
}

// "None of the requests took longer than 34 ms", "nobody waited longer": the longest took at most that.
bool SentenceReader::bounds_all(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  constexpr std::size_t behind = 5;  // for a single request
  auto none = sentence_.find(Word::zero, clause.first, amount.first);
  const bool of_requests =
      none && (sentence_.has(Word::requests, *none, std::min(clause.last, amount.last + behind)) ||
               waits(*none, amount.first));
  if (!of_requests) none.reset();
  if (!none) none = nobody(clause.first, amount.first);
  if (!none) return false;
  const bool hedged = amount.hedge == Hedge::more_than || amount.hedge == Hedge::at_least;
  return hedged || sentence_.has(Word::relation, *none, amount.first);
}

// 出现过一个 298 毫秒的请求: one that is worth a word is the longest.
bool SentenceReader::is_of_one_request(const Amount& amount) const {
  constexpr std::array<std::string_view, 5> ones{"一个", "a", "one", "un", "ein"};
  constexpr std::size_t reach = 2;  // 一 and 个 are two words
  const Clause& clause = sentence_.clause_of(amount.number);
  bool one = false;
  for (std::size_t size = 1; size <= reach && clause.first + size <= amount.first; ++size) {
    const std::string before = sentence_.text(amount.first - size, amount.first);
    one = one || std::find(ones.begin(), ones.end(), before) != ones.end();
  }
  return one && sentence_.has(Word::requests, amount.last, std::min(amount.last + 2, clause.last));
}

// "31 ms on average and at most 43 ms": the longest took 43.
bool SentenceReader::is_longest(const Amount& amount, ClaimMetric metric) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  return amount.hedge == Hedge::at_most && metric == ClaimMetric::latency &&
         std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& other) {
           return clause.holds(other) && other.last <= amount.first && other.unit == Word::time_unit &&
                  sentence_.has(Word::average, clause.first, amount.first) &&
                  sentence_.has(Word::conjunction, other.last, amount.first);
         });
}

// "None of the nginx runs has a 99th percentile above 46 ms."
bool SentenceReader::bounds_runs(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  const auto none = sentence_.find(Word::zero, clause.first, amount.first);
  return none && amount.hedge == Hedge::more_than && sentence_.has(Word::runs, *none, amount.first);
}

// "A lone client never waited more than 3 ms."
bool SentenceReader::waits(std::size_t first, std::size_t last) const {
  constexpr std::array<std::string_view, 6> verbs{"waited", "waits", "wait", "gewartet", "attendu", "ждал"};
  for (std::size_t i = first; i < last; ++i) {
    if (std::find(verbs.begin(), verbs.end(), sentence_.text(i, i + 1)) != verbs.end()) return true;
  }
  return false;
}

std::optional<std::size_t> SentenceReader::nobody(std::size_t first, std::size_t last) const {
  constexpr std::array<std::string_view, 7> persons{"nobody", "niemand", "personne", "nadie",
                                                    "никто",  "没有人",  "誰も"};
  for (std::size_t i = first; i < last; ++i) {
    if (std::find(persons.begin(), persons.end(), sentence_.text(i, i + 1)) != persons.end()) return i;
  }
  return std::nullopt;
}

// "averaged over" is a word of doubt: other runs may be meant
bool SentenceReader::averages_runs() const {
  const bool averages = std::any_of(sentence_.tokens.begin(), sentence_.tokens.end(), [](const Token& token) {
    return token.kind == Word::average || (token.word != nullptr && token.word->text == "averaged over");
  });
  return averages && sentence_.has(Word::runs);
}

// "2365, 2459 and 2375 req/s, 2400 on average": an average that stands before a figure is of that one and
// those behind it; behind a figure it is of that one, unless the next follows at once.
bool SentenceReader::is_averaged(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  if (sentence_.has(Word::average, clause.first, amount.first)) return true;
  const auto behind = sentence_.find(Word::average, amount.last, clause.last);
  if (!behind) return false;
  return std::none_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& other) {
    const bool between = other.first >= amount.last && other.last <= *behind;
    const bool follows = other.first > *behind && other.first <= *behind + 2 && other.last <= clause.last;
    return between || follows;
  });
}

// "2925.70 #/sec (34.18 ms)", "4347 req/s, 23 ms"
bool SentenceReader::follows_rate(const Amount& amount) const {
  if (amount.first < 2) return false;
  const Word before = token(amount.first - 1).kind;
  const bool aside = before == Word::open || before == Word::clause || before == Word::enumeration;
  const Amount* rate = amount_at(amount.first - 2);
  return aside && rate != nullptr && rate->unit == Word::rate_unit;
}

// "the run is through in 0.48 s", "the 200,000 requests were served in 12.5 s": seconds of a whole run.
bool SentenceReader::times_a_run(const Amount& amount) const {
  constexpr double second = 1000;
  constexpr std::array<std::string_view, 8> marks{"in",   "en", "after", "within",
                                                  "nach", "за", "用了",  "花了"};
  if (amount.factor < second || amount.first == 0) return false;
  const Clause& clause = sentence_.clause_of(amount.number);
  std::string before = sentence_.text(amount.first - 1, amount.first);
  const bool through = before == "is through in";
  before.erase(0, before.rfind(' ') + 1);  // of "terminées en"
  const bool placed = through || amount.hedge == Hedge::at_most ||
                      std::find(marks.begin(), marks.end(), before) != marks.end();
  if (!placed) return false;
  const bool counts_requests =
      std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& other) {
        return clause.holds(other) && other.last <= amount.first && other.unit == Word::requests;
      });
  return counts_requests || through || sentence_.has(Word::runs, clause.first, amount.first);
}

// "nginx costs something: 722 req/s with sync": what stands behind the colon may be the loss.
bool SentenceReader::follows_change(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  if (amount.first <= clause.first || token(amount.first - 1).kind != Word::colon) return false;
  const auto word = sentence_.find(Word::relation, clause.first, amount.first);
  return word && std::find(related_.begin(), related_.end(), *word) == related_.end();
}

bool SentenceReader::read_with_unit(Amount& amount) {
  Claim claim = draft(amount.number, amount.upper ? *amount.upper + 1 : amount.number + 1);
  const Clause& own = sentence_.clause_of(amount.number);
  if (amount.unit == Word::rate_unit) {
    claim.metric = ClaimMetric::throughput;
    const auto named = throughput_for(amount);
    if (named && named->metric == ClaimMetric::goodput) claim.metric = ClaimMetric::goodput;
  } else if (amount.unit == Word::byte_rate) {
    if (sentence_.has(Word::hardware, own.first, amount.first)) return false;  // "a disk that does 500 MB/s"
    claim.metric = ClaimMetric::transfer_rate;
  } else if (amount.unit == Word::time_unit) {
    auto mention = mention_for(amount);
    const bool set = sentence_.has(Word::setting, own.first, own.last);
    const bool of_other_clause = mention && mention->token < own.first;
    const bool of_all = sentence_.has(Word::requests, own.first, amount.first) ||
                        sentence_.has(Word::runs, own.first, amount.first);
    if (of_other_clause && of_all && times_a_run(amount))
      mention.reset();  // "la plus longue a duré 43 ms, et les 50 requêtes étaient terminées en 0,31 s"
    if (!mention && around_.label_and_number && !set && around_.metric && is_time(around_.metric->metric))
      mention = around_.metric;
    if (!mention && !set && times_a_run(amount))
      mention = Mention{amount.number, ClaimMetric::time_taken, std::nullopt, false};
    if (!mention && follows_rate(amount)) {
      mention = Mention{amount.number, ClaimMetric::latency, std::nullopt, false};
      claim.metric_named = false;
    }
    if (!mention && (bounds_all(amount) || is_of_one_request(amount)))
      mention = Mention{amount.number, ClaimMetric::max, std::nullopt, false};
    if (!mention) return false;
    claim.metric = mention->metric;
    claim.percentile = mention->percentile;
    const bool milliseconds = amount.factor <= 1;
    const Clause& told = sentence_.clause_of(mention->token);
    if (mention->metric == ClaimMetric::time_taken && milliseconds && !names_a_run(*mention) &&
        !sentence_.has(Word::runs, own.first, own.last) && !sentence_.has(Word::runs, told.first, told.last))
      claim.metric = ClaimMetric::latency;
    if (is_longest(amount, claim.metric)) {
      claim.metric = ClaimMetric::max;
      amount.hedge = Hedge::none;
    } else if (bounds_all(amount)) {
      claim.metric = ClaimMetric::max;
      amount.hedge = Hedge::at_most;
    } else if (bounds_runs(amount)) {
      claim.aggregate = Aggregate::each;
      amount.hedge = Hedge::at_most;
    }
    if (claim.metric == ClaimMetric::time_taken) amount.factor /= 1000;  // ab prints it in seconds
  } else {
    return false;
  }
  // "Averaged over three runs, sync does 2837 req/s"
  const bool over_runs = averages_runs();
  const bool averaged = is_averaged(amount) || over_runs;
  if ((averaged && claim.metric == ClaimMetric::throughput) || over_runs)
    claim.aggregate = Aggregate::average;
  if (claim.aggregate == Aggregate::each) claim.runs_spoken_of = runs_spoken_of(own.last);
  claim.subject = own_part(amount);
  cut_at_figures(claim, amount);
  claim.of_change = amount.side != Side::none;
  claim.crowded = crowded(amount);
  claim.metric_carried = follows_change(amount);
  place_in_row(claim, amount);
  take_number(claim, amount);
  add(std::move(claim));
  return true;
}

}  // namespace abstat
