// What edits do to a text, as patch and git apply take it.
#include <algorithm>
#include <fmt/format.h>

#include <abstat/repair.hpp>

namespace abstat {

namespace {

constexpr std::size_t context = 3;

// Lines with their line feed; the last may lack it.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

// Lines [first, last) of the old text that become others; all lines count from 0.
struct Change {
  std::size_t first;
  std::size_t last;
  std::string text;  // of the new lines
};

class Diff {
 public:
  Diff(std::string_view text, const std::vector<Edit>& edits) : old_(lines_of(text)), edits_(edits) {}

  std::string hunks() {
    gather();
    std::string diff;
    for (std::size_t i = 0; i < changes_.size();) {
      std::size_t last = i;
      while (last + 1 < changes_.size() && changes_[last + 1].first <= changes_[last].last + 2 * context)
        ++last;
      diff += hunk(i, last);
      i = last + 1;
    }
    return diff;
  }

 private:
  // Edits that share a line are one change.
  void gather() {
    for (std::size_t i = 0; i < edits_.size();) {
      const std::size_t first = edits_[i].where.line - 1;
      std::size_t last = end_line(edits_[i]);
      std::size_t next = i + 1;
      for (; next < edits_.size() && edits_[next].where.line - 1 < last; ++next)
        last = std::max(last, end_line(edits_[next]));
      std::string before;
      for (std::size_t line = first; line < std::min(last, old_.size()); ++line) before += old_[line];
      std::vector<Edit> inside(edits_.begin() + static_cast<std::ptrdiff_t>(i),
                               edits_.begin() + static_cast<std::ptrdiff_t>(next));
      for (Edit& edit : inside) edit.where.line -= first;
      if (auto after = apply_edits(before, inside)) add({first, last, std::move(*after)});
      i = next;
    }
  }

  // The line behind the last one an edit touches.
  static std::size_t end_line(const Edit& edit) {
    const auto feeds = static_cast<std::size_t>(std::count(edit.before.begin(), edit.before.end(), '\n'));
    const bool whole_lines = edit.where.column == 1 && (edit.before.empty() || edit.before.back() == '\n');
    return edit.where.line - 1 + feeds + (whole_lines ? 0 : 1);
  }

  // Without the lines that stay as they are at either end.
  void add(Change change) {
    const std::vector<std::string_view> lines = lines_of(change.text);
    std::size_t head = 0;
    const auto old_count = change.last - change.first;
    while (head < std::min(old_count, lines.size()) && lines[head] == old_[change.first + head]) ++head;
    std::size_t tail = 0;
    while (tail < std::min(old_count, lines.size()) - head &&
           lines[lines.size() - 1 - tail] == old_[change.last - 1 - tail])
      ++tail;
    if (head == old_count && head == lines.size()) return;
    std::string text;
    for (std::size_t line = head; line < lines.size() - tail; ++line) text += lines[line];
    changes_.push_back({change.first + head, change.last - tail, std::move(text)});
  }

  std::string hunk(std::size_t first_change, std::size_t last_change) {
    const std::size_t first =
        changes_[first_change].first > context ? changes_[first_change].first - context : 0;
    const std::size_t last = std::min(changes_[last_change].last + context, old_.size());
    std::string body;
    std::size_t at = first;
    std::size_t written = 0;
    for (std::size_t i = first_change; i <= last_change; ++i) {
      const Change& change = changes_[i];
      for (; at < change.first; ++at, ++written) append(body, ' ', old_[at]);
      for (; at < change.last; ++at) append(body, '-', old_[at]);
      for (const std::string_view line : lines_of(change.text)) {
        append(body, '+', line);
        ++written;
      }
    }
    for (; at < last; ++at, ++written) append(body, ' ', old_[at]);
    const std::size_t new_first = first + added_ - removed_;
    added_ += written;
    removed_ += last - first;
    return fmt::format("@@ -{} +{} @@\n{}", range(first, last - first), range(new_first, written), body);
  }

  // An empty range names the line before it.
  static std::string range(std::size_t first, std::size_t count) {
    return fmt::format("{},{}", count == 0 ? first : first + 1, count);
  }

  static void append(std::string& body, char mark, std::string_view line) {
    body += mark;
    body += line;
    if (line.empty() || line.back() != '\n') body += "\n\\ No newline at end of file\n";
  }

  std::vector<std::string_view> old_;
  const std::vector<Edit>& edits_;
  std::vector<Change> changes_;
  std::size_t added_ = 0;
  std::size_t removed_ = 0;
};

}  // namespace

std::string unified_diff(std::string_view text, std::string_view file, const std::vector<Edit>& edits) {
  if (edits.empty() || !apply_edits(text, edits)) return {};
  const std::string hunks = Diff(text, edits).hunks();
  return hunks.empty() ? hunks : fmt::format("--- a/{}\n+++ b/{}\n{}", file, file, hunks);
}

}  // namespace abstat
