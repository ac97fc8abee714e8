import type { JSX } from "preact";
import type { ColumnChoice } from "./field_frame.tsx";
import { FieldList } from "./field_list.tsx";
import type { FieldSpec } from "./field_spec.ts";

const inSight = 5;

/** What the form of a cell works on. */
export interface ParamFormProps {
  /** Of the cell; the ids of the controls begin with it. */
  readonly id: string;
  /** What the form is called for a screen reader. */
  readonly label: string;
  readonly fields: readonly FieldSpec[];
  /** The names of those that are shown, all of them by default. */
  readonly only?: ReadonlySet<string> | undefined;
  /** As the user wrote them. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly columns: readonly ColumnChoice[] | undefined;
  /** Takes a new value; `undefined` leaves the param to its default. */
  readonly onChange: (name: string, value: unknown) => void;
  /** Is told when a pointer or the Tab key comes in. */
  readonly onTouch?: (() => void) | undefined;
}

/** A form made from the schema of a cell kind's params. */
export function ParamForm({ label, params, onTouch, ...list }: ParamFormProps): JSX.Element {
  return (
    <form
      class="params"
      aria-label={label}
      onSubmit={(event) => event.preventDefault()}
      onPointerEnter={onTouch}
      onKeyUp={({ key }) => key === "Tab" && onTouch?.()}
      onPointerOver={({ target }) => help((tip) => tip.helpFor(target, "pointer"))}
      onPointerLeave={() => help((tip) => tip.hideHelp())}
      onFocusIn={({ target }) => help((tip) => tip.helpFor(target, "focus"))}
      onFocusOut={() => help((tip) => tip.hideHelp())}
      onKeyDown={({ key }) => key === "Escape" && help((tip) => tip.hideHelp())}
    >
      <FieldList {...list} written={params} inSight={inSight} />
    </form>
  );
}

/** Does something with the help of fields, whose code is fetched when the first form is used. */
function help(act: (tip: typeof import("./help_tip.ts")) => void): void {
  // Where it cannot be fetched, the help is still read with its control.
  import("./help_tip.ts").then(act, () => {});
}
