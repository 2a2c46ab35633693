using Krm.Analytics.Classification;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Scoring;

/// <summary>The columns of a model that matter, found with all problems at once.</summary>
internal sealed class ModelColumns
{
    /// <summary>Column in which a pipeline of this library says that it would rather not answer.</summary>
    public const string IsAbstained = "IsAbstained";

    private readonly List<string> _problems = [];

    private ModelColumns(ITransformer model, IRowToRowMapper mapper, MLNetClassifierOptions options)
    {
        Mapper = mapper;
        Score = FindScore(options.ScoreColumn);
        Categories = Score is { } score ? FindCategories(score, options.Categories) : [];
        TextColumn = Score is { } output ? FindText(output, options.TextColumn) : -1;
        Features = model.FindFeatureColumn() is { } name ? mapper.OutputSchema.GetColumnOrNull(name) : null;
        Features = Features?.Type is VectorDataViewType { IsKnownSize: true, ItemType: NumberDataViewType item } && item == NumberDataViewType.Single ? Features : null;
        Abstained = mapper.OutputSchema.GetColumnOrNull(IsAbstained) is { Type: BooleanDataViewType } column ? column : null;
    }

    public IRowToRowMapper Mapper { get; }

    public int TextColumn { get; }

    public string[] Categories { get; }

    public DataViewSchema.Column? Score { get; }

    public DataViewSchema.Column? Features { get; }

    public DataViewSchema.Column? Abstained { get; }

    /// <summary>The columns to compute.</summary>
    public IEnumerable<DataViewSchema.Column> Active =>
        new[] { Score, Features, Abstained }.OfType<DataViewSchema.Column>();

    /// <summary>Finds the columns.</summary>
    /// <exception cref="ModelFormatException">The model is none that sorts texts into categories; every reason is named.</exception>
    public static ModelColumns Find(ITransformer model, DataViewSchema input, MLNetClassifierOptions options)
    {
        if (!model.IsRowToRowMapper)
        {
            throw new ModelFormatException(ModelProblem.Invalid, "The ML.NET model filters or aggregates rows and cannot answer one text at a time.");
        }

        IRowToRowMapper mapper;
        try
        {
            mapper = model.GetRowToRowMapper(input);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new ModelFormatException(
                ModelProblem.Invalid, $"The ML.NET model does not fit its input columns {Names(input)}: {exception.Message}", innerException: exception);
        }

        var columns = new ModelColumns(model, mapper, options);
        return columns._problems.Count == 0
            ? columns
            : throw new ModelFormatException(ModelProblem.Invalid, string.Join(" ", columns._problems));
    }

    private DataViewSchema.Column? FindScore(string name)
    {
        if (Mapper.OutputSchema.GetColumnOrNull(name) is not { } column)
        {
            _problems.Add($"The ML.NET model has no column \"{name}\" of scores; it has {Names(Mapper.OutputSchema)}.");
            return null;
        }

        if (column.Type is VectorDataViewType { IsKnownSize: true, ItemType: NumberDataViewType item } && item == NumberDataViewType.Single)
        {
            return column;
        }

        _problems.Add($"The column \"{name}\" is of type {column.Type}; a model with several categories has a vector of Single of fixed size there.");
        return null;
    }

    private string[] FindCategories(DataViewSchema.Column score, IReadOnlyList<string>? given)
    {
        var count = ((VectorDataViewType)score.Type).Size;
        var names = given?.ToArray() ?? LabelNames.Find(Mapper.OutputSchema, score, count);
        if (names is null)
        {
            _problems.Add($"The column \"{score.Name}\" does not say which category each of its {count} places is; name them in the options, in the order in which the model learnt them.");
            return [];
        }

        if (names.Length != count)
        {
            _problems.Add($"The options name {names.Length} categories, the model has {count}.");
        }

        if (names.Distinct(StringComparer.Ordinal).Count() != names.Length || names.Contains(""))
        {
            _problems.Add("The names of the categories are not different from each other or one is empty.");
        }

        return names;
    }

    private int FindText(DataViewSchema.Column score, string? name)
    {
        var needed = Mapper.GetDependencies([score]).ToArray();
        var texts = needed.Where(column => column.Type is TextDataViewType).ToArray();
        var others = needed.Where(column => column.Type is not TextDataViewType).ToArray();
        if (others.Length > 0)
        {
            _problems.Add($"The model also needs {string.Join(", ", others.Select(column => $"\"{column.Name}\" ({column.Type})"))}; a classifier of texts has nothing but the text.");
        }

        var chosen = name is null ? texts : [.. texts.Where(column => column.Name == name)];
        if (chosen.Length == 1)
        {
            return chosen[0].Index;
        }

        _problems.Add(name is null
            ? $"The model reads {texts.Length} text columns ({string.Join(", ", texts.Select(column => column.Name))}); name the one for the text in the options, the others stay empty."
            : $"The model does not read a text column \"{name}\"; it reads {string.Join(", ", texts.Select(column => column.Name))}.");
        return -1;
    }

    private static string Names(DataViewSchema schema) =>
        string.Join(", ", schema.Where(column => !column.IsHidden).Select(column => $"\"{column.Name}\""));
}
