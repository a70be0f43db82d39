#include "score.hpp"

#include <algorithm>
#include <fmt/format.h>

#include <abstat/report_reader.hpp>

namespace abstat::scoring {

namespace {

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string line_of(const std::string& text, std::size_t number) {
  std::size_t begin = 0;
  for (std::size_t line = 1; line < number && begin != std::string::npos; ++line) {
    begin = text.find('\n', begin);
    if (begin != std::string::npos) ++begin;
  }
  return begin == std::string::npos ? std::string{} : text.substr(begin, text.find('\n', begin) - begin);
}

class DocumentScore {
 public:
  DocumentScore(const LabelledDocument& document, std::vector<std::string>& mistakes)
      : document_(document), mistakes_(mistakes) {}

  Score score() {
    reports_ = read_reports(document_.text, document_.path.filename().string());
    const Document structure = read_document(document_.text, document_.path.filename().string(), reports_);
    name_stacks(reports_, structure);
    const CheckResult result = check_claims(read_claims(structure, reports_), reports_, structure);
    taken_.assign(document_.labels.size(), false);
    score_.documents = 1;
    for (const JudgedClaim& judged : result.claims) score_claim(judged);
    for (std::size_t i = 0; i < document_.labels.size(); ++i) {
      const Label& label = document_.labels[i];
      if (label.allows("not-a-claim") || label.metric == "audit") continue;
      ++score_.labelled;
      if (!taken_[i])
        mistake(label.line, fmt::format("missed: {} {} ({})", label.text, label.metric, label.note));
    }
    return score_;
  }

 private:
  void mistake(std::size_t line, const std::string& text) {
    mistakes_.push_back(fmt::format("{}:{}: {}", document_.path.filename().string(), line, text));
  }

  [[nodiscard]] bool overlaps(const JudgedClaim& judged, const Label& label) const {
    if (judged.claim.where.line != label.line) return false;
    if (judged.claim.where.column == 0) return label.text.find("ab ") != std::string::npos;
    const std::size_t at = line_of(document_.text, label.line).find(label.text);
    if (at == std::string::npos) return false;
    const std::size_t begin = judged.claim.where.column - 1;
    return begin < at + label.text.size() && at < begin + judged.claim.carrier.size();
  }

  void score_claim(const JudgedClaim& judged) {
    const std::string verdict(to_string(judged.verdict));
    const bool command = judged.claim.where.column == 0;
    std::size_t match = document_.labels.size();
    for (std::size_t i = 0; i < document_.labels.size(); ++i) {
      if (document_.labels[i].metric == "audit" || !overlaps(judged, document_.labels[i])) continue;
      // One label stands for both figures of a command.
      if (taken_[i] && !command) continue;
      match = i;
      break;
    }
    if (match == document_.labels.size()) {
      if (command && judged.verdict != Verdict::contradicted) return;
      if (!command) ++score_.reported;
      if (judged.verdict == Verdict::contradicted) ++score_.false_contradicted;
      return mistake(judged.claim.where.line,
                     fmt::format("invented: {} {} {}: {}", judged.claim.carrier,
                                 to_string(judged.claim.metric), verdict, judged.explanation));
    }
    const Label& label = document_.labels[match];
    const bool neutral = label.allows("not-a-claim") && label.verdicts.size() > 1;
    if (judged.verdict == Verdict::contradicted && !label.allows(verdict)) ++score_.false_contradicted;
    if (neutral) {
      taken_[match] = true;
      if (!label.allows(verdict))
        mistake(label.line, fmt::format("neutral, but {}: {}", verdict, judged.explanation));
      return;
    }
    if (command) return;
    ++score_.reported;
    if (label.allows("not-a-claim"))
      return mistake(label.line, fmt::format("no claim: {} is {} ({}): {}", judged.claim.carrier, verdict,
                                             label.note, judged.explanation));
    taken_[match] = true;
    ++score_.found;
    score_found(judged, label, verdict);
  }

  void score_found(const JudgedClaim& judged, const Label& label, const std::string& verdict) {
    if (label.allows(verdict)) {
      ++score_.right;
    } else {
      mistake(label.line, fmt::format("{}: {} instead of {} ({}): {}", label.text, verdict,
                                      label.verdicts.front(), label.note, judged.explanation));
    }
    const std::vector<std::size_t> lines = report_lines(judged, label);
    if (!label.report_lines.empty()) {
      ++score_.with_reports;
      if (lines == label.report_lines) {
        ++score_.bound;
      } else {
        mistake(label.line, fmt::format("{}: bound to {} instead of {}", label.text, fmt::join(lines, ","),
                                        fmt::join(label.report_lines, ",")));
      }
    }
    if (label.allows(verdict)) score_caveats(judged, label);
  }

  void score_caveats(const JudgedClaim& judged, const Label& label) {
    std::vector<std::string> names;
    for (const Caveat& caveat : judged.caveats) names.emplace_back(to_string(caveat.code));
    const auto has = [](const std::vector<std::string>& some, const std::string& name) {
      return std::find(some.begin(), some.end(), name) != some.end();
    };
    for (const std::string& wanted : label.caveats) {
      if (wanted == "audit-expected" || has(names, wanted)) continue;
      ++score_.caveats_wrong;
      mistake(label.line, fmt::format("{}: lacks the caveat {}", label.text, wanted));
    }
    for (const std::string& name : names) {
      if ((name != "tainted" && name != "label-differs") || has(label.caveats, name)) continue;
      ++score_.caveats_wrong;
      mistake(label.line, fmt::format("{}: has the caveat {}", label.text, name));
    }
  }

  // Labels name a report by its line of requests per second, or by its first.
  [[nodiscard]] std::vector<std::size_t> report_lines(const JudgedClaim& judged, const Label& label) const {
    std::vector<std::size_t> lines;
    for (const BoundReport& bound : judged.reports) {
      const Report& report = reports_[bound.report];
      std::size_t line = report.lines.requests_per_second;
      for (const std::size_t wanted : label.report_lines) {
        if (wanted >= report.source.first_line && wanted <= report.source.last_line) line = wanted;
      }
      lines.push_back(line == 0 ? report.source.first_line : line);
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
  }

  const LabelledDocument& document_;
  std::vector<std::string>& mistakes_;
  std::vector<Report> reports_;
  std::vector<bool> taken_;
  Score score_;
};

}  // namespace

Score& Score::operator+=(const Score& other) {
  documents += other.documents;
  labelled += other.labelled;
  reported += other.reported;
  found += other.found;
  right += other.right;
  with_reports += other.with_reports;
  bound += other.bound;
  caveats_wrong += other.caveats_wrong;
  false_contradicted += other.false_contradicted;
  return *this;
}

double Score::extraction_precision() const {
  return share(found, reported);
}
double Score::extraction_recall() const {
  return share(found, labelled);
}
double Score::binding_accuracy() const {
  return share(bound, with_reports);
}
double Score::verdict_precision() const {
  return share(right, reported);
}
double Score::verdict_recall() const {
  return share(right, labelled);
}
double Score::verdict_accuracy() const {
  return share(right, found);
}

Score score_document(const LabelledDocument& document, std::vector<std::string>& mistakes) {
  return DocumentScore(document, mistakes).score();
}

}  // namespace abstat::scoring
