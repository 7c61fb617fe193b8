# fish completion for replycode(1)

function __replycode_codes
    set -l pattern xxx
    string match -q '*.*' -- (commandline -ct); and set pattern x.x.x
    # A line is the code, its name, and more behind two blanks.
    replycode list $pattern --color never --width 300 2>/dev/null |
        string replace -rf '^([0-9][0-9.]*)\s+(.*?\S)\s{2,}.*$' '$1\t$2'
end

set -l commands compare list search explain browse check-data

complete -c replycode -f
complete -c replycode -n "not __fish_seen_subcommand_from $commands" -a compare -d 'Set two to four codes side by side'
complete -c replycode -n "not __fish_seen_subcommand_from $commands" -a list -d 'List codes'
complete -c replycode -n "not __fish_seen_subcommand_from $commands" -a search -d 'Find codes by words'
complete -c replycode -n "not __fish_seen_subcommand_from $commands" -a explain -d 'Explain a code or a whole reply'
complete -c replycode -n "not __fish_seen_subcommand_from $commands" -a browse -d 'Open the terminal interface'
complete -c replycode -n "not __fish_seen_subcommand_from $commands" -a check-data -d 'Check a knowledge base'
complete -c replycode -n "not __fish_seen_subcommand_from search check-data" -a '(__replycode_codes)'
complete -c replycode -n "__fish_seen_subcommand_from check-data" -a '(__fish_complete_directories)'
complete -c replycode -s l -l lang -x -a 'en fr' -d Language
complete -c replycode -s f -l format -x -a 'text markdown json' -d Format
complete -c replycode -s w -l width -x -d 'Columns, from 20 to 300'
complete -c replycode -l color -x -a 'auto always never' -d Colour
complete -c replycode -l ascii -d 'Nothing but ASCII'
complete -c replycode -l data -x -a '(__fish_complete_directories)' -d 'Read the knowledge base from a folder'
complete -c replycode -s p -l protocol -x -a smtp -d Protocol
complete -c replycode -s h -l help -d Help
complete -c replycode -s V -l version -d Version
