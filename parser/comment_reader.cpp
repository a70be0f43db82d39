#include "comment_parsing.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <abstat/document_comments.hpp>

namespace abstat {

namespace {

bool is_regenerated(std::string_view table) {
  const auto& known = regenerated_table_names;
  return std::find(known.begin(), known.end(), table) != known.end();
}

class CommentReader {
 public:
  explicit CommentReader(const Document& document) : document_(document) {}

  DocumentComments read() {
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
      if (document_.blocks[i].kind == BlockKind::code) continue;
      for (const ProseLine& line : document_.blocks[i].prose) read_line(line, i);
    }
    for (const RegeneratedTable& open : open_)
      problem({document_.file, open.begin_line, 1}, "<!-- abstat:end -->", "the end of the document");
    return std::move(out_);
  }

 private:
  void problem(Position where, std::string wanted, std::string found) {
    out_.problems.push_back({std::move(where), std::move(wanted), std::move(found)});
  }

  void read_line(const ProseLine& line, std::size_t block) {
    const std::string_view text = line.text;
    // Up to the next opening: a line of openings that are never closed is read once.
    for (std::size_t at = text.find("<!--"), next = 0; at != std::string_view::npos; at = next) {
      next = text.find("<!--", at + 4);
      const bool beside_text = at > 0 || next != std::string_view::npos;
      read_comment(text.substr(at, next - at), {document_.file, line.line, line.column + at}, block,
                   beside_text);
    }
  }

  void read_comment(std::string_view text, const Position& where, std::size_t block, bool beside_text) {
    auto comment = parse_comment(text);
    if (!comment) return refuse(comment.error(), text, where);
    if (!*comment) return;
    const bool inline_text = beside_text || (*comment)->size != text.size();
    keep(**comment, text.substr(0, (*comment)->size), where, block, inline_text);
  }

  void refuse(const CommentError& error, std::string_view text, const Position& where) {
    constexpr std::size_t shown = 80;
    const std::string found(
        text.substr(error.offset, std::min(text.find("-->", error.offset) - error.offset, shown)));
    problem({where.file, where.line, where.column + error.offset}, error.expected,
            found.empty() ? "the end of the comment" : "\"" + found + "\"");
  }

  void keep(Comment& comment, std::string_view text, const Position& where, std::size_t block,
            bool inline_text) {
    if (!comment.unknown_metric.empty())
      return problem({where.file, where.line, where.column + text.rfind(comment.unknown_metric)},
                     "a metric such as rps, mean, p95", "\"" + comment.unknown_metric + "\"");
    if (comment.expectation) return keep_expectation(*comment.expectation, text, where);
    if (!comment.begin.empty()) return open_table(comment.begin, text, where);
    if (comment.end) return close_table(where);
    if (!comment.pinned) return;
    comment.pin.where = where;
    govern(comment.pin, block, inline_text);
    out_.pins.push_back(std::move(comment.pin));
  }

  void keep_expectation(Expectation& expectation, std::string_view text, const Position& where) {
    const std::size_t start = text.find("expect") + 7;
    expectation.where = {where.file, where.line, where.column + start};
    const std::string_view body = text.substr(start, text.rfind("-->") - start);
    expectation.text = body.substr(0, body.find_last_not_of(" \t") + 1);
    out_.expectations.push_back(std::move(expectation));
  }

  void open_table(const std::string& name, std::string_view text, const Position& where) {
    if (!is_regenerated(name))
      problem({where.file, where.line, where.column + text.rfind(name)}, "one of the tables rank, compare",
              "\"" + name + "\"");
    open_.push_back({name, where.line, 0});
  }

  void close_table(const Position& where) {
    if (open_.empty()) return problem(where, "<!-- abstat:begin … --> before it", "none");
    RegeneratedTable table = std::move(open_.back());
    open_.pop_back();
    table.end_line = where.line;
    if (is_regenerated(table.name)) out_.tables.push_back(std::move(table));
  }

  // A comment beside text governs its line; one that stands alone the block behind it, a list as a whole.
  void govern(Pin& pin, std::size_t block, bool inline_text) const {
    pin.first_line = pin.last_line = pin.where.line;
    if (inline_text) return;
    const Block& own = document_.blocks[block];
    if (own.kind != BlockKind::html) {
      pin.last_line = own.last_line;
      return;
    }
    if (block + 1 >= document_.blocks.size()) return;
    const Block& next = document_.blocks[block + 1];
    pin.last_line = next.last_line;
    for (std::size_t i = block + 1;
         next.list != 0 && i < document_.blocks.size() && document_.blocks[i].list == next.list; ++i) {
      pin.last_line = document_.blocks[i].last_line;
    }
  }

  const Document& document_;
  DocumentComments out_;
  std::vector<RegeneratedTable> open_;
};

}  // namespace

std::string_view to_string(Comparator comparator) {
  constexpr std::array<std::string_view, 5> marks{"<", "<=", "==", ">=", ">"};
  return marks.at(static_cast<std::size_t>(comparator));
}

DocumentComments read_document_comments(const Document& document) {
  return CommentReader(document).read();
}

void apply_pins(const std::vector<Pin>& pins, ClaimsRead& read) {
  for (const Pin& pin : pins) {
    const auto first =
        std::lower_bound(read.claims.begin(), read.claims.end(), pin.first_line,
                         [](const Claim& claim, std::size_t line) { return claim.where.line < line; });
    for (auto claim = first; claim != read.claims.end() && claim->where.line <= pin.last_line; ++claim) {
      if (claim->where.column == 0) continue;
      if (!pin.report.empty()) claim->subject = {pin.report};
      if (!pin.metric) continue;
      claim->metric = *pin.metric;
      claim->metric_named = true;
      claim->percentile = pin.percentile;
    }
  }
}

}  // namespace abstat
