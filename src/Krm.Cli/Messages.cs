using Krm.Cli.Cases;

namespace Krm.Cli;

/// <summary>Every message shared by several commands, in both languages.</summary>
/// <remarks>Help texts and messages of a single command stand with that command, through <see cref="Language.Choose"/>.</remarks>
internal sealed class Messages(Language language)
{
    public string EmptyFile(string file) => language.Choose(
        $"{file}: Zeile 1: Die Datei ist leer. Erwartet wird eine Kopfzeile mit Spaltennamen (bei .jsonl ein Objekt je Zeile).",
        $"{file}: line 1: the file is empty. Expected a header line with column names (.jsonl: one object a line).");

    public string NotFound(string file) => language.Choose(
        $"{file}: Die Datei gibt es nicht oder sie ist ein Verzeichnis.",
        $"{file}: no such file, or it is a directory.");

    public string NotAccessible(string file) => language.Choose(
        $"{file}: Der Zugriff wurde verweigert oder ist fehlgeschlagen.",
        $"{file}: access was denied or failed.");

    public string MissingDirectory(string file) => language.Choose(
        $"{file}: Das Verzeichnis für die Ausgabe gibt es nicht.",
        $"{file}: the directory for the output does not exist.");

    public string UnknownFormat(string file) => language.Choose(
        $"{file}: Das Format ist an der Endung nicht zu erkennen. Erlaubt sind .csv, .tsv und .jsonl, oder --format csv|tsv|jsonl.",
        $"{file}: the ending does not tell the format. Allowed: .csv, .tsv and .jsonl, or --format csv|tsv|jsonl.");

    public string WrongEncoding(string file, long line, long column, string found, string hint) => language.Choose(
        $"{file}: Zeile {line}, Zeichen {column}: {found} ist kein UTF-8. {hint}",
        $"{file}: line {line}, character {column}: {found} is not UTF-8. {hint}");

    public string LatinHint => language.Choose(
        "Vermutlich Windows-1252 oder ISO 8859-1: in Excel als „CSV UTF-8“ speichern oder mit iconv -f WINDOWS-1252 -t UTF-8 umwandeln.",
        "Probably Windows-1252 or ISO 8859-1: save as “CSV UTF-8” or convert with iconv -f WINDOWS-1252 -t UTF-8.");

    public string Utf16Hint => language.Choose(
        "Vermutlich UTF-16: als UTF-8 speichern oder mit iconv -f UTF-16 -t UTF-8 umwandeln.",
        "Probably UTF-16: save as UTF-8 or convert with iconv -f UTF-16 -t UTF-8.");

    public string WorkbookHint => language.Choose(
        "Das ist eine gepackte Datei (Excel-Arbeitsmappe?): als „CSV UTF-8“ speichern.",
        "This is a packed file (an Excel workbook?): save it as “CSV UTF-8”.");

    public string MissingColumn(string file, string column, IReadOnlyList<string> nearest) => language.Choose(
        $"{file}: Zeile 1: Die Spalte „{column}“ fehlt. {Known(nearest)}",
        $"{file}: line 1: column “{column}” is missing. {Known(nearest)}");

    public string DuplicateColumn(string file, int first, int second) => language.Choose(
        $"{file}: Zeile 1: Die Spalten {first} und {second} tragen denselben Namen. Jeder Name darf nur einmal vorkommen.",
        $"{file}: line 1: columns {first} and {second} have the same name. Each name may occur once.");

    public string NamelessColumn(string file, int position) => language.Choose(
        $"{file}: Zeile 1: Die Spalte {position} hat keinen Namen.",
        $"{file}: line 1: column {position} has no name.");

    public string FieldCount(string file, long line, int found, int expected) => language.Choose(
        $"{file}: Zeile {line}: {found} Felder gefunden, {expected} erwartet.",
        $"{file}: line {line}: {found} fields found, {expected} expected.");

    public string UnclosedQuote(string file, long line) => language.Choose(
        $"{file}: Zeile {line}: Ein Anführungszeichen wird nicht geschlossen.",
        $"{file}: line {line}: a quotation mark is not closed.");

    public string TextAfterQuote(string file, long line) => language.Choose(
        $"{file}: Zeile {line}: Nach einem schließenden Anführungszeichen steht noch Text. Anführungszeichen im Text werden verdoppelt.",
        $"{file}: line {line}: text follows a closing quotation mark. Quotation marks inside a text are doubled.");

    public string NotJson(string file, long line, long column) => language.Choose(
        $"{file}: Zeile {line}, Zeichen {column}: kein gültiges JSON-Objekt. Erwartet wird ein Objekt je Zeile.",
        $"{file}: line {line}, character {column}: not a valid JSON object. Expected one object a line.");

    public string DuplicateKey(string file, long line) => language.Choose(
        $"{file}: Zeile {line}: Ein Name kommt im Objekt mehrmals vor.",
        $"{file}: line {line}: a name occurs more than once in the object.");

    public string LateKey(string file, long line) => language.Choose(
        $"{file}: Zeile {line}: Das Objekt hat Namen, die im ersten Objekt fehlen. Auf der Standardeingabe oder aus einer Pipe legt das erste Objekt die Spalten fest.",
        $"{file}: line {line}: the object has names the first object lacks. On standard input or from a pipe the first object fixes the columns.");

    public string BrokenDate(string place, string found) => language.Choose(
        $"{place}: kein Datum nach ISO 8601 (JJJJ-MM-TT, auch mit Thh:mm); gefunden: {found}.",
        $"{place}: not an ISO 8601 date (YYYY-MM-DD, also with Thh:mm); found: {found}.");

    public string BrokenNumber(string place, string found, string allowed) => language.Choose(
        $"{place}: keine ganze Zahl; gefunden: {found}; erlaubt: {allowed}.",
        $"{place}: not a whole number; found: {found}; allowed: {allowed}.");

    public string NotAllowed(string place, string found, string allowed) => language.Choose(
        $"{place}: gefunden: {found}; erlaubt: {allowed}.",
        $"{place}: found: {found}; allowed: {allowed}.");

    public string OutsideYears(string place, int first, int last) => language.Choose(
        $"{place}: Das Ergebnis liegt außerhalb der Jahre {first} bis {last}, für die es Feiertage gibt.",
        $"{place}: the result lies outside the years {first} to {last} for which there are holidays.");

    public string NoCounts(string file) => language.Choose(
        $"{file}: Die Tabelle enthält keine Zeile.",
        $"{file}: the table holds no row.");

    public string MissingPeriod(string file, string first, int count) => language.Choose(
        $"{file}: {count} Zeiträume fehlen, der erste ist {first}. Jeder Zeitraum braucht eine Zeile, auch mit 0; mit --gaps-are-zero zählen fehlende als 0.",
        $"{file}: {count} periods are missing, the first is {first}. Each period needs a row, even for 0; with --gaps-are-zero missing ones count as 0.");

    public string MeasureOutside(string date, string first, string last) => language.Choose(
        $"--measure-date: {date} liegt nicht innerhalb der Zählungen; erlaubt: nach {first} und bis {last}.",
        $"--measure-date: {date} is not within the counts; allowed: after {first} and up to {last}.");

    public string MoreProblems(long count) => language.Choose(
        $"und {language.Number(count)} weitere Fehler dieser Art.",
        $"and {language.Number(count)} more problems like these.");

    public string NoSuchRuleSet(string name, string shipped) => language.Choose(
        $"--ruleset: „{name}“ ist weder ein mitgeliefertes Regelwerk ({shipped}) noch eine Datei.",
        $"--ruleset: “{name}” is neither a shipped rule set ({shipped}) nor a file.");

    public string FactWithoutColumn(string file, string fact) => language.Choose(
        $"{file}: Zeile 1: Für die Tatsache „{fact}“ gibt es keine Spalte, und das Regelwerk hat keine Vorgabe. Mit --map {fact}=SPALTE zuordnen.",
        $"{file}: line 1: there is no column for the fact “{fact}”, and the rule set has no default. Map one with --map {fact}=COLUMN.");

    public string DefaultedFacts(IEnumerable<DefaultedFact> facts)
    {
        var list = string.Join(", ", facts.Select(fact => $"{fact.Name} = {fact.Value}"));
        return language.Choose($"Ohne Spalte, daher Vorgabe des Regelwerks: {list}", $"No column, hence the default of the rule set: {list}");
    }

    public string TooFewLabels(int cases, int categories) => language.Choose(
        $"Zu wenige Fälle mit Kategorie zum Lernen: {language.Number(cases)} Fälle, {categories} Kategorien. Gebraucht werden mindestens zwei Kategorien, auch ohne das zurückgehaltene Fünftel.",
        $"Too few cases with a category to learn from: {language.Number(cases)} cases, {categories} categories. At least two categories are needed, even without the fifth held out.");

    public string Sampled(long kept, long seen) => language.Choose(
        $"Gelernt wird aus einer Stichprobe von {language.Number(kept)} der {language.Number(seen)} Fälle (--maximum-cases).",
        $"Learning from a sample of {language.Number(kept)} of the {language.Number(seen)} cases (--maximum-cases).");

    public string NoLabels => language.Choose(
        "Kein Fall trägt eine Kategorie; es gibt nichts zu messen.",
        "No case carries a category; there is nothing to measure.");

    public string RowsLeftOut(long count) => language.Choose(
        $"{language.Number(count)} Zeilen waren nicht lesbar und blieben außer Betracht.",
        $"{language.Number(count)} rows could not be read and were left out.");

    public string WrongDimensions(int most) => language.Choose(
        $"--by: höchstens {most} Spalten, jede einmal.",
        $"--by: at most {most} columns, each once.");

    public string CountOverflow(string file, long line) => language.Choose(
        $"{file}: Zeile {line}: Die Summe der Zelle übersteigt 9.223.372.036.854.775.807.",
        $"{file}: line {line}: the sum of the cell exceeds 9,223,372,036,854,775,807.");

    public string TooManyCases(string file) => language.Choose(
        $"{file}: Eine Zelle hat in einem Zeitraum mehr als 2.147.483.647 Fälle.",
        $"{file}: a cell has more than 2,147,483,647 cases in one period.");

    public string RepeatedCount(string file, long line, long earlier) => language.Choose(
        $"{file}: Zeile {line} nennt Tag und Werte der Zeile {earlier} noch einmal. In Zählungen darf jede Gruppe nur einmal stehen; Teile zählt krm merge zusammen.",
        $"{file}: line {line} has the day and values of line {earlier} again. In counts each group may occur once; krm merge adds parts up.");

    public string RepeatedEvent(string file, long line, long earlier) => language.Choose(
        $"{file}: Zeile {line} nennt den Anlass der Zeile {earlier} noch einmal (gleicher Tag, gleiche Art).",
        $"{file}: line {line} has the event of line {earlier} again (same day, same kind).");

    public string PeriodsWithoutRows(string file, int count, string first) => language.Choose(
        $"{file}: In {count} Zeiträumen hat keine Reihe eine Zeile, zuerst in {first}; dort zählen 0 Fälle.",
        $"{file}: no series has a row in {count} periods, first in {first}; 0 cases are counted there.");

    public string TooLongTime(string file, string first, string last, int years) => language.Choose(
        $"{file}: Die Tage reichen von {first} bis {last}, also über mehr als {years} Jahre. Vermutlich ist ein Datum falsch.",
        $"{file}: the days reach from {first} to {last}, that is over more than {years} years. Probably a date is wrong.");

    public string HistoryTooShort(string file, int found, int needed) => language.Choose(
        $"{file}: --method: Die Zählungen umfassen {found} Zeiträume, das Verfahren braucht mindestens {needed}. Für kurze Reihen: --method monitor oder ears-c2, oder weniger Jahre (--settings b=3).",
        $"{file}: --method: the counts span {found} periods, the method needs at least {needed}. For short series: --method monitor or ears-c2, or fewer years (--settings b=3).");

    public string ReservedColumn(string column) => language.Choose(
        $"--by: Der Name „{column}“ ist in Zählungen vergeben; die Spalte vorher umbenennen.",
        $"--by: the name “{column}” is taken in counts; rename the column first.");

    public string TwoDateColumns(string file, string found, string expected) => language.Choose(
        $"{file}: Die Spalte des Tages heißt „{found}“, in den anderen Zählungen „{expected}“.",
        $"{file}: the column of the day is named “{found}”, in the other counts “{expected}”.");

    public string ClustersNeedTexts => language.Choose(
        "--clusters: nötig ist --text und je Zeile ein Fall (kein --count); --by darf keine Spalte „cluster“ nennen.",
        "--clusters: needs --text and one case a row (no --count); --by may not name a column “cluster”.");

    public string ExposureGap(string file, string cell, string period) => language.Choose(
        $"{file}: Der Zelle {cell} fehlt in {period} eine Bezugsgröße über 0. Auch ein Zeitraum ohne Fälle braucht seine Zeile, mit der Anzahl 0.",
        $"{file}: the cell {cell} has no exposure above 0 in {period}. A period without cases needs its row as well, with the count 0.");

    public string OtherPlan(string file, string expected, string found) => language.Choose(
        $"{file}: Die Zählungen wurden nach einem anderen Plan gezählt (gefunden {found}, erwartet {expected}) und lassen sich nicht zusammenzählen.",
        $"{file}: the counts were made under another plan (found {found}, expected {expected}) and cannot be added up.");

    public string NotCountsOfKrm(string file) => language.Choose(
        $"{file}: Zeile 1: keine Zählungen von krm count. Erwartet werden Datum, die gezählten Spalten, count, period, data_version und plan.",
        $"{file}: line 1: no counts of krm count. Expected: date, the columns counted by, count, period, data_version and plan.");

    public string CasesCounted(long cases, int rows) => language.Choose(
        $"{language.Number(cases)} Fälle in {language.Number(rows)} Zählungen.",
        $"{language.Number(cases)} cases in {language.Number(rows)} counts.");

    public string CausesFound(int causes, long cases) => language.Choose(
        $"{causes} wiederkehrende Ursachen in {language.Number(cases)} Fällen.",
        $"{causes} recurring causes in {language.Number(cases)} cases.");

    public string HeldOutAccuracy(double accuracy) => language.Choose(
        $"Genauigkeit am zurückgehaltenen jüngsten Fünftel: {accuracy.ToString("P1", language.Culture)}.",
        $"Accuracy on the newest fifth, held out: {accuracy.ToString("P1", language.Culture)}.");

    public string ResultsIn(string directory) => language.Choose(
        $"Ergebnisse in {directory}; der Bericht ist report.html.",
        $"Results in {directory}; the report is report.html.");

    public string NotFindings(string path) => language.Choose(
        $"{path}: Das sind keine Funde von krm causes oder krm run.",
        $"{path}: these are no findings of krm causes or krm run.");

    public string NotClusterIds(string path) => language.Choose(
        $"{path}: Das sind keine von krm causes --cluster-ids geschriebenen Namen von Textgruppen.",
        $"{path}: these are no ids of text groups written by krm causes --cluster-ids.");

    public string NotOfARun(string path) => language.Choose(
        $"{path}: Das ist kein Ergebnis von krm run.",
        $"{path}: this is no result of krm run.");

    public string NeedsFile(string path) => language.Choose(
        $"{path}: Wird mehrmals gelesen; nötig ist eine gewöhnliche Datei, nicht die Standardeingabe oder eine Pipe.",
        $"{path}: is read more than once; an ordinary file is needed, not standard input or a pipe.");

    public string Place(string file, long line, string column) => language.Choose(
        $"{file}: Zeile {line}, Spalte „{column}“",
        $"{file}: line {line}, column “{column}”");

    public string Nothing => language.Choose("nichts", "nothing");

    public string Characters(int count) => language.Choose($"{count} Zeichen", $"{count} characters");

    public string ReplacedColumns(IEnumerable<string> columns) => language.Choose(
        $"Hinweis: vorhandene Spalten werden ersetzt: {string.Join(", ", columns)}",
        $"Note: existing columns are replaced: {string.Join(", ", columns)}");

    public string FlattenedCells(long count) => language.Choose(
        $"Hinweis: {language.Number(count)} Werte enthielten Tabulator oder Zeilenumbruch; in .tsv stehen dafür Leerzeichen.",
        $"Note: {language.Number(count)} values held a tab or line break; .tsv has spaces instead.");

    public string RowsDone(long rows, long failed) => failed == 0
        ? language.Choose($"{Rows(rows)} verarbeitet.", $"{Rows(rows)} done.")
        : language.Choose(
            $"{Rows(rows)} verarbeitet, davon {language.Number(failed)} mit Fehler (Spalte „error“).",
            $"{Rows(rows)} done, {language.Number(failed)} of them failed (column “error”).");

    public string StoppedAtFirstFailure(string error) => language.Choose(
        $"{error} Abbruch wegen --fail-fast; keine Ausgabe geschrieben.",
        $"{error} Stopped because of --fail-fast; no output written.");

    public string Interrupted => language.Choose("Abgebrochen.", "Interrupted.");

    public string CanResume => language.Choose(
        "Mit --resume geht es an dieser Stelle weiter.",
        "Continue from here with --resume.");

    public string ResumeNeedsFile => language.Choose(
        "--resume: Die Standardausgabe lässt sich nicht fortsetzen; --output muss eine Datei nennen.",
        "--resume: standard output cannot be continued; --output must name a file.");

    public string ResumeMismatch(string file) => language.Choose(
        $"{file}: Die angefangene Ausgabe gehört zu einem anderen Aufruf oder ist beschädigt. Ohne --resume beginnt der Lauf von vorn.",
        $"{file}: the unfinished output belongs to another call or is damaged. Without --resume the run starts afresh.");

    public string Resuming(long rows) => language.Choose(
        $"Fortsetzung nach {language.Number(rows)} fertigen Zeilen.",
        $"Continuing after {language.Number(rows)} finished rows.");

    public string NothingToResume => language.Choose(
        "Nichts fortzusetzen: der Lauf beginnt von vorn.",
        "Nothing to continue: the run starts afresh.");

    public string Unexpected(string kind) => language.Choose(
        $"Unerwarteter Fehler ({kind}). Es wurde nichts ausgegeben; bitte mit dem Aufruf melden.",
        $"Unexpected error ({kind}). Nothing was written; please report it with the call.");

    public string UnknownCommand(string found, string nearest) => language.Choose(
        $"„{found}“ ist kein Befehl. Gemeint war vielleicht „{nearest}“.",
        $"“{found}” is no command. Perhaps “{nearest}” was meant.");

    public string SeeHelp(string command) => language.Choose($"Hilfe: {command} --help", $"Help: {command} --help");

    private string Known(IReadOnlyList<string> nearest) => nearest.Count == 0
        ? language.Choose("Ähnliche Namen gibt es nicht.", "There are no similar names.")
        : language.Choose($"Vorhanden: {string.Join(", ", nearest)}.", $"Present: {string.Join(", ", nearest)}.");

    private string Rows(long count) =>
        count == 1 ? language.Choose("1 Zeile", "1 row") : language.Choose($"{language.Number(count)} Zeilen", $"{language.Number(count)} rows");
}
