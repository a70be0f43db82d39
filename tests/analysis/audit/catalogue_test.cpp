#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

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
