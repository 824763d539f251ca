// Expands a JSON-LD document as a foreign processor reads it; nothing may have to be fetched for that.
import { readFileSync } from "node:fs";
import jsonld from "jsonld";

const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
const documentLoader = (address) => { throw new Error(`It has to be fetched: ${address}`); };
const expanded = await jsonld.expand(document, { base: "http://localhost:5080/", documentLoader });
process.stdout.write(JSON.stringify(expanded));
