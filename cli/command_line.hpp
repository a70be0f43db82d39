// What every command's line has in common: inputs, format, output, threads, help, and messages that say what
// there is. A command adds its own options to app().
#pragma once

#include "cli/exit_code.hpp"
#include "cli/run.hpp"

#include <CLI/CLI.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/metric.hpp>

namespace abstat {

enum class Format : std::uint8_t {
  text,
  markdown,
  csv,
  json,
  ndjson,
  github,
  sarif,
  html,
  sqlite,
  gobench,
  bmf,
  github_benchmark,
  prometheus,
  junit,
};

enum class Colour : std::uint8_t { automatic, always, never };

struct CommonOptions {
  std::vector<std::string> inputs;
  Format format = Format::text;
  std::string output;    // -o; empty is standard output
  unsigned threads = 0;  // -j; 0 is all cores
  Colour colour = Colour::automatic;
  bool verbose = false;  // -v
};

struct Example {
  std::string_view command;
  std::string_view purpose;
};

class CommandLine {
 public:
  // What the command reads: reports, in which case it has -f and -j; reports of which it makes one drawing,
  // whose kind comes first; documents to rewrite; stacks with their URLs; or nothing.
  enum class Reads : std::uint8_t { reports, drawing, documents, stacks, nothing };

  // more_formats: those of -f besides text, markdown, csv and json.
  CommandLine(std::string name, std::string summary, std::vector<Example> examples,
              std::vector<Format> more_formats = {}, Reads reads = Reads::reports);

  [[nodiscard]] CLI::App& app() { return app_; }
  void add_metric(Metric& metric);
  // The same with commas between; `metrics` holds what is taken when none is named.
  void add_metrics(std::vector<Metric>& metrics);
  // A level such as 0.95 or 95%.
  void add_level(double& level);
  // A share such as 5% or 0.05.
  enum class ShareOfZero : bool { allowed, refused };
  void add_share(const std::string& name, const std::string& description, std::optional<double>& share,
                 ShareOfZero zero = ShareOfZero::allowed);
  // A practical margin such as 5%, kept as the ratio 1.05.
  void add_margin(double& margin);

  // Reads the line. Something when the command is over: help was asked for, or the line is wrong, which has
  // been said on stderr.
  [[nodiscard]] std::optional<ExitCode> parse(std::span<const std::string> args, Streams& io);
  [[nodiscard]] const CommonOptions& common() const { return common_; }

 private:
  void add_format(const std::vector<Format>& more_formats);
  void add_threads();
  void add_colour();
  void take_share(const std::string& name, const std::string& description, ShareOfZero zero,
                  std::function<void(double)> take);
  [[nodiscard]] std::string usage() const;
  [[nodiscard]] std::string help() const;
  [[nodiscard]] std::string unexpected_arguments() const;

  std::string name_;
  std::vector<Example> examples_;
  Reads reads_;
  CommonOptions common_;
  std::optional<Format> format_;
  CLI::App app_;
};

[[nodiscard]] std::string_view to_string(Format format);

// A whole number from 1 to most; throws CLI11's error naming the option otherwise.
[[nodiscard]] std::size_t parse_count(std::string_view option, std::string_view text, std::size_t most);

}  // namespace abstat
