import type { core } from "zod/mini";
import type { Text } from "@/pipeline/problem.ts";
import type { Method } from "./methods.ts";

/** A body: JSON of a schema, or anything of one of some media types. */
export type Content = core.$ZodType | { readonly media: readonly string[] };

/** What one handler of the API does, takes and gives; its documentation comes from this (`openapi.ts`). */
export interface Operation {
  readonly summary: Text;
  /** Of an object: what may stand behind the `?`. */
  readonly query?: core.$ZodType;
  readonly body?: Content;
  /** Nothing where it is not given: 204 No Content. */
  readonly answer?: Content;
  /** Of an answer that succeeded; 200 or 204 where it is not given. */
  readonly status?: 200 | 201 | 202 | 204;
}

/** The operations of a route file, by method. */
export type Operations = { readonly [M in Method]?: Operation };

/** Whether a body is JSON of that schema. */
export function isSchema(content: Content): content is core.$ZodType {
  return "_zod" in content;
}
