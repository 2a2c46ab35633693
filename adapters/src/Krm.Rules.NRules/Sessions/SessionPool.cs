using System.Collections.Concurrent;
using NRules;

namespace Krm.Rules.NRules.Sessions;

/// <summary>Sessions of one compiled rule set, used again after their facts are taken out.</summary>
/// <remarks>A session serves one thread at a time; the pool holds as many as were in use at once.</remarks>
internal sealed class SessionPool(ISessionFactory factory)
{
    private readonly ConcurrentBag<ISession> _idle = [];

    public ISessionFactory Factory { get; } = factory;

    public ISession Rent() => _idle.TryTake(out var session) ? session : Factory.CreateSession();

    /// <summary>Takes a session back that nothing went wrong in; one that cannot be emptied is dropped.</summary>
    public void Return(ISession session)
    {
        session.TryRetractAll(session.Query<object>().AsEnumerable().ToArray(), BatchOptions.SkipFailed);

        // Rules of the host may want to fire because facts left; that is over.
        session.Agenda.Clear();
        if (!session.Query<object>().AsEnumerable().Any())
        {
            _idle.Add(session);
        }
    }
}
