using System.Xml.Linq;

namespace RecordingBot.Tests.Conventions;

/// <summary>What a project file says of its neighbours.</summary>
/// <param name="Name">The project.</param>
/// <param name="References">The projects that it leans on.</param>
/// <param name="Packages">The packages, each with the version that it names itself; null for none.</param>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> References, IReadOnlyList<(string Id, string? Version)> Packages)
{
    /// <summary>Reads a project file.</summary>
    public static ProjectFile Read(string path) => Of(Path.GetFileNameWithoutExtension(path), XDocument.Load(path));

    /// <summary>Reads a project's XML.</summary>
    public static ProjectFile Of(string name, XDocument xml) =>
        new(
            name,
            [
                .. xml.Descendants("ProjectReference")
                    .Select(reference => Path.GetFileNameWithoutExtension(Included(reference).Replace('\\', '/'))),
            ],
            [.. xml.Descendants("PackageReference").Select(package => (Included(package), VersionOf(package)))]
        );

    private static string Included(XElement item) => (string?)item.Attribute("Include") ?? (string?)item.Attribute("Update") ?? "";

    private static string? VersionOf(XElement package) =>
        (string?)package.Attribute("Version") ?? (string?)package.Attribute("VersionOverride") ?? (string?)package.Element("Version");
}
