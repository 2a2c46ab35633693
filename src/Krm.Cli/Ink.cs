namespace Krm.Cli;

/// <summary>Colours for people: on a terminal only, and not where NO_COLOR or a dumb terminal asks for none.</summary>
internal sealed class Ink
{
    private readonly bool _isOn;

    private Ink(bool isOn) => _isOn = isOn;

    /// <summary>No colour: pipes, files, tests.</summary>
    public static Ink None { get; } = new(false);

    /// <summary>The ink for one stream of a console.</summary>
    /// <param name="isTerminal">Whether a person watches the stream.</param>
    /// <param name="variable">Gives an environment variable.</param>
    public static Ink For(bool isTerminal, Func<string, string?> variable) =>
        isTerminal && string.IsNullOrEmpty(variable("NO_COLOR")) && variable("TERM") is not (null or "" or "dumb") ? new Ink(true) : None;

    public bool IsOn => _isOn;

    public string Heading(string text) => Paint(text, "1");

    public string Good(string text) => Paint(text, "32");

    public string Doubtful(string text) => Paint(text, "33");

    public string Bad(string text) => Paint(text, "31");

    private string Paint(string text, string code) => _isOn ? $"\e[{code}m{text}\e[0m" : text;
}
