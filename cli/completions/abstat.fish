# Completion of abstat for fish. It asks the program itself what there is.

function __abstat_commands
    abstat --help | string match -rg '^  ([a-z]{4,} +.*)' | string replace -r ' +' \t
end

function __abstat_options
    set -l words (commandline -opc)
    abstat $words[2] --help 2>/dev/null | string match -rag '^  +(?:-[a-z], )?(--[a-z-]+)'
end

function __abstat_formats
    set -l words (commandline -opc)
    abstat $words[2] --help 2>/dev/null | string match -rg 'FORMAT +One of ([a-z, -]+):' | string split ', '
end

function __abstat_metrics
    abstat rank --metric '?' - 2>&1 </dev/null | string match -rg 'one of (.*), found' | string split ', '
end

complete -c abstat -n __fish_use_subcommand -f -a '(__abstat_commands)'
complete -c abstat -n 'not __fish_use_subcommand; and string match -q -- "-*" (commandline -ct)' -f -a '(__abstat_options)'
complete -c abstat -s f -l format -x -a '(__abstat_formats)'
complete -c abstat -l metric -x -a '(__abstat_metrics)'
complete -c abstat -l color -x -a 'auto always never'
complete -c abstat -n 'string match -q -- plot (commandline -opc)[-1]' -f -a 'rank speedup latency runs scaling'
