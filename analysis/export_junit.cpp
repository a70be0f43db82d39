// JUnit XML, as build servers read it.
#include "page/markup.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <vector>

#include <abstat/exports.hpp>

namespace abstat {

namespace {

enum class Outcome : std::uint8_t { passed, failed, skipped };

struct TestCase {
  std::string suite;
  std::string name;
  Outcome outcome;
  std::string word;    // "contradicted"
  std::string detail;  // the arithmetic
  std::string file;
  std::size_t line;
};

std::string count_of(const std::vector<TestCase>& cases, Outcome outcome) {
  return std::to_string(
      std::count_if(cases.begin(), cases.end(), [&](const TestCase& one) { return one.outcome == outcome; }));
}

void write(Markup& xml, const TestCase& one) {
  xml.open("testcase", {{"classname", one.suite},
                        {"name", one.name},
                        {"file", one.file},
                        {"line", one.line > 0 ? std::to_string(one.line) : ""}});
  if (one.outcome == Outcome::failed)
    xml.element("failure", {{"message", one.word}, {"type", one.word}}, one.detail);
  if (one.outcome == Outcome::skipped) xml.empty("skipped", {{"message", one.word + ": " + one.detail}});
  xml.close();
}

std::string document_of(std::string_view suite, const std::vector<TestCase>& cases) {
  Markup xml;
  xml.trusted("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  const auto open = [&](std::string_view tag) {
    xml.open(tag, {{"name", std::string(suite)},
                   {"tests", std::to_string(cases.size())},
                   {"failures", count_of(cases, Outcome::failed)},
                   {"skipped", count_of(cases, Outcome::skipped)},
                   {"errors", "0"}});
  };
  open("testsuites");
  open("testsuite");
  for (const TestCase& one : cases) write(xml, one);
  return std::move(xml).finish();
}

Outcome outcome_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::confirmed:
      return Outcome::passed;
    case Verdict::inexact:
    case Verdict::contradicted:
      return Outcome::failed;
    case Verdict::unsupported:
    case Verdict::ambiguous:
      break;
  }
  return Outcome::skipped;
}

Outcome outcome_of(GateOutcome outcome) {
  if (outcome == GateOutcome::regression) return Outcome::failed;
  return outcome == GateOutcome::cannot_judge ? Outcome::skipped : Outcome::passed;
}

std::string detail_of(const GatedStack& stack) {
  if (stack.refusal) return stack.refusal->reason + ". " + stack.refusal->settle;
  if (!stack.comparison) return "";
  const Estimate& speedup = stack.comparison->speedup;
  std::string text = fmt::format("new against old {:.3f}x", speedup.value);
  if (speedup.interval)
    text += fmt::format(" ({:.3f} to {:.3f})", speedup.interval->low, speedup.interval->high);
  return text;
}

}  // namespace

std::string junit_of(const std::vector<CheckedDocument>& documents) {
  std::vector<TestCase> cases;
  for (const CheckedDocument& document : documents) {
    for (const JudgedClaim& judged : document.result.claims) {
      const Claim& claim = judged.claim;
      cases.push_back({claim.where.file, fmt::format("line {}: {}", claim.where.line, claim.text),
                       outcome_of(judged.verdict), std::string(to_string(judged.verdict)), judged.explanation,
                       claim.where.file, claim.where.line});
    }
  }
  return document_of("abstat check", cases);
}

std::string junit_of(const std::vector<GateResult>& gates) {
  std::vector<TestCase> cases;
  for (const GateResult& gate : gates) {
    for (const GatedStack& stack : gate.stacks) {
      cases.push_back({gate.metric.name(), stack.stack, outcome_of(stack.outcome),
                       std::string(to_string(stack.outcome)), detail_of(stack), "", 0});
    }
  }
  return document_of("abstat compare", cases);
}

}  // namespace abstat
