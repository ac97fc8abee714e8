import { shortNumberWords } from "../../number_words.ts";
import type { Plot } from "../plot_frame.ts";
import { clipped, pixelWidth } from "../shown_names.ts";
import type { Language } from "@/web/language.ts";

/** The height that the key of a quantity takes above a drawing. */
export const rampHeight = 22;

const step = 14;
const steps = 10;
const space = "http://www.w3.org/2000/svg";

/** A day in UTC; what is more exact would need more room than there is. */
function dayWords(value: number, language: Language): string {
  return new Intl.DateTimeFormat({ en: "en-GB", zh: "zh-CN" }[language], {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(value);
}

/** Puts the key of the colours of a quantity above a drawing; none where its colours stand for none. */
export function addRamp(
  drawing: ReturnType<Plot["plot"]>,
  label: string,
  language: Language,
): void {
  const scale = drawing.scale("color");
  const domain = scale?.domain === undefined ? [] : Array.from(scale.domain);
  const ends = domain.map(Number).filter(Number.isFinite);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (scale === undefined || !Number.isFinite(low) || !Number.isFinite(high)) return;
  const isLog = String(scale.type).includes("log") && low > 0;
  const isTime = domain.some((each) => each instanceof Date);
  const tell = (value: number): string =>
    isTime ? dayWords(value, language) : shortNumberWords(value);
  const document = drawing.ownerDocument;
  const group = document.createElementNS(space, "g");
  group.setAttribute("aria-label", "key");
  let x = 0;
  const say = (text: string): void => {
    const words = document.createElementNS(space, "text");
    for (
      const [name, value] of Object.entries({
        x,
        y: 10,
        "text-anchor": "start",
        fill: "var(--text-2)",
      })
    ) {
      words.setAttribute(name, String(value));
    }
    words.textContent = text;
    group.append(words);
    x += pixelWidth(text) + 6;
  };
  if (label !== "") say(clipped(label, 120));
  say(tell(low));
  const count = low === high ? 1 : steps;
  for (let index = 0; index < count; index++) {
    const share = (index + 0.5) / count;
    const value = isLog ? low * (high / low) ** share : low + (high - low) * share;
    const colour: unknown = scale.apply(isTime ? new Date(value) : value);
    const field = document.createElementNS(space, "rect");
    const place = { x, y: 1, width: step, height: 10, fill: String(colour) };
    for (const [name, each] of Object.entries(place)) field.setAttribute(name, String(each));
    group.append(field);
    x += step;
  }
  x += 6;
  if (low !== high) say(tell(high));
  drawing.append(group);
}
