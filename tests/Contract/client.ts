// What a dashboard written in TypeScript does with this API: if the generated types do not fit, this does not compile.
import type { components, operations, paths } from "./v1";

type Claim = components["schemas"]["Claim"];
type ClaimPage = components["schemas"]["ClaimPage"];
type Problem = components["schemas"]["Problem"];
type Filters = NonNullable<operations["ListClaims"]["parameters"]["query"]>;

const listClaims: keyof paths = "/api/v1/claims";

class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

async function get<T>(address: string): Promise<T> {
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Refusal((await answer.json()) as Problem);
  return (await answer.json()) as T;
}

async function* claims(origin: string, filters: Filters): AsyncGenerator<Claim> {
  for (let cursor: string | null | undefined = undefined; cursor !== null; ) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...filters, cursor })) if (value !== undefined) query.set(name, String(value));
    const page: ClaimPage = await get(`${origin}${listClaims}?${query}`);
    yield* page.items;
    cursor = page.next ?? null;
  }
}

/** "John Kirby: 1000 or more killed-or-injured", with no cast and no check that the types do not ask for. */
export function line(claim: Claim): string {
  const who: string = claim.claimant?.name ?? claim.document.label;
  const { low, high } = claim.count;
  const many: string = high === null ? `${low ?? 0} or more` : low === high ? `${high}` : `${low ?? 0} to ${high}`;
  return `${who}: ${many} ${claim.category} (${claim.quote.start}–${claim.quote.end})`;
}

export async function lines(origin: string): Promise<string[]> {
  const shown: string[] = [];
  for await (const claim of claims(origin, { category: ["killed-or-injured"], country: ["KP"], dateField: "published" })) shown.push(line(claim));
  return shown;
}

/** Of an item whose members were picked, only the id is sure to be there. */
export function picked(item: components["schemas"]["PickedClaim"]): [number, string | undefined] {
  return [item.id, item.count?.relation];
}

export function figure(aggregate: components["schemas"]["Aggregates"]): (number | null)[] {
  return aggregate.items.map((item) => item.value?.low ?? null);
}

// @ts-expect-error A category that does not exist is no category.
export const mistyped: Filters = { category: ["kiled"] };
