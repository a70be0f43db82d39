#include "cli/command_line.hpp"

#include "cli/nearest_name.hpp"
#include "cli/standard_output.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ostream>

#include <abstat/display_text.hpp>
#include <abstat/figure.hpp>

namespace abstat {

namespace {

constexpr std::size_t most_threads = 1024;

constexpr std::string_view about_inputs =
    "INPUT is a file, a folder, NAME=PATH to name a stack, or - for standard input;\n"
    ".gz and .zst are decompressed.\n";
constexpr std::string_view about_stacks = "NAME=URL names a stack and says where ab reaches it.\n";

Metric metric_named(const std::string& name) {
  const auto found = parse_metric(name);
  if (found) return *found;
  throw CLI::ValidationError(fmt::format("--metric: expected one of {}, found '{}'{}",
                                         fmt::join(metric_names(), ", "), visible(name),
                                         suggestion(name, metric_names())));
}

// "5%", "0.05" or "5 %" as 0.05; nothing when it is neither or not within [0, 1).
std::optional<double> parse_share(std::string_view text) {
  const bool percent = !text.empty() && text.back() == '%';
  if (percent) text.remove_suffix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  auto figure = parse_figure(text);
  if (!figure || !figure->finite()) return std::nullopt;
  if (percent) figure->decimals = static_cast<std::int8_t>(figure->decimals + 2);
  const double share = figure->value();
  return share >= 0 && share < 1 ? std::optional(share) : std::nullopt;
}

// "-f, --format FORMAT"
std::string label_of(const CLI::Option& option) {
  std::string label;
  for (const std::string& name : option.get_snames()) label += (label.empty() ? "-" : ", -") + name;
  for (const std::string& name : option.get_lnames()) label += (label.empty() ? "    --" : ", --") + name;
  if (option.get_items_expected_max() > 0) label += " " + option.get_type_name();
  return label;
}

// Two columns; a description's further lines stand under its first.
std::string option_help(const CLI::Option& option) {
  constexpr std::size_t column = 28;
  const std::string label = "  " + label_of(option);
  std::string help = label;
  help +=
      label.size() + 2 > column ? "\n" + std::string(column, ' ') : std::string(column - label.size(), ' ');
  for (const char c : option.get_description()) {
    help += c;
    if (c == '\n') help.append(column, ' ');
  }
  return help + "\n";
}

}  // namespace

std::string_view to_string(Format format) {
  switch (format) {
    case Format::text:
      return "text";
    case Format::markdown:
      return "markdown";
    case Format::csv:
      return "csv";
    case Format::json:
      return "json";
    case Format::ndjson:
      return "ndjson";
    case Format::github:
      return "github";
    case Format::sarif:
      return "sarif";
    case Format::html:
      return "html";
    case Format::sqlite:
      return "sqlite";
    case Format::gobench:
      return "gobench";
    case Format::bmf:
      return "bmf";
    case Format::github_benchmark:
      return "github-action-benchmark";
    case Format::prometheus:
      return "prometheus";
    case Format::junit:
      return "junit";
  }
  return "";
}

std::size_t parse_count(std::string_view option, std::string_view text, std::size_t most) {
  const auto figure = parse_figure(text);
  const bool whole = figure && figure->finite() && figure->decimals == 0;
  if (whole && figure->digits >= 1 && figure->digits <= static_cast<std::int64_t>(most)) {
    return static_cast<std::size_t>(figure->digits);
  }
  throw CLI::ValidationError(
      fmt::format("{}: expected a whole number from 1 to {}, found '{}'", option, most, visible(text)));
}

CommandLine::CommandLine(std::string name, std::string summary, std::vector<Example> examples,
                         std::vector<Format> more_formats, Reads reads)
    : name_(std::move(name)), examples_(std::move(examples)), reads_(reads), app_(std::move(summary), name_) {
  app_.allow_extras(false);
  app_.set_help_flag("-h,--help", "Print this help and stop");
  if (reads_ != Reads::nothing) app_.add_option("INPUT", common_.inputs);
  if (reads_ == Reads::reports) add_format(more_formats);
  app_.add_option("-o,--output", common_.output, "Write to FILE instead of standard output")
      ->type_name("FILE");
  if (reads_ == Reads::reports) add_threads();
  if (reads_ == Reads::reports) add_colour();
  if (reads_ == Reads::reports || reads_ == Reads::drawing)
    app_.add_flag("-v,--verbose", common_.verbose, "Say on stderr what was read from where");
}

void CommandLine::add_colour() {
  app_.add_option_function<std::string>(
          "--color",
          [this](const std::string& asked) {
            constexpr std::array names{"auto", "always", "never"};
            const auto found = std::find(names.begin(), names.end(), asked);
            if (found == names.end()) {
              throw CLI::ValidationError(
                  fmt::format("--color: expected one of auto, always, never; found '{}'", visible(asked)));
            }
            common_.colour = static_cast<Colour>(found - names.begin());
          },
          "Colours in text: auto, always or never; auto unless\ntold: on a terminal, without NO_COLOR")
      ->type_name("WHEN");
}

void CommandLine::add_threads() {
  app_.add_option_function<std::string>(
          "-j,--threads",
          [this](const std::string& asked) {
            common_.threads = static_cast<unsigned>(parse_count("-j", asked, most_threads));
          },
          "Threads to read with; all cores unless told")
      ->type_name("N");
}

void CommandLine::add_format(const std::vector<Format>& more_formats) {
  std::vector<Format> formats{Format::text, Format::markdown, Format::csv, Format::json};
  formats.insert(formats.end(), more_formats.begin(), more_formats.end());
  std::vector<std::string_view> names;
  for (const Format format : formats) names.push_back(to_string(format));
  app_.add_option_function<std::string>(
          "-f,--format",
          [this, formats, names](const std::string& asked) {
            const auto found = std::find(names.begin(), names.end(), asked);
            if (found == names.end()) {
              throw CLI::ValidationError(
                  fmt::format("-f: expected one of {}, found '{}'", fmt::join(names, ", "), visible(asked)));
            }
            format_ = formats[static_cast<std::size_t>(found - names.begin())];
          },
          fmt::format("One of {}:\ntext on a terminal, markdown elsewhere unless told",
                      fmt::join(names, ", ")))
      ->type_name("FORMAT");
}

void CommandLine::add_metric(Metric& metric) {
  app_.add_option_function<std::string>(
          "--metric", [&metric](const std::string& asked) { metric = metric_named(asked); },
          fmt::format("What to judge by: {} unless told", metric.name()))
      ->type_name("METRIC");
}

void CommandLine::add_metrics(std::vector<Metric>& metrics) {
  app_.add_option_function<std::string>(
          "--metric",
          [&metrics](const std::string& asked) {
            metrics.clear();
            for (const std::string& name : CLI::detail::split(asked, ','))
              metrics.push_back(metric_named(name));
          },
          fmt::format("What to judge by, several with commas between;\n{} unless told",
                      metrics.front().name()))
      ->type_name("METRIC");
}

void CommandLine::add_level(double& level) {
  app_.add_option_function<std::string>(
          "--level",
          [&level](const std::string& asked) {
            const auto share = parse_share(asked);
            if (!share || *share <= 0) {
              throw CLI::ValidationError(fmt::format(
                  "--level: expected a confidence level such as 0.95 or 95%, found '{}'", visible(asked)));
            }
            level = *share;
          },
          "Confidence level of intervals; 0.95 unless told")
      ->type_name("LEVEL");
}

void CommandLine::take_share(const std::string& name, const std::string& description, ShareOfZero zero,
                             std::function<void(double)> take) {
  app_.add_option_function<std::string>(
          name,
          [name, zero, take = std::move(take)](const std::string& asked) {
            const auto share = parse_share(asked);
            if (!share || (*share == 0 && zero == ShareOfZero::refused)) {
              throw CLI::ValidationError(
                  fmt::format("{}: expected a share such as 5% or 0.05, found '{}'", name, visible(asked)));
            }
            take(*share);
          },
          description)
      ->type_name("SHARE");
}

void CommandLine::add_share(const std::string& name, const std::string& description,
                            std::optional<double>& share, ShareOfZero zero) {
  take_share(name, description, zero, [&share](double asked) { share = asked; });
}

void CommandLine::add_margin(double& margin) {
  take_share("--margin", "Differences below it do not matter in practice; 5% unless told",
             ShareOfZero::allowed, [&margin](double share) { margin = 1 + share; });
}

std::optional<ExitCode> CommandLine::parse(std::span<const std::string> args, Streams& io) {
  std::vector<std::string> reversed(args.rbegin(), args.rend());
  try {
    app_.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    io.out << help();
    return flush_standard_output(io);
  } catch (const CLI::ExtrasError&) {
    io.err << "abstat: " << unexpected_arguments() << "\n";
    return ExitCode::usage;
  } catch (const CLI::ParseError& error) {
    io.err << "abstat: " << visible(error.what()) << "\n";
    return ExitCode::usage;
  }
  if (common_.inputs.empty() && reads_ != Reads::nothing) {
    io.err << "abstat: " << name_
           << (reads_ == Reads::stacks
                   ? ": expected a stack: NAME=URL\n"
                   : ": expected an input: a file, a folder, NAME=PATH, or - for standard input\n");
    return ExitCode::usage;
  }
  common_.format =
      format_.value_or(io.out_is_terminal && common_.output.empty() ? Format::text : Format::markdown);
  return std::nullopt;
}

std::string CommandLine::unexpected_arguments() const {
  const std::vector<std::string> extras = app_.remaining();
  std::vector<std::string> known;
  for (const CLI::Option* option : app_.get_options()) {
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  }
  const std::string unknown = extras.empty() ? "" : extras.front();
  return fmt::format("unknown option '{}': abstat {} takes {}{}", visible(unknown), name_,
                     fmt::join(known, ", "), suggestion(unknown, known));
}

std::string CommandLine::usage() const {
  switch (reads_) {
    case Reads::nothing:
      return fmt::format("Usage: abstat {} [OPTION]...\n\n{}\n\n", name_, app_.get_description());
    case Reads::stacks:
      return fmt::format("Usage: abstat {} [OPTION]... NAME=URL...\n\n{}\n\n{}\n", name_,
                         app_.get_description(), about_stacks);
    case Reads::drawing:
      return fmt::format("Usage: abstat {} KIND [OPTION]... INPUT...\n\n{}\n\n{}\n", name_,
                         app_.get_description(), about_inputs);
    case Reads::reports:
    case Reads::documents:
      break;
  }
  return fmt::format("Usage: abstat {} [OPTION]... INPUT...\n\n{}\n\n{}\n", name_, app_.get_description(),
                     about_inputs);
}

std::string CommandLine::help() const {
  std::string text = usage() + "Options:\n";
  for (const CLI::Option* option : app_.get_options()) {
    if (!option->get_positional()) text += option_help(*option);
  }
  text += examples_.size() > 1 ? "\nExamples:\n" : "\nExample:\n";
  for (const Example& example : examples_) {
    text += fmt::format("  {}\n      {}\n", example.command, example.purpose);
  }
  return text;
}

}  // namespace abstat
