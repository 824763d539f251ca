using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CasualtyApi.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    prefix = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: true),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "changes",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    record = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    record_id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    payload = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_changes", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "counters",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counters", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "form_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    xml = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_form_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "idempotent_answers",
                columns: table => new
                {
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    method = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    headers = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotent_answers", x => new { x.actor, x.method, x.path, x.key });
                });

            migrationBuilder.CreateTable(
                name: "ledger_nodes",
                columns: table => new
                {
                    level = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_nodes", x => new { x.level, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "parties",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_folded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    country = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_parties", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_folded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    country = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    precision = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "claim_claimants",
                columns: table => new
                {
                    claim_id = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    source_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim_claimants", x => new { x.claim_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "claim_revisions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    claimant_ids = table.Column<List<long>>(type: "bigint[]", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    statement_id = table.Column<long>(type: "bigint", nullable: false),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    span_start = table.Column<int>(type: "integer", nullable: false),
                    span_end = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    prefix = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    suffix = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    category = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    mixed_of = table.Column<string[]>(type: "text[]", nullable: false, collation: "C"),
                    cause = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    count_text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    relation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    low = table.Column<long>(type: "bigint", nullable: true),
                    high = table.Column<long>(type: "bigint", nullable: true),
                    party_id = table.Column<long>(type: "bigint", nullable: false),
                    party_text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    blamed_id = table.Column<long>(type: "bigint", nullable: true),
                    blamed_text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    place_id = table.Column<long>(type: "bigint", nullable: true),
                    place_text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    period_text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    period_start = table.Column<DateOnly>(type: "date", nullable: true),
                    period_end = table.Column<DateOnly>(type: "date", nullable: true),
                    scope = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    certainty = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    repeats_claim_id = table.Column<long>(type: "bigint", nullable: true),
                    part_of_claim_id = table.Column<long>(type: "bigint", nullable: true),
                    updates_claim_id = table.Column<long>(type: "bigint", nullable: true),
                    disputes_claim_id = table.Column<long>(type: "bigint", nullable: true),
                    rules = table.Column<List<string>>(type: "text[]", nullable: false, collation: "C"),
                    extractor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    superseded_by_id = table.Column<long>(type: "bigint", nullable: true),
                    credibility = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim_revisions", x => new { x.id, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "claims",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    published_at = table.Column<DateOnly>(type: "date", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    statement_id = table.Column<long>(type: "bigint", nullable: false),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    span_start = table.Column<int>(type: "integer", nullable: false),
                    span_end = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    prefix = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    suffix = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    category = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    mixed_of = table.Column<string[]>(type: "text[]", nullable: false, collation: "C"),
                    cause = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    count_text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    relation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    low = table.Column<long>(type: "bigint", nullable: true),
                    high = table.Column<long>(type: "bigint", nullable: true),
                    party_id = table.Column<long>(type: "bigint", nullable: false),
                    party_text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    blamed_id = table.Column<long>(type: "bigint", nullable: true),
                    blamed_text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    place_id = table.Column<long>(type: "bigint", nullable: true),
                    place_text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    period_text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    period_start = table.Column<DateOnly>(type: "date", nullable: true),
                    period_end = table.Column<DateOnly>(type: "date", nullable: true),
                    scope = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    certainty = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    repeats_claim_id = table.Column<long>(type: "bigint", nullable: true),
                    part_of_claim_id = table.Column<long>(type: "bigint", nullable: true),
                    updates_claim_id = table.Column<long>(type: "bigint", nullable: true),
                    disputes_claim_id = table.Column<long>(type: "bigint", nullable: true),
                    rules = table.Column<List<string>>(type: "text[]", nullable: false, collation: "C"),
                    extractor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    superseded_by_id = table.Column<long>(type: "bigint", nullable: true),
                    credibility = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claims", x => x.id);
                    table.ForeignKey(
                        name: "FK_claims_claims_disputes_claim_id",
                        column: x => x.disputes_claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_claims_claims_part_of_claim_id",
                        column: x => x.part_of_claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_claims_claims_repeats_claim_id",
                        column: x => x.repeats_claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_claims_claims_updates_claim_id",
                        column: x => x.updates_claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_claims_parties_blamed_id",
                        column: x => x.blamed_id,
                        principalTable: "parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_claims_parties_party_id",
                        column: x => x.party_id,
                        principalTable: "parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_claims_places_place_id",
                        column: x => x.place_id,
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_revisions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    publisher_id = table.Column<long>(type: "bigint", nullable: true),
                    published_at = table.Column<DateOnly>(type: "date", nullable: true),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text_length = table.Column<int>(type: "integer", nullable: false),
                    opening = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    origin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    visibility = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    received_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    received_sha256 = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_revisions", x => new { x.id, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "document_texts",
                columns: table => new
                {
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_texts", x => x.document_id);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    publisher_id = table.Column<long>(type: "bigint", nullable: true),
                    published_at = table.Column<DateOnly>(type: "date", nullable: true),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text_length = table.Column<int>(type: "integer", nullable: false),
                    opening = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    origin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    visibility = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    received_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    received_sha256 = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "received_bytes",
                columns: table => new
                {
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_received_bytes", x => x.document_id);
                    table.ForeignKey(
                        name: "FK_received_bytes_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_folded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    affiliation_id = table.Column<long>(type: "bigint", nullable: true),
                    country = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    document_id = table.Column<long>(type: "bigint", nullable: true),
                    reliability = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    merged_into_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sources", x => x.id);
                    table.ForeignKey(
                        name: "FK_sources_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_sources_sources_affiliation_id",
                        column: x => x.affiliation_id,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_sources_sources_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statements",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    span_start = table.Column<int>(type: "integer", nullable: false),
                    span_end = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    speaker_text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    speaker_start = table.Column<int>(type: "integer", nullable: true),
                    speaker_end = table.Column<int>(type: "integer", nullable: true),
                    cue = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements", x => x.id);
                    table.ForeignKey(
                        name: "FK_statements_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "publications",
                columns: table => new
                {
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    publisher_id = table.Column<long>(type: "bigint", nullable: true),
                    published_at = table.Column<DateOnly>(type: "date", nullable: true),
                    since = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publications", x => new { x.document_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_publications_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_publications_sources_publisher_id",
                        column: x => x.publisher_id,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "source_aliases",
                columns: table => new
                {
                    source_id = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    alias = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    alias_folded = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_aliases", x => new { x.source_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_source_aliases_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "sources",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "source_revisions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    aliases = table.Column<List<string>>(type: "text[]", nullable: false, collation: "C"),
                    until = table.Column<long>(type: "bigint", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_folded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    affiliation_id = table.Column<long>(type: "bigint", nullable: true),
                    country = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    document_id = table.Column<long>(type: "bigint", nullable: true),
                    reliability = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    merged_into_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_revisions", x => new { x.id, x.revision });
                    table.ForeignKey(
                        name: "FK_source_revisions_sources_id",
                        column: x => x.id,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statement_relays",
                columns: table => new
                {
                    statement_id = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    source_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement_relays", x => new { x.statement_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_statement_relays_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_statement_relays_statements_statement_id",
                        column: x => x.statement_id,
                        principalTable: "statements",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "statement_revisions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    speaker_ids = table.Column<List<long>>(type: "bigint[]", nullable: false),
                    relay_ids = table.Column<List<long>>(type: "bigint[]", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    span_start = table.Column<int>(type: "integer", nullable: false),
                    span_end = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    speaker_text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    speaker_start = table.Column<int>(type: "integer", nullable: true),
                    speaker_end = table.Column<int>(type: "integer", nullable: true),
                    cue = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement_revisions", x => new { x.id, x.revision });
                    table.ForeignKey(
                        name: "FK_statement_revisions_statements_id",
                        column: x => x.id,
                        principalTable: "statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statement_speakers",
                columns: table => new
                {
                    statement_id = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    source_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement_speakers", x => new { x.statement_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_statement_speakers_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_statement_speakers_statements_statement_id",
                        column: x => x.statement_id,
                        principalTable: "statements",
                        principalColumn: "id");
                });

            migrationBuilder.InsertData(
                table: "counters",
                columns: new[] { "name", "value" },
                values: new object[,]
                {
                    { "claim", 0L },
                    { "document", 0L },
                    { "indexed", 0L },
                    { "key", 0L },
                    { "party", 0L },
                    { "place", 0L },
                    { "position", 0L },
                    { "source", 0L },
                    { "statement", 0L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_hash",
                table: "api_keys",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_changes_record_record_id_revision",
                table: "changes",
                columns: new[] { "record", "record_id", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_claim_claimants_source_id_claim_id",
                table: "claim_claimants",
                columns: new[] { "source_id", "claim_id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_blamed_id",
                table: "claims",
                column: "blamed_id");

            migrationBuilder.CreateIndex(
                name: "IX_claims_category_id",
                table: "claims",
                columns: new[] { "category", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_category_published_at_id",
                table: "claims",
                columns: new[] { "category", "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_disputes_claim_id",
                table: "claims",
                column: "disputes_claim_id");

            migrationBuilder.CreateIndex(
                name: "IX_claims_document_id_id",
                table: "claims",
                columns: new[] { "document_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_part_of_claim_id",
                table: "claims",
                column: "part_of_claim_id");

            migrationBuilder.CreateIndex(
                name: "IX_claims_party_id_category_published_at_id",
                table: "claims",
                columns: new[] { "party_id", "category", "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_party_id_id",
                table: "claims",
                columns: new[] { "party_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_party_id_low",
                table: "claims",
                columns: new[] { "party_id", "low" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_party_id_published_at_id",
                table: "claims",
                columns: new[] { "party_id", "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_place_id",
                table: "claims",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "IX_claims_published_at_id",
                table: "claims",
                columns: new[] { "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_received_at_id",
                table: "claims",
                columns: new[] { "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_repeats_claim_id",
                table: "claims",
                column: "repeats_claim_id");

            migrationBuilder.CreateIndex(
                name: "IX_claims_statement_id_id",
                table: "claims",
                columns: new[] { "statement_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_updated_at_id",
                table: "claims",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_updates_claim_id",
                table: "claims",
                column: "updates_claim_id");

            migrationBuilder.CreateIndex(
                name: "IX_documents_publisher_id",
                table: "documents",
                column: "publisher_id");

            migrationBuilder.CreateIndex(
                name: "IX_documents_received_at_id",
                table: "documents",
                columns: new[] { "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_sha256",
                table: "documents",
                column: "sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_idempotent_answers_at",
                table: "idempotent_answers",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_parties_country",
                table: "parties",
                column: "country");

            migrationBuilder.CreateIndex(
                name: "IX_parties_name_folded",
                table: "parties",
                column: "name_folded")
                .Annotation("Npgsql:IndexMethod", "hash");

            migrationBuilder.CreateIndex(
                name: "IX_places_country",
                table: "places",
                column: "country");

            migrationBuilder.CreateIndex(
                name: "IX_places_name_folded",
                table: "places",
                column: "name_folded")
                .Annotation("Npgsql:IndexMethod", "hash");

            migrationBuilder.CreateIndex(
                name: "IX_publications_publisher_id",
                table: "publications",
                column: "publisher_id");

            migrationBuilder.CreateIndex(
                name: "IX_source_aliases_alias_folded",
                table: "source_aliases",
                column: "alias_folded")
                .Annotation("Npgsql:IndexMethod", "hash");

            migrationBuilder.CreateIndex(
                name: "IX_sources_affiliation_id",
                table: "sources",
                column: "affiliation_id");

            migrationBuilder.CreateIndex(
                name: "IX_sources_document_id",
                table: "sources",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_sources_merged_into_id",
                table: "sources",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "IX_sources_name_folded",
                table: "sources",
                column: "name_folded")
                .Annotation("Npgsql:IndexMethod", "hash");

            migrationBuilder.CreateIndex(
                name: "IX_sources_received_at_id",
                table: "sources",
                columns: new[] { "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_statement_relays_source_id_statement_id",
                table: "statement_relays",
                columns: new[] { "source_id", "statement_id" });

            migrationBuilder.CreateIndex(
                name: "IX_statement_speakers_source_id_statement_id",
                table: "statement_speakers",
                columns: new[] { "source_id", "statement_id" });

            migrationBuilder.CreateIndex(
                name: "IX_statements_document_id_id",
                table: "statements",
                columns: new[] { "document_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_statements_received_at_id",
                table: "statements",
                columns: new[] { "received_at", "id" });

            migrationBuilder.AddForeignKey(
                name: "FK_claim_claimants_claims_claim_id",
                table: "claim_claimants",
                column: "claim_id",
                principalTable: "claims",
                principalColumn: "id");

            migrationBuilder.AddForeignKey(
                name: "FK_claim_claimants_sources_source_id",
                table: "claim_claimants",
                column: "source_id",
                principalTable: "sources",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_claim_revisions_claims_id",
                table: "claim_revisions",
                column: "id",
                principalTable: "claims",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_claims_documents_document_id",
                table: "claims",
                column: "document_id",
                principalTable: "documents",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_claims_statements_statement_id",
                table: "claims",
                column: "statement_id",
                principalTable: "statements",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_document_revisions_documents_id",
                table: "document_revisions",
                column: "id",
                principalTable: "documents",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_document_texts_documents_document_id",
                table: "document_texts",
                column: "document_id",
                principalTable: "documents",
                principalColumn: "id");

            migrationBuilder.AddForeignKey(
                name: "FK_documents_sources_publisher_id",
                table: "documents",
                column: "publisher_id",
                principalTable: "sources",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_documents_sources_publisher_id",
                table: "documents");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "changes");

            migrationBuilder.DropTable(
                name: "claim_claimants");

            migrationBuilder.DropTable(
                name: "claim_revisions");

            migrationBuilder.DropTable(
                name: "counters");

            migrationBuilder.DropTable(
                name: "document_revisions");

            migrationBuilder.DropTable(
                name: "document_texts");

            migrationBuilder.DropTable(
                name: "form_keys");

            migrationBuilder.DropTable(
                name: "idempotent_answers");

            migrationBuilder.DropTable(
                name: "ledger_nodes");

            migrationBuilder.DropTable(
                name: "publications");

            migrationBuilder.DropTable(
                name: "received_bytes");

            migrationBuilder.DropTable(
                name: "source_aliases");

            migrationBuilder.DropTable(
                name: "source_revisions");

            migrationBuilder.DropTable(
                name: "statement_relays");

            migrationBuilder.DropTable(
                name: "statement_revisions");

            migrationBuilder.DropTable(
                name: "statement_speakers");

            migrationBuilder.DropTable(
                name: "claims");

            migrationBuilder.DropTable(
                name: "parties");

            migrationBuilder.DropTable(
                name: "places");

            migrationBuilder.DropTable(
                name: "statements");

            migrationBuilder.DropTable(
                name: "sources");

            migrationBuilder.DropTable(
                name: "documents");
        }
    }
}
