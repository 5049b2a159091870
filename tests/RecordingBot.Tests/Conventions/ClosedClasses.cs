using System.Runtime.CompilerServices;

namespace RecordingBot.Tests.Conventions;

/// <summary>Classes are closed unless made for inheritance (style.md 11).</summary>
internal static class ClosedClasses
{
    /// <summary>The classes and records that are neither sealed nor static nor abstract.</summary>
    public static IEnumerable<string> Offences(IEnumerable<Type> types) =>
        types
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Where(type => !IsGenerated(type))
            .Select(type => type.FullName!);

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.Name.Contains('<', StringComparison.Ordinal)
        // Razor pages are made by their compiler.
        || type.Namespace == "AspNetCoreGeneratedDocument"
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
