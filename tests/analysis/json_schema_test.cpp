// Everything the golden cases print as JSON is valid by the schema that abstat schema prints.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <abstat/json.hpp>

namespace {

namespace fs = std::filesystem;
namespace rj = rapidjson;

class Schema {
 public:
  // For one definition alone, so that a failure says what of it is wrong and not that nothing fitted.
  explicit Schema(const std::string& definition = {}) {
    rj::Document schema;
    schema.Parse(std::string(abstat::json_schema_document()));
    REQUIRE_FALSE(schema.HasParseError());
    if (!definition.empty()) {
      schema.RemoveMember("anyOf");
      schema.AddMember("$ref", rj::Value("#/definitions/" + definition, schema.GetAllocator()),
                       schema.GetAllocator());
    }
    schema_ = std::make_unique<rj::SchemaDocument>(schema);
  }

  // Empty when valid; otherwise where it is not, and by which keyword.
  [[nodiscard]] std::string problem_with(const std::string& json) const {
    rj::Document document;
    document.Parse(json);
    if (document.HasParseError()) return "no JSON";
    rj::SchemaValidator validator(*schema_);
    if (document.Accept(validator)) return "";
    rj::StringBuffer where;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
    return std::string(where.GetString()) + ": " + validator.GetInvalidSchemaKeyword();
  }

 private:
  std::unique_ptr<rj::SchemaDocument> schema_;
};

std::string contents_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

struct Golden {
  std::string name;
  std::string json;
};

std::vector<Golden> golden_documents() {
  std::vector<Golden> all;
  for (const auto& entry : fs::directory_iterator(ABSTAT_SOURCE_DIR "/tests/golden")) {
    const std::string name = entry.path().filename().string();
    const std::string text = contents_of(entry.path() / "stdout");
    if (name.find("ndjson") != std::string::npos) {
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) all.push_back({name, line});
    } else if (text.starts_with("{\"schema\":")) {
      all.push_back({name, text});
    }
  }
  return all;
}

// Paths of what the schema leaves open: an object that takes any field, a field that nobody describes.
std::vector<std::string> gaps_in(const rj::Value& node, const std::string& path) {
  std::vector<std::string> gaps;
  const auto append = [&gaps](std::vector<std::string> more) {
    gaps.insert(gaps.end(), more.begin(), more.end());
  };
  if (node.IsArray()) {
    for (const auto& element : node.GetArray()) append(gaps_in(element, path));
  }
  if (!node.IsObject()) return gaps;
  if (const auto fields = node.FindMember("properties"); fields != node.MemberEnd()) {
    const auto closed = node.FindMember("additionalProperties");
    if (closed == node.MemberEnd() || !closed->value.IsFalse()) gaps.push_back(path + " takes any field");
    for (const auto& field : fields->value.GetObject()) {
      const std::string name = path + "." + field.name.GetString();
      const auto text = field.value.FindMember("description");
      if (text == field.value.MemberEnd() || text->value.GetStringLength() < 3) gaps.push_back(name);
      append(gaps_in(field.value, name));
    }
  }
  for (const char* keyword : {"items", "anyOf", "allOf"}) {
    if (const auto part = node.FindMember(keyword); part != node.MemberEnd())
      append(gaps_in(part->value, path));
  }
  return gaps;
}

}  // namespace

TEST_CASE("the schema describes every field, and refuses every other") {
  rj::Document schema;
  schema.Parse(std::string(abstat::json_schema_document()));
  REQUIRE_FALSE(schema.HasParseError());
  for (const auto& definition : std::as_const(schema)["definitions"].GetObject()) {
    CHECK(gaps_in(definition.value, definition.name.GetString()) == std::vector<std::string>());
  }
}

TEST_CASE("every golden JSON is valid by the schema") {
  const Schema schema;
  const std::vector<Golden> documents = golden_documents();
  CHECK(documents.size() > 20);
  for (const Golden& golden : documents) {
    INFO(golden.name);
    CHECK(schema.problem_with(golden.json) == "");
  }
}

TEST_CASE("what is no document of abstat is not valid") {
  const Schema schema;
  CHECK(schema.problem_with("{}") != "");
  CHECK(schema.problem_with("[]") != "");
  CHECK(schema.problem_with(R"({"schema":"abstat/2","reports":[]})") != "");
  CHECK(schema.problem_with(R"({"schema":"abstat/1","reports":[{"stack":"x"}]})") != "");
}

TEST_CASE("a field of the wrong type or a missing one is not valid") {
  const Schema schema("document_rank");
  std::string json = contents_of(ABSTAT_SOURCE_DIR "/tests/golden/rank-json/stdout");
  REQUIRE(schema.problem_with(json) == "");
  const auto changed = [&](const std::string& from, const std::string& to) {
    std::string copy = json;
    copy.replace(copy.find(from), from.size(), to);
    return copy;
  };
  CHECK(schema.problem_with(changed("\"replicates\":1", "\"replicates\":\"1\"")) != "");
  CHECK(schema.problem_with(changed("\"letters\"", "\"letter\"")) != "");
  CHECK(schema.problem_with(changed("\"refused\"", "\"refusal\"")) != "");
  CHECK(schema.problem_with(changed("\"letters\"", "\"note\":1,\"letters\"")) != "");
}
