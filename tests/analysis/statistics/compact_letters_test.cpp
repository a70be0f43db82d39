#include "analysis/statistics/compact_letters.hpp"

#include "analysis/statistics/golden.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

namespace {

abstat::SeparatedMatrix none(Eigen::Index k) {
  return abstat::SeparatedMatrix::Constant(k, k, false);
}

void separate(abstat::SeparatedMatrix& matrix, Eigen::Index i, Eigen::Index j) {
  matrix(i, j) = true;
  matrix(j, i) = true;
}

bool share(const std::string& a, const std::string& b) {
  return a.find_first_of(b) != std::string::npos;
}

}  // namespace

TEST_CASE("letters of the textbook example", "[5.cld_hard]") {
  auto separated = none(5);
  separate(separated, 0, 3);
  separate(separated, 0, 4);
  separate(separated, 1, 4);
  separate(separated, 2, 4);
  separate(separated, 0, 2);
  // {14, 15, 25, 35, 13} of statistics.md 5.3.
  const auto letters = abstat::compact_letters(separated);
  for (std::size_t i = 0; i < 5; ++i)
    CHECK(letters[i] == golden_text("5.cld_hard T" + std::to_string(i + 1)));
}

TEST_CASE("two stacks share a letter exactly when they are not separated") {
  REQUIRE(rc::check([] {
    const auto k = *rc::gen::inRange<Eigen::Index>(1, 10);
    auto separated = none(k);
    for (Eigen::Index i = 0; i < k; ++i) {
      for (Eigen::Index j = i + 1; j < k; ++j) {
        if (*rc::gen::arbitrary<bool>()) separate(separated, i, j);
      }
    }
    const auto letters = abstat::compact_letters(separated);
    for (Eigen::Index i = 0; i < k; ++i) {
      for (Eigen::Index j = i + 1; j < k; ++j) {
        RC_ASSERT(share(letters[static_cast<std::size_t>(i)], letters[static_cast<std::size_t>(j)]) !=
                  separated(i, j));
      }
    }
  }));
}

TEST_CASE("more stacks than letters have none") {
  CHECK(abstat::compact_letters(none(53)).empty());
}
