// Tables as people draw them: rows of pipes, grids, columns kept apart by tabs or blanks.
#pragma once

#include "text_lines.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

#include <abstat/document.hpp>

namespace abstat {

// The cells between the pipes of one row, without the blanks around them; columns count from the start of
// the line.
[[nodiscard]] std::vector<ProseLine> pipe_cells(std::string_view line, std::size_t number);

// Finds the tables that no markdown parser sees: org and grid tables, columns under a line of dashes, tab
// separated columns, aligned columns under a head. Their lines are blanked in `lines`.
[[nodiscard]] std::vector<Block> take_drawn_tables(TextLines& lines);

}  // namespace abstat
