#include "analysis/statistics/golden.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <rapidjson/document.h>
#include <rapidjson/istreamwrapper.h>
#include <sstream>

namespace {

const rapidjson::Document& document() {
  static const rapidjson::Document parsed = [] {
    std::ifstream file(ABSTAT_SOURCE_DIR "/tests/analysis/golden/golden.json");
    rapidjson::IStreamWrapper stream(file);
    rapidjson::Document json;
    json.ParseStream<rapidjson::kParseNanAndInfFlag>(stream);
    return json;
  }();
  return parsed;
}

const rapidjson::Value& at(std::string_view path) {
  const rapidjson::Value* value = &document();
  std::istringstream words{std::string(path)};
  for (std::string word; words >> word;) {
    INFO(path);
    if (value->IsArray()) {
      value = &(*value)[static_cast<rapidjson::SizeType>(std::strtoul(word.c_str(), nullptr, 10))];
      continue;
    }
    REQUIRE(value->IsObject());
    REQUIRE(value->HasMember(word));
    value = &(*value)[word];
  }
  return *value;
}

}  // namespace

double golden(std::string_view path) {
  return at(path).GetDouble();
}

std::vector<double> golden_list(std::string_view path) {
  std::vector<double> values;
  for (const auto& value : at(path).GetArray()) values.push_back(value.GetDouble());
  return values;
}

std::string golden_text(std::string_view path) {
  return at(path).GetString();
}

bool golden_flag(std::string_view path) {
  return at(path).GetBool();
}

bool near(double value, double expected, double relative) {
  UNSCOPED_INFO(value << " should be " << expected);
  return std::abs(value - expected) <= relative * std::abs(expected);
}

bool matches(double value, double printed, int significant_digits) {
  return near(value, printed, 5.0000001 * std::pow(10, -significant_digits));
}
