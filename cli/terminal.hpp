// What the terminal at the other end can show.
#pragma once

#include <cstddef>

namespace abstat {

// Columns of the window, within 40 and 240; 100 when it does not say.
[[nodiscard]] std::size_t columns_of_terminal(int descriptor);

// Whether the locale (LC_ALL, LC_CTYPE or LANG, the first that is set) names another character set than
// UTF-8, as C and POSIX do. A locale that is not set at all says nothing and counts as UTF-8.
[[nodiscard]] bool locale_is_ascii();

}  // namespace abstat
