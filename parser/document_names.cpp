// Which words of a document belong to a report, and the name they give it.
#include "claim_phrases.hpp"
#include "document_names_grammar.hpp"
#include "document_reading.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <abstat/document.hpp>

namespace abstat {

namespace rules = name_rules;

namespace {

// Longer paragraphs are prose about the report before, not a caption of the next.
constexpr std::size_t caption_bytes = 200;
constexpr std::size_t second_caption_bytes = 60;

std::string text_of(const Block& block) {
  std::string text;
  for (const ProseLine& line : block.prose) {
    if (!text.empty()) text += '\n';
    text += line.text;
  }
  return text;
}

// "gevent (2567 req/s)", "sync: 4347 QPS": the name before a figure; nothing where a sentence has it.
std::string_view name_before_figures(std::string_view text) {
  const std::size_t end = match_length<rules::lead>(text).value_or(0);
  return end < text.size() && end <= second_caption_bytes ? text.substr(0, end) : std::string_view{};
}

class ContextReader {
 public:
  ContextReader(const Document& document, const std::vector<Report>& reports)
      : document_(document), captions_below_(stand_below(reports)) {}

  ReportContext read(const Span& report, std::size_t next_line) {
    open_headings(report.first_line);
    ReportContext context;
    for (const Heading* heading : chain_) context.headings.push_back(heading->text);
    if (!chain_.empty()) {
      context.section = static_cast<std::size_t>(chain_.back() - document_.headings.data());
    }
    const std::size_t heading_line = chain_.empty() ? 0 : chain_.back()->line;
    const std::size_t after = std::max(heading_line, last_report_end_);
    const bool words_between = add_captions(after, report.first_line, context);
    const bool goes_on = reports_read_ > 0 && last_report_end_ > heading_line && !words_between;
    if (goes_on) context.captions = last_captions_;
    last_captions_ = context.captions;
    add_outer_commands(context);
    for (; command_ < document_.commands.size() && document_.commands[command_].line < report.first_line;
         ++command_) {
      if (document_.commands[command_].line >= after) {
        context.commands.push_back(document_.commands[command_].text);
      }
    }
    last_report_end_ = report.last_line;
    ++reports_read_;
    add_comment(report, next_line, context);
    return context;
  }

 private:
  // "*100 KB page: 2913 requests/s*": whether a paragraph in italics follows every report, the last included.
  [[nodiscard]] bool stand_below(const std::vector<Report>& reports) const {
    const auto follows = [this](const Report& report) {
      const auto block = std::find_if(document_.blocks.begin(), document_.blocks.end(), [&](const Block& b) {
        return b.first_line > report.source.last_line && b.kind != BlockKind::code;
      });
      return block != document_.blocks.end() && block->kind == BlockKind::paragraph &&
             matches<rules::italics>(text_of(*block));
    };
    return reports.size() > 1 && std::all_of(reports.begin(), reports.end(), follows);
  }

  void open_headings(std::size_t line) {
    for (; heading_ < document_.headings.size() && document_.headings[heading_].line < line; ++heading_) {
      const Heading& next = document_.headings[heading_];
      while (!chain_.empty() && chain_.back()->level >= next.level) chain_.pop_back();
      chain_.push_back(&next);
    }
  }

  // The nearest paragraph above, and the one above it when both are short; false where nothing stands
  // between, so that the report is another one of what was named before.
  bool add_captions(std::size_t after, std::size_t before, ReportContext& context) {
    while (block_ < document_.blocks.size() && document_.blocks[block_].first_line < before) ++block_;
    std::size_t limit = caption_bytes;
    std::size_t taken = 0;
    for (std::size_t at = block_; at-- > 0 && taken < 2;) {
      const Block& block = document_.blocks[at];
      if (block.first_line <= after || block.kind == BlockKind::heading) return taken > 0;
      if (block.kind == BlockKind::code) continue;
      if (comments_.count(at) > 0) return true;
      std::string text = text_of(block);
      if (block.kind == BlockKind::table || text.size() > limit) return true;
      add_caption(block, std::move(text), context);
      limit = second_caption_bytes;
      ++taken;
    }
    return taken > 0;
  }

  static void add_caption(const Block& block, std::string text, ReportContext& context) {
    if (text.empty() || matches<rules::code_only>(text)) return;  // a command is kept as one
    if (!states_figures(block.prose)) {
      context.captions.push_back(std::move(text));
      return;
    }
    if (const std::string_view name = name_before_figures(text); !name.empty())
      context.captions.emplace_back(name);
    context.remarks.push_back(std::move(text));
  }

  // What is said right behind a report, before the caption of the next, is said of it: "-> 1064 requests/sec,
  // mean 0.94 ms". The last paragraph before the next report is that one's, unless it points up.
  void add_comment(const Span& report, std::size_t next_line, ReportContext& context) {
    std::vector<std::size_t> between;
    std::size_t at = block_;
    while (at < document_.blocks.size() && document_.blocks[at].first_line <= report.last_line) ++at;
    for (; at < document_.blocks.size(); ++at) {
      const Block& block = document_.blocks[at];
      if (next_line > 0 && block.first_line >= next_line) break;
      if (block.kind == BlockKind::heading || block.kind == BlockKind::table) break;
      if (block.kind != BlockKind::code) between.push_back(at);
      constexpr std::size_t enough = 2;
      if (between.size() == enough) break;
    }
    if (between.empty()) return;
    const Block& first = document_.blocks[between.front()];
    const std::string text = text_of(first);
    const std::size_t up = match_length<rules::pointing_up>(text).value_or(0);
    const bool concludes = match_length<rules::concluding>(text).has_value();
    // Behind the last report a conclusion about all of them may begin.
    const bool before_next =
        next_line == 0 ? comments_.size() + 1 == reports_read_ && reports_read_ > 1 : between.size() > 1;
    if (up == 0 && !concludes && !captions_below_ && !(before_next && states_figures(first.prose))) return;
    comments_.insert(between.front());
    context.comments.push_back(between.front());
    if (up > 0) context.captions.push_back(text.substr(up));
    if (captions_below_) add_caption(first, text, context);
  }

  // Commands right below an outer heading hold for its sub-sections; those below the title of the whole
  // document describe no report in particular.
  void add_outer_commands(ReportContext& context) const {
    for (std::size_t level = 1; level + 1 < chain_.size(); ++level) {
      const Heading* heading = chain_[level];
      const std::size_t end = (heading + 1)->line;
      auto command = std::lower_bound(document_.commands.begin(), document_.commands.end(), heading->line,
                                      [](const Command& c, std::size_t line) { return c.line < line; });
      for (; command != document_.commands.end() && command->line < end; ++command) {
        context.commands.push_back(command->text);
      }
    }
  }

  const Document& document_;
  bool captions_below_;
  std::vector<const Heading*> chain_;
  std::size_t heading_ = 0;
  std::size_t block_ = 0;
  std::size_t command_ = 0;
  std::size_t last_report_end_ = 0;
  std::size_t reports_read_ = 0;
  std::vector<std::string> last_captions_;
  std::set<std::size_t> comments_;  // blocks that speak of the report above them
};

// The name a caption begins with; empty for the number of a run and for whole sentences.
std::string caption_name(const ReportContext& context) {
  constexpr std::size_t longest_name = 60;
  for (const std::string& caption : context.captions) {
    if (matches<rules::run_number>(caption)) continue;
    const std::string_view text =
        std::string_view(caption).substr(match_length<rules::marks>(caption).value_or(0));
    std::string_view name = text.substr(0, match_length<rules::name>(text).value_or(0));
    const std::size_t last = name.find_last_not_of(" \t*_-=:");
    name = last == std::string_view::npos ? std::string_view{} : name.substr(0, last + 1);
    if (!name.empty() && name.size() <= longest_name && !matches<rules::run_number>(name)) {
      return std::string(name);
    }
  }
  return {};
}

std::size_t shared_headings(const std::vector<ReportContext>& contexts) {
  if (contexts.size() < 2) return 0;
  std::size_t shared = contexts.front().headings.size();
  for (const ReportContext& context : contexts) {
    const auto& first = contexts.front().headings;
    const std::size_t most = std::min(shared, context.headings.size());
    const auto differs = std::mismatch(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(most),
                                       context.headings.begin());
    shared = static_cast<std::size_t>(differs.first - first.begin());
  }
  return shared;
}

std::string joined(const std::vector<std::string>& parts, std::size_t from) {
  std::string name;
  for (std::size_t i = from; i < parts.size(); ++i) {
    if (parts[i].empty() || matches<rules::run_number>(parts[i])) continue;
    if (!name.empty()) name += " / ";
    name += parts[i];
  }
  return name;
}

}  // namespace

std::vector<ReportContext> report_contexts(const Document& document, const std::vector<Report>& reports) {
  std::vector<ReportContext> contexts;
  ContextReader reader(document, reports);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const bool last = i + 1 == reports.size();
    contexts.push_back(reader.read(reports[i].source, last ? 0 : reports[i + 1].source.first_line));
  }
  return contexts;
}

void name_stacks(std::vector<Report>& reports, const Document& document) {
  const std::vector<ReportContext> contexts = report_contexts(document, reports);
  const std::size_t shared = shared_headings(contexts);
  std::map<std::string, std::size_t> uses;
  for (const ReportContext& context : contexts) ++uses[joined(context.headings, shared)];
  for (std::size_t i = 0; i < reports.size(); ++i) {
    reports[i].commands = contexts[i].commands;
    if (!reports[i].stack.empty()) continue;
    std::string name = joined(contexts[i].headings, shared);
    if (name.empty() || uses[name] > 1) {
      const std::string caption = caption_name(contexts[i]);
      if (!caption.empty()) name += (name.empty() ? "" : " / ") + caption;
    }
    if (name.empty() && reports.size() == 1) name = joined(contexts[i].headings, 0);
    reports[i].stack = std::move(name);
  }
}

}  // namespace abstat
