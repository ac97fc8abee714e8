import { z } from "zod";
import type { Learner } from "../learners/learner.ts";
import { learners } from "../learners/registry.ts";
import { type ParamMeta, paramMetas } from "../param_meta.ts";

/** A learner by name, its params beside the name. */
export type LearnerChoice = { readonly name: string } & Readonly<Record<string, unknown>>;

/**
 * The param that chooses a learner: a union over all of them, told apart by `name`, each with the params of
 * its own schema. A form shows the names to choose from and then the params of the one chosen.
 */
export const learnerParam: z.ZodType<LearnerChoice> = learnerUnion().meta(
  {
    label: { en: "Learner", zh: "学习器" },
    help: { en: "The training algorithm.", zh: "训练算法。" },
    options: Object.fromEntries(learners.map(({ name, title }) => [name, title])),
  } satisfies ParamMeta,
);

function learnerUnion() {
  const [first, ...others] = learners.map(variantOf);
  if (first === undefined) throw new TypeError("Cannot choose a learner: there is none.");
  return z.discriminatedUnion("name", [first, ...others])
    .prefault({ name: learners[0]!.name });
}

/** The params of a learner with its name in front, labelled by its title and summary. */
function variantOf({ name, title, summary, params }: Learner) {
  if (!(params instanceof z.ZodObject) || paramMetas(params).has("name")) {
    throw new TypeError(
      `Cannot offer the learner "${name}": its params are no object, or have a "name".`,
    );
  }
  return z.strictObject({ name: z.literal(name), ...params.shape })
    .meta({ label: title, help: summary });
}
