using System.Collections.Concurrent;
using System.Xml.Linq;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries;

/// <summary>The keys of forms in the database: a page that one process made is sent back to any other.</summary>
/// <remarks>
/// A database that takes no changes takes no key. One that is needed all the same, because there is none or the last is about to expire, is this
/// process's own: its pages can be made, and what they send is refused there as every change is.
/// </remarks>
internal sealed class FormKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    private readonly ConcurrentQueue<XElement> own = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CasualtyDbContext>();
        return [.. db.FormKeys.AsNoTracking().OrderBy(key => key.Name).Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml)), .. own];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CasualtyDbContext>();
        db.Add(new FormKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        try
        {
            db.SaveChanges();
        }
        catch (Exception fault) when (db.TroubleIn(fault) == StoreTrouble.ReadOnly)
        {
            own.Enqueue(element);
        }
    }
}
