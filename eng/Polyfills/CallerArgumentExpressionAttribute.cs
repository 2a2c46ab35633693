namespace System.Runtime.CompilerServices;

/// <summary>Lets a guard name the argument it was given.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class CallerArgumentExpressionAttribute(string parameterName) : Attribute
{
    public string ParameterName { get; } = parameterName;
}
