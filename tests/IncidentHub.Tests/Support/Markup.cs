using System.Globalization;
using Bunit;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Support;

/// <summary>Components as the browser gets them, in Indonesian, over a real node.</summary>
public sealed class Markup : IAsyncDisposable
{
    readonly BunitContext context = new();

    public Markup(Node node)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("id-ID");
        context.Services.AddUi();
        context.Services.AddSingleton(node.Reader).AddSingleton(node.Desk).AddSingleton(node.Time);
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.JSInterop.SetupModule("./Timeline/TimelinePane.razor.js").Mode = JSRuntimeMode.Loose;
        context.Renderer.SetRendererInfo(new RendererInfo("Server", true));
    }

    /// <param name="settled">Whether it has read what it shows.</param>
    public string Of<TComponent>(Action<ComponentParameterCollectionBuilder<TComponent>> parameters, Func<string, bool>? settled = null) where TComponent : IComponent
    {
        var rendered = context.Render(parameters);
        rendered.WaitForState(() => settled?.Invoke(rendered.Markup) ?? true, TimeSpan.FromSeconds(30));
        return rendered.Markup;
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
