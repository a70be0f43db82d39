// Writes the inputs of the benchmark into a folder, the same bytes on every machine:
//
//   logs.txt      plain reports one after the other: seven of ten are 2.4's, the rest from 1.1 to trunk
//   pastes.txt    the same with what people put in front of lines: quotes, comments, timestamps, containers
//   notes.md      a document of headings, prose and fenced reports, as long as one may be
//   claims.md     a note that concludes something from each of its reports
//   requests.tsv  a -g file, beside requests.log, the report of its run
//   reports.tsv   how many reports (or rows) each of them has, for comparing answers before times
//
// usage: make_bench_inputs TEMPLATES FOLDER MEGABYTES ROWS
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

// xorshift64*: the same numbers with every compiler.
class Random {
 public:
  std::uint64_t below(std::uint64_t limit) {
    state_ ^= state_ >> 12U;
    state_ ^= state_ << 25U;
    state_ ^= state_ >> 27U;
    return (state_ * 2685821657736338717U >> 32U) % limit;
  }

 private:
  std::uint64_t state_ = 88172645463325252;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// Where the figures of a line begin; names, versions, labels and percent levels stay.
std::size_t figures_of(std::string_view line) {
  static constexpr std::array<std::string_view, 9> labels{"Time taken", "Complete requests", "Total trans",
                                                          "HTML trans", "Requests per",      "Time per",
                                                          "Transfer",   "Processing",        "Total:"};
  for (const std::string_view label : labels) {
    if (line.starts_with(label)) return label.size();
  }
  return line.find('%') < 5 ? line.find('%') : line.size();
}

void vary(std::vector<std::string>& report, Random& random) {
  for (std::string& line : report) {
    for (std::size_t at = figures_of(line); at < line.size(); ++at) {
      if (line[at] >= '1' && line[at] <= '9') line[at] = static_cast<char>('1' + random.below(9));
    }
  }
}

class Templates {
 public:
  explicit Templates(const fs::path& folder) {
    std::vector<fs::path> paths(fs::directory_iterator(folder), fs::directory_iterator{});
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
      std::ifstream file(path, std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      if (path.filename() == "2.4.log") usual_ = reports_.size();
      reports_.push_back(lines_of(text));
    }
  }

  std::vector<std::string> next(Random& random) const {
    auto report = reports_.at(random.below(10) < 7 ? usual_ : random.below(reports_.size()));
    vary(report, random);
    return report;
  }

  std::string usual_with_requests(std::size_t requests) const {
    std::string text;
    for (const std::string& line : reports_.at(usual_)) {
      text +=
          line.starts_with("Complete requests:") ? fmt::format("Complete requests:      {}", requests) : line;
      text += '\n';
    }
    return text;
  }

 private:
  std::vector<std::vector<std::string>> reports_;
  std::size_t usual_ = 0;
};

using Decorate = std::function<std::string(const std::vector<std::string>&, Random&)>;

std::string plain(const std::vector<std::string>& report, Random& /*unused*/) {
  std::string text;
  for (const std::string& line : report) text.append(line).push_back('\n');
  return text;
}

// 1.x wipes its progress from the terminal: what is copied there is what stands behind the last \r.
std::string_view on_terminal(std::string_view line) {
  return line.substr(line.rfind('\r') + 1);
}

std::string pasted(const std::vector<std::string>& report, Random& random) {
  static constexpr std::array<std::string_view, 8> prefixes{
      "> ", "    ", "# ", "// ", " * ", "\t", "2024-05-01T10:33:00.123Z ", "web_1  | "};
  const std::string_view prefix = prefixes.at(random.below(prefixes.size()));
  const std::string_view end = random.below(4) == 0 ? "\r\n" : "\n";
  std::string text = "We ran it again, and this is what came out.\n\n";
  for (const std::string& line : report) text.append(prefix).append(on_terminal(line)).append(end);
  return text.append("\n");
}

std::string noted(const std::vector<std::string>& report, Random& random) {
  return fmt::format(
      "## stack {} with {} workers\n\nThe usual command:\n\n```\n{}```\n\nIt takes about {} ms.\n\n",
      random.below(1'000'000), 1 + random.below(8), plain(report, random), 1 + random.below(90));
}

// A note that concludes something from each of its reports: six claims a report.
std::string claimed(const std::vector<std::string>& report, Random& random) {
  const auto rate = std::find_if(report.begin(), report.end(), [](const std::string& line) {
    return line.find("Requests per second:") != std::string::npos;
  });
  const std::string digits = rate == report.end() ? "900" : rate->substr(rate->find_first_of("0123456789"));
  return fmt::format(
      "## stack {} with {} workers\n\nIt does {} req/s, {}.{}x as much as the stack before, and none of its "
      "requests "
      "failed.\n\n- p95: {} ms\n- about {} KB/s\n- faster than the stack with {} workers\n\n```\n{}```\n\n",
      random.below(1'000'000), 1 + random.below(8), digits.substr(0, digits.find(' ')), 1 + random.below(3),
      random.below(10), 1 + random.below(90), 100 + random.below(900), 1 + random.below(8),
      plain(report, random));
}

// Returns how many reports were written.
std::size_t write_reports(const fs::path& path, std::size_t bytes, const Templates& templates,
                          const Decorate& decorate) {
  Random random;
  std::ofstream file(path, std::ios::binary);
  std::size_t reports = 0;
  for (std::size_t written = 0; written < bytes; ++reports) {
    const std::string text = decorate(templates.next(random), random);
    file << text;
    written += text.size();
  }
  return reports;
}

// Times as of a server under load: mostly a few ms, now and then much more; rows sorted as ab sorts them.
void write_rows(const fs::path& path, std::size_t rows) {
  Random random;
  std::vector<std::uint32_t> totals(rows);
  for (std::uint32_t& total : totals) {
    total = static_cast<std::uint32_t>(1 + random.below(8) + (random.below(20) == 0 ? random.below(400) : 0));
  }
  std::sort(totals.begin(), totals.end());
  std::ofstream file(path, std::ios::binary);
  file << "starttime\tseconds\tctime\tdtime\tttime\twait\n";
  std::string block;
  for (const std::uint32_t total : totals) {
    const std::uint64_t second = random.below(60);
    fmt::format_to(std::back_inserter(block), "Mon Nov 23 09:00:{:02} 2026\t{}\t{}\t{}\t{}\t{}\n", second,
                   1'795'424'400 + second, total > 3 ? 1 : 0, total > 3 ? total - 1 : total, total, total);
    if (block.size() < 1'000'000) continue;
    file << block;
    block.clear();
  }
  file << block;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    fmt::print(stderr, "usage: make_bench_inputs TEMPLATES FOLDER MEGABYTES ROWS\n");
    return 2;
  }
  const Templates templates(argv[1]);
  const fs::path folder = argv[2];
  const std::size_t bytes = std::strtoull(argv[3], nullptr, 10) * 1'000'000;
  const std::size_t rows = std::strtoull(argv[4], nullptr, 10);
  fs::create_directories(folder);
  constexpr std::size_t longest_note = 4'000'000;
  constexpr std::size_t checked_note = 10'000'000;
  std::ofstream counts(folder / "reports.tsv");
  counts << "logs.txt\t" << write_reports(folder / "logs.txt", bytes, templates, plain) << '\n'
         << "pastes.txt\t" << write_reports(folder / "pastes.txt", bytes, templates, pasted) << '\n'
         << "notes.md\t"
         << write_reports(folder / "notes.md", std::min(bytes, longest_note), templates, noted) << '\n'
         << "claims.md\t"
         << write_reports(folder / "claims.md", std::min(bytes, checked_note), templates, claimed) << '\n'
         << "requests.tsv\t" << rows << '\n';
  write_rows(folder / "requests.tsv", rows);
  std::ofstream(folder / "requests.log") << templates.usual_with_requests(rows);
  return counts.good() ? 0 : 1;
}
