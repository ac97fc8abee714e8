import { z } from "zod";
import type { ModelCard } from "@/pipeline/model/model_card.ts";
import type { Model } from "@/store/models.ts";

/** What tells whether two models speak of the same faults. */
export const catalogueLineageSchema = z.object({
  name: z.string(),
  version: z.int(),
  sha256: z.string(),
  parents: z.array(z.string()),
  notebook: z.string().nullable(),
  /** The hash of the training data. */
  data: z.string(),
  label: z.string(),
  classes: z.array(z.string()),
  features: z.array(z.string()),
});

/** See {@linkcode catalogueLineageSchema}. */
export type CatalogueLineage = Readonly<z.infer<typeof catalogueLineageSchema>>;

/** The lineage of a stored model. */
export function lineageOf(
  { name, version, sha256, notebook }: Pick<Model, "name" | "version" | "sha256" | "notebook">,
  { parents, data, columns, classes, features }: ModelCard,
): CatalogueLineage {
  return {
    name,
    version,
    sha256,
    parents,
    notebook,
    data: data.sha256,
    label: columns.label,
    classes,
    features: features.map((feature) => feature.name),
  };
}

/**
 * Whether what people call the faults of one model holds for another: both know mostly the same classes and KPIs,
 * and they come from one notebook, one table or one another. Else their names have to say enough: "0" to "5" over
 * "feature0" to "feature99" may belong to any product, unless everything is the same, the model's name too.
 */
export function isSameProduct(one: CatalogueLineage, other: CatalogueLineage): boolean {
  const classes = overlap(one.classes, other.classes);
  const features = overlap(one.features, other.features);
  if (classes.share < 0.5 || features.share < 0.5) return false;
  const isRelated = one.data === other.data ||
    (one.notebook !== null && one.notebook === other.notebook) ||
    one.parents.includes(other.sha256) || other.parents.includes(one.sha256);
  if (isRelated) return true;
  if (isTelling(features.shared)) return one.label === other.label || isTelling(classes.shared);
  return one.name === other.name && classes.share === 1 && features.share === 1 &&
    one.features.length === other.features.length;
}

/** What two lists share, and how much of the shorter one that is. */
function overlap(
  one: readonly string[],
  other: readonly string[],
): { readonly shared: readonly string[]; readonly share: number } {
  const known = new Set(other);
  const shared = one.filter((name) => known.has(name));
  return { shared, share: shared.length / Math.max(1, Math.min(one.length, other.length)) };
}

/** Whether most names are more than a number with perhaps a letter or a word before it. */
function isTelling(names: readonly string[]): boolean {
  const telling = names.filter((name) => !/^(\p{L}{0,10}[ _.-]?\d+|\d+[.,]\d+|\p{L})$/u.test(name));
  return telling.length > names.length / 2;
}
