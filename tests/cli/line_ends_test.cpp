#include "cli/line_ends.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

using abstat::line_ends_in;

TEST_CASE("line ends are counted wherever they stand") {
  CHECK(line_ends_in("") == 0);
  CHECK(line_ends_in("\n") == 1);
  CHECK(line_ends_in("one\ntwo\nthree") == 2);
  CHECK(line_ends_in(std::string(15, '\n') + "x" + std::string(16, '\n') + "\r\n") == 32);
}

TEST_CASE("a text of nothing but line ends overflows no counter") {
  const std::size_t size = GENERATE(4079U, 4080U, 4081U, 8160U, 100'000U);
  CHECK(line_ends_in(std::string(size, '\n')) == size);
}

TEST_CASE("line ends among all bytes are those that std::count finds") {
  std::mt19937 bytes(7);  // NOLINT: the same bytes every time
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += static_cast<char>(bytes());
  for (std::size_t from = 0; from < 40; ++from) {
    const std::string_view part = std::string_view(text).substr(from);
    CHECK(line_ends_in(part) == static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n')));
  }
}
