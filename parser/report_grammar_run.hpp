// What ab prints before and around its report: who it is, how far it got, what went wrong, and what -v dumps.
#pragma once

#include "report_style.hpp"

namespace abstat::rules {

// clang-format off

// This is ApacheBench, Version 2.3 <$Revision: 1843412 $>
// This is ApacheBench, Version 2.3 <$Revision$>                                       (Debian)
// This is ApacheBench, Version 1.3d <$Revision: 1.73 $> apache-1.3
struct opening_angle    : pegtl::seq<pegtl::opt<pegtl::one<'\\'>>, pegtl::sor<pegtl::one<'<'>, literal<"&lt;">>> {};
struct closing_angle    : pegtl::seq<pegtl::opt<pegtl::one<'\\'>>, pegtl::sor<pegtl::one<'>'>, literal<"&gt;">>> {};
struct version          : pegtl::plus<pegtl::sor<pegtl::alnum, pegtl::one<'.', '-', '_', '+'>>> {};
struct revision_number  : pegtl::plus<pegtl::sor<pegtl::digit, pegtl::one<'.'>>> {};
struct revision         : pegtl::seq<opening_angle, pegtl::opt<pegtl::one<'\\'>>, literal<"$Revision">, pegtl::opt<pegtl::one<':'>, pegtl::star<blank>, revision_number>, pegtl::star<blank>, pegtl::opt<pegtl::one<'\\'>>, pegtl::one<'$'>, closing_angle> {};
struct apache_1_3       : literal<"apache-1.3"> {};
struct apache_2_0       : literal<"apache-2.0"> {};
struct banner           : pegtl::seq<spaced<"This is ApacheBench, Version ">, version, pegtl::star<blank>, pegtl::opt<revision>, pegtl::star<blank>, pegtl::opt<pegtl::sor<apache_1_3, apache_2_0>>, pasted_end> {};
struct plain_revision   : pegtl::sor<pegtl::seq<literal<" <$Revision$>">, no_word<1>>, pegtl::seq<literal<" <$Revision: ">, plain_word<1>, literal<" $>">>, no_word<1>> {};
struct plain_apache     : pegtl::sor<pegtl::seq<pegtl::one<' '>, pegtl::sor<apache_1_3, apache_2_0>>, no_word<2>> {};
struct plain_banner     : pegtl::seq<literal<"This is ApacheBench, Version ">, plain_word<0>, plain_revision, plain_apache, plain_end> {};

// Copyright 1996 Adam Twiss, Zeus Technology Ltd, http://www.zeustech.net/
// Copyright (c) 1996 Adam Twiss, Zeus Technology Ltd, http://www.zeustech.net/         (to 2.0.65)
struct archived_link    : literal<"web.archive.org"> {};
struct rest_of_line     : pegtl::star<pegtl::sor<archived_link, pegtl::any>> {};
struct copyright        : pegtl::seq<spaced<"Copyright ">, pegtl::opt<spaced<"(c) ">>, literal<"1996">, rest_of_line> {};
struct plain_archived_copyright : pegtl::seq<literal<"Copyright 1996 Adam Twiss, Zeus Technology Ltd, http://">, archived_link, literal<"/web/20000304112933/http://www.zeustech.net/">> {};
struct plain_copyright  : pegtl::seq<pegtl::sor<
    literal<"Copyright 1996 Adam Twiss, Zeus Technology Ltd, http://www.zeustech.net/">,
    literal<"Copyright (c) 1996 Adam Twiss, Zeus Technology Ltd, http://www.zeustech.net/">, plain_archived_copyright>, plain_end> {};
// Licensed to The Apache Software Foundation, http://www.apache.org/                   (2.2.9 and later)
struct licence          : pegtl::seq<spaced<"Licensed to The Apache Software Foundation">, rest_of_line> {};
struct plain_licence    : pegtl::seq<literal<"Licensed to The Apache Software Foundation, http://www.apache.org/">, plain_end> {};
// Copyright (c) 1998-2001 The Apache Software Foundation, http://www.apache.org/       (to 2.2.8)
struct copyright_years  : pegtl::plus<pegtl::sor<pegtl::digit, pegtl::one<'-', '/'>>> {};
struct old_licence      : pegtl::seq<spaced<"Copyright ">, pegtl::opt<spaced<"(c) ">>, copyright_years, spaced<" The Apache ">, rest_of_line> {};
struct plain_old_licence : pegtl::seq<literal<"Copyright ">, pegtl::opt<literal<"(c) ">>, copyright_years, literal<" The Apache ">,
    pegtl::sor<literal<"Software Foundation">, literal<"Group">>, literal<", http://www.apache.org/">, plain_end> {};

// Benchmarking localhost (be patient)
// Benchmarking example.test [through 127.0.0.1:18080] (be patient).....done
struct benchmarked_host : pegtl::plus<pegtl::not_one<' ', '\t'>> {};
struct proxy_port       : pegtl::seq<pegtl::one<':'>, pasted_integer<0>, pegtl::one<']'>> {};
struct proxy_host       : pegtl::plus<pegtl::not_at<proxy_port>, pegtl::not_one<' ', '\t'>> {};
struct through_proxy    : pegtl::seq<spaced<"[through ">, proxy_host, proxy_port, blanks> {};
struct left_open        : literal<"..."> {};
struct benchmarking     : pegtl::seq<spaced<"Benchmarking ">, benchmarked_host, blanks, pegtl::opt<through_proxy>, spaced<"(be patient)">, pegtl::opt<left_open>> {};
struct plain_benchmarking      : pegtl::seq<literal<"Benchmarking ">, plain_word<0>, literal<" (be patient)">, plain_end> {};
struct plain_benchmarking_done : pegtl::seq<literal<"Benchmarking ">, plain_word<0>, literal<" (be patient).....done">, plain_end> {};
// "Benchmarking 127.0.0.1 (be patient)...\r        \rServer Software:        tiny/1.0"            (1.1 to 2.0.16)
// Blanks wipe what the terminal shows. Where CRs end lines, they wipe nothing.
struct cr_is_no_line_end {
  using rule_t = cr_is_no_line_end;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& /*in*/, State& state) {
    return state.line.cr_is_no_line_end;
  }
};
struct wiped_line : pegtl::seq<pegtl::one<'\r'>, cr_is_no_line_end, pegtl::star<pegtl::one<' '>>, pegtl::one<'\r'>> {};
struct plain_benchmarking_wiped : pegtl::seq<literal<"Benchmarking ">, plain_word<0>, literal<" (be patient)...">, pegtl::at<wiped_line>> {};

// Completed 100 requests
struct completed        : pegtl::seq<spaced<"Completed ">, pasted_integer<0>, spaced<" requests">> {};
struct plain_completed  : pegtl::seq<literal<"Completed ">, plain_integer<0>, literal<" requests">, plain_end> {};
// Finished 1000 requests
// Finished 65 requests (interrupted)                                                   (trunk)
// ..done
// ..interrupted                                                                        (trunk)
struct finished_early_mark : spaced<" (interrupted)"> {};
struct finished_count   : pegtl::seq<spaced<"Finished ">, pasted_integer<0>, spaced<" requests">, pegtl::opt<finished_early_mark>> {};
struct finished_early   : literal<"..interrupted"> {};
struct finished         : literal<"..done"> {};
struct plain_finished   : pegtl::seq<literal<"Finished ">, plain_integer<0>, literal<" requests">, plain_end> {};

// ^C
struct interrupt_echo   : pegtl::plus<literal<"^C">> {};

// Total of 3 requests completed
struct total_of         : pegtl::seq<spaced<"Total of ">, pasted_integer<0>, spaced<" requests completed">, pasted_end> {};

// apr_socket_recv: Connection refused (111)
// apr_sockaddr_info_get() for no-such-host.invalid: Name or service not known (670002)
// socket: Too many open files (24)
struct code_at_end      : pegtl::seq<pegtl::star<blank>, pegtl::one<'('>, pegtl::plus<pegtl::digit>, pegtl::one<')'>, pasted_end> {};
struct apr_call         : pegtl::seq<literal<"apr_">, pegtl::plus<pegtl::sor<pegtl::alnum, pegtl::one<'_'>>>, pegtl::opt<literal<"()">>, pegtl::opt<literal<" failed">>, pegtl::opt<literal<" for ">, pegtl::plus<pegtl::not_at<literal<": ">>, pegtl::any>>> {};
struct socket_call      : pegtl::seq<literal<"socket">, pegtl::opt<pegtl::sor<literal<" nonblock">, literal<" nodelay">, literal<" send buffer">, literal<" receive buffer">>>> {};
struct address_call     : pegtl::sor<literal<"bind">, literal<"src_address get">, literal<"src_address bind">> {};
struct failed_call      : pegtl::seq<pegtl::sor<apr_call, socket_call, address_call>, literal<": ">, pegtl::until<code_at_end>> {};
// Test aborted after 10 failures
struct aborted_test     : pegtl::seq<spaced<"Test aborted after ">, pegtl::plus<pegtl::digit>, spaced<" failures">> {};
// Server timed out                                                                     (1.3)
// Bad hostname: no-such-host.invalid                                                   (1.3)
struct other_end        : pegtl::sor<literal<"Server timed out">, literal<"Bad hostname: ">, literal<"Response header too long">, literal<"Could not allocate memory">, literal<"select: ">, literal<"write: Broken pipe">> {};
struct giving_up        : pegtl::seq<pegtl::at<pegtl::sor<failed_call, aborted_test, other_end>>, pasted_text<0>, pasted_end> {};

// Send request failed!
// SSL handshake failed (1).
// 80F5A4B9:error:0A00010B:SSL routines:ssl3_get_record:wrong version number
struct openssl_error    : pegtl::seq<pegtl::plus<pegtl::xdigit>, literal<":error:">> {};
struct other_trouble    : pegtl::sor<literal<"Send request failed!">, literal<"Send request timed out!">, literal<"SSL handshake failed">, literal<"SSL read failed">, literal<"SSL write failed">, literal<"SSL connection failed">, literal<"socket closed">, literal<"Cannot open CSV output file">, literal<"Cannot open gnuplot output file">, literal<"The entire post RQ could not be transmitted">> {};
struct trouble          : pegtl::seq<pegtl::at<pegtl::sor<other_trouble, openssl_error>>, pasted_text<0>, pasted_end> {};
// Printed once for every failed request, so that one can follow another on a line without an end.
struct send_failed      : literal<"Send request failed!"> {};

// ab: wrong number of arguments
struct program_folder   : pegtl::rep_max<8, pegtl::rep_max<64, pegtl::not_one<' ', '/', '\\'>>, pegtl::one<'/', '\\'>> {};
struct program          : pegtl::seq<program_folder, pegtl::sor<literal<"abs">, literal<"ab">>, pegtl::opt<literal<".exe">>> {};
struct usage_complaint  : pegtl::sor<literal<"wrong number of arguments">, literal<"Invalid or missing arguments">, literal<"invalid URL">, literal<"Invalid Concurrency">, literal<"Cannot use concurrency level">, literal<"illegal option">, literal<"invalid option">, literal<"option requires an argument">, literal<"missing argument">> {};
struct usage_error      : pegtl::seq<pegtl::at<program, literal<": ">, usage_complaint>, pasted_text<0>, pasted_end> {};
// ab: Could not open POST data file (/nonexistent): No such file or directory
struct body_complaint   : pegtl::sor<literal<"Could not open POST data file">, literal<"Could not stat POST data file">, literal<"Could not read POST data file">, literal<"Could not allocate POST data buffer">> {};
struct body_error       : pegtl::seq<pegtl::at<program, literal<": ">, body_complaint>, pasted_text<0>, pasted_end> {};
// Usage: ab [options] [http[s]://]hostname[:port]/path
struct usage            : pegtl::seq<literal<"Usage: ">, program, spaced<" [options] [http">, pegtl::star<pegtl::any>> {};

// INFO: GET header == 
// LOG: header received:
// LOG: Response code = 200
// WARNING: Response code not 2xx (404)
struct dump             : pegtl::seq<pegtl::sor<
    pegtl::seq<literal<"INFO: ">, pegtl::plus<pegtl::upper>, literal<" header ==">>,
    literal<"LOG: header received:">, literal<"LOG: Response code = ">, literal<"WARNING: Response code not 2xx">>, pegtl::star<pegtl::any>> {};
// clang-format on

}  // namespace abstat::rules

namespace tao::pegtl {

template <typename Name>
struct analyze_traits<Name, abstat::rules::cr_is_no_line_end> : analyze_opt_traits<> {};

}  // namespace tao::pegtl
