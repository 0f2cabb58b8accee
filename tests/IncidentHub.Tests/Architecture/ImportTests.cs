using System.Reflection;
using IncidentHub.Domain;
using IncidentHub.Storage;

namespace IncidentHub.Tests.Architecture;

/// <summary>Imports run one way: <c>App → slices → Subjects → Live → Rooms → Access → Log → Storage</c>; all may use Domain and Ui.</summary>
public class ImportTests
{
    /// <summary>From the top. What stands together in one row is apart: slices don't know each other.</summary>
    static readonly string[][] layers = [["App", "Demo", "Operation"], ["Timeline", "Incidents", "Tasks", "Findings", "Clarifications", "Obligations", "Briefings", "Reports", "Notifications", "Admin", "Wall"], ["Subjects"], ["Live"], ["Rooms"], ["Access"], ["Log"], ["Storage"]];

    /// <summary>What App, Demo and Operation make together is the program.</summary>
    static readonly string[] top = layers[0];

    /// <summary>Where the rule doesn't hold yet, type by type; one that holds again must go.</summary>
    static readonly string[] exceptions =
    [
        // Words says what became of a command, and outcomes are the desk's.
        "Ui.Words → Rooms.Outcome", "Ui.Words → Rooms.FieldError", "Ui.Words → Storage.StorageFault",
    ];

    static readonly Dictionary<Type, IReadOnlySet<Type>> imports = typeof(StorageOptions).Assembly.GetTypes()
        .Concat(typeof(Tlp).Assembly.GetTypes())
        .Where(t => t.Namespace is not null)
        .ToDictionary(t => t, Imports.Of);

    public static TheoryData<string, string> EveryForbiddenPair
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var (depth, row) in layers.Index())
            {
                foreach (var from in row)
                {
                    foreach (var above in layers.Take(depth).SelectMany(r => r))
                        pairs.Add(from, above);
                    foreach (var beside in row.Where(other => other != from && row != top))
                        pairs.Add(from, beside);
                }
            }
            foreach (var folder in layers.SelectMany(r => r))
            {
                pairs.Add("Ui", folder);
                pairs.Add("Domain", folder);
            }
            pairs.Add("Domain", "Ui");
            return pairs;
        }
    }

    [Fact]
    public void The_rules_know_every_folder() =>
        imports.Keys.Where(t => t.Assembly == typeof(StorageOptions).Assembly).Select(Folder).Distinct().Where(f => f is not null).Order()
            .ShouldBe(layers.SelectMany(r => r).Append("Ui").Order());

    [Theory, MemberData(nameof(EveryForbiddenPair))]
    public void One_does_not_import_the_other(string from, string forbidden)
    {
        In(from).ShouldNotBeEmpty();
        In(forbidden).ShouldNotBeEmpty();
        Offences(from, forbidden).Except(exceptions).ShouldBeEmpty();
    }

    [Fact]
    public void Every_exception_is_one()
    {
        var offences = (from pair in EveryForbiddenPair.Select(row => ((string, string))row.Data) from offence in Offences(pair.Item1, pair.Item2) select offence).ToList();
        exceptions.Except(offences).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("App", "Rooms")]
    [InlineData("Demo", "Rooms")]
    [InlineData("Operation", "Demo")]
    [InlineData("Timeline", "Rooms")]
    [InlineData("Incidents", "Live")]
    [InlineData("Admin", "Access")]
    [InlineData("Rooms", "Log")]
    [InlineData("Access", "Storage")]
    [InlineData("Log", "Storage")]
    [InlineData("Ui", "Domain")]
    public void What_is_allowed_is_seen(string from, string to) => Offences(from, to).ShouldNotBeEmpty();

    [Fact]
    public void Only_Ui_names_the_component_library()
    {
        var users = imports.Where(i => i.Value.Any(t => t.Namespace?.StartsWith("Radzen", StringComparison.Ordinal) is true)).Select(i => i.Key).ToList();
        users.Select(Folder).Distinct().ShouldBe(["Ui"]);
    }

    [Fact]
    public void The_domain_knows_neither_web_nor_database()
    {
        typeof(Tlp).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).ShouldBe(["FluentValidation"], ignoreOrder: true);
    }

    static IEnumerable<Type> In(string folder) => imports.Keys.Where(t => Folder(t) == folder);

    static IEnumerable<string> Offences(string importing, string forbidden) =>
        (from user in In(importing)
         from used in imports[user]
         where Folder(used) == forbidden
         select $"{Name(user)} → {Name(used)}").Distinct();

    /// <summary>Closures and state machines count as what they were written in.</summary>
    static string Name(Type type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return $"{Folder(type)}.{type.Name.Split('`')[0]}";
    }

    static string? Folder(Type type)
    {
        if (type.Assembly == typeof(Tlp).Assembly)
            return "Domain";
        var parts = type.Namespace?.Split('.') ?? [];
        return type.Assembly == typeof(StorageOptions).Assembly && parts is ["IncidentHub", var folder, ..] ? folder : null;
    }
}
