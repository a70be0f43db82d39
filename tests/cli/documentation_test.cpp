// Every "$ abstat …" in a console block of the README and of docs/ is run, and what follows it must be what
// it prints on a terminal. A line "…" alone stands for lines left out. ABSTAT_UPDATE_DOCS=1 rewrites the
// blocks instead (make docs).
#include "cli/run.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::string_view prompt = "$ abstat ";
constexpr std::string_view left_out = "…";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// Words as a shell would split them; quotes of either kind group, nothing else is special.
std::vector<std::string> shell_words(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool inside = false;
  char quote = 0;
  for (const char c : line) {
    if (quote != 0) {
      if (c == quote)
        quote = 0;
      else
        word += c;
    } else if (c == '\'' || c == '"') {
      quote = c;
      inside = true;
    } else if (c == ' ') {
      if (inside) words.push_back(std::exchange(word, {}));
      inside = false;
    } else {
      word += c;
      inside = true;
    }
  }
  if (inside) words.push_back(word);
  return words;
}

struct Example {
  fs::path file;
  std::size_t first_output_line;  // 0-based
  std::string command;
  std::vector<std::string> shown;
};

std::vector<Example> examples_in(const fs::path& file) {
  std::vector<Example> examples;
  bool console = false;
  bool in_example = false;
  const std::vector<std::string> lines = lines_of(read_file(file));
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const std::string& line = lines[at];
    if (line.starts_with("```")) {
      console = line == "```console";
      in_example = false;
    } else if (console && line.starts_with("$ ")) {
      in_example = line.starts_with(prompt);
      if (in_example) examples.push_back({file, at + 1, line.substr(prompt.size()), {}});
    } else if (in_example) {
      examples.back().shown.push_back(line);
    }
  }
  return examples;
}

std::vector<Example> all_examples() {
  std::vector<fs::path> files{"README.md"};
  for (const auto& entry : fs::directory_iterator("docs")) {
    if (entry.path().extension() == ".md") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Example> examples;
  for (const fs::path& file : files) {
    for (Example& example : examples_in(file)) examples.push_back(std::move(example));
  }
  return examples;
}

std::vector<std::string> output_of(const std::string& command) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  abstat::Streams io{in, out, err, true};
  static_cast<void>(abstat::run(shell_words(command), io));
  return lines_of(err.str() + out.str());
}

// Whether shown says what was printed; "…" takes any number of lines.
bool agrees(const std::vector<std::string>& shown, const std::vector<std::string>& printed, std::size_t s = 0,
            std::size_t p = 0) {
  for (; s < shown.size(); ++s, ++p) {
    if (shown[s] == left_out) {
      for (std::size_t rest = p; rest <= printed.size(); ++rest) {
        if (agrees(shown, printed, s + 1, rest)) return true;
      }
      return false;
    }
    if (p >= printed.size() || shown[s] != printed[p]) return false;
  }
  return p == printed.size();
}

using Lines = std::vector<std::string>;

// What is shown between the lines left out; the first and the last part are empty where a block begins or
// ends with "…".
std::vector<Lines> parts_of(const Lines& shown) {
  std::vector<Lines> parts(1);
  for (const std::string& line : shown) {
    if (line == left_out)
      parts.emplace_back();
    else
      parts.back().push_back(line);
  }
  return parts;
}

// A part of what is printed from `from` on: it begins with the first line shown of it and ends with the last.
// One that is printed no more is made up for where the part's other end is known: by as many lines as were
// shown. Nothing where neither is.
std::optional<std::pair<std::size_t, std::size_t>> place_of(const Lines& part, const Lines& printed,
                                                            std::size_t from, bool is_first, bool is_last) {
  const auto position_of = [&](const std::string& line, std::size_t after) {
    const auto begin = printed.begin() + static_cast<std::ptrdiff_t>(std::min(after, printed.size()));
    return static_cast<std::size_t>(std::find(begin, printed.end(), line) - printed.begin());
  };
  const std::size_t size = printed.size();
  if (part.empty()) return std::pair(is_last ? size : from, is_last ? size : from);
  std::size_t begin = is_first ? 0 : position_of(part.front(), from);
  if (begin == size && is_last && size >= from + part.size()) begin = size - part.size();
  if (begin == size) return std::nullopt;
  if (is_last) return std::pair(begin, size);
  const std::size_t last = position_of(part.back(), begin);
  const std::size_t end = last == size ? begin + part.size() : last + 1;
  if (end > size) return std::nullopt;
  return std::pair(begin, end);
}

// The block with what is printed now. An abridged one stays as it is while it is true; otherwise the parts
// shown of it are renewed, or, where their ends are not found again, left for the check to report.
Lines renewed(const Lines& shown, const Lines& printed) {
  if (agrees(shown, printed)) return shown;
  const std::vector<Lines> parts = parts_of(shown);
  if (parts.size() == 1) return printed;
  Lines lines;
  std::size_t from = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto place = place_of(parts[i], printed, from, i == 0, i + 1 == parts.size());
    if (!place) return shown;
    if (i > 0) lines.emplace_back(left_out);
    lines.insert(lines.end(), printed.begin() + static_cast<std::ptrdiff_t>(place->first),
                 printed.begin() + static_cast<std::ptrdiff_t>(place->second));
    from = place->second;
  }
  return lines;
}

// Later examples first, so that the line numbers of earlier ones stay true.
void rewrite(const Example& example, const std::vector<std::string>& printed) {
  std::vector<std::string> lines = lines_of(read_file(example.file));
  const auto first = lines.begin() + static_cast<std::ptrdiff_t>(example.first_output_line);
  const auto after = lines.erase(first, first + static_cast<std::ptrdiff_t>(example.shown.size()));
  const Lines block = renewed(example.shown, printed);
  lines.insert(after, block.begin(), block.end());
  std::ofstream out(example.file, std::ios::binary);
  for (const std::string& line : lines) out << line << '\n';
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("renewing an abridged example changes what is shown of it, not what is left out") {
  const Lines before{"Title", "=====", "…", "b  2", "c  3", "…", "note"};
  CHECK(renewed(before, {"Title", "=====", "a  1", "b  2", "c  3", "d  4", "note"}) == before);
  CHECK(renewed(before, {"Title", "=====", "a  1", "b  2", "new", "c  3", "d  4", "a new note"}) ==
        Lines{"Title", "=====", "…", "b  2", "new", "c  3", "…", "a new note"});
  CHECK(renewed({"a", "b", "…"}, {"a", "x", "c"}) == Lines{"a", "x", "…"});
  CHECK(renewed({"…", "y", "z"}, {"a", "b", "z"}) == Lines{"…", "b", "z"});
}

TEST_CASE("an abridged example of which nothing is found again is left to be looked at") {
  const Lines before{"Title", "…", "gone", "…", "end"};
  CHECK(renewed(before, {"Title", "a", "b", "end"}) == before);
}

TEST_CASE("every example of the documentation prints what is shown") {
  fs::current_path(ABSTAT_SOURCE_DIR);
  setenv("NO_COLOR", "1", 1);
  const bool update = std::getenv("ABSTAT_UPDATE_DOCS") != nullptr;
  std::vector<Example> examples = all_examples();
  REQUIRE_FALSE(examples.empty());
  std::reverse(examples.begin(), examples.end());
  for (const Example& example : examples) {
    const std::vector<std::string> printed = output_of(example.command);
    if (update) rewrite(example, printed);
    const Lines shown = update ? renewed(example.shown, printed) : example.shown;
    INFO(example.file.string() << ":" << example.first_output_line << ": $ abstat " << example.command);
    INFO("prints:\n" << joined(printed));
    CHECK(agrees(shown, printed));
  }
}
