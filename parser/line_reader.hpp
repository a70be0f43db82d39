// Recognises the lines of ab in whole lines of text, wherever they stand in them.
#pragma once

#include "report_assembler.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace abstat {

using LineInput = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

class LineReader {
 public:
  LineReader(std::string file, ReportAssembler::Sink sink);

  // Lines with their ends.
  void read(std::string_view lines);
  // The input ends with this line, which has no end.
  void finish(std::string_view line);

 private:
  // How the last line was read.
  enum class Style { plain, prefixed, pasted };

  // A line of another stream in the middle of one of ab's: both halves make one line.
  struct Fragment {
    std::string text;
    std::size_t line = 0;
  };

  // Lines as ab prints them, from one of them on. How many bytes they are: nothing if the first is none.
  [[nodiscard]] std::size_t read_plain(const char* begin, const char* end);
  [[nodiscard]] std::size_t read_prefixed(const char* begin, const char* end);
  [[nodiscard]] std::size_t read_plain_lines(std::string_view lines);
  void enter(Style style);
  void read_physical_line(std::string_view line);
  void read_line(std::string_view line);
  [[nodiscard]] bool read_parts(std::string_view shown);
  [[nodiscard]] bool read_part(std::string_view part);
  [[nodiscard]] bool read_at(std::string_view part, std::size_t begin, PrefixKind prefix_kind);
  [[nodiscard]] bool read_joined(std::string_view shown);
  [[nodiscard]] bool read_interrupted(std::string_view shown);
  void give_up(std::string_view shown, std::string_view line);
  [[nodiscard]] bool has_own_prefix(std::string_view text) const;

  ReportAssembler assembler_;
  std::string shown_;
  Fragment fragment_;
  Style style_ = Style::pasted;
};

}  // namespace abstat
