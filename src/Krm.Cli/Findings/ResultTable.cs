using Krm.Cli.Batches;
using Krm.Cli.Commands;
using Krm.Cli.Tables;

namespace Krm.Cli.Findings;

/// <summary>Writes a whole table to a file, complete or not at all, or to standard output.</summary>
internal static class ResultTable
{
    public static void Write(TableFile table, CommandContext context, Action<Stream> write)
    {
        if (table.IsStandardStream)
        {
            write(context.Console.StandardOutput);
            context.Console.StandardOutput.Flush();
            return;
        }

        OutputFile.Write(table.Path, context.Messages, write);
    }
}
