import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { Moment } from "../moment.tsx";
import { bytesWords } from "../number_words.ts";

/** How large an entry of a list is, and when it came. */
export function SizeAndTime(
  { bytes, created }: { readonly bytes: number; readonly created: string },
): JSX.Element {
  const language = useLanguage();
  return (
    <span class="value sub">
      {bytesWords(bytes)}
      {{ en: ", ", zh: "，" }[language]}
      <Moment time={created} />
    </span>
  );
}
