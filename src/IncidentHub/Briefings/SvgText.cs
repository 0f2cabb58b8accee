using Microsoft.AspNetCore.Components;

namespace IncidentHub.Briefings;

/// <summary>Words in a drawing. Razor takes the element for one of its own.</summary>
static class SvgText
{
    public static RenderFragment Of(string look, int x, int y, string words) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", "text " + look);
        builder.AddAttribute(2, "x", x);
        builder.AddAttribute(3, "y", y);
        builder.AddContent(4, words);
        builder.CloseElement();
    };
}
