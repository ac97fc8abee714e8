import * as z from "zod/mini";

const values = z.array(z.nullable(z.number()));

const originSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["medians", "holes", "pasted"]) }),
  z.object({ kind: z.literal("fault"), fault: z.string() }),
  z.object({ kind: z.literal("row"), diagnosis: z.string(), row: z.int(), id: z.string() }),
]);

/** Where the values that a sample began with come from. */
export type SampleOrigin = z.infer<typeof originSchema>;

const contentSchema = z.object({
  origin: originSchema,
  /** What each feature began with, in the order of the model; null = missing. */
  start: values,
  values,
});

/** A row that is being tried out. */
export const sampleSchema = z.extend(contentSchema, {
  /** What was typed and is no number yet, by the index of the feature. */
  drafts: z.record(z.string(), z.string()),
  /** What it was before each change, the last change last. */
  past: z.array(contentSchema),
});

export type Sample = Readonly<z.infer<typeof sampleSchema>>;

/** What happens to a sample. */
export type SampleAction =
  /** A feature gets a value; `isSame`: the change before goes on, as while one drags. */
  | {
    readonly type: "set";
    readonly index: number;
    readonly value: number | null;
    readonly isSame?: boolean;
  }
  /** What was typed is no number. */
  | { readonly type: "type"; readonly index: number; readonly text: string }
  /** All features get values. */
  | {
    readonly type: "fill";
    readonly origin: SampleOrigin;
    readonly values: readonly (number | null)[];
  }
  /** All features get the values they began with. */
  | { readonly type: "back-to-start" }
  | { readonly type: "undo" };

/** So many changes can be undone. */
const mostPast = 100;

/** A sample that begins with some values. */
export function startSample(origin: SampleOrigin, start: readonly (number | null)[]): Sample {
  return { origin, start: [...start], values: [...start], drafts: {}, past: [] };
}

/** The sample after something has happened to it. */
export function changeSample(sample: Sample, action: SampleAction): Sample {
  switch (action.type) {
    case "set": {
      const { index, value, isSame = false } = action;
      const { [index]: _, ...drafts } = sample.drafts;
      if (Object.is(sample.values[index], value)) return { ...sample, drafts };
      const past = isSame ? sample.past : pastOf(sample);
      return { ...sample, drafts, past, values: sample.values.with(index, value) };
    }
    case "type":
      return { ...sample, drafts: { ...sample.drafts, [action.index]: action.text } };
    case "fill": {
      const { origin, values } = action;
      return { ...startSample(origin, values), past: pastOf(sample) };
    }
    case "back-to-start":
      return { ...sample, drafts: {}, past: pastOf(sample), values: sample.start };
    case "undo": {
      const before = sample.past.at(-1);
      if (before === undefined) return sample;
      return { ...before, drafts: {}, past: sample.past.slice(0, -1) };
    }
  }
}

/** The indices of the features that are not what they began with. */
export function changedFeatures({ start, values, drafts }: Sample): number[] {
  return values.flatMap((value, index) =>
    !Object.is(value, start[index]) || String(index) in drafts ? [index] : []
  );
}

function pastOf({ origin, start, values, past }: Sample): Sample["past"] {
  return [...past.slice(1 - mostPast), { origin, start, values }];
}
