using System.Xml.Linq;
using IncidentHub.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Access;

/// <summary>The key ring of cookies and tokens in app.db, so that a restart, or another node, still reads them.</summary>
public sealed class DatabaseKeyRing(IDbContextFactory<AppDataContext> contexts) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = contexts.CreateDbContext();
        return [.. context.Keys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var context = contexts.CreateDbContext();
        context.Keys.Add(new KeyRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
    }
}
