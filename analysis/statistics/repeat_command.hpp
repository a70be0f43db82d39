// The ab command that makes a report again, for messages that say what would settle a question.
#pragma once

#include <string>

#include <abstat/report.hpp>

namespace abstat {

// "ab -n 1000 -c 100 http://localhost:8001/index"; what the report does not say stands as URL.
[[nodiscard]] std::string repeat_command(const Report& report);

}  // namespace abstat
