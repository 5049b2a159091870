using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace RecordingBot.Tests.Conventions;

/// <summary>
/// Every public type of a library says its contract, and so does every member that does something (style.md 11). What says nothing new needs
/// no words: what only holds a value under its name (automatic properties, constants, values of enums), overrides, a record's own members,
/// constructors and operators.
/// </summary>
internal static class Documentation
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The public members without a comment, as the compiler names them.</summary>
    /// <param name="types">The types of a library.</param>
    /// <param name="documented">The names in its XML file, without their parameters.</param>
    public static IEnumerable<string> Missing(IEnumerable<Type> types, IReadOnlySet<string> documented) =>
        types
            .Where(type => type.IsVisible && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .SelectMany(type => Names(type))
            .Where(name => !documented.Contains(name));

    /// <summary>The documented names of an XML file.</summary>
    public static HashSet<string> Read(XDocument xml) =>
        [.. xml.Descendants("member").Where(HasWords).Select(member => WithoutParameters((string)member.Attribute("name")!))];

    private static bool HasWords(XElement member) => member.Value.Trim().Length > 0 || member.Descendants("inheritdoc").Any();

    private static string WithoutParameters(string name) => name.Split('(')[0].Split("``")[0];

    private static IEnumerable<string> Names(Type type)
    {
        var name = type.FullName!.Replace('+', '.');
        yield return "T:" + name;
        if (type.IsEnum || type.IsAssignableTo(typeof(Delegate)))
            yield break;
        foreach (
            var property in type.GetProperties(Declared)
                .Where(property => !HoldsAValue(property) && !IsOverride(property.GetMethod ?? property.SetMethod))
        )
            yield return $"P:{name}.{property.Name}";
        foreach (var method in type.GetMethods(Declared).Where(method => !method.IsSpecialName && !IsOverride(method)))
        {
            if (!method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
                yield return $"M:{name}.{method.Name}";
        }
    }

    private static bool HoldsAValue(PropertyInfo property) =>
        !property.DeclaringType!.IsInterface
        && property.DeclaringType.GetField(
            $"<{property.Name}>k__BackingField",
            BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        )
            is not null;

    private static bool IsOverride(MethodInfo? method) =>
        method is not null
        && (
            method.GetBaseDefinition() != method
            || method.Name is "Dispose" or "DisposeAsync"
            || (
                !method.DeclaringType!.IsInterface
                && method
                    .DeclaringType.GetInterfaces()
                    .Any(seam => method.DeclaringType.GetInterfaceMap(seam).TargetMethods.Contains(method))
            )
        );
}
