#include "analysis/page/markup.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <string>

using abstat::Markup;

namespace {

std::string text_as_markup(const std::string& text) {
  Markup markup;
  markup.text(text);
  return std::move(markup).finish();
}

}  // namespace

TEST_CASE("text that looks like markup is shown and does nothing") {
  CHECK(text_as_markup("<script>alert('x & \"y\"')</script>") ==
        "&lt;script&gt;alert(&#39;x &amp; &quot;y&quot;&#39;)&lt;/script&gt;");
}

TEST_CASE("an attribute's value cannot end the attribute") {
  Markup markup;
  markup.element("a", {{"href", "\" onclick=\"x"}}, "y");
  CHECK(std::move(markup).finish() == "<a href=\"&quot; onclick=&quot;x\">y</a>");
}

TEST_CASE("characters that reorder or hide text are made visible") {
  CHECK(text_as_markup("a\u202eb\x1b[1m") == "a\\u202eb\\x1b[1m");
}

TEST_CASE("noncharacters that XML forbids become replacement characters") {
  CHECK(text_as_markup("a\xef\xbf\xbe"
                       "b\xef\xbf\xbf") ==
        "a\xef\xbf\xbd"
        "b\xef\xbf\xbd");
}

TEST_CASE("an attribute without a value is left out") {
  Markup markup;
  markup.element("td", {{"class", ""}}, "1");
  CHECK(std::move(markup).finish() == "<td>1</td>");
}

TEST_CASE("finish closes what was left open, innermost first") {
  Markup markup;
  markup.open("main").open("p").text("x");
  CHECK(std::move(markup).finish() == "<main><p>x</p>\n</main>\n");
}

TEST_CASE("words within a sentence keep what follows them close") {
  Markup markup;
  markup.open("p").text("by ").element("bdi", "x").text(", not y");
  CHECK(std::move(markup).finish() == "<p>by <bdi>x</bdi>, not y</p>\n");
}

TEST_CASE("whatever the bytes, no markup comes out of text") {
  rc::check("no bracket, quote or control character is left", [](const std::string& raw) {
    const std::string markup = text_as_markup(raw);
    RC_ASSERT(markup.find_first_of("<>\"'\n\r\t\x1b") == std::string::npos);
  });
}
