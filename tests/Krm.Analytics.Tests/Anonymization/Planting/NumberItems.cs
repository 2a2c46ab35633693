using System.Globalization;

namespace Krm.Analytics.Tests.Anonymization.Planting;

/// <summary>Items with structure: numbers, codes and electronic addresses in the spellings that people use.</summary>
public static class NumberItems
{
    public static PlantedItem Email(Dice dice)
    {
        var local = dice.Pick("max.muster", "a.b-c", "info", "m_schulz77", "Anna.Weiss", "büro", "k.o'neil", "hans+stadt", "x1", "J.R.Meier", "vorname.nachname.1984");
        var domain = dice.Pick("web.de", "gmx.net", "t-online.de", "mail.uni-bonn.de", "example.co.uk", "müller-bau.de", "firma24.com", "stadt.koeln");
        var at = dice.Pick("@", "@", "@", "@", " (at) ", "(at)", "[at]", " [at] ");
        var address = local + at + (at == "@" ? domain : dice.Chance(50) ? domain : domain.Replace(".", "[dot]", StringComparison.Ordinal));
        address = dice.Chance(10) ? address.ToUpperInvariant() : address;
        return Plant(dice, address, "Schreiben Sie mir an {}.", "E-Mail: {}", "({})", "Meine Adresse ist {}, danke", "mailto:{}", "Mail:{}!", "<{}>", "Von: {}; An: Sie", "{}");
    }

    public static PlantedItem Url(Dice dice)
    {
        var scheme = dice.Pick("https://", "http://", "https://www.", "www.");
        var rest = dice.Pick(
            $"facebook.com/hans.{dice.MadeUpName()}",
            $"portal.stadt.de/user/{dice.Number(5)}",
            $"amt.de/vorgang?id={dice.Number(6)}",
            $"amt.de/suche?name={dice.MadeUpName()}&x=1",
            $"instagram.com/{dice.MadeUpName()}_{dice.Number(2)}/",
            $"uni.de/~{dice.MadeUpName()}/index.html",
            $"linkedin.com/in/{dice.MadeUpName()}",
            $"portal.de/app;s?session={dice.Number(12)}a",
            $"maps.de/maps/@50.{dice.Digits(6)},7.{dice.Digits(6)},17z",
            $"user:{dice.Number(4)}@host.de/x",
            "thomas-schmidt.de/kontakt");
        return Plant(dice, scheme + rest, "Siehe {} bitte.", "({})", "Link: {}", "{}", "unter {}, dort steht es", "mein Profil {} zeigt das");
    }

    public static PlantedItem Telephone(Dice dice)
    {
        var area = dice.Pick("228", "30", "40", "89", "221", "2241", "171", "151", "176", "160", "35205", "7141", "800");
        var subscriber = dice.Number(dice.Between(6, 8));
        var halves = dice.Grouped(subscriber, " ", 2, 2, 2, 2);
        var number = dice.Between(0, 15) switch
        {
            0 => $"0{area}/{subscriber}",
            1 => $"0{area} {subscriber}",
            2 => $"0{area}-{subscriber}",
            3 => $"(0{area}) {halves}",
            4 => $"+49 {area} {subscriber}",
            5 => $"+49 (0){area} {halves}",
            6 => $"+49{area}{subscriber}",
            7 => $"0049 {area} {dice.Grouped(subscriber, "-", 3)}",
            8 => $"0{area}{subscriber}",
            9 => $"0{area} / {halves}",
            10 => $"0{area}.{dice.Grouped(subscriber, ".", 3, 3)}",
            11 => $"0{area}/{dice.Grouped(subscriber, "-", 4)}",
            12 => $"+49-{area}-{subscriber}",
            13 => $"+49 (0) {area} / {subscriber}",
            14 => $"0{area} – {halves}",
            _ => $"(+49) {area} {subscriber}",
        };
        return Plant(dice, number, "Tel.: {}", "Sie erreichen mich unter {}.", "Mobil {} (abends)", "{}", "Telefon {}, danke", "Fax: {}; Post", "meine Nummer ist {}!", "Tel {} oder per Mail", "☎ {}");
    }

    public static PlantedItem Iban(Dice dice)
    {
        var (country, digits) = dice.Pick(("DE", 18), ("DE", 18), ("DE", 18), ("DE", 18), ("AT", 16), ("CH", 17), ("PL", 24), ("TR", 22), ("FR", 23), ("BE", 12), ("NO", 11));
        var account = dice.Digits(digits);
        var iban = country + CheckDigits.Iban(country, account) + account;
        iban = dice.Between(0, 5) switch
        {
            0 => iban,
            1 => iban.ToLowerInvariant(),
            2 => dice.Grouped(iban, "-", 4, 4, 4, 4, 4, 4, 4),
            3 => dice.Grouped(iban, " ", 2, 2, 4, 4, 4, 4, 4, 4),
            4 => dice.Grouped(iban, "\u00A0", 4, 4, 4, 4, 4, 4, 4),
            _ => dice.Grouped(iban, " ", 4, 4, 4, 4, 4, 4, 4),
        };
        return Plant(dice, iban, "IBAN: {}", "Überweisen Sie auf {}.", "mein Konto {} bei der Sparkasse", "({})", "{}", "IBAN {}, BIC folgt", "Bankverbindung: {}; danke");
    }

    public static PlantedItem Bic(Dice dice)
    {
        var bic = dice.Pick("COBADEFF", "COBADEFFXXX", "DEUTDEDKBER", "GENODED1BRS", "COLSDE33XXX", "BYLADEM1001", "PBNKDEFF", "INGDDEFFXXX", "MARKDEF1100", "SOLADEST600", "WELADED1KSD", "BELADEBEXXX");
        return dice.Chance(50)
            ? Plant(dice, dice.Chance(20) ? bic.ToLowerInvariant() : bic, "BIC: {}", "BIC {} bitte", "SWIFT-Code: {}", "BIC/SWIFT: {}", "Die BIC lautet {}.")
            : Plant(dice, dice.Pick("COBADEFFXXX", "GENODED1BRS", "COLSDE33XXX", "PBNKDEFF", "BYLADEM1001"), "Bank {} in Bonn", "Konto bei {}", "{}");
    }

    public static PlantedItem BankAccount(Dice dice) =>
        Plant(dice, dice.Pick(dice.Number(10), dice.Grouped(dice.Number(9), " ", 3, 3, 3), dice.Number(7)), "Kontonummer: {}", "Kto.-Nr. {}", "Kto. {}", "Konto-Nr.: {}", "Meine Kontonummer lautet {}.", "BLZ {}", "Bankleitzahl: {}");

    public static PlantedItem PaymentCard(Dice dice)
    {
        var digits = dice.Pick("4", "51", "52", "55") is var prefix ? prefix + dice.Digits(15 - prefix.Length) : "";
        var card = digits + CheckDigits.Luhn(digits);
        return Plant(dice, dice.Pick(card, dice.Grouped(card, " ", 4, 4, 4, 4), dice.Grouped(card, "-", 4, 4, 4, 4)), "Kreditkarte {}", "Meine Karte {} wurde belastet.", "{}", "Kartennummer: {}");
    }

    public static PlantedItem TaxNumber(Dice dice)
    {
        if (dice.Chance(50))
        {
            var bare = dice.Pick($"{dice.Number(3)}/{dice.Digits(3)}/{dice.Digits(5)}", $"{dice.Number(2)}/{dice.Digits(3)}/{dice.Digits(5)}", $"{dice.Number(3)}/{dice.Digits(4)}/{dice.Digits(4)}", $"{dice.Number(3)} / {dice.Digits(3)} / {dice.Digits(5)}", $"{dice.Number(5)}/{dice.Digits(5)}");
            return Plant(dice, bare, "unter {} beim Finanzamt", "Mein Bescheid {} ist falsch.", "({})", "{}");
        }

        var labelled = dice.Pick($"{dice.Number(3)}/{dice.Digits(3)}/{dice.Digits(5)}", dice.Number(13), $"{dice.Number(2)} {dice.Digits(3)} {dice.Digits(5)}", dice.Number(10), $"0{dice.Number(2)} {dice.Digits(3)} {dice.Digits(5)}", $"{dice.Number(5)}-{dice.Digits(5)}");
        return Plant(dice, labelled, "Steuernummer: {}", "St.-Nr. {}", "Steuer-Nr.: {}", "StNr {}", "Meine Steuernummer lautet {}.", "Steuernr. {}", "steuernummer {}");
    }

    public static PlantedItem TaxId(Dice dice)
    {
        var digits = dice.Number(10);
        var id = digits + CheckDigits.TaxId(digits);
        var value = dice.Pick(id, dice.Grouped(id, " ", 2, 3, 3, 3), dice.Grouped(id, ".", 2, 3, 3, 3), dice.Grouped(id, " ", 3, 4, 4), dice.Grouped(id, "/", 2, 3, 3, 3));
        return Plant(dice, value, "Steuer-ID: {}", "IdNr. {}", "meine Nummer {} wurde vergessen", "{}", "Steueridentifikationsnummer {}", "Identifikationsnummer: {}", "({})");
    }

    public static PlantedItem SocialInsuranceNumber(Dice dice)
    {
        var body = dice.Number(2) + Day(dice) + dice.Letter() + dice.Digits(2);
        var number = body + CheckDigits.SocialInsurance(body);
        var value = dice.Pick(number, dice.Grouped(number, " ", 2, 6, 1, 3), number.ToLowerInvariant(), dice.Grouped(number, " ", 2, 6, 1, 2, 1), dice.Grouped(number, "-", 2, 6, 1, 3), dice.Grouped(number, " ", 8, 1, 3));
        return Plant(dice, value, "Rentenversicherungsnummer: {}", "RV-Nr. {}", "SV-Nummer {}", "{}", "meine Nummer {} bei der Rente", "Sozialversicherungsnummer lautet {}.", "Vers.-Nr.: {}");
    }

    public static PlantedItem HealthInsuranceNumber(Dice dice)
    {
        var body = dice.Letter() + dice.Digits(8);
        var number = body + CheckDigits.HealthInsurance(body);
        var value = dice.Pick(number, dice.Grouped(number, " ", 1, 3, 3, 3), number.ToLowerInvariant(), dice.Grouped(number, " ", 4, 3, 3));
        return Plant(dice, value, "Versichertennummer: {}", "KV-Nr. {}", "bei der AOK unter {} versichert", "{}", "Krankenversichertennummer {}", "KVNR: {}");
    }

    public static PlantedItem IdentityDocument(Dice dice)
    {
        const string Letters = "CFGHJKLMNPRTVWXYZ";
        var body = Letters[dice.Between(0, Letters.Length - 1)] + dice.Digits(2) + Letters[dice.Between(0, Letters.Length - 1)] + dice.Digits(2) + Letters[dice.Between(0, Letters.Length - 1)] + dice.Digits(2);
        var full = body + CheckDigits.Document(body);
        return dice.Chance(50)
            ? Plant(dice, full, "Ausweis {} ist abgelaufen.", "{}", "Dokument {} liegt bei", "meine Nummer {}")
            : Plant(dice, dice.Pick(body, full, $"{body} {full[^1]}", body.ToLowerInvariant(), dice.Grouped(body, " ", 3, 3, 3)), "Ausweisnummer: {}", "Personalausweis-Nr. {}", "Reisepass Nr. {}", "Pass-Nr.: {}", "Passnummer {}", "Personalausweisnummer lautet {}.", "Ausweis-Nr. {}");
    }

    public static PlantedItem LicensePlate(Dice dice)
    {
        var district = dice.Pick("B", "BN", "HH", "K", "M", "SU", "RW", "LDK", "DD", "WÜ", "TÜ", "MTK", "S", "F", "KLE", "GÖ");
        var letters = dice.Chance(40) ? dice.Letter().ToString() : $"{dice.Letter()}{dice.Letter()}";
        var digits = dice.Number(dice.Between(2, 8 - district.Length - letters.Length is var most && most > 4 ? 4 : Math.Max(2, most)));
        var plate = dice.Pick($"{district}-{letters} {digits}", $"{district} {letters} {digits}", $"{district}-{letters}{digits}", $"{district}-{letters}-{digits}", $"{district} - {letters} {digits}", $"{district} {letters}{digits}");
        plate = plate.Contains('-', StringComparison.Ordinal) && dice.Chance(20) ? plate.ToLowerInvariant() : plate;
        plate += dice.Chance(10) ? "E" : "";
        return Plant(dice, plate, "Kennzeichen {}", "Der Wagen {} parkt falsch.", "Auto mit dem Kennzeichen {} stand da", "({})", "{}", "Kfz-Kennzeichen: {}", "ein roter Golf, {}, schwarzer BMW");
    }

    public static PlantedItem IpAddress(Dice dice)
    {
        string Part() => dice.Between(1, 254).ToString(CultureInfo.InvariantCulture);
        string Group() => dice.Between(4096, 65535).ToString("x", CultureInfo.InvariantCulture);
        var address = dice.Pick($"19{dice.Between(2, 9)}.{Part()}.{Part()}.{Part()}", $"10.{Part()}.{Part()}.{Part()}", $"2001:db8::{Group()}:{Group()}", string.Join(':', Enumerable.Range(0, 8).Select(_ => Group())), $"fe80::{Group()}", "00:1A:2B:3C:4D:5E", "a4-5e-60-c2-11-0f");
        return Plant(dice, address, "IP {}", "von der Adresse {} aus", "{}", "IP-Adresse: {}", "({})", "Zugriff von {}, 12:30 Uhr");
    }

    public static PlantedItem Coordinates(Dice dice)
    {
        var latitude = $"5{dice.Between(0, 3)}.{dice.Digits(4)}";
        var longitude = $"{dice.Between(6, 14)}.{dice.Digits(4)}";
        var value = dice.Pick(
            $"{latitude}, {longitude}", $"{latitude} {longitude}", $"{latitude}° N, {longitude}° E", $"{latitude}N {longitude}E", $"{latitude}/{longitude}", $"{latitude};{longitude}",
            $"{latitude.Replace('.', ',')}; {longitude.Replace('.', ',')}", $"50°{dice.Between(10, 59)}'{dice.Between(10, 59)}\"N 7°{dice.Between(10, 59)}'{dice.Between(10, 59)}\"E",
            $"N 50° {dice.Between(10, 59)}.{dice.Digits(3)} E 007° {dice.Between(10, 59)}.{dice.Digits(3)}", $"32U {dice.Number(6)} 56{dice.Digits(5)}", $"{latitude}{dice.Digits(3)},{longitude}{dice.Digits(3)}");
        return Plant(dice, value, "Koordinaten: {}", "Standort {} in der Karte", "GPS {}", "({})", "{}", "bei {} liegt Müll");
    }

    public static PlantedItem DateOfBirth(Dice dice)
    {
        var (day, month, year) = (dice.Between(1, 28), dice.Between(1, 12), dice.Between(1930, 2015));
        var date = dice.Pick($"{day:00}.{month:00}.{year}", $"{day}.{month}.{year}", $"{day}.{month}.{year % 100:00}", $"{day}. {MonthName(month)} {year}", $"{year}-{month:00}-{day:00}", $"{day:00}/{month:00}/{year}", $"{day:00}. {month:00}. {year}", $"{day}.{MonthName(month)} {year}", $"{day:00}-{month:00}-{year}");
        return Plant(dice, date, "geb. am {}", "geboren am {} in Köln", "Geburtsdatum: {}", "geb. {}", "(geb. {})", "Ich bin am {} geboren.", "geboren: {}", "* {}", "geb.: {}", "Geb.-Datum {}", "GEBURTSDATUM {}", "mein Geburtstag ist der {}", "geboren wurde ich am {}.", "(*{})", "Geb.: {}, ledig", "geboren in Bonn am {}");
    }

    public static PlantedItem FileNumber(Dice dice)
    {
        if (dice.Chance(30))
        {
            return Plant(dice, dice.Pick($"{dice.Number(5)}//{dice.Digits(7)}", $"{dice.Number(5)}BG{dice.Digits(7)}", $"{dice.Between(1, 40)} K {dice.Number(3)}/{dice.Digits(2)}"), "BG-Nummer {}", "unter {} geführt", "{}", "Mein Fall {} ruht.");
        }

        var value = dice.Pick($"{dice.Between(1, 40)} K {dice.Number(3)}/{dice.Digits(2)}", $"{dice.Number(2)}-{dice.Number(4)}/2019", $"S {dice.Between(1, 40)} AS {dice.Number(3)}/21", dice.Number(8), $"{dice.Number(2)}.{dice.Number(1)}-{dice.Number(4)}", $"{dice.Letter()}{dice.Letter()}-{dice.Number(5)}", $"III/{dice.Number(2)}-{dice.Number(3)}", $"{dice.Number(3)} {dice.Digits(3)} {dice.Digits(3)}", $"2021-{dice.Number(5)}", $"{dice.Number(4)}/{dice.Letter()}/{dice.Number(2)}", $"66.1.{dice.Number(3)}");
        return Plant(dice, value, "Aktenzeichen: {}", "Az. {}", "Az.: {}", "Mein Aktenzeichen lautet {}.", "Aktenzeichen {}, danke", "AZ {}", "Geschäftszeichen {}", "Vorgangsnummer {}", "Ihr Zeichen: {}", "Gz.: {}", "Kassenzeichen {}", "Ticket-Nr. {}", "Vorgangs-Nr.: {}");
    }

    public static PlantedItem CustomerNumber(Dice dice) =>
        Plant(dice, dice.Pick(dice.Number(6), dice.Number(10), $"{dice.Number(3)} {dice.Digits(3)} {dice.Digits(2)}", $"K-{dice.Number(5)}", $"{dice.Number(3)}.{dice.Digits(3)}", $"KD{dice.Number(6)}"), "Kundennummer: {}", "Kunden-Nr. {}", "Kd.-Nr.: {}", "meine Kundennummer ist {}.", "Kundennr. {}", "Vertragsnummer {}", "Mitgliedsnummer: {}", "Rechnungs-Nr. {}", "Kundennummer ({})", "Personalnummer {}", "Vertrags-Nr.: {}");

    private static string Day(Dice dice) => $"{dice.Between(1, 28):00}{dice.Between(1, 12):00}{dice.Between(0, 99):00}";

    private static string MonthName(int month) => CultureInfo.GetCultureInfo("de-DE").DateTimeFormat.GetMonthName(month);

    private static PlantedItem Plant(Dice dice, string value, params string[] templates) => PlantedItem.From(dice.Pick(templates), value);
}
