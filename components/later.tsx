import type { ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";
import { useLanguage } from "./language.ts";
import { cellTexts } from "./texts_cell.ts";

/**
 * A component whose code is fetched when it is first shown. Until then there is nothing; where the code cannot be
 * fetched, it says so and tries again when asked.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => JSX.Element | null {
  let loaded: ComponentType<Props> | undefined;
  return function Later(props: Props): JSX.Element | null {
    const language = useLanguage();
    const [state, setState] = useState<"there" | "waiting" | "failed">(
      loaded === undefined ? "waiting" : "there",
    );
    useEffect(() => {
      if (state !== "waiting") return;
      let isShown = true;
      load().then((component) => {
        loaded = component;
        if (isShown) setState("there");
      }, () => isShown && setState("failed"));
      return () => {
        isShown = false;
      };
    }, [state]);
    const Component = loaded;
    if (Component !== undefined) return <Component {...props} />;
    if (state !== "failed") return null;
    return (
      <p class="note" role="alert">
        <Icon name="info" />
        <span>{cellTexts.partMissing[language]}</span>
        <button type="button" class="link-button push" onClick={() => setState("waiting")}>
          {cellTexts.tryAgain[language]}
        </button>
      </p>
    );
  };
}
