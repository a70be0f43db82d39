#include "cli/run.hpp"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

TEST_CASE("a call without a command is a usage error and prints nothing on stdout") {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  abstat::Streams io{in, out, err};
  CHECK(abstat::run(std::vector<std::string>{}, io) == abstat::ExitCode::usage);
  CHECK(out.str().empty());
  CHECK_FALSE(err.str().empty());
}
