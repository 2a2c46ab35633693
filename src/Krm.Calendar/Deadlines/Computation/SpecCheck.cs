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
    private const string Uncovered = "liegt außerhalb der Jahre 1800 bis 2300 des ISO-Kalenders";

    private readonly DeadlineSpec _spec;
    private List<DeadlineProblem>? _problems;

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
        Need(policies is not null, "Die Auslegungen fehlen; nötig sind DeadlinePolicies.Default oder andere.", "Policies are null; needed are DeadlinePolicies.Default or others.");
        Need(DeadlineCodes.Regimes.IsKnown((int)_spec.Regime), "Das Regime ist unbekannt.", "The regime is unknown.");
        Need(DeadlineCodes.EventKinds.IsKnown((int)_spec.Kind), "Die Art des Ereignisses ist unbekannt.", "The kind of event is unknown.");
        Need(DeadlineCodes.Directions.IsKnown((int)_spec.Direction), "Die Richtung ist unbekannt.", "The direction is unknown.");
        Need((uint)_spec.Land < (uint)Bundeslaender.All.Count, "Das Land ist unbekannt.", "The Land is unknown.");
        Need(_spec.RecipientLand is not { } recipient || (uint)recipient < (uint)Bundeslaender.All.Count, "Das Land des Empfängers ist unbekannt.", "The Land of the recipient is unknown.");
        Need(_spec.Purpose is not { } purpose || DeadlineCodes.Purposes.IsKnown((int)purpose), "Der Zweck ist unbekannt.", "The purpose is unknown.");
        Need(IsCovered(eventDay), $"Der Tag des Ereignisses {Uncovered}.", $"The day of the event is {Covered}.");
        Need(_spec.NamedDay is not { } named || IsCovered(named.Date), $"Der bestimmte Tag {Uncovered}.", $"The named day is {Covered}.");
        Need(_spec.ActualReceipt is not { } receipt || IsCovered(receipt), $"Der tatsächliche Zugang {Uncovered}.", $"The actual receipt is {Covered}.");
        Need(_spec.Extension is not { Day: { } day } || IsCovered(day), $"Die Verlängerung {Uncovered}.", $"The extension is {Covered}.");
        if (policies is not null)
        {
            Need(policies.EndShift is not { } shift || DeadlineCodes.Shifts.IsKnown((int)shift), "Die Verschiebung des Endes ist unbekannt.", "The shift of the end is unknown.");
            Need(policies.HolidayPlace is not { } place || DeadlineCodes.Places.IsKnown((int)place), "Der Ort der Feiertage ist unbekannt.", "The place of holidays is unknown.");
            Need(policies.HourCounting is not { } hours || DeadlineCodes.Hours.IsKnown((int)hours), "Die Zählweise der Stunden ist unbekannt.", "The counting of hours is unknown.");
            Need(DeadlineCodes.MunicipalHolidays.IsKnown((int)policies.MunicipalHolidays), "Die Auslegung zu Feiertagen einzelner Gemeinden ist unbekannt.", "The policy on municipal holidays is unknown.");
            Need(DeadlineCodes.ExtensionOrigins.IsKnown((int)policies.ExtensionOrigin), "Der Beginn der Verlängerung ist unbekannt.", "The origin of an extension is unknown.");
            Need(DeadlineCodes.PublicNoticeDays.IsKnown((int)policies.PublicNoticeDay), "Der Tag der öffentlichen Bekanntgabe ist unbekannt.", "The day of public notice is unknown.");
            Need(DeadlineCodes.BackwardModels.IsKnown((int)policies.BackwardModel), "Das Modell der Rückrechnung ist unbekannt.", "The model of counting back is unknown.");
            Need(policies.ActLaw is not { Land: { } act } || (uint)act < (uint)Bundeslaender.All.Count, "Das Land, dessen Verfahrensrecht gilt, ist unbekannt.", "The Land of the act's law is unknown.");
        }
    }

    private void CheckPlaces()
    {
        CheckMunicipality(_spec.Municipality, _spec.Land, "Gemeinde", "municipality");
        if (_spec.RecipientLand is { } recipient)
        {
            CheckMunicipality(_spec.RecipientMunicipality, recipient, "Gemeinde des Empfängers", "recipient's municipality");
        }
        else
        {
            Need(_spec.RecipientMunicipality is null, "Eine Gemeinde des Empfängers ist angegeben, aber kein Land des Empfängers.", "A municipality of the recipient is given without a Land of the recipient.");
            Need(_spec.Policies.HolidayPlace is null or HolidayPlace.Authority, "Die Feiertage des Empfängers sind verlangt, aber kein Land des Empfängers ist angegeben.", "The holidays of the recipient are asked for without a Land of the recipient.");
        }
    }

    private void CheckMunicipality(MunicipalityKey? municipality, Bundesland land, string germanName, string name)
    {
        if (municipality is { } key)
        {
            if (key.IsDefault || key.Land != land)
            {
                Add($"Die {germanName} „{key}“ liegt nicht in {land.Code()}.", $"The {name} '{key}' does not lie in {land.Code()}.");
            }
        }
    }

    private void CheckPeriod()
    {
        if (IsNamedDay)
        {
            Need(_spec.Period is null, "Ein Termin oder bestimmter Tag hat keine Fristdauer; leer lassen.", "An appointment or fixed day has no period; leave it empty.");
            return;
        }

        Need(_spec.Period is { IsDefault: false }, "Die Fristdauer fehlt; nötig ist eine wie P1M, P2W, PT48H oder 15AT.", "The period is missing; needed is one such as P1M, P2W, PT48H or 15AT.");
        if (_spec.Period is { Unit: DeadlineUnit.AtOnce })
        {
            Need(
                _spec.Regime == DeadlineRegime.Service && _spec.Kind == DeadlineEventKind.Event && _spec.Pauses.Count == 0,
                "„Unverzüglich“ gibt es nur bei Servicezielen ab einem Ereignis, ohne Pausen.", "'At once' is for service targets that run from an event, without pauses.");
        }
    }

    private void CheckNamedDay(LocalDate eventDay)
    {
        if (!IsNamedDay)
        {
            Need(_spec.NamedDay is null, "Ein bestimmter Tag ist angegeben; er gehört nur zu den Arten fixed-day und appointment.", "A named day is given; it belongs to the kinds fixed-day and appointment only.");
        }
        else
        {
            Need(_spec.Kind == DeadlineEventKind.Appointment || _spec.NamedDay is not null, "Bei der Art fixed-day fehlt der bestimmte Tag.", "The named day of the kind fixed-day is missing.");
            Need(_spec.NamedDay is not { } named || named.Date >= eventDay, "Der bestimmte Tag liegt vor dem Tag des Ereignisses.", "The named day lies before the day of the event.");
        }

        Need(
            !_spec.HasNotice || _spec.Kind == DeadlineEventKind.FixedDay || _spec.Extension is { Day: not null },
            "Ein Hinweis auf die Regel über bestimmte Tage ist angegeben, aber kein bestimmter Tag.", "Notice of the rule on named days is given without a fixed day.");
    }

    private void CheckNotification(LocalDate eventDay, DeadlineRuleBook book)
    {
        if (!IsNotification)
        {
            Need(_spec.ActualReceipt is null, "Ein tatsächlicher Zugang ist angegeben, aber keine Bekanntgabe wie posted oder email.", "An actual receipt is given without a notification such as posted or email.");
            Need(_spec.Policies.FictionShift is null, "Eine Verschiebung der Fiktion ist angegeben, aber keine Bekanntgabe wie posted oder email.", "A shift of the fiction is given without a notification such as posted or email.");
            return;
        }

        RegimeRules rules = book.Rules(_spec.Regime);
        NotificationFiction? fiction = book.Find(rules, _spec.Kind, _spec.Policies.ActLaw ?? ActLaw.Federation, eventDay);
        bool isLetter = _spec.Kind is DeadlineEventKind.Posted or DeadlineEventKind.Email or DeadlineEventKind.Abroad;
        Need(_spec.ActualReceipt is not { } receipt || receipt >= eventDay, "Der tatsächliche Zugang liegt vor dem Tag der Aufgabe zur Post oder der Absendung.", "The actual receipt lies before the day of posting or sending.");
        if (fiction is null)
        {
            if (rules.FictionLaw is null || !isLetter || _spec.ActualReceipt is null)
            {
                Add($"Das Regime {DeadlineCodes.Regimes[_spec.Regime]} kennt an diesem Tag keine Bekanntgabefiktion für die Art {DeadlineCodes.EventKinds[_spec.Kind]}; nötig ist eine Art, die es kennt, oder bei Brief und E-Mail der nachgewiesene Zugang.", $"The regime {DeadlineCodes.Regimes[_spec.Regime]} has no notification fiction for the kind {DeadlineCodes.EventKinds[_spec.Kind]} on that day; needed is a kind it knows or, for a letter or e-mail, the proven receipt.");
            }
        }
        else if (fiction.RetrievalWithinDays is { } days)
        {
            if (_spec.ActualReceipt is not { } retrieval)
            {
                Add($"Ohne Abruf geht nichts zu ({fiction.Section}); nötig ist der Tag des Abrufs als tatsächlicher Zugang.", $"Without a retrieval nothing is received ({fiction.Section}); needed is the day of retrieval as the actual receipt.");
            }
            else if (retrieval > eventDay.PlusDays(days))
            {
                Add($"Abruf nach mehr als {days} Tagen: nichts ist zugegangen ({fiction.Section}).", $"Retrieved after more than {days} days: nothing is received ({fiction.Section}).");
            }
        }
        else
        {
            Need(
                _spec.ActualReceipt is null || _spec.Kind is not (DeadlineEventKind.PublicNotice or DeadlineEventKind.PortalRetrieved),
                "Nach öffentlicher Bekanntgabe oder Abruf kommt es auf den tatsächlichen Zugang nicht an; leer lassen.", "The actual receipt does not matter after public notice or retrieval; leave it empty.");
        }
    }

    private void CheckBackward()
    {
        if (!IsBackward)
        {
            Need(_spec.Policies.BackwardModel == BackwardModel.FullDays, "Ein Modell der Rückrechnung ist angegeben, aber die Frist läuft vorwärts.", "A model of counting back is given for a period that runs forward.");
            return;
        }

        Need(_spec.Kind == DeadlineEventKind.Event, "Eine rückwärts gerechnete Frist läuft auf ein Ereignis zu; andere Arten widersprechen dem.", "A period counted back runs up to an event; other kinds are contradictory.");
        Need(_spec.Extension is null && _spec.Pauses.Count == 0 && _spec.Purpose is null, "Eine rückwärts gerechnete Frist hat weder Verlängerung noch Pausen noch Zweck.", "A period counted back has no extension, pauses or purpose.");
        Need(_spec.Period is not { Unit: DeadlineUnit.AtOnce }, "„Unverzüglich“ lässt sich nicht zurückrechnen.", "'At once' cannot be counted back.");
        Need(
            _spec.Policies.BackwardModel == BackwardModel.FullDays || _spec.Policies.EndShift is null or EndShift.None,
            "§ 121 Abs. 7 AktG schließt jede Verschiebung aus.", "§ 121 Abs. 7 AktG excludes any shift.");
        Need(
            _spec.Policies.BackwardModel == BackwardModel.FullDays || _spec.Period is not { Unit: DeadlineUnit.Hours or DeadlineUnit.WorkingDays or DeadlineUnit.Werktage },
            "§ 121 Abs. 7 AktG rechnet mit Tagen, Wochen, Monaten oder Jahren.", "§ 121 Abs. 7 AktG counts days, weeks, months or years.");
    }

    private void CheckHours(LocalDate eventDay)
    {
        DeadlinePolicies policies = _spec.Policies;
        if (!IsHours)
        {
            Need(policies.HourCounting is null && policies.ServiceHours is null, "Eine Zählweise der Stunden ist angegeben, aber die Frist läuft nicht in Stunden.", "A counting of hours is given for a period that is not in hours.");
            return;
        }

        Need(_spec.Kind is DeadlineEventKind.Event or DeadlineEventKind.Served, "Eine Stundenfrist läuft ab dem Zeitpunkt eines Ereignisses; diese Art gibt nur einen Tag.", "A period in hours runs from the moment of an event; the kind gives a day only.");
        Need(_spec.EventTime is not null, "Eine Stundenfrist braucht die Uhrzeit des Ereignisses.", "A period in hours needs the time of the event.");
        Need(_spec.EventTime is not { } time || BerlinTime.CountOf(eventDay + time) > 0, "Die Uhrzeit des Ereignisses gibt es nicht: die Uhren wurden vorgestellt.", "The time of the event does not exist: the clocks were put forward.");
        Need(policies.EndShift is null or EndShift.None, "Eine Stundenfrist endet auf die Minute; eine Verschiebung des Endes widerspricht dem.", "A period in hours ends at its minute; a shift of the end is contradictory.");
        Need((policies.HourCounting == HourCounting.ServiceHours) == (policies.ServiceHours is not null), "Servicezeiten und das Zählen in Servicezeiten gehören zusammen.", "Service hours and the counting by service hours belong together.");
        Need(policies.ServiceHours is not { } hours || hours.Opening < hours.Closing, "Die Servicezeit endet, bevor sie beginnt.", "Service hours close before they open.");
        Need(_spec.CutOff is null, "Einen Annahmeschluss gibt es nur bei Fristen ab einem Tag.", "A cut-off is for periods in days or longer.");
        Need(policies.HourCounting != HourCounting.NextServiceDay || !IsBackward, "Servicetage werden nicht zurückgerechnet.", "Service days are not counted back.");
        Need(_spec.Purpose is null, "Einen Zweck gibt es nur bei Fristen ab einem Tag.", "A purpose is for periods in days or longer.");
    }

    private void CheckStandstills(DeadlineRuleBook book)
    {
        Need(_spec.Pauses.Count <= MostPauses, "Mehr als 1000 Pausen.", "More than 1000 pauses.");
        Need(_spec.Closures.Count <= MostClosures, "Mehr als 10000 Schließtage.", "More than 10000 closures.");
        Need(
            _spec.Pauses.Count == 0 || (book.Rules(_spec.Regime).AllowsPauses && !IsNamedDay),
            "Pausen gibt es bei Servicezielen und Fristen nach BGB (§ 209 BGB); keine andere Frist steht still.", "Pauses are for service targets and BGB periods (§ 209 BGB); no other period stands still.");
        for (int i = 0; i < _spec.Pauses.Count; i++)
        {
            DeadlinePause pause = _spec.Pauses[i];
            Need(IsCovered(pause.Start) && (pause.End is not { } last || IsCovered(last)), $"Eine Pause {Uncovered}.", $"A pause is {Covered}.");
            Need(pause.End is not { } end || !ReferenceEquals(end.Calendar, pause.Start.Calendar) || end >= pause.Start, "Eine Pause endet, bevor sie beginnt.", "A pause ends before it starts.");
        }

        bool isService = _spec.Regime == DeadlineRegime.Service;
        Need(_spec.CutOff is null || !isService || _spec.EventTime is not null, "Ein Annahmeschluss braucht die Uhrzeit des Eingangs.", "A cut-off needs the time of the receipt.");
        Need(_spec.CutOff is null || !isService || (_spec.Kind == DeadlineEventKind.Event && !IsBackward), "Einen Annahmeschluss gibt es bei einem Eingang, ab dem ein Serviceziel läuft.", "A cut-off is for a receipt from which a service target runs.");
        Need(_spec.ReminderWorkingDays is null or (>= 1 and <= LongestReminder), "Die Vorfrist liegt 1 bis 1000 Arbeitstage vor dem Ende.", "The reminder lies 1 to 1000 working days before the end.");
    }

    private void CheckExtension()
    {
        if (_spec.Extension is not { } extension)
        {
            Need(_spec.Policies.ExtensionOrigin == ExtensionOrigin.ShiftedEnd, "Ein Beginn der Verlängerung ist angegeben, aber keine Verlängerung.", "An origin of the extension is given without an extension.");
            return;
        }

        bool isByHours = extension.Period is { Unit: DeadlineUnit.Hours };
        Need(extension.Day is not null || extension.Period is { IsDefault: false, Unit: not DeadlineUnit.AtOnce }, "Die Verlängerung ist leer; nötig ist eine Dauer oder ein Tag.", "The extension is empty; needed is a period or a day.");
        Need(_spec.Kind != DeadlineEventKind.Appointment, "Ein Termin hat keine Frist, die sich verlängern ließe.", "An appointment has no period that could be extended.");
        Need(isByHours == IsHours, "Eine Stundenfrist wird um Stunden verlängert, eine andere nicht.", "A period in hours is extended by hours, any other not.");
        Need(!IsHours || _spec.Policies.HourCounting != HourCounting.NextServiceDay, "Servicetage werden nicht um Stunden verlängert.", "Service days are not extended by hours.");
        Need(extension.Day is null || _spec.Policies.ExtensionOrigin == ExtensionOrigin.ShiftedEnd, "Eine Verlängerung bis zu einem bestimmten Tag hat keinen Beginn.", "An extension to a named day has no origin.");
    }

    private void CheckPolicies(DeadlineRuleBook book)
    {
        DeadlinePolicies policies = _spec.Policies;
        Need(
            policies.ActLaw is not { Land: not null } act || book.HasLandRules(book.Rules(_spec.Regime), act),
            "Landesrecht ist angegeben für ein Regime, über das kein Land entscheidet.", "The law of a Land is given for a regime that no Land decides.");
        Need(
            policies.PublicNoticeDay == PublicNoticeDay.LastDayOfPeriod || _spec.Kind == DeadlineEventKind.PublicNotice,
            "Ein Tag der öffentlichen Bekanntgabe ist angegeben, aber es gibt keine.", "A day of public notice is given without one.");
        Need(
            !policies.IsNonContiguous || _spec.Period is { Unit: DeadlineUnit.Months or DeadlineUnit.Years },
            "§ 191 BGB betrifft Fristen in Monaten und Jahren.", "§ 191 BGB is about periods in months and years.");
    }

    private static bool IsCovered(LocalDate day) =>
        ReferenceEquals(day.Calendar, CalendarSystem.Iso) && day.Year is >= FirstYear and <= LastYear;

    private void Need(bool isMet, string german, string english)
    {
        if (!isMet)
        {
            Add(german, english);
        }
    }

    private void Add(string german, string english) => (_problems ??= []).Add(new DeadlineProblem(german, english));
}
