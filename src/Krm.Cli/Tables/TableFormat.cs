namespace Krm.Cli.Tables;

/// <summary>How a table is written down.</summary>
internal enum TableFormat
{
    /// <summary>RFC 4180, separated by comma or semicolon.</summary>
    Csv,

    /// <summary>Separated by tabs, no quoting.</summary>
    Tsv,

    /// <summary>One JSON object a line.</summary>
    Jsonl,
}
