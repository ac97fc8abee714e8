import { setMetadata } from "../onnx/set_metadata.ts";
import { HealerError, type Notice } from "../problem.ts";
import { packCatalogue, parseCatalogue } from "./catalogue_file.ts";
import { catalogueNotice } from "./catalogue_problems.ts";
import { catalogueKey, type FaultCatalogue } from "./fault_catalogue.ts";
import { seal, sealKey } from "./seal.ts";

/** The fault catalogue that a model file carries, empty where it carries none that can be used. */
export interface CarriedCatalogue {
  readonly catalogue: FaultCatalogue;
  readonly notices: readonly Notice[];
}

/**
 * A model file that carries a fault catalogue, in place of the one that it may have; an empty one is left out. The
 * seal is made anew, and everything else stays as it is: the same file and catalogue give the same bytes.
 *
 * @param model a file that {@linkcode openModelBytes} has opened
 */
export function withCatalogue(
  model: Uint8Array,
  catalogue: FaultCatalogue,
): Uint8Array<ArrayBuffer> {
  const packed = catalogue.length === 0 ? undefined : packCatalogue(catalogue);
  return seal(setMetadata(model, new Map([[catalogueKey, packed], [sealKey, undefined]])));
}

/** What the metadata of a model file say of its classes. A broken or foreign catalogue is a notice. */
export function carriedCatalogue(
  metadata: ReadonlyMap<string, string>,
  classes: readonly string[],
): CarriedCatalogue {
  const packed = metadata.get(catalogueKey);
  if (packed === undefined) return { catalogue: [], notices: [] };
  try {
    const catalogue = parseCatalogue(packed);
    const known = new Set(classes);
    return catalogue.length === 0 || catalogue.some(({ fault }) => known.has(fault))
      ? { catalogue, notices: [] }
      : { catalogue: [], notices: [catalogueNotice.foreign()] };
  } catch (error) {
    if (!(error instanceof HealerError)) throw error;
    return { catalogue: [], notices: [catalogueNotice.broken(error.problem)] };
  }
}
