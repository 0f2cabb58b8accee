using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Wall;

/// <summary>How the small parts look that stand in every block. Their styles are wwwroot/wall.css.</summary>
static class BoardLook
{
    public static string Class(Tone tone) => tone switch
    {
        Tone.Underway => "is-underway",
        Tone.Settled => "is-settled",
        Tone.Waiting or Tone.Alleged => "is-waiting",
        Tone.Refuted => "is-overdue",
        _ => "is-neutral",
    };

    /// <summary>A state: colour, drawing and word, always all three.</summary>
    public static RenderFragment State(Enum state, IconName icon, Words words) => State(Class(StateLook.Of(state).Tone), icon, words.Of(state));

    public static RenderFragment State(string look, IconName icon, string word) => builder =>
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "state " + look);
        builder.AddContent(2, Icon.Of(icon));
        builder.AddContent(3, word);
        builder.CloseElement();
    };
}
