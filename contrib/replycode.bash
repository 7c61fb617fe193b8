# bash completion for replycode(1)

_replycode_codes() {
	replycode list "$1" --color never --width 300 2>/dev/null | sed -n 's/^\([0-9][0-9.]*\) .*/\1/p'
}

_replycode() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command='' word words=''

	case $prev in
	-l | --lang) words='en fr' ;;
	-f | --format) words='text markdown json' ;;
	--color) words='auto always never' ;;
	-p | --protocol) words='smtp' ;;
	-w | --width) return ;;
	--data | check-data)
		compopt -o dirnames 2>/dev/null
		return
		;;
	esac
	if [[ -n $words ]]; then
		mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
		return
	fi
	if [[ $cur == -* ]]; then
		words='--lang --format --width --color --ascii --data --protocol --help --version'
		mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
		return
	fi
	for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
		case $word in
		compare | list | search | explain | browse | check-data) command=$word ;;
		esac
	done
	[[ $command == search ]] && return
	[[ -z $command ]] && words='compare list search explain browse check-data'
	case $cur in
	*.*) words+=" $(_replycode_codes x.x.x)" ;;
	*) words+=" $(_replycode_codes xxx)" ;;
	esac
	mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
}

complete -F _replycode replycode
