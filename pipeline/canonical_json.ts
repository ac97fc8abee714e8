/**
 * `value` as JSON that says the same thing in the same way: the keys of every object sorted by code unit, no
 * spaces. What JSON cannot say (`undefined`, functions) is left out.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(withSortedKeys(value));
}

/** A copy of plain JSON data in which the keys of every object are sorted, at any depth. */
export function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(entries.map(([key, member]) => [key, withSortedKeys(member)]));
}

/** Whether `value` is JSON with objects and lists nested at most `depth` deep. */
export function isJsonWithin(value: unknown, depth: number): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth === 0) return false;
  return Object.values(value).every((member) => isJsonWithin(member, depth - 1));
}
