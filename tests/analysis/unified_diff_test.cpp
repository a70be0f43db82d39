#include <catch2/catch.hpp>

#include <abstat/repair.hpp>

using namespace abstat;

namespace {

Edit edit(std::size_t line, std::size_t column, std::string before, std::string after) {
  return {{"x.md", line, column}, std::move(before), std::move(after)};
}

}  // namespace

TEST_CASE("an edit is shown with three lines around it") {
  CHECK(unified_diff("1\n2\n3\n4\nc 5\n6\n7\n8\n9\n", "x.md", {edit(5, 3, "5", "6")}) ==
        "--- a/x.md\n+++ b/x.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-c 5\n+c 6\n 6\n 7\n 8\n");
}

TEST_CASE("edits of one line are one change") {
  CHECK(unified_diff("a 1 2\n", "x.md", {edit(1, 3, "1", "7"), edit(1, 5, "2", "8")}) ==
        "--- a/x.md\n+++ b/x.md\n@@ -1,1 +1,1 @@\n-a 1 2\n+a 7 8\n");
}

TEST_CASE("edits far apart are hunks of their own, numbered after what was added before") {
  const std::string text = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n";
  CHECK(unified_diff(text, "x.md", {edit(2, 1, "2\n", "b\nb\n"), edit(12, 1, "12", "z")}) ==
        "--- a/x.md\n+++ b/x.md\n@@ -1,5 +1,6 @@\n 1\n-2\n+b\n+b\n 3\n 4\n 5\n@@ -9,4 +10,4 @@\n 9\n 10\n "
        "11\n-12\n"
        "+z\n");
}

TEST_CASE("lines that stay inside a replaced block are context") {
  CHECK(unified_diff("m\na\nb\nc\nn\n", "x.md", {edit(2, 1, "a\nb\nc\n", "a\nB\nc\n")}) ==
        "--- a/x.md\n+++ b/x.md\n@@ -1,5 +1,5 @@\n m\n a\n-b\n+B\n c\n n\n");
}

TEST_CASE("a last line without its end says so") {
  CHECK(unified_diff("a\nb 1", "x.md", {edit(2, 3, "1", "2")}) ==
        "--- a/x.md\n+++ b/x.md\n@@ -1,2 +1,2 @@\n a\n-b 1\n\\ No newline at end of file\n+b 2\n"
        "\\ No newline at end of file\n");
}

TEST_CASE("no edits make no diff") {
  CHECK(unified_diff("a\n", "x.md", {}).empty());
}
