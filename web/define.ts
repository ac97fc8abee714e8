import type { Assets } from "./assets.ts";
import { createDefine } from "./create_define.ts";
import type { Door } from "./gate/door.ts";
import type { Session } from "./gate/keys.ts";
import type { Language } from "./language.ts";
import type { OpenApiDocument } from "./openapi.ts";
import type { Services } from "./services.ts";

/** What every page, handler and middleware of the workbench finds in `ctx.state`. */
export interface State {
  readonly services: Services;
  readonly assets: Assets;
  readonly door: Door;
  /** The value of the Host header, which the gate has checked. */
  readonly host: string;
  /** Where the request comes from. */
  readonly remoteAddress: string;
  /** Who asks; undefined only on the pages that let people in. */
  readonly session: Session | undefined;
  readonly language: Language;
  /** The description of the API in a language, as OpenAPI. */
  readonly openApi: (language: Language) => OpenApiDocument;
  /** What this answer's `<style nonce>` elements have to carry. */
  readonly nonce: string;
  /** What the browser's tab says, before the product's name. */
  title?: string;
}

/** The functions by which the files in `routes/` say what they are. */
export const define = createDefine<State>();

export { page } from "./create_define.ts";
