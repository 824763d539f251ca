using Microsoft.EntityFrameworkCore.Metadata;

namespace CasualtyApi.Tests.Store;

public sealed class CasualtyDbContextTests
{
    [Fact]
    public async Task The_database_gives_no_number_of_its_own()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.Open();

        var properties = context.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties());

        Assert.All(properties, property => Assert.Equal(ValueGenerated.Never, property.ValueGenerated));
        Assert.Equal(0L, await database.SqlAsync("SELECT count(*) FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%' OR type = 'trigger'"));
    }

    [Fact]
    public async Task Every_database_can_keep_every_column_alike()
    {
        await using var database = TestDatabase.Missing();
        await using var context = database.Open();
        Type[] alike = [typeof(long), typeof(int), typeof(string), typeof(double), typeof(byte[])];

        var properties = context.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties());

        Assert.All(properties, property =>
        {
            var type = property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType;
            type = Nullable.GetUnderlyingType(type) ?? type;
            Assert.True(alike.Contains(type) || type == typeof(DateOnly) || property.IsPrimitiveCollection || property.GetElementType() is not null, $"{property} is {type}");
        });
    }
}
