using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using Microsoft.Extensions.Localization;

namespace IncidentHub.Ui;

/// <summary>
/// Every word that people read, in the language of the current UI culture. A missing word is an exception: a key on a page would only
/// be noticed by a reader.
/// </summary>
public sealed class Words(IStringLocalizerFactory factory)
{
    static readonly ConcurrentDictionary<Enum, string> keys = new();
    readonly IStringLocalizer resources = factory.Create("Words", typeof(Words).Assembly.GetName().Name!);

    public string this[string key] => Found(resources[key]);
    public string this[string key, params object[] arguments] => string.Format(CultureInfo.CurrentCulture, this[key], arguments);

    /// <summary>The word for a member of an enum: <c>Phase_Contained</c>.</summary>
    public string Of(Enum value) => this[keys.GetOrAdd(value, static v => $"{v.GetType().Name}_{v}")];

    /// <summary>To whom a recipient may pass it on.</summary>
    public string Reach(Tlp label) => this["TlpReach_" + label];

    /// <summary>What a grade says, in words.</summary>
    public string Spoken(Grade grade) => this["Grade_Title", grade.Reliability, Of(grade.Reliability), grade.Credibility, Credibility(grade.Credibility)];

    /// <param name="credibility">1 to 6.</param>
    public string Credibility(int credibility) => this["Credibility_" + credibility.ToString(CultureInfo.InvariantCulture)];

    /// <summary>Why not, as a sentence.</summary>
    public string Of(Rejection rejection) => this["Rejection_" + rejection.Code, [.. rejection.Arguments.Select(Word)]];

    /// <param name="code">One of <see cref="ValidationCode"/>.</param>
    public string Validation(string code) => this["Validation_" + code];

    /// <summary>What a form says of an outcome; nothing when it is done.</summary>
    public IReadOnlyList<string> Errors(Outcome outcome) => outcome switch
    {
        Outcome.Rejected rejected => [Of(rejected.Reason)],
        Outcome.Invalid invalid => [.. invalid.Errors.Select(e => Validation(e.Code)).Distinct(StringComparer.Ordinal)],
        Outcome.Unavailable unavailable => [Of(unavailable.Fault)],
        _ => [],
    };

    object Word(object argument) => argument switch
    {
        Enum value => Of(value),
        string text => text,
        IEnumerable list => string.Join(", ", list.Cast<object>().Select(Word)),
        _ => argument,
    };

    static string Found(LocalizedString word) => word.ResourceNotFound
        ? throw new KeyNotFoundException($"No word for '{word.Name}' in Resources/Words.resx ({CultureInfo.CurrentUICulture.Name}).")
        : word.Value;
}
