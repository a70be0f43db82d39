#include "caveat_notes.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace abstat {

namespace {

// More than so many details of one caveat tell a reader nothing new; JSON and CSV have them all.
constexpr std::size_t details_shown = 3;

}  // namespace

std::string_view meaning_of(CaveatCode code) {
  switch (code) {
    case CaveatCode::single_run:
      return "one run has no confidence interval";
    case CaveatCode::two_runs:
      return "an interval from two runs is very wide";
    case CaveatCode::short_run:
      return "the run took less than a second, so start-up and chance weigh much";
    case CaveatCode::few_generations:
      return "few requests for each connection, so filling and draining weigh much";
    case CaveatCode::drain:
      return "connections stood idle towards the end of the run";
    case CaveatCode::tainted:
      return "some responses failed or were not 2xx; fast errors are no speed";
    case CaveatCode::label_differs:
      return "the claim names something that the report's heading and commands do not";
    case CaveatCode::workload_differs:
      return "the runs did not do the same work";
    case CaveatCode::body_size_differs:
      return "the responses are of different sizes";
    case CaveatCode::not_significant:
      return "the data does not tell this from noise";
    case CaveatCode::era_differs:
      return "printed by versions of ab that measure differently";
    case CaveatCode::ab_warned:
      return "ab itself doubts these figures";
    case CaveatCode::outlier:
      return "a run stands far from its replicates; it was kept";
    case CaveatCode::drift:
      return "the runs get better or worse in their order";
    case CaveatCode::cold_start:
      return "the first run is worse than the rest";
    case CaveatCode::ties:
      return "equal values; the exact test becomes approximate";
    case CaveatCode::zero_variance:
      return "all runs printed the same value; the rounding of the print is all the spread there is";
    case CaveatCode::heteroscedastic:
      return "the spread differs between stacks";
    case CaveatCode::borrowed_sd:
      return "the run-to-run spread is lent by other stacks";
    case CaveatCode::assumed_sd:
      return "the run-to-run spread is assumed, not measured";
    case CaveatCode::boot_small_r:
      return "a bootstrap of fewer than 10 runs rests on few of them";
    case CaveatCode::dropped_block:
      return "blocks without a partner were left out";
    case CaveatCode::duplicate_report:
      return "the same report was given more than once and counts once";
    case CaveatCode::length_inverted:
      return "the first response was the odd one, so its Length failures are the good responses";
    case CaveatCode::ms_rounding:
      return "whole milliseconds are coarse for times this short";
    case CaveatCode::sd_rounded_zero:
      return "a standard deviation printed as 0.0 may be anything below 0.05";
    case CaveatCode::c_gt_n:
      return "more connections than requests";
    case CaveatCode::autocorrelated:
      return "seconds of the run depend on each other";
    case CaveatCode::truncated:
      return "the report ends in the middle";
    case CaveatCode::audit_failed:
      return "the report contradicts itself; see abstat audit";
    case CaveatCode::unit:
      return "the number fits in another unit";
  }
  return "";
}

void CaveatNotes::add_row(const std::string& who, const std::vector<Caveat>& caveats) {
  rows_.push_back({who, caveats});
  std::set<CaveatCode> codes;
  for (const Caveat& caveat : caveats) codes.insert(caveat.code);
  for (const CaveatCode code : codes) ++rows_with_[code];
}

bool CaveatNotes::shared_by_all(CaveatCode code) const {
  const auto found = rows_with_.find(code);
  return rows_.size() > 1 && found != rows_with_.end() && found->second == rows_.size();
}

Cell CaveatNotes::cell(const std::vector<Caveat>& caveats) const {
  std::vector<std::string_view> own;
  for (const Caveat& caveat : caveats) {
    const std::string_view name = to_string(caveat.code);
    if (!shared_by_all(caveat.code) && std::find(own.begin(), own.end(), name) == own.end())
      own.push_back(name);
  }
  if (own.empty()) return {};
  return fmt::format("{}", fmt::join(own, ", "));
}

std::string CaveatNotes::details_of(CaveatCode code) const {
  std::vector<std::pair<std::string_view, std::string>> details;  // sentence, whose
  std::map<std::string_view, std::size_t> index;
  for (const Row& row : rows_) {
    for (const Caveat& caveat : row.caveats) {
      if (caveat.code != code || caveat.detail.empty()) continue;
      const auto [known, is_new] = index.emplace(caveat.detail, details.size());
      if (is_new) {
        details.emplace_back(caveat.detail, row.who);
      } else {
        details[known->second].second.append(", ").append(row.who);
      }
    }
  }
  // What everybody has in another measure would fill the page; JSON and CSV have it.
  const bool all = shared_by_all(code);
  if (all && details.size() > 1) return {};
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < details.size() && i < details_shown; ++i) {
    const auto& [sentence, whose] = details[i];
    shown.push_back(all || sentence.substr(0, whose.size()) == whose
                        ? std::string(sentence)
                        : fmt::format("{}: {}", whose, sentence));
  }
  if (details.size() > details_shown)
    shown.push_back(fmt::format("and {} more", details.size() - details_shown));
  return fmt::format("{}", fmt::join(shown, "; "));
}

std::vector<std::string> CaveatNotes::notes() const {
  std::vector<std::string> shared;
  std::vector<std::string> own;
  for (const auto& [code, count] : rows_with_) {
    const bool all = count == rows_.size() && count > 1;
    const std::string details = details_of(code);
    (all ? shared : own)
        .push_back(fmt::format("{}{}: {}{}{}", to_string(code), all ? " (all)" : "", meaning_of(code),
                               details.empty() ? "." : ". ", details));
  }
  shared.insert(shared.end(), own.begin(), own.end());
  return shared;
}

}  // namespace abstat
