#include "document_grammar.hpp"
#include "document_reading.hpp"

namespace abstat {

namespace rules = document_rules;

namespace {

class OrgReader {
 public:
  OrgReader(TextLines& lines, Document& document) : lines_(lines), document_(document) {}

  void read() {
    for (number_ = 1; number_ <= lines_.size(); ++number_) read_line(lines_.line(number_));
    close();
  }

 private:
  void read_line(std::string_view line) {
    if (verbatim_) {
      verbatim_ = !matches<rules::org_end>(line);
      if (verbatim_) add(BlockKind::code, line, 0);
      if (!verbatim_) close();
      return;
    }
    if (matches<rules::org_heading>(line)) return add_heading(line);
    if (matches<rules::org_begin>(line)) {
      close();
      verbatim_ = true;
      return;
    }
    if (const auto title = match_length<rules::org_title>(line)) return add_title(line, *title);
    if (const auto caption = match_length<rules::org_caption>(line)) {
      close();
      return add(BlockKind::paragraph, line, *caption);
    }
    if (const auto fixed = match_length<rules::org_fixed>(line)) return add(BlockKind::code, line, *fixed);
    if (matches<rules::org_keyword>(line) || matches<rules::org_drawer>(line)) return close();
    if (const auto item = match_length<rules::org_item>(line)) return add_item(line, *item);
    const std::size_t indent = match_length<rules::blanks>(line).value_or(0);
    if (indent == line.size()) return close();
    const bool goes_on = open_ && block_.kind != BlockKind::code;
    add(goes_on ? block_.kind : BlockKind::paragraph, line, indent);
  }

  void add_heading(std::string_view line) {
    close();
    const std::size_t level = match_length<rules::stars>(line).value_or(1);
    const std::size_t start = level + match_length<rules::blanks>(line.substr(level)).value_or(0);
    add(BlockKind::heading, line, start);
    document_.headings.push_back({static_cast<int>(level), number_, block_.prose.front().text});
    close();
    list_ = 0;
  }

  void add_title(std::string_view line, std::size_t start) {
    close();
    add(BlockKind::heading, line, start);
    document_.headings.push_back({0, number_, block_.prose.front().text});
    close();
  }

  void add_item(std::string_view line, std::size_t start) {
    close();
    const std::size_t indent = match_length<rules::blanks>(line).value_or(0);
    if (list_ == 0 || indent != list_indent_) {
      list_ = ++list_count_;
      list_indent_ = indent;
    }
    add(BlockKind::list_item, line, start);
    block_.list = list_;
    if (const auto digits = match_length<rules::ordinal>(line.substr(indent))) {
      block_.ordinal = std::stoi(std::string(line.substr(indent, *digits)));
    }
  }

  void add(BlockKind kind, std::string_view line, std::size_t start) {
    if (open_ && block_.kind != kind) close();
    if (!open_) {
      block_ = Block{};
      block_.kind = kind;
      block_.first_line = number_;
      open_ = true;
      if (kind == BlockKind::paragraph) list_ = 0;
    }
    block_.last_line = number_;
    block_.prose.push_back(prose_line(line, number_, start));
  }

  void close() {
    if (open_) document_.blocks.push_back(std::move(block_));
    open_ = false;
  }

  TextLines& lines_;
  Document& document_;
  Block block_;
  bool open_ = false;
  bool verbatim_ = false;
  std::size_t number_ = 0;
  std::size_t list_ = 0;
  std::size_t list_indent_ = 0;
  std::size_t list_count_ = 0;
};

}  // namespace

void read_org(TextLines& lines, Document& document) {
  OrgReader(lines, document).read();
}

}  // namespace abstat
