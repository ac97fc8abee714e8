import type { ComponentChildren, JSX } from "preact";
import { useContext } from "preact/hooks";
import { useLanguage } from "../language.ts";
import { AsideContext, RefusedContext } from "./drafts.ts";
import type { FieldSpec } from "./field_spec.ts";
import { ResetButton } from "./reset_button.tsx";

/** What every field gets. */
export interface FieldProps<Spec extends FieldSpec = FieldSpec> {
  readonly spec: Spec;
  /** Of the control, for its label. */
  readonly id: string;
  /** The value, the default where none was set. */
  readonly value: unknown;
  /** Takes a new value; `undefined` goes back to the default. */
  readonly onChange: (value: unknown) => void;
  /** The columns of the cell's table; undefined where they are not known yet. */
  readonly columns: readonly ColumnChoice[] | undefined;
}

/** A column that can be chosen. */
export interface ColumnChoice {
  readonly name: string;
  readonly isFeature: boolean;
}

/** What the frame shows beside the control. */
export interface FieldFrameProps {
  readonly spec: FieldSpec;
  readonly id: string;
  /** The default in words, where the value is another one. */
  readonly was: string | undefined;
  readonly onReset: () => void;
  /** What is wrong with the value. */
  readonly wrong?: string | undefined;
  /** Stands in the line of the label, at its end. */
  readonly aside?: ComponentChildren;
  /** Whether the control is a group with a label of its own, such as radio buttons. */
  readonly isGroup?: boolean;
  readonly children: ComponentChildren;
}

/** A field with its label, the way back to the default, its help and what is wrong. */
export function FieldFrame(
  { spec, id, was, onReset, wrong, aside, isGroup = false, children }: FieldFrameProps,
): JSX.Element {
  const language = useLanguage();
  const label = spec.label[language];
  const refused = useContext(RefusedContext).get(id);
  // What is wrong in a line of a text is said there and beside it.
  const what = wrong ?? (refused?.line === undefined ? refused?.hint : undefined);
  return (
    <div class={was === undefined ? "field" : "field changed"}>
      <div class="label">
        {isGroup ? <span id={`${id}-label`}>{label}</span> : <label for={id}>{label}</label>}
        {was !== undefined && <ResetButton label={label} was={was} onReset={onReset} />}
        {aside}
        {useContext(AsideContext)?.(id, label)}
      </div>
      {children}
      {what !== undefined && <p class="wrong" id={`${id}-wrong`}>{what}</p>}
      {spec.help && <p class="help" id={`${id}-help`}>{spec.help[language]}</p>}
    </div>
  );
}

/** The ids of the texts that describe a control. */
export function describedBy(spec: FieldSpec, id: string, wrong: string | undefined): string {
  return [
    ...(wrong === undefined ? [] : [`${id}-wrong`]),
    ...(spec.help === undefined ? [] : [`${id}-help`]),
  ].join(" ");
}
