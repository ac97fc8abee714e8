import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { SampleForm } from "@/web/sample_schema.ts";
import { copyText } from "../copy_text.ts";
import { useFaultName } from "../fault_catalogue.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { sampleTexts } from "../texts_sample.ts";
import { sampleJson, samplePairs } from "./sample_copy.ts";
import type { Sample, SampleAction } from "./sample_state.ts";
import { classRow, medianRow } from "./start_values.ts";

/** What is done with the sample as a whole: filled in, pasted, copied, taken back. */
export function FillBar(
  { form, sample, onAction, onPaste }: {
    readonly form: SampleForm;
    readonly sample: Sample;
    readonly onAction: (action: SampleAction) => void;
    readonly onPaste: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  const { features, classes } = form;
  const hasMedians = features.some(({ statistics }) => statistics !== null);
  const [choice, setChoice] = useState(hasMedians ? "medians" : "holes");
  const [copied, setCopied] = useState<boolean>();
  const names = features.map(({ name }) => name);
  const fill = (): void => {
    const fault = classes[Number(choice)];
    if (choice === "medians") {
      onAction({ type: "fill", origin: { kind: "medians" }, values: medianRow(features) });
    } else if (choice === "holes") {
      onAction({ type: "fill", origin: { kind: "holes" }, values: features.map(() => null) });
    } else if (fault !== undefined) {
      const values = classRow(features, Number(choice));
      onAction({ type: "fill", origin: { kind: "fault", fault }, values });
    }
  };
  const copy = (text: string): void => void copyText(text).then(setCopied);
  return (
    <div class="sample-bar needs-script">
      <div class="row">
        <select
          class="select"
          value={choice}
          aria-label={sampleTexts.fillWith[language]}
          onChange={({ currentTarget }) => setChoice(currentTarget.value)}
        >
          {hasMedians && <option value="medians">{sampleTexts.medians[language]}</option>}
          {hasMedians && classes.map((fault, code) => (
            <option key={fault} value={code}>
              {sampleTexts.mediansOf(cutName(nameFault(fault).name, 60))[language]}
            </option>
          ))}
          <option value="holes">{sampleTexts.holes[language]}</option>
        </select>
        <button type="button" class="button" onClick={fill}>{sampleTexts.fill[language]}</button>
        <button type="button" class="button" onClick={onPaste}>
          {sampleTexts.paste[language]}
        </button>
      </div>
      <div class="row push">
        <button
          type="button"
          class="button quiet"
          disabled={sample.past.length === 0}
          title={sampleTexts.undoWhat[language]}
          onClick={() => onAction({ type: "undo" })}
        >
          <Icon name="undo" />
          {sampleTexts.undo[language]}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => copy(sampleJson(names, sample.values))}
        >
          <Icon name="copy" />
          {sampleTexts.copyJson[language]}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => copy(samplePairs(names, sample.values))}
        >
          {sampleTexts.copyPairs[language]}
        </button>
        <span class="small dim" role="status">
          {copied !== undefined && sampleTexts[copied ? "copied" : "notCopied"][language]}
        </span>
      </div>
    </div>
  );
}
