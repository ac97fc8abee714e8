import type { Language } from "@/web/language.ts";
import type { NameFault } from "../fault_catalogue.ts";
import { faultColours } from "../fault_colours.ts";
import { mapTexts } from "../texts_map.ts";
import type { MapData } from "./map_groups.ts";

/** A map of diagnoses in the words and colours of the page around it; any other map as it is. */
export function namedMap(figure: MapData, nameFault: NameFault, language: Language): MapData {
  const { colour } = figure;
  if (colour?.by !== "category" || colour.unknown === undefined) return figure;
  const colours = faultColours(colour.names.filter((_, code) => code !== colour.unknown));
  const names = colour.names.map((name, code) =>
    code === colour.unknown ? mapTexts.unknownFault[language] : nameFault(name).name
  );
  return {
    ...figure,
    colour: {
      ...colour,
      name: mapTexts.diagnosis[language],
      // Two classes that people call the same are still two.
      names: names.map((name, code) =>
        names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${colour.names[code]})`
      ),
    },
    fills: colour.names.map((name) => {
      const { colour: chosen, severity } = nameFault(name);
      return severity === null ? colours.get(name) ?? "c0" : chosen;
    }),
  };
}
