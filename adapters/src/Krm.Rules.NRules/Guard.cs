using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Krm.Rules.NRules;

/// <summary>Checks the arguments of public members.</summary>
internal static class Guard
{
    public static T NotNull<T>([NotNull] T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class =>
        value ?? throw new ArgumentNullException(name);
}
