import type { JSX } from "preact";
import type { Text } from "@/pipeline/problem.ts";
import { useLanguage } from "../language.ts";
import { faultsTexts } from "../texts_faults.ts";

const languages = [["en", faultsTexts.english], ["zh", faultsTexts.chinese]] as const;

/** A text in both languages, side by side. */
export function TextPair(
  { label, value, rows = 1, maxLength, onChange }: {
    readonly label: Text;
    readonly value: Text;
    /** More than one: several lines. */
    readonly rows?: number;
    readonly maxLength: number;
    readonly onChange: (value: Text) => void;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <div class="text-pair">
      {languages.map(([key, title]) => {
        const props = {
          class: "input",
          lang: key,
          maxLength,
          value: value[key],
          "aria-label": faultsTexts.inLanguage(label[language], title[language])[language],
        };
        const change = (text: string): void => onChange({ ...value, [key]: text });
        return (
          <div class="field" key={key}>
            <span class="label" aria-hidden="true">{title[language]}</span>
            {rows === 1
              ? (
                <input
                  type="text"
                  {...props}
                  onInput={({ currentTarget }) => change(currentTarget.value)}
                />
              )
              : (
                <textarea
                  rows={rows}
                  {...props}
                  onInput={({ currentTarget }) => change(currentTarget.value)}
                />
              )}
          </div>
        );
      })}
    </div>
  );
}
