import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { later } from "../later.tsx";
import { notebookTexts } from "../texts_notebook.ts";
import { useNotebook } from "./context.ts";

const RunUnderWay = later(async () => (await import("./run_under_way.tsx")).RunUnderWay);

/** A run that is over sooner does not change the tool bar. */
const patience = 400;

/** Runs what is stale; while something runs, how far it is, and what ends it. */
export function RunButtons({ stale }: { stale: number }): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const isRunning = open.run.value !== null;
  const isShown = useLasting(isRunning);
  if (isShown) return <RunUnderWay />;
  return (
    <button
      type="button"
      class="button run-stale"
      disabled={stale === 0 || isRunning}
      title={stale === 0 ? notebookTexts.nothingStale[language] : undefined}
      onClick={() => void open.runCells("stale")}
    >
      <Icon name="run" />
      <span class="label">{notebookTexts.runStale[language]}</span>{" "}
      <span class="faint">{stale}</span>
    </button>
  );
}

/** Whether something has been so for a while. */
function useLasting(isSo: boolean): boolean {
  const [isLasting, setLasting] = useState(isSo);
  useEffect(() => {
    if (!isSo) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), patience);
    return () => clearTimeout(timer);
  }, [isSo]);
  return isSo && isLasting;
}
