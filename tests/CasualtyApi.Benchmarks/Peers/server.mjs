// A page of claims by Fastify and better-sqlite3: one prepared statement, and a schema of the answer, from which Fastify makes its serializer.
// node server.mjs DATABASE PORT, in the folder that holds node_modules, with the statement in PAGE_SQL.
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const [database, port] = process.argv.slice(2);
const page = new (require('better-sqlite3'))(database, { readonly: true }).prepare(process.env.PAGE_SQL).raw();

const object = (properties) => ({ type: 'object', properties });
const list = (items) => ({ type: 'array', items });
const text = { type: 'string', nullable: true };
const whole = { type: 'integer', nullable: true };
const real = { type: 'number', nullable: true };
const named = object({ id: whole, name: text });
const claim = object({
  id: whole, category: text, mixedOf: list(text), cause: text,
  count: object({ text, relation: text, low: whole, high: whole }),
  party: object({ id: whole, text, name: text, country: text, kind: text }),
  claimant: object({ id: whole, name: text, kind: text, role: text, country: text }),
  originator: named, certainty: text, scope: text,
  period: object({ text, start: text, end: text }),
  place: object({ id: whole, text, name: text, country: text, lat: real, lon: real, precision: text }),
  quote: object({ exact: text, prefix: text, suffix: text, start: whole, end: whole }),
  statement: object({ id: whole, kind: text }),
  document: object({ id: whole, title: text, label: text, publisher: named, publishedAt: text, url: text }),
  repeats: whole, partOf: whole, updates: whole, disputes: whole, status: text, credibility: whole,
  rules: list(text), extractor: text, revision: whole, receivedAt: text, updatedAt: text,
  blamed: text, alsoClaimants: list(text), relay: list(text), cite: text,
  links: object({ self: text, text }),
});

function shown([
  id, category, mixedOf, cause, countText, relation, low, high, partyId, partyText, partyName, partyCountry, partyKind,
  claimantId, claimantName, claimantKind, claimantRole, claimantCountry, originatorId, originatorName,
  certainty, scope, periodText, periodStart, periodEnd, placeId, placeText, placeName, placeCountry, lat, lon, precision,
  exact, prefix, suffix, start, end, statementId, statementKind, documentId, title, label, publisherId, publisherName,
  publishedAt, url, repeats, partOf, updates, disputes, status, credibility, rules, extractor, revision, receivedAt, updatedAt, since,
]) {
  return {
    id, category, mixedOf: JSON.parse(mixedOf), cause,
    count: { text: countText, relation, low, high },
    party: { id: partyId, text: partyText, name: partyName, country: partyCountry, kind: partyKind },
    claimant: { id: claimantId, name: claimantName, kind: claimantKind, role: claimantRole, country: claimantCountry },
    originator: { id: originatorId, name: originatorName }, certainty, scope,
    period: { text: periodText, start: periodStart, end: periodEnd },
    place: { id: placeId, text: placeText, name: placeName, country: placeCountry, lat, lon, precision },
    quote: { exact, prefix, suffix, start, end },
    statement: { id: statementId, kind: statementKind },
    document: { id: documentId, title, label, publisher: { id: publisherId, name: publisherName }, publishedAt, url },
    repeats, partOf, updates, disputes, status, credibility, rules: JSON.parse(rules), extractor, revision,
    receivedAt: new Date(receivedAt).toISOString(), updatedAt: new Date(updatedAt).toISOString(),
    blamed: null, alsoClaimants: [], relay: [],
    cite: `${claimantName ?? ''}, quoted in “${title ?? ''}” (document ${documentId}), characters ${start}–${end}, CasualtyApi claim ${id}, position ${since}`,
    links: { self: `/api/v1/claims/${id}`, text: `/documents/${documentId}#char=${start},${end}` },
  };
}

const asked = { type: 'object', required: ['party', 'category'], properties: { party: { type: 'integer' }, category: { type: 'string' } } };
const fastify = require('fastify')();
fastify.get('/page', { schema: { querystring: asked, response: { 200: object({ items: list(claim) }) } } }, (request) => (
  { items: page.all({ 1: request.query.party, 2: request.query.category }).map(shown) }
));
await fastify.listen({ port: Number(port), host: '127.0.0.1' });
