#include <fmt/format.h>
#include <optional>

#include <abstat/annotation.hpp>

namespace abstat {

namespace {

std::optional<Severity> severity_of(const JudgedClaim& judged) {
  switch (judged.verdict) {
    case Verdict::contradicted:
    case Verdict::inexact:
      return Severity::error;
    case Verdict::unsupported:
    case Verdict::ambiguous:
      return Severity::warning;
    case Verdict::confirmed:
      break;
  }
  return judged.caveats.empty() ? std::nullopt : std::optional(Severity::note);
}

std::string message_of(const JudgedClaim& judged) {
  std::string message = judged.explanation;
  for (const Caveat& caveat : judged.caveats) {
    message += fmt::format("{}{}{}{}", message.empty() ? "" : "; ", to_string(caveat.code),
                           caveat.detail.empty() ? "" : ": ", caveat.detail);
  }
  return message;
}

Annotation annotation_of(std::string_view rule, const Problem& problem) {
  return {Severity::error, std::string(rule), problem.where, "expected " + problem.expected,
          "found " + problem.found};
}

}  // namespace

std::vector<Annotation> annotations_of(const std::vector<CheckedDocument>& documents) {
  std::vector<Annotation> annotations;
  for (const CheckedDocument& document : documents) {
    for (const JudgedClaim& judged : document.result.claims) {
      const auto severity = severity_of(judged);
      if (!severity) continue;
      const std::string verdict(to_string(judged.verdict));
      annotations.push_back({*severity, verdict, judged.claim.where,
                             fmt::format("{} is {}", judged.claim.carrier, verdict), message_of(judged)});
    }
    for (const Problem& problem : document.result.problems)
      annotations.push_back(annotation_of("comment", problem));
    for (const Problem& problem : document.result.stale_tables)
      annotations.push_back(annotation_of("stale-table", problem));
  }
  return annotations;
}

}  // namespace abstat
