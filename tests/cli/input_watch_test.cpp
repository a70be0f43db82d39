#include "cli/input_watch.hpp"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

using abstat::InputCounts;
using abstat::progress_text;

namespace {

std::string said_by(const std::vector<std::string>& args) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  abstat::Streams io{in, out, err};
  CHECK(abstat::run(args, io) == abstat::ExitCode::ok);
  return err.str();
}

}  // namespace

TEST_CASE("progress says how much of how much is done and what is left") {
  InputCounts counts;
  counts.bytes = 512 * 1024;
  counts.bytes_in_all = 2048 * 1024;
  counts.reports[0] = 7;
  CHECK(progress_text(counts, 2) == "abstat: 0.5 of 2.0 MiB, 7 reports, 6 s left");
}

TEST_CASE("progress on a stream, or past what the compressed files weigh, promises no end") {
  InputCounts counts;
  counts.bytes = 3 * 1024;
  CHECK(progress_text(counts, 2) == "abstat: 3.0 KiB, 0 reports");
  counts.bytes_in_all = 1024;
  CHECK(progress_text(counts, 2) == "abstat: 3.0 KiB, 0 reports");
}

TEST_CASE("with -v it is told what was read from where, and nothing is told without it") {
  const std::string note = ABSTAT_SOURCE_DIR "/samples/web-stacks.md";
  CHECK(said_by({"rank", note, "-v"}) == "abstat: " + note + ": 8 reports\n");
  CHECK(said_by({"convert", note, "--verbose", "-f", "csv"}) == "abstat: " + note + ": 8 reports\n");
  CHECK(said_by({"rank", note}).empty());
}
