import { inkOfClass } from "../figure_inks.ts";
import type { Drawable, DrawingRequest } from "../drawable.ts";
import type { Plot } from "../plot_frame.ts";
import { clipped, pixelWidth, plainText } from "../shown_names.ts";

/** What a file of a figure needs from where it is made. */
export interface FileMaker {
  readonly plot: Plot;
  readonly document: Document;
  /** The value of a design token, such as `bg` or `c1`: of the page's theme, or read from `tokens.css`. */
  token(name: string): string;
  serialize(element: Element): string;
}

/** A figure as a file: an SVG that needs no style sheet, and its size in pixels. */
export interface FigureFile {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

const space = "http://www.w3.org/2000/svg";
const margin = 16;
const lineHeight = 16;

/**
 * Draws a figure into a file of its own: background, title, axes, legend and notes stand in it, colours are
 * written out, fonts are generic.
 */
export function figureSvg(
  maker: FileMaker,
  drawable: Drawable,
  request: Omit<DrawingRequest, "document">,
): FigureFile {
  const { document, plot } = maker;
  const { language, variant, width } = request;
  const inner = width - 2 * margin;
  const whole = element(document, "svg", {
    "font-family": "system-ui, sans-serif",
    "font-size": "11",
    fill: "var(--text)",
    role: "img",
  });
  const title = plainText(drawable.title[language]);
  whole.append(
    element(document, "title", {}, title),
    element(document, "desc", {}, plainText(drawable.sentence(language))),
    element(document, "rect", { width: "100%", height: "100%", fill: "var(--bg)" }),
  );
  const page = new Page(document, whole, inner);
  page.line(title, { "font-size": "14", "font-weight": "600" });
  page.paragraph(plainText(drawable.axes(language, variant)), "var(--text-3)");
  page.legend(drawable.legend(language, variant));
  page.drawing(drawable.draw(plot, { ...request, width: inner, document }).svg);
  page.paragraph(plainText(drawable.note?.(language) ?? ""), "var(--text-2)");
  page.paragraph(plainText(drawable.caption?.[language] ?? ""), "var(--text-2)");
  const height = page.height + margin;
  whole.setAttribute("width", String(width));
  whole.setAttribute("height", String(height));
  whole.setAttribute("viewBox", `0 0 ${width} ${height}`);
  for (const style of whole.querySelectorAll("style")) style.remove();
  writeOutTokens(whole, maker);
  return { text: `${withNamespace(maker.serialize(whole))}\n`, width, height };
}

/** Not every DOM writes the namespace out, without which a file is no SVG. */
function withNamespace(text: string): string {
  const [start = ""] = /^<svg[^>]*>/.exec(text) ?? [];
  return start.includes("xmlns=") ? text : text.replace("<svg", `<svg xmlns="${space}"`);
}

/** Puts lines, legends and drawings below one another. */
class Page {
  height = margin;

  constructor(
    private readonly document: Document,
    private readonly whole: Element,
    private readonly width: number,
  ) {}

  line(text: string, attributes: Readonly<Record<string, string>> = {}): void {
    if (text === "") return;
    this.height += lineHeight;
    const place = { x: String(margin), y: String(this.height - 4) };
    const short = clipped(text, this.width);
    this.whole.append(element(this.document, "text", { ...place, ...attributes }, short));
  }

  paragraph(text: string, fill: string): void {
    for (const line of wrapped(text, this.width).slice(0, 6)) this.line(line, { fill });
  }

  legend(entries: ReturnType<Drawable["legend"]>): void {
    if (entries.length < 2) return;
    let x = margin;
    this.height += lineHeight;
    for (const { name, colour, fill: own, isLine = false } of entries) {
      const text = clipped(plainText(name), this.width / 2);
      const length = 14 + pixelWidth(text) + 14;
      if (x > margin && x + length > margin + this.width) {
        x = margin;
        this.height += lineHeight;
      }
      const fill = own ?? inkOfClass(colour);
      const y = this.height - 12;
      this.whole.append(
        element(this.document, "rect", {
          x: String(x),
          y: String(isLine ? y + 3 : y),
          width: "8",
          height: isLine ? "2" : "8",
          fill,
        }),
        element(this.document, "text", {
          x: String(x + 13),
          y: String(y + 8),
          fill: "var(--text-2)",
        }, text),
      );
      x += length;
    }
  }

  drawing(svg: Element): void {
    this.height += 10;
    svg.setAttribute("x", String(margin));
    svg.setAttribute("y", String(this.height));
    for (const each of [svg, ...svg.querySelectorAll(".plot")]) {
      each.setAttribute("overflow", "visible");
      each.removeAttribute("class");
    }
    this.whole.append(svg);
    this.height += Number(svg.getAttribute("height")) + 6;
  }
}

/** A text in lines of about that many pixels; broken at spaces where there are any. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    if (line !== "" && pixelWidth(line + word.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}

function element(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string>>,
  text?: string,
): Element {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Puts colours in the place of tokens, which only the page's style sheet knows. */
function writeOutTokens(whole: Element, { token }: FileMaker): void {
  for (const each of [whole, ...whole.querySelectorAll("*")]) {
    for (const { name, value } of [...each.attributes]) {
      if (!value.includes("var(--")) continue;
      each.setAttribute(name, value.replace(/var\(--([\w-]+)\)/g, (_, key) => token(key)));
    }
  }
}
