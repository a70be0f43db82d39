// Reports grouped into stacks: the runs of one stack under one workload are replicates.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include <abstat/report.hpp>
#include <abstat/workload.hpp>

namespace abstat {

using ReportKey = std::function<std::string(const Report&)>;

struct Grouping {
  ReportKey stack;  // whose runs are replicates; empty: Report::stack
  ReportKey
      block;  // which runs were made side by side; empty: the stem of the file's name ("03" of runs/x/03.log)
};

struct Run {
  const Report* report;
  std::string block;
};

struct Stack {
  std::string name;  // as grouped, with what sets it apart where one name has several workloads: "sync (c 8)"
  std::string group;           // as grouped
  Workload workload;           // of all runs; no document_bytes where they differ from run to run
  std::vector<Run> runs;       // in the order given
  std::size_t duplicates = 0;  // reports given more than once, counted once
};

struct Stacks {
  std::vector<Stack> stacks;          // in order of first appearance
  std::vector<std::string> warnings;  // duplicates, runs without a result
};

// Runs that printed no rate (ab gave up, nothing completed) are left out and counted in the warnings. The
// reports must outlive the stacks.
[[nodiscard]] Stacks group_stacks(const std::vector<Report>& reports, const Grouping& grouping = {});

}  // namespace abstat
