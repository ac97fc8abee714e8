/** A row as JSON: an object of its KPIs, holes as null. */
export function sampleJson(names: readonly string[], values: readonly (number | null)[]): string {
  const lines = names.map((name, index) =>
    `  ${JSON.stringify(name)}: ${JSON.stringify(values[index] ?? null)}`
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** A row as a line of `name=value` for each KPI that has a value; names that would not be read again are quoted. */
export function samplePairs(names: readonly string[], values: readonly (number | null)[]): string {
  return names.flatMap((name, index) => {
    const value = values[index] ?? null;
    return value === null
      ? []
      : [`${/^[\w.\-/]+$/.test(name) ? name : JSON.stringify(name)}=${value}\n`];
  }).join("");
}
