import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import type { DiagnosisRow, SampleForm } from "@/web/sample_schema.ts";
import { useFaultName } from "../fault_catalogue.ts";
import { Icon } from "../icon.tsx";
import { later } from "../later.tsx";
import { useLanguage } from "../language.ts";
import { Notices } from "../notebook/notices.tsx";
import { useRemembered } from "../remembered.ts";
import { sampleTexts } from "../texts_sample.ts";
import { AnswerPanel } from "./answer_panel.tsx";
import { classMarks } from "./class_marks.ts";
import { type ErrorRate, errorRates } from "./error_rate_field.tsx";
import { FeatureList } from "./feature_list.tsx";
import { isSameOrder } from "./feature_order.ts";
import { FillBar } from "./fill_bar.tsx";
import { keptSample, type SampleKey } from "./kept_sample.ts";
import { OriginLine } from "./origin_line.tsx";
import type { PasteDialogProps } from "./paste_dialog.tsx";
import { type Sample, type SampleAction, startSample } from "./sample_state.ts";
import { medianRow, shown } from "./start_values.ts";
import { useQuestions } from "./use_questions.ts";
import { useSample } from "./use_sample.ts";

const PasteDialog = later<PasteDialogProps>(
  () => import("./paste_dialog.tsx").then((module) => module.PasteDialog),
);

/** A sample to change on the one side, and what a model says of it on the other. */
export function SampleDesk(
  { form, keptAs, row }: {
    readonly form: SampleForm;
    readonly keptAs: SampleKey;
    /** The row of a diagnosis to begin with. */
    readonly row: DiagnosisRow | undefined;
  },
): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  const { features } = form;
  const [sample, dispatch] = useSample(
    keptAs,
    () => keptSample(keptAs, features.length) ?? firstSample(form, keptAs, row),
  );
  const [remembered, remember] = useRemembered("healer-error-rate", errorRates, "0.05");
  const [chosen, setChosen] = useState(rateOf(row));
  const rate = chosen ?? remembered;
  const questions = useQuestions(form, sample.values, Number(rate));
  const [orderOf, setOrderOf] = useState<RowAnswer>();
  const [isPasting, setPasting] = useState(false);
  const { answer, explained, isExplained } = questions;
  // Other values, another order; a single change never moves what one is about to touch.
  const awaitsOrder = useRef(true);
  useEffect(() => {
    if (!awaitsOrder.current || !isExplained) return;
    awaitsOrder.current = false;
    setOrderOf(explained);
  }, [explained, isExplained]);
  const act = (action: SampleAction): void => {
    if (action.type === "fill") awaitsOrder.current = true;
    dispatch(action);
  };
  useEffect(() => {
    const undo = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z";
      if (!isUndo || isWriting(event.target)) return;
      event.preventDefault();
      dispatch({ type: "undo" });
    };
    addEventListener("keydown", undo);
    return () => removeEventListener("keydown", undo);
  }, []);
  const names = useMemo(() => features.map(({ name }) => name), [features]);
  return (
    <>
      <FillBar form={form} sample={sample} onAction={act} onPaste={() => setPasting(true)} />
      <OriginLine sample={sample} onBack={() => act({ type: "back-to-start" })} />
      {row !== undefined && row.warnings !== "" && (
        <p class="note plain">
          <Icon name="info" />
          <span>{sampleTexts.warned(row.warnings)[language]}</span>
        </p>
      )}
      <Notices notices={form.notices} />
      {features.every(({ statistics }) => statistics === null) && (
        <p class="note plain">{sampleTexts.noSummary[language]}</p>
      )}
      <div class="sample-columns">
        <FeatureList
          form={form}
          sample={sample}
          marks={classMarks(form, answer, nameFault)}
          orderOf={orderOf}
          hasOtherOrder={isExplained && orderOf !== undefined && !isSameOrder(orderOf, explained)}
          onOrder={() => setOrderOf(explained)}
          onAction={act}
          onSettle={questions.settle}
        />
        <AnswerPanel
          answered={questions}
          features={names}
          values={sample.values}
          rate={rate}
          onRate={(next) => {
            setChosen(next);
            remember(next);
          }}
          onApply={(feature, value) => act({ type: "set", index: names.indexOf(feature), value })}
          onAgain={questions.again}
        />
      </div>
      {isPasting && (
        <PasteDialog
          form={form}
          onValues={(values) => act({ type: "fill", origin: { kind: "pasted" }, values })}
          onClose={() => setPasting(false)}
        />
      )}
    </>
  );
}

/** The row that one came from, or else a typical one. */
function firstSample(
  { features }: SampleForm,
  { diagnosis }: SampleKey,
  row: DiagnosisRow | undefined,
): Sample {
  if (row === undefined || diagnosis === null) {
    const hasMedians = features.some(({ statistics }) => statistics !== null);
    return startSample({ kind: hasMedians ? "medians" : "holes" }, medianRow(features));
  }
  const values = features.map((feature) => shown(feature, row.values[feature.name] ?? null));
  return startSample({ kind: "row", diagnosis, row: row.row, id: row.id }, values);
}

/** The share of wrong answers that the diagnosis of a row accepts, or the one most like it. */
function rateOf(row: DiagnosisRow | undefined): ErrorRate | undefined {
  const accepted = row?.answer?.errorRate;
  if (accepted === undefined) return undefined;
  const distance = (rate: ErrorRate): number => Math.abs(Number(rate) - accepted);
  return errorRates.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** Whether the keys belong to a text that is being written. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !["range", "checkbox"].includes(target.type));
}
