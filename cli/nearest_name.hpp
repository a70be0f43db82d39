// What somebody may have meant who mistyped a name.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace abstat {

// "; did you mean 'gevent'?", or nothing where no name is near: up to a third of its letters changed, added,
// left out or swapped with a neighbour, in either case of letters.
[[nodiscard]] std::string suggestion(std::string_view asked, std::span<const std::string> names);

}  // namespace abstat
