using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Tests.WorkingDays;

/// <summary>Laws of the arithmetic, checked against the naive model for all Länder and all kinds of days.</summary>
public class DayCalendarLaws
{
    private const int Cases = 10_000;
    private const int LargestNumber = 2_500;

    private static readonly Subject[] Subjects =
    [
        .. Bundeslaender.All.SelectMany(land => new[]
        {
            new Subject(WorkingDayCalendar.For(land), NaiveCalendar.For(land, saturdays: false)),
            new Subject(StatutoryDayCalendar.For(land), NaiveCalendar.For(land, saturdays: false)),
            new Subject(WerktagCalendar.For(land), NaiveCalendar.For(land, saturdays: true)),
        }),
    ];

    private static readonly Dictionary<Bundesland, WorkingDayCalendar> Others =
        new[] { Bundesland.Bayern, Bundesland.Sachsen, Bundesland.Hamburg }.ToDictionary(land => land, land => WorkingDayCalendar.For(land));

    private static readonly ConcurrentDictionary<(WorkingDayCalendar One, WorkingDayCalendar Other), (WorkingDayCalendar Both, WorkingDayCalendar Either)> Combinations = new();

    private static readonly LocalDate First = new(1990, 1, 1);

    // Far enough from both ends that no law leaves the covered days.
    private static readonly Gen<LocalDate> Dates = Gen.Choose(8_000, 32_000).Select(First.PlusDays);
    private static readonly Gen<int> Numbers = Gen.Choose(-LargestNumber, LargestNumber);

    [Fact]
    public void IsWorkingDay_AnyDay_EqualsModel()
    {
        foreach (Subject subject in Subjects)
        {
            for (LocalDate date = First; date.Year <= 2100; date = date.PlusDays(1))
            {
                Assert.True(subject.Model.Is(date) == subject.Calendar.IsWorkingDay(date), $"{date}");
            }
        }
    }

    [Fact]
    public void AddWorkingDays_AnyNumber_EqualsModel() =>
        CheckLaw(Numbers, (subject, date, number) => subject.Calendar.AddWorkingDays(date, number % 70) == subject.Model.Add(date, number % 70));

    [Fact]
    public void CountWorkingDays_AnyRange_EqualsModel() =>
        CheckLaw(Numbers, (subject, date, number) =>
            subject.Calendar.CountWorkingDays(date, date.PlusDays(number % 100)) == subject.Model.Count(date, date.PlusDays(number % 100)));

    [Fact]
    public void AddWorkingDays_ThenCount_ReturnsSame() =>
        CheckLaw(Numbers, (subject, date, number) =>
        {
            LocalDate start = subject.Calendar.NextOrSameWorkingDay(date);
            return subject.Calendar.CountWorkingDays(start, subject.Calendar.AddWorkingDays(start, number)) == number;
        });

    [Fact]
    public void AddWorkingDays_ThereAndBack_ReturnsSame() =>
        CheckLaw(Numbers, (subject, date, number) =>
        {
            LocalDate start = subject.Calendar.NextOrSameWorkingDay(date);
            return subject.Calendar.AddWorkingDays(subject.Calendar.AddWorkingDays(start, number), -number) == start;
        });

    [Fact]
    public void AddWorkingDays_LaterDateOrLargerNumber_IsNotEarlier() =>
        CheckLaw(Numbers, (subject, date, number) =>
            subject.Calendar.AddWorkingDays(date, number) <= subject.Calendar.AddWorkingDays(date.PlusDays(1), number)
            && (number is 0 or -1 || subject.Calendar.AddWorkingDays(date, number) < subject.Calendar.AddWorkingDays(date, number + 1)));

    [Fact]
    public void AddWorkingDays_SplitNumber_Composes() =>
        CheckLaw(Gen.Zip(Gen.Choose(1, LargestNumber), Gen.Choose(1, LargestNumber)), (subject, date, numbers) =>
            subject.Calendar.AddWorkingDays(subject.Calendar.AddWorkingDays(date, numbers.Item1), numbers.Item2)
            == subject.Calendar.AddWorkingDays(date, numbers.Item1 + numbers.Item2));

    [Fact]
    public void CountWorkingDays_SplitRange_AddsUpAndIsSigned() =>
        CheckLaw(Gen.Zip(Dates, Dates), (subject, date, ends) =>
            subject.Calendar.CountWorkingDays(date, ends.Item1) + subject.Calendar.CountWorkingDays(ends.Item1, ends.Item2)
                == subject.Calendar.CountWorkingDays(date, ends.Item2)
            && subject.Calendar.CountWorkingDays(date, ends.Item1) == -subject.Calendar.CountWorkingDays(ends.Item1, date));

    [Fact]
    public void Neighbours_AnyDay_EqualModel() =>
        CheckLaw(Numbers, (subject, date, _) =>
            subject.Calendar.NextWorkingDay(date) == subject.Model.Add(date, 1)
            && subject.Calendar.PreviousWorkingDay(date) == subject.Model.Add(date, -1)
            && subject.Calendar.NextOrSameWorkingDay(date) == subject.Model.Add(date.PlusDays(-1), 1)
            && subject.Calendar.PreviousOrSameWorkingDay(date) == subject.Model.Add(date.PlusDays(1), -1));

    [Fact]
    public void CountWorkingDaysInclusive_AnyRange_AddsTheEnd() =>
        CheckLaw(Dates, (subject, date, other) =>
        {
            (LocalDate first, LocalDate last) = date <= other ? (date, other) : (other, date);
            int expected = subject.Calendar.CountWorkingDays(first, last) + (subject.Model.Is(last) ? 1 : 0);
            return subject.Calendar.CountWorkingDaysInclusive(first, last) == expected
                && subject.Calendar.CountWorkingDaysInclusive(last, first) == (first == last ? expected : -expected)
                && subject.Calendar.CountWorkingDays(new DateInterval(first, last)) == expected;
        });

    [Fact]
    public void AddWorkingDaysInclusive_AnyNumber_CountsTheDayItself() =>
        CheckLaw(Numbers.Where(number => number != 0), (subject, date, number) =>
        {
            LocalDate start = date.PlusDays(-Math.Sign(number));
            return subject.Calendar.AddWorkingDaysInclusive(date, number) == subject.Calendar.AddWorkingDays(start, number);
        });

    [Fact]
    public void GetWorkingDays_AnyRange_EqualsModelAndEnumeration() =>
        CheckLaw(Gen.Choose(0, 60), (subject, date, length) =>
        {
            DateInterval interval = new(date, date.PlusDays(length));
            LocalDate[] expected = [.. interval.Where(subject.Model.Is)];
            return subject.Calendar.GetWorkingDays(interval).SequenceEqual(expected)
                && subject.Calendar.EnumerateWorkingDays(interval).SequenceEqual(expected);
        });

    [Fact]
    public void Spans_AnyBatch_EqualScalars() =>
        CheckLaw(Gen.Choose(-60, 60).ListOf(5), (subject, date, numbers) =>
        {
            int[] counts = [.. numbers];
            LocalDate[] dates = [.. counts.Select(date.PlusDays)];
            bool[] areWorkingDays = new bool[counts.Length];
            LocalDate[] sameCount = new LocalDate[counts.Length + 1];
            LocalDate[] ownCount = new LocalDate[counts.Length];
            int[] ranges = new int[counts.Length];
            subject.Calendar.IsWorkingDay(dates, areWorkingDays);
            subject.Calendar.AddWorkingDays(dates, counts[0], sameCount);
            subject.Calendar.AddWorkingDays(dates, counts, ownCount);
            subject.Calendar.CountWorkingDays(dates, ownCount, ranges);
            return Enumerable.Range(0, counts.Length).All(i =>
                areWorkingDays[i] == subject.Calendar.IsWorkingDay(dates[i])
                && sameCount[i] == subject.Calendar.AddWorkingDays(dates[i], counts[0])
                && ownCount[i] == subject.Calendar.AddWorkingDays(dates[i], counts[i])
                && ranges[i] == subject.Calendar.CountWorkingDays(dates[i], ownCount[i]));
        });

    [Fact]
    public void Combination_TwoCalendars_CountsDaysOfBothOrEither() =>
        CheckLaw(Gen.Elements(Others.Keys.ToArray()), (subject, date, land) =>
        {
            if (subject.Calendar is not WorkingDayCalendar calendar)
            {
                return true;
            }

            WorkingDayCalendar other = Others[land];
            return Combinations.GetOrAdd((calendar, other), pair => (pair.One.Intersect(pair.Other), pair.One.Union(pair.Other))) is var (both, either)
                && both.IsWorkingDay(date) == (calendar.IsWorkingDay(date) && other.IsWorkingDay(date))
                && either.IsWorkingDay(date) == (calendar.IsWorkingDay(date) || other.IsWorkingDay(date));
        });

    private static void CheckLaw<T>(Gen<T> values, Func<Subject, LocalDate, T, bool> law)
    {
        Gen<(Subject, LocalDate, T)> cases =
            from subject in Gen.Elements(Subjects)
            from date in Dates
            from value in values
            select (subject, date, value);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Cases),
            Prop.ForAll(cases.ToArbitrary(), tuple => law(tuple.Item1, tuple.Item2, tuple.Item3)));
    }

    private sealed record Subject(DayCalendar Calendar, NaiveCalendar Model);
}
