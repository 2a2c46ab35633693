using System.Globalization;
using Krm.Cli.Tables;
using Krm.Rules;
using Krm.Rules.Facts;
using Krm.Rules.Monitoring;
using NodaTime;

namespace Krm.Cli.Cases;

/// <summary>Makes cases of the rows of one table.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class CaseBinding
{
    private readonly RuleSet _ruleSet;
    private readonly TableHeader _header;
    private readonly Messages _messages;
    private readonly int _id;
    private readonly TypedColumn _date;
    private readonly TypedColumn _closed;
    private readonly (FactDeclaration Fact, int Column)[] _facts;
    private readonly (string Duty, TypedColumn Column)[] _done;

    /// <summary>Looks for the columns of id, dates and facts.</summary>
    /// <exception cref="RefusalException">A named column is missing, or a fact has neither column nor default.</exception>
    public CaseBinding(RuleSet ruleSet, TableHeader header, CaseColumns columns, Messages messages)
    {
        _ruleSet = ruleSet;
        _header = header;
        _messages = messages;
        _id = columns.Id is { } id ? header.Require(id) : header.Find(CaseOptions.DefaultIdColumn);
        _date = TypedColumn.Required(header, columns.Date, messages);
        _closed = columns.Closed is { } closed
            ? TypedColumn.Required(header, closed, messages)
            : TypedColumn.Optional(header, CaseOptions.DefaultClosedColumn, messages);
        RefuseUnknown("--map", columns.FactColumns.Keys, [.. ruleSet.Facts.Skip(1).Select(fact => fact.Name)]);
        RefuseUnknown("--done", columns.DoneColumns.Keys, [.. DutyDays.TitlesOf(ruleSet).Keys]);
        _done = [.. columns.DoneColumns.Select(pair => (pair.Key, TypedColumn.Required(header, pair.Value, messages)))];
        var bound = ruleSet.Facts.Skip(1)
            .Select(fact => (Fact: fact, Column: ColumnOf(fact, columns)))
            .ToArray();
        _facts = [.. bound.Where(entry => entry.Column >= 0)];
        Defaulted = [.. bound.Where(entry => entry.Column < 0).Select(entry => DefaultOf(entry.Fact))];
    }

    /// <summary>The facts that no column feeds.</summary>
    public IReadOnlyList<DefaultedFact> Defaulted { get; }

    /// <summary>The id of the case in this row; the row number where no column holds it.</summary>
    public string IdOf(TableRow row) => _id < 0 || row[_id].Length == 0
        ? row.Number.ToString(CultureInfo.InvariantCulture)
        : row[_id];

    /// <summary>The day of receipt.</summary>
    public LocalDate ReceivedOf(TableRow row) => _date.Date(row);

    /// <summary>The day of closing; null where the case is open or nothing is known.</summary>
    public LocalDate? ClosedOf(TableRow row) => _closed.IsEmpty(row) ? null : _closed.Date(row);

    /// <summary>Which duties were done when, as far as columns say so.</summary>
    /// <exception cref="RowException">A day is not readable; the message names its column.</exception>
    public CaseHistory HistoryOf(TableRow row)
    {
        var history = CaseHistory.Empty;
        foreach (var (duty, column) in _done)
        {
            if (!column.IsEmpty(row))
            {
                history = history.Complete(duty, DutyDays.MomentOf(column.Date(row)));
            }
        }

        return history;
    }

    /// <summary>The facts of the case in this row.</summary>
    /// <exception cref="RowException">A value is not allowed; the message names its column.</exception>
    public CaseFacts FactsOf(TableRow row)
    {
        var values = new Dictionary<string, string?>(_facts.Length, StringComparer.Ordinal);
        foreach (var (fact, column) in _facts)
        {
            values[fact.Name] = row[column];
        }

        var (received, time) = _date.DayAndTime(row);
        return CaseFacts.TryCreate(_ruleSet, IdOf(row), received, values, out var facts, out var problems)
            ? time is { } known ? facts.ReceivedAt(known) : facts
            : throw new RowException(string.Join(" ", problems.Select(problem => Describe(row, problem))));
    }

    /// <summary>The plan of the case in this row.</summary>
    /// <exception cref="RowException">A value is not allowed, two rules collide, or a due date lies beyond every calendar.</exception>
    public CasePlan PlanOf(TableRow row, RuleEvaluator evaluator)
    {
        try
        {
            return evaluator.Evaluate(FactsOf(row), HistoryOf(row));
        }
        catch (Exception exception) when (exception is RuleConflictException or DueDateException)
        {
            throw new RowException($"{_header.Place(row, _date.Position)}: {exception.Message}");
        }
    }

    private string Describe(TableRow row, FactProblem problem)
    {
        var column = Array.Find(_facts, entry => entry.Fact.Name == problem.Fact) is { Fact: not null } bound
            ? bound.Column
            : _date.Position;
        return $"{_header.Place(row, column)}: {problem.Message}";
    }

    private void RefuseUnknown(string option, IEnumerable<string> given, string[] allowed)
    {
        if (given.FirstOrDefault(name => !allowed.Contains(name)) is { } unknown)
        {
            throw new RefusalException(_messages.NotAllowed(option, $"„{unknown}“", string.Join(", ", allowed)));
        }
    }

    private int ColumnOf(FactDeclaration fact, CaseColumns columns) =>
        columns.FactColumns.TryGetValue(fact.Name, out var column) ? _header.Require(column) : _header.Find(fact.Name);

    private DefaultedFact DefaultOf(FactDeclaration fact) => fact.Default is { } value
        ? new DefaultedFact(fact.Name, fact.Format(value))
        : throw new RefusalException(_messages.FactWithoutColumn(_header.File, fact.Name));
}
