// PEGTL rules for the lines of a document: quoting, heads, list markers, org's blocks, command lines.
#pragma once

#include <tao/pegtl.hpp>

namespace abstat::document_rules {

namespace p = tao::pegtl;

// clang-format off
struct blank          : p::one<' ', '\t'> {};
struct blanks         : p::star<blank> {};
struct rest           : p::until<p::eof> {};

// > > quoted
struct quote_prefix   : p::star<p::seq<blanks, p::one<'>'>>> {};
// ## head ##
struct atx_prefix     : p::seq<p::plus<p::one<'#'>>, blanks> {};
// - item, * item, + item, 3. item, 3) item, with the box of a task
struct ordinal        : p::rep_min_max<1, 9, p::digit> {};
struct bullet         : p::sor<p::one<'-', '*', '+'>, p::seq<ordinal, p::one<'.', ')'>>> {};
struct task_box       : p::seq<p::one<'['>, p::one<' ', 'x', 'X', '-'>, p::one<']'>, p::plus<blank>> {};
struct item_prefix    : p::seq<bullet, p::sor<p::plus<blank>, p::eof>, p::opt<task_box>> {};
struct text_prefix    : p::seq<quote_prefix, blanks, p::opt<item_prefix>> {};

// "sync: 4347 req/s", （2）…: a line that is an entry of its own among others like it
struct colon          : p::sor<p::one<':'>, TAO_PEGTL_STRING("：")> {};
struct bracketed      : p::seq<p::sor<TAO_PEGTL_STRING("（"), p::one<'('>>, p::rep_min_max<1, 2, p::digit>, p::sor<TAO_PEGTL_STRING("）"), p::one<')'>>> {};
struct entry_name     : p::rep_min_max<1, 60, p::not_at<p::sor<colon, p::one<'.', ',', ';'>, TAO_PEGTL_STRING("。"), TAO_PEGTL_STRING("，"), TAO_PEGTL_STRING("；")>>, p::any> {};
struct named_figure   : p::seq<entry_name, colon, p::not_at<p::two<'/'>>, p::until<p::digit>> {};
struct entry_line     : p::sor<bracketed, named_figure> {};

// the line below a head: ==== or ----
struct underline      : p::seq<p::sor<p::plus<p::one<'='>>, p::plus<p::one<'-'>>>, blanks, p::eof> {};

// org
struct stars          : p::plus<p::one<'*'>> {};
struct org_heading    : p::seq<stars, p::plus<blank>, rest> {};
struct org_begin      : p::seq<blanks, TAO_PEGTL_ISTRING("#+begin"), rest> {};
struct org_end        : p::seq<blanks, TAO_PEGTL_ISTRING("#+end"), rest> {};
struct org_keyword    : p::seq<blanks, TAO_PEGTL_STRING("#+"), rest> {};
struct org_title      : p::seq<blanks, TAO_PEGTL_ISTRING("#+title:"), blanks> {};
struct org_caption    : p::seq<blanks, TAO_PEGTL_ISTRING("#+caption:"), blanks> {};
struct org_fixed      : p::seq<blanks, p::one<':'>, p::sor<p::plus<blank>, p::eof>> {};
struct org_drawer     : p::seq<blanks, p::one<':'>, p::plus<p::sor<p::alpha, p::one<'_'>>>, p::one<':'>, rest> {};
struct org_item       : p::seq<blanks, p::sor<p::one<'-', '+'>, p::seq<p::plus<blank>, p::one<'*'>>, p::seq<ordinal, p::one<'.', ')'>>>, p::plus<blank>> {};

// <h2 class="x">text</h2>
struct html_heading   : p::seq<blanks, p::one<'<'>, p::one<'h', 'H'>, p::range<'1', '6'>, p::star<p::not_one<'>'>>, p::one<'>'>> {};
struct html_tag       : p::seq<p::one<'<'>, p::star<p::not_one<'>'>>, p::opt<p::one<'>'>>> {};

// $ cmd, # cmd, > cmd, user@host:~$ cmd, : cmd (org)
struct prompt         : p::sor<p::seq<p::one<'$', '#', '>', '%'>, p::plus<blank>>,
                               p::seq<p::plus<p::sor<p::alnum, p::one<'@', ':', '~', '/', '.', '-', '_', '[', ']'>>>, p::one<'$', '#', '%'>, p::plus<blank>>> {};
struct word_end       : p::sor<p::at<blank>, p::eof> {};
struct assignment     : p::seq<p::identifier, p::one<'='>, p::star<p::not_one<' ', '\t'>>, p::plus<blank>> {};
struct launcher       : p::seq<p::sor<TAO_PEGTL_STRING("sudo"), TAO_PEGTL_STRING("time"), TAO_PEGTL_STRING("nohup"), TAO_PEGTL_STRING("exec")>, p::plus<blank>> {};
struct folder         : p::star<p::seq<p::star<p::sor<p::alnum, p::one<'.', '_', '-', '~'>>>, p::one<'/'>>> {};
struct program        : p::sor<
    TAO_PEGTL_STRING("ab"), TAO_PEGTL_STRING("ab2"), TAO_PEGTL_STRING("apachebench"),
    TAO_PEGTL_STRING("gunicorn"), TAO_PEGTL_STRING("uwsgi"), TAO_PEGTL_STRING("uvicorn"), TAO_PEGTL_STRING("hypercorn"), TAO_PEGTL_STRING("daphne"),
    TAO_PEGTL_STRING("waitress-serve"), TAO_PEGTL_STRING("flask"), TAO_PEGTL_STRING("django-admin"), TAO_PEGTL_STRING("python3"), TAO_PEGTL_STRING("python2"), TAO_PEGTL_STRING("python"),
    TAO_PEGTL_STRING("pypy3"), TAO_PEGTL_STRING("pypy"), TAO_PEGTL_STRING("nginx"), TAO_PEGTL_STRING("caddy"), TAO_PEGTL_STRING("httpd"), TAO_PEGTL_STRING("apachectl"), TAO_PEGTL_STRING("haproxy"),
    TAO_PEGTL_STRING("node"), TAO_PEGTL_STRING("npm"), TAO_PEGTL_STRING("npx"), TAO_PEGTL_STRING("yarn"), TAO_PEGTL_STRING("pm2"), TAO_PEGTL_STRING("deno"), TAO_PEGTL_STRING("bun"),
    TAO_PEGTL_STRING("php-fpm"), TAO_PEGTL_STRING("php"), TAO_PEGTL_STRING("java"), TAO_PEGTL_STRING("go"), TAO_PEGTL_STRING("cargo"), TAO_PEGTL_STRING("dotnet"),
    TAO_PEGTL_STRING("puma"), TAO_PEGTL_STRING("unicorn"), TAO_PEGTL_STRING("thin"), TAO_PEGTL_STRING("rails"), TAO_PEGTL_STRING("bundle"), TAO_PEGTL_STRING("ruby"), TAO_PEGTL_STRING("rackup"),
    TAO_PEGTL_STRING("docker-compose"), TAO_PEGTL_STRING("docker"), TAO_PEGTL_STRING("podman")> {};
struct program_word   : p::seq<program, word_end> {};
struct command_line   : p::seq<blanks, p::opt<prompt>, p::star<p::sor<assignment, launcher>>, folder, program_word, rest> {};
struct command_prefix : p::seq<blanks, p::opt<prompt>> {};

// "… ab -n 1000 …" inside a line of prose
struct ab_call        : p::seq<TAO_PEGTL_STRING("ab -"), p::alpha> {};
struct before_ab      : p::star<p::not_at<ab_call>, p::sor<p::plus<p::alnum>, p::any>> {};
struct ab_in_prose    : p::seq<before_ab, p::at<ab_call>> {};
// `code`, ``code``
struct ticks          : p::plus<p::one<'`'>> {};
// clang-format on

}  // namespace abstat::document_rules
