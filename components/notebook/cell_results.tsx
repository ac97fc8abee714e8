import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import { isReadyState } from "@/pipeline/kernel/cell_state.ts";
import { wrongWires } from "@/islands/notebook/wire_fixes.ts";
import type { FieldSpec } from "../form/field_spec.ts";
import { useLanguage } from "../language.ts";
import { later } from "../later.tsx";
import { cellTexts } from "../texts_cell.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { useNotebook } from "./context.ts";
import { Notices } from "./notices.tsx";

const CellProblem = later(async () => (await import("./cell_problem.tsx")).CellProblem);
const Downloads = later(async () => (await import("./downloads.tsx")).Downloads);
const ResultTabs = later(async () => (await import("./result_tabs.tsx")).ResultTabs);
const OlderNote = later(async () => (await import("./older_note.tsx")).OlderNote);
const Running = later(async () => (await import("./running.tsx")).Running);
const UnfinishedNote = later(async () => (await import("./unfinished_note.tsx")).UnfinishedNote);
const CellLog = later(async () => (await import("./cell_log.tsx")).CellLog);
const WireProblem = later(async () => (await import("./wire_problem.tsx")).WireProblem);

/** What came of a cell, and what is on its way; older results stay in sight. */
export function CellResults(
  { id, index, title, live, fields, isCostly }: {
    readonly id: string;
    /** Where it stands, from 0. */
    readonly index: number;
    readonly title: string;
    readonly live: LiveCell;
    readonly fields: readonly FieldSpec[];
    /** Whether its kind runs only when asked, since that takes long. */
    readonly isCostly: boolean;
  },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const { state, result } = live;
  const wrong = wrongWires(open.structure.value, open.kinds, index);
  const isWireProblem = state.state === "failed" && state.problem.code.startsWith("graph/");
  const isBehind = state.state === "waiting" || (result !== undefined && !isReadyState(state));
  const isIdle = state.state === "stale" && result === undefined && !state.unfinished;
  return (
    <div class="results">
      {state.state === "running" && <Running live={live} isCostly={isCostly} />}
      {wrong.map((wire) => <WireProblem key={wire.port} id={id} index={index} wrong={wire} />)}
      {state.state === "failed" && !isWireProblem && (
        <CellProblem id={id} problem={state.problem} fields={fields} />
      )}
      {state.state === "stale" && state.unfinished && <UnfinishedNote live={live} />}
      {isBehind && <OlderNote live={live} />}
      {state.state === "failed" && !isWireProblem && result === undefined && (
        <FailedLog id={id} live={live} />
      )}
      {isIdle && <p class="faint small">{notebookTexts.noResult[language]}</p>}
      {result && (
        <>
          <Notices notices={result.result.notices} />
          <ResultTabs id={id} title={title} live={live} result={result.result} />
          <Downloads id={id} values={result.result.values} model={live.model} />
        </>
      )}
    </div>
  );
}

/** The log of a cell that has nothing else to show. */
function FailedLog({ id, live }: { id: string; live: LiveCell }): JSX.Element {
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="failed-log" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{cellTexts.log[language]}</summary>
      {isOpen && <CellLog id={id} live={live} />}
    </details>
  );
}
