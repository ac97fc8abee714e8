import type { Page } from "playwright-core";

/** The English texts that have Chinese ones beside them, found anywhere in `value`. */
export function englishTexts(value: unknown): Set<string> {
  const found = new Set<string>();
  const look = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const { en, zh } = { en: undefined, zh: undefined, ...part };
    if (typeof en === "string" && typeof zh === "string" && en !== zh) found.add(en);
    Object.values(part).forEach(look);
  };
  look(value);
  return found;
}

/** The English texts of all dictionaries of the interface. */
export async function dictionaryTexts(): Promise<Set<string>> {
  const folder = new URL("../../components/", import.meta.url);
  const modules: unknown[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    if (/^texts(_\w+)?\.ts$/.test(name)) modules.push({ ...await import(`${folder}${name}`) });
  }
  return englishTexts(modules);
}

/**
 * The texts of a page, names of controls and hints among them, that are English: those of `known`, and whatever has
 * three English words in a row. What users and tables bring is left out: code, tables, files.
 */
export async function englishOn(page: Page, known: ReadonlySet<string>): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const brought =
      "code, pre, script, style, template, noscript, :not(html)[lang=en], .grid-box, .grid-status-name";
    const found: { text: string; place: string }[] = [];
    const add = (text: string | null, element: Element | null): void => {
      if (text === null || element === null || element.closest(brought) !== null) return;
      if (element.checkVisibility({ visibilityProperty: true })) {
        const place = `${element.closest("[id]")?.id} ${element.tagName}.${element.className}`;
        found.push({ text: text.replace(/\s+/g, " ").trim(), place });
      }
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      add(walker.currentNode.textContent, walker.currentNode.parentElement);
    }
    for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description"]) {
      for (const element of document.querySelectorAll(`[${name}]:not([aria-hidden=true] *)`)) {
        add(element.getAttribute(name), element);
      }
    }
    return found;
  });
  const sentence = /[A-Za-z][a-z’']*(,? [a-z’']+){2,}/;
  return texts.filter(({ text }) => known.has(text) || sentence.test(text))
    .map(({ text, place }) => `${text} (${place})`);
}
