// Doubts about a verdict that would accuse the author.
#include "claims_binding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

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

}  // namespace

// A figure in prose that its report does not print, but that is exactly another of its times, or the one of
// another report that the words around name: then it is likelier that the sentence was misread.
JudgedClaim FigureBinding::unless_misread(const JudgedClaim& judged) const {
  if (!claim_.in_prose || judged.reports.size() != 1) return judged;
  const std::size_t bound = judged.reports.front().report;
  if (claim_.metric == ClaimMetric::latency) {
    Claim other = claim_;
    for (const auto& [metric, level] : other_times) {
      other.metric = metric;
      other.percentile = level;
      const Judgement judgement = judge_figure(other, binder_.reports()[bound], binder_.noise(bound));
      if (judgement.verdict != Verdict::confirmed || judgement.match == Match::approximate) continue;
      JudgedClaim doubtful = judged;
      doubtful.verdict = Verdict::ambiguous;
      doubtful.explanation += "; but " + judgement.explanation;
      return doubtful;
    }
  }
  const bool telling = claim_.number && claim_.number->significant_digits() >= (claim_.crowded ? 2 : 3);
  if (!telling) return judged;
  for (std::size_t report = 0; report < std::min(binder_.reports().size(), most_ends); ++report) {
    if (report == bound) continue;
    const Judgement judgement = judge_figure(claim_, binder_.reports()[report], binder_.noise(report));
    const bool fits = judgement.verdict == Verdict::confirmed && judgement.match != Match::approximate;
    if (fits && (claim_.crowded || is_named_around(report))) {
      JudgedClaim doubtful = judged;
      doubtful.verdict = Verdict::ambiguous;
      doubtful.explanation += "; but " + judgement.explanation;
      doubtful.reports.push_back({report, "value"});
      return doubtful;
    }
  }
  return judged;
}

bool names_rivals(const Label& label) {
  return std::any_of(label.components.begin(), label.components.end(),
                     [&](const Component& component) { return *label.of(component.kind) != component; });
}

std::string_view doubt_around(const Claim& claim) {
  return claim.doubt.empty() ? claim.introduced_doubt : claim.doubt;
}

JudgedClaim withdrawn(JudgedClaim judged, Verdict instead, const std::string& reason) {
  judged.verdict = instead;
  judged.match = Match::none;
  judged.explanation += "; but " + reason;
  return judged;
}

namespace {

enum class Dimension : std::uint8_t { rate, time, bytes, count, share };

Dimension dimension_of(ClaimMetric metric) {
  switch (metric) {
    case ClaimMetric::throughput:
    case ClaimMetric::goodput:
      return Dimension::rate;
    case ClaimMetric::transfer_rate:
      return Dimension::bytes;
    case ClaimMetric::failure_rate:
      return Dimension::share;
    case ClaimMetric::failed:
    case ClaimMetric::non_2xx:
    case ClaimMetric::failures_any:
    case ClaimMetric::complete:
    case ClaimMetric::concurrency:
    case ClaimMetric::keep_alive:
    case ClaimMetric::document_length:
      return Dimension::count;
    default:
      return Dimension::time;
  }
}

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

bool fits_exactly(const Judgement& judgement) {
  return judgement.verdict == Verdict::confirmed && judgement.match != Match::approximate &&
         judgement.match != Match::lower_bound && judgement.match != Match::upper_bound;
}

}  // namespace

// The figure is no reading of its metric, but of another one of the same report.
std::optional<Judgement> FigureBinding::as_another_figure(std::size_t report) const {
  const bool says_nothing = !claim_.number || claim_.number->figure.digits == 0;
  if (says_nothing || claim_.kind == ClaimKind::bound || claim_.kind == ClaimKind::range) return std::nullopt;
  Claim other = claim_;
  const auto judge_as = [&](const OtherReading& figure) -> std::optional<Judgement> {
    other.metric = figure.metric;
    other.percentile = figure.level;
    Judgement judgement = judge_figure(other, binder_.reports()[report], binder_.noise(report));
    if (!fits_exactly(judgement)) return std::nullopt;
    return judgement;
  };
  const Dimension dimension = dimension_of(claim_.metric);
  if (dimension == Dimension::time && claim_.metric != ClaimMetric::time_taken) {
    for (const OtherReading& time : times) {
      if (auto found = judge_as(time)) return found;
    }
  }
  // "sync reached 2,458 at 128": the load may have been taken for a rate.
  if (dimension == Dimension::rate && claim_.number->figure.decimals == 0) {
    for (const OtherReading& load : loads) {
      if (auto found = judge_as(load)) return found;
    }
  }
  if (dimension == Dimension::count) {
    for (const OtherReading& count : counts) {
      if (auto found = judge_as(count)) return found;
    }
  }
  return std::nullopt;
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

// Why the words do not name the report beyond doubt; empty when they do.
std::string FigureBinding::doubt_about_subject(const JudgedClaim& judged) const {
  if (!label_.informative) return {};  // it stands under the heading of its one report
  if (names_rivals(label_.primary)) return "its words name more than one thing of a kind";
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

// "Contradicted" is said only when nothing leaves room for another reading.
JudgedClaim FigureBinding::unless_doubtful(JudgedClaim judged) const {
  if (!claim_.metric_named || judged.reports.empty()) return judged;
  if (const std::string_view doubt = doubt_around(claim_); !doubt.empty())
    return withdrawn(std::move(judged), Verdict::unsupported,
                     "the text speaks of " + std::string(doubt) + ", so another run may be meant");
  if (judged.reports.size() > 1) return judged;
  if (const std::string doubt = doubt_about_subject(judged); !doubt.empty())
    return withdrawn(std::move(judged), Verdict::ambiguous, doubt);
  if (!claim_.in_prose) return unless_server_time(std::move(judged));
  if (claim_.metric_carried)
    return withdrawn(std::move(judged), Verdict::ambiguous, "its metric is named elsewhere in the sentence");
  const std::size_t bound = judged.reports.front().report;
  if (const auto other = as_another_figure(bound))
    return withdrawn(std::move(judged), Verdict::ambiguous, other->explanation);
  if (const auto other = figure_of_another(bound)) {
    judged.reports.push_back({*other, "value"});
    return withdrawn(std::move(judged), Verdict::ambiguous,
                     judge_figure(claim_, binder_.reports()[*other], binder_.noise(*other)).explanation);
  }
  return judged;
}

// "Time per request" in a table may be either line of that name.
JudgedClaim FigureBinding::unless_server_time(JudgedClaim judged) const {
  if (claim_.metric != ClaimMetric::latency) return judged;
  const std::size_t bound = judged.reports.front().report;
  Claim other = claim_;
  other.metric = ClaimMetric::time_per_request_all;
  const Judgement judgement = judge_figure(other, binder_.reports()[bound], binder_.noise(bound));
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
