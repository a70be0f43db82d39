// The grammar of a report as ab prints it: the lines of all versions in ab's order, so that each is compared
// with the one it most likely is. Any of them may be missing; blank lines may stand anywhere.
#pragma once

#include "line_digits.hpp"
#include "report_grammar.hpp"
#include "report_grammar_run.hpp"
#include "report_grammar_times.hpp"

namespace abstat::rules {

// clang-format off

// A line without words, without its prefix; its action counts lines.
struct blank_in_order : plain_end {};

// Nothing in front of the lines.
struct unprefixed {
  using next_line = pegtl::success;
  using blank_lines = pegtl::star<blank_in_order>;
  using left_open = pegtl::opt<pegtl::opt<plain_benchmarking_wiped>, wiped_line>;
};

// In front of each line the prefix that was learned from one before, without the blanks at its end if the line
// has no words. Where a line begins otherwise, the text ends for the rules of the order.
struct learned_lead {
  using rule_t = learned_lead;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    if (state.learned.begins(in.current(), in.size(0))) {
      in.bump_in_this_line(state.learned.size());
    } else if (!lead_of_blank(in, state)) {
      in.private_set_end(in.current());
    }
    return true;
  }

  template <typename Input, typename State>
  [[nodiscard]] static bool lead_of_blank(Input& in, const State& state) {
    if (!state.learned.begins_without_blanks(in.current(), in.size(0))) return false;
    auto mark = in.template mark<pegtl::rewind_mode::required>();
    in.bump_in_this_line(state.learned.size_without_blanks());
    return mark(pegtl::parse<pegtl::seq<pegtl::star<blank>, pegtl::at<plain_end>>>(in));
  }
};
struct prefixed {
  using next_line = called<pegtl::seq<learned_lead, pegtl::star<blank_in_order, learned_lead>>>;
  using blank_lines = pegtl::success;
  using left_open = pegtl::success;
};

// One line of the order; its action counts lines.
template <typename P, typename Line>
struct in_order : pegtl::seq<Line, typename P::next_line> {};
template <typename P, typename... Lines>
struct lines_in_order : pegtl::seq<pegtl::opt<in_order<P, Lines>>...> {};

template <typename P> struct plain_run : pegtl::seq<
    lines_in_order<P, plain_banner, plain_copyright, plain_licence, plain_old_licence>, typename P::blank_lines,
    lines_in_order<P, plain_benchmarking, plain_benchmarking_done>,
    pegtl::star<in_order<P, plain_completed>>, lines_in_order<P, plain_finished>, typename P::blank_lines> {};
template <typename P> struct plain_header : pegtl::seq<
    typename P::left_open,
    lines_in_order<P, server_software<plain>, server_hostname<plain>, server_port<plain>, tls_protocol<plain>,
        server_temp_key<plain>, tls_server_name<plain>>, typename P::blank_lines,
    lines_in_order<P, document_path<plain>, document_length<plain>, document_variable<plain>>, typename P::blank_lines> {};
template <typename P> struct plain_totals : lines_in_order<P,
    workers<plain>, concurrency<plain>, concurrency_misspelt<plain>, concurrency_achieved<plain>, rampup_delay<plain>,
    time_taken<plain>, window<plain>, requests_asked<plain>, complete<plain>, failed<plain>, failed_breakdown<plain>,
    failed_breakdown_without_receive<plain>, broken_pipe_errors<plain>, write_errors<plain>, non_2xx<plain>,
    keep_alive<plain>, keep_alive_aborts<plain>, total_transferred<plain>, total_misspelt<plain>, total_posted<plain>,
    total_put<plain>, total_body_sent<plain>, html_transferred<plain>, html_misspelt<plain>> {};
template <typename P> struct plain_rates : lines_in_order<P,
    requests_per_second<plain>, requests_per_second_bare<plain>, requests_per_seconds<plain>, time_per_request<plain>,
    time_per_request_all<plain>, time_per_request_concurent<plain>, rate_received<plain>, rate_received_kb<plain>,
    rate_kb<plain>, rate_sent<plain>, rate_total<plain>> {};
template <typename P> struct plain_times : lines_in_order<P,
    times_heading<plain>, times_heading_nnn<plain>, times_columns<plain>, short_times_columns<plain>,
    connect_row<plain>, short_connect_row<plain>, processing_row<plain>, short_processing_row<plain>,
    waiting_row<plain>, short_waiting_row<plain>, total_row<plain>, short_total_row<plain>> {};
template <typename P> struct plain_percentiles : lines_in_order<P,
    percentiles_heading<plain>, percentile_50<plain>, percentile_66<plain>, percentile_75<plain>,
    percentile_80<plain>, percentile_90<plain>, percentile_95<plain>, percentile_98<plain>,
    percentile_99<plain>, percentile_100<plain>, percentile_100_last<plain>> {};
template <typename P> struct plain_report : pegtl::seq<
    typename P::next_line, plain_run<P>, plain_header<P>, plain_totals<P>, plain_rates<P>,
    typename P::blank_lines, plain_times<P>, typename P::blank_lines, plain_percentiles<P>> {};
// clang-format on

}  // namespace abstat::rules

namespace tao::pegtl {

template <typename Name>
struct analyze_traits<Name, abstat::rules::learned_lead> : analyze_opt_traits<> {};

}  // namespace tao::pegtl
