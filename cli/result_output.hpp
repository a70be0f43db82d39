// Where a command's result goes and in which format.
#pragma once

#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"
#include "cli/output_file.hpp"
#include "cli/run.hpp"

#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <type_traits>
#include <vector>

#include <abstat/annotation.hpp>
#include <abstat/csv.hpp>
#include <abstat/exports.hpp>
#include <abstat/json.hpp>
#include <abstat/pages.hpp>
#include <abstat/position.hpp>

namespace abstat {

// The worse of two: the codes are numbered so.
[[nodiscard]] constexpr ExitCode worst(ExitCode a, ExitCode b) {
  return static_cast<int>(a) < static_cast<int>(b) ? b : a;
}

// Results that -f github and -f sarif can show beside the text they speak of.
template <typename Result>
concept has_annotations = requires(const Result& result) {
  annotations_of(result);
};

template <typename Result>
concept has_junit = requires(const Result& result) {
  junit_of(result);
};

class ResultOutput {
 public:
  ResultOutput(const CommonOptions& options, Streams& io);

  // Opened at the first call: a command without a result leaves a file as it was.
  [[nodiscard]] std::ostream& stream();
  [[nodiscard]] TextStyle style() const;

  template <typename Result>
  void write(const Result& result) {
    switch (options_.format) {
      case Format::text:
        stream() << render_text(page_of(result), style());
        break;
      case Format::markdown:
        stream() << render_markdown(page_of(result));
        break;
      case Format::csv:
        stream() << csv_of(result);
        break;
      case Format::json:
      case Format::ndjson:
        stream() << json_of(result);
        break;
      case Format::github:
      case Format::sarif:
      case Format::junit:
      case Format::bmf:
      case Format::github_benchmark:
      case Format::prometheus:
        write_for_others(result);
        break;
      case Format::html:  // made by the commands that have them
      case Format::sqlite:
      case Format::gobench:
        break;
    }
  }

  // In the format of another program, where the result has one; the command line lets no other through.
  template <typename Result>
  void write_for_others(const Result& result) {
    if constexpr (has_annotations<Result>) {
      if (options_.format == Format::github) stream() << render_github(annotations_of(result));
      if (options_.format == Format::sarif) stream() << render_sarif(annotations_of(result));
    }
    if constexpr (has_junit<Result>) {
      if (options_.format == Format::junit) stream() << junit_of(result);
    }
    if constexpr (std::is_same_v<Result, Ranking>) stream() << exported({result});
  }

  // One result for each metric. CSV and JSON join them; the other formats are read from top to bottom.
  template <typename Result>
  void write_each(const std::vector<Result>& results) {
    if constexpr (has_junit<std::vector<Result>>) {
      if (options_.format == Format::junit) {
        stream() << junit_of(results);
        return;
      }
    }
    if (results.size() == 1) return write(results.front());
    if constexpr (std::is_same_v<Result, Ranking>) {
      if (const std::string text = exported(results); !text.empty()) {
        stream() << text;
        return;
      }
    }
    std::vector<std::string> texts;
    switch (options_.format) {
      case Format::csv:
        for (const Result& result : results) texts.push_back(csv_of(result));
        stream() << csv_of_several(texts);
        return;
      case Format::json:
        for (const Result& result : results) texts.push_back(json_of(result));
        stream() << json_of_several(texts);
        return;
      default:
        for (const Result& result : results) {
          if (for_people() && &result != &results.front()) stream() << '\n';
          write(result);
        }
    }
  }

  [[nodiscard]] bool for_people() const {
    return options_.format == Format::text || options_.format == Format::markdown;
  }
  // For what has no form for machines.
  void write_page(const Page& page) {
    stream() << (options_.format == Format::text ? render_text(page, style()) : render_markdown(page));
  }

  // Says on stderr what went wrong with the output, if anything did.
  [[nodiscard]] ExitCode finish();

 private:
  // Rankings in the format of another tool; nothing for formats of our own.
  [[nodiscard]] std::string exported(const std::vector<Ranking>& rankings) const;

  const CommonOptions& options_;
  Streams& io_;
  std::unique_ptr<OutputFile> file_;
  std::optional<Problem> problem_;
  std::ostream nowhere_{nullptr};  // what is written after a file could not be opened
};

}  // namespace abstat
