// The labels of reports: what headings, captions, commands and the reports themselves say.
#include "binding.hpp"
#include "component_traits.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace abstat {

namespace {

void merge(Label& into, const Label& from) {
  for (const Component& component : from.components) {
    // The inner heading wins over the outer one.
    const Component* other = into.of(component.kind);
    if (other == nullptr) into.add(component);
  }
  into.words.insert(into.words.end(), from.words.begin(), from.words.end());
}

// Words of sentences that name nothing.
constexpr auto stop_words = std::to_array<std::string_view>({
    "ab",      "about",    "after",  "again",   "al",     "all",    "als",    "also",   "am",        "an",
    "and",     "another",  "any",    "are",     "as",     "at",     "au",     "auch",   "auf",       "aus",
    "ausgabe", "aux",      "avec",   "be",      "been",   "before", "bei",    "bin",    "both",      "but",
    "by",      "can",      "case",   "ce",      "ces",    "cet",    "cette",  "como",   "con",       "could",
    "css",     "cuando",   "dann",   "dans",    "das",    "dass",   "de",     "del",    "dem",       "den",
    "der",     "des",      "did",    "die",     "do",     "does",   "donde",  "done",   "down",      "du",
    "durch",   "each",     "ein",    "eine",    "einem",  "einen",  "einer",  "eines",  "el",        "elle",
    "en",      "er",       "es",     "essai",   "est",    "esta",   "estas",  "este",   "estos",     "et",
    "first",   "for",      "from",   "fue",     "fueron", "für",    "gets",   "give",   "gives",     "got",
    "ha",      "haben",    "had",    "han",     "has",    "hat",    "have",   "he",     "her",       "here",
    "his",     "how",      "htm",    "html",    "http",   "ich",    "if",     "il",     "im",        "in",
    "into",    "is",       "ist",    "it",      "its",    "je",     "jpg",    "json",   "just",      "la",
    "las",     "last",     "lauf",   "le",      "least",  "les",    "less",   "lo",     "localhost", "look",
    "los",     "made",     "make",   "makes",   "many",   "may",    "me",     "medida", "mehr",      "menos",
    "messung", "mesure",   "might",  "mit",     "moins",  "more",   "most",   "ms",     "much",      "muy",
    "my",      "más",      "nach",   "ne",      "new",    "next",   "ni",     "nicht",  "no",        "noch",
    "not",     "nous",     "now",    "nur",     "o",      "oder",   "of",     "off",    "ohne",      "old",
    "on",      "one",      "only",   "ont",     "or",     "other",  "ou",     "our",    "out",       "output",
    "outputs", "over",     "own",    "par",     "para",   "pas",    "per",    "php",    "plus",      "png",
    "por",     "pour",     "pro",    "prueba",  "que",    "qui",    "raw",    "report", "reports",   "req",
    "request", "requests", "result", "results", "run",    "runs",   "sa",     "salida", "same",      "sans",
    "schon",   "se",       "second", "seconds", "see",    "sehr",   "server", "ses",    "setup",     "she",
    "should",  "sie",      "sin",    "sind",    "so",     "some",   "son",    "sont",   "sortie",    "sous",
    "still",   "su",       "such",   "sur",     "sus",    "take",   "takes",  "test",   "tests",     "than",
    "that",    "the",      "their",  "them",    "then",   "there",  "these",  "they",   "this",      "those",
    "time",    "times",    "to",     "too",     "took",   "tried",  "try",    "très",   "txt",       "um",
    "un",      "una",      "unas",   "und",     "under",  "une",    "unos",   "unter",  "up",        "us",
    "use",     "used",     "using",  "very",    "vom",    "von",    "vor",    "war",    "waren",     "was",
    "we",      "werden",   "were",   "what",    "when",   "which",  "who",    "wie",    "will",      "wir",
    "wird",    "with",     "would",  "wurde",   "wurden", "y",      "you",    "your",   "zu",        "zum",
    "zur",     "à",        "était",  "été",     "über",   "а",      "бы",     "был",    "была",      "были",
    "было",    "в",        "во",     "вывод",   "где",    "для",    "до",     "есть",   "же",        "за",
    "замер",   "и",        "из",     "или",     "к",      "как",    "ли",     "мы",     "на",        "не",
    "ни",      "но",       "о",      "об",      "он",     "она",    "они",    "от",     "по",        "при",
    "прогон",  "с",        "со",     "тест",    "у",      "что",    "эта",    "эти",    "это",       "этот",
    "я",       "ある",     "いた",   "いる",    "から",   "こと",   "この",   "これ",   "した",      "して",
    "しま",    "する",     "その",   "それ",    "った",   "って",   "でし",   "です",   "では",      "とは",
    "ない",    "など",     "なり",   "なる",    "には",   "まし",   "ます",   "まで",   "もの",      "より",
    "れが",    "れは",     "エス",   "クエ",    "スト",   "トが",   "トの",   "トは",   "リク",      "一个",
    "个是",    "个请",     "件の",   "件は",    "响应",   "回の",   "平均",   "应时",   "度に",      "応答",
    "报告",    "时间",     "時間",   "毫秒",    "求在",   "求的",   "测试",   "測定",   "的一",      "的请",
    "答時",    "結果",     "结果",   "計測",    "请求",
});
static_assert(std::is_sorted(stop_words.begin(), stop_words.end()));

// Headings that stand above all reports tell none of them apart.
std::size_t shared_headings(const std::vector<ReportContext>& contexts) {
  if (contexts.size() < 2) return 0;
  std::size_t shared = contexts.front().headings.size();
  for (const ReportContext& context : contexts) {
    std::size_t same = 0;
    while (same < std::min(shared, context.headings.size()) &&
           context.headings[same] == contexts.front().headings[same])
      ++same;
    shared = same;
  }
  return shared;
}

constexpr std::size_t bytes_of_ideograph = 3;

bool starts_with_ideograph(std::string_view word) {
  return static_cast<unsigned char>(word.front()) >= 0xE3;
}

bool is_stop_word(const std::string& word) {
  return std::binary_search(stop_words.begin(), stop_words.end(), word);
}

// The second and third run of a section, which have no command line of their own.
bool goes_on(const std::vector<ReportContext>& contexts, std::size_t report) {
  if (report == 0 || contexts[report].section != contexts[report - 1].section) return false;
  return std::all_of(
      contexts[report].captions.begin(), contexts[report].captions.end(), [](const std::string& caption) {
        const Label label = read_label(caption);
        const bool run = label.components.size() == 1 && label.components.front().kind == ComponentKind::run;
        return run && label.words.empty();
      });
}

// "nginx, round 1" with "round 2" below it: another run of the same.
bool only_counts_on(const std::vector<ReportContext>& contexts, std::size_t report) {
  return !contexts[report].captions.empty() && goes_on(contexts, report);
}

void drop_stop_words(Label& label) {
  std::sort(label.words.begin(), label.words.end());
  label.words.erase(std::unique(label.words.begin(), label.words.end()), label.words.end());
  std::erase_if(label.words, [](const std::string& word) {
    return is_stop_word(word.substr(0, word.find('=')));  // "per second" is no parameter
  });
}

}  // namespace

Binder::Binder(const std::vector<Report>& reports, const Document& document)
    : reports_(reports), document_(document) {
  read_labels();
  share_frameworks();
  group_stacks();
  count_words();
  weigh_labels();
  index_sections();
}

void Binder::read_labels() {
  const std::vector<ReportContext> contexts = report_contexts(document_, reports_);
  const std::size_t shared = shared_headings(contexts);
  for (std::size_t level = 0; level < shared; ++level)
    merge(background_, read_label(contexts.front().headings[level]));
  labels_.resize(reports_.size());
  modules_.resize(reports_.size());
  std::vector<std::string> commands;
  for (std::size_t i = 0; i < reports_.size(); ++i) {
    const ReportContext& context = contexts[i];
    ReportLabel& label = labels_[i];
    for (const std::size_t block : context.comments) commented_[block] = i;
    label.section = context.section;
    for (const std::string& caption : context.captions) merge(label.named, read_label(caption));
    for (std::size_t level = context.headings.size(); level-- > shared;) {
      merge(label.named, read_label(context.headings[level]));
    }
    merge(label.named, read_label(reports_[i].stack));
    if (only_counts_on(contexts, i)) {
      Label before = labels_[i - 1].named;
      std::erase_if(before.components, [](const Component& c) { return c.kind == ComponentKind::run; });
      merge(label.named, before);
    }
    for (const std::string& remark : context.remarks) {
      Label read = read_label(remark);
      read.words.clear();
      merge(label.named, read);
    }
    drop_stop_words(label.named);
    const auto& own = reports_[i].commands.empty() ? context.commands : reports_[i].commands;
    if (!own.empty() || !goes_on(contexts, i)) commands = own;
    for (const std::string& command : commands) {
      CommandLabel read = read_command_label(command);
      // A command that the heading contradicts was only quoted above it.
      std::erase_if(read.label.components, [&label](const Component& component) {
        const Component* named = label.named.of(component.kind);
        return named != nullptr && *named != component;
      });
      merge(label.command, read.label);
      if (modules_[i].empty()) modules_[i] = read.module;
    }
    const Report& report = reports_[i];
    if (report.concurrency)
      label.command.add({ComponentKind::concurrency, std::to_string(*report.concurrency)});
    if (report.requests.complete)
      label.command.add({ComponentKind::requests, std::to_string(*report.requests.complete)});
    if (report.requests.keep_alive) label.command.add({ComponentKind::keep_alive, "on"});
    if (report.tls) label.command.add({ComponentKind::tls, "on"});
    const Component* server = label.named.of(ComponentKind::server);
    if (server != nullptr && server->name == "built-in")
      label.command.add({ComponentKind::server, "built-in"});
    const bool worker_class_named = label.named.of(ComponentKind::worker_class) != nullptr ||
                                    label.command.of(ComponentKind::worker_class) != nullptr;
    if (server != nullptr && server->name == "gunicorn" && !worker_class_named)
      label.command.add({ComponentKind::worker_class, "sync"});
  }
}

// The application that is served under two servers is the same: `flask --app server:app` tells what
// `gunicorn server:app` runs.
void Binder::share_frameworks() {
  std::map<std::string, Component> framework_of;
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    const Component* framework = labels_[i].named.of(ComponentKind::framework);
    if (framework == nullptr) framework = labels_[i].command.of(ComponentKind::framework);
    if (framework != nullptr && !modules_[i].empty()) framework_of.emplace(modules_[i], *framework);
  }
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    const bool known = labels_[i].named.of(ComponentKind::framework) != nullptr ||
                       labels_[i].command.of(ComponentKind::framework) != nullptr;
    const auto found = framework_of.find(modules_[i]);
    if (!known && found != framework_of.end()) labels_[i].command.add(found->second);
  }
}

void Binder::count_words() {
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    for (const std::string& word : labels_[i].named.words) word_uses_[word].reports.push_back(i);
    std::set<ComponentKind> kinds;
    for (const Label* label : {&labels_[i].named, &labels_[i].command}) {
      for (const Component& component : label->components) {
        kinds.insert(component.kind);
        auto& with = reports_with_component_[key_of(component)];
        if (with.empty() || with.back() != i) with.push_back(i);
      }
    }
    for (const ComponentKind kind : kinds) ++kind_uses_[kind];
  }
  for (auto& [word, use] : word_uses_) {
    use.weight = telling(word, use.reports.size());
    if (word.size() != 2 * bytes_of_ideograph || !starts_with_ideograph(word)) continue;
    ideographs_.insert(word.substr(0, bytes_of_ideograph));
    ideographs_.insert(word.substr(bytes_of_ideograph));
  }
}

// "旧" of a report that is called 旧机器, "the old server" of one that is called "Old server"
bool Binder::is_in_a_name(const std::string& word) const {
  if (word_uses_.count(word) > 0 || ideographs_.count(word) > 0) return true;
  Label label = read_label(word);
  drop_stop_words(label);
  const bool known = std::all_of(label.words.begin(), label.words.end(),
                                 [this](const std::string& part) { return word_uses_.count(part) > 0; });
  const bool had =
      std::all_of(label.components.begin(), label.components.end(), [this](const Component& component) {
        return reports_with_component_.count(key_of(component)) > 0 && !is_everywhere(component);
      });
  return known && had && label.words.size() + label.components.size() > 0;
}

void Binder::weigh_labels() {
  for (ReportLabel& label : labels_) {
    for (const std::string& word : label.named.words) label.word_weights.push_back(word_weight(word));
    for (const Component& component : label.named.components)
      label.named_everywhere.push_back(is_everywhere(component));
    for (const Component& component : label.command.components)
      label.command_everywhere.push_back(is_everywhere(component));
  }
}

// Reports lie in the order of their lines, so those below a heading are a run of them.
void Binder::index_sections() {
  section_ranges_.resize(document_.headings.size());
  for (std::size_t i = 0; i < document_.headings.size(); ++i) {
    const Heading& heading = document_.headings[i];
    const auto first = std::lower_bound(
        reports_.begin(), reports_.end(), heading.line,
        [](const Report& report, std::size_t line) { return report.source.first_line < line; });
    std::size_t end_line = static_cast<std::size_t>(-1);
    for (std::size_t next = i + 1; next < document_.headings.size(); ++next) {
      if (document_.headings[next].level > heading.level) continue;
      end_line = document_.headings[next].line;
      break;
    }
    const auto last = std::lower_bound(
        first, reports_.end(), end_line,
        [](const Report& report, std::size_t line) { return report.source.first_line < line; });
    section_ranges_[i] = {static_cast<std::size_t>(first - reports_.begin()),
                          static_cast<std::size_t>(last - reports_.begin())};
  }
}

// Report indices [first, last) of the section a block stands in; empty where the section is the whole
// document.
std::pair<std::size_t, std::size_t> Binder::section_range(std::size_t block) const {
  if (const auto comment = commented_.find(block); comment != commented_.end())
    return {comment->second, comment->second + 1};
  const std::size_t section =
      block < document_.blocks.size() ? document_.blocks[block].section : Document::no_section;
  if (section == Document::no_section) return {0, 0};
  const auto range = section_ranges_[section];
  const bool whole = range.first == 0 && range.second == reports_.size() && reports_.size() > 1;
  return whole ? std::pair<std::size_t, std::size_t>{0, 0} : range;
}

namespace {

std::vector<std::size_t> numbers(std::size_t first, std::size_t last) {
  std::vector<std::size_t> found;
  for (std::size_t i = first; i < last; ++i) found.push_back(i);
  return found;
}

}  // namespace

std::vector<std::size_t> Binder::section_reports(std::size_t block) const {
  const auto [first, last] = section_range(block);
  return numbers(first, last);
}

std::optional<std::size_t> Binder::lone_report(std::size_t block) const {
  const auto [first, last] = section_range(block);
  return last == first + 1 && reports_.size() > 1 ? std::optional(first) : std::nullopt;
}

ClaimLabel Binder::label_of_report(std::size_t report) const {
  const ReportLabel& own = labels_[report];
  ClaimLabel label;
  label.informative = true;
  label.primary.words = own.named.words;
  for (const Label* source : {&own.named, &own.command}) {
    for (const Component& component : source->components) {
      if (label.primary.of(component.kind) == nullptr) label.primary.add(component);
    }
  }
  return label;
}

bool Binder::reports_between(std::size_t line, std::size_t next_line) const {
  const auto first = std::lower_bound(
      reports_.begin(), reports_.end(), line,
      [](const Report& report, std::size_t number) { return report.source.first_line < number; });
  return first != reports_.end() && first->source.first_line < next_line;
}

std::vector<std::size_t> Binder::governed_by(std::size_t line, std::size_t next_line,
                                             std::size_t block) const {
  const auto before = [](const Report& report, std::size_t number) {
    return report.source.first_line < number;
  };
  const auto first = std::lower_bound(reports_.begin(), reports_.end(), line, before);
  const auto last = std::lower_bound(first, reports_.end(), next_line, before);
  if (first != last) {
    return numbers(static_cast<std::size_t>(first - reports_.begin()),
                   static_cast<std::size_t>(last - reports_.begin()));
  }
  const std::vector<std::size_t> section = section_reports(block);
  // A command that no report follows speaks of all of them only where they can be looked through.
  constexpr std::size_t most_governed = 256;
  return !section.empty() ? section : numbers(0, std::min(reports_.size(), most_governed));
}

}  // namespace abstat
