// Tables for narrow terminals.
#pragma once

#include <cstddef>

#include <abstat/table.hpp>

namespace abstat {

// The table without the columns that give way, as far as that is needed for the others to stand in so many
// columns of a terminal when their text is wrapped. A note says what was left out.
[[nodiscard]] Table narrowed(const Table& table, std::size_t columns, std::size_t gap,
                             std::size_t narrowest_column);

}  // namespace abstat
