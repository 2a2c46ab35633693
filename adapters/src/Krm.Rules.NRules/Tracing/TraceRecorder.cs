using NRules.Diagnostics;
using NRules.RuleModel;

namespace Krm.Rules.NRules.Tracing;

/// <summary>Listens to a session until it is disposed.</summary>
internal sealed class TraceRecorder : IDisposable
{
    private readonly IEventProvider _events;
    private readonly HashSet<IMatch> _fired = [];
    private readonly List<TraceStep> _steps = [];

    public TraceRecorder(IEventProvider events)
    {
        _events = events;
        events.ActivationCreatedEvent += OnCreated;
        events.RuleFiringEvent += OnFiring;
        events.ActivationDeletedEvent += OnDeleted;
    }

    public IReadOnlyList<TraceStep> Steps => _steps;

    public void Dispose()
    {
        _events.ActivationCreatedEvent -= OnCreated;
        _events.RuleFiringEvent -= OnFiring;
        _events.ActivationDeletedEvent -= OnDeleted;
    }

    private void OnCreated(object? sender, AgendaEventArgs arguments) => Add(TraceStepKind.Matched, arguments.Rule);

    // Firing rather than fired: the action itself takes the activation off the agenda.
    private void OnFiring(object? sender, AgendaEventArgs arguments)
    {
        _fired.Add(arguments.Match);
        Add(TraceStepKind.Fired, arguments.Rule);
    }

    private void OnDeleted(object? sender, AgendaEventArgs arguments)
    {
        if (!_fired.Contains(arguments.Match))
        {
            Add(TraceStepKind.Overtaken, arguments.Rule);
        }
    }

    private void Add(TraceStepKind kind, IRuleDefinition definition)
    {
        // The rules that only move a case on say nothing about it.
        if (!definition.Tags.Contains(RuleProperties.MovesOnTag))
        {
            _steps.Add(new TraceStep(kind, definition.Name, definition.GetKrmRule()));
        }
    }
}
