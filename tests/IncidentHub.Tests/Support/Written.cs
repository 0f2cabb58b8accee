using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace IncidentHub.Tests.Support;

/// <summary>
/// Whole values written out, so that two of them can be compared by what they hold: a record with an immutable array in it equals only
/// itself, and a failure should say where two differ.
/// </summary>
public static class Written
{
    /// <param name="except">Properties that are left out, such as "EntryView.Number".</param>
    public static string Out(object? value, params string[] except)
    {
        var text = new StringBuilder();
        Write(text, value, "", except);
        return text.ToString();
    }

    public static void ShouldHold(this object? actual, object? expected) => Out(actual).ShouldBe(Out(expected));

    static void Write(StringBuilder text, object? value, string indent, string[] except)
    {
        switch (value)
        {
            case null:
                text.AppendLine("null");
                break;
            case string or char or bool or Enum or Guid or Type:
                text.AppendLine(value.ToString());
                break;
            case DateTimeOffset time:
                text.AppendLine(time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
                break;
            case IFormattable number when value.GetType().Namespace == nameof(System):
                text.AppendLine(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                text.AppendLine(Convert.ToHexString(bytes));
                break;
            case IDictionary dictionary:
                WriteItems(text, "{}", dictionary.Keys.Cast<object>().Select(key => (object)(key, dictionary[key])).OrderBy(e => Out(e, except), StringComparer.Ordinal), indent, except);
                break;
            case IEnumerable items:
                WriteItems(text, "[]", items.Cast<object?>(), indent, except);
                break;
            default:
                WriteMembers(text, value, indent, except);
                break;
        }
    }

    static void WriteItems(StringBuilder text, string empty, IEnumerable<object?> items, string indent, string[] except)
    {
        text.AppendLine(empty);
        foreach (var item in items)
        {
            text.Append(indent).Append("- ");
            Write(text, item, indent + "  ", except);
        }
    }

    static void WriteMembers(StringBuilder text, object value, string indent, string[] except)
    {
        var type = value.GetType();
        text.AppendLine(type.Name);
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).Select(p => (p.Name, p.GetValue(value)))
            .Concat(type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(f => (f.Name, f.GetValue(value))));
        foreach (var (name, member) in members.Where(m => !except.Contains($"{type.Name}.{m.Name}")))
        {
            text.Append(indent).Append(name).Append(": ");
            Write(text, member, indent + "  ", except);
        }
    }
}
