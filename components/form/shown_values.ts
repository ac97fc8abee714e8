import type { FieldSpec } from "./field_spec.ts";

/** The values of the fields, each its default where the user wrote none. */
export function shownValues(
  fields: readonly FieldSpec[],
  written: unknown,
): Readonly<Record<string, unknown>> {
  const given = new Map(Object.entries(
    typeof written === "object" && written !== null ? written : {},
  ));
  return Object.fromEntries(
    fields.map((
      field,
    ) => [field.name, given.has(field.name) ? given.get(field.name) : field.default]),
  );
}

/** Whether a field matters with those values. */
export function isShown(
  { shownWhen }: FieldSpec,
  values: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(shownWhen).every(([name, wanted]) => wanted.includes(values[name]));
}
