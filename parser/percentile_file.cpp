#include "percentile_file_grammar.hpp"

#include <algorithm>
#include <utility>

#include <abstat/limits.hpp>
#include <abstat/percentile_file.hpp>

namespace abstat {

namespace {

namespace grammar = rules::percentile_file;

// What the line being read has shown so far, and the file it goes to once it is whole.
struct Reading {
  PercentileFile file;
  std::size_t rows = 0;
  std::size_t line = 0;
  int level = 0;
  Figure ms;

  void refuse(std::string_view text) {
    while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
    if (file.unparsed.size() >= limits::unparsed_kept) return;
    file.unparsed.push_back({line, std::string(text.substr(0, limits::unparsed_bytes))});
  }
};

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

template <>
struct action<grammar::level> {
  template <typename Input>
  static void apply(const Input& in, Reading& reading) {
    reading.level = 0;
    for (const char digit : in.string_view()) reading.level = reading.level * 10 + (digit - '0');
  }
};

template <>
struct action<rules::figure> {
  template <typename Input>
  static bool apply(const Input& in, Reading& reading) {
    return rules::read_figure(in.string_view(), reading.ms);
  }
};

template <>
struct action<grammar::row> {
  template <typename Input>
  static void apply(const Input& in, Reading& reading) {
    ++reading.line;
    auto& place = reading.file.ms.at(static_cast<std::size_t>(reading.level));
    if (place) return reading.refuse(in.string_view());
    place = reading.ms;
    ++reading.rows;
  }
};

template <>
struct action<grammar::header> {
  static void apply0(Reading& reading) { ++reading.line; }
};

template <>
struct action<grammar::empty_line> {
  static void apply0(Reading& reading) { ++reading.line; }
};

template <>
struct action<grammar::unknown_line> {
  template <typename Input>
  static void apply(const Input& in, Reading& reading) {
    ++reading.line;
    reading.refuse(in.string_view());
  }
};

// The first level whose value cannot be a percentile; those past the end are all from it to 99.
int first_impossible(const PercentileFile& file) {
  const auto& maximum = file.ms.back();
  double highest = -std::numeric_limits<double>::infinity();
  for (int level = 0; level < PercentileFile::highest_level; ++level) {
    const auto& ms = file.ms.at(static_cast<std::size_t>(level));
    if (!ms) continue;
    const double value = ms->value();
    const bool possible = value >= highest && (!maximum || value <= maximum->value());
    // One request already gives half of the rows, so garbage cannot begin before.
    if (!possible && past_the_end(1, level)) return level;
    highest = std::max(highest, value);
  }
  return PercentileFile::highest_level;
}

int first_past_the_end(std::uint64_t n) {
  int level = 0;
  while (level < PercentileFile::highest_level && !past_the_end(n, level)) ++level;
  return level;
}

void drop_from(PercentileFile& file, int first) {
  for (int level = first; level < PercentileFile::highest_level; ++level) {
    auto& ms = file.ms.at(static_cast<std::size_t>(level));
    if (ms) file.dropped.push_back(level);
    ms.reset();
  }
}

}  // namespace

Result<PercentileFile> read_percentile_file(std::string_view text, std::string file,
                                            std::optional<std::uint64_t> n) {
  Reading reading;
  reading.file.file = std::move(file);
  pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf_crlf, const char*> in(
      text.data(), text.data() + text.size(), "");
  pegtl::parse<grammar::file, action>(in, reading);
  if (reading.rows == 0) {
    return tl::unexpected(problem_in(reading.file.file, "at least one row of a -e file", "none"));
  }
  drop_from(reading.file, n ? first_past_the_end(*n) : first_impossible(reading.file));
  return std::move(reading.file);
}

}  // namespace abstat
