using Microsoft.Extensions.ObjectPool;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Scoring;

/// <summary>A model bound to its input: texts in, probabilities out.</summary>
/// <remarks>Immutable and thread-safe: the model is shared, the rows that hold a text on its way are rented by one call at a time.</remarks>
internal sealed class ScoringModel
{
    /// <summary>Annotation of the text column: share of a text's words below which a text counts as unknown.</summary>
    public const string LeastKnownShareAnnotation = "KrmLeastKnownShare";

    private const int BatchSize = 1024;

    private readonly ITransformer _model;
    private readonly ModelColumns _columns;
    private readonly KnownFeatures? _known;
    private readonly DefaultObjectPool<ScoringRow> _rows;

    public ScoringModel(ITransformer model, DataViewSchema input, MLNetClassifierOptions options)
    {
        _model = model;
        _columns = ModelColumns.Find(model, input, options);
        _rows = new DefaultObjectPool<ScoringRow>(new RowPolicy(_columns));
        LeastKnownShare = ReadLeastKnownShare(input[_columns.TextColumn]);
        var row = _rows.Get();
        var ofEmptyText = row.Read("");
        AreMargins = !Probabilities.AreProbabilities([.. ofEmptyText.Scores.DenseValues()]);
        _known = _columns.Features is { } features ? new KnownFeatures(features, ofEmptyText.Features) : null;
        _rows.Return(row);
    }

    public string[] Categories => _columns.Categories;

    public int TextColumn => _columns.TextColumn;

    /// <summary>Share of a text's words the model has to know to answer, 0–1.</summary>
    public double LeastKnownShare { get; }

    /// <summary>Whether the scores of the model are no probabilities.</summary>
    public bool AreMargins { get; }

    /// <summary>Scores one text.</summary>
    public TextScores Score(ReadOnlySpan<char> text)
    {
        var limited = ModelInput.Limit(text);
        var row = _rows.Get();
        var scores = Judge(limited, row.Read(limited));
        row.Forget();
        _rows.Return(row);
        return scores;
    }

    /// <summary>Scores many texts through the model's own batches, in their order.</summary>
    public IEnumerable<TextScores> ScoreAll(IEnumerable<string> texts)
    {
        foreach (var batch in texts.Chunk(BatchSize))
        {
            var output = _model.Transform(new TextView(_columns.Mapper.InputSchema, TextColumn, batch));
            using var cursor = output.GetRowCursor(_columns.Active.Select(column => output.Schema[column.Index]));
            var values = new OutputValues(_columns, cursor);
            for (var index = 0; cursor.MoveNext(); index++)
            {
                values.Read();
                yield return Judge(ModelInput.Limit(batch[index]), values);
            }
        }
    }

    private TextScores Judge(string text, OutputValues values)
    {
        var probabilities = Probabilities.From(values.Scores);
        if (values.IsAbstained || !text.Any(char.IsLetterOrDigit))
        {
            return new TextScores(probabilities, IsUnknown: true, KnownShare: 0);
        }

        if (_known is null)
        {
            return new TextScores(probabilities, IsUnknown: false, KnownShare: 1);
        }

        var (all, words) = _known.Count(values.Features);
        var share = _known.CanCountWords ? Math.Min(1, words / (double)ModelInput.CountDistinctWords(text)) : 1;
        return new TextScores(probabilities, all == 0 || share < LeastKnownShare, share);
    }

    private static double ReadLeastKnownShare(DataViewSchema.Column text)
    {
        if (text.Annotations.Schema.GetColumnOrNull(LeastKnownShareAnnotation) is not { Type: NumberDataViewType } annotation
            || annotation.Type != NumberDataViewType.Double)
        {
            return 0;
        }

        var share = 0.0;
        text.Annotations.GetValue(LeastKnownShareAnnotation, ref share);
        return share;
    }

    private sealed class RowPolicy(ModelColumns columns) : PooledObjectPolicy<ScoringRow>
    {
        public override ScoringRow Create() => new(columns);

        public override bool Return(ScoringRow obj) => true;
    }
}
