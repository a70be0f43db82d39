#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <abstat/counted.hpp>
#include <abstat/stack.hpp>

namespace abstat {

namespace {

// How many workloads of one name a run is held against before it gets a stack of its own. A sweep has a
// dozen.
constexpr std::size_t workloads_tried = 64;

std::string stem_of(const Report& report) {
  std::filesystem::path path(report.source.file);
  if (path.extension() == ".gz" || path.extension() == ".zst") path = path.stem();
  return path.stem().string();
}

std::string given_name(const Report& report) {
  return report.stack.empty() ? report.source.file : report.stack;
}

bool has_result(const Report& report) {
  return report.requests_per_second || report.connection_times_ms || report.percentiles_ms;
}

std::size_t mix(std::size_t seed, std::int64_t value) {
  return seed ^ (std::hash<std::int64_t>{}(value) + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2));
}

std::size_t printout_hash(const Report& report) {
  std::size_t hash = 0;
  for (const auto* figure :
       {&report.requests_per_second, &report.time_taken_s, &report.time_per_request_ms}) {
    hash = mix(hash, *figure ? (*figure)->digits : -1);
  }
  for (const auto& count : {report.requests.complete, report.requests.failed, report.bytes.total}) {
    hash = mix(hash, count.value_or(-1));
  }
  return hash;
}

// The report without where it stands and what was written around it.
Report printout(Report report) {
  report.source = {};
  report.stack.clear();
  report.commands.clear();
  report.lines = {};
  report.unparsed.clear();
  report.messages.clear();
  report.attachments.reset();
  return report;
}

template <typename T>
void fill(std::optional<T>& known, const std::optional<T>& more) {
  if (!known) known = more;
}

class Grouper {
 public:
  explicit Grouper(const Grouping& grouping)
      : stack_key_(grouping.stack ? grouping.stack : given_name),
        block_key_(grouping.block ? grouping.block : stem_of) {}

  void add(const Report& report) {
    if (!has_result(report)) {
      ++without_result_;
      return;
    }
    const std::size_t index = stack_for(stack_key_(report), workload_of(report));
    Stack& stack = result_.stacks[index];
    if (is_known(report, index)) {
      ++stack.duplicates;
      return;
    }
    stack.runs.push_back({&report, block_key_(report)});
  }

  Stacks finish() {
    tell_workloads_apart();
    for (const Stack& stack : result_.stacks) {
      if (stack.duplicates == 0) continue;
      result_.warnings.push_back(fmt::format("{}: {} given more than once, counted once", stack.name,
                                             counted(stack.duplicates, "report", "reports")));
    }
    if (without_result_ > 0) {
      result_.warnings.push_back(counted(without_result_, "report", "reports") +
                                 " without a result left out");
    }
    return std::move(result_);
  }

 private:
  struct Seen {
    const Report* report;
    std::size_t stack;
  };

  std::size_t stack_for(const std::string& group, const Workload& workload) {
    std::vector<std::size_t>& candidates = by_group_[group];
    const std::size_t tried = std::min(candidates.size(), workloads_tried);
    for (std::size_t i = 0; i < tried; ++i) {
      if (join(candidates[i], workload)) return candidates[i];
    }
    candidates.push_back(result_.stacks.size());
    varies_.push_back(false);
    result_.stacks.push_back({group, group, workload, {}, 0});
    return candidates.back();
  }

  // A page whose length differs from run to run is the stack's own: no other workload.
  bool join(std::size_t index, Workload workload) {
    Workload& known = result_.stacks[index].workload;
    const std::optional<std::int64_t> bytes = std::exchange(workload.document_bytes, std::nullopt);
    if (!differences(known, workload).empty()) return false;
    if (known.document_bytes && bytes && *known.document_bytes != *bytes) varies_[index] = true;
    if (varies_[index]) {
      known.document_bytes.reset();
    } else {
      fill(known.document_bytes, bytes);
    }
    if (known.requests != workload.requests && known.time_limit_s &&
        known.time_limit_s == workload.time_limit_s) {
      known.requests.reset();
    } else if (!known.time_limit_s || known.requests) {
      fill(known.requests, workload.requests);
      if (!known.requests) fill(known.time_limit_s, workload.time_limit_s);
    }
    fill(known.concurrency, workload.concurrency);
    fill(known.path, workload.path);
    fill(known.method, workload.method);
    fill(known.keep_alive, workload.keep_alive);
    fill(known.tls, workload.tls);
    return true;
  }

  bool is_known(const Report& report, std::size_t stack) {
    const auto [first, last] = seen_.equal_range(printout_hash(report));
    for (auto it = first; it != last; ++it) {
      if (it->second.stack == stack && printout(*it->second.report) == printout(report)) return true;
    }
    seen_.emplace(printout_hash(report), Seen{&report, stack});
    return false;
  }

  // "sync" with two workloads becomes "sync (concurrency 8)" and "sync (concurrency 100)".
  void tell_workloads_apart() {
    for (const auto& [group, indices] : by_group_) {
      if (indices.size() < 2) continue;
      for (const std::size_t index : indices) {
        Stack& stack = result_.stacks[index];
        stack.name = fmt::format("{} ({})", group, fmt::join(what_sets_apart(stack.workload, indices), ", "));
      }
    }
  }

  std::vector<std::string> what_sets_apart(const Workload& own,
                                           const std::vector<std::size_t>& indices) const {
    const auto differs = [&](auto field) {
      return std::ranges::any_of(
          indices.begin(), indices.begin() + std::ptrdiff_t(std::min(indices.size(), workloads_tried)),
          [&](std::size_t i) { return result_.stacks[i].workload.*field != own.*field; });
    };
    std::vector<std::string> words;
    if (differs(&Workload::concurrency)) words.push_back(fmt::format("c {}", shown(own.concurrency)));
    if (differs(&Workload::requests)) {
      words.push_back(own.time_limit_s && !own.requests ? fmt::format("t {} s", *own.time_limit_s)
                                                        : fmt::format("n {}", shown(own.requests)));
    }
    if (differs(&Workload::path)) words.push_back(own.path.value_or("path unknown"));
    if (differs(&Workload::method)) words.push_back(own.method.value_or("method unknown"));
    if (differs(&Workload::keep_alive)) words.emplace_back(own.keep_alive.value_or(false) ? "-k" : "no -k");
    if (differs(&Workload::tls)) words.emplace_back(own.tls.value_or(false) ? "TLS" : "no TLS");
    return words;
  }

  static std::string shown(const std::optional<std::int64_t>& count) {
    return count ? fmt::format("{}", *count) : "unknown";
  }

  ReportKey stack_key_;
  ReportKey block_key_;
  Stacks result_;
  std::vector<bool> varies_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_group_;
  std::unordered_multimap<std::size_t, Seen> seen_;
  std::size_t without_result_ = 0;
};

}  // namespace

Stacks group_stacks(const std::vector<Report>& reports, const Grouping& grouping) {
  Grouper grouper(grouping);
  for (const Report& report : reports) grouper.add(report);
  return grouper.finish();
}

}  // namespace abstat
