using System.Diagnostics.CodeAnalysis;
using Krm.Analytics.Classification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.ML;

namespace Krm.Analytics.MLNet;

/// <summary>Registers a model of ML.NET as the classifier of the family.</summary>
[RequiresUnreferencedCode(TrimmingWarnings.Unreferenced)]
[RequiresDynamicCode(TrimmingWarnings.Dynamic)]
public static class KrmMLNetServiceCollectionExtensions
{
    /// <summary>Registers <see cref="MLNetClassifier"/> and <see cref="ITextClassifier"/> on a model file.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="modelFile">Path of the model (.zip); read when a classifier is first asked for.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <returns>The same services. An <see cref="ITextClassifier"/> that is registered already stays.</returns>
    public static IServiceCollection AddKrmMlNet(
        this IServiceCollection services, string modelFile, MLNetClassifierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(modelFile);
        services.TryAddSingleton(_ =>
        {
            using var file = File.OpenRead(modelFile);
            return MLNetClassifier.Read(file, options);
        });
        services.TryAddSingleton<ITextClassifier>(provider => provider.GetRequiredService<MLNetClassifier>());
        return services;
    }

    /// <summary>
    /// Registers <see cref="ITextClassifier"/> on the model of a pool the host has registered with
    /// <c>AddPredictionEnginePool&lt;TData, TPrediction&gt;</c>: one model in memory for both, and a newer one as soon as the
    /// pool has read it.
    /// </summary>
    /// <typeparam name="TData">The pool's input; its properties are the model's columns.</typeparam>
    /// <typeparam name="TPrediction">The pool's output.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="modelName">The model's name in the pool; empty (default) for the one without.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <returns>The same services. An <see cref="ITextClassifier"/> that is registered already stays.</returns>
    public static IServiceCollection AddKrmMlNet<TData, TPrediction>(
        this IServiceCollection services, string modelName = "", MLNetClassifierOptions? options = null)
        where TData : class, new()
        where TPrediction : class, new()
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(modelName);
        services.TryAddSingleton<ITextClassifier>(provider => new PooledClassifier<TData, TPrediction>(
            provider.GetRequiredService<PredictionEnginePool<TData, TPrediction>>(), modelName, options));
        return services;
    }
}
