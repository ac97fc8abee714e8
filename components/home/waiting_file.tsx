import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { UploadAnswer } from "@/web/upload_schema.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { Moment } from "../moment.tsx";
import { bytesWords } from "../number_words.ts";
import { waitingTexts } from "../texts_waiting.ts";

/** A file that waits: a link to its import once it is whole, and the way to be rid of it, which asks again. */
export function WaitingFile(
  { file: { id, name, bytes, offset, created, file }, isBusy, onDiscard }: {
    readonly file: UploadAnswer;
    readonly isBusy: boolean;
    readonly onDiscard: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const short = cutName(name, 80);
  const discardWords = waitingTexts.discardFile(short)[language];
  return (
    <li class="waiting-file">
      {file === null
        ? <span class="name" title={name}>{name}</span>
        : <a class="name" href={`/import/${id}`} title={name}>{name}</a>}
      <span class="value">
        {file === null
          ? waitingTexts.sent(bytesWords(offset), bytesWords(bytes))[language]
          : bytesWords(bytes)}
        {{ en: ", ", zh: "，" }[language]}
        <Moment time={created} />
      </span>
      <span class="actions needs-script">
        {isAsked
          ? (
            <>
              <button
                type="button"
                class="button danger"
                aria-label={discardWords}
                disabled={isBusy}
                onClick={onDiscard}
              >
                {waitingTexts.discard[language]}
              </button>
              <button
                type="button"
                class="button quiet"
                ref={(button) => button?.focus()}
                aria-label={waitingTexts.keepFile(short)[language]}
                onClick={() => setAsked(false)}
              >
                {waitingTexts.keep[language]}
              </button>
            </>
          )
          : (
            <button
              type="button"
              class="icon-button"
              disabled={isBusy}
              aria-label={discardWords}
              title={discardWords}
              onClick={() => setAsked(true)}
            >
              <Icon name="remove" />
            </button>
          )}
      </span>
      <span class="sub">{waitingTexts[file === null ? "isPart" : "isHere"][language]}</span>
    </li>
  );
}
