// The lines of the two tables at the end of a report: Connection Times with ab's own doubts about it, and the
// percentiles.
#pragma once

#include "report_style.hpp"
#include "touching_columns.hpp"

namespace abstat::rules {

// A row of five columns.
template <typename S, Words Label>
struct spaced_times_row
    : pegtl::seq<typename S::template row_label<Label>, typename S::template figure<0>, typename S::gap,
                 typename S::template figure<1>, typename S::gap, typename S::template figure<2>,
                 typename S::gap, typename S::template figure<3>, typename S::gap,
                 typename S::template figure<4>, typename S::end> {};
template <typename S, Words Label>
struct times_row : spaced_times_row<S, Label> {};

// Where no number is too long for its column, it is known where each ends: "%5d %4d %5.1f %6d %7d"
// since 2.0.17.
template <Words Label>
struct aligned_times_row
    : pegtl::seq<literal<padded<Label, row_label_width>()>, called<pegtl::seq<aligned_columns, plain_end>>> {
};
template <Words Label>
struct times_row<plain, Label> : pegtl::sor<aligned_times_row<Label>, spaced_times_row<plain, Label>> {};

// A row of three columns, as -S and the versions before 1.3.22 print it.
template <typename S, Words Label>
struct short_times_row : pegtl::seq<typename S::template row_label<Label>, typename S::template figure<0>,
                                    typename S::gap, typename S::template figure<1>, typename S::gap,
                                    typename S::template figure<2>, typename S::end> {};

// A row of three columns of which the last two touch.
template <Words Label>
struct touching_row : pegtl::seq<literal<Label>, touching_columns<row_label_width - Label.size>, pasted_end> {
};

template <typename S, Words Level>
struct spaced_percentile_row : pegtl::seq<typename S::indent, typename S::template words<Level>,
                                          typename S::gap, typename S::template figure<0>, typename S::end> {
};
template <typename S, Words Level>
struct percentile_row : spaced_percentile_row<S, Level> {};

// "  50%  %5d"
template <Words Level>
struct percentile_row<plain, Level>
    : pegtl::sor<pegtl::seq<literal<"  ">, literal<Level>, literal<"  ">,
                            called<pegtl::seq<aligned_whole<5, 0>, plain_end>>>,
                 spaced_percentile_row<plain, Level>> {};

// clang-format off

// Connection Times (ms)
template <typename S> struct times_heading        : pegtl::seq<typename S::template words<"Connection Times (ms)">, typename S::end> {};
// Connnection Times (ms)                                                             (1.3b6 to 1.3.42, 2.0.16)
template <typename S> struct times_heading_nnn    : pegtl::seq<typename S::template words<"Connnection Times (ms)">, typename S::end> {};
//               min  mean[+/-sd] median   max
template <typename S> struct times_columns        : pegtl::seq<typename S::indent, typename S::template words<"min">, typename S::gap, typename S::template words<"mean[+/-sd]">, typename S::gap, typename S::template words<"median">, typename S::gap, typename S::template words<"max">, typename S::end> {};
// |              |min  |mean[+/-sd] |median   |max|                                 (made into a table)
struct tabled_deviation     : pegtl::star<pegtl::sor<blank, pegtl::one<'|', '[', ']', '+', '/', '-'>, literal<"±">, literal<"sd">>> {};
struct tabled_times_columns : pegtl::seq<literal<"min">, column_gap, literal<"mean">, tabled_deviation, literal<"median">, column_gap, literal<"max">, pasted_end> {};
//               min   avg   max
template <typename S> struct short_times_columns  : pegtl::seq<typename S::indent, typename S::template words<"min">, typename S::gap, typename S::template words<"avg">, typename S::gap, typename S::template words<"max">, typename S::end> {};

// Connect:        0    0   0.9      0       5
template <typename S> struct connect_row          : times_row<S, "Connect:"> {};
// Processing:    14   76  13.1     75     117
template <typename S> struct processing_row       : times_row<S, "Processing:"> {};
// Waiting:        1   65  13.1     63     103
template <typename S> struct waiting_row          : times_row<S, "Waiting:"> {};
// Total:         14   77  12.8     75     117
template <typename S> struct total_row            : times_row<S, "Total:"> {};
// Connect:        0     0    0
template <typename S> struct short_connect_row    : short_times_row<S, "Connect:"> {};
// Processing:    44    70   98
template <typename S> struct short_processing_row : short_times_row<S, "Processing:"> {};
// Waiting:       44    70   98
template <typename S> struct short_waiting_row    : short_times_row<S, "Waiting:"> {};
// Total:         44    70   98
template <typename S> struct short_total_row      : short_times_row<S, "Total:"> {};

// Connect:        7 1195017523
struct touching_connect_row    : touching_row<"Connect:"> {};
// Processing:  7184 1195017523
struct touching_processing_row : touching_row<"Processing:"> {};
// Waiting:     7156 1192617519
struct touching_waiting_row    : touching_row<"Waiting:"> {};
// Total:       7194 1197817534
struct touching_total_row      : touching_row<"Total:"> {};

// ERROR: The median and mean for the total time are more than twice the standard
struct doubted_connect    : spaced<"the initial connection time"> {};
struct doubted_processing : spaced<"the processing time"> {};
struct doubted_waiting    : spaced<"the waiting time"> {};
struct doubted_total      : spaced<"the total time"> {};
struct doubted_row        : pegtl::sor<doubted_connect, doubted_processing, doubted_waiting, doubted_total> {};
struct doubt_as_error     : pegtl::seq<spaced<"ERROR: The median and mean for ">, doubted_row, spaced<" are more than twice the standard">, pasted_end> {};
//        deviation apart. These results are NOT reliable.
struct rest_of_error      : pegtl::seq<pegtl::star<blank>, spaced<"deviation apart. These results are NOT reliable.">, pasted_end> {};
// WARNING: The median and mean for the waiting time are not within a normal deviation
// WARING: The median and mean for the waiting time are not within a normal deviation  (1.3.22 to 2.0.39)
struct warning_word       : pegtl::sor<literal<"WARNING">, literal<"WARING">> {};
struct doubt_as_warning   : pegtl::seq<warning_word, spaced<": The median and mean for ">, doubted_row, spaced<" are not within a normal deviation">, pasted_end> {};
//         These results are probably not that reliable.
//         These results are propably not that reliable.                               (1.3.22 to 2.0.35)
struct rest_of_warning    : pegtl::seq<pegtl::star<blank>, spaced<"These results are pro">, pegtl::one<'b', 'p'>, spaced<"ably not that reliable.">, pasted_end> {};

// Percentage of the requests served within a certain time (ms)
template <typename S> struct percentiles_heading  : pegtl::seq<typename S::template words<"Percentage of the requests served within a certain time (ms)">, typename S::end> {};
//   50%     73
template <typename S> struct percentile_50        : percentile_row<S, "50%"> {};
template <typename S> struct percentile_66        : percentile_row<S, "66%"> {};
template <typename S> struct percentile_75        : percentile_row<S, "75%"> {};
template <typename S> struct percentile_80        : percentile_row<S, "80%"> {};
template <typename S> struct percentile_90        : percentile_row<S, "90%"> {};
template <typename S> struct percentile_95        : percentile_row<S, "95%"> {};
template <typename S> struct percentile_98        : percentile_row<S, "98%"> {};
template <typename S> struct percentile_99        : percentile_row<S, "99%"> {};
//  100%     94 (longest request)
template <typename S> struct percentile_100       : pegtl::seq<typename S::indent, typename S::template words<"100%">, typename S::gap, typename S::template figure<0>, typename S::template words<" (longest request)">, typename S::end> {};
//  100%     94 (last request)                                                         (1.3.22 to 1.3.42, 2.0.16)
template <typename S> struct percentile_100_last  : pegtl::seq<typename S::indent, typename S::template words<"100%">, typename S::gap, typename S::template figure<0>, typename S::template words<" (last request)">, typename S::end> {};
//  100%     94                                                                        (cut by whoever pasted it)
template <typename S> struct percentile_100_cut   : percentile_row<S, "100%"> {};
// clang-format on

}  // namespace abstat::rules
