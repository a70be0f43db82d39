#include <catch2/catch.hpp>
#include <string>

#include <abstat/display_text.hpp>

using abstat::display_width;
using abstat::valid_utf8;
using abstat::visible;
using abstat::wrapped;

TEST_CASE("width counts the columns of a terminal, not bytes or characters") {
  CHECK(display_width("flask") == 5);
  CHECK(display_width("原生服务器") == 10);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("") == 0);
}

TEST_CASE("what would steer a terminal becomes visible") {
  CHECK(visible("plain text") == "plain text");
  CHECK(visible("a\x1b[31mb") == "a\\x1b[31mb");
  CHECK(visible("a\nb\r\tc") == "a\\nb\\r\\tc");
  CHECK(visible("\xc2\x9b"
                "31m") == "\\x9b31m");
  CHECK(visible("\u202egnp") == "\\u202egnp");
  CHECK(visible("a\u200bb\u2028c") == "a\\u200bb\\u2028c");
  CHECK(visible(std::string_view("a\0b", 3)) == "a\\x00b");
  CHECK(visible("服务器 é") == "服务器 é");
}

TEST_CASE("bytes that are no UTF-8 are replaced one by one") {
  CHECK(visible("a\xff\xfe"
                "b") == "a\ufffd\ufffdb");
  CHECK(valid_utf8("\xe5\x8e") == "\ufffd\ufffd");
  CHECK(valid_utf8("\xed\xa0\x80") == "\ufffd\ufffd\ufffd");
  CHECK(valid_utf8("a\nb") == "a\nb");
}

TEST_CASE("text wraps at spaces, and inside a word only when it is wider than the line") {
  CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("abcdefgh", 3) == std::vector<std::string>{"abc", "def", "gh"});
  CHECK(wrapped("服务器", 4) == std::vector<std::string>{"服务", "器"});
  CHECK(wrapped("nginx_gunicorn4_gevent", 18) == std::vector<std::string>{"nginx_gunicorn4_", "gevent"});
  CHECK(wrapped("", 4) == std::vector<std::string>{""});
  CHECK(wrapped("服", 1) == std::vector<std::string>{"服"});
}

TEST_CASE("a line that a CI runner would obey is written so that it does not") {
  CHECK(abstat::without_runner_commands("::error::x\n  ::set-output::y\n") ==
        "\\x3a:error::x\n  \\x3a:set-output::y\n");
  CHECK(abstat::without_runner_commands("a ##[error]x") == "a ##\\x5berror]x");
}

TEST_CASE("colons and brackets that no CI runner obeys stay") {
  CHECK(abstat::without_runner_commands("std::string # #[1]\na ::b\n") == "std::string # #[1]\na ::b\n");
}
