// What a figure that its report does not print may be instead: another figure, another report's.
#include "claims_binding.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <span>

namespace abstat {

namespace {

// What a figure may be meant for instead of its metric.
struct OtherReading {
  ClaimMetric metric;
  std::optional<int> level;
};
constexpr std::array other_times{
    OtherReading{ClaimMetric::max, std::nullopt},
    OtherReading{ClaimMetric::time_per_request_all, std::nullopt}, OtherReading{ClaimMetric::percentile, 99},
    OtherReading{ClaimMetric::percentile, 95}, OtherReading{ClaimMetric::percentile, 90}};

Judgement judge_as(const OtherReading& reading, Claim claim, const Binder& binder, std::size_t report) {
  claim.metric = reading.metric;
  claim.percentile = reading.level;
  const Judgement judgement =
      judge_figure(claim, binder.reports()[report], binder.noise(report), Explain::no);
  if (judgement.verdict != Verdict::confirmed) return judgement;
  return judge_figure(claim, binder.reports()[report], binder.noise(report));
}

bool fits(const Judgement& judgement) {
  return judgement.verdict == Verdict::confirmed && judgement.match != Match::approximate;
}

}  // namespace

// A figure in prose that its report does not print, but that is exactly another of its times, or the one of
// another report that the words around name: then it is likelier that the sentence was misread.
Ruling FigureBinding::unless_misread(const Ruling& judged) const {
  if (!claim_.in_prose || judged.reports.size() != 1) return judged;
  const std::size_t bound = judged.reports.front().report;
  if (claim_.metric == ClaimMetric::latency) {
    for (const OtherReading& time : other_times) {
      const Judgement judgement = judge_as(time, claim_, binder_, bound);
      if (fits(judgement)) return withdrawn(judged, Verdict::ambiguous, judgement.explanation);
    }
  }
  const bool telling = claim_.number && claim_.number->significant_digits() >= (claim_.crowded ? 2 : 3);
  if (!telling) return judged;
  for (std::size_t report = 0; report < std::min(binder_.reports().size(), most_ends); ++report) {
    if (report == bound) continue;
    if (!fits(judge_figure(claim_, binder_.reports()[report], binder_.noise(report), Explain::no))) continue;
    if (is_swapped_with(report)) return judged;
    if (is_beyond(report)) continue;
    if (!claim_.crowded && !is_named_around(report)) continue;
    return names_nothing_itself() && figure_is_of_one(report) ? at(report) : as_of_another(judged, report);
  }
  return judged;
}

Ruling FigureBinding::as_of_another(Ruling judged, std::size_t other) const {
  const Judgement judgement = judge_figure(claim_, binder_.reports()[other], binder_.noise(other));
  judged.reports.push_back({other, "value"});
  return withdrawn(std::move(judged), Verdict::ambiguous, judgement.explanation);
}

namespace {

constexpr std::array times{OtherReading{ClaimMetric::latency, std::nullopt},
                           OtherReading{ClaimMetric::time_per_request_all, std::nullopt},
                           OtherReading{ClaimMetric::max, std::nullopt},
                           OtherReading{ClaimMetric::connect_mean, std::nullopt},
                           OtherReading{ClaimMetric::percentile, 50},
                           OtherReading{ClaimMetric::percentile, 66},
                           OtherReading{ClaimMetric::percentile, 75},
                           OtherReading{ClaimMetric::percentile, 80},
                           OtherReading{ClaimMetric::percentile, 90},
                           OtherReading{ClaimMetric::percentile, 95},
                           OtherReading{ClaimMetric::percentile, 98},
                           OtherReading{ClaimMetric::percentile, 99}};
// "2241 requests" may leave away that a second is meant.
constexpr std::array counts{
    OtherReading{ClaimMetric::failed, std::nullopt}, OtherReading{ClaimMetric::non_2xx, std::nullopt},
    OtherReading{ClaimMetric::complete, std::nullopt}, OtherReading{ClaimMetric::keep_alive, std::nullopt},
    OtherReading{ClaimMetric::throughput, std::nullopt}};

constexpr std::array loads{OtherReading{ClaimMetric::concurrency, std::nullopt},
                           OtherReading{ClaimMetric::complete, std::nullopt}};

// What a figure of the metric may be meant for within the same report.
std::span<const OtherReading> readings_beside(const Claim& claim) {
  switch (claim.metric) {
    case ClaimMetric::throughput:
    case ClaimMetric::goodput:
      // "sync reached 2,458 at 128": the load may have been taken for a rate.
      return claim.number->figure.decimals == 0 ? std::span<const OtherReading>(loads)
                                                : std::span<const OtherReading>();
    case ClaimMetric::transfer_rate:
    case ClaimMetric::failure_rate:
    case ClaimMetric::time_taken:
      return {};
    case ClaimMetric::failed:
    case ClaimMetric::non_2xx:
    case ClaimMetric::failures_any:
    case ClaimMetric::complete:
    case ClaimMetric::concurrency:
    case ClaimMetric::keep_alive:
    case ClaimMetric::document_length:
      return counts;
    case ClaimMetric::latency:
      return times;
    default:
      // "The slowest took 48 ms" is of one time alone, unless another one is named beside it.
      return claim.other_times ? std::span<const OtherReading>(times) : std::span<const OtherReading>();
  }
}

bool fits_exactly(const Judgement& judgement) {
  return fits(judgement) && judgement.match != Match::lower_bound && judgement.match != Match::upper_bound;
}

}  // namespace

// The figure is no reading of its metric, but of another one of the same report.
std::optional<Judgement> FigureBinding::as_another_figure(std::size_t report) const {
  const bool says_nothing = !claim_.number || claim_.number->figure.digits == 0;
  if (says_nothing || claim_.kind == ClaimKind::bound || claim_.kind == ClaimKind::range) return std::nullopt;
  for (const OtherReading& reading : readings_beside(claim_)) {
    const bool middle = reading.metric == ClaimMetric::latency || reading.level == 50;
    if (middle && claim_.other_times && !claim_.mean_named) continue;  // it speaks of other times than that
    Judgement judgement = judge_as(reading, claim_, binder_, report);
    if (fits_exactly(judgement)) return judgement;
  }
  return std::nullopt;
}

// "What nginx takes is 9 ms with sync": how far the report is from one that is like it but for one thing.
std::string FigureBinding::as_difference(std::size_t bound) const {
  if (!claim_.compares || claim_.kind == ClaimKind::bound || !claim_.number || claim_.number->value() <= 0)
    return {};
  const auto own = figures_for(claim_, binder_.reports()[bound]);
  const double low = claim_.number->value();
  const double high = claim_.upper ? claim_.upper->value() : low;
  const double unit = std::pow(10.0, claim_.number->scale_decimals - claim_.number->figure.decimals) *
                      claim_.number->unit_factor;
  for (std::size_t other = 0; other < std::min(binder_.reports().size(), most_ends); ++other) {
    if (other == bound || binder_.differences(bound, other) != 1) continue;
    const auto theirs = figures_for(claim_, binder_.reports()[other]);
    for (std::size_t i = 0; i < std::min(own.size(), theirs.size()); ++i) {
      const double difference = std::abs(own[i].figure.value() - theirs[i].figure.value());
      // Both figures may have been rounded before they were subtracted.
      if (difference >= low - unit && difference <= high + unit && difference > 0)
        return fmt::format("it may be the difference between {} and {}", own[i].figure.text(),
                           theirs[i].figure.text());
    }
  }
  return {};
}

// Three digits that another report has for this metric are hardly chance.
std::optional<std::size_t> FigureBinding::figure_of_another(std::size_t bound) const {
  const bool telling = claim_.number && claim_.number->significant_digits() >= 3;
  if (!telling || claim_.kind != ClaimKind::figure) return std::nullopt;
  for (std::size_t report = 0; report < std::min(binder_.reports().size(), most_ends); ++report) {
    if (report == bound) continue;
    if (fits_exactly(judge_figure(claim_, binder_.reports()[report], binder_.noise(report), Explain::no)))
      return report;
  }
  return std::nullopt;
}

bool FigureBinding::figure_is_of_one(std::size_t report) const {
  for (std::size_t other = 0; other < std::min(binder_.reports().size(), most_ends); ++other) {
    if (other == report) continue;
    if (fits_exactly(judge_figure(claim_, binder_.reports()[other], binder_.noise(other), Explain::no)))
      return false;
  }
  return true;
}

// Why the words do not name the report beyond doubt; empty when they do.
std::string FigureBinding::doubt_about_subject(const Ruling& judged) const {
  if (!label_.informative || placed_) return {};  // it stands under the heading of its one report
  const bool in_sentence = claim_.in_prose && claim_.list == 0;
  if (const std::string doubt =
          doubt_of_name(label_, in_sentence ? claim_.own_subjects : claim_.subject.size());
      !doubt.empty())
    return doubt;
  const std::size_t bound = judged.reports.front().report;
  const auto own = std::find_if(options_.begin(), options_.end(),
                                [bound](const Option& o) { return o.fit.report == bound; });
  if (own == options_.end() || !own->fit.perfect()) return "its words do not name this report in full";
  for (const Option& other : options_) {
    const bool rival = other.fit.report != bound && other.fit.perfect() &&
                       other.fit.score >= own->fit.score - equal_fit_score &&
                       binder_.label(other.fit.report).stack != binder_.label(bound).stack;
    if (rival) return "its words name another report as well";
  }
  return {};
}

bool FigureBinding::names_nothing_itself() const {
  constexpr std::size_t elsewhere = 2;
  return !label_.informative || label_.depth >= elsewhere;
}

bool FigureBinding::names_another(std::size_t report) const {
  return std::any_of(options_.begin(), options_.end(), [report](const Option& option) {
    return option.fit.perfect() && option.fit.report != report;
  });
}

// "Contradicted" is said only when nothing leaves room for another reading.
Ruling FigureBinding::unless_doubtful(Ruling judged) const {
  if (!claim_.metric_named || judged.reports.empty()) return judged;
  if (const std::string doubt = doubt_of_text(binder_, claim_); !doubt.empty())
    return withdrawn(std::move(judged), Verdict::unsupported, doubt);
  // A load that no run had is misstated, whichever runs are meant.
  const bool of_every_run = judged.reports.size() == binder_.reports().size();
  if (claim_.kind == ClaimKind::setup && of_every_run) return judged;
  if (judged.reports.size() > 1) {
    const std::string doubt = doubt_of_scope(claim_, judged.reports.size(), binder_.reports().size());
    return doubt.empty() || !claim_.in_prose ? judged
                                             : withdrawn(std::move(judged), Verdict::ambiguous, doubt);
  }
  // 加了以后剩 2470: a part of a sentence that names nothing, with the figure of another report
  if (claim_.in_prose && names_nothing_itself()) {
    const std::size_t named = judged.reports.front().report;
    if (const auto other = figure_of_another(named); other && figure_is_of_one(*other)) return at(*other);
  }
  if (const std::string doubt = doubt_about_subject(judged); !doubt.empty())
    return withdrawn(std::move(judged), Verdict::ambiguous, doubt);
  if (!claim_.in_prose) return unless_server_time(std::move(judged));
  if (claim_.metric_carried)
    return withdrawn(std::move(judged), Verdict::ambiguous, "its metric is named elsewhere in the sentence");
  const std::size_t bound = judged.reports.front().report;
  if (const std::string difference = as_difference(bound); !difference.empty())
    return withdrawn(std::move(judged), Verdict::ambiguous, difference);
  if (const auto other = as_another_figure(bound))
    return withdrawn(std::move(judged), Verdict::ambiguous, other->explanation);
  const auto other = figure_of_another(bound);
  if (other && !is_swapped_with(*other)) return as_of_another(std::move(judged), *other);
  return judged;
}

// "Time per request" in a table may be either line of that name.
Ruling FigureBinding::unless_server_time(Ruling judged) const {
  if (claim_.metric != ClaimMetric::latency) return judged;
  const Judgement judgement = judge_as({ClaimMetric::time_per_request_all, claim_.percentile}, claim_,
                                       binder_, judged.reports.front().report);
  if (!fits_exactly(judgement)) return judged;
  return withdrawn(std::move(judged), Verdict::ambiguous, judgement.explanation);
}

bool FigureBinding::is_named_around(std::size_t report) const {
  return std::any_of(label_.outer.begin(), label_.outer.end(), [&](const Label& outer) {
    ClaimLabel alone;
    alone.primary = outer;
    alone.informative = true;
    return binder_.fit(alone, report, claim_.block).perfect();
  });
}

}  // namespace abstat
