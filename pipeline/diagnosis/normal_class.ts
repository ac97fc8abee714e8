import { isNormalLabel } from "../table/normal_label.ts";

/**
 * The class that means that nothing is wrong: `given` where it is one of `classes`, else the only one that is
 * named so. null where no name or more than one says so: numbers and sizes of classes mean nothing.
 */
export function normalClass(classes: readonly string[], given?: string): string | null {
  if (given !== undefined && classes.includes(given)) return given;
  const [found, second] = classes.filter(isNormalLabel);
  return found !== undefined && second === undefined ? found : null;
}
