// Recognises the lines of ab in whole lines of text, wherever they stand in them.
#pragma once

#include "report_assembler.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include <abstat/position.hpp>

namespace abstat {

using LineInput = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

class LineReader {
 public:
  using Problems = std::function<void(Problem&&)>;

  LineReader(std::string file, ReportAssembler::Sink sink, Problems problems, std::size_t first_line);

  // Lines with their ends.
  void read(std::string_view lines);
  // The input ends with this line, which has no end.
  void finish(std::string_view line);

  // See ReportReader.
  [[nodiscard]] bool finish_before_report();
  [[nodiscard]] std::size_t line() const { return assembler_.line.number; }

  // A line longer than limits::line_bytes, in pieces and without its end.
  void read_long_line(std::string_view piece);
  void end_long_line();
  void finish_long_line();

 private:
  // How the last line was read.
  enum class Style { plain, prefixed, pasted };

  // Half a line of ab: the other half follows behind a line of another stream, or at once if the line is
  // wrapped.
  struct Fragment {
    std::string text;
    std::size_t line = 0;
    bool wrapped = false;
  };

  // Lines as ab prints them, from one of them on. How many bytes they are: nothing if the first is none.
  [[nodiscard]] std::size_t read_plain(const char* begin, const char* end);
  [[nodiscard]] std::size_t read_prefixed(const char* begin, const char* end);
  [[nodiscard]] std::size_t read_blank_lines(const char* begin, const char* end);
  [[nodiscard]] std::size_t read_plain_lines(std::string_view lines);
  // Whether the line is a banner behind a prefix that was not expected; it is from now on.
  [[nodiscard]] bool learn_from_banner(std::string_view line);
  void enter(Style style);
  void read_physical_line(std::string_view line);
  void end_part();
  void take_long_part();
  void pass_lone_cr();
  void read_line(std::string_view line);
  [[nodiscard]] bool read_parts(std::string_view shown);
  [[nodiscard]] bool read_panes(std::string_view shown);
  [[nodiscard]] bool read_part(std::string_view part);
  [[nodiscard]] bool read_at(std::string_view part, std::size_t begin, PrefixKind prefix_kind);
  [[nodiscard]] bool read_joined(std::string_view shown);
  [[nodiscard]] bool read_wrapped(const Fragment& fragment, std::string_view rest);
  [[nodiscard]] bool read_interrupted(std::string_view shown);
  [[nodiscard]] bool keep_wrapped(std::string_view shown);
  void give_up(std::string_view shown, std::string_view line);
  void give_up_fragment();
  [[nodiscard]] std::string_view without_prefix(std::string_view shown) const;
  [[nodiscard]] bool begins_with_own_prefix(std::string_view line);
  [[nodiscard]] std::size_t own_prefix_size(std::string_view text) const;
  [[nodiscard]] bool is_prefix_alone(std::string_view text) const;

  ReportAssembler assembler_;
  std::string shown_;
  Fragment fragment_;
  Style style_ = Style::pasted;

  // What lies between two CRs of a long line.
  std::string part_;
  bool part_too_long_ = false;
  std::size_t crs_ = 0;  // that nothing has followed yet

  // Old text files end their lines with CR alone; elsewhere a CR ends no line that anybody counts.
  bool cr_ends_lines_ = false;
  bool lf_ended_a_line_ = false;
  std::string file_;
  Problems problems_;
};

}  // namespace abstat
