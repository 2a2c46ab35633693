using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Krm.Calendar;

/// <summary>Guards of the public edge, one spelling for both target frameworks.</summary>
internal static class Guard
{
    /// <summary>Refuses a null argument by its name.</summary>
    public static T NotNull<T>([NotNull] T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class =>
        value ?? throw new ArgumentNullException(name);
}
