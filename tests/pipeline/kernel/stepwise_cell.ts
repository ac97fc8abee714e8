import { z } from "zod";
import { defineCell } from "@/pipeline/cells/cell_kind.ts";
import { readState, writeState } from "@/pipeline/checkpoint.ts";

const title = { en: "Stepwise", zh: "逐步" };

/** Counts to ten, each step a checkpoint. The first attempt gets to the third and waits, or eats memory. */
export const stepwise = defineCell({
  version: 1,
  group: "data",
  cost: "costly",
  kind: "stepwise",
  title,
  summary: title,
  params: z.strictObject({ end: z.enum(["waits", "eats"]).default("waits") }),
  takes: {},
  gives: {},
  run: async (_inputs, { end }, context) => {
    let sum = 0, begin = 1;
    for (let step = 1; step <= 10; step++) {
      const kept = readState(context, `step-${step}`, z.number());
      if (kept === undefined) break;
      [sum, begin] = [kept, step + 1];
    }
    for (let step = begin; step <= 10; step++) {
      sum += step;
      writeState(context, `step-${step}`, sum);
      context.progress(step / 10);
      context.log({ en: `step ${step}`, zh: `第 ${step} 步` });
      if (step === 3 && begin === 1) await stay(end, () => context.progress(0.3));
    }
    const summary = { en: String(sum), zh: String(sum) };
    return { summary, figures: [], tables: [], values: {} };
  },
});

async function stay(how: "waits" | "eats", alive: () => void): Promise<never> {
  const eaten: Uint8Array[] = [];
  for (;;) {
    if (how === "eats") eaten.push(new Uint8Array(2 ** 25).fill(1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    alive();
  }
}
