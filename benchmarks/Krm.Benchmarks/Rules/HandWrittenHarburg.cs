namespace Krm.Benchmarks.Rules;

/// <summary>The decisions of the rule set harburg as plain if/else: the baseline. Gives the same rule positions as the evaluator.</summary>
internal static class HandWrittenHarburg
{
    private const int Otherwise = 11;

    public static int Decide(in HarburgCase item, Span<int> fired)
    {
        var scope = Scope(item);
        fired[0] = scope;
        if (scope != Otherwise)
        {
            return 1;
        }

        var count = 1;
        var isPrioritized = item.Addressee == HarburgAddressee.Leadership;
        fired[count++] = isPrioritized ? 12 : 13;
        if (item.Addressee != HarburgAddressee.Quality)
        {
            fired[count++] = 14;
        }

        fired[count++] = 15;
        fired[count++] = 16;
        fired[count++] = 17;
        fired[count++] = isPrioritized ? 19 : 18;
        fired[count++] = 20;
        fired[count++] = isPrioritized ? 22 : 21;
        fired[count++] = isPrioritized ? 24 : 23;
        fired[count++] = 25;
        if (item.Channel is HarburgChannel.Letter or HarburgChannel.Fax or HarburgChannel.Record)
        {
            fired[count++] = 26;
        }
        else if (item.Channel is HarburgChannel.Mail or HarburgChannel.Form)
        {
            fired[count++] = 27;
        }

        fired[count++] = 28;
        return count;
    }

    private static int Scope(in HarburgCase item)
    {
        if (item.Kind is HarburgKind.TechnicalSupervision or HarburgKind.DisciplinarySupervision)
        {
            return 0;
        }

        if (item.Kind == HarburgKind.Objection)
        {
            return 1;
        }

        if (item.Kind == HarburgKind.Petition)
        {
            return 2;
        }

        if (item.Procedure == HarburgProcedure.Online)
        {
            return 3;
        }

        if (item.Department is "Jugend- und Familienhilfe" or "Fachamt Jugend- und Familienhilfe")
        {
            return 4;
        }

        if (item.Procedure == HarburgProcedure.Special)
        {
            return 5;
        }

        if (item.Channel is HarburgChannel.Telephone or HarburgChannel.Person)
        {
            return 6;
        }

        if (item.Sender == HarburgSender.Authority)
        {
            return 7;
        }

        if (!item.IsConcrete)
        {
            return 8;
        }

        if (!item.IsAboutOffice)
        {
            return 9;
        }

        return item.Kind == HarburgKind.Praise || !item.NeedsReaction ? 10 : Otherwise;
    }
}
