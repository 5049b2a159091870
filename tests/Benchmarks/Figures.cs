namespace Benchmarks;

/// <summary>Figures of several rounds.</summary>
internal static class Figures
{
    /// <summary>The figure in the middle: one disturbed round doesn't move it.</summary>
    public static double Median(this IEnumerable<double> figures) => figures.Quantile(0.5);

    /// <summary>The figure that a share of all stays below or equals.</summary>
    public static double Quantile(this IEnumerable<double> figures, double share)
    {
        double[] sorted = [.. figures.Order()];
        return sorted[(int)Math.Ceiling(share * (sorted.Length - 1))];
    }
}
