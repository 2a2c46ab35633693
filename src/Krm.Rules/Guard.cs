using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Krm.Rules;

/// <summary>Checks the arguments of public members.</summary>
internal static class Guard
{
    public static T NotNull<T>([NotNull] T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class =>
        value ?? throw new ArgumentNullException(name);

    public static string NotEmpty([NotNull] string? value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        NotNull(value, name).Length > 0 ? value : throw new ArgumentException("A text of at least one character is needed.", name);
}
