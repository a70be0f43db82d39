// One written number against the figure a report prints (statistics.md 10, steps 2 to 9).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/claim.hpp>
#include <abstat/report.hpp>
#include <abstat/verdict.hpp>

namespace abstat {

// A figure of a report that may be meant.
struct PrintedFigure {
  Figure figure;
  std::string_view name;  // "Requests per second"
  std::size_t line = 0;
};

struct Judgement {
  Verdict verdict = Verdict::unsupported;
  Match match = Match::none;
  double distance = 0;  // |ln(written/printed)|; 0 where it fits
  std::string explanation;
  std::optional<Figure> measured;  // what was compared with
  bool cuts = false;               // a whole number that fits by cutting …
  bool rounds = false;             // … by rounding
};

// Log half-widths of what one run leaves open: the Poisson yardstick and the conservative bound.
struct RunNoise {
  double yardstick = 0;
  double bound = 0;
};
[[nodiscard]] RunNoise run_noise(const Report& report);

// Every figure of the report that the metric of the claim may mean, the likeliest first. Empty: the report
// does not print it.
[[nodiscard]] std::vector<PrintedFigure> figures_for(const Claim& claim, const Report& report);

// How a number matches a printed figure; none when it does not.
[[nodiscard]] Match match_of(const ClaimNumber& number, const Figure& printed);

// The verdict on a figure, bound, range or count for one report. Without explanation it takes a fraction of
// the time: most reports a claim is held against are not the one it is about.
enum class Explain : bool { no, yes };
[[nodiscard]] Judgement judge_figure(const Claim& claim, const Report& report, const RunNoise& noise,
                                     Explain explain = Explain::yes);
// The same with the report's own noise.
[[nodiscard]] Judgement judge_figure(const Claim& claim, const Report& report);

// The verdict on a mean over several runs.
[[nodiscard]] Judgement judge_average(const Claim& claim, const std::vector<const Report*>& runs);

}  // namespace abstat
