// The same bytes whatever the threads, the locale, the time zone, and the order in which a folder lists its
// files.
#include "cli/child_process.hpp"
#include "cli/run.hpp"
#include "cli/sample_note.hpp"
#include "cli/temporary_folder.hpp"
#include "parser/compressing.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <locale>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using abstat::testing::content_of;
using abstat::testing::Ended;
using abstat::testing::note;
using abstat::testing::run_child;
using abstat::testing::TemporaryFolder;

std::vector<std::vector<std::string>> every_output(const std::string& input) {
  std::vector<std::vector<std::string>> all;
  for (const char* command : {"convert", "compare", "rank", "check", "audit", "report"}) {
    for (const char* format : {"text", "markdown", "csv", "json"})
      all.push_back({command, input, "-f", format});
  }
  return all;
}

std::string in_this_process(const std::vector<std::string>& args) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  abstat::Streams io{in, out, err};
  static_cast<void>(abstat::run(args, io));
  return out.str() + err.str();
}

// A locale that groups by twos and writes a comma for the point: stricter than any real one.
struct StrangeNumbers : std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\2"; }
};

}  // namespace

TEST_CASE("any number of threads prints the same bytes") {
  const TemporaryFolder folder;
  for (int run = 0; run < 40; ++run)
    folder.write(fmt::format("runs/s{}/{}.log", run % 5, run), content_of(note));
  for (std::vector<std::string> args : every_output(folder.at("runs"))) {
    INFO("abstat " << fmt::format("{}", fmt::join(args, " ")));
    args.insert(args.end(), {"-j", "1"});
    const std::string alone = in_this_process(args);
    args.back() = "7";
    CHECK((in_this_process(args) == alone));
  }
}

// Long files are read by all threads, short ones each by one; what is said on stderr has its order too.
TEST_CASE("any number of threads prints the same bytes of long, compressed and damaged files") {
  const TemporaryFolder folder;
  const std::string log = content_of(ABSTAT_SOURCE_DIR "/tests/page/inputs/waits/pool/01.log");
  std::string long_text;
  for (int run = 0; run < 1500; ++run) long_text += run % 400 == 399 ? std::string(70000, 'x') + "\n" : log;
  const std::string compressed = abstat::testing::gzipped(long_text);
  for (int run = 0; run < 40; ++run) {
    const std::string name = fmt::format("runs/s{}/{:02}", run % 5, run);
    if (run % 10 == 3) folder.write(name + ".log", long_text);
    if (run % 10 == 4) folder.write(name + ".log.gz", compressed);
    if (run % 10 == 5) folder.write(name + ".log.gz", compressed.substr(0, compressed.size() / 2));
    if (run % 10 == 6) folder.write(name + ".txt", "nothing of ab");
    if (run % 10 == 7) folder.write(name + ".log", std::string(70000, 'y'));
    folder.write(name + "-short.log", log);
    folder.write(name + ".md", content_of(note));
  }
  const std::vector<std::string> format =
      GENERATE(std::vector<std::string>{"-f", "json"}, std::vector<std::string>{"--count"},
               std::vector<std::string>{"-f", "csv", "-v"});
  std::vector<std::string> args{"convert", folder.at("missing.log"), folder.at("runs"),
                                folder.at("runs/s3/03.log"), "again=" + folder.at("runs/s3/03.log")};
  args.insert(args.end(), format.begin(), format.end());
  args.insert(args.end(), {"-j", "1"});
  const std::string alone = in_this_process(args);
  CHECK(alone.find("found a longer one") != std::string::npos);
  for (const char* threads : {"2", "7"}) {
    args.back() = threads;
    CHECK((in_this_process(args) == alone));
  }
}

TEST_CASE("a C++ locale with other numbers changes no byte") {
  std::vector<std::string> usual;
  for (const auto& args : every_output(note)) usual.push_back(in_this_process(args));
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new StrangeNumbers));
  std::vector<std::string> strange;
  for (const auto& args : every_output(note)) strange.push_back(in_this_process(args));
  std::locale::global(before);
  CHECK((strange == usual));
}

TEST_CASE("locale and time zone of the environment change no byte") {
  for (const auto& args : every_output(note)) {
    INFO("abstat " << fmt::format("{}", fmt::join(args, " ")));
    const Ended usual = run_child({.args = args});
    for (const char* language : {"LC_ALL=de_DE.UTF-8", "LC_ALL=tr_TR.UTF-8", "LC_ALL=C"}) {
      const Ended other = run_child({.args = args, .environment = {language, "TZ=Pacific/Kiritimati"}});
      CHECK(other.out == usual.out);
      CHECK(other.err == usual.err);
      CHECK(other.exit == usual.exit);
    }
  }
}

// Folders list their files in the order they were made, or by a hash of the name, as the file system likes.
TEST_CASE("the order in which a folder lists its files changes no byte") {
  const TemporaryFolder one;
  const TemporaryFolder other;
  std::vector<std::string> names;
  for (int run = 0; run < 30; ++run) names.push_back(fmt::format("runs/s{}/{:02}.log", run % 3, run));
  for (const std::string& name : names) one.write(name, content_of(note));
  std::reverse(names.begin(), names.end());
  for (const std::string& name : names) other.write(name, content_of(note));
  const fs::path here = fs::current_path();
  for (const auto& args : every_output("runs")) {
    INFO("abstat " << fmt::format("{}", fmt::join(args, " ")));
    fs::current_path(one.path());
    const std::string first = in_this_process(args);
    fs::current_path(other.path());
    const std::string second = in_this_process(args);
    fs::current_path(here);
    CHECK((first == second));
  }
}
