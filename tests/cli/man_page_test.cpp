// The manual page and --help say the same.
#include "cli/run.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

const std::vector<std::string> commands{"report", "convert", "compare", "rank",   "check",
                                        "render", "audit",   "plot",    "schema", "plan"};

std::string help_of(const std::string& command) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  abstat::Streams io{in, out, err};
  CHECK(abstat::run(std::vector<std::string>{command, "--help"}, io) == abstat::ExitCode::ok);
  return out.str();
}

std::string man_page(const std::string& name) {
  std::ifstream in(ABSTAT_SOURCE_DIR "/docs/" + name, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  // roff writes a hyphen that is meant as one with a backslash.
  for (std::size_t at = text.find("\\-"); at != std::string::npos; at = text.find("\\-", at))
    text.erase(at, 1);
  return text;
}

// Every word that begins with two hyphens.
std::set<std::string> long_options(const std::string& text) {
  std::set<std::string> options;
  for (std::size_t at = text.find("--"); at != std::string::npos; at = text.find("--", at + 2)) {
    const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at);
    if (end > at + 2) options.insert(text.substr(at, end - at));
  }
  return options;
}

}  // namespace

TEST_CASE("the manual page names every command and every option, and none that is not there") {
  const std::string page = man_page("abstat.1");
  std::set<std::string> known{"--version"};
  for (const std::string& command : commands) {
    CHECK(page.find("abstat " + command) != std::string::npos);
    known.merge(long_options(help_of(command)));
  }
  CHECK(long_options(page) == known);
}

TEST_CASE("every help has an example that begins with its command") {
  for (const std::string& command : commands) {
    CHECK(help_of(command).find("\n  abstat " + command + " ") != std::string::npos);
  }
}

TEST_CASE("abstat-formats(5) names every format of every command") {
  const std::string page = man_page("abstat-formats.5");
  for (const std::string& command : commands) {
    const std::string help = help_of(command);
    const std::size_t label = help.find("--format FORMAT");
    if (label == std::string::npos) continue;
    const std::size_t begin = help.find("One of ", label) + 7;
    std::istringstream names(help.substr(begin, help.find(':', begin) - begin));
    for (std::string name; names >> name;) {
      if (name.ends_with(',')) name.pop_back();
      INFO(command << ": " << name);
      CHECK(page.find(".B " + name + "\n") != std::string::npos);
    }
  }
}
