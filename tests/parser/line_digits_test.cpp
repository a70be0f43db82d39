#include "parser/line_digits.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>
#include <string>
#include <string_view>
#include <vector>

namespace digits = abstat::digits;

namespace {

template <std::size_t Width>
std::int64_t column(std::string_view eight_bytes) {
  REQUIRE(eight_bytes.size() == digits::width);
  return digits::right_aligned<Width>(digits::load(eight_bytes.data()));
}

}  // namespace

TEST_CASE("a column is a number at its right end") {
  CHECK(column<5>("    7\n  ") == 7);
  CHECK(column<5>("12345678") == 12345);
  CHECK(column<4>("  60  5.") == 60);
  CHECK(column<7>("     19\n") == 19);
  CHECK(column<8>("99999999") == 99999999);
  CHECK(column<3>("  0.9   ") == 0);
}

TEST_CASE("a column that holds anything but one number at its right end is none") {
  const std::vector<std::string_view> others{"     \n  ",
                                             "1    \n  ",
                                             " 1  2\n  ",
                                             "   -7\n  ",
                                             "   !7\n  ",
                                             "  )17\n  ",
                                             "\t   7\n  ",
                                             "   x7\n  ",
                                             "  7  \n  ",
                                             "\x90   7\n  ",
                                             "\xb0\xb1\xb2\xb3\xb4\n  ",
                                             {"\0\0\0\0007\n  ", 8}};
  for (const std::string_view text : others) {
    INFO(text);
    CHECK(column<5>(text) < 0);
  }
}

TEST_CASE("two columns of four bytes are read at once") {
  const auto two = [](std::string_view eight_bytes) {
    return digits::two_right_aligned(digits::fours(eight_bytes.data(), eight_bytes.data() + 4));
  };
  const std::vector<std::string_view> columns{
      "    ", "   0", "   7", "  42",  " 905", "1234", "1  2", "12  ",
      "  -7", "   !", "  )1", "\t  7", "  x7", "   :", "P  7", "\xb0\xb1\xb2\xb3"};
  for (const std::string_view one : columns) {
    for (const std::string_view other : columns) {
      INFO(one << "|" << other);
      const std::string text = std::string(one) + std::string(other);
      const std::int64_t first = column<4>(text);
      const std::int64_t second = column<4>(std::string(other) + "    ");
      const bool are_numbers = first >= 0 && second >= 0;
      CHECK(two(text) ==
            (are_numbers ? static_cast<std::uint64_t>(first | second << 32U) : digits::not_two_numbers));
    }
  }
}

TEST_CASE("every number that fits its column is read from it") {
  CHECK(rc::check([] {
    const int number = *rc::gen::inRange(0, 1'000'000);
    RC_ASSERT(column<6>(fmt::format("{:6}|\n", number)) == number);
  }));
}
