using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Reading;

/// <summary>Streets, schools and laws that carry a person's name.</summary>
internal static class NamedThing
{
    /// <summary>True if the word behind makes a street or an institution of the name: "Robert Koch Institut", "Otto Suhr-Allee".</summary>
    public static bool Is(in TokenWindow window, int last)
    {
        var index = last + 1;
        for (var words = 0; words < 2; words++)
        {
            ref readonly var next = ref window[index];
            if (next.Before > Spacing.Blank)
            {
                return false;
            }

            if (next.IsHyphen)
            {
                // A hyphen on both sides ties the name to something that is no word of the chain.
                return next.Before == Spacing.None && window[index + 1].Before == Spacing.None;
            }

            if (!next.IsWord || next.Shape == WordShape.Lower)
            {
                return false;
            }

            var end = window.ChainEnd(index);
            ref readonly var head = ref window[end];
            if (head.Has(WordTraits.StreetHead | WordTraits.Institution) && !head.Has(WordTraits.AnyName))
            {
                return true;
            }

            if (!head.Has(WordTraits.AnyName))
            {
                return false;
            }

            index = end + 1;
        }

        return false;
    }
}
