// The grammars of a whole report: any line wherever it stands, and all lines in the order ab prints them.
#pragma once

#include "line_digits.hpp"
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

// What stands in front of every line: nothing, or what stood in front of the last one.
struct no_lead : pegtl::success {};
struct learned_lead {
  using rule_t = learned_lead;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    const std::size_t size = state.learned.size();
    if (!state.learned.begins(in.current(), in.size(size + digits::width), size)) return false;
    in.bump_in_this_line(size);
    return true;
  }
};
struct learned_lead_of_blank {
  using rule_t = learned_lead_of_blank;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    const std::size_t size = state.learned.size_without_blanks();
    if (!state.learned.begins(in.current(), in.size(size + digits::width), size)) return false;
    in.bump_in_this_line(size);
    return true;
  }
};

// Lines without and with a prefix.
struct unprefixed {
  using lead = no_lead;
  struct blank_line : plain_end {};
};
struct prefixed {
  using lead = learned_lead;
  struct blank_line : pegtl::sor<plain_end, pegtl::seq<learned_lead_of_blank, pegtl::star<blank>, plain_end>> {};
};

// One line of the ordered grammar; its action counts lines.
template <typename Line>
struct in_order : pegtl::seq<Line> {};
template <typename P, typename... Lines>
struct lines_in_order : pegtl::seq<pegtl::opt<in_order<pegtl::seq<typename P::lead, Lines>>>...> {};
template <typename P>
struct blank_lines : pegtl::star<in_order<typename P::blank_line>> {};

// ab's lines in ab's order, so that each is compared with the one it most likely is.
template <typename P> struct plain_run : pegtl::seq<
    lines_in_order<P, plain_banner, plain_banner_without_revision, plain_copyright, plain_licence>, blank_lines<P>,
    lines_in_order<P, plain_benchmarking, plain_benchmarking_done>,
    pegtl::star<in_order<pegtl::seq<typename P::lead, plain_completed>>>,
    lines_in_order<P, plain_finished>, blank_lines<P>> {};
template <typename P> struct plain_header : pegtl::seq<
    lines_in_order<P, server_software<plain>, server_hostname<plain>, server_port<plain>>, blank_lines<P>,
    lines_in_order<P, document_path<plain>, document_length<plain>>, blank_lines<P>> {};
template <typename P> struct plain_totals : lines_in_order<P,
    concurrency<plain>, time_taken<plain>, complete<plain>, failed<plain>, failed_breakdown<plain>,
    write_errors<plain>, non_2xx<plain>, keep_alive<plain>, total_transferred<plain>, total_body_sent<plain>,
    html_transferred<plain>> {};
template <typename P> struct plain_rates : lines_in_order<P,
    requests_per_second<plain>, time_per_request<plain>, time_per_request_all<plain>, rate_received<plain>,
    rate_sent<plain>, rate_total<plain>> {};
template <typename P> struct plain_times : lines_in_order<P,
    times_heading<plain>, times_columns<plain>, connect_row<plain>, processing_row<plain>, waiting_row<plain>,
    total_row<plain>> {};
template <typename P> struct plain_percentiles : lines_in_order<P,
    percentiles_heading<plain>, percentile_50<plain>, percentile_66<plain>, percentile_75<plain>,
    percentile_80<plain>, percentile_90<plain>, percentile_95<plain>, percentile_98<plain>,
    percentile_99<plain>, percentile_100<plain>> {};
template <typename P> struct plain_report : pegtl::seq<
    plain_run<P>, plain_header<P>, plain_totals<P>, plain_rates<P>, blank_lines<P>, plain_times<P>, blank_lines<P>,
    plain_percentiles<P>> {};
// clang-format on

}  // namespace abstat::rules

namespace tao::pegtl {

template <typename Name>
struct analyze_traits<Name, abstat::rules::learned_lead> : analyze_opt_traits<> {};
template <typename Name>
struct analyze_traits<Name, abstat::rules::learned_lead_of_blank> : analyze_opt_traits<> {};

}  // namespace tao::pegtl
