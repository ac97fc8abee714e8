import type { JSX } from "preact";
import * as z from "zod/mini";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { conditionOpTexts, conditionTexts as texts } from "../texts_conditions.ts";
import { formTexts } from "../texts_form.ts";
import { fieldTexts } from "../texts_fields.ts";
import { describedBy, FieldFrame, type FieldProps } from "./field_frame.tsx";
import type { FieldSpec } from "./field_spec.ts";
import { isSameValue } from "./value_words.ts";

const ops = ["is", "is-not", "contains", "at-least", "at-most", "missing", "present"] as const;

const conditionsSchema = z.array(z.object({
  column: z.string(),
  op: z.enum(ops),
  value: z.optional(z.union([z.string(), z.number(), z.boolean()])),
}));

type Condition = z.infer<typeof conditionsSchema>[number];

/** Conditions on the rows of the table, all of which must hold. */
export function ConditionsField(
  { spec, id, value, columns, onChange }: FieldProps<Extract<FieldSpec, { type: "conditions" }>>,
): JSX.Element {
  const language = useLanguage();
  const conditions = z.safeParse(conditionsSchema, value).data ?? [];
  const known = columns?.map(({ name }) => name) ?? [];
  const put = (next: readonly Condition[]): void => onChange(next.length === 0 ? undefined : next);
  const change = (index: number, changed: Condition): void =>
    put(conditions.map((each, place) => place === index ? plain(changed) : each));
  return (
    <FieldFrame
      spec={spec}
      id={id}
      isGroup
      was={isSameValue(value, spec.default) ? undefined : formTexts.none[language]}
      onReset={() => onChange(undefined)}
    >
      <div
        id={id}
        class="conditions"
        role="group"
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy(spec, id, undefined)}
      >
        {conditions.map((condition, index) => {
          const named = (what: keyof Pick<typeof texts, "column" | "op" | "value">): string =>
            texts.numbered(texts[what][language], index + 1)[language];
          const { column, op } = condition;
          return (
            <div key={index} class="condition">
              <select
                class="select"
                aria-label={named("column")}
                value={column}
                onChange={({ currentTarget }) =>
                  change(index, { ...condition, column: currentTarget.value })}
              >
                {!known.includes(column) && <option value={column}>{column}</option>}
                {known.map((name) => <option key={name} value={name}>{name}</option>)}
              </select>
              <select
                class="select"
                aria-label={named("op")}
                value={op}
                onChange={({ currentTarget }) => {
                  const chosen = ops.find((each) => each === currentTarget.value) ?? "is";
                  change(index, { ...condition, op: chosen });
                }}
              >
                {ops.map((each) => (
                  <option key={each} value={each}>{conditionOpTexts[each][language]}</option>
                ))}
              </select>
              {hasValue(op) && (
                <input
                  class="input"
                  aria-label={named("value")}
                  value={String(condition.value ?? "")}
                  onInput={({ currentTarget }) =>
                    change(index, { ...condition, value: currentTarget.value })}
                />
              )}
              <button
                type="button"
                class="icon-button"
                aria-label={texts.remove(index + 1)[language]}
                title={texts.remove(index + 1)[language]}
                onClick={() => put(conditions.filter((_, place) => place !== index))}
              >
                <Icon name="close" />
              </button>
            </div>
          );
        })}
        {known.length === 0 && conditions.length === 0
          ? <p class="help">{fieldTexts.columnsUnknown[language]}</p>
          : (
            <button
              type="button"
              class="button quiet small"
              onClick={() => put([...conditions, { column: known[0] ?? "", op: "present" }])}
            >
              <Icon name="add" />
              {texts.add[language]}
            </button>
          )}
      </div>
    </FieldFrame>
  );
}

function hasValue(op: Condition["op"]): boolean {
  return op !== "missing" && op !== "present";
}

/** As a notebook holds it: a value where the condition compares with one, and only there. */
function plain({ column, op, value = "" }: Condition): Condition {
  return hasValue(op) ? { column, op, value } : { column, op };
}
