import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { checkCell } from "@/islands/notebook/cell_calls.ts";
import {
  type CellDraft,
  cellText,
  parseCellText,
  type TextIssue,
} from "@/islands/notebook/cell_text.ts";
import { replaceCell } from "@/islands/notebook/edits.ts";
import { type JsonEditor, openJsonEditor } from "../editor/json_editor.ts";
import { keyNames } from "../key_names.ts";
import { useLanguage } from "../language.ts";
import { editorTexts } from "../texts_editor.ts";
import { draftOfCell } from "./cell_draft.ts";
import { useNotebook } from "./context.ts";
import { offsetOf, rangeOfPath, type TextRange } from "./json_place.ts";

/** Milliseconds without a key after which the text is looked at. */
const calm = 300;

/** A cell as JSON, to be edited as a whole. What is wrong stays here until it is repaired or given up. */
export function CellEditor({ id, name }: { id: string; name: string }): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<JsonEditor | undefined>(undefined);
  const [issue, setIssue] = useState<TextIssue>();
  const [isChecking, setChecking] = useState(false);
  const draft = open.drafts.of(draftOfCell(id)).value;
  const cell = open.content(id).value;
  const current = cell === undefined ? "" : cellText(cell);
  const keep = (text: string): void =>
    open.drafts.keep(draftOfCell(id), text === current ? undefined : text);
  const applyNow = useRef(() => {});
  const keepNow = useRef(keep);
  keepNow.current = keep;

  const tell = (found: TextIssue | undefined): void => {
    setIssue(found);
    const { current: view } = editor;
    const range = found && view && rangeOf(view.text, found);
    view?.mark(found && range && { range, message: found.problem.message[language] });
  };
  const apply = async (): Promise<void> => {
    const text = editor.current?.text ?? "";
    const parsed = parseCellText(text);
    if ("problem" in parsed) {
      tell(parsed);
      const range = rangeOf(text, parsed);
      if (range !== undefined) editor.current?.goTo(range);
      return;
    }
    setChecking(true);
    const found = await refusal(id, parsed.cell);
    setChecking(false);
    if (editor.current?.text !== text) return; // somebody typed on
    tell(found);
    if (found !== undefined) return;
    open.drafts.keep(draftOfCell(id), undefined);
    open.edit((before) => replaceCell(before, id, parsed.cell), `json ${id} ${Date.now()}`);
    editor.current?.show(cellText(parsed.cell));
    open.announcement.value = editorTexts.applied(name)[language];
  };
  applyNow.current = () => void apply();
  const discard = (): void => {
    open.drafts.keep(draftOfCell(id), undefined);
    editor.current?.show(current);
    tell(undefined);
  };

  useEffect(() => {
    if (place.current === null) return;
    const view = openJsonEditor({
      parent: place.current,
      text: draft ?? current,
      label: editorTexts.cellAsJson(name)[language],
      describedBy: `${id}-json-issue`,
      onChange: (text) => keepNow.current(text),
      onApply: () => applyNow.current(),
    });
    editor.current = view;
    return () => {
      view.close();
      editor.current = undefined;
    };
  }, [language]);
  // Where nothing is typed, the text follows the cell, which may be changed elsewhere.
  useEffect(() => {
    const { current: view } = editor;
    if (draft === undefined && view !== undefined && view.text !== current) {
      view.show(current);
      tell(undefined);
    }
  }, [current, draft]);
  useEffect(() => {
    if (draft === undefined) return;
    const timer = setTimeout(() => {
      const parsed = parseCellText(draft);
      tell("problem" in parsed ? parsed : undefined);
    }, calm);
    return () => clearTimeout(timer);
  }, [draft]);

  const isChanged = draft !== undefined;
  return (
    <div class="cell-editor">
      <div class="json-editor" ref={place} onKeyDown={keepUndo} />
      <div class="json-issue" id={`${id}-json-issue`} role="status">
        {issue && (
          <>
            <p class="wrong">{issue.problem.message[language]}</p>
            <p class="faint tiny">{issue.problem.hint[language]}</p>
          </>
        )}
      </div>
      <div class="row wrap">
        <button
          type="button"
          class="button primary"
          disabled={!isChanged || isChecking}
          title={keyNames("Ctrl Enter")}
          onClick={() => void apply()}
        >
          {editorTexts.apply[language]}
        </button>
        <button type="button" class="button" disabled={!isChanged} onClick={discard}>
          {editorTexts.discard[language]}
        </button>
        <span class="faint tiny">
          {editorTexts[isChecking ? "checking" : isChanged ? "notApplied" : "asTheCell"][language]}
        </span>
      </div>
    </div>
  );
}

/** The editor has an undo of its own, which must not undo in the notebook, too. */
function keepUndo(event: KeyboardEvent): void {
  const isUndo = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);
  if (isUndo) event.stopPropagation();
}

/** Why the server would not run that cell; undefined where it would. */
async function refusal(id: string, cell: CellDraft): Promise<TextIssue | undefined> {
  try {
    const { problem } = await checkCell({ id, ...cell });
    if (problem === null) return undefined;
    const { param } = problem.place;
    return param === undefined
      ? { problem, path: ["kind"] }
      : { problem, path: ["params", ...param.split(".")] };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function rangeOf(text: string, { problem: { place }, path }: TextIssue): TextRange | undefined {
  if (path !== undefined) return rangeOfPath(text, path);
  if (place.line === undefined) return undefined;
  const from = offsetOf(text, place.line, place.column ?? 1);
  return { from, to: from + 1 };
}
