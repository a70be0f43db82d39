// What a component is to a stack.
#pragma once

#include "label.hpp"

namespace abstat {

// Whose absence from a report is said aloud.
[[nodiscard]] bool is_part(ComponentKind kind);
// "the second round": the number of a run, and no stack.
[[nodiscard]] bool names_only_a_run(const Label& label);
// What a report has that does not say so: no proxy, no keep-alive, no TLS.
[[nodiscard]] bool is_default(const Component& component);
// What can be put before a stack or switched on: a proxy, keep-alive, TLS.
[[nodiscard]] bool is_switched_on(const Component& component);

// A component as a key of maps.
[[nodiscard]] std::string key_of(const Component& component);

}  // namespace abstat
