import type { Text } from "../problem.ts";
import type { FaultCatalogue } from "./fault_catalogue.ts";

/** What people call a class, in a language or else in the other one; undefined where they do not. */
export function faultNameIn(
  catalogue: FaultCatalogue,
  fault: string,
  language: keyof Text,
): string | undefined {
  const name = catalogue.find((entry) => entry.fault === fault)?.name;
  const text = name && (name[language].trim() || name[language === "en" ? "zh" : "en"].trim());
  return text === "" ? undefined : text;
}

/** What people call a class with the class behind it, or the class alone. */
export function faultLabel(catalogue: FaultCatalogue, fault: string, language: keyof Text): string {
  const name = faultNameIn(catalogue, fault, language);
  if (name === undefined || name === fault) return fault;
  return { en: `${name} (${fault})`, zh: `${name}（${fault}）` }[language];
}
