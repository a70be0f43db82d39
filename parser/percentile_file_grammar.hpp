// The PEGTL grammar of a -e file, one rule per kind of line.
#pragma once

#include "figure_grammar.hpp"

#include <tao/pegtl.hpp>

namespace abstat::rules::percentile_file {

// clang-format off
// Percentage served,Time in ms
struct header : pegtl::seq<TAO_PEGTL_STRING("Percentage served,Time in ms"), pegtl::eolf> {};

struct level  : pegtl::sor<TAO_PEGTL_STRING("100"), pegtl::rep_min_max<1, 2, pegtl::digit>> {};
// 99,101.282       (1.3: 99.000000; 2.0.16 to 2.2.8: 9.900000e+01)
struct row    : pegtl::seq<level, pegtl::one<','>, rules::figure, pegtl::eolf> {};

struct empty_line   : pegtl::eol {};
struct unknown_line : pegtl::seq<pegtl::any, pegtl::until<pegtl::eolf>> {};
struct file         : pegtl::until<pegtl::eof, pegtl::sor<row, header, empty_line, unknown_line>> {};
// clang-format on

}  // namespace abstat::rules::percentile_file
