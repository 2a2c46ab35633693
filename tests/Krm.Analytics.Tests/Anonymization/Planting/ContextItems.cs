using Krm.Analytics.Anonymization;

namespace Krm.Analytics.Tests.Anonymization.Planting;

/// <summary>Items that only their context tells: names of persons and postal addresses.</summary>
public static class ContextItems
{
    private static readonly string[] FirstNames = [.. NameList.Germany.FirstNames.Where(name => !name.Value).Select(name => name.Key)];
    private static readonly string[] LastNames = [.. NameList.Germany.LastNames.Where(name => !name.Value).Select(name => name.Key)];
    private static readonly string[] AnyLastNames = [.. NameList.Germany.LastNames.Keys];

    public static PlantedItem Person(Dice dice) => dice.Between(0, 4) switch
    {
        0 => AfterSalutation(dice),
        1 => InSignature(dice),
        2 => AfterRole(dice),
        3 => FromList(dice),
        _ => Labelled(dice),
    };

    public static PlantedItem Address(Dice dice)
    {
        var number = dice.Number(dice.Between(1, 3));
        var house = dice.Pick(number, number, $"{number}a", $"{number} b", $"{number}-{dice.Number(3)}", $"{number}/{dice.Number(1)}", $"Nr. {number}", $"{number}c");
        var name = dice.MadeUpName();
        var street = dice.Pick(
            $"{name}straße {house}", $"{name}str. {house}", $"{name}er Straße {house}", $"{name}er Str. {house}", $"{name}weg {house}", $"{name}platz {house}", $"{name}allee {house}", $"{name}gasse {house}",
            $"{name}ring {house}", $"{name}damm {house}", $"{name}ufer {house}", $"{name}-{dice.MadeUpName()}-Straße {house}", $"{name}-{dice.MadeUpName()}-Str. {house}", $"Straße der {name} {house}", $"{name}strasse {house}",
            $"Platz des {name} {house}", $"{name}-Allee {house}", $"{name.ToLowerInvariant()}straße {house}", $"{name.ToUpperInvariant()}STRASSE {house}", $"Alte {name}straße {house}", $"{name}chaussee {house}");
        var postcode = $"{dice.Between(1, 9)}{dice.Digits(3)}{dice.Between(1, 9)}";
        var place = dice.Pick("Bonn", "Berlin", "Hamburg", "München", "Rottweil", "Frankfurt am Main", "Sankt Augustin", "Bad Honnef", "Köln-Mülheim", dice.MadeUpName(), $"{dice.MadeUpName()}dorf", "Homburg (Saar)");
        return dice.Between(0, 5) switch
        {
            0 => Plant(dice, street, "Ich wohne in der {}.", "Adresse: {}", "Vor dem Haus {} liegt Müll.", "wohnhaft {}", "{}", "In der {} brennt kein Licht.", "({})", "Anschrift: {}, danke"),
            1 => Plant(dice, $"{street}, {postcode} {place}", "Ich wohne {}.", "Adresse: {}", "{}", "Absender: {}"),
            2 => Plant(dice, $"{street}\n{postcode} {place}", "Hochachtungsvoll\n{}", "{}", "Anschrift:\n{}"),
            3 => Plant(dice, $"{postcode} {place}", "Ich komme aus {}.", "{}", "wohnhaft in {}", "Ort: {}", "Anschrift: {}"),
            4 => Plant(dice, $"Am {name} {house}, {postcode} {place}", "Ich wohne {}.", "{}", "Adresse: {}"),
            _ => Plant(dice, $"D-{postcode} {place}", "{}", "wohnhaft in {}", "Anschrift: {}"),
        };
    }

    private static PlantedItem AfterSalutation(Dice dice)
    {
        var last = dice.Chance(50) ? dice.Pick(AnyLastNames) : dice.MadeUpName();
        var joined = $"{last}-{dice.Pick(LastNames)}";
        var name = dice.Pick(last, last, last, joined, $"{dice.Pick(FirstNames)} {last}", $"von {last}", $"Dr. {last}", $"Prof. Dr. {last}", $"van der {last}", $"Dr. med. {dice.Pick(FirstNames)} {last}", $"{dice.Letter()}. {last}", $"Dipl.-Ing. {last}");
        return Plant(dice, name, "Sehr geehrter Herr {},", "Sehr geehrte Frau {},", "Ich habe mit Herrn {} gesprochen.", "Frau {} war unfreundlich.", "Familie {} macht Lärm.", "Hr. {} hat aufgelegt", "Fr. {}, Zimmer 12", "dem Herrn {} sei Dank", "Eheleute {} klagen", "herr {} hat mich beleidigt", "Lieber Herr {}!");
    }

    private static PlantedItem InSignature(Dice dice)
    {
        var last = dice.Chance(50) ? dice.Pick(LastNames) : dice.MadeUpName();
        var first = dice.Pick(FirstNames);
        var name = dice.Pick($"{first} {last}", $"{first} {last}", $"{first[0]}. {last}", last, first, $"Dr. {first} {last}", $"{first} {last}-{dice.Pick(LastNames)}", $"{first} von {last}");
        return Plant(dice, name, "Mit freundlichen Grüßen\n{}", "Mit freundlichen Grüßen\n\n{}\n", "MfG {}", "Viele Grüße, {}", "Hochachtungsvoll\n{}\nBonn", "Beste Grüße {}", "Gruß\n{}", "LG {}", "gez. {}", "i. A. {}".Insert(0, "Mit freundlichem Gruß\n"), "Freundliche Grüße\nIhre {}", "mit freundlichen grüßen\n{}", "Mit freundlichen Gruessen {}");
    }

    private static PlantedItem AfterRole(Dice dice)
    {
        var last = dice.Chance(50) ? dice.Pick(LastNames) : dice.MadeUpName();
        var name = dice.Pick(last, last, $"{dice.Pick(FirstNames)} {last}", $"Dr. {last}", $"{last}-{dice.Pick(LastNames)}");
        return Plant(dice, name, "Die Sachbearbeiterin {} sagte nein.", "Unser Hausmeister {} weiß Bescheid.", "Der Nachbar {} parkt falsch.", "Bürgermeister {} hat es versprochen.", "laut Kollegin {} geht das nicht", "Zeuge {} hat es gesehen", "Polizeihauptkommissar {} war da", "mein Ehemann {} kam dazu", "Schulleiterin {} bittet darum", "Rechtsanwalt {} vertritt mich", "meine Tochter {} ist gestürzt", "Abteilungsleiter {} schweigt");
    }

    private static PlantedItem FromList(Dice dice)
    {
        var first = dice.Pick(FirstNames);
        var last = dice.Pick(AnyLastNames);
        var name = dice.Pick($"{first} {last}", $"{first} {last}", $"{first} {dice.MadeUpName()}", $"{first}-{dice.Pick(FirstNames)} {last}", $"{first} {dice.Letter()}. {last}", $"{first} von {last}", first, dice.Pick(LastNames), $"{last}, {first}", $"{first} {dice.Pick(FirstNames)} {last}");
        return Plant(dice, name, "Gestern traf ich {} im Amt.", "Dort wohnt {} seit 2010.", "{} hat mir geholfen.", "Bitte an {} weiterleiten", "Danke, {}!", "mit {} und anderen", "({})", "Beitrag von {}, 2017");
    }

    private static PlantedItem Labelled(Dice dice)
    {
        var last = dice.Chance(50) ? dice.Pick(AnyLastNames) : dice.MadeUpName();
        var first = dice.Pick(FirstNames);
        return Plant(dice, dice.Pick($"{first} {last}", $"{first} {last}", $"{last}, {first}", $"{first} {first} {last}"), "Name: {}", "Mein Name ist {}.", "ich heiße {} und wohne hier", "Ansprechpartner: {}", "Absender: {}", "Name, Vorname: {}", "Antragsteller: {}", "Kontoinhaber: {}", "Unterzeichner: {}");
    }

    private static PlantedItem Plant(Dice dice, string value, params string[] templates) => PlantedItem.From(dice.Pick(templates), value);
}
