#include "claims_left_out.hpp"

#include "claims_accusation.hpp"

#include <algorithm>

namespace abstat {

namespace {

// 100k where a report is of the page /100k
bool is_a_name(const Binder& binder, const JudgedClaim& judged) {
  const std::string& carrier = judged.claim.carrier;
  const bool told = judged.verdict == Verdict::confirmed && judged.match != Match::significant_digits;
  const bool release = carrier.find_first_not_of("0123456789.") == std::string::npos && carrier.size() <= 4;
  if (release && !told && judged.claim.relation == Relation::none && carrier.find('.') != std::string::npos)
    return binder.is_in_a_name(carrier);  // "4.0 serves 35 % less than 3.9"
  if (told || carrier.find('.') != std::string::npos)
    return false;  // "## Plain HTTP: 18.1k requests per second"
  const bool lettered =
      std::any_of(carrier.begin(), carrier.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return lettered && judged.claim.relation == Relation::none && binder.is_in_a_name(carrier);
}

// A number that only looked like a rate, and is none of these reports'.
bool is_other_number(const Binder& binder, const JudgedClaim& judged) {
  const bool fits = judged.verdict == Verdict::confirmed || judged.verdict == Verdict::inexact;
  if (judged.claim.relation != Relation::none || fits || is_unreported(binder, judged.claim)) return false;
  // "The SLA asks for 250 ms", "redis-benchmark claims 90,000 a second"
  const std::string_view doubt = judged.claim.doubt;
  const bool of_others = doubt == "a goal" || doubt == "a plan" || doubt == "another source or tool";
  if (judged.verdict == Verdict::unsupported && judged.claim.in_prose && of_others) return true;
  const bool is_doubted = judged.verdict == Verdict::ambiguous;
  if (!judged.claim.metric_named) return !is_doubted;
  // "QPS is 1.7 times that of gevent, … (64 against 28)": nowhere near any rate.
  constexpr double far = 5;
  const bool compared = judged.claim.metric_carried && judged.claim.number && judged.measured;
  return compared && judged.claim.number->value() * far < judged.measured->value();
}

// What no two reports can be found for is a general remark.
bool is_remark(const Binder& binder, const JudgedClaim& judged) {
  const Claim& claim = judged.claim;
  if (judged.verdict != Verdict::unsupported) return false;
  if (claim.kind == ClaimKind::order) return claim.relation != Relation::rank;
  // "until somebody triples the number of customers", "our traffic grew by 20 %"
  const bool of_nothing = claim.kind == ClaimKind::ratio && !claim.metric_named && claim.comparand.empty();
  if (!of_nothing) return false;
  const bool spelled = claim.carrier.find_first_of("0123456789") == std::string::npos;
  return spelled || (claim.in_prose && !claim.crowded && !binder.read(claim.subject).informative &&
                     !binder.lone_report(claim.block));
}

}  // namespace

std::string_view reason_to_leave_out(const Binder& binder, const JudgedClaim& judged) {
  if (is_remark(binder, judged)) {
    return judged.claim.kind == ClaimKind::order ? "an order of what is not measured here"
                                                 : "a change of what is not measured here";
  }
  if (is_a_name(binder, judged)) return "name of what is measured";
  return is_other_number(binder, judged) ? "no metric" : std::string_view{};
}

}  // namespace abstat
