#include "claim_setup_grammar.hpp"
#include "claim_tables.hpp"
#include "document_reading.hpp"

#include <algorithm>
#include <tao/pegtl/contrib/analyze.hpp>

namespace abstat {

namespace rules = setup_rules;

namespace {

struct Setup {
  std::optional<Figure> requests;
  std::optional<Figure> concurrency;
};

template <typename Rule>
struct setup_action : tao::pegtl::nothing<Rule> {};
template <>
struct setup_action<rules::requests> {
  template <typename Input>
  static void apply(const Input& in, Setup& setup) {
    setup.requests = parse_figure(in.string_view());
  }
};
template <>
struct setup_action<rules::concurrency> {
  template <typename Input>
  static void apply(const Input& in, Setup& setup) {
    setup.concurrency = parse_figure(in.string_view());
  }
};

void add_setup(const Command& command, std::string_view call, ClaimMetric metric, const Figure& figure,
               const Document& document, ClaimsRead& out) {
  Claim claim;
  claim.where = {document.file, command.line, 0};
  claim.text = std::string(call);
  ++out.numbers;
  claim.carrier = (metric == ClaimMetric::complete ? "-n " : "-c ") + figure.text();
  claim.kind = ClaimKind::setup;
  claim.metric = metric;
  claim.aggregate = Aggregate::each;
  claim.number = ClaimNumber{};
  claim.number->figure = figure;
  claim.number->text = figure.text();
  const auto next =
      std::upper_bound(document.blocks.begin(), document.blocks.end(), command.line,
                       [](std::size_t line, const Block& block) { return line < block.first_line; });
  claim.block =
      next == document.blocks.begin() ? 0 : static_cast<std::size_t>(next - document.blocks.begin()) - 1;
  out.claims.push_back(std::move(claim));
}

}  // namespace

void read_setup_commands(const Document& document, const std::vector<Report>& reports, ClaimsRead& out) {
  if (reports.empty()) return;
  for (const Command& command : document.commands) {
    const auto call = ab_call_in(command.text);
    if (!call) continue;
    Setup setup;
    tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf, const char*> in(
        call->data(), call->data() + call->size(), "");
    if (!tao::pegtl::parse<rules::call, setup_action>(in, setup)) continue;
    if (setup.requests) add_setup(command, *call, ClaimMetric::complete, *setup.requests, document, out);
    if (setup.concurrency)
      add_setup(command, *call, ClaimMetric::concurrency, *setup.concurrency, document, out);
  }
}

}  // namespace abstat
