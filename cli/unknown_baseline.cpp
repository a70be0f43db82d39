#include "cli/unknown_baseline.hpp"

#include "cli/nearest_name.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <vector>

#include <abstat/display_text.hpp>

namespace abstat {

BaselineProblem problem_of(const UnknownBaseline& unknown, const std::string& command) {
  if (unknown.known.empty())
    return {command + ": expected a report with a result, found none", ExitCode::cannot_judge};
  std::vector<std::string> known;
  for (const std::string& name : unknown.known) known.push_back(visible(name));
  return {fmt::format("--baseline: expected first, best or one of the stacks {}; found '{}'{}",
                      fmt::join(known, ", "), visible(unknown.asked), suggestion(unknown.asked, known)),
          ExitCode::usage};
}

}  // namespace abstat
