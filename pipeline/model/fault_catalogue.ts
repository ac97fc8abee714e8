import * as z from "zod/mini";

/** The metadata key of the catalogue inside the ONNX file. */
export const catalogueKey = "healer.catalogue";

/** What a fault catalogue may hold at most; class names are as long as the data makes them. */
export const catalogueLimits = {
  faults: 10_000,
  name: 1_000,
  description: 20_000,
  remedy: 2_000,
  remedies: 50,
} as const;

const textUpTo = (length: number) =>
  z.strictObject({
    en: z.string().check(z.maxLength(length)),
    zh: z.string().check(z.maxLength(length)),
  });

/** How grave a fault is; the class of severity "none" is the normal state. */
export const severitySchema = z.enum(["none", "low", "medium", "high", "critical"]);

/** Something that helps against a fault, in words. */
export const remedySchema = z.strictObject({
  ...textUpTo(catalogueLimits.remedy).shape,
  /** The remedy of the operating system that does it, where there is one. */
  id: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(200))),
});

/** What people call one class, and what they know of it. An empty text says nothing. */
export const faultEntrySchema = z.strictObject({
  /** The class as it stands in the data. */
  fault: z.string(),
  name: textUpTo(catalogueLimits.name),
  /** Markdown. */
  description: textUpTo(catalogueLimits.description),
  severity: severitySchema,
  /** One of the eight categories; null = grey where it is the normal state, else by the alphabet. */
  colour: z.nullable(z.int().check(z.minimum(1), z.maximum(8))),
  remedies: z.array(remedySchema).check(z.maxLength(catalogueLimits.remedies)),
});

/** What people call the classes of a model. A class that it does not hold is called as in the data. */
export const faultCatalogueSchema = z.array(faultEntrySchema).check(
  z.maxLength(catalogueLimits.faults),
  z.refine((entries) => new Set(entries.map(({ fault }) => fault)).size === entries.length, {
    params: { allowed: { en: "one entry for each class", zh: "每个类别仅一个条目" } },
  }),
);

/** See {@linkcode severitySchema}. */
export type Severity = z.infer<typeof severitySchema>;

/** See {@linkcode faultEntrySchema}. */
export type FaultEntry = Readonly<z.infer<typeof faultEntrySchema>>;

/** See {@linkcode faultCatalogueSchema}. */
export type FaultCatalogue = readonly FaultEntry[];

/** The class that a catalogue says is the normal state; undefined where it says that of none. */
export function normalFault(
  catalogue: FaultCatalogue,
  classes: readonly string[],
): string | undefined {
  return catalogue.find(({ fault, severity }) => severity === "none" && classes.includes(fault))
    ?.fault;
}
