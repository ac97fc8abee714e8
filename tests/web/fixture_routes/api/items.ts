import { z } from "zod";
import { HealerError } from "@/pipeline/problem.ts";
import { gateProblems } from "@/web/problems.ts";
import { readJson, readQuery } from "@/web/request_body.ts";
import { define } from "../../fixture_define.ts";

export const config = { maxBody: 64 };

export const handler = define.handlers({
  GET: ({ url }) =>
    Response.json(readQuery(url, z.object({ limit: z.coerce.number().int().min(1) }))),
  PUT: async ({ req }) => Response.json(await readJson(req, z.object({ name: z.string() }))),
  DELETE: () => {
    throw new HealerError(gateProblems.wrongPassword());
  },
  PATCH: () => {
    throw new Error("a secret detail");
  },
});
