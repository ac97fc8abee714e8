import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";

/** The seed of a cell that makes random choices. */
export const seedParam = z.int().min(0).max(2 ** 32 - 1).default(0).meta(
  {
    label: { en: "Seed", zh: "随机种子" },
    help: {
      en: "Seeds every random choice: same seed, same result.",
      zh: "决定所有随机选择：种子相同，结果相同。",
    },
  } satisfies ParamMeta,
);
