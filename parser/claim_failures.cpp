// Failed and successful requests: "0 failed", "181 of 200 requests failed", "no errors", "all succeeded",
// "a failure rate of 9.5 %".
#include "claim_sentence.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace abstat {

namespace {

// How far a number or a "no" may stand from the word it counts.
constexpr std::size_t count_reach = 4;
constexpr std::size_t zero_reach = 7;
constexpr std::size_t behind_reach = 8;  // どの構成でも 0 件

}  // namespace

void SentenceReader::read_failures() {
  for (std::size_t i = 0; i < sentence_.tokens.size(); ++i) {
    if (aside(i) || token(i).quiet) continue;
    if (token(i).kind == Word::failed) read_failure_word(i);
    if (token(i).kind == Word::succeeded) read_success_word(i);
  }
}

// "50 errors per minute" is what an alarm counts; ab counts those of a run.
bool SentenceReader::counts_by_the_minute(std::size_t at) const {
  constexpr std::array<std::string_view, 16> spans{"per minute", "per hour", "per day",    "a minute",
                                                   "an hour",    "a day",    "/min",       "par minute",
                                                   "par heure",  "par jour", "pro minute", "pro stunde",
                                                   "por minuto", "por hora", "в минуту",   "в час"};
  const std::string behind = sentence_.text(at + 1, std::min(at + 4, sentence_.tokens.size()));
  return std::any_of(spans.begin(), spans.end(),
                     [&](std::string_view span) { return behind.starts_with(span); });
}

void SentenceReader::read_failure_word(std::size_t at) {
  if (counts_by_the_minute(at)) return;
  const Clause& clause = sentence_.clause_of(at);
  ClaimMetric metric = token(at).word->metric;
  Amount* amount = free_amount_before(at, count_reach);
  if (amount != nullptr && amount->unit == Word::requests && amount->last == at) {
    // 200 个请求失败了 118 个
    Amount* failed = free_amount_behind(at, 2);
    if (failed != nullptr && failed->unit == Word::other) {
      amount->used = true;
      amount = failed;
    }
  }
  if (amount != nullptr) {
    if (Amount* count = count_of_total(*amount)) {
      amount->used = true;
      amount = count;
    }
  }
  // "1000 requests without a failure", "of 1000 requests none failed": the number is of all.
  if (amount != nullptr && (sentence_.has(Word::zero, amount->last, at) || is_none_of(*amount)))
    amount = nullptr;
  if (amount == nullptr) amount = share_of_requests(at);
  const auto countable = [](const Amount* candidate) {
    return candidate != nullptr && (candidate->unit == Word::other || candidate->unit == Word::requests ||
                                    candidate->unit == Word::percent);
  };
  if (!countable(amount)) amount = nullptr;
  if (amount == nullptr && read_spelled_count(at, metric)) return;
  if (amount == nullptr || metric == ClaimMetric::failure_rate) {
    Amount* behind = free_amount_behind(at, count_reach);
    if (behind == nullptr) {
      behind = free_amount_behind(at, behind_reach);
      if (behind != nullptr && token(behind->number).number.figure.digits != 0) behind = nullptr;
    }
    if (countable(behind)) amount = behind;
  }
  if (amount != nullptr) {
    const bool share = amount->unit == Word::percent;
    if (metric == ClaimMetric::failure_rate && !share) return;
    Claim claim = draft(amount->number, amount->number + 1);
    claim.metric = share ? ClaimMetric::failure_rate : metric;
    claim.subject = counted_scopes(amount, at);
    take_number(claim, *amount);
    if (claim.kind == ClaimKind::figure) claim.kind = ClaimKind::count;
    return add_count(std::move(claim), clause);
  }
  const auto zero = zero_beside(at);
  if (!zero || is_spelled_out(at)) return;
  const auto [first, last] = std::minmax(*zero, at);
  const auto line_of = [this](std::size_t i) {
    return sentence_.passage->place(token(i).begin, around_.file).line;
  };
  const bool together = last - first < count_reach && line_of(first) == line_of(last);
  Claim claim = together ? draft(first, last + 1) : draft(at, at + 1);
  claim.kind = ClaimKind::count;
  claim.metric = metric == ClaimMetric::failure_rate ? ClaimMetric::failures_any : metric;
  claim.number = ClaimNumber{};
  claim.subject = counted_scopes(nullptr, at);
  add_count(std::move(claim), clause);
}

// "No errors: 0 failed requests in all runs": behind the colon the same is said with its number.
bool SentenceReader::is_spelled_out(std::size_t at) const {
  const std::size_t count = sentence_.tokens.size();
  const auto colon = sentence_.find(Word::colon, at, count);
  return colon && *colon + 1 < count && token(*colon + 1).kind == Word::number &&
         sentence_.has(Word::failed, *colon, count);
}

// The nearest "no" or "none" of the clause.
std::optional<std::size_t> SentenceReader::zero_beside(std::size_t at) const {
  const Clause& clause = sentence_.clause_of(at);
  for (std::size_t distance = 1; distance <= zero_reach; ++distance) {
    if (at >= clause.first + distance && token(at - distance).kind == Word::zero) return at - distance;
    const bool behind = distance < zero_reach && at + distance < clause.last;
    if (behind && token(at + distance).kind == Word::zero) return at + distance;
  }
  return std::nullopt;
}

// "181 of its 200 requests failed", "100 requêtes sur 300 ont échoué": the first of the two is the count.
Amount* SentenceReader::count_of_total(const Amount& total) {
  constexpr std::size_t between = 3;  // of its; requêtes sur
  const auto counts = [](const Amount& amount) {
    return (amount.unit == Word::other || amount.unit == Word::requests) && amount.hedge == Hedge::none;
  };
  Amount* count = free_amount_before(total.first, between);
  const bool fits = count != nullptr && counts(*count) && counts(total) &&
                    token(count->number).number.value() <= token(total.number).number.value() &&
                    !sentence_.has(Word::colon, count->last, total.first);
  return fits ? count : nullptr;
}

void SentenceReader::add_count(Claim&& claim, const Clause& clause) {
  claim.runs_spoken_of = runs_spoken_of(clause.last);
  add(std::move(claim));
}

// "In these two runs, 50 clients at a time, nothing failed", "neither of both"
int SentenceReader::runs_spoken_of(std::size_t end) const {
  for (const Amount& amount : sentence_.amounts) {
    if (amount.unit == Word::runs && amount.last <= end)
      return static_cast<int>(token(amount.number).number.value());
  }
  for (std::size_t i = 0; i < end; ++i) {
    const Word kind = token(i).kind;
    const bool spelled = kind == Word::number_word && i + 1 < end && token(i + 1).kind == Word::runs;
    const bool of_all = kind == Word::number_word && i > 0 && token(i - 1).kind == Word::every;  // all three
    if (spelled || of_all || (kind == Word::every && token(i).word->value > 0))
      return static_cast<int>(token(i).word->value);
  }
  return 0;
}

// "two requests ended as an error", "one in three requests failed"
bool SentenceReader::read_spelled_count(std::size_t at, ClaimMetric metric) {
  const Clause& clause = sentence_.clause_of(at);
  for (std::size_t i = at; i > clause.first && i + count_reach > at;) {
    --i;
    const bool counts = token(i).kind == Word::number_word && token(i + 1).kind == Word::requests;
    if (!counts || metric == ClaimMetric::failure_rate) continue;
    const bool ratio = i >= clause.first + 2 && sentence_.text(i - 2, i) == "one in";  // one in three
    Claim claim = draft(ratio ? i - 2 : i, i + 1);
    claim.kind = ClaimKind::count;
    claim.metric = ratio ? ClaimMetric::failure_rate : metric;
    claim.hedge = ratio ? Hedge::about : Hedge::none;
    claim.number = ClaimNumber{};
    claim.number->figure = ratio ? rounded_figure(100 / token(i).word->value, 0)
                                 : whole_figure(static_cast<std::int64_t>(token(i).word->value));
    claim.number->text = sentence_.text(i, i + 1);
    claim.subject = counted_scopes(nullptr, at);
    add_count(std::move(claim), clause);
    return true;
  }
  return false;
}

// "none of the 8000 requests", "keine der 8000 Anfragen"
bool SentenceReader::is_none_of(const Amount& amount) const {
  constexpr std::size_t beside = 3;  // of the
  const Clause& clause = sentence_.clause_of(amount.number);
  const std::size_t first = std::max(clause.first, amount.first - std::min(amount.first, beside));
  const auto none = sentence_.find(Word::zero, first, amount.first);
  return none && sentence_.has(Word::of, *none, amount.first);
}

// "lost 90.5 % of its requests to length errors"
Amount* SentenceReader::share_of_requests(std::size_t at) {
  const Clause& clause = sentence_.clause_of(at);
  for (Amount& amount : sentence_.amounts) {
    const bool share =
        !amount.used && amount.unit == Word::percent && clause.holds(amount) && amount.last < at;
    if (share && token(amount.last).kind == Word::of && sentence_.has(Word::requests, amount.last, at))
      return &amount;
  }
  return nullptr;
}

void SentenceReader::read_success_word(std::size_t at) {
  const Clause& clause = sentence_.clause_of(at);
  Amount* amount = free_amount_before(at, count_reach);
  if (amount == nullptr) amount = free_amount_behind(at, count_reach);
  if (amount != nullptr && amount->unit == Word::percent) {
    Claim claim = draft(amount->number, amount->number + 1);
    claim.metric = ClaimMetric::failure_rate;
    claim.subject = scopes(clause.first, clause.last);
    take_number(claim, *amount);
    Figure& share = claim.number->figure;
    share.digits = rounded_figure(100.0 - share.value(), share.decimals).digits;
    claim.kind = ClaimKind::count;
    return add(std::move(claim));
  }
  if (!sentence_.has(Word::every, clause.first, clause.last)) return;
  const bool counted = amount != nullptr && (amount->unit == Word::requests || amount->unit == Word::other);
  Claim claim = counted ? draft(amount->number, amount->number + 1) : draft(at, at + 1);
  if (counted) amount->used = true;
  claim.kind = ClaimKind::count;
  claim.metric = ClaimMetric::failures_any;
  claim.number = ClaimNumber{};
  claim.subject = counted_scopes(nullptr, at);
  claim.aggregate = Aggregate::each;
  add_count(std::move(claim), clause);
}

}  // namespace abstat
