// The PEGTL grammar of a -g file, one rule per kind of line.
#pragma once

#include "picture_rule.hpp"
#include "request_log_integer.hpp"

#include <tao/pegtl.hpp>

#include <abstat/request_log.hpp>

namespace abstat::rules::request_log {

namespace pegtl = tao::pegtl;

// clang-format off
// starttime	seconds	ctime	dtime	ttime	wait
struct header : pegtl::seq<TAO_PEGTL_STRING("starttime\tseconds\tctime\tdtime\tttime\twait"), pegtl::eolf> {};

// Mon Nov  3 09:00:41 2026: 1.3 pads the day with a blank, 2.0.16 to 2.0.40 cut off the last digit of the year.
struct start_time          : picture<"AAA AAA _9 99:99:99 9999"> {};
struct start_time_cut_year : picture<"AAA AAA _9 99:99:99 999"> {};

struct tab : pegtl::one<'\t'> {};
template <typename StartTime>
struct columns : pegtl::seq<StartTime, tab, integer<&RequestRow::start>, tab, integer<&RequestRow::connect_ms>, tab,
                            integer<&RequestRow::processing_ms>, tab, integer<&RequestRow::total_ms>, tab,
                            integer<&RequestRow::waiting_ms>, pegtl::eolf> {};
// Mon Nov 23 09:00:41 2026	1795424441	0	22	22	22
struct row          : columns<start_time> {};
// Mon Nov 23 09:00:41 202	1795424441370544	0	22	22	22
struct row_cut_year : columns<start_time_cut_year> {};

struct empty_line   : pegtl::eol {};
struct unknown_line : pegtl::seq<pegtl::any, pegtl::until<pegtl::eolf>> {};
struct file         : pegtl::until<pegtl::eof, pegtl::sor<row, row_cut_year, header, empty_line, unknown_line>> {};
// clang-format on

}  // namespace abstat::rules::request_log
