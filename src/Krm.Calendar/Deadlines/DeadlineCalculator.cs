using Krm.Calendar.Deadlines.Computation;
using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Deadlines.Policies;
using Krm.Calendar.Deadlines.Serialization;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Deadlines;

/// <summary>Computes deadlines (Fristen) by German administrative law and shows how.</summary>
/// <remarks>
/// Immutable for its callers and thread-safe; it keeps the calendars it has built, so make one and share it. The first
/// deadline of a place costs some milliseconds, every further one about a microsecond with steps and a tenth of that
/// without (<see cref="GetLastDay(DeadlineSpec)"/>).
/// </remarks>
public sealed class DeadlineCalculator
{
    private readonly DeadlineRuleBook _book;
    private readonly PlaceCalendars _places;

    /// <summary>Makes a calculator.</summary>
    /// <param name="holidays">Holiday data; null means <see cref="HolidayData.Germany"/>.</param>
    /// <param name="rules">Sections and fictions; null means <see cref="DeadlineRuleBook.Germany"/>.</param>
    /// <param name="office">
    /// Working days of the office, with its closures, for periods in Arbeitstage, cut-offs and reminders; it must belong to the
    /// place of the authority. Null means Monday to Friday without the holidays of that place.
    /// </param>
    public DeadlineCalculator(HolidayData? holidays = null, DeadlineRuleBook? rules = null, WorkingDayCalendar? office = null)
    {
        HolidayData data = holidays ?? HolidayData.Germany;
        _book = rules ?? DeadlineRuleBook.Germany;
        _places = new PlaceCalendars(data, office);
        string officePart = office is null ? "" : $"-{office.Fingerprint}";
        Fingerprint = $"{_book.Fingerprint}-{data.Fingerprint}{officePart}";
    }

    /// <summary>Hashes of the rules, the holiday data and the office's calendar, joined by <c>-</c>.</summary>
    public string Fingerprint { get; }

    /// <summary>Computes a deadline with its steps, alternatives and confidence.</summary>
    /// <param name="spec">What to compute it from.</param>
    /// <returns>The deadline.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="spec"/> is null.</exception>
    /// <exception cref="DeadlineSpecException">The input is missing, contradictory or unknown; all problems are listed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A holiday outside 1990 to 2100 would have to be known.</exception>
    /// <example><code>
    /// var spec = new DeadlineSpec(DeadlineRegime.VwVfG, new LocalDate(2026, 3, 1), Bundesland.Berlin, DeadlinePeriod.Parse("P1M"));
    /// Deadline deadline = new DeadlineCalculator().Calculate(spec);
    /// </code></example>
    public Deadline Calculate(DeadlineSpec spec) => Calculate(spec, null);

    /// <summary>The last day alone, without steps and without allocation.</summary>
    /// <param name="spec">What to compute it from.</param>
    /// <returns>The same day as <see cref="Deadline.LastDay"/>; null while a pause goes on.</returns>
    /// <inheritdoc cref="Calculate(DeadlineSpec)" path="/exception"/>
    public LocalDate? GetLastDay(DeadlineSpec spec) => GetLastDay(spec, Guard.NotNull(spec).EventDay);

    /// <summary>The last day for another day of the event than the specification names, without steps and without allocation.</summary>
    /// <param name="spec">What to compute it from, apart from the day of the event.</param>
    /// <param name="eventDay">The day of the event.</param>
    /// <returns>The same day as for a specification with that day; null while a pause goes on.</returns>
    /// <inheritdoc cref="Calculate(DeadlineSpec)" path="/exception"/>
    public LocalDate? GetLastDay(DeadlineSpec spec, LocalDate eventDay)
    {
        SpecCheck.Run(Guard.NotNull(spec), eventDay, _book);
        ReckoningPair pair = ReckoningPair.Run(this, spec, eventDay);
        ReckoningResult result = pair.Result;
        return result.IsOpen ? null : result.LastDay;
    }

    /// <summary>Computes a chain: each further period starts at the end of the one before.</summary>
    /// <param name="first">The first deadline.</param>
    /// <param name="followOn">The further periods, in the regime and place of the first.</param>
    /// <returns>One deadline more than further periods; fewer where a pause goes on, because nothing follows an open end.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <inheritdoc cref="Calculate(DeadlineSpec)" path="/exception"/>
    public IReadOnlyList<Deadline> CalculateChain(DeadlineSpec first, IReadOnlyList<DeadlinePeriod> followOn)
    {
        List<Deadline> chain = [Calculate(first)];
        foreach (DeadlinePeriod period in Guard.NotNull(followOn))
        {
            if (chain[chain.Count - 1].LastDay is not { } start)
            {
                break;
            }

            chain.Add(Calculate(FollowOn.Of(first, start, period)));
        }

        return chain;
    }

    /// <summary>Computes a deadline again after a change of period, unit, place or calendar; its pauses must be kept.</summary>
    /// <param name="previous">The deadline that is replaced.</param>
    /// <param name="changed">Its specification with the changes; pauses may be added or closed, not lost.</param>
    /// <returns>The new deadline; its first step names the old end.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="DeadlineSpecException">A pause of the previous deadline is missing, or the new input is not usable.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A holiday outside 1990 to 2100 would have to be known.</exception>
    public Deadline Recalculate(Deadline previous, DeadlineSpec changed)
    {
        Guard.NotNull(previous);
        Guard.NotNull(changed);
        DeadlinePause[] lost = [.. previous.Spec.Pauses.Where(old => !changed.Pauses.Any(pause => pause.Start == old.Start && (old.End is null || pause.End == old.End)))];
        return lost.Length == 0
            ? Calculate(changed, previous)
            : throw new DeadlineSpecException([.. lost.Select(pause => new DeadlineProblem($"Die Pause ab {pause.Start:dd.MM.uuuu} der früheren Frist fehlt; Pausen bleiben erhalten, wenn eine Frist neu berechnet wird.", $"The pause from {pause.Start:uuuu-MM-dd} of the previous deadline is missing; pauses are kept when a deadline is computed again."))]);
    }

    /// <summary>Computes a recorded deadline again and compares.</summary>
    /// <param name="json">What <see cref="Deadline.ToJson"/> wrote.</param>
    /// <returns>The recorded and the new result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="FormatException">Not a recorded deadline; the message names path and expectation.</exception>
    /// <exception cref="DeadlineSpecException">The recorded input is not usable.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A holiday outside 1990 to 2100 would have to be known.</exception>
    public DeadlineReplay Replay(string json)
    {
        RecordedDeadline recorded = DeadlineJson.Read(Guard.NotNull(json));
        return new DeadlineReplay(recorded.LastDay, recorded.Fingerprint, Calculate(recorded.Spec));
    }

    internal ReckoningInput Prepare(DeadlineSpec spec, LocalDate eventDay, bool isKept)
    {
        RegimeRules rules = _book.Rules(spec.Regime);
        PlaceKey authority = new(spec.Land, spec.Municipality);
        PlaceDays authorityDays = _places.Get(authority, isKept);
        PlaceDays place = authorityDays;
        PlaceDays fictionPlace = authorityDays;
        if (spec.RecipientLand is { } recipientLand)
        {
            PlaceKey recipient = new(recipientLand, spec.RecipientMunicipality);
            fictionPlace = _places.Get(recipient, isKept);
            place = spec.Policies.HolidayPlace switch
            {
                HolidayPlace.Recipient => fictionPlace,
                HolidayPlace.Both => _places.GetBoth(authority, recipient, isKept),
                _ => authorityDays,
            };
        }

        NotificationFiction? fiction = EventWords.IsNotification(spec.Kind)
            ? _book.Find(rules, spec.Kind, spec.Policies.ActLaw ?? ActLaw.Federation, eventDay)
            : null;
        return new ReckoningInput(spec, eventDay, rules, _book, place, fictionPlace, fiction, null);
    }

    private Deadline Calculate(DeadlineSpec spec, Deadline? previous)
    {
        SpecCheck.Run(Guard.NotNull(spec), spec.EventDay, _book);
        ReckoningPair pair = ReckoningPair.Run(this, spec, spec.EventDay);
        StepLog log = new();
        if (previous is not null)
        {
            log.Add(DeadlineStepKind.Recalculated, "Neuberechnung", previous.LastDay, null);
        }

        ReckoningInput input = Prepare(spec, spec.EventDay, pair.IsKept) with { Log = log };
        ReckoningResult result = DeadlineReckoning.Run(input);
        AlternativeSearch search = new(input, result, pair);
        IReadOnlyList<DeadlineAlternative> alternatives = search.Find();
        LocalDate? last = result.IsOpen ? null : result.LastDay;
        log.Add(DeadlineStepKind.Result, input.Rules.Title, result.IsOpen ? null : result.RawEnd, last, EndText(result));
        LocalDate? reminder = last is { } day && spec.ReminderWorkingDays is { } ahead ? input.Place.WorkingDays.AddWorkingDays(day, -ahead) : null;
        DeadlineOutcome outcome = new(result.DeemedDay, result.IsOpen ? null : result.RawEnd, last, result.EndInstant, reminder, search.Confidence);
        return new Deadline(spec, outcome, log.ToArray(), alternatives, Fingerprint);
    }

    private static string EndText(in ReckoningResult result) => result is { EndInstant: { } end, IsOpen: false }
        ? EventWords.Time(BerlinTime.LocalAt(end).TimeOfDay)
        : "";
}
