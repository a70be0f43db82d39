// What the bytes of a report with good and bad responses tell: the few sizes that add up, and whether one of
// them is the size another report's responses had.
#include "forensics.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string>

namespace abstat {

namespace {

struct Size {
  std::int64_t body;
  std::int64_t header;
  auto operator<=>(const Size&) const = default;
};

// Of every response, where all were good and alike.
std::optional<Size> uniform_size(const Report& report) {
  const auto& complete = report.requests.complete;
  const auto& bytes = report.bytes;
  if (!complete || *complete <= 0 || !bytes.total || !bytes.html || *bytes.html > *bytes.total)
    return std::nullopt;
  if (report.requests.failed.value_or(0) != 0 || report.requests.non_2xx.value_or(0) != 0)
    return std::nullopt;
  if (*bytes.html % *complete != 0 || *bytes.total % *complete != 0 || *bytes.html <= 0) return std::nullopt;
  const std::int64_t body = *bytes.html / *complete;
  return Size{body, *bytes.total / *complete - body};
}

// A good and a bad response, each with body and header, that add up to all byte counts.
struct Explanation {
  Size good;
  Size bad;
};

std::vector<Explanation> explanations(const SizeSolutions& solutions) {
  std::vector<Explanation> all;
  for (const ResponseSizes& body : solutions.body) {
    for (const ResponseSizes& total : solutions.total) {
      if (total.good < body.good || total.bad < body.bad) continue;
      all.push_back({{body.good, total.good - body.good}, {body.bad, total.bad - body.bad}});
    }
  }
  return all;
}

std::string text_of(const Explanation& sizes) {
  return fmt::format("good ones {} + {}, bad ones {} + {}", sizes.good.body, sizes.good.header,
                     sizes.bad.body, sizes.bad.header);
}

std::string list_of(const std::vector<Explanation>& all) {
  constexpr std::size_t most = 4;
  std::string text;
  for (std::size_t i = 0; i < std::min(most, all.size()); ++i)
    text += (i == 0 ? "" : "; or ") + text_of(all[i]);
  return all.size() > most ? fmt::format("{}; or {} others", text, all.size() - most) : text;
}

std::string places(std::span<const Report> reports, const std::vector<std::size_t>& which) {
  std::string text;
  for (const std::size_t i : which) {
    const Span& source = reports[i].source;
    const std::string where = fmt::format("{}:{}", source.file, source.first_line);
    text += (text.empty() ? "" : ", ") +
            (reports[i].stack.empty() ? where : fmt::format("'{}' ({})", reports[i].stack, where));
  }
  return text;
}

using BySize = std::map<Size, std::vector<std::size_t>>;

std::string message_of(std::span<const Report> reports, const BySize& uniform,
                       const std::vector<Explanation>& all) {
  const auto known = std::find_if(all.begin(), all.end(),
                                  [&](const Explanation& sizes) { return uniform.contains(sizes.good); });
  if (known == all.end()) {
    return fmt::format("if good and bad responses had one size each, body + header were: {}", list_of(all));
  }
  return fmt::format(
      "its good responses can have had {} bytes of body and {} of header, like all those of {}: the "
      "same page through the same front end, whatever the headings say. The bad ones then had {} "
      "and {} bytes",
      known->good.body, known->good.header, places(reports, uniform.at(known->good)), known->bad.body,
      known->bad.header);
}

}  // namespace

std::vector<std::optional<Finding>> compare_sizes(std::span<const Report> reports) {
  BySize uniform;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (const auto size = uniform_size(reports[i])) uniform[*size].push_back(i);
  }
  std::vector<std::optional<Finding>> findings(reports.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const auto solutions = response_sizes(reports[i]);
    // With very many solutions the bytes tell nothing.
    if (!solutions || !solutions->complete) continue;
    const auto all = explanations(*solutions);
    if (all.empty()) continue;
    findings[i] = Finding{"response-sizes", Severity::note, reports[i].lines.html_bytes,
                          message_of(reports, uniform, all)};
  }
  return findings;
}

}  // namespace abstat
