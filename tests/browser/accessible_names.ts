import type { Page } from "playwright-core";
import { z } from "zod";

const value = z.object({ value: z.unknown() });
const treeSchema = z.object({
  nodes: z.array(z.object({
    ignored: z.boolean(),
    role: value.optional(),
    name: value.optional(),
  })),
});

const controls = new Set([
  "button",
  "checkbox",
  "combobox",
  "link",
  "listbox",
  "menuitem",
  "radio",
  "searchbox",
  "slider",
  "spinbutton",
  "tab",
  "textbox",
]);

/** The roles of the controls on a page that a screen reader would have no name for. */
export async function namelessControls(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = treeSchema.parse(await session.send("Accessibility.getFullAXTree"));
  await session.detach();
  return nodes.filter(({ ignored, name }) => !ignored && (name?.value ?? "") === "")
    .map(({ role }) => String(role?.value))
    .filter((role) => controls.has(role));
}
