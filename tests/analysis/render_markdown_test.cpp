#include <catch2/catch.hpp>
#include <string>

#include <abstat/table.hpp>

using abstat::Align;
using abstat::Page;
using abstat::Table;

namespace {

std::string rendered(Page::Part part) {
  return render_markdown(Page{"", {std::move(part)}});
}

}  // namespace

TEST_CASE("a markdown table lines up in its source by display width") {
  const Table table{"Stacks",
                    {{"stack", Align::left}, {"req/s", Align::right}},
                    {{std::string("flask 原生"), abstat::Figure{125257, 2}}, {std::string("b"), {}}},
                    {"a note"}};
  CHECK(rendered(table) ==
        "### Stacks\n\n"
        "| stack      |   req/s |\n"
        "| ---------- | ------: |\n"
        "| flask 原生 | 1252.57 |\n"
        "| b          |       - |\n"
        "\n- a note\n");
}

TEST_CASE("nothing in a cell breaks out of it") {
  const Table table{
      "", {{"s", Align::left}}, {{std::string("a|b`c`<b>x</b>\n| d |\\| *e* [f](g) &lt; $h$")}}, {}};
  CHECK(rendered(table).find(
            "a\\|b\\`c\\`\\<b\\>x\\</b\\>\\\\n\\| d \\|\\\\\\| \\*e\\* \\[f\\](g) \\&lt; \\$h\\$ |") !=
        std::string::npos);
}

TEST_CASE("a line that looks like a block stays a line") {
  CHECK(rendered(std::string("# no heading")) == "\\# no heading\n");
  CHECK(rendered(std::string("12. no item")) == "12\\. no item\n");
  CHECK(rendered(std::string("- no item")) == "\\- no item\n");
  CHECK(rendered(abstat::BulletList{{"+ x", "> y", "=== z"}}) == "- \\+ x\n- \\> y\n- \\=== z\n");
  CHECK(rendered(abstat::Section{"C#"}) == "## C\\#\n");
}

TEST_CASE("a fence is longer than the backticks inside") {
  CHECK(rendered(abstat::Verbatim{{"echo ```` x"}}) == "`````\necho ```` x\n`````\n");
}
