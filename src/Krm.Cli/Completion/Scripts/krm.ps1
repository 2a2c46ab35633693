# Completion of krm for PowerShell. Once: krm completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName krm -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $line = $commandAst.ToString().PadRight($cursorPosition) -replace '^\S+\s', ''
    krm "[suggest:$($line.Length)]" "$line" 2>$null |
        Where-Object { $_ -like "$wordToComplete*" } |
        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
