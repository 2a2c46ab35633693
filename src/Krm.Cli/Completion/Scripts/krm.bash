# Completion of krm for bash. Once: krm completion bash > ~/.local/share/bash-completion/completions/krm
_krm_complete() {
    local line="${COMP_LINE:0:COMP_POINT}" candidates
    line="${line#"${line%%[![:space:]]*}"}"
    line="${line#* }"
    candidates="$(krm "[suggest:${#line}]" "$line" 2>/dev/null)"
    # shellcheck disable=SC2207
    COMPREPLY=($(compgen -W "$candidates" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _krm_complete krm
