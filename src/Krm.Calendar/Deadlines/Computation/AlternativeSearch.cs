using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Deadlines.Policies;
using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>The dates under the other answer to each open question that was met, and how settled the result is.</summary>
internal sealed class AlternativeSearch
{
    private const Doubts LowDoubts = Doubts.RuleUnknown | Doubts.PublicNotice | Doubts.WaitingOnFreeDay | Doubts.FictionAgainstCourt
        | Doubts.UnshiftedExtension | Doubts.AmbiguousHour | Doubts.OpenHours;

    private const Doubts HarmlessDoubts = Doubts.ServiceOnFreeDay;

    private readonly ReckoningInput _input;
    private readonly ReckoningResult _result;
    private readonly ReckoningPair _pair;
    private readonly List<DeadlineAlternative> _found = [];

    public AlternativeSearch(in ReckoningInput input, in ReckoningResult result, in ReckoningPair pair)
    {
        _input = input with { Log = null };
        _result = result;
        _pair = pair;
        Confidence = DeadlineConfidence.High;
    }

    public DeadlineConfidence Confidence { get; private set; }

    private DeadlinePolicies Policies => _input.Policies;

    public IReadOnlyList<DeadlineAlternative> Find()
    {
        Doubts doubts = _result.Doubts;
        if (_result.IsOpen)
        {
            return [];
        }

        if (_pair.Other is { } other)
        {
            AddBoth(_result.LastDay, other.LastDay, "Ein Feiertag, den nur einige Gemeinden haben, entscheidet; die Gemeinde ist nicht bekannt");
        }

        if (doubts != Doubts.None)
        {
            Lower((doubts & LowDoubts) != 0 ? DeadlineConfidence.Low : (doubts & ~HarmlessDoubts) != 0 ? DeadlineConfidence.Medium : DeadlineConfidence.High);
            AddNotificationViews(doubts);
            AddEndViews(doubts);
            AddOtherViews(doubts);
        }

        AddLandLaw();
        AddRecipient();
        return _found.Count == 0 ? [] : [.. _found.OrderBy(alternative => alternative.LastDay).ThenBy(alternative => alternative.Kind)];
    }

    private void AddNotificationViews(Doubts doubts)
    {
        if ((doubts & (Doubts.FictionOnFreeDay | Doubts.FictionAgainstCourt)) != 0)
        {
            FictionLaw law = _input.Rules.FictionLaw!;
            bool shifts = Policies.FictionShift ?? law.ShiftsFiction;
            Lower(law.HasAuthority ? DeadlineConfidence.Medium : DeadlineConfidence.Low);
            Add(
                Policies with { FictionShift = !shifts },
                $"andere Auffassung zum Bekanntgabetag: {(shifts ? "er bleibt" : "er verschiebt sich")} am Samstag, Sonntag oder Feiertag ({law.Authority})");
        }

        if ((doubts & Doubts.Transition) != 0 && _input.Fiction is { To: { } end } fiction
            && _input.Book.Find(_input.Rules, fiction.Way, Policies.ActLaw ?? ActLaw.Federation, end.PlusDays(1)) is { } next)
        {
            Add(next, $"neue Bekanntgabefiktion schon für vor der Umstellung aufgegebene Bescheide ({next.Section}); Übergangsvorschrift nicht gefunden");
        }

        if ((doubts & (Doubts.RuleUnverified | Doubts.RuleUnknown)) != 0 && _input.Fiction is { Alternative: { } period } rule)
        {
            LocalDate day = Run(_input with { Fiction = rule with { Period = period } });
            if (rule.Certainty == FictionCertainty.Unknown)
            {
                AddBoth(_result.LastDay, day, rule.Note ?? rule.Section);
            }
            else
            {
                AddDay(day, $"{EventWords.Of(period)} statt {EventWords.Of(rule.Period!.Value)}: {rule.Note}");
            }
        }

        if ((doubts & Doubts.PublicNotice) != 0)
        {
            bool isLast = Policies.PublicNoticeDay == PublicNoticeDay.LastDayOfPeriod;
            Add(
                Policies with { PublicNoticeDay = isLast ? PublicNoticeDay.DayAfterPeriod : PublicNoticeDay.LastDayOfPeriod },
                isLast ? "Bekanntgabe erst am Tag nach Ablauf der Bekanntmachungsfrist" : "Bekanntgabe schon am letzten Tag der Bekanntmachungsfrist");
        }
    }

    private void AddEndViews(Doubts doubts)
    {
        bool moved = _result.LastDay != _result.RawEnd;
        EndShift opposite = moved ? EndShift.None : EndShift.Next;
        if ((doubts & Doubts.ServiceOnFreeDay) != 0)
        {
            Add(Policies with { EndShift = EndShift.Previous }, "Serviceziel auf den vorigen Arbeitstag gelegt");
            Add(Policies with { EndShift = EndShift.Next }, "Serviceziel auf den nächsten Arbeitstag gelegt");
            Add(Policies with { EndShift = EndShift.None }, "Serviceziel ohne Verschiebung");
        }

        if ((doubts & Doubts.BackwardOnFreeDay) != 0)
        {
            LocalDate earlier = Run(_input with { Spec = _input.Spec with { Policies = Policies with { EndShift = EndShift.Previous } } });
            Add(AlternativeKind.SafeToMeet, earlier, "Rückwärtsfrist endet an einem Samstag, Sonntag oder Feiertag: der vorige Werktag ist sicher");
        }

        if ((doubts & Doubts.DurationOnFreeDay) != 0)
        {
            Add(Policies with { EndShift = opposite }, moved ? "bloßer Zeitraum: keine Verschiebung" : "falls innerhalb der Frist etwas zu erklären oder zu leisten ist: Verschiebung");
        }

        if ((doubts & Doubts.WaitingOnFreeDay) != 0)
        {
            Add(Policies with { EndShift = opposite }, moved ? "Sperrfrist ohne Verschiebung" : "Sperrfrist mit Verschiebung");
        }

        if ((doubts & Doubts.WerktagOnSaturday) != 0)
        {
            Add(Policies with { EndShift = opposite }, moved ? "Samstag ist Werktag: keine Verschiebung" : "Verschiebung vom Samstag");
        }
    }

    private void AddOtherViews(Doubts doubts)
    {
        if ((doubts & Doubts.TwoWorkingDays) != 0)
        {
            AddDay(_input.Place.EndDays.NextOrSameWorkingDay(_result.RawEnd), "ohne Art. 3 Abs. 5 VO 1182/71 (zwei Arbeitstage)");
        }

        if ((doubts & Doubts.UnshiftedExtension) != 0)
        {
            Add(Policies with { ExtensionOrigin = ExtensionOrigin.ShiftedEnd }, "Verlängerung ab dem verschobenen Ende (BGH 14.12.2005 IX ZB 198/04)");
        }

        if ((doubts & Doubts.OpenHours) != 0)
        {
            Add(Policies with { HourCounting = HourCounting.NextServiceDay }, "je 24 Stunden ein Servicetag");
        }

        if ((doubts & Doubts.AmbiguousHour) != 0)
        {
            LocalDate later = BerlinTime.LastDayBefore(_result.EndInstant!.Value + Duration.FromHours(1));
            Add(AlternativeKind.NotLateBefore, later, "Die Uhrzeit des Ereignisses gab es zweimal (Zeitumstellung): Ende eine Stunde später");
        }
    }

    // The Federation's law is the default; where the Land's own would give another date, that is said.
    private void AddLandLaw()
    {
        if (_input.Fiction is not { } fiction || Policies.ActLaw is not null)
        {
            return;
        }

        NotificationFiction? land = _input.Book.Find(_input.Rules, fiction.Way, ActLaw.Of(_input.Spec.Land), _input.EventDay);
        if (land is not null && land.Period != fiction.Period)
        {
            LocalDate day = Run(_input with { Fiction = land });
            if (day != _result.LastDay)
            {
                Lower(DeadlineConfidence.Medium);
                AddDay(day, $"falls Landesrecht gilt ({land.Section}{(land.Note is null ? "" : "; " + land.Note)})");
            }
        }
    }

    private void AddRecipient()
    {
        if (_input.Spec.RecipientLand is not null && Policies.HolidayPlace is null)
        {
            Add(Policies with { HolidayPlace = HolidayPlace.Recipient }, "nach den Feiertagen am Ort des Empfängers");
        }
    }

    private LocalDate Run(in ReckoningInput input) => DeadlineReckoning.Run(input).LastDay;

    private void Add(NotificationFiction fiction, string reason) => AddDay(Run(_input with { Fiction = fiction }), reason);

    private void Add(DeadlinePolicies policies, string reason)
    {
        ReckoningInput variant = _input with { Spec = _input.Spec with { Policies = policies } };
        if (policies.HolidayPlace == HolidayPlace.Recipient)
        {
            variant = variant with { Place = _input.FictionPlace };
        }

        AddDay(Run(variant), reason);
    }

    private void AddDay(LocalDate day, string reason)
    {
        if (day != _result.LastDay)
        {
            Add(AlternativeKind.OtherView, day, reason);
        }
    }

    private void AddBoth(LocalDate one, LocalDate other, string reason)
    {
        Lower(DeadlineConfidence.Low);
        if (one != other)
        {
            Add(AlternativeKind.SafeToMeet, LocalDate.Min(one, other), reason);
            Add(AlternativeKind.NotLateBefore, LocalDate.Max(one, other), reason);
        }
    }

    private void Add(AlternativeKind kind, LocalDate day, string reason) => _found.Add(new DeadlineAlternative(kind, day, reason));

    private void Lower(DeadlineConfidence confidence) => Confidence = confidence < Confidence ? confidence : Confidence;
}
