using Microsoft.ML;

namespace Krm.Analytics.MLNet.Scoring;

/// <summary>Takes one text through a model, without the cost of binding the model to each text anew.</summary>
/// <remarks>Not thread-safe: rented by one call at a time. The model below it is shared.</remarks>
internal sealed class ScoringRow : IDisposable
{
    private readonly TextRow _input;
    private readonly DataViewRow _scored;
    private readonly OutputValues _output;

    public ScoringRow(ModelColumns columns)
    {
        _input = new TextRow(columns.Mapper.InputSchema, columns.TextColumn);
        _scored = columns.Mapper.GetRow(_input, columns.Active);
        _output = new OutputValues(columns, _scored);
    }

    /// <summary>The values of a text; overwritten by the next one.</summary>
    public OutputValues Read(string text)
    {
        _input.Set(text.AsMemory());
        _output.Read();
        return _output;
    }

    /// <summary>Lets go of the text, so that nothing of it waits in the pool.</summary>
    public void Forget() => _input.Set(default);

    public void Dispose()
    {
        _scored.Dispose();
        _input.Dispose();
    }
}
