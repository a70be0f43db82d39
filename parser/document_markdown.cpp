#include "document_grammar.hpp"
#include "document_reading.hpp"

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <memory>

namespace abstat {

namespace rules = document_rules;

namespace {

template <auto Free>
struct FreeWith {
  template <typename T>
  void operator()(T* pointer) const {
    Free(pointer);
  }
};
using Parser = std::unique_ptr<cmark_parser, FreeWith<cmark_parser_free>>;
using Node = std::unique_ptr<cmark_node, FreeWith<cmark_node_free>>;
using Iterator = std::unique_ptr<cmark_iter, FreeWith<cmark_iter_free>>;

// cmark keeps its extensions in a list that it fills without a lock: done once, before any thread looks
// there.
void register_extensions() {
  static const bool registered = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return true;
  }();
  static_cast<void>(registered);
}

// Parses lines [first, last], without as many bytes at the head of each as they are indented.
Node parse(const TextLines& lines, std::size_t first, std::size_t last, std::size_t indent) {
  register_extensions();
  const Parser parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  if (cmark_syntax_extension* table = cmark_find_syntax_extension("table")) {
    cmark_parser_attach_syntax_extension(parser.get(), table);
  }
  for (std::size_t number = first; number <= last; ++number) {
    const std::string_view whole = lines.line(number);
    const std::string_view line = whole.substr(std::min(indent, whole.size()));
    cmark_parser_feed(parser.get(), line.data(), line.size());
    cmark_parser_feed(parser.get(), "\n", 1);
  }
  return Node(cmark_parser_finish(parser.get()));
}

// How far all lines [first, last] that are not blank are indented.
std::size_t common_indent(const TextLines& lines, std::size_t first, std::size_t last) {
  std::size_t indent = std::string_view::npos;
  for (std::size_t number = first; number <= last; ++number) {
    const std::string_view line = lines.line(number);
    if (!trimmed(line).empty()) indent = std::min(indent, line.find_first_not_of(' '));
  }
  return indent == std::string_view::npos ? 0 : indent;
}

// What a reader sees of a head.
std::string inline_text(cmark_node* leaf) {
  std::string text;
  const Iterator iterator(cmark_iter_new(leaf));
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += cmark_node_get_literal(node);
    if (type == CMARK_NODE_SOFTBREAK) text += ' ';
  }
  return text;
}

class MarkdownReader {
 public:
  MarkdownReader(TextLines& lines, bool indented_is_prose, Document& document)
      : lines_(lines), indented_is_prose_(indented_is_prose), document_(document) {}

  void read() {
    if (const Node root = parse(lines_, 1, lines_.size(), 0)) walk(root.get());
  }

 private:
  struct OpenList {
    std::size_t id;
    bool ordered;
    int next;
  };
  // Where the text that is parsed lies in the document.
  struct Origin {
    std::size_t lines_above = 0;
    std::size_t indent = 0;
    int depth = 0;
  };

  void walk(cmark_node* root) {
    const Iterator iterator(cmark_iter_new(root));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      if (event == CMARK_EVENT_ENTER) {
        enter(node);
      } else {
        leave(node);
      }
    }
  }

  [[nodiscard]] std::size_t first_line(cmark_node* node) const {
    return origin_.lines_above + static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 0));
  }
  [[nodiscard]] std::size_t last_line(cmark_node* node) const {
    return origin_.lines_above + static_cast<std::size_t>(std::max(cmark_node_get_end_line(node), 0));
  }

  void enter(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_LIST:
        lists_.push_back({++list_count_, cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
                          cmark_node_get_list_start(node)});
        return;
      case CMARK_NODE_HEADING:
        return add_heading(node);
      case CMARK_NODE_PARAGRAPH:
        return add_prose(node);
      case CMARK_NODE_CODE_BLOCK:
        return add_code(node);
      case CMARK_NODE_HTML_BLOCK:
        return add_html(node);
      default:
        if (std::string_view(cmark_node_get_type_string(node)) == "table") add_table(node);
    }
  }

  void leave(cmark_node* node) {
    if (cmark_node_get_type(node) == CMARK_NODE_LIST) lists_.pop_back();
    if (cmark_node_get_type(node) == CMARK_NODE_ITEM && !lists_.empty()) ++lists_.back().next;
  }

  Block block(cmark_node* node, BlockKind kind) const {
    Block result;
    result.kind = kind;
    result.first_line = first_line(node);
    result.last_line = last_line(node);
    return result;
  }

  ProseLine stripped(std::size_t number) const {
    const std::string_view line = lines_.line(number);
    return prose_line(line, number, match_length<rules::text_prefix>(line).value_or(0));
  }
  // Lines behind the first of a paragraph have no list marker of their own.
  ProseLine continued(std::size_t number) const {
    const std::string_view line = lines_.line(number);
    const std::size_t quoted = match_length<rules::quote_prefix>(line).value_or(0);
    return prose_line(line, number, quoted + match_length<rules::blanks>(line.substr(quoted)).value_or(0));
  }

  void add_heading(cmark_node* node) {
    Block heading = block(node, BlockKind::heading);
    for (std::size_t number = heading.first_line; number <= heading.last_line; ++number) {
      ProseLine line = stripped(number);
      if (number == heading.first_line) {
        const std::size_t marks = match_length<rules::atx_prefix>(line.text).value_or(0);
        line.text.erase(0, marks);
        line.column += marks;
      } else if (matches<rules::underline>(line.text)) {
        heading.last_line = number;  // cmark counts the line below to the head where no blank one parts them
        break;
      }
      heading.prose.push_back(std::move(line));
    }
    document_.headings.push_back({cmark_node_get_heading_level(node), heading.first_line, inline_text(node)});
    document_.blocks.push_back(std::move(heading));
  }

  void add_prose(cmark_node* node) {
    cmark_node* parent = cmark_node_parent(node);
    const bool item = parent != nullptr && cmark_node_get_type(parent) == CMARK_NODE_ITEM && !lists_.empty();
    Block prose = block(node, item ? BlockKind::list_item : BlockKind::paragraph);
    if (item) {
      prose.list = lists_.back().id;
      if (lists_.back().ordered) prose.ordinal = lists_.back().next;
    }
    for (std::size_t number = prose.first_line; number <= prose.last_line; ++number) {
      prose.prose.push_back(number == prose.first_line ? opening_line(node) : continued(number));
    }
    if (!item && (add_named_lines(prose) || (indented_is_prose_ && add_entries(prose)))) return;
    document_.blocks.push_back(std::move(prose));
  }

  // In plain text
  //   Run A (direct)
  //     370 requests per second
  //   Run B (nginx)
  //     272 requests per second
  // is a list: each line at the margin begins one, and what is indented goes on with it.
  bool add_entries(const Block& prose) {
    const std::size_t margin = prose.prose.front().column;
    std::vector<Block> entries;
    for (const ProseLine& line : prose.prose) {
      const bool begins = line.column <= margin;
      if (begins) {
        entries.emplace_back();
        entries.back().first_line = line.line;
      }
      entries.back().prose.push_back(line);
      entries.back().last_line = line.line;
    }
    const bool all_go_on = std::all_of(entries.begin(), entries.end(),
                                       [](const Block& entry) { return entry.prose.size() > 1; });
    if (entries.size() < 2 || !all_go_on) return false;
    add_items(std::move(entries));
    return true;
  }

  // sync: 4347 req/s
  // gevent: 2418 req/s
  bool add_named_lines(const Block& prose) {
    const bool all_named = std::all_of(prose.prose.begin(), prose.prose.end(), [](const ProseLine& line) {
      return match_length<rules::entry_line>(line.text).has_value();
    });
    if (prose.prose.size() < 2 || !all_named) return false;
    std::vector<Block> entries;
    for (const ProseLine& line : prose.prose) {
      Block& entry = entries.emplace_back();
      entry.first_line = entry.last_line = line.line;
      entry.prose.push_back(line);
    }
    add_items(std::move(entries));
    return true;
  }

  void add_items(std::vector<Block> entries) {
    ++list_count_;
    for (Block& entry : entries) {
      entry.kind = BlockKind::list_item;
      entry.list = list_count_;
      document_.blocks.push_back(std::move(entry));
    }
  }

  // cmark knows the column behind all markers of the line a paragraph begins on.
  ProseLine opening_line(cmark_node* node) const {
    const std::size_t number = first_line(node);
    const std::size_t column =
        origin_.indent + static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1));
    const std::string_view line = lines_.line(number);
    const std::size_t blanks =
        match_length<rules::blanks>(line.substr(std::min(column - 1, line.size()))).value_or(0);
    return prose_line(line, number, column - 1 + blanks);
  }

  void add_code(cmark_node* node) {
    int fence_length = 0;
    int fence_offset = 0;
    char fence_mark = 0;
    const bool fenced = cmark_node_get_fenced(node, &fence_length, &fence_offset, &fence_mark) != 0;
    if (!fenced && indented_is_prose_) return add_indented_prose(node);
    add_lines(node, BlockKind::code, fenced ? 1 : 0);
  }

  // The lines that are not blank, without the first `skipped`.
  void add_lines(cmark_node* node, BlockKind kind, std::size_t skipped) {
    Block lines = block(node, kind);
    for (std::size_t number = lines.first_line + skipped; number <= lines.last_line; ++number) {
      ProseLine line = continued(number);
      if (!line.text.empty()) lines.prose.push_back(std::move(line));
    }
    document_.blocks.push_back(std::move(lines));
  }

  // In plain text what is indented is text as well, with lists and paragraphs of its own.
  void add_indented_prose(cmark_node* node) {
    constexpr int deepest = 3;
    const Origin outer = origin_;
    const std::size_t first = first_line(node);
    const std::size_t last = last_line(node);
    const std::size_t indent = common_indent(lines_, first, last);
    if (indent == 0 || outer.depth == deepest) return add_lines(node, BlockKind::paragraph, 0);
    origin_ = {first - 1, indent, outer.depth + 1};
    if (const Node inner = parse(lines_, first, last, indent)) walk(inner.get());
    origin_ = outer;
  }

  void add_html(cmark_node* node) {
    Block html = block(node, BlockKind::html);
    // cmark-gfm gives blocks of HTML that end with their line no end.
    const std::string_view literal = cmark_node_get_literal(node);
    const auto lines = static_cast<std::size_t>(std::count(literal.begin(), literal.end(), '\n'));
    html.last_line = html.first_line + std::max<std::size_t>(lines, 1) - 1;
    for (std::size_t number = html.first_line; number <= html.last_line; ++number) {
      ProseLine line = continued(number);
      if (const auto tag = match_length<rules::html_heading>(line.text)) add_html_heading(line, *tag);
      if (!line.text.empty()) html.prose.push_back(std::move(line));
    }
    if (html.prose.empty()) return;
    const std::string_view opening = html.prose.front().text;
    for (const std::string_view raw : {"<pre", "<script", "<style", "<textarea"}) {
      if (opening.substr(0, raw.size()) == raw) html.kind = BlockKind::code;
    }
    document_.blocks.push_back(std::move(html));
  }

  void add_html_heading(const ProseLine& line, std::size_t tag) {
    const std::string_view behind = std::string_view(line.text).substr(tag);
    const std::size_t level = line.text.find_first_of("123456");
    document_.headings.push_back(
        {line.text[level] - '0', line.line, std::string(trimmed(behind.substr(0, behind.find('<'))))});
  }

  void add_table(cmark_node* node) {
    Block table = block(node, BlockKind::table);
    for (std::size_t number = table.first_line; number <= table.last_line; ++number) {
      if (number == table.first_line + 1) continue;  // |---|---|
      table.rows.push_back(pipe_cells(lines_.line(number), number));
    }
    document_.blocks.push_back(std::move(table));
  }

  TextLines& lines_;
  bool indented_is_prose_;
  Document& document_;
  std::vector<OpenList> lists_;
  std::size_t list_count_ = 0;
  Origin origin_;
};

}  // namespace

void read_markdown(TextLines& lines, bool indented_is_prose, Document& document) {
  MarkdownReader(lines, indented_is_prose, document).read();
}

}  // namespace abstat
