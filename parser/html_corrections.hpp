// What ab misprints only in HTML. Which version printed a table is seen from the numbers themselves: 2.3 is
// in the banner of all since 2008.
#pragma once

#include <abstat/report.hpp>

namespace abstat {

// Adds the corrections a whole HTML report needs, and its era as far as it shows. `apache` is the word behind
// the revision in the banner: "apache-1.3", "apache-2.0" or nothing.
void correct_html_report(Report& report, std::string_view apache);

}  // namespace abstat
