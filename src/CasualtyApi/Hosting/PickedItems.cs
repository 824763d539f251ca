using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CasualtyApi.Hosting;

/// <summary>What `fields=` makes of a page: the same members, of which only the id is sure to come.</summary>
internal static class PickedItems
{
    private const string Items = "items";

    /// <summary>A page as it is without `fields`, or as it is with it.</summary>
    public static OpenApiSchema OrPicked(OpenApiSchemaReference page, SchemaRepository schemas) => new()
    {
        AnyOf = [page, new OpenApiSchemaReference(Page(page.Reference.Id!, schemas))],
        Description = "With `fields`, items have only the members asked for, and `id`.",
    };

    private static string Page(string whole, SchemaRepository schemas)
    {
        var page = (OpenApiSchema)schemas.Schemas[whole].CreateShallowCopy();
        var items = (OpenApiSchema)page.Properties![Items].CreateShallowCopy();
        var name = "Picked" + whole;
        items.Items = new OpenApiSchemaReference(Item(((OpenApiSchemaReference)items.Items!).Reference.Id!, schemas));
        page.Properties[Items] = items;
        page.Description = "One page of a list, its items with the members asked for.";
        schemas.Schemas[name] = page;
        return name;
    }

    private static string Item(string whole, SchemaRepository schemas)
    {
        var item = (OpenApiSchema)schemas.Schemas[whole].CreateShallowCopy();
        var name = "Picked" + whole;
        item.Required = new HashSet<string> { "id" };
        item.Description += " Only the members asked for, and `id`.";
        schemas.Schemas[name] = item;
        return name;
    }
}
