// Claims about several runs at once: what holds for all of them, and their averages.
#include "claims_binding.hpp"
#include "claims_options.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace abstat {

bool FigureBinding::speaks_of_all() const {
  const bool counts = claim_.kind == ClaimKind::count || claim_.metric == ClaimMetric::failed ||
                      claim_.metric == ClaimMetric::failures_any;
  const bool zero = counts && claim_.number && claim_.number->figure.digits == 0;
  if (zero) return true;
  return claim_.aggregate == Aggregate::each && claim_.kind != ClaimKind::figure;
}

// "All 200 responses were non-2xx" is of the runs that had some.
FigureBinding::Options FigureBinding::those_with_some(const Options& options) const {
  const bool some = claim_.kind == ClaimKind::count && claim_.number->figure.digits != 0;
  Options fitting = some ? only_confirmed(options) : Options{};
  return fitting.empty() ? options : fitting;
}

Ruling FigureBinding::choose_all(const Options& options) const {
  Options judged;
  std::copy_if(options.begin(), options.end(), std::back_inserter(judged), is_available);
  if (judged.empty()) return unsupported("no report prints it", options);
  const Option* worst = judged.front();
  for (const Option* option : judged) {
    const bool worse =
        static_cast<int>(option->judgement.verdict) > static_cast<int>(worst->judgement.verdict) ||
        (option->judgement.verdict == worst->judgement.verdict &&
         option->judgement.distance > worst->judgement.distance);
    if (worse) worst = option;
  }
  Options all = judged;
  std::sort(all.begin(), all.end(),
            [](const Option* a, const Option* b) { return a->fit.report < b->fit.report; });
  Ruling result = bound(all, explained(*worst));
  const bool alike = std::all_of(all.begin(), all.end(), [&](const Option* option) {
    return option->judgement.measured == result.measured;
  });
  if (!alike) result.measured.reset();
  if (all.size() > 1) result.explanation += fmt::format("; judged on {} reports", all.size());
  return result.verdict == Verdict::confirmed ? result : unless_of_some(std::move(result), all);
}

// "In these two runs nothing failed" where four are shown: which two, the words around may tell, but not
// beyond doubt.
Ruling FigureBinding::unless_of_some(Ruling judged, const Options& all) const {
  const auto spoken_of = static_cast<std::size_t>(std::max(claim_.runs_spoken_of, 0));
  if (spoken_of == 0 || spoken_of >= all.size()) return judged;
  const Options holds = only_confirmed(all);
  if (holds.size() == spoken_of) return bound(holds, explained(*holds.front()));
  return withdrawn(std::move(judged), Verdict::ambiguous,
                   fmt::format("it speaks of {} runs, and {} are shown", spoken_of, all.size()));
}

Ruling FigureBinding::choose_average(const Options& options) const {
  std::vector<const Report*> runs;
  Options sorted = options;
  std::sort(sorted.begin(), sorted.end(),
            [](const Option* a, const Option* b) { return a->fit.report < b->fit.report; });
  for (const Option* option : sorted) runs.push_back(&binder_.reports()[option->fit.report]);
  const Judgement judgement = judge_average(claim_, runs);
  if (judgement.verdict == Verdict::unsupported) return unsupported(judgement.explanation, sorted);
  return bound(sorted, judgement);
}

// "From 1,555 to 2,422 on average": the one stack whose runs have this mean.
std::optional<Ruling> FigureBinding::choose_average_of_stack(const Options& options) const {
  std::map<std::size_t, Options> runs;
  for (const Option* option : options) runs[binder_.label(option->fit.report).stack].push_back(option);
  std::optional<Ruling> found;
  for (const auto& [stack, of_stack] : runs) {
    if (of_stack.size() < 2) continue;
    Ruling mean = choose_average(of_stack);
    if (mean.verdict != Verdict::confirmed) continue;
    if (found) return std::nullopt;
    found = std::move(mean);
  }
  return found;
}

}  // namespace abstat
