// Results as JSON, schema "abstat/1": docs/json.md documents every field. Figures keep the digits ab printed,
// what was absent is null, strings are valid UTF-8 without raw control characters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <abstat/gate.hpp>
#include <abstat/overview.hpp>
#include <abstat/status_counts.hpp>

namespace abstat {

inline constexpr std::string_view json_schema = "abstat/1";

// The JSON Schema (draft 4) of every document below and of a line of ndjson.
[[nodiscard]] std::string_view json_schema_document();

// One report as one line of ndjson without its end.
[[nodiscard]] std::string json_of(const Report& report);

// Whole documents with their last line end. Each element of a list of results has a line of its own.
[[nodiscard]] std::string json_of(const ComparisonTable& comparison);
[[nodiscard]] std::string json_of(const GateResult& result);
[[nodiscard]] std::string json_of(const Ranking& ranking);
[[nodiscard]] std::string json_of(const std::vector<AuditedReport>& audit);
[[nodiscard]] std::string json_of(const std::vector<CheckedDocument>& documents);
[[nodiscard]] std::string json_of(const Overview& overview);
[[nodiscard]] std::string json_of(const StatusCounts& counts);

// One document of several, such as one for each metric: {"schema", "results": [document, …]}.
[[nodiscard]] std::string json_of_several(const std::vector<std::string>& documents);

}  // namespace abstat
