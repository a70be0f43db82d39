#include "claims_relation.hpp"

#include "claims_side_value.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>

#include <abstat/measure.hpp>
#include <abstat/workload.hpp>

namespace abstat {

namespace {

// One way of reading the written number: what it would be by the reports.
struct Reading {
  Interval measured{0, 0};
  double middle = 0;
  std::string_view name;
};

struct Quotient {
  double value;
  Interval interval;
};

Quotient quotient(const SideValue& a, const SideValue& b) {
  return {a.value / b.value, {a.interval.low / b.interval.high, a.interval.high / b.interval.low}};
}
Quotient inverse(const Quotient& q) {
  return {1 / q.value, {1 / q.interval.high, 1 / q.interval.low}};
}

Reading scaled(const Quotient& q, double factor, double shift, std::string_view name) {
  Reading reading;
  const double a = factor * q.interval.low + shift;
  const double b = factor * q.interval.high + shift;
  reading.measured = {std::min(a, b), std::max(a, b)};
  reading.middle = factor * q.value + shift;
  reading.name = name;
  return reading;
}

bool is_spelled(const ClaimNumber& number) {
  return number.text.find_first_of("0123456789") == std::string::npos;
}

// "a third", 三分之一, "1/3"
bool is_part(const ClaimNumber& number) {
  return is_spelled(number) || number.text.find('/') != std::string::npos ||
         number.text.find("分") != std::string::npos;
}

std::vector<Reading> readings_of(const Claim& claim, const SideValue& subject, const SideValue& other) {
  const Quotient raw = quotient(subject, other);
  const Quotient better = less_is_better(claim.metric) ? inverse(raw) : raw;
  const bool falls = claim.direction == Direction::worse || claim.direction == Direction::down;
  const bool of_value = claim.direction == Direction::up || claim.direction == Direction::down ||
                        claim.direction == Direction::none;
  const Quotient& direct = of_value ? raw : better;
  const double written = std::abs(claim.number->value());
  std::vector<Reading> readings;
  switch (claim.relation) {
    case Relation::times_as:
    case Relation::times_more:
      if (claim.direction == Direction::none && less_is_better(claim.metric)) {
        readings.push_back(scaled(inverse(raw), 1, 0, "times less time"));
      }
      if (!falls || written < 1) readings.push_back(scaled(direct, 1, 0, "times as much"));
      if (falls && written >= 1) readings.push_back(scaled(inverse(direct), 1, 0, "times less"));
      // "takes away a fifth", "a third faster": the part may be what is added or lost.
      if (written < 1 && is_spelled(*claim.number)) {
        readings.push_back(scaled(direct, -1, 1, "part less"));
        readings.push_back(scaled(direct, 1, -1, "part more"));
      }
      if (claim.relation == Relation::times_more)
        readings.push_back(scaled(falls ? inverse(direct) : direct, 1, -1, "times more, 1 + X"));
      break;
    case Relation::percent:
      readings.push_back(
          scaled(direct, falls ? -100 : 100, falls ? 100 : -100, falls ? "percent less" : "percent more"));
      if (claim.direction == Direction::better && less_is_better(claim.metric))
        readings.push_back(scaled(raw, -100, 100, "percent less time"));
      if (claim.direction == Direction::worse && less_is_better(claim.metric))
        readings.push_back(scaled(raw, 100, -100, "percent more time"));
      if (claim.direction == Direction::none) readings.push_back(scaled(raw, -100, 100, "percent less"));
      break;
    case Relation::percent_as:
      readings.push_back(scaled(direct, 100, 0, "percent of the other"));
      break;
    default:
      break;
  }
  return readings;
}

Reading difference_reading(const Claim& claim, const SideValue& subject, const SideValue& other) {
  const bool falls = claim.direction == Direction::down ||
                     (claim.direction == Direction::better && less_is_better(claim.metric)) ||
                     (claim.direction == Direction::worse && !less_is_better(claim.metric));
  const bool either = claim.direction == Direction::none;  // "the gap is 12 ms"
  const double sign = falls || (either && subject.value < other.value) ? -1 : 1;
  Reading reading;
  const double low = subject.interval.low - other.interval.high;
  const double high = subject.interval.high - other.interval.low;
  reading.measured = {std::min(sign * low, sign * high), std::max(sign * low, sign * high)};
  reading.middle = sign * (subject.value - other.value);
  reading.name = "difference";
  return reading;
}

double resolution(const ClaimNumber& number) {
  return std::pow(10.0, number.scale_decimals - number.figure.decimals) * number.unit_factor;
}

bool one_digit(const ClaimNumber& number) {
  return number.figure.decimals <= 0 && std::abs(number.figure.digits) < 10;
}

// statistics.md 10: the amount against the interval that the two printed figures allow.
Match match_reading(const Claim& claim, const Reading& reading) {
  const ClaimNumber& number = *claim.number;
  const double sign = number.figure.negative && claim.direction != Direction::up ? -1 : 1;
  const double value = sign * number.value();
  const Interval& measured = reading.measured;
  const double unit = resolution(number);
  const bool factor = claim.relation == Relation::times_as || claim.relation == Relation::times_more;
  if (claim.upper)
    return measured.high >= value - unit / 2 && measured.low <= claim.upper->value() + unit / 2
               ? Match::approximate
               : Match::none;
  switch (claim.hedge) {
    case Hedge::at_least:
    case Hedge::more_than:
      return measured.high >= value ? Match::lower_bound : Match::none;
    case Hedge::at_most:
    case Hedge::less_than:
      return measured.low <= value ? Match::upper_bound : Match::none;
    case Hedge::just_over:
      return measured.high >= value && measured.low <= 1.1 * value ? Match::approximate : Match::none;
    case Hedge::almost:
      // "almost twice" may also be the rounded way to say twice.
      return measured.low <= value * 1.02 && measured.high >= 0.9 * value ? Match::approximate : Match::none;
    default:
      break;
  }
  // A spelled fraction ("a third", "half") is as coarse as a factor of one digit.
  const double coarse = claim.hedge == Hedge::about ? 0.15 : 0.1;
  const bool spelled = number.figure.decimals == 2 && is_part(number);
  if (spelled || (factor && one_digit(number))) {
    const bool near = reading.middle > 0 && std::abs(reading.middle / value - 1) <= coarse;
    return near ? Match::rounded : Match::none;
  }
  if (measured.low <= value + unit / 2 && measured.high >= value - unit / 2) return Match::rounded;
  const double cut = std::floor(reading.middle / unit + 1e-9) * unit;
  if (std::abs(cut - value) < 1e-9 * std::max(1.0, std::abs(value))) return Match::truncated;
  const bool near = value > 0 && reading.middle > 0 && std::abs(std::log(value / reading.middle)) <= 0.05;
  return claim.hedge == Hedge::about && near ? Match::approximate : Match::none;
}

// How far the claimed ratio is from the measured one, on the log scale.
double distance_of(const Claim& claim, const Reading& reading, const SideValue& subject,
                   const SideValue& other) {
  const double value = claim.number->value();
  const auto logs = [](double a, double b) { return a > 0 && b > 0 ? std::abs(std::log(a / b)) : HUGE_VAL; };
  switch (claim.relation) {
    case Relation::percent: {
      const double sign = reading.name == "percent less" || reading.name == "percent less time" ? -1 : 1;
      return logs(1 + sign * value / 100, 1 + sign * reading.middle / 100);
    }
    case Relation::difference:
      return logs(other.value + (subject.value - other.value) / reading.middle * value, subject.value);
    default:
      return logs(value, reading.middle);
  }
}

bool better_first(const RelationJudgement& a, const RelationJudgement& b) {
  const auto rank = [](Verdict v) { return v == Verdict::confirmed ? 0 : v == Verdict::inexact ? 1 : 2; };
  if (rank(a.verdict) != rank(b.verdict)) return rank(a.verdict) < rank(b.verdict);
  return a.distance < b.distance;
}

RelationJudgement judge_reading(const Claim& claim, const Reading& reading, const SideValue& subject,
                                const SideValue& other, Explain explain) {
  RelationJudgement judgement;
  judgement.judged = true;
  judgement.match = match_reading(claim, reading);
  judgement.measured = reading.middle;
  const double bound = std::hypot(subject.bound, other.bound);
  judgement.separated = std::abs(std::log(subject.value / other.value)) > bound;
  judgement.one_run = subject.runs == 1 || other.runs == 1;
  const std::string measured =
      explain == Explain::no
          ? std::string{}
          : fmt::format("{}: {} {:.4g}", sides_text(subject, other), reading.name, reading.middle);
  if (judgement.match != Match::none) {
    judgement.verdict = Verdict::confirmed;
    if (explain == Explain::yes)
      judgement.explanation = fmt::format("{}, written {}", measured, claim.number->text);
    return judgement;
  }
  judgement.distance = distance_of(claim, reading, subject, other);
  judgement.verdict = judgement.distance <= bound ? Verdict::inexact : Verdict::contradicted;
  if (explain == Explain::no) return judgement;
  judgement.explanation =
      fmt::format("{}, not {}; {} the single-run uncertainty of {:.2f} %", measured, claim.number->text,
                  judgement.distance <= bound ? "inside" : "outside", 100 * bound);
  return judgement;
}

bool is_any_tainted(const Pair& pair) {
  const auto tainted = [](const Report* report) { return is_tainted(*report); };
  return std::any_of(pair.subject.runs.begin(), pair.subject.runs.end(), tainted) ||
         std::any_of(pair.other.runs.begin(), pair.other.runs.end(), tainted);
}

}  // namespace

RelationJudgement judge_ratio(const Claim& claim, const Pair& pair, Explain explain) {
  RelationJudgement best;
  best.explanation = "a report does not print the figure";
  constexpr std::size_t most_figures = 3;
  for (std::size_t which = 0; which < most_figures; ++which) {
    const auto subject = side_value(claim, pair.subject, which);
    const auto other = side_value(claim, pair.other, which);
    if (!subject || !other) break;
    std::vector<Reading> readings = claim.relation == Relation::difference
                                        ? std::vector<Reading>{difference_reading(claim, *subject, *other)}
                                        : readings_of(claim, *subject, *other);
    for (const Reading& reading : readings) {
      RelationJudgement judgement = judge_reading(claim, reading, *subject, *other, explain);
      if (!best.judged || better_first(judgement, best)) best = std::move(judgement);
    }
  }
  return best;
}

RelationJudgement judge_order(const Claim& claim, const Pair& pair, Explain explain, Answers answers) {
  RelationJudgement judgement;
  const bool by_goodput = claim.metric == ClaimMetric::throughput && is_any_tainted(pair) &&
                          claim.relation != Relation::same && answers == Answers::good;
  Claim of_good_answers;
  if (by_goodput) {
    of_good_answers = claim;
    of_good_answers.metric = ClaimMetric::goodput;
  }
  const Claim& measured = by_goodput ? of_good_answers : claim;
  auto subject = side_value(measured, pair.subject, 0);
  auto other = side_value(measured, pair.other, 0);
  if (by_goodput && (!subject || !other)) {
    // No good answer at all loses against any.
    const bool subject_loses = !subject && other;
    judgement.judged = subject.has_value() != other.has_value();
    judgement.one_run = true;
    judgement.separated = true;
    const bool up = claim.direction == Direction::better || claim.direction == Direction::up;
    judgement.verdict = subject_loses != up ? Verdict::confirmed : Verdict::contradicted;
    judgement.match = Match::separated;
    judgement.explanation =
        fmt::format("{} has no good answer at all", subject_loses ? "the subject" : "the other side");
    return judgement;
  }
  if (!subject || !other) return judgement;
  judgement.judged = true;
  judgement.one_run = subject->runs == 1 || other->runs == 1;
  const double log = std::log(subject->value / other->value);
  const double bound = std::hypot(subject->bound, other->bound);
  judgement.separated = std::abs(log) > bound;
  if (explain == Explain::yes) {
    judgement.explanation =
        fmt::format("{}{}, {}", by_goodput ? "good answers: " : "", sides_text(*subject, *other),
                    judgement.separated ? "separated" : "not separated");
  }
  if (claim.relation == Relation::same) {
    constexpr double practically_equal = 0.05;
    judgement.verdict = std::abs(log) <= practically_equal ? Verdict::confirmed
                        : judgement.separated              ? Verdict::contradicted
                                                           : Verdict::inexact;
    if (judgement.verdict == Verdict::confirmed) judgement.match = Match::approximate;
    return judgement;
  }
  const bool latency = less_is_better(measured.metric);
  const bool wants_up = claim.direction == Direction::up ||
                        (claim.direction == Direction::better && !latency) ||
                        (claim.direction == Direction::worse && latency);
  judgement.verdict = (log > 0) == wants_up && log != 0 ? Verdict::confirmed : Verdict::contradicted;
  judgement.distance = judgement.verdict == Verdict::confirmed ? 0 : std::abs(log);
  if (judgement.verdict == Verdict::confirmed)
    judgement.match = judgement.separated ? Match::separated : Match::point_only;
  return judgement;
}

}  // namespace abstat
