# Completion of krm for fish. Once: krm completion fish > ~/.config/fish/completions/krm.fish
function __krm_complete
    set -l line (commandline -cp | string replace -r '^\s*\S+\s' '')
    krm "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete -c krm -a '(__krm_complete)'
