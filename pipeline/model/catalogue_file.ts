import { safeParse } from "zod/mini";
import { parseJson } from "../parse_json.ts";
import { HealerError } from "../problem.ts";
import { catalogueProblem } from "./catalogue_problems.ts";
import { type FaultCatalogue, faultCatalogueSchema } from "./fault_catalogue.ts";

/** What every catalogue file says of itself, and the version that this program writes. */
export const catalogueFormat = { format: "systemhealer-faults", version: 1 } as const;

const longestText = 32 * 2 ** 20;

/**
 * Reads a fault catalogue from the text of a file, or from the metadata of a model.
 *
 * @throws {HealerError} `catalogue/…`
 */
export function parseCatalogue(text: string): FaultCatalogue {
  if (text.length > longestText) throw new HealerError(catalogueProblem.tooLarge(longestText));
  const value = parseJson(text, catalogueProblem.notJson);
  if (typeof value !== "object" || value === null || !("format" in value)) {
    throw new HealerError(catalogueProblem.notACatalogue());
  }
  const { format, version, faults } = { version: undefined, faults: undefined, ...value };
  if (format !== catalogueFormat.format) throw new HealerError(catalogueProblem.notACatalogue());
  if (typeof version === "number" && version > catalogueFormat.version) {
    throw new HealerError(catalogueProblem.fromTheFuture(version, catalogueFormat.version));
  }
  const parsed = safeParse(faultCatalogueSchema, faults);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.map(String) ?? [];
  throw new HealerError(catalogueProblem.wrongField(["faults", ...path].join(".")));
}

/** A fault catalogue as the text of a file for people. */
export function printCatalogue(faults: FaultCatalogue): string {
  return JSON.stringify({ ...catalogueFormat, faults }, null, 2) + "\n";
}

/** A fault catalogue as it stands in a model file. */
export function packCatalogue(faults: FaultCatalogue): string {
  return JSON.stringify({ ...catalogueFormat, faults });
}
