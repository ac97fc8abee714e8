/// <reference types="vite/client" />
import { type FunctionComponent, h, hydrate } from "preact";
import { parseProps } from "./web/props_text.ts";

type Island = FunctionComponent<Record<string, unknown>>;

// Vite makes a chunk of each island; only those on the page are fetched.
const islands = import.meta.glob<Island>("./islands/**/*.tsx", { import: "default" });

/** Gives the islands of the page their life; a broken one leaves the others and says so. */
async function hydrateIsland(element: HTMLElement): Promise<void> {
  const { name, props } = element.dataset;
  const load = islands[`./islands/${name}.tsx`];
  if (!load) throw new Error(`Cannot find the island ${name}: build the client again.`);
  hydrate(h(await load(), propsOf(props)), element);
  element.dataset.hydrated = "";
}

function propsOf(text = "{}"): Record<string, unknown> {
  const props = parseProps(text);
  return typeof props === "object" && props !== null ? { ...props } : {};
}

for (const element of document.querySelectorAll<HTMLElement>("x-island")) {
  hydrateIsland(element).catch(reportError);
}
