import * as z from "zod/mini";
import { type Sample, sampleSchema } from "./sample_state.ts";

/** Which sample of this tab it is: the model, and the row of a diagnosis where one began with it. */
export interface SampleKey {
  readonly model: string;
  readonly diagnosis: string | null;
  readonly row: string | null;
}

/** The sample that this tab had before it was loaded again; undefined where it does not fit the model. */
export function keptSample(key: SampleKey, features: number): Sample | undefined {
  const text = ask((storage) => storage.getItem(nameOf(key))) ?? null;
  if (text === null) return undefined;
  try {
    const parsed = z.safeParse(sampleSchema, JSON.parse(text));
    const isWhole = parsed.success &&
      [parsed.data, ...parsed.data.past].every(({ start, values }) =>
        start.length === features && values.length === features
      );
    return isWhole ? parsed.data : undefined;
  } catch {
    return undefined; // what another version has left
  }
}

/** Keeps the sample as long as the tab; with fewer steps to undo where there is no room for all. */
export function keepSample(key: SampleKey, sample: Sample): void {
  const save = (kept: Sample): true | undefined =>
    ask((storage) => {
      storage.setItem(nameOf(key), JSON.stringify(kept));
      return true as const;
    });
  save(sample) ?? save({ ...sample, past: sample.past.slice(-1) });
}

/** A text that was pasted and could not be used yet. */
export const pastedText = {
  read: (model: string): string => ask((storage) => storage.getItem(pastedName(model))) ?? "",
  keep: (model: string, text: string): void =>
    void ask((storage) =>
      text === "" ? storage.removeItem(pastedName(model)) : storage.setItem(pastedName(model), text)
    ),
};

function nameOf({ model, diagnosis, row }: SampleKey): string {
  return ["healer-sample", model, diagnosis ?? "", row ?? ""].join(" ");
}

function pastedName(model: string): string {
  return `healer-pasted ${model}`;
}

/** Does something with the storage of this tab, where there is one. */
function ask<Answer>(question: (storage: Storage) => Answer): Answer | undefined {
  try {
    return question(sessionStorage);
  } catch {
    return undefined; // the user has forbidden it, or it is full
  }
}
