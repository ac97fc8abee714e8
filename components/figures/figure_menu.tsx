import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLanguage } from "../language.ts";
import { Menu } from "../menu.tsx";
import { figureFrameTexts as texts } from "../texts_figure_frame.ts";
import type { Drawable } from "./drawable.ts";
import type { ShownFigure } from "./export/export_figure.ts";
import type { Plot } from "./plot_frame.ts";
import { plainText } from "./shown_names.ts";

type Export = typeof import("./export/export_figure.ts");

/** What can be done with a figure; what makes files of it is loaded when one is wanted. */
export function FigureMenu(
  { plot, drawable, variant, isDataShown, onData, onEnlarge }: {
    /** The marks that files of it are drawn with; those of most figures where this is absent. */
    readonly plot?: Plot;
    readonly drawable: Drawable;
    readonly variant: string | undefined;
    readonly isDataShown: boolean;
    readonly onData: () => void;
    /** Absent where the figure is as large as it gets. */
    readonly onEnlarge?: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [message, setMessage] = useState("");
  const shown: ShownFigure = { plot, drawable, language, variant };
  const act = (
    work: (files: Export) => Promise<void>,
    { done, failed }: { done?: string; failed: string },
  ): void => {
    setMessage("");
    import("./export/export_figure.ts").then(work).then(
      () => setMessage(done ?? ""),
      (error) => {
        console.warn(error);
        setMessage(failed);
      },
    );
  };
  const save = (format: "svg" | "png" | "csv"): void =>
    act((files) => files.saveFigure(shown, format), { failed: texts.notDrawn[language] });
  const canCopy = globalThis.isSecureContext && "ClipboardItem" in globalThis;
  return (
    <>
      {message !== "" && <span class="tiny dim" role="status">{message}</span>}
      <Menu
        label={texts.menu(plainText(drawable.title[language]))[language]}
        items={[
          ...(canCopy
            ? [{
              label: texts.copy[language],
              icon: "copy" as const,
              onChoose: () =>
                act((files) => files.copyFigure(shown), {
                  done: texts.copied[language],
                  failed: texts.notCopied[language],
                }),
            }]
            : []),
          { label: texts.svg[language], icon: "download", onChoose: () => save("svg") },
          { label: texts.png[language], icon: "download", onChoose: () => save("png") },
          { label: texts.csv[language], icon: "download", onChoose: () => save("csv") },
          {
            label: texts[isDataShown ? "hideData" : "showData"][language],
            icon: "rows",
            onChoose: onData,
          },
          ...(onEnlarge
            ? [{ label: texts.enlarge[language], icon: "expand" as const, onChoose: onEnlarge }]
            : []),
        ]}
      />
    </>
  );
}
