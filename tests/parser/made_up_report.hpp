// Reports made up at random: valid values of every size, in every era, with any of its flags.
#pragma once

#include <rapidcheck.h>

#include <abstat/report.hpp>

namespace abstat {

[[nodiscard]] rc::Gen<Report> made_up_report();
[[nodiscard]] rc::Gen<Report> made_up_report_of(AbEra era);

}  // namespace abstat
