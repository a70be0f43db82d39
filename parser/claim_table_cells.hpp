// What a cell of a table says by itself.
#pragma once

#include "claim_table_heads.hpp"

#include <optional>
#include <string>

namespace abstat {

// 1.00x, baseline, "1 (reference)": the row that others are compared with.
[[nodiscard]] bool is_one(const std::string& whole);
// "8" below "connections" is "8 connections".
[[nodiscard]] std::string labelled(const TableHead& column, const std::string& cell);
// +12 %, -3.5%
[[nodiscard]] bool is_change(const ProseLine& cell);
// "3.4 MB/s" below "received": the unit says what it is.
[[nodiscard]] std::optional<TableHead> head_of_unit(const TableCell& cell);
[[nodiscard]] bool may_be_rate(const Amount& amount);

}  // namespace abstat
