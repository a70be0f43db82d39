#include "cli/checked_documents.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <abstat/caveat.hpp>
#include <abstat/claim.hpp>
#include <abstat/verdict.hpp>

namespace abstat {

namespace {

constexpr std::array verdicts{Verdict::confirmed, Verdict::inexact, Verdict::contradicted,
                              Verdict::unsupported, Verdict::ambiguous};

bool fails(const JudgedClaim& claim, const FailOn& fail_on) {
  return fail_on.contains(to_string(claim.verdict)) ||
         std::any_of(claim.caveats.begin(), claim.caveats.end(),
                     [&](const Caveat& caveat) { return fail_on.contains(to_string(caveat.code)); });
}

}  // namespace

std::vector<CheckedDocument> check_documents(const std::vector<Report>& reports,
                                             std::vector<Document>&& documents) {
  auto reports_of = reports_by_file(reports);
  std::vector<CheckedDocument> checked;
  for (Document& document : documents) {
    std::vector<Report> own = std::move(reports_of[document.file]);
    CheckResult result = check_claims(read_claims(document, own), own, document);
    checked.push_back({document.file, std::move(own), std::move(result), std::move(document)});
  }
  return checked;
}

FailOn default_fail_on() {
  return {std::string(to_string(Verdict::contradicted)), std::string(to_string(Verdict::inexact))};
}

FailOn strict_fail_on() {
  const std::vector<std::string> names = fail_on_names();
  FailOn all(names.begin(), names.end());
  all.erase(std::string(to_string(Verdict::confirmed)));
  return all;
}

std::vector<std::string> fail_on_names() {
  std::vector<std::string> names;
  for (const Verdict verdict : verdicts) names.emplace_back(to_string(verdict));
  for (int code = 0; code <= static_cast<int>(CaveatCode::unit); ++code) {
    names.emplace_back(to_string(static_cast<CaveatCode>(code)));
  }
  return names;
}

ExitCode exit_code_of(const std::vector<CheckedDocument>& documents, const FailOn& fail_on) {
  const bool unread = std::any_of(documents.begin(), documents.end(),
                                  [](const CheckedDocument& d) { return !d.result.problems.empty(); });
  if (unread) return ExitCode::cannot_judge;
  for (const CheckedDocument& document : documents) {
    if (!document.result.stale_tables.empty()) return ExitCode::judged_wrong;
    for (const JudgedClaim& claim : document.result.claims) {
      if (fails(claim, fail_on)) return ExitCode::judged_wrong;
    }
  }
  return ExitCode::ok;
}

}  // namespace abstat
