#include "splitmix64.hpp"

#include <fmt/format.h>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

#include <abstat/plan.hpp>
#include <abstat/shell_words.hpp>

namespace abstat {

namespace {

// Bytes above 127 stay: names in any script make folders. A leading dot or dash would hide it or make an
// option.
std::string folder_name(std::string_view name) {
  std::string folder;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool unfit =
        byte < 0x20 || byte == 0x7f || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
    folder += unfit ? '_' : c;
  }
  if (folder.empty()) return "stack";
  if (folder.front() == '.' || folder.front() == '-') folder.front() = '_';
  return folder;
}

std::vector<std::string> folders_of(const std::vector<PlannedStack>& stacks, const std::string& root) {
  std::vector<std::string> folders;
  std::set<std::string> taken;
  for (const PlannedStack& stack : stacks) {
    const std::string name = folder_name(stack.name);
    std::string folder = name;
    for (int number = 2; !taken.insert(folder).second; ++number) folder = fmt::format("{}-{}", name, number);
    folders.push_back(fmt::format("{}/{}", root, folder));
  }
  return folders;
}

std::vector<std::size_t> shuffled(std::size_t count, SplitMix64& random) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  return order;
}

std::vector<std::string> command_for(const PlannedStack& stack, const PlanOptions& options) {
  std::vector<std::string> command{"ab", "-n", std::to_string(options.requests), "-c",
                                   std::to_string(options.concurrency)};
  if (options.keep_alive) command.emplace_back("-k");
  command.insert(command.end(), options.more_ab_options.begin(), options.more_ab_options.end());
  command.push_back(stack.url);
  return command;
}

}  // namespace

Plan plan_runs(const std::vector<PlannedStack>& stacks, const PlanOptions& options) {
  Plan plan{{}, folders_of(stacks, options.folder), {}};
  for (const PlannedStack& stack : stacks) {
    if (options.warm_up) plan.warm_ups.push_back(command_for(stack, options));
  }
  const std::size_t digits = std::max<std::size_t>(2, std::to_string(options.replicates).size());
  SplitMix64 random(options.seed);
  for (std::size_t block = 1; block <= options.replicates; ++block) {
    for (const std::size_t stack : shuffled(stacks.size(), random)) {
      plan.runs.push_back({block, stack, fmt::format("{}/{:0{}}.log", plan.folders[stack], block, digits),
                           command_for(stacks[stack], options)});
    }
  }
  return plan;
}

bool is_url_for_ab(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (url.starts_with(scheme)) {
      url.remove_prefix(scheme.size());
      break;
    }
  }
  const std::size_t slash = url.find('/');
  return slash != std::string_view::npos && slash > 0 && url.front() != '-';
}

std::string shell_script(const Plan& plan) {
  std::string script = R"(#!/bin/sh
# One run of every stack per block, shuffled within each block, so that drift favours none.
# Names and URLs are meant literally.
# shellcheck disable=SC2016
set -eu
command -v ab > /dev/null || { echo 'ab is not installed (Debian: apt-get install apache2-utils)' >&2; exit 127; }
part=
trap 'if [ -n "$part" ]; then rm -f -- "$part"; fi' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
run() {
  log=$1; shift
  if [ -e "$log" ]; then printf '%s exists: kept\n' "$log" >&2; return; fi
  printf '%s\n' "$log" >&2
  part=$log.part
  "$@" > "$part"
  mv -- "$part" "$log"
  part=
}
mkdir -p --)";
  for (const std::string& folder : plan.folders) script += " " + shell_quoted(folder);
  script += "\n";
  if (!plan.warm_ups.empty()) script += "# warm-up, not kept\n";
  for (const auto& command : plan.warm_ups) script += shell_line(command) + " > /dev/null\n";
  std::size_t block = 0;
  for (const PlannedRun& run : plan.runs) {
    if (run.block != block) script += fmt::format("# block {}\n", run.block);
    block = run.block;
    script += "run " + shell_quoted(run.log) + " " + shell_line(run.command) + "\n";
  }
  return script;
}

}  // namespace abstat
