using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>
/// The first answer to a request with an <c>Idempotency-Key</c>, kept in the transaction of the change it made. No part of the
/// ledger, and of no export: it is forgotten after a day.
/// </summary>
public sealed class IdempotentAnswer
{
    /// <summary>Who asked, as the ledger names him: "key:" and the id of an API key.</summary>
    public required string Actor { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>The header's value.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of the body's media type and bytes: the same key with another body is a mistake of the caller's.</summary>
    public required byte[] Fingerprint { get; init; }

    public required int Status { get; init; }

    /// <summary>The headers that belong to the answer, as a JSON object.</summary>
    public required string Headers { get; init; }

    /// <summary>Uncompressed.</summary>
    public required byte[] Body { get; init; }

    /// <summary>When it was answered, in UTC milliseconds since 1970.</summary>
    public required long At { get; init; }
}

internal sealed class IdempotentAnswerConfiguration : IEntityTypeConfiguration<IdempotentAnswer>
{
    public void Configure(EntityTypeBuilder<IdempotentAnswer> builder)
    {
        builder.ToTable("idempotent_answers");
        builder.HasKey(answer => new { answer.Actor, answer.Method, answer.Path, answer.Key });
        builder.HasIndex(answer => answer.At);
    }
}
