// What a report showed about the ab that printed it and about how the run ended, beyond its figures.
#pragma once

namespace abstat {

struct ReportTraits {
  // How the run went.
  bool finished = false;              // "Finished N requests" or "..done"
  bool interrupted = false;           // "(interrupted)", "..interrupted" or an echoed ^C
  bool line_left_open = false;        // "(be patient)...": without progress, "..done" has to follow
  bool usage = false;                 // ab printed its usage message
  bool gave_up = false;               // a message after which ab ends
  bool counted_before_abort = false;  // "Total of N requests completed"
  bool cut_in_line = false;           // the text ends inside a line of the report

  // How this version of ab spells.
  bool apache_1_3 = false;       // "apache-1.3" behind the revision
  bool apache_2_0 = false;       // "apache-2.0" behind the revision
  bool licensed = false;         // "Licensed to The Apache Software Foundation"
  bool archived_link = false;    // "web.archive.org" in the copyright line
  bool misspelt = false;         // "Concurency", "transfered", "Requests per seconds"
  bool bare_rates = false;       // requests per second without a unit, "kb/s received"
  bool triple_n = false;         // "Connnection Times"
  bool last_request = false;     // "(last request)"
  bool longest_request = false;  // "(longest request)"
};

}  // namespace abstat
