// Whether the files ab wrote beside a report belong to it, each check in the file of its name.
#pragma once

#include "evidence.hpp"
#include "ledger.hpp"

#include <abstat/attachments.hpp>

namespace abstat {

// What ends the message of every check that one of them breaks.
inline constexpr std::string_view foreign = "; the file is not of this run";

void check_request_log(const Evidence& evidence, const RequestLog& log, Ledger& ledger);           // J1 to J5
void check_percentile_file(const Evidence& evidence, const PercentileFile& file, Ledger& ledger);  // K1 to K3

}  // namespace abstat
