// Which reports the words of a claim name. Reports carry labels read from their headings, captions, commands
// and their own figures; the words around a claim are read the same way and compared.
#pragma once

#include "claims_figure.hpp"
#include "label.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <abstat/document.hpp>
#include <abstat/report.hpp>

namespace abstat {

struct ReportLabel {
  Label named;    // by headings, captions, stack name
  Label command;  // by command lines and by the report itself
  Label alias;    // what a claim called it when only its value told
  // How much its words tell, and which of its components every report has: asked for by each claim.
  std::vector<double> word_weights;      // of named.words
  std::vector<bool> named_everywhere;    // of named.components
  std::vector<bool> command_everywhere;  // of command.components
  std::size_t section = Document::no_section;
  std::size_t stack = 0;  // the same number for runs of one stack
};

// How well one report fits the words of a claim.
struct Fit {
  std::size_t report = 0;
  double score = 0;
  int matched = 0;                 // components and telling words found
  bool conflict = false;           // another name of the same kind
  std::vector<Component> lacking;  // named by the claim and nowhere by the report
  bool by_alias = false;
  bool full_name = false;     // the report is called just so
  bool foreign_load = false;  // the claim names a number of connections that no report has
  std::string evidence;

  [[nodiscard]] bool perfect() const { return matched > 0 && !conflict && !foreign_load && lacking.empty(); }
};

// Fits of one claim closer than this are equally good.
inline constexpr double equal_fit_score = 0.35;

// The labels of the scopes of a claim: the nearest that says anything, and those around it.
struct ClaimLabel {
  Label primary;
  std::vector<Label> outer;
  std::size_t near_outer = 0;  // how many of these are of the claim's own sentence
  bool informative = false;
  std::size_t depth = 0;  // how many nearer scopes said nothing
};

class Binder {
 public:
  Binder(const std::vector<Report>& reports, const Document& document);

  [[nodiscard]] const std::vector<Report>& reports() const { return reports_; }
  [[nodiscard]] const ReportLabel& label(std::size_t report) const { return labels_[report]; }
  [[nodiscard]] std::size_t stacks() const { return stack_members_.size(); }
  [[nodiscard]] const std::vector<std::size_t>& runs_of(std::size_t stack) const {
    return stack_members_[stack];
  }

  // `own`: how many of the scopes stand in the claim's own sentence.
  static constexpr auto all_own = static_cast<std::size_t>(-1);
  [[nodiscard]] ClaimLabel read(const std::vector<std::string>& scopes, std::size_t own = all_own) const;
  // Whether a scope names one run and no stack.
  [[nodiscard]] bool is_of_a_run(const std::string& scope) const;
  // Whether a word, in lower case, stands in what a report is called.
  [[nodiscard]] bool is_in_a_name(const std::string& word) const;
  // Whether the words of this label tell any reports apart.
  [[nodiscard]] bool informative(const Label& label) const;
  // The reports that may be meant, best first; those that conflict are left out. `block` is where the claim
  // stands.
  [[nodiscard]] std::vector<Fit> fits(const ClaimLabel& label, std::size_t block) const;
  [[nodiscard]] Fit fit(const ClaimLabel& label, std::size_t report, std::size_t block) const;
  // The reports of the section a block stands in; empty for the introduction of the whole document.
  [[nodiscard]] std::vector<std::size_t> section_reports(std::size_t block) const;
  // The one report below the heading, or beside the comment, that a block belongs to.
  [[nodiscard]] std::optional<std::size_t> lone_report(std::size_t block) const;
  // The one report that is called just so, though its words stand in other names as well.
  [[nodiscard]] std::optional<std::size_t> called(const std::string& name) const;
  // The label of a claim that names everything the document says of a report.
  [[nodiscard]] ClaimLabel label_of_report(std::size_t report) const;
  // The reports behind a command and before the next; where there are none, those of its section, or all.
  [[nodiscard]] std::vector<std::size_t> governed_by(std::size_t line, std::size_t next_line,
                                                     std::size_t block) const;
  // Whether a block stands right behind one report and speaks of it.
  [[nodiscard]] bool is_comment(std::size_t block) const { return commented_.count(block) > 0; }
  [[nodiscard]] bool reports_between(std::size_t line, std::size_t next_line) const;
  // In how many kinds of component two reports differ.
  [[nodiscard]] int differences(std::size_t a, std::size_t b) const;
  // What one run leaves open; worked out once for each report.
  [[nodiscard]] const RunNoise& noise(std::size_t report) const;
  // The document calls this report so.
  void add_alias(std::size_t report, const std::vector<Component>& components);

 private:
  // The label of a scope; sentences are asked for again and again by the claims beside each other.
  [[nodiscard]] std::pair<std::size_t, std::size_t> section_range(std::size_t block) const;
  [[nodiscard]] const Label& label_of(const std::string& scope) const;
  void read_labels();
  void share_frameworks();
  void group_stacks();
  void number_runs(const std::vector<std::size_t>& runs);
  [[nodiscard]] bool has_case_of(const Label& label, std::size_t report) const;
  [[nodiscard]] bool is_run_of(std::size_t report, std::size_t first) const;
  [[nodiscard]] std::string name_without_run(std::size_t report) const;
  void count_words();
  void index_sections();
  std::map<std::size_t, std::size_t> commented_;  // block -> the report it comments on
  [[nodiscard]] bool names(std::size_t report, const Component& component) const;
  [[nodiscard]] bool is_unnamed_count(const Component& component) const;
  [[nodiscard]] bool is_foreign_load(const Component& component) const;
  [[nodiscard]] bool in_background(const Component& component) const;
  [[nodiscard]] bool answered_by(std::size_t report, const Component& component) const;
  [[nodiscard]] const Component* other_name(std::size_t report, const Component& component) const;
  // How far from a claim the words stand: those that name it, others of its sentence, those of another one.
  enum class Scope : std::uint8_t { primary, near, earlier };
  void score_components(const Label& label, double weight, Scope scope, Fit& fit) const;
  void score_words(const Label& label, double weight, Scope scope, Fit& fit) const;
  void score_extras(const ClaimLabel& claim, Fit& fit) const;
  [[nodiscard]] bool is_full_name(const Label& label, std::size_t report) const;
  [[nodiscard]] bool is_everywhere(const Component& component) const;
  void weigh_labels();
  [[nodiscard]] double word_weight(const std::string& word) const;
  [[nodiscard]] double telling(const std::string& word, std::size_t uses) const;
  [[nodiscard]] std::vector<std::size_t> candidates(const ClaimLabel& label, std::size_t block) const;

  const std::vector<Report>& reports_;
  const Document& document_;
  std::vector<ReportLabel> labels_;
  Label background_;  // of the headings above all reports
  std::vector<std::string> modules_;
  std::vector<std::vector<std::size_t>> stack_members_;
  struct WordUse {
    std::vector<std::size_t> reports;  // that are called so
    double weight = 0;                 // how much the word tells, 0 (all are) to 1 (one is)
  };
  std::unordered_map<std::string, WordUse> word_uses_;
  std::set<std::string, std::less<>> ideographs_;  // of the pairs among these words
  std::unordered_map<std::string, std::vector<std::size_t>> reports_with_component_;
  std::map<ComponentKind, std::size_t> kind_uses_;
  mutable std::unordered_map<std::string, Label> read_scopes_;  // bounded, see label_of
  mutable std::vector<std::optional<RunNoise>> noises_;
  std::vector<std::pair<std::size_t, std::size_t>>
      section_ranges_;  // report indices [first, last) by heading
};

}  // namespace abstat
