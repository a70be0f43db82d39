// What was read as a claim and turns out to be none of these reports' business.
#pragma once

#include "binding.hpp"

#include <string_view>

#include <abstat/verdict.hpp>

namespace abstat {

// Why the result leaves a judged claim out, for the coverage line; empty where it does not.
[[nodiscard]] std::string_view reason_to_leave_out(const Binder& binder, const JudgedClaim& judged);

}  // namespace abstat
