/** Words that TypeScript keeps for itself, and the names a script has already. */
const taken = new Set(
  ("arguments as async await break case catch class const continue debugger declare default delete do else " +
    "enum eval export extends false finally flow for from function get if implements import in infer " +
    "instanceof interface is keyof let module namespace new null of package private protected public readonly " +
    "require return runFlow satisfies set static super switch symbol this throw true try type typeof " +
    "undefined unique using var void while with yield NaN Infinity").split(" "),
);

/** A name of a variable for each id, all different: `select-anova` becomes `selectAnova`. */
export function variableNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Set(taken);
  for (const id of ids) {
    const plain = id.replaceAll(/[-_]+([A-Za-z0-9]?)/g, (_, letter: string) => letter.toUpperCase())
      .replace(/^[A-Z]/, (letter) => letter.toLowerCase());
    const start = /^[a-z]/.test(plain) ? plain : `cell${plain}`;
    const base = taken.has(start) ? `${start}Cell` : start;
    let name = base;
    for (let number = 2; used.has(name); number++) name = `${base}_${number}`;
    used.add(name);
    names.set(id, name);
  }
  return names;
}
