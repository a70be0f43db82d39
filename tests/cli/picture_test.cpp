#include "cli/picture.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

namespace {

const std::string square =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="9" height="9"/></svg>)";

// Bytes 16 to 23 of a PNG are its width and height.
unsigned big_endian(const std::string& bytes, std::size_t at) {
  unsigned value = 0;
  for (std::size_t i = at; i < at + 4; ++i) value = value * 256 + static_cast<unsigned char>(bytes.at(i));
  return value;
}

}  // namespace

TEST_CASE("a drawing becomes a PNG of twice as many pixels") {
  const auto png = abstat::png_of(square);
  REQUIRE(png);
  CHECK(png->substr(1, 3) == "PNG");
  CHECK(big_endian(*png, 16) == 60);
  CHECK(big_endian(*png, 20) == 40);
}

TEST_CASE("what is no drawing makes no picture") {
  const auto png = abstat::png_of("no svg");
  REQUIRE_FALSE(png);
  CHECK(png.error().expected.find("rsvg-convert") != std::string::npos);
}
