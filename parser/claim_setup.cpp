// Set-up: the options of calls of ab, and sentences that say how it was measured.
#include "claim_sentence.hpp"
#include "claim_setup_grammar.hpp"
#include "claim_tables.hpp"
#include "document_reading.hpp"

#include <algorithm>
#include <tao/pegtl/contrib/analyze.hpp>

namespace abstat {

namespace rules = setup_rules;

namespace {

struct Option {
  Figure figure;
  std::size_t offset = 0;  // bytes into the call
};

struct Setup {
  const char* call = nullptr;
  std::optional<Option> requests;
  std::optional<Option> concurrency;
};

template <typename Input>
std::optional<Option> option_at(const Input& in, const Setup& setup) {
  const auto figure = parse_figure(in.string_view());
  if (!figure) return std::nullopt;
  return Option{*figure, static_cast<std::size_t>(in.begin() - setup.call)};
}

template <typename Rule>
struct setup_action : tao::pegtl::nothing<Rule> {};
template <>
struct setup_action<rules::requests> {
  template <typename Input>
  static void apply(const Input& in, Setup& setup) {
    setup.requests = option_at(in, setup);
  }
};
template <>
struct setup_action<rules::concurrency> {
  template <typename Input>
  static void apply(const Input& in, Setup& setup) {
    setup.concurrency = option_at(in, setup);
  }
};

// `call_column`: where the call stands in its line, 0 where its text is not found there.
void add_setup(const Command& command, std::string_view call, std::size_t call_column, ClaimMetric metric,
               const Option& option, const Document& document, ClaimsRead& out) {
  const Figure& figure = option.figure;
  Claim claim;
  if (call_column > 0) claim.option_column = call_column + option.offset;
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

namespace {

// The lines of a text, asked for in their order.
class LineFinder {
 public:
  explicit LineFinder(std::string_view text) : rest_(text) {}

  std::string_view line(std::size_t number) {
    for (; number_ < number && !rest_.empty(); ++number_) current_ = take_line(rest_);
    return number_ == number ? current_ : std::string_view{};
  }

 private:
  std::string_view rest_;
  std::string_view current_;
  std::size_t number_ = 0;
};

}  // namespace

void read_setup_commands(const Document& document, const std::vector<Report>& reports, ClaimsRead& out) {
  if (reports.empty()) return;
  LineFinder lines(document.text);
  for (const Command& command : document.commands) {
    const auto call = ab_call_in(command.text);
    if (!call) continue;
    Setup setup;
    setup.call = call->data();
    tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf, const char*> in(
        call->data(), call->data() + call->size(), "");
    if (!tao::pegtl::parse<rules::call, setup_action>(in, setup)) continue;
    const std::size_t at = lines.line(command.line).find(*call);
    const std::size_t column = at == std::string_view::npos ? 0 : at + 1;
    if (setup.requests)
      add_setup(command, *call, column, ClaimMetric::complete, *setup.requests, document, out);
    if (setup.concurrency)
      add_setup(command, *call, column, ClaimMetric::concurrency, *setup.concurrency, document, out);
  }
}

// "1000 requests over 10 connections", and no figure beside them: the sentence says how it was measured.
bool SentenceReader::states_setup() const {
  const auto has_unit = [this](Word unit) {
    return std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(),
                       [unit](const Amount& amount) { return amount.unit == unit; });
  };
  if (!has_unit(Word::requests) || !has_unit(Word::concurrency) || has_unit(Word::rate_unit)) return false;
  return !has_unit(Word::time_unit) || names_both_loads();
}

// "1000 requests, 100 at a time, take 27.7 seconds"
bool SentenceReader::names_both_loads() const {
  constexpr std::size_t between = 3;
  const auto& amounts = sentence_.amounts;
  for (std::size_t i = 0; i + 1 < amounts.size(); ++i) {
    const bool loads = (amounts[i].unit == Word::requests && amounts[i + 1].unit == Word::concurrency) ||
                       (amounts[i].unit == Word::concurrency && amounts[i + 1].unit == Word::requests);
    if (loads && amounts[i + 1].first <= amounts[i].last + between) return true;
  }
  return false;
}

// No figure, change or order stands in the sentence: it says how things were.
bool SentenceReader::only_describes() const {
  const auto states = [](const Amount& amount) {
    return amount.unit == Word::rate_unit || amount.unit == Word::time_unit || amount.unit == Word::percent ||
           amount.unit == Word::times || amount.unit == Word::byte_rate;
  };
  constexpr std::size_t few_words = 6;  // a caption
  if (around_.heading || sentence_.tokens.size() < few_words) return false;
  const bool of_runs = sentence_.has(Word::runs) || sentence_.has(Word::requests);
  return of_runs && std::none_of(sentence_.amounts.begin(), sentence_.amounts.end(), states) &&
         !sentence_.has(Word::relation) && !sentence_.has(Word::surpass) && !sentence_.has(Word::metric) &&
         !sentence_.has(Word::conditional) && !sentence_.has(Word::lost);
}

// "1000 requests", "100 concurrent connections".
bool SentenceReader::read_setup(Amount& amount) {
  if (amount.implied_load) return false;
  if (amount.unit != Word::requests && amount.unit != Word::concurrency) return false;
  const Clause& clause = sentence_.clause_of(amount.number);
  if (sentence_.has(Word::failed, clause.first, clause.last)) return false;
  Claim claim = draft(amount.number, amount.number + 1);
  claim.kind = ClaimKind::setup;
  claim.metric = amount.unit == Word::requests ? ClaimMetric::complete : ClaimMetric::concurrency;
  if (amount.unit == Word::concurrency && !sentence_.has(Word::every, clause.first, clause.last) &&
      !states_setup()) {
    if (!only_describes() || amount.side != Side::none) return false;
    claim.metric_named = false;  // it may be a condition
  }
  claim.subject = counted_scopes(&amount, amount.number);
  // "81 ms, 44 ms (all at 128 connections)" names a load of the figures beside it.
  const bool beside_figures =
      std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [](const Amount& other) {
        return other.unit == Word::time_unit || other.unit == Word::rate_unit || other.unit == Word::percent;
      });
  if (beside_figures) claim.metric_named = false;
  // "2000 requests each at 1, 16, 64 and 256 connections": of one of the reports
  const bool listed = amount.unit == Word::concurrency && crowded(amount);
  if (listed) claim.aggregate = Aggregate::none;
  if (listed) claim.metric_named = false;
  take_number(claim, amount);
  claim.kind = ClaimKind::setup;
  add(std::move(claim));
  return true;
}

}  // namespace abstat
