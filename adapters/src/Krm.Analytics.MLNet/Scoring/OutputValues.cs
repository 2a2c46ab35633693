using Microsoft.ML;
using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Scoring;

/// <summary>The values of the columns that matter at the present position of a row or cursor.</summary>
internal sealed class OutputValues
{
    private readonly ValueGetter<VBuffer<float>> _readScores;
    private readonly ValueGetter<VBuffer<float>>? _readFeatures;
    private readonly ValueGetter<bool>? _readAbstained;
    private VBuffer<float> _scores;
    private VBuffer<float> _features;
    private bool _isAbstained;

    public OutputValues(ModelColumns columns, DataViewRow row)
    {
        _readScores = row.GetGetter<VBuffer<float>>(row.Schema[columns.Score!.Value.Index]);
        _readFeatures = columns.Features is { } features ? row.GetGetter<VBuffer<float>>(row.Schema[features.Index]) : null;
        _readAbstained = columns.Abstained is { } abstained ? row.GetGetter<bool>(row.Schema[abstained.Index]) : null;
    }

    public ref readonly VBuffer<float> Scores => ref _scores;

    public ref readonly VBuffer<float> Features => ref _features;

    /// <summary>Whether the model itself would rather not answer.</summary>
    public bool IsAbstained => _isAbstained;

    public void Read()
    {
        _readScores(ref _scores);
        _readFeatures?.Invoke(ref _features);
        _readAbstained?.Invoke(ref _isAbstained);
    }
}
