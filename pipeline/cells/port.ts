import type { PortType, ValueType } from "./value.ts";

const rowTypes: readonly (readonly ValueType[])[] = [["prepared"], ["diagnosis", "evaluation"]];

/**
 * The types of values that a port takes. One that is left to itself reads the nearest value of the first group,
 * and one of a later group only where there is none of those before.
 */
export function takenTypes(port: PortType): readonly (readonly ValueType[])[] {
  return port === "table" ? rowTypes : [[port]];
}

/** Whether a port takes values of that type. */
export function takesValue(port: PortType, given: ValueType): boolean {
  return takenTypes(port).some((group) => group.includes(given));
}

/** Whether a port stays empty unless the notebook names a cell for it. */
export function isOptional(
  { optional = [] }: { readonly optional?: readonly string[] | undefined },
  port: string,
): boolean {
  return optional.includes(port);
}
