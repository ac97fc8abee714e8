import type { JSX } from "preact";
import { Fragment } from "preact";
import { StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { openingTexts } from "../texts_opening.ts";

/** How many cells are named. */
const mostNamed = 5;

/** Says why nothing in a notebook runs by itself: it holds code of strangers, which should be read first. */
export function HeldNote({ cells }: { readonly cells: readonly string[] }): JSX.Element {
  const language = useLanguage();
  const comma = { en: ", ", zh: "、" }[language];
  return (
    <p class="note held" role="status">
      <StateMark state="attention" />
      <span>
        {openingTexts.held[language]}
        {cells.slice(0, mostNamed).map((cell, index) => (
          <Fragment key={cell}>
            {index > 0 && comma}
            <a href={`#${cell}`}>{cell}</a>
          </Fragment>
        ))}
        {cells.length > mostNamed && "…"}
        {{ en: ". ", zh: "。" }[language]}
        {openingTexts.heldWhat[language]}
      </span>
    </p>
  );
}
