import { createHash } from "node:crypto";
import { engineVersion } from "../version.ts";
import { canonicalJson } from "../canonical_json.ts";
import type { GraphCell, NotebookGraph } from "./graph.ts";

/**
 * The keys of all results that the cells can have: SHA-256, in hexadecimal, of everything a result depends on,
 * the keys of what is read among it. The same key means the same result, on any day and in any notebook. A cell
 * has none where something is wrong with it or with a cell it reads from.
 *
 * @param engine The version of the engine.
 */
export function resultKeys(
  graph: NotebookGraph,
  engine: string = engineVersion,
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [id, cell] of graph) {
    const key = keyOf(cell, keys, engine);
    if (key !== undefined) keys.set(id, key);
  }
  return keys;
}

function keyOf(
  { kind, params, seed, versionsUsed, filesUsed, wires, problem }: GraphCell,
  keys: ReadonlyMap<string, string>,
  engine: string,
): string | undefined {
  if (problem !== undefined || kind === undefined) return undefined;
  const inputs: Record<string, { key: string; port: string }> = {};
  for (const [port, source] of wires) {
    const key = keys.get(source.cell);
    if (key === undefined) return undefined;
    inputs[port] = { key, port: source.port };
  }
  const parts = {
    kind: kind.kind,
    version: kind.version,
    versionsUsed,
    params,
    inputs,
    seed,
    files: filesUsed.map(({ sha256 }) => sha256).sort(),
    engine,
  };
  return createHash("sha256").update(canonicalJson(parts)).digest("hex");
}
