// PEGTL rules for the options of a call of ab that its report prints again.
#pragma once

#include <tao/pegtl.hpp>

namespace abstat::setup_rules {

namespace p = tao::pegtl;

// clang-format off
struct blanks      : p::plus<p::one<' ', '\t'>> {};
struct requests    : p::plus<p::digit> {};
struct concurrency : p::plus<p::digit> {};
struct word        : p::plus<p::not_one<' ', '\t'>> {};
// -n 1000, -n1000; flags without a value may stand before it: -kn 1000
struct requests_option    : p::seq<p::one<'-'>, p::star<p::one<'k', 'l', 'q', 'r', 'd', 'S', 'i'>>, p::one<'n'>, p::opt<blanks>, requests, p::at<p::sor<p::one<' ', '\t', '\n', '\r'>, p::eof>>> {};
struct concurrency_option : p::seq<p::one<'-'>, p::star<p::one<'k', 'l', 'q', 'r', 'd', 'S', 'i'>>, p::one<'c'>, p::opt<blanks>, concurrency, p::at<p::sor<p::one<' ', '\t', '\n', '\r'>, p::eof>>> {};
struct call        : p::seq<TAO_PEGTL_STRING("ab"), p::star<blanks, p::sor<requests_option, concurrency_option, word>>> {};
// clang-format on

}  // namespace abstat::setup_rules
