import assert from "node:assert/strict";
import { describe, it } from "node:test";

const folder = new URL("../../components/", import.meta.url);
const files = [...Deno.readDirSync(folder)].map(({ name }) => name)
  .filter((name) => /^texts.*\.ts$/.test(name));

/** Signs and names that are the same in both languages. */
const alike = /^[\W\d_]*$|^(SystemHealer Workbench|UTF-8|CSV|JSON)$/;

/** What is said in the language that one would change to, too. */
const inTheOther = new Set(["commandTexts.switchLanguage"]);

describe("the dictionary", () => {
  for (const file of files) {
    it(`says everything in English and in Chinese: ${file}`, async () => {
      const module: Record<string, unknown> = await import(new URL(file, folder).href);
      for (const [name, texts] of Object.entries(module)) {
        assert(typeof texts === "object" && texts !== null, name);
        for (const [key, entry] of Object.entries(texts)) {
          if (typeof entry === "string") continue; // a name is a name
          const text = typeof entry === "function" ? entry("7", "8", "9", "10") : entry;
          const place = `${name}.${key}`;
          assert.deepEqual(Object.keys(text).sort(), ["en", "zh"], place);
          assert(text.en.trim() !== "" && text.zh.trim() !== "", place);
          if (!inTheOther.has(place)) assert.doesNotMatch(text.en, /[\u3000-\u9fff]/, place);
          if (!alike.test(text.en)) {
            const isName = /^[\d\sA-Za-z./]*$/.test(text.zh) && text.zh === text.en;
            assert(isName || /[\u4e00-\u9fff]/.test(text.zh), `${place}: ${text.zh}`);
          }
          assert.doesNotMatch(`${text.en}${text.zh}`, /undefined|NaN|\[object/, place);
        }
      }
    });
  }
});
