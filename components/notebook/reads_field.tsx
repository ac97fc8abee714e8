import type { JSX } from "preact";
import { positionOf, setInput } from "@/islands/notebook/edits.ts";
import type { Wire } from "@/islands/notebook/wires.ts";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { titleOf } from "./cell_names.ts";
import { useNotebook } from "./context.ts";

/** Which cells a cell reads, each to be chosen from those above that give what it needs. */
export function ReadsField(
  { id, title, wires }: {
    readonly id: string;
    readonly title: string;
    readonly wires: readonly Wire[];
  },
): JSX.Element | null {
  const language = useLanguage();
  if (wires.length === 0) return null;
  return (
    <span class="reads">
      {notebookTexts.reads[language]}
      {wires.map((wire) => <ReadsSelect key={wire.port} id={id} title={title} wire={wire} />)}
    </span>
  );
}

function ReadsSelect(
  { id, title, wire }: { readonly id: string; readonly title: string; readonly wire: Wire },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const notebook = open.structure.value;
  const { port, source, isNamed, candidates } = wire;
  const nameOf = (cell: string): string => {
    const at = positionOf(notebook, cell);
    const found = notebook.cells[at];
    if (found === undefined) return notebookTexts.goneCell(cell)[language];
    return `${at + 1} ${titleOf(open, found, language)}`;
  };
  const [nearest] = candidates;
  const others = isNamed && source !== undefined && !candidates.includes(source)
    ? [source, ...candidates]
    : candidates;
  return (
    <select
      class="reads-select"
      aria-label={notebookTexts.inputOf(title)[language]}
      value={isNamed ? source : ""}
      onChange={({ currentTarget }) => {
        const chosen = currentTarget.value === "" ? undefined : currentTarget.value;
        open.edit((before) => setInput(before, id, port, chosen), `input ${id} ${port}`);
      }}
    >
      <option value="">
        {nearest === undefined
          ? notebookTexts.readsNothing[language]
          : isNamed
          ? notebookTexts.readsNearest(nameOf(nearest))[language]
          : nameOf(nearest)}
      </option>
      {others.map((cell) => <option key={cell} value={cell}>{nameOf(cell)}</option>)}
    </select>
  );
}
