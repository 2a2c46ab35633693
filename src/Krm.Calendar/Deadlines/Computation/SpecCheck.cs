using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Deadlines.Policies;
using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>Finds everything missing, contradictory or unknown in a specification; allocates only where there is something.</summary>
internal ref struct SpecCheck
{
    private const int FirstYear = 1800;
    private const int LastYear = 2300;
    private const int MostPauses = 1_000;
    private const int MostClosures = 10_000;
    private const int LongestReminder = 1_000;

    // Texts of constants: an interpolated text of numbers would be made each time, needed or not.
    private const string Covered = "outside the years 1800 to 2300 of the ISO calendar";

    private readonly DeadlineSpec _spec;
    private List<string>? _problems;

    private SpecCheck(DeadlineSpec spec) => _spec = spec;

    private readonly bool IsNamedDay => _spec.Kind is DeadlineEventKind.Appointment or DeadlineEventKind.FixedDay;

    private readonly bool IsBackward => _spec.Direction == DeadlineDirection.Backward;

    private readonly bool IsHours => _spec.Period is { Unit: DeadlineUnit.Hours };

    private readonly bool IsNotification => EventWords.IsNotification(_spec.Kind);

    /// <summary>Refuses the specification with all its problems, or says nothing.</summary>
    public static void Run(DeadlineSpec spec, LocalDate eventDay, DeadlineRuleBook book)
    {
        SpecCheck check = new(spec);
        check.CheckValues(eventDay);
        if (check._problems is null)
        {
            check.CheckPlaces();
            check.CheckPeriod();
            check.CheckNamedDay(eventDay);
            check.CheckNotification(eventDay, book);
            check.CheckBackward();
            check.CheckHours(eventDay);
            check.CheckStandstills(book);
            check.CheckExtension();
            check.CheckPolicies(book);
        }

        if (check._problems is { } problems)
        {
            throw new DeadlineSpecException(problems);
        }
    }

    private void CheckValues(LocalDate eventDay)
    {
        DeadlinePolicies policies = _spec.Policies;
        Need(policies is not null, "Policies are null; needed are DeadlinePolicies.Default or others.");
        Need(DeadlineCodes.Regimes.IsKnown((int)_spec.Regime), "The regime is unknown.");
        Need(DeadlineCodes.EventKinds.IsKnown((int)_spec.Kind), "The kind of event is unknown.");
        Need(DeadlineCodes.Directions.IsKnown((int)_spec.Direction), "The direction is unknown.");
        Need((uint)_spec.Land < (uint)Bundeslaender.All.Count, "The Land is unknown.");
        Need(_spec.RecipientLand is not { } recipient || (uint)recipient < (uint)Bundeslaender.All.Count, "The Land of the recipient is unknown.");
        Need(_spec.Purpose is not { } purpose || DeadlineCodes.Purposes.IsKnown((int)purpose), "The purpose is unknown.");
        Need(IsCovered(eventDay), $"The day of the event is {Covered}.");
        Need(_spec.NamedDay is not { } named || IsCovered(named.Date), $"The named day is {Covered}.");
        Need(_spec.ActualReceipt is not { } receipt || IsCovered(receipt), $"The actual receipt is {Covered}.");
        Need(_spec.Extension is not { Day: { } day } || IsCovered(day), $"The extension is {Covered}.");
        if (policies is not null)
        {
            Need(policies.EndShift is not { } shift || DeadlineCodes.Shifts.IsKnown((int)shift), "The shift of the end is unknown.");
            Need(policies.HolidayPlace is not { } place || DeadlineCodes.Places.IsKnown((int)place), "The place of holidays is unknown.");
            Need(policies.HourCounting is not { } hours || DeadlineCodes.Hours.IsKnown((int)hours), "The counting of hours is unknown.");
            Need(DeadlineCodes.MunicipalHolidays.IsKnown((int)policies.MunicipalHolidays), "The policy on municipal holidays is unknown.");
            Need(DeadlineCodes.ExtensionOrigins.IsKnown((int)policies.ExtensionOrigin), "The origin of an extension is unknown.");
            Need(DeadlineCodes.PublicNoticeDays.IsKnown((int)policies.PublicNoticeDay), "The day of public notice is unknown.");
            Need(DeadlineCodes.BackwardModels.IsKnown((int)policies.BackwardModel), "The model of counting back is unknown.");
            Need(policies.ActLaw is not { Land: { } act } || (uint)act < (uint)Bundeslaender.All.Count, "The Land of the act's law is unknown.");
        }
    }

    private void CheckPlaces()
    {
        CheckMunicipality(_spec.Municipality, _spec.Land, "municipality");
        if (_spec.RecipientLand is { } recipient)
        {
            CheckMunicipality(_spec.RecipientMunicipality, recipient, "recipient's municipality");
        }
        else
        {
            Need(_spec.RecipientMunicipality is null, "A municipality of the recipient is given without a Land of the recipient.");
            Need(_spec.Policies.HolidayPlace is null or HolidayPlace.Authority, "The holidays of the recipient are asked for without a Land of the recipient.");
        }
    }

    private void CheckMunicipality(MunicipalityKey? municipality, Bundesland land, string name)
    {
        if (municipality is { } key)
        {
            if (key.IsDefault || key.Land != land)
            {
                Add($"The {name} '{key}' does not lie in {land.Code()}.");
            }
        }
    }

    private void CheckPeriod()
    {
        if (IsNamedDay)
        {
            Need(_spec.Period is null, "An appointment or fixed day has no period; leave it empty.");
            return;
        }

        Need(_spec.Period is { IsDefault: false }, "The period is missing; needed is one such as P1M, P2W, PT48H or 15AT.");
        if (_spec.Period is { Unit: DeadlineUnit.AtOnce })
        {
            Need(
                _spec.Regime == DeadlineRegime.Service && _spec.Kind == DeadlineEventKind.Event && _spec.Pauses.Count == 0,
                "'At once' is for service targets that run from an event, without pauses.");
        }
    }

    private void CheckNamedDay(LocalDate eventDay)
    {
        if (!IsNamedDay)
        {
            Need(_spec.NamedDay is null, "A named day is given; it belongs to the kinds fixed-day and appointment only.");
        }
        else
        {
            Need(_spec.Kind == DeadlineEventKind.Appointment || _spec.NamedDay is not null, "The named day of the kind fixed-day is missing.");
            Need(_spec.NamedDay is not { } named || named.Date >= eventDay, "The named day lies before the day of the event.");
        }

        Need(
            !_spec.HasNotice || _spec.Kind == DeadlineEventKind.FixedDay || _spec.Extension is { Day: not null },
            "Notice of the rule on named days is given without a fixed day.");
    }

    private void CheckNotification(LocalDate eventDay, DeadlineRuleBook book)
    {
        if (!IsNotification)
        {
            Need(_spec.ActualReceipt is null, "An actual receipt is given without a notification such as posted or email.");
            Need(_spec.Policies.FictionShift is null, "A shift of the fiction is given without a notification such as posted or email.");
            return;
        }

        RegimeRules rules = book.Rules(_spec.Regime);
        NotificationFiction? fiction = book.Find(rules, _spec.Kind, _spec.Policies.ActLaw ?? ActLaw.Federation, eventDay);
        bool isLetter = _spec.Kind is DeadlineEventKind.Posted or DeadlineEventKind.Email or DeadlineEventKind.Abroad;
        Need(_spec.ActualReceipt is not { } receipt || receipt >= eventDay, "The actual receipt lies before the day of posting or sending.");
        if (fiction is null)
        {
            if (rules.FictionLaw is null || !isLetter || _spec.ActualReceipt is null)
            {
                Add($"The regime {DeadlineCodes.Regimes[_spec.Regime]} has no notification fiction for the kind {DeadlineCodes.EventKinds[_spec.Kind]} on that day; needed is a kind it knows or, for a letter or e-mail, the proven receipt.");
            }
        }
        else if (fiction.RetrievalWithinDays is { } days)
        {
            if (_spec.ActualReceipt is not { } retrieval)
            {
                Add($"Without a retrieval nothing is received ({fiction.Section}); needed is the day of retrieval as the actual receipt.");
            }
            else if (retrieval > eventDay.PlusDays(days))
            {
                Add($"Retrieved after more than {days} days: nothing is received ({fiction.Section}).");
            }
        }
        else
        {
            Need(
                _spec.ActualReceipt is null || _spec.Kind is not (DeadlineEventKind.PublicNotice or DeadlineEventKind.PortalRetrieved),
                "The actual receipt does not matter after public notice or retrieval; leave it empty.");
        }
    }

    private void CheckBackward()
    {
        if (!IsBackward)
        {
            Need(_spec.Policies.BackwardModel == BackwardModel.FullDays, "A model of counting back is given for a period that runs forward.");
            return;
        }

        Need(_spec.Kind == DeadlineEventKind.Event, "A period counted back runs up to an event; other kinds are contradictory.");
        Need(_spec.Extension is null && _spec.Pauses.Count == 0 && _spec.Purpose is null, "A period counted back has no extension, pauses or purpose.");
        Need(_spec.Period is not { Unit: DeadlineUnit.AtOnce }, "'At once' cannot be counted back.");
        Need(
            _spec.Policies.BackwardModel == BackwardModel.FullDays || _spec.Policies.EndShift is null or EndShift.None,
            "§ 121 Abs. 7 AktG excludes any shift.");
        Need(
            _spec.Policies.BackwardModel == BackwardModel.FullDays || _spec.Period is not { Unit: DeadlineUnit.Hours or DeadlineUnit.WorkingDays or DeadlineUnit.Werktage },
            "§ 121 Abs. 7 AktG counts days, weeks, months or years.");
    }

    private void CheckHours(LocalDate eventDay)
    {
        DeadlinePolicies policies = _spec.Policies;
        if (!IsHours)
        {
            Need(policies.HourCounting is null && policies.ServiceHours is null, "A counting of hours is given for a period that is not in hours.");
            return;
        }

        Need(_spec.Kind is DeadlineEventKind.Event or DeadlineEventKind.Served, "A period in hours runs from the moment of an event; the kind gives a day only.");
        Need(_spec.EventTime is not null, "A period in hours needs the time of the event.");
        Need(_spec.EventTime is not { } time || BerlinTime.CountOf(eventDay + time) > 0, "The time of the event does not exist: the clocks were put forward.");
        Need(policies.EndShift is null or EndShift.None, "A period in hours ends at its minute; a shift of the end is contradictory.");
        Need((policies.HourCounting == HourCounting.ServiceHours) == (policies.ServiceHours is not null), "Service hours and the counting by service hours belong together.");
        Need(policies.ServiceHours is not { } hours || hours.Opening < hours.Closing, "Service hours close before they open.");
        Need(_spec.CutOff is null, "A cut-off is for periods in days or longer.");
        Need(policies.HourCounting != HourCounting.NextServiceDay || !IsBackward, "Service days are not counted back.");
        Need(_spec.Purpose is null, "A purpose is for periods in days or longer.");
    }

    private void CheckStandstills(DeadlineRuleBook book)
    {
        Need(_spec.Pauses.Count <= MostPauses, "More than 1000 pauses.");
        Need(_spec.Closures.Count <= MostClosures, "More than 10000 closures.");
        Need(
            _spec.Pauses.Count == 0 || (book.Rules(_spec.Regime).AllowsPauses && !IsNamedDay),
            "Pauses are for service targets and BGB periods (§ 209 BGB); no other period stands still.");
        for (int i = 0; i < _spec.Pauses.Count; i++)
        {
            DeadlinePause pause = _spec.Pauses[i];
            Need(IsCovered(pause.Start) && (pause.End is not { } last || IsCovered(last)), $"A pause is {Covered}.");
            Need(pause.End is not { } end || !ReferenceEquals(end.Calendar, pause.Start.Calendar) || end >= pause.Start, "A pause ends before it starts.");
        }

        bool isService = _spec.Regime == DeadlineRegime.Service;
        Need(_spec.CutOff is null || !isService || _spec.EventTime is not null, "A cut-off needs the time of the receipt.");
        Need(_spec.CutOff is null || !isService || (_spec.Kind == DeadlineEventKind.Event && !IsBackward), "A cut-off is for a receipt from which a service target runs.");
        Need(_spec.ReminderWorkingDays is null or (>= 1 and <= LongestReminder), "The reminder lies 1 to 1000 working days before the end.");
    }

    private void CheckExtension()
    {
        if (_spec.Extension is not { } extension)
        {
            Need(_spec.Policies.ExtensionOrigin == ExtensionOrigin.ShiftedEnd, "An origin of the extension is given without an extension.");
            return;
        }

        bool isByHours = extension.Period is { Unit: DeadlineUnit.Hours };
        Need(extension.Day is not null || extension.Period is { IsDefault: false, Unit: not DeadlineUnit.AtOnce }, "The extension is empty; needed is a period or a day.");
        Need(_spec.Kind != DeadlineEventKind.Appointment, "An appointment has no period that could be extended.");
        Need(isByHours == IsHours, "A period in hours is extended by hours, any other not.");
        Need(!IsHours || _spec.Policies.HourCounting != HourCounting.NextServiceDay, "Service days are not extended by hours.");
        Need(extension.Day is null || _spec.Policies.ExtensionOrigin == ExtensionOrigin.ShiftedEnd, "An extension to a named day has no origin.");
    }

    private void CheckPolicies(DeadlineRuleBook book)
    {
        DeadlinePolicies policies = _spec.Policies;
        Need(
            policies.ActLaw is not { Land: not null } act || book.HasLandRules(book.Rules(_spec.Regime), act),
            "The law of a Land is given for a regime that no Land decides.");
        Need(
            policies.PublicNoticeDay == PublicNoticeDay.LastDayOfPeriod || _spec.Kind == DeadlineEventKind.PublicNotice,
            "A day of public notice is given without one.");
        Need(
            !policies.IsNonContiguous || _spec.Period is { Unit: DeadlineUnit.Months or DeadlineUnit.Years },
            "§ 191 BGB is about periods in months and years.");
    }

    private static bool IsCovered(LocalDate day) =>
        ReferenceEquals(day.Calendar, CalendarSystem.Iso) && day.Year is >= FirstYear and <= LastYear;

    private void Need(bool isMet, string problem)
    {
        if (!isMet)
        {
            Add(problem);
        }
    }

    private void Add(string problem) => (_problems ??= []).Add(problem);
}
