#compdef replycode
# zsh completion for replycode(1)

_replycode_codes() {
	local -a codes
	local pattern=xxx

	[[ $PREFIX == *.* ]] && pattern=x.x.x
	# A line is the code, its name, and more behind two blanks.
	codes=(${(f)"$(replycode list $pattern --color never --width 300 2>/dev/null |
		sed -n 's/^\([0-9][0-9.]*\)  */\1:/;s/   *.*$//p')"})
	_describe -t codes code codes
}

_replycode() {
	local -a commands
	commands=(
		'compare:set two to four codes side by side'
		'list:list codes'
		'search:find codes by words'
		'explain:explain a code or the whole reply of a server'
		'browse:open the terminal interface'
		'check-data:check a knowledge base'
	)
	_arguments -s -S \
		'(-l --lang)'{-l,--lang=}'[language]:language:(en fr)' \
		'(-f --format)'{-f,--format=}'[format]:format:(text markdown json)' \
		'(-w --width)'{-w,--width=}'[columns, from 20 to 300]:columns:' \
		'--color=[colour]:when:(auto always never)' \
		'--ascii[nothing but ASCII]' \
		'--data=[read the knowledge base from a folder]:folder:_files -/' \
		'(-p --protocol)'{-p,--protocol=}'[protocol]:protocol:(smtp)' \
		'(-h --help)'{-h,--help}'[help]' \
		'(-V --version)'{-V,--version}'[version]' \
		'*:: :->words'
	[[ $state == words ]] || return
	if (( CURRENT == 1 )); then
		_describe -t commands command commands
		_replycode_codes
		return
	fi
	case $words[1] in
	check-data) _files -/ ;;
	search) ;;
	*) _replycode_codes ;;
	esac
}

_replycode "$@"
