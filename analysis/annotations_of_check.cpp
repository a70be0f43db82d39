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
  }
  return annotations;
}

}  // namespace abstat
