namespace Krm.Hosting;

/// <summary>A result together with the version of the data it was made with.</summary>
/// <param name="Result">The result.</param>
/// <param name="Version">The version; keep its fingerprint with the case.</param>
/// <typeparam name="TResult">A plan, a prediction or a deadline.</typeparam>
public readonly record struct KrmDecision<TResult>(TResult Result, KrmVersion Version)
{
    /// <summary>Fingerprint of the data, 16 hexadecimal digits.</summary>
    public string Fingerprint => Version.Fingerprint;
}
