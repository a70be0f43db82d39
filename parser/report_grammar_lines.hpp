// The grammars of a whole report: any line wherever it stands, and all lines in the order ab prints them.
#pragma once

#include "report_grammar.hpp"
#include "report_grammar_run.hpp"
#include "report_grammar_times.hpp"

namespace abstat::rules {

// clang-format off

// What can be followed by something else on the same line, because the line was left open or two streams met.
struct open_line : pegtl::sor<benchmarking, completed, finished_early, finished, interrupt_echo, send_failed> {};

struct header_line : pegtl::sor<
    server_software<pasted>, server_hostname<pasted>, server_port<pasted>, tls_protocol<pasted>,
    server_temp_key<pasted>, tls_server_name<pasted>, document_path<pasted>, document_length<pasted>,
    document_variable<pasted>> {};
struct totals_line : pegtl::sor<
    workers<pasted>, concurrency<pasted>, concurrency_misspelt<pasted>, concurrency_achieved<pasted>,
    rampup_delay<pasted>, time_taken<pasted>, window<pasted>, requests_asked<pasted>, complete<pasted>,
    failed<pasted>, failed_breakdown<pasted>, failed_breakdown_without_receive<pasted>,
    broken_pipe_errors<pasted>, write_errors<pasted>, non_2xx<pasted>, keep_alive<pasted>,
    keep_alive_aborts<pasted>, total_transferred<pasted>, total_misspelt<pasted>, total_posted<pasted>,
    total_put<pasted>, total_body_sent<pasted>, html_transferred<pasted>, html_misspelt<pasted>> {};
struct rates_line : pegtl::sor<
    requests_per_second<pasted>, requests_per_second_bare<pasted>, requests_per_seconds<pasted>,
    time_per_request<pasted>, time_per_request_all<pasted>, time_per_request_concurent<pasted>,
    rate_received<pasted>, rate_received_kb<pasted>, rate_kb<pasted>, rate_sent<pasted>, rate_total<pasted>> {};
struct times_line : pegtl::sor<
    times_heading<pasted>, times_heading_nnn<pasted>, times_columns<pasted>, tabled_times_columns, short_times_columns<pasted>,
    connect_row<pasted>, processing_row<pasted>, waiting_row<pasted>, total_row<pasted>,
    short_connect_row<pasted>, short_processing_row<pasted>, short_waiting_row<pasted>, short_total_row<pasted>,
    touching_connect_row, touching_processing_row, touching_waiting_row, touching_total_row,
    doubt_as_error, rest_of_error, doubt_as_warning, rest_of_warning> {};
struct percentiles_line : pegtl::sor<
    percentiles_heading<pasted>, percentile_50<pasted>, percentile_66<pasted>, percentile_75<pasted>,
    percentile_80<pasted>, percentile_90<pasted>, percentile_95<pasted>, percentile_98<pasted>,
    percentile_99<pasted>, percentile_100<pasted>, percentile_100_last<pasted>, percentile_100_cut<pasted>> {};
struct run_line : pegtl::sor<
    banner, copyright, licence, old_licence, total_of, giving_up, trouble, usage_error, body_error, usage, dump> {};

// Any line of ab, to its end.
struct any_line : pegtl::sor<header_line, totals_line, rates_line, times_line, percentiles_line, run_line> {};

// Lines that were left open, and what follows them. Looked at first, so that nothing is stored of "Completed 100
// requests in a minute".
struct glued_lines : pegtl::seq<pegtl::plus<open_line>, pegtl::sor<pasted_end, any_line>> {};
struct line_of_ab : pegtl::sor<any_line, pegtl::seq<pegtl::at<glued_lines>, glued_lines>> {};

// One line of the ordered grammar; its action counts lines.
template <typename Line>
struct in_order : pegtl::seq<Line> {};
template <typename... Lines>
struct lines_in_order : pegtl::seq<pegtl::opt<in_order<Lines>>...> {};

// ab's lines in ab's order, so that each is compared with the one it most likely is.
struct plain_blank : plain_end {};
struct plain_blanks : pegtl::star<in_order<plain_blank>> {};
struct plain_run : pegtl::seq<
    lines_in_order<plain_banner, plain_banner_without_revision, plain_copyright, plain_licence>, plain_blanks,
    lines_in_order<plain_benchmarking, plain_benchmarking_done>, pegtl::star<in_order<plain_completed>>,
    lines_in_order<plain_finished>, plain_blanks> {};
struct plain_header : pegtl::seq<
    lines_in_order<server_software<plain>, server_hostname<plain>, server_port<plain>>, plain_blanks,
    lines_in_order<document_path<plain>, document_length<plain>>, plain_blanks> {};
struct plain_totals : lines_in_order<
    concurrency<plain>, time_taken<plain>, complete<plain>, failed<plain>, failed_breakdown<plain>,
    write_errors<plain>, non_2xx<plain>, keep_alive<plain>, total_transferred<plain>, total_body_sent<plain>,
    html_transferred<plain>> {};
struct plain_rates : lines_in_order<
    requests_per_second<plain>, time_per_request<plain>, time_per_request_all<plain>, rate_received<plain>,
    rate_sent<plain>, rate_total<plain>> {};
struct plain_times : lines_in_order<
    times_heading<plain>, times_columns<plain>, connect_row<plain>, processing_row<plain>, waiting_row<plain>,
    total_row<plain>> {};
struct plain_percentiles : lines_in_order<
    percentiles_heading<plain>, percentile_50<plain>, percentile_66<plain>, percentile_75<plain>,
    percentile_80<plain>, percentile_90<plain>, percentile_95<plain>, percentile_98<plain>,
    percentile_99<plain>, percentile_100<plain>> {};
struct plain_report : pegtl::seq<
    plain_run, plain_header, plain_totals, plain_rates, plain_blanks, plain_times, plain_blanks,
    plain_percentiles> {};
// clang-format on

}  // namespace abstat::rules
