// The fields of estimates, comparisons, rankings, claims and findings in the order of the output. What a
// visitor has is said in fields_of_report.hpp.
#pragma once

#include "fields_of_report.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <abstat/overview.hpp>

namespace abstat {

[[nodiscard]] inline std::vector<std::string_view> codes_of(const std::vector<Caveat>& caveats) {
  std::vector<std::string_view> codes;
  for (const Caveat& caveat : caveats) codes.push_back(to_string(caveat.code));
  return codes;
}

template <typename Visitor>
void visit_caveats(Visitor& v, const std::vector<Caveat>& caveats) {
  v.strings("caveats", codes_of(caveats));
  std::vector<std::string> details;
  for (const Caveat& caveat : caveats) {
    if (!caveat.detail.empty()) details.push_back(std::string(to_string(caveat.code)) + ": " + caveat.detail);
  }
  v.strings("caveat_details", details);
}

template <typename Visitor>
void visit_interval(Visitor& v, const Interval& interval) {
  v.field("low", interval.low);
  v.field("high", interval.high);
}

// The bound is the yardstick where that is the wider of the two (statistics.md 2.3).
[[nodiscard]] inline std::string_view kind_of_bound(const WithinRun& within) {
  return within.h_c && within.h_e && *within.h_c > *within.h_e ? "generations" : to_string(within.kind);
}

template <typename Visitor>
void visit_within_run(Visitor& v, const std::optional<WithinRun>& within) {
  const auto yardstick = within ? std::optional(within->yardstick) : std::nullopt;
  v.optional_object("yardstick", yardstick, [&](const Interval& interval) {
    visit_interval(v, interval);
    v.field("log_half_width", within ? within->h_e : std::nullopt);
    v.field("kind", within ? to_string(within->kind) : "");
  });
  v.optional_object("bound", within ? within->bound : std::nullopt, [&](const Interval& interval) {
    visit_interval(v, interval);
    v.field("log_half_width", within ? within->h_c : std::nullopt);
    v.field("kind", within ? kind_of_bound(*within) : "");
  });
  v.optional_object("naive", within ? within->naive : std::nullopt, [&](const Interval& interval) {
    visit_interval(v, interval);
    v.field("ramp_cv", within ? within->ramp_cv : std::nullopt);
  });
  v.optional_object("batch_means", within ? within->batch_means : std::nullopt,
                    [&](const Interval& interval) { visit_interval(v, interval); });
}

template <typename Visitor>
void visit_fields(Visitor& v, const Estimate& e) {
  const bool ok = e.interval.has_value();
  v.field("value", e.value);
  v.field_if(ok, "low", ok ? e.interval->low : 0);
  v.field_if(ok, "high", ok ? e.interval->high : 0);
  v.field_if(ok, "level", e.level);
  v.field_if(ok, "method", to_string(e.method));
  v.field_if(!ok, "refused", ok ? "" : e.interval.error().reason);
  v.field_if(!ok, "settle", ok ? "" : e.interval.error().settle);
  v.field("replicates", e.replicates);
  v.optional_object("rounding", e.rounding, [&](const Interval& interval) { visit_interval(v, interval); });
  visit_within_run(v, e.within_run);
  visit_caveats(v, e.caveats);
}

template <typename Visitor>
void visit_estimate(Visitor& v, std::string_view name, const Estimate& estimate) {
  v.object(name, [&] { visit_fields(v, estimate); });
}

template <typename Visitor>
void visit_spans(Visitor& v, std::string_view name, const std::vector<Span>& spans) {
  v.objects(name, spans, [](auto& item, const Span& span) {
    item.field("file", span.file);
    item.field("first_line", span.first_line);
    item.field("last_line", span.last_line);
  });
}

template <typename Visitor>
void visit_fields(Visitor& v, const Unmeasured& stack) {
  v.field("stack", stack.stack);
  v.field("refused", stack.why.reason);
  v.field("settle", stack.why.settle);
  visit_spans(v, "sources", stack.sources);
}

template <typename Visitor>
void visit_fields(Visitor& v, const StackEstimate& stack) {
  v.field("stack", stack.stack);
  v.field("replicates", stack.replicates);
  visit_estimate(v, "estimate", stack.estimate);
  v.field("cv", stack.cv);
  v.optional_object("prediction", stack.prediction,
                    [&](const Interval& interval) { visit_interval(v, interval); });
  v.optional_object("pooled", stack.pooled, [&](const Interval& interval) { visit_interval(v, interval); });
  v.optional_object("without_outliers", stack.without_outliers, [&](const WithoutOutliers& rest) {
    v.field("left_out", rest.left_out);
    v.field("value", rest.value);
    visit_interval(v, rest.interval);
  });
  v.optional_object("variance_parts", stack.parts, [&](const VarianceParts& parts) {
    v.field("within_sd", parts.within_sd);
    v.field("between_sd", parts.between_sd);
    v.field("i2", parts.i2);
    v.field("value", parts.mean);
    visit_interval(v, parts.interval);
  });
  visit_caveats(v, stack.caveats);
  visit_spans(v, "sources", stack.sources);
}

// A separated pair of single runs reads "faster" or "slower" like any other; "separated" says how it came.
[[nodiscard]] inline bool is_separated(SpeedupVerdict verdict) {
  return verdict == SpeedupVerdict::separated_faster || verdict == SpeedupVerdict::separated_slower;
}

template <typename Visitor>
void visit_fields(Visitor& v, const Comparison& comparison) {
  v.field("stack", comparison.stack);
  v.field("baseline", comparison.baseline);
  visit_estimate(v, "speedup", comparison.speedup);
  v.optional_object("pointwise", comparison.pointwise,
                    [&](const Interval& interval) { visit_interval(v, interval); });
  v.field("df", comparison.df);
  v.field("p", comparison.p);
  v.field("p_adjusted", comparison.p_adjusted);
  v.field("p_equivalence", comparison.p_equivalence);
  v.field("p_rank", comparison.p_rank);
  v.field("verdict", to_string(comparison.verdict));
  v.field("separated", is_separated(comparison.verdict));
  v.optional_object("runs_needed", comparison.needed, [&](const RunsNeeded& needed) {
    v.field("runs", needed.runs);
    v.field("ratio", needed.ratio);
    v.field("power", needed.power);
  });
  visit_caveats(v, comparison.caveats);
}

template <typename Visitor>
void visit_fields(Visitor& v, const RankedStack& ranked) {
  visit_fields(v, ranked.of);
  v.object("rank", [&] {
    v.field("point", ranked.rank.point);
    v.field("low", ranked.rank.low);
    v.field("high", ranked.rank.high);
  });
  v.field("letters", ranked.letters);
  v.field("p_best", ranked.p_best);
  v.numbers("rank_probabilities", ranked.rank_probabilities);
  v.field("mean_rank", mean_rank(ranked.rank_probabilities));
  v.field("tainted", ranked.tainted);
}

template <typename Visitor>
void visit_fields(Visitor& v, const RankedPair& pair) {
  v.field("better", pair.better);
  v.field("worse", pair.worse);
  v.field("ratio", pair.ratio);
  v.field("separated", pair.separated);
  v.field("p_adjusted", pair.p_adjusted);
}

template <typename Visitor>
void visit_fields(Visitor& v, const Finding& finding) {
  v.field("check", finding.check);
  v.field("severity", to_string(finding.severity));
  v.field("line", finding.line == 0 ? std::nullopt : std::optional(finding.line));
  v.field("message", finding.message);
}

template <typename Visitor>
void visit_checks(Visitor& v, const AuditedReport& audited) {
  v.object("checks", [&] {
    v.field("passed", audited.passed);
    v.field("failed", audited.failed);
    v.field("not_applicable", audited.not_applicable);
  });
}

template <typename Visitor>
void visit_fields(Visitor& v, const AuditedReport& audited) {
  visit_source(v, audited.source);
  v.field("stack", audited.stack);
  visit_checks(v, audited);
  v.objects("findings", audited.findings,
            [](auto& item, const Finding& finding) { visit_fields(item, finding); });
}

// "p95" for a percentile, the metric's name otherwise.
[[nodiscard]] inline std::string metric_of(const Claim& claim) {
  if (claim.percentile) return "p" + std::to_string(*claim.percentile);
  return std::string(to_string(claim.metric));
}

template <typename Visitor>
void visit_bound(Visitor& v, std::string_view name, const std::vector<BoundReport>& bound,
                 const std::vector<Report>& reports) {
  v.objects(name, bound, [&](auto& item, const BoundReport& one) {
    const Report& report = reports.at(one.report);
    item.field("file", report.source.file);
    item.field("first_line", report.source.first_line);
    item.field("last_line", report.source.last_line);
    item.field("stack", report.stack);
    item.field("evidence", one.evidence);
  });
}

template <typename Visitor>
void visit_fields(Visitor& v, const JudgedClaim& judged, const std::vector<Report>& reports) {
  const Claim& claim = judged.claim;
  v.field("file", claim.where.file);
  v.field("line", claim.where.line);
  v.field("column", claim.where.column);
  v.field("text", claim.text);
  v.field("carrier", claim.carrier);
  v.field("kind", to_string(claim.kind));
  v.field("metric", metric_of(claim));
  v.field("verdict", to_string(judged.verdict));
  v.field("match", judged.match == Match::none ? std::nullopt : std::optional(to_string(judged.match)));
  visit_caveats(v, judged.caveats);
  v.field("explanation", judged.explanation);
  visit_bound(v, "reports", judged.reports, reports);
  visit_bound(v, "runner_up", judged.runner_up, reports);
}

}  // namespace abstat
