#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fstream>
#include <set>
#include <sstream>

#include <abstat/finding.hpp>

TEST_CASE("every check has one entry with a title and an explanation") {
  std::set<std::string_view> ids;
  for (const abstat::AuditCheck& check : abstat::audit_checks()) {
    INFO(check.id);
    CHECK(ids.insert(check.id).second);
    CHECK_FALSE(check.title.empty());
    CHECK(check.explanation.size() > 20);
    CHECK(check.explanation.back() == '.');
  }
  CHECK(ids.contains("A1"));
  CHECK(ids.contains("G5"));
}

TEST_CASE("a check is found by its name, and nothing by another") {
  REQUIRE(abstat::find_audit_check("A7"));
  CHECK(abstat::find_audit_check("A7")->severity == abstat::Severity::error);
  CHECK(abstat::find_audit_check("Z9") == nullptr);
}

TEST_CASE("docs/audit.md explains every check in the words of the catalogue") {
  std::ifstream file(ABSTAT_SOURCE_DIR "/docs/audit.md");
  std::ostringstream text;
  text << file.rdbuf();
  for (const abstat::AuditCheck& check : abstat::audit_checks()) {
    CHECK_THAT(text.str(), Catch::Contains(fmt::format("### {}: {}\n\n*{}.* {}\n", check.id, check.title,
                                                       to_string(check.severity), check.explanation)));
  }
}
