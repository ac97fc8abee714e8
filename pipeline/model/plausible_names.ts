import { closestNames } from "../closest_names.ts";

/**
 * For names that are missing the names, one each, under which the same thing most likely stands: alike but for
 * case and signs between words, or a letter or two apart. Numbers in names must agree: `disk1` is not `disk2`.
 * Where several come equally close there is none.
 */
export function plausibleNames(
  missing: readonly string[],
  candidates: readonly string[],
): { readonly from: string; readonly to: string }[] {
  const left = new Set(candidates);
  const found: { from: string; to: string }[] = [];
  const take = (from: string, to: string): void => {
    left.delete(from);
    found.push({ from, to });
  };
  const bare = new Map<string, string[]>();
  for (const name of candidates) {
    bare.set(bareName(name), [...bare.get(bareName(name)) ?? [], name]);
  }
  const rest = missing.filter((to) => {
    const [from, ...others] = bare.get(bareName(to)) ?? [];
    if (from === undefined || others.length > 0 || !left.has(from)) return true;
    take(from, to);
    return false;
  });
  for (const to of rest) {
    const like = [...left].filter((name) => numbersOf(name) === numbersOf(to));
    const [from, second] = closestNames(to, like, 2).filter((name) => isNear(name, to));
    if (from === undefined || second !== undefined) continue;
    const rival = closestNames(from, rest, 2).find((name) => name !== to && isNear(from, name));
    if (rival === undefined) take(from, to);
  }
  return found;
}

function bareName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function numbersOf(name: string): string {
  return (name.match(/\d+/g) ?? []).join(" ");
}

/** Whether two names are about a typing error apart, or one only says more than the other at an end. */
function isNear(a: string, b: string): boolean {
  const [short, long] = [bareName(a), bareName(b)].sort((x, y) => x.length - y.length);
  if (short === undefined || long === undefined || short.length < 4) return false;
  if (long.length - short.length > 4) return false;
  return closestNames(short, [long], 1).length > 0 &&
    commonLetters(short, long) >= 0.75 * long.length;
}

/** How many letters two names share at their beginning and at their end. */
function commonLetters(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return start + end;
}
