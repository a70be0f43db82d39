// The runs that would settle a question, in an order that drift cannot favour: one run of every stack per
// block, shuffled within each block (statistics.md 3.7).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace abstat {

struct PlannedStack {
  std::string name;
  std::string url;
};

struct PlanOptions {
  std::int64_t requests = 1000;
  std::int64_t concurrency = 100;
  std::size_t replicates = 5;
  bool keep_alive = false;
  bool warm_up = false;                      // first one run of each stack that is not kept
  std::vector<std::string> more_ab_options;  // passed on as they are: "-H", "Accept: text/html"
  std::string folder = "runs";
  std::uint64_t seed = 1;
};

struct PlannedRun {
  std::size_t block;                 // 1 to replicates
  std::size_t stack;                 // index into the stacks asked for
  std::string log;                   // "runs/sync/01.log": where compare and rank look for it
  std::vector<std::string> command;  // "ab", "-n", "1000", …, unquoted
};

struct Plan {
  std::vector<std::vector<std::string>> warm_ups;  // commands, before all others
  std::vector<std::string> folders;                // one for each stack
  std::vector<PlannedRun> runs;                    // in the order to make them
};

// Folder names are the stacks' names with what a file name cannot hold replaced; two alike get a number.
[[nodiscard]] Plan plan_runs(const std::vector<PlannedStack>& stacks, const PlanOptions& options);

// Whether ab takes it: a path after the host ("http://localhost:8000/"), and no option.
[[nodiscard]] bool is_url_for_ab(std::string_view url);

// The plan as a script for sh: every word quoted, an existing log never overwritten, ends at the first ab
// that fails.
[[nodiscard]] std::string shell_script(const Plan& plan);

}  // namespace abstat
