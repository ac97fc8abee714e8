import type { SampleForm } from "@/web/sample_schema.ts";

type Feature = SampleForm["features"][number];

/** A feature that more rows lack than have is missing in a typical row too. */
const mostlyMissing = 0.5;

/** The median of each feature over all training rows, as a row to begin with. */
export function medianRow(features: readonly Feature[]): (number | null)[] {
  return features.map((feature) => {
    const { statistics } = feature;
    if (statistics === null || statistics.missingShare > mostlyMissing) return null;
    return typical(feature, statistics.median);
  });
}

/** The median of each feature over the training rows of a class. */
export function classRow(features: readonly Feature[], code: number): (number | null)[] {
  return features.map((feature) =>
    typical(feature, feature.statistics?.perClass[code]?.median ?? null)
  );
}

/** A median in as many digits as one cares to read: it lies between two rows anyway. */
export function typical(feature: Pick<Feature, "type">, median: number | null): number | null {
  return shown(feature, median === null ? null : Number(median.toPrecision(6)));
}

/** A value as one would write it: as short as float32 allows; half of all on is on. */
export function shown({ type }: Pick<Feature, "type">, value: number | null): number | null {
  if (value === null) return null;
  return type === "boolean" ? Math.round(value) : shortest(value);
}

/** The shortest decimal number that is the same float32. */
function shortest(value: number): number {
  const exact = Math.fround(value);
  for (let digits = 1; digits <= 9; digits++) {
    const short = Number(exact.toPrecision(digits));
    if (Math.fround(short) === exact) return short;
  }
  return value;
}
