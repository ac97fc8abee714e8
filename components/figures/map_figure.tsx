import type { FunctionComponent, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useLanguage } from "../language.ts";
import { mapTexts } from "../texts_map.ts";
import type { MapData } from "./map_groups.ts";

type View = FunctionComponent<{ readonly figure: MapData }>;

/** A map of rows; what draws it is loaded when the first one is to be seen. */
export function MapFigure({ figure }: { readonly figure: MapData }): JSX.Element {
  const language = useLanguage();
  const [view, setView] = useState<{ readonly View: View }>();
  useEffect(() => {
    import("./map_view.tsx").then(({ MapView }) => setView({ View: MapView })).catch(reportError);
  }, []);
  if (view === undefined) return <p class="faint small">{mapTexts.loading[language]}</p>;
  return <view.View figure={figure} />;
}
