/** The three kinds of segments, the most specific first. */
const ranks = { fixed: 0, param: 1, rest: 2 } as const;

/**
 * The path a route file answers, in Hono's notation: `notebooks/[id]/index.tsx` → `/notebooks/:id`,
 * `[...rest].ts` → `/:rest{.+}`, `(group)/about.tsx` → `/about`.
 */
export function routePattern(file: string): string {
  const segments = file.replace(/\.tsx?$/, "").split("/")
    .filter((segment) => !/^\(.*\)$/.test(segment) && segment !== "index")
    .map((segment) =>
      segment.replace(/^\[\.\.\.(\w+)\]$/, ":$1{.+}").replace(/^\[(\w+)\]$/, ":$1")
    );
  return `/${segments.join("/")}`;
}

/** Sorts patterns so that the first that matches a path is the most specific one. */
export function byPattern(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  for (const [index, segment] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const difference = rankOf(segment) - rankOf(other);
    if (difference !== 0) return difference;
    if (segment !== other) return segment < other ? -1 : 1;
  }
  return left.length - right.length;
}

function rankOf(segment: string): number {
  if (segment.endsWith("{.+}")) return ranks.rest;
  return segment.startsWith(":") ? ranks.param : ranks.fixed;
}

/**
 * The files named `name` that apply to `file`, outermost first: for `a/b/page.tsx` those in the routes folder,
 * in `a` and in `a/b`.
 */
export function filesAbove(file: string, name: string): string[] {
  const folders = file.split("/").slice(0, -1);
  return [...folders.keys(), folders.length].map((depth) =>
    [...folders.slice(0, depth), name].join("/")
  );
}
