// The grammar of a line of ab that may be any of them, wherever it stands.
#pragma once

#include "report_grammar.hpp"
#include "report_grammar_run.hpp"
#include "report_grammar_times.hpp"

namespace abstat::rules {

// clang-format off

// What can be followed by something else on the same line, because the line was left open or two streams met.
struct open_line : pegtl::sor<benchmarking, completed, finished_count, finished_early, finished, interrupt_echo, send_failed> {};

// The lines that can begin so: a line is compared only with those it may be.
template <typename Beginning, typename... Lines> struct lines_from : pegtl::seq<pegtl::at<Beginning>, pegtl::sor<Lines...>> {};
template <char Letter, typename... Lines> struct lines_of : lines_from<pegtl::one<Letter>, Lines...> {};

struct lines_of_c : lines_of<'C',
    concurrency<pasted>, concurrency_misspelt<pasted>, concurrency_achieved<pasted>, complete<pasted>,
    times_heading<pasted>, times_heading_nnn<pasted>, connect_row<pasted>, short_connect_row<pasted>,
    touching_connect_row, copyright, old_licence, giving_up, trouble> {};
struct lines_of_d : lines_of<'D', document_path<pasted>, document_length<pasted>, document_variable<pasted>> {};
struct lines_of_p : lines_of<'P',
    processing_row<pasted>, short_processing_row<pasted>, touching_processing_row, percentiles_heading<pasted>> {};
struct lines_of_r : lines_of<'R',
    rampup_delay<pasted>, requests_per_second<pasted>, requests_per_second_cut<pasted>,
    requests_per_second_bare<pasted>, requests_per_seconds<pasted>, giving_up> {};
struct lines_of_s : lines_of<'S',
    server_software<pasted>, server_hostname<pasted>, server_port<pasted>, tls_protocol<pasted>,
    server_temp_key<pasted>, giving_up, trouble> {};
struct lines_of_t : lines_of<'T',
    tls_server_name<pasted>, time_taken<pasted>, total_transferred<pasted>, total_misspelt<pasted>,
    total_posted<pasted>, total_put<pasted>, total_body_sent<pasted>, time_per_request<pasted>,
    time_per_request_all<pasted>, time_per_request_concurent<pasted>, rate_received<pasted>,
    rate_received_cut<pasted>, rate_received_kb<pasted>, rate_kb<pasted>, total_row<pasted>,
    short_total_row<pasted>, touching_total_row, rest_of_warning, banner, total_of, giving_up, trouble> {};
struct lines_of_w : lines_of<'W',
    write_errors<pasted>, waiting_row<pasted>, short_waiting_row<pasted>, touching_waiting_row, doubt_as_warning, dump> {};
struct lines_of_other_capitals : pegtl::sor<
    lines_of<'B', broken_pipe_errors<pasted>, giving_up, trouble>, lines_of<'E', doubt_as_error, trouble>,
    lines_of<'F', failed<pasted>, trouble>, lines_of<'H', html_transferred<pasted>, html_misspelt<pasted>>,
    lines_of<'I', dump>, lines_of<'K', keep_alive<pasted>, keep_alive_aborts<pasted>>, lines_of<'L', licence, dump>,
    lines_of<'N', workers<pasted>, window<pasted>, requests_asked<pasted>, non_2xx<pasted>>, lines_of<'U', usage>> {};
struct lines_without_capital : lines_from<pegtl::not_at<pegtl::upper>,
    failed_breakdown<pasted>, failed_breakdown_without_receive<pasted>, rate_sent<pasted>, rate_total<pasted>,
    times_columns<pasted>, tabled_times_columns, short_times_columns<pasted>, rest_of_error, rest_of_warning,
    percentile_50<pasted>, percentile_66<pasted>, percentile_75<pasted>, percentile_80<pasted>,
    percentile_90<pasted>, percentile_95<pasted>, percentile_98<pasted>, percentile_99<pasted>,
    percentile_100<pasted>, percentile_100_last<pasted>, percentile_100_cut<pasted>, giving_up, trouble> {};

// Any line of ab, to its end.
struct any_line : pegtl::sor<
    lines_of_c, lines_of_d, lines_of_p, lines_of_r, lines_of_s, lines_of_t, lines_of_w, lines_of_other_capitals,
    lines_without_capital, usage_error, body_error> {};

// Lines that were left open, and what follows them. Looked at first, so that nothing is stored of "Completed 100
// requests in a minute".
struct glued_lines : pegtl::seq<pegtl::plus<open_line>, pegtl::sor<pasted_end, any_line>> {};
struct line_of_ab : pegtl::sor<any_line, pegtl::seq<pegtl::at<glued_lines>, glued_lines>> {};
// clang-format on

}  // namespace abstat::rules
