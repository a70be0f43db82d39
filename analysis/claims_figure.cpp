#include "claims_figure.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include <abstat/measure.hpp>

namespace abstat {

RunNoise run_noise(const Report& report) {
  constexpr double z = 1.959963984540054;
  RunNoise noise;
  // Where every response failed there is no good one to count; all of them are then taken.
  if (report.requests.complete && *report.requests.complete > 0) {
    noise.yardstick = z / std::sqrt(static_cast<double>(*report.requests.complete));
  }
  const auto within = within_run(report, {MetricKind::throughput, 0});
  if (within && within->h_e) noise.yardstick = *within->h_e;
  noise.bound = std::max(noise.yardstick, within ? within->h_c.value_or(0) : 0);
  return noise;
}

namespace {

// Units of the last digit written, in the unit of the printed figure.
double resolution(const ClaimNumber& number) {
  return std::pow(10.0, number.scale_decimals - number.figure.decimals) * number.unit_factor;
}

int trailing_zeros(const ClaimNumber& number) {
  std::int64_t digits = number.figure.digits;
  int zeros = 0;
  if (digits == 0 || number.figure.decimals > 0) return 0;
  for (; digits % 10 == 0; digits /= 10) ++zeros;
  return zeros;
}

// Comparing decimal digits through doubles leaves errors of a few units in the sixteenth place.
bool equal(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

// Some value that prints as `printed` rounds to `value` at this resolution. The upper end of what prints so
// belongs to the next figure.
bool rounds_to(const Figure& printed, double value, double unit) {
  const double low = printed.value() - printed.half_unit();
  const double high = printed.value() + printed.half_unit();
  return low <= value + unit / 2 && (high > value - unit / 2) && !equal(high, value - unit / 2);
}

}  // namespace

Match match_of(const ClaimNumber& number, const Figure& printed) {
  const double value = number.value();
  const double unit = resolution(number);
  const double printed_unit = 2 * printed.half_unit();
  if (equal(value, printed.value()) && equal(unit, printed_unit)) return Match::exact;
  const bool coarser = unit > printed_unit * 1.001;
  if (!coarser) return equal(value, printed.value()) ? Match::exact : Match::none;
  if (rounds_to(printed, value, unit)) return Match::rounded;
  if (equal(std::floor(printed.value() / unit + 1e-9) * unit, value)) return Match::truncated;
  if (const int zeros = trailing_zeros(number);
      zeros > 0 && rounds_to(printed, value, unit * std::pow(10.0, zeros)))
    return Match::significant_digits;
  // Rounding up is a habit of the last digit, not of the first.
  const bool near = value > 0 && printed.value() > 0 && value / printed.value() <= 1.1;
  if (near && equal(std::ceil(printed.value() / unit - 1e-9) * unit, value)) return Match::ceiled;
  return Match::none;
}

namespace {

bool is_lower(Hedge hedge) {
  return hedge == Hedge::at_least || hedge == Hedge::more_than;
}
bool is_upper(Hedge hedge) {
  return hedge == Hedge::at_most || hedge == Hedge::less_than;
}

bool counts_exactly(ClaimMetric metric) {
  switch (metric) {
    case ClaimMetric::failed:
    case ClaimMetric::non_2xx:
    case ClaimMetric::failures_any:
    case ClaimMetric::failure_rate:
    case ClaimMetric::complete:
    case ClaimMetric::concurrency:
    case ClaimMetric::keep_alive:
    case ClaimMetric::document_length:
      return true;
    default:
      return false;
  }
}

// Single order statistics have no interval from one table: within 10 % is called inexact.
constexpr double order_statistic_reach = 0.1;
constexpr double about_reach = 0.05;

double reach_of(ClaimMetric metric, const RunNoise& noise) {
  if (counts_exactly(metric)) return 0;
  if (metric == ClaimMetric::percentile || metric == ClaimMetric::max || metric == ClaimMetric::median)
    return order_statistic_reach;
  return noise.bound;
}

struct Test {
  Match match = Match::none;
  bool holds = false;
};

// A factor of the last unit: MB/s is 1024 or 1000 of ab's KB, or 10^6 bytes.
std::vector<double> unit_factors(const Claim& claim, double factor) {
  constexpr double kib_per_megabyte = 1e6 / 1024;
  if (claim.metric == ClaimMetric::transfer_rate && factor > 1) return {factor, 1000, kib_per_megabyte};
  return {factor};
}

bool close(double a, double b, double reach) {
  return a > 0 && b > 0 && std::abs(std::log(a / b)) <= reach;
}

Test test_number(const Claim& claim, const ClaimNumber& number, const Figure& printed) {
  const double value = number.value();
  const double figure = printed.value();
  const double slack = printed.half_unit();
  if (claim.upper) {
    const double half = resolution(number) / 2;
    const bool inside = figure + slack >= value - half && figure - slack <= claim.upper->value() + half;
    return {Match::approximate, inside};
  }
  // "at most 34" is kept by what rounds to 34, "under 34" is not.
  const bool inclusive = claim.hedge == Hedge::at_least || claim.hedge == Hedge::at_most;
  const Match as_figure = inclusive ? match_of(number, printed) : Match::none;
  const bool alike = as_figure != Match::none && as_figure != Match::significant_digits &&
                     as_figure != (is_lower(claim.hedge) ? Match::ceiled : Match::truncated);
  if (is_lower(claim.hedge)) return {Match::lower_bound, alike || figure + slack >= value};
  if (is_upper(claim.hedge)) return {Match::upper_bound, alike || figure - slack <= value};
  if (claim.hedge == Hedge::just_over)
    return {Match::approximate, figure + slack >= value && figure <= 1.1 * value};
  if (claim.hedge == Hedge::almost)
    return {Match::approximate, figure - slack <= value && figure >= 0.9 * value};
  const Match match = match_of(number, printed);
  if (match != Match::none) return {match, true};
  if (claim.hedge == Hedge::about && close(value, figure, about_reach)) return {Match::approximate, true};
  return {Match::none, false};
}

std::string difference_text(double written, double printed) {
  return printed == 0 ? std::string{} : fmt::format(" ({:+.3f} %)", 100 * (written - printed) / printed);
}

std::string place(const PrintedFigure& printed) {
  return printed.line == 0 ? std::string(printed.name)
                           : fmt::format("{}, line {}", printed.name, printed.line);
}

// 2771 ms as it would be written beside 2.7 s.
std::string in_written_unit(const ClaimNumber& number, const Figure& printed) {
  const double unit = std::pow(10.0, number.scale_decimals) * number.unit_factor;
  return rounded_figure(printed.value() / unit, number.figure.decimals).text();
}

std::string match_text(const Claim& claim, const ClaimNumber& number, const PrintedFigure& printed,
                       Match match) {
  const std::string figure = printed.figure.text();
  switch (match) {
    case Match::exact:
      if (number.text.empty()) return fmt::format("{} is {}", printed.name, figure);
      return fmt::format("{} is printed so ({})", number.text, place(printed));
    case Match::rounded:
      return fmt::format("{} rounds to {} ({})", figure, number.text, place(printed));
    case Match::truncated:
      return fmt::format("{} cut is {}; it rounds to {} ({})", figure, number.text,
                         in_written_unit(number, printed.figure), place(printed));
    case Match::ceiled:
      return fmt::format("{} rounded up is {} ({})", figure, number.text, place(printed));
    case Match::significant_digits:
      return fmt::format("{} is {} at its significant digits ({})", figure, number.text, place(printed));
    case Match::lower_bound:
      return fmt::format("{} >= {}{} ({})", figure, number.text,
                         difference_text(printed.figure.value(), number.value()), place(printed));
    case Match::upper_bound:
      return fmt::format("{} <= {} ({})", figure, number.text, place(printed));
    default:
      return fmt::format("{} is {}{} of {} ({})", figure, claim.upper ? "inside the range" : "near",
                         difference_text(printed.figure.value(), number.value()), number.text,
                         place(printed));
  }
}

Judgement judge_against(const Claim& claim, const ClaimNumber& written, const PrintedFigure& printed,
                        const RunNoise& noise, Explain explain) {
  Judgement judgement;
  for (const double factor : unit_factors(claim, written.unit_factor)) {
    ClaimNumber number = written;
    number.unit_factor = factor;
    const Test test = test_number(claim, number, printed.figure);
    if (!test.holds) continue;
    judgement.verdict = Verdict::confirmed;
    judgement.match = test.match;
    judgement.measured = printed.figure;
    if (explain == Explain::yes) judgement.explanation = match_text(claim, number, printed, test.match);
    const double unit = resolution(number);
    judgement.cuts = equal(std::floor(printed.figure.value() / unit + 1e-9) * unit, number.value());
    judgement.rounds = rounds_to(printed.figure, number.value(), unit);
    return judgement;
  }
  const double value = written.value();
  const double figure = printed.figure.value();
  judgement.measured = printed.figure;
  judgement.distance = value > 0 && figure > 0 ? std::abs(std::log(value / figure)) : HUGE_VAL;
  const double reach = reach_of(claim.metric, noise);
  judgement.verdict = judgement.distance <= reach ? Verdict::inexact : Verdict::contradicted;
  if (explain == Explain::no) return judgement;
  std::string where;
  if (counts_exactly(claim.metric)) {
    where = "a count has no noise";
  } else if (judgement.distance <= noise.yardstick) {
    where = fmt::format("inside the single-run uncertainty of {:.2f} %", 100 * noise.yardstick);
  } else if (judgement.distance <= noise.bound) {
    where = fmt::format("outside {:.2f} %, inside the conservative {:.2f} %", 100 * noise.yardstick,
                        100 * noise.bound);
  } else {
    where = fmt::format("outside {:.2f} %", 100 * std::max(noise.bound, reach));
  }
  judgement.explanation =
      fmt::format("{} against {}{}; {} ({})", written.text.empty() ? written.figure.text() : written.text,
                  printed.figure.text(), difference_text(value, figure), where, place(printed));
  return judgement;
}

int order_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::confirmed:
      return 0;
    case Verdict::inexact:
      return 1;
    default:
      return 2;
  }
}

bool is_better(const Judgement& a, const Judgement& b) {
  return order_of(a.verdict) < order_of(b.verdict) || (a.verdict == b.verdict && a.distance < b.distance);
}

// 1.042 may be 1042. A bound holds for one of them in any case: it is read as what lies nearer.
std::vector<ClaimNumber> readings_of(const Claim& claim, const PrintedFigure& printed) {
  const ClaimNumber& number = *claim.number;
  if (!number.other_reading) return {number};
  ClaimNumber other = number;
  other.figure = *number.other_reading;
  const bool bound = claim.kind == ClaimKind::bound || claim.kind == ClaimKind::range;
  if (!bound) return {number, other};
  const auto distance = [&printed](const ClaimNumber& reading) {
    return std::abs(std::log(reading.value() / printed.figure.value()));
  };
  return {distance(other) < distance(number) ? other : number};
}

}  // namespace

Judgement judge_figure(const Claim& claim, const Report& report) {
  return judge_figure(claim, report, run_noise(report));
}

Judgement judge_figure(const Claim& claim, const Report& report, const RunNoise& noise, Explain explain) {
  Judgement best;
  if (explain == Explain::yes)
    best.explanation = fmt::format("the report at line {} does not print it", report.source.first_line);
  if (!claim.number) return best;
  bool first = true;
  for (const PrintedFigure& printed : figures_for(claim, report)) {
    for (const ClaimNumber& reading : readings_of(claim, printed)) {
      Judgement judgement = judge_against(claim, reading, printed, noise, explain);
      if (first || is_better(judgement, best)) best = std::move(judgement);
      first = false;
    }
  }
  return best;
}

namespace {

// The mean over the runs of the figure at place `which` among those the claim may mean.
std::optional<Judgement> judge_mean(const Claim& claim, const std::vector<const Report*>& runs,
                                    std::size_t which) {
  double sum = 0;
  double logs = 0;
  int decimals = 2;
  for (const Report* run : runs) {
    const auto figures = figures_for(claim, *run);
    if (which >= figures.size() || figures[which].figure.value() <= 0) return std::nullopt;
    sum += figures[which].figure.value();
    logs += std::log(figures[which].figure.value());
    decimals = figures[which].figure.decimals;
  }
  const auto n = static_cast<double>(runs.size());
  const PrintedFigure mean{rounded_figure(sum / n, decimals + 2), "mean of the runs", 0};
  std::optional<Judgement> best;
  for (const ClaimNumber& reading : readings_of(claim, mean)) {
    // The noise of a mean is smaller than that of one run; what is outside it is still no proof of another
    // value.
    Judgement judgement = judge_against(claim, reading, mean, run_noise(*runs.front()), Explain::yes);
    if (!best || is_better(judgement, *best)) best = std::move(judgement);
  }
  best->explanation +=
      fmt::format("; mean of {} runs, geometric mean {:.{}f}", runs.size(), std::exp(logs / n), decimals);
  return best;
}

}  // namespace

Judgement judge_average(const Claim& claim, const std::vector<const Report*>& runs) {
  Judgement none;
  none.explanation = "no report prints it";
  if (runs.empty() || !claim.number) return none;
  std::optional<Judgement> best;
  for (std::size_t which = 0;; ++which) {
    auto judgement = judge_mean(claim, runs, which);
    if (!judgement) break;
    if (!best || is_better(*judgement, *best)) best = std::move(judgement);
  }
  return best ? *best : none;
}

}  // namespace abstat
