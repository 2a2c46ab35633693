using Krm.Analytics.Anonymization;

namespace Krm.Analytics.Tests.Anonymization;

/// <summary>The words and endings that the recognisers know by themselves: each one in a sentence, and the whole sentence is compared.</summary>
public class WordListTests
{
    private const string PlacesByEnding =
        "72250 Freudenstadt, 63868 Großwallstädt, 75671 Luisendorf, 23795 Lüttentorf, 06217 Merseburg, 71229 Leonberg, 99974 Mühlhausen, 69469 Weinheim, "
        + "78532 Tuttlingen, 49124 Lerchenfeld, 45661 Hochlarmkirchen, 84508 Burgkirch, 49716 Emsland, 79286 Glottertal, 66649 Oberthal, 38855 Wernigerode, "
        + "07646 Stadtroda, 52134 Herzogenrath, 39340 Haldensleben, 14547 Beelitz, 04509 Delitzsch, 18273 Güstrow, 85276 Pfaffenhofen, 86757 Wallershöfen, "
        + "79410 Badenweiler, 82481 Mittenwald, 85521 Ottobrunn, 75433 Maulbronn, 53520 Kaltenborn, 97421 Schweinfurt, 91731 Langfurth, 38304 Wolfenbüttel, "
        + "29683 Fallingbostel, 33332 Wendloh, 06333 Hettstedt, 93186 Hofstett, 97996 Niederstetten, 76848 Hofstätten, 58507 Lüdenscheid, 32602 Wulfsiek, "
        + "48329 Havixbeck, 21465 Reinbek, 66917 Wallmühle, 52076 Kornelimünster, 78315 Radolfzell, 83727 Schliersee, 77743 Neuried, 95176 Konradsreuth, "
        + "85221 Dachau, 08280 Bernaue, 31655 Stadthagen, 44328 Scharnhorst, 33129 Delbrück, 66482 Zweibrücken, 06667 Weißenfels, 65510 Idstein, "
        + "66773 Schwarzenholz, 37619 Bodenwerder, 21255 Königsmoor, 49477 Ibbenbüren, 35576 Wetzlar, 49163 Osterwede, 26465 Langeoog, 79539 Lörach";

    private const string PlacesOfTwoWords =
        "53604 Bad Zwoll, 53757 Sankt Zwoll, 53757 St. Zwoll, 63263 Neu Zwoll, 63263 Alt Zwoll, 63263 Markt Zwoll, 63263 Groß Zwoll, 63263 Klein Zwoll, "
        + "63263 Hohen Zwoll, 73525 Schwäbisch Zwoll, 63263 Nord Zwoll, 63263 Süd Zwoll, 63263 Ost Zwoll, 63263 West Zwoll, 63263 Ober Zwoll, 63263 Unter Zwoll, "
        + "63263 Nieder Zwoll, 23552 Hansestadt Zwoll, 06886 Lutherstadt Zwoll, 24103 Landeshauptstadt Zwoll, 63263 Stadt Zwoll";

    private const string StreetsByEnding =
        "Lindenstraße, Lindenstr, Lindenallee, Lindengasse, Lindenplatz, Lindenweg, Lindenring, Lindendamm, Lindenufer, Lindenchaussee, Lindensteig, "
        + "Lindenpfad, Lindenstieg, Lindenpromenade, Lindenwall, Lindenmarkt, Lindenzeile, Lindensiedlung, Lindenkamp, Lindenwinkel, Lindentwiete, Lindengraben, "
        + "Lindenstiege, Lindenanger, Lindengässchen, Lindensteige, Lindengässle, Lindentwete, Lindenredder, Lindenstaden, Lindenesplanade, Lindensträßchen, "
        + "Lindenstrasze";

    private const string StreetsBehindAdjective =
        "Anlage, Hof, Brücke, Kai, Deich, Bogen, Höhe, Berg, Passage, Park, Garten, Insel, Terrasse, Tor, Gang, Staden";

    private const string FieldNames =
        "Rummelhof, Rummelberg, Rummelfeld, Rummeltal, Rummelbahn, Rummelgarten, Rummelgärten, Rummelwiese, Rummelwiesen, Rummelaue, Rummelheide, Rummelbusch, "
        + "Rummelgrund, Rummelhöhe, Rummelbrink, Rummelhorst, Rummelwald, Rummelbach, Rummelborn, Rummelbrunnen, Rummelhang, Rummelhain, Rummeleck, Rummelkuhle, "
        + "Rummelstein, Rummelburg, Rummeldorf, Rummelmoor, Rummelteich, Rummelsee, Rummelmühle, Rummeltor, Rummelpark, Rummelhagen, Rummelbrede, Rummelrain, "
        + "Rummelacker, Rummeläcker, Rummelkehre, Rummelschanze, Rummelhöfe, Rummelhalde, Rummelleite, Rummelweide, Rummelweiden, Rummelbühl, Rummelbrühl, "
        + "Rummelried, Rummelsteg, Rummelweiher, Rummelesch, Rummelbruch, Rummellinden, Rummelkai, Rummeldeich, Rummelhütte, Rummelkapelle, Rummelklinge, "
        + "Rummellohe, Rummelloh, Rummelrott, Rummelgewann, Rummelfurt, Rummelwarte, Rummelwende, Rummelstücken, Rummelland";

    private const string NounsByEnding =
        "Anwohnung, Zwischenlandungen, Mehrheit, Obrigkeit, Minderheiten, Obrigkeiten, Nachbarschaft, Redaktion, Redaktionen, Fakultät, Tourismus, "
        + "Veterinäramt, Veterinärämter, Fachbehörde, Servicecenter, Streudienst, Meldestelle, Meldestellen, Ingenieurbüro, Umweltreferat, Bürgerverein, "
        + "Nahverkehr, Lastenfahrer, Lastenfahrerin, Waldschule, Autohaus, Autohäuser, Stadtwerk, Stadtwerke, Spielzeug, Spielzeuge, Straßenbahn, Müllwagen, "
        + "Wohnanlage, Management, Eigenbetrieb, Hausverwaltung, Verkehrsminister, Verkehrsministerium, Stadtkasse, Meldegesetz, Losnummer, Wartezeit, "
        + "Wartezeiten, Radelwege, Ortsstraßen, Bolzplätze, Wohnschein, Ehrenkarte, Leihräder, Leihrad, Hausmüll, Nachtlärm, Kennedybrücke";

    private const string PersonalSegments =
        "user, users, profile, profil, profiles, people, member, members, mitglied, mitglieder, benutzer, nutzer, konto, account, kunde, kunden, customer, in, "
        + "u, person, author, autor, vorgang, ticket, anfrage, antrag, bescheid, fall";

    private const string PersonalKeys =
        "user, userid, username, name, vorname, nachname, email, mail, e-mail, id, uid, token, session, sessionid, sid, key, auth, code, kunde, kundennr, "
        + "kundennummer, tel, phone, lat, lon, lng, ll, q, az, aktenzeichen, account, login, hash, geburtsdatum, iban, plz, strasse, adresse, address, ticket, "
        + "vorgang, fbid, story_fbid, jsessionid, phpsessid, pin, password";

    private const string SocialSites =
        "facebook.de, instagram.com, twitter.com, x.com, tiktok.com, linkedin.com, xing.com, youtube.com, youtu.be, snapchat.com, pinterest.de, t.me, wa.me, "
        + "fb.com, threads.net, mastodon.social";

    private const string BanksInGermanPlaces =
        "COBADEFF, COBADEMM, COBADEHH, COBADEBB, COBADEDD, COBADESS, COBADEHB, COBADEHA, COBADEKK, COBADELL, COBADENN, COBADEWW";

    private const string BanksOfNeighbours =
        "COBADEF1, RZBAAT2L, UBSWCHZ8, ABNANL2A, GEBABEB1, BSUILUL2, BNPAFRP1, BREXPLP1, DABADKK1, KOMBCZP1, BARCGBP1, UNCRITM1, CAIXESB1, COBADEZZXXX, "
        + "COBADEFFABC";

    private static readonly Anonymizer Anonymizer = new();

    [Theory]
    [InlineData("Es geht um {}.", "Es geht um [ADRESSE_1].", PlacesByEnding)]
    [InlineData("Das war in {}.", "Das war in [ADRESSE_1].", PlacesOfTwoWords)]
    [InlineData("Die {} 5 ist laut", "Die [ADRESSE_1] ist laut", StreetsByEnding)]
    [InlineData("Faßbacher {} 46 ist laut", "[ADRESSE_1] ist laut", StreetsBehindAdjective)]
    [InlineData("{} 4", "[ADRESSE_1]", FieldNames)]
    [InlineData("siehe https://amt.de/{}/a bitte", "siehe [URL_1] bitte", PersonalSegments)]
    [InlineData("siehe https://amt.de/x?{}=a bitte", "siehe [URL_1] bitte", PersonalKeys)]
    [InlineData("siehe https://{}/a bitte", "siehe [URL_1] bitte", SocialSites)]
    [InlineData("siehe https://www.{}/a bitte", "siehe [URL_1] bitte", SocialSites)]
    [InlineData("meier at web punkt {} schreibt", "[EMAIL_1] schreibt", "de, com, net, org, eu, at, ch, info")]
    [InlineData("zahlbar an {} bitte", "zahlbar an [BIC_1] bitte", BanksInGermanPlaces)]
    [InlineData("zahlbar an {} bitte", "zahlbar an [BIC_1] bitte", BanksOfNeighbours)]
    [InlineData("{} Zwoller kam", "{} [PERSON_1] kam", "mein Fahrer, meine Chefin, bei meinem Fahrer, für meinen Fahrer, von meiner Chefin, unser Fahrer, unsere Chefin, bei unserem Fahrer, von unserer Chefin, Ihr Fahrer, Ihre Chefin, mit Ihrem Fahrer, dem Fahrer, vom Fahrer")]
    [InlineData("{} unter 77 12 34 bitte", "{} unter [TELEFON_1] bitte", "ich bin erreichbar, Anruf, anzurufen, telefonisch, zurückrufen, rufen Sie, er ruft, Rückruf erbeten")]
    [InlineData("{} Zeichen 77123", "{} Zeichen [AKTENZEICHEN_1]", "Mein, Dein, Ihr, Ihrem, Unser, Unserem")]
    public void Anonymize_WordOfList_IsKnown(string sentence, string expected, string words) => Compare(sentence, expected, words);

    [Theory]
    [InlineData("Es kamen {}.", "12345 Einsprüche, 34117 Unterzeichnende, 12345 Wohnungen, 12345 Bälle")]
    [InlineData("{} 46 ist laut", "Faßbacher Bude, Wanner Hof, Kaiser Hof, Rummelbude")]
    [InlineData("Mit freundlichen Grüßen\n{}", NounsByEnding)]
    [InlineData("siehe https://{} bitte", "amt.de/seite/a, amt.de/x?lang=a, amt.de/a/user, www.xing.com/, notfacebook.com/a")]
    [InlineData("meier at web {} schreibt", "punkt ly, com, punkt, komma de")]
    [InlineData("zahlbar an {} bitte", "COBADEZZ, BSUILULL, CAIXUSB1, FFCOBADE, COBADEFF1, 1COBADEFF, COBADEFFx, COBADEFFAB")]
    [InlineData("{} kam", "der Fahrer Zwoller, mein Fahrer ZWO, mein Fahrer BonnOrange, mein Fahrer gestern")]
    [InlineData("{} bitte", "ich wohne unter 77 12 34, erreichbar unter 7712, erreichbar unter 77 12, erreichbar über 77 12 34")]
    [InlineData("{} Zeichen 77123", "Das, Ein, Sein, Verkehrs-")]
    public void Anonymize_OtherWord_Stays(string sentence, string words) => Compare(sentence, sentence, words);

    private static void Compare(string sentence, string expected, string words)
    {
        var wrong = words.Split(", ")
            .Select(word => (Word: word, Expected: Fill(expected, word), Actual: Anonymizer.Anonymize(Fill(sentence, word)).Text))
            .Where(row => row.Actual != row.Expected);

        Assert.Empty(wrong);
    }

    private static string Fill(string sentence, string word) => sentence.Replace("{}", word, StringComparison.Ordinal);
}
