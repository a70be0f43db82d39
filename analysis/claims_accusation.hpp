// What must be sure before a claim is called contradicted. An accusation that misread the author costs more
// than a missing one; where any of this is open the verdict is `ambiguous` or `unsupported`:
//   metric    a word, a unit or a table head names it, in the claim's own part of the sentence
//   report    named in full, in the claim's own sentence or by its section, by words that fit no other stack
//             and name no two things of a kind
//   sides     of a relation: both are named so, or one is and the sentence says what was changed; the
//             relation does not hold the other way round where the words leave that open
//   scope     of what is said of all runs: the sentence says all, or how many
//   text      nothing speaks of another time, machine, tool, version or load, a condition, a goal, a denial
//   number    no other figure of the report and, from three digits on, none of another report
// Each function gives the reason for doubt; an empty one means that there is none.
#pragma once

#include "binding.hpp"

#include <string>

#include <abstat/verdict.hpp>

namespace abstat {

// Whether the text says that the output is not here; what a report is called says nothing of the kind.
[[nodiscard]] bool is_unreported(const Binder& binder, const Claim& claim);

// What the text around a claim says that may alter it. Words that stand in the name of a report are its name.
[[nodiscard]] std::string doubt_of_text(const Binder& binder, const Claim& claim);

// "Nothing failed", said of several reports.
[[nodiscard]] std::string doubt_of_scope(const Claim& claim, std::size_t judged, std::size_t all);

// Whether a label names two things of one kind: then the words are not about one report.
[[nodiscard]] bool names_rivals(const Label& label);

// The words of one side of a relation, or those that name a figure's report. `own`: how many of the scopes
// that were read stand in the claim's own sentence.
[[nodiscard]] std::string doubt_of_name(const ClaimLabel& label, std::size_t own);

// A verdict that would accuse, taken back for a reason.
[[nodiscard]] Ruling withdrawn(Ruling judged, Verdict instead, const std::string& reason);

}  // namespace abstat
