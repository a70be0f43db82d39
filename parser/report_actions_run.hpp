// What ab says before and around its report.
#pragma once

#include "report_actions.hpp"
#include "report_grammar_order.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include <abstat/limits.hpp>

namespace abstat::rules {

// The words of the banner and of the Benchmarking line wait here until the line is whole.
struct names_version {
  template <typename Input>
  static void apply(const Input& in, ReportAssembler& assembler) {
    assembler.values.words[0] = in.string_view();
  }
};
struct names_revision {
  template <typename Input>
  static void apply(const Input& in, ReportAssembler& assembler) {
    assembler.values.words[1] = in.string_view();
  }
};
struct names_apache {
  template <typename Input>
  static void apply(const Input& in, ReportAssembler& assembler) {
    assembler.values.words[2] = in.string_view();
  }
};
template <>
struct action<version> : names_version {};
template <>
struct action<revision_number> : names_revision {};
template <>
struct action<apache_1_3> : names_apache {};
template <>
struct action<apache_2_0> : names_apache {};

template <>
struct action<banner> {
  static bool apply0(ReportAssembler& assembler) {
    if (!assembler.take(LineKind::banner)) return false;
    AbBanner& ab = assembler.report().ab;
    const auto& [version, revision, apache, unused] = assembler.values.words;
    store(ab.version, version);
    if (!revision.empty()) store(ab.revision, revision);
    assembler.traits().apache_1_3 = apache == "apache-1.3";
    assembler.traits().apache_2_0 = apache == "apache-2.0";
    return true;
  }
};
template <>
struct action<plain_banner> : action<banner> {};

// Lines of the banner prove nothing by themselves: many documents quote them.
template <LineKind Kind>
struct takes_if_open {
  static bool apply0(ReportAssembler& assembler) { return assembler.is_open() && assembler.take(Kind); }
};
template <>
struct action<copyright> : takes_if_open<LineKind::copyright> {};
template <>
struct action<plain_copyright> : takes_if_open<LineKind::copyright> {};
template <>
struct action<plain_old_licence> : takes_if_open<LineKind::licence> {};
template <>
struct action<old_licence> : takes_if_open<LineKind::licence> {};
template <>
struct action<licence> : shows<&ReportTraits::licensed, takes_if_open<LineKind::licence>> {};
template <>
struct action<plain_licence> : shows<&ReportTraits::licensed, takes_if_open<LineKind::licence>> {};

template <>
struct action<archived_link> {
  static void apply0(ReportAssembler& assembler) {
    if (assembler.is_open()) assembler.traits().archived_link = true;
  }
};

template <>
struct action<benchmarked_host> : names_version {};
template <>
struct action<proxy_host> : names_revision {};
template <>
struct action<left_open> : names_apache {};

template <>
struct action<benchmarking> {
  static bool apply0(ReportAssembler& assembler) {
    if (!assembler.take(LineKind::benchmarking)) return false;
    const auto& [host, proxy, left_open, unused] = assembler.values.words;
    BenchmarkingLine& line = assembler.report().benchmarking;
    store(line.host, host);
    if (!proxy.empty()) {
      store(line.proxy_host, proxy);
      line.proxy_port = assembler.values.integers[0];
    }
    assembler.traits().line_left_open = !left_open.empty();
    return true;
  }
};
template <>
struct action<plain_benchmarking>
    : stores_word<LineKind::benchmarking, &Report::benchmarking, &BenchmarkingLine::host> {};
template <>
struct action<plain_benchmarking_done> : shows<&ReportTraits::finished, action<plain_benchmarking>> {};
template <>
struct action<plain_benchmarking_wiped> : shows<&ReportTraits::line_left_open, action<plain_benchmarking>> {};

template <>
struct action<completed> {
  static bool apply0(ReportAssembler& assembler) {
    if (!assembler.take_progress()) return false;
    std::vector<std::int64_t>& counts = assembler.report().progress.completed;
    if (counts.size() < limits::progress_lines) counts.push_back(assembler.values.integers[0]);
    return true;
  }
};
template <>
struct action<plain_completed> : action<completed> {};
template <>
struct action<finished> {
  static bool apply0(ReportAssembler& assembler) {
    if (!assembler.take_progress()) return false;
    assembler.take_end_of_run();
    return true;
  }
};
template <>
struct action<finished_early> : shows<&ReportTraits::interrupted, action<finished>> {};
template <>
struct action<finished_count> {
  static bool apply0(ReportAssembler& assembler) {
    if (!action<finished>::apply0(assembler)) return false;
    assembler.report().progress.finished = assembler.values.integers[0];
    return true;
  }
};
template <>
struct action<plain_finished> : action<finished_count> {};
// "(interrupted)" is read before "Finished 65 requests" is whole.
template <>
struct action<finished_early_mark> {
  static void apply0(ReportAssembler& assembler) {
    if (assembler.is_open()) assembler.traits().interrupted = true;
  }
};
template <>
struct action<interrupt_echo> {
  static bool apply0(ReportAssembler& assembler) {
    if (!assembler.is_open() || !assembler.take_progress()) return false;
    assembler.traits().interrupted = true;
    return true;
  }
};

template <bool GivesUp>
struct says {
  static bool apply0(ReportAssembler& assembler) {
    return assembler.take_message(assembler.values.words[0], GivesUp);
  }
};
template <>
struct action<giving_up> : says<true> {};
template <>
struct action<trouble> : says<false> {};
template <>
struct action<send_failed> {
  static bool apply0(ReportAssembler& assembler) {
    return assembler.take_message("Send request failed!", false);
  }
};
template <>
struct action<total_of> {
  static bool apply0(ReportAssembler& assembler) {
    return assembler.take_abort(assembler.values.integers[0]);
  }
};

template <>
struct action<usage_error> {
  static bool apply0(ReportAssembler& assembler) {
    return assembler.take_usage_error(assembler.values.words[0], false);
  }
};
template <>
struct action<body_error> {
  static bool apply0(ReportAssembler& assembler) {
    return assembler.take_usage_error(assembler.values.words[0], true);
  }
};
template <>
struct action<usage> {
  static bool apply0(ReportAssembler& assembler) { return assembler.take_usage(); }
};
template <>
struct action<dump> {
  static void apply0(ReportAssembler& assembler) { assembler.take_dump(); }
};

// The ordered grammar counts the lines it took.
struct counts_line {
  static void apply0(ReportAssembler& assembler) { ++assembler.line.number; }
};
template <typename P, typename Line>
struct action<in_order<P, Line>> : counts_line {};
template <>
struct action<blank_in_order> : counts_line {};

}  // namespace abstat::rules
