namespace Krm.Analytics.Classification.Models;

/// <summary>How much of a text a model knows from training.</summary>
/// <param name="KnownWords">Distinct words it knows, marks apart.</param>
/// <param name="KnownFragments">Fragments of distinct words it knows.</param>
/// <param name="Fragments">Fragments of distinct words in all.</param>
/// <remarks>Fragments tell a foreign language even where some words are also German, and leave new German compounds familiar.</remarks>
internal readonly record struct Familiarity(int KnownWords, int KnownFragments, int Fragments)
{
    /// <summary>Share of the fragments that is known, 0–1; 0 without any.</summary>
    public float KnownShare => Fragments == 0 ? 0 : (float)KnownFragments / Fragments;
}
