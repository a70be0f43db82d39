# Completion of abstat for bash. It asks the program itself what there is, so that it knows what is installed.

_abstat_words() {
  # The words behind "One of" in an option's help: "One of text, markdown, csv:".
  abstat "$1" --help 2>/dev/null | tr '\n' ' ' | sed -n "s/.* $2 [A-Z]* *[A-Za-z ]*[Oo]ne of \([a-z0-9, -]*\)[:;].*/\1/p" | tr -d ','
}

_abstat() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  local words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="$(abstat --help | sed -n 's/^  \([a-z]\{4,\}\) .*/\1/p') --help --version"
  else
    case $previous in
      -f | --format) words=$(_abstat_words "$command" --format) ;;
      --method) words=$(_abstat_words "$command" --method) ;;
      --adjust) words=$(_abstat_words "$command" --adjust) ;;
      --sort) words=$(_abstat_words "$command" --sort) ;;
      --color) words="auto always never" ;;
      --metric) words=$(abstat rank --metric '?' - 2>&1 </dev/null | sed -n "s/.*one of \(.*\), found.*/\1/p" | tr -d ',') ;;
      -o | --output) ;;
      *)
        case $current in
          -*) words=$(abstat "$command" --help 2>/dev/null | grep -oE '^  +(-[a-z], )?--[a-z-]+|^  +-[a-z]\b' | grep -oE -e '--?[a-z-]+') ;;
          *) [ "$command $COMP_CWORD" = "plot 2" ] && words="rank speedup latency runs scaling" ;;
        esac
        ;;
    esac
  fi
  if [ -n "$words" ]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
    compopt -o filenames 2>/dev/null
  fi
}
complete -F _abstat abstat
