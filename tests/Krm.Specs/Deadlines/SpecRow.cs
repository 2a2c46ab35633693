using Krm.Calendar.Deadlines;
using Krm.Calendar.Deadlines.Serialization;

namespace Krm.Specs.Deadlines;

/// <summary>One row of a table: the input of a deadline and what the law gives.</summary>
internal sealed class SpecRow(string file, Dictionary<string, string> cells)
{
    private static readonly Dictionary<string, string> Columns = new()
    {
        ["regime"] = "Recht",
        ["event"] = "Ereignis",
        ["kind"] = "Art",
        ["period"] = "Frist",
        ["land"] = "Land",
    };

    public string Id => $"{file} {cells["Nr."]}";

    public string this[string column] => cells.GetValueOrDefault(column, "");

    /// <summary>The specification, as <c>krm deadline</c> would read it.</summary>
    public DeadlineSpec ToSpec()
    {
        Dictionary<string, string> texts = Columns.ToDictionary(pair => pair.Key, pair => cells[pair.Value]);
        List<string> options = [];
        foreach (string part in cells["Angaben"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string name = part.Split('=')[0];
            if (DeadlineSpecText.Columns.Contains(name))
            {
                texts[name] = part[(name.Length + 1)..];
            }
            else
            {
                options.Add(part);
            }
        }

        texts["options"] = string.Join(';', options);
        return DeadlineSpecText.Parse(name => texts.GetValueOrDefault(name));
    }
}
