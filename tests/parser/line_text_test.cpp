#include "parser/line_text.hpp"

#include "parser/line_beginnings.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace {

bool comes_back_as_it_is(const std::string& line) {
  std::string buffer;
  return abstat::visible_text(line, buffer).data() == line.data();
}

}  // namespace

TEST_CASE("a byte that is not shown as it is, is seen wherever it stands") {
  for (const char strange : {'\0', '\x1b', '\x1f', '\x7f', '&', '\\', '\xc2', '\xe2', '\xe3', '\xef'}) {
    for (std::size_t at = 0; at < 20; ++at) {
      std::string line(20, 'x');
      line[at] = strange;
      CHECK_FALSE(comes_back_as_it_is(line));
    }
  }
}

TEST_CASE("all other bytes are shown as they are") {
  std::string line;
  for (int byte = 0x20; byte < 0x7f; ++byte) {
    if (byte != '&' && byte != '\\') line += static_cast<char>(byte);
  }
  for (std::size_t from = 0; from < 8; ++from) CHECK(comes_back_as_it_is(line.substr(from) + "\tä\xc3\xbc"));
}

TEST_CASE("a word decorates nothing unless it begins a comment") {
  CHECK(abstat::decoration_size("We ran it again") == 0);
  CHECK(abstat::decoration_size("dnl Server Port: 80") == 4);
  CHECK(abstat::decoration_size("REM Server Port: 80") == 4);
  CHECK(abstat::decoration_size("> | # Server Port: 80") == 6);
  CHECK_FALSE(abstat::is_elision("We left something out"));
  CHECK(abstat::is_elision("snip"));
  CHECK(abstat::is_elision("// ..."));
}

TEST_CASE("numbers of a prefix may have other digits and another padding") {
  CHECK(abstat::prefix_size_in("[   17.25] Total", "[    3.14] ") == 11);
  CHECK(abstat::prefix_size_in("[1017.25] Total", "[    3.14] ") == 10);
  CHECK(abstat::prefix_size_in("[  17.25] Total", "[3.14] ") == 10);
  CHECK(abstat::prefix_size_in("web_1 | Total", "web_2 | ") == 8);
  CHECK(abstat::prefix_size_in("db_1 | Total", "web_1 | ") == 0);
  CHECK(abstat::prefix_size_in("web_", "web_1 | ") == 0);
  CHECK(abstat::prefix_size_in("   Total", "   ") == 3);
}

TEST_CASE("a heading or a command of ab ends what stands above it") {
  CHECK(abstat::is_section_break("## nginx"));
  CHECK(abstat::is_section_break("so we called ab -n 100 -c 10 http://localhost/"));
  CHECK(abstat::is_section_break("b ab -n 100 http://localhost/"));
  CHECK_FALSE(abstat::is_section_break("b about bees"));
  CHECK_FALSE(abstat::is_section_break("a table and a cab -n"));
}

TEST_CASE("a line that was cut off begins like one of ab") {
  CHECK(abstat::begins_like_a_line("Server"));
  CHECK(abstat::begins_like_a_line("S"));
  CHECK(abstat::begins_like_a_line("Waiting:       7"));
  CHECK_FALSE(abstat::begins_like_a_line("We ran it again"));
  CHECK_FALSE(abstat::begins_like_a_line("Serves"));
}
