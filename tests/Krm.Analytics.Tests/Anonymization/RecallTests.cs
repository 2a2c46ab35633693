using Krm.Analytics.Anonymization;
using Krm.Analytics.Tests.Anonymization.Planting;
using Xunit.Abstractions;

namespace Krm.Analytics.Tests.Anonymization;

/// <summary>Plants 20,000 items of every kind into sentences and counts how many are gone afterwards, every letter and digit of them.</summary>
public class RecallTests(ITestOutputHelper output)
{
    private const int Items = 20_000;
    private const double Structured = .995;
    private const double Context = .95;

    private static readonly Anonymizer Anonymizer = new();

    internal static readonly string[] Before =
    [
        "", "", "", "Seit Wochen ist die Ampel defekt. ", "Guten Tag, ich melde mich wegen der Mülltonnen: ", "Bitte um Rückmeldung bis Freitag, den 3. Mai 2019. ", "Das kostet 12,50 Euro im Monat.\n",
        "Nach § 31 VwVfG ist die Frist abgelaufen; ", "Die Linie 66 fährt nicht, ", "wie besprochen - ", "Betreff: Lärm in der Nacht\n\n",
    ];

    internal static readonly string[] After =
    [
        "", "", "", " Vielen Dank.", "\nDie Straße ist seit 2017 gesperrt.", ". Bitte antworten Sie bald.", " und das seit 3 Jahren", "\n\nBonn, den 12.03.2019", " (siehe Foto)", "; es eilt!",
    ];

    public static TheoryData<PersonalDataKind, double> Kinds
    {
        get
        {
            var kinds = new TheoryData<PersonalDataKind, double>();
            foreach (var kind in PersonalDataKinds.All)
            {
                kinds.Add(kind, kind is PersonalDataKind.Person or PersonalDataKind.Address ? Context : Structured);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Anonymize_PlantedItems_AreGone(PersonalDataKind kind, double recall)
    {
        var dice = new Dice(4711 + (int)kind);
        var missed = new List<PlantedItem>();
        for (var count = 0; count < Items; count++)
        {
            var item = Generate(kind, dice).Between(dice.Pick(Before), dice.Pick(After));
            if (!IsCovered(item, Anonymizer.Anonymize(item.Text)))
            {
                missed.Add(item);
            }
        }

        var reached = 1 - ((double)missed.Count / Items);
        output.WriteLine($"{kind}: {reached:F4}");
        foreach (var item in missed.Take(40))
        {
            output.WriteLine($"  {item.Text.Insert(item.Start + item.Length, "<<").Insert(item.Start, ">>").ReplaceLineEndings("⏎")}");
        }

        Assert.True(reached >= recall, $"{kind}: {reached:F4} of the planted items are gone, {recall} are asked for.");
    }

    internal static bool IsCovered(PlantedItem item, AnonymizedText result)
    {
        for (var index = item.Start; index < item.Start + item.Length; index++)
        {
            if (char.IsLetterOrDigit(item.Text[index]) && !result.Replacements.Any(replacement => replacement.Start <= index && index < replacement.Start + replacement.Length))
            {
                return false;
            }
        }

        return true;
    }

    internal static PlantedItem Generate(PersonalDataKind kind, Dice dice) => kind switch
    {
        PersonalDataKind.Person => ContextItems.Person(dice),
        PersonalDataKind.Address => ContextItems.Address(dice),
        PersonalDataKind.Email => NumberItems.Email(dice),
        PersonalDataKind.Url => NumberItems.Url(dice),
        PersonalDataKind.Telephone => NumberItems.Telephone(dice),
        PersonalDataKind.DateOfBirth => NumberItems.DateOfBirth(dice),
        PersonalDataKind.Iban => NumberItems.Iban(dice),
        PersonalDataKind.Bic => NumberItems.Bic(dice),
        PersonalDataKind.BankAccount => NumberItems.BankAccount(dice),
        PersonalDataKind.PaymentCard => NumberItems.PaymentCard(dice),
        PersonalDataKind.TaxNumber => NumberItems.TaxNumber(dice),
        PersonalDataKind.TaxId => NumberItems.TaxId(dice),
        PersonalDataKind.SocialInsuranceNumber => NumberItems.SocialInsuranceNumber(dice),
        PersonalDataKind.HealthInsuranceNumber => NumberItems.HealthInsuranceNumber(dice),
        PersonalDataKind.IdentityDocument => NumberItems.IdentityDocument(dice),
        PersonalDataKind.LicensePlate => NumberItems.LicensePlate(dice),
        PersonalDataKind.FileNumber => NumberItems.FileNumber(dice),
        PersonalDataKind.CustomerNumber => NumberItems.CustomerNumber(dice),
        PersonalDataKind.Coordinates => NumberItems.Coordinates(dice),
        PersonalDataKind.IpAddress => NumberItems.IpAddress(dice),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No generator."),
    };
}
