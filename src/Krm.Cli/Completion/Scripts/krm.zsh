#compdef krm
# Completion of krm for zsh. Once: krm completion zsh > a folder of $fpath, named _krm
_krm() {
    local line="${BUFFER[1,CURSOR]##[[:space:]]#}"
    line="${line#* }"
    local -a candidates
    candidates=("${(@f)$(krm "[suggest:${#line}]" "$line" 2>/dev/null)}")
    if [[ -n "${candidates[1]}" ]]; then
        compadd -- "${candidates[@]}"
    else
        _files
    fi
}
if [[ "${funcstack[1]}" == _krm ]]; then _krm "$@"; else compdef _krm krm; fi
