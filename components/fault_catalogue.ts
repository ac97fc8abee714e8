import { createContext } from "preact";
import { useContext, useMemo } from "preact/hooks";
import type { FaultCatalogue, Severity } from "@/pipeline/model/fault_catalogue.ts";
import { isNormalLabel } from "@/pipeline/table/normal_label.ts";
import { faultNameIn } from "@/pipeline/model/fault_name.ts";
import type { Language } from "@/web/language.ts";
import { type CategoryColour, faultColours } from "./fault_colours.ts";
import { useLanguage } from "./language.ts";

/** The classes that a page speaks of, and what people call them. */
export interface NamedClasses {
  readonly classes: readonly string[];
  readonly catalogue: FaultCatalogue;
}

/** How a page speaks of a class. */
export interface ShownFault {
  /** What people call it, in the language of the page where that is known; else the class as in the data. */
  readonly name: string;
  readonly colour: CategoryColour;
  /** null where the catalogue does not know the class. */
  readonly severity: Severity | null;
  /** Whether the name is another one than the class. */
  readonly isNamed: boolean;
}

/** How to speak of a class. */
export type NameFault = (fault: string) => ShownFault;

/** The catalogue of the model that an island speaks of. */
export const CatalogueContext = createContext<NamedClasses>({ classes: [], catalogue: [] });

/** How to name and colour the faults of the {@linkcode CatalogueContext} around. */
export function useFaultName(): NameFault {
  const named = useContext(CatalogueContext);
  const language = useLanguage();
  return useMemo(() => faultNames(named, language), [named, language]);
}

/** Whether a class is what is normal: by the catalogue, or else by what it is called. */
export function isNormalFault(fault: string, nameFault: NameFault): boolean {
  const { severity } = nameFault(fault);
  return severity === null ? isNormalLabel(fault) : severity === "none";
}

/** As {@linkcode useFaultName}, where there is no island. */
export function faultNames(
  { classes, catalogue }: NamedClasses,
  language: Language,
): NameFault {
  const entries = new Map(catalogue.map((entry) => [entry.fault, entry]));
  const colours = faultColours(classes);
  return (fault) => {
    const entry = entries.get(fault);
    const name = entry && faultNameIn([entry], fault, language);
    const isNormal = entry?.severity === "none";
    const chosen = entry?.colour ?? null;
    return {
      name: name ?? fault,
      colour: chosen !== null ? `c${chosen}` : isNormal ? "c0" : colours.get(fault) ?? "c0",
      severity: entry?.severity ?? null,
      isNamed: name !== undefined && name !== fault,
    };
  };
}
