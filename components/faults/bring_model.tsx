import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { problemOf, sendPart } from "@/islands/api.ts";
import type { Notice, Problem } from "@/pipeline/problem.ts";
import { broughtModelSchema } from "@/web/api_schema.ts";
import { FileButton } from "../file_button.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { ProblemText } from "../problem_text.tsx";
import { faultNameTexts } from "../texts_fault_names.ts";
import { homeTexts } from "../texts_home.ts";

/** How it went with the last model. */
type State =
  | { readonly kind: "idle" }
  | { readonly kind: "sending" }
  | { readonly kind: "failed"; readonly problem: Problem }
  | { readonly kind: "done"; readonly name: string; readonly notices: readonly Notice[] };

/** A model that comes as a file: the button to choose it, and what became of it. */
export function useBringModel(
  { kind, isBusy, onBrought }: {
    /** More classes of the button. */
    readonly kind: "" | "quiet";
    readonly isBusy: boolean;
    readonly onBrought: (model: string) => void;
  },
): { readonly button: JSX.Element; readonly outcome: JSX.Element } {
  const language = useLanguage();
  const [state, setState] = useState<State>({ kind: "idle" });
  const bring = async (file: File): Promise<void> => {
    setState({ kind: "sending" });
    const address = `/api/models?${new URLSearchParams({ name: file.name })}`;
    try {
      const brought = await sendPart(
        "POST",
        address,
        file,
        { onProgress: () => {} },
        broughtModelSchema,
      );
      const { model: { id, name, version }, notices } = brought;
      setState({
        kind: "done",
        name: homeTexts.versionOf(cutName(name, 80), version)[language],
        notices,
      });
      onBrought(id);
    } catch (error) {
      setState({ kind: "failed", problem: problemOf(error) });
    }
  };
  return {
    button: (
      <span class="push needs-script" title={faultNameTexts.bringInHelp[language]}>
        <FileButton
          kind={kind}
          label={faultNameTexts[state.kind === "sending" ? "bringingIn" : "bringIn"][language]}
          isDisabled={isBusy || state.kind === "sending"}
          onFile={(file) => void bring(file)}
        />
      </span>
    ),
    outcome: (
      <div class="brought" role="status">
        {state.kind === "done" && (
          <>
            <p class="small dim">{faultNameTexts.broughtIn(state.name)[language]}</p>
            {state.notices.map(({ code, message }) => (
              <p class="note" key={code}>{message[language]}</p>
            ))}
          </>
        )}
        {state.kind === "failed" && <ProblemText problem={state.problem} language={language} />}
      </div>
    ),
  };
}

/** The button with what became of it; a model that was brought in is the one to diagnose with. */
export function BringModel({ isBusy }: { readonly isBusy: boolean }): JSX.Element {
  const { button, outcome } = useBringModel({
    kind: "",
    isBusy,
    onBrought: (model) => location.assign(`/diagnose?model=${model}`),
  });
  return (
    <div class="buttons bring-model">
      {button}
      {outcome}
    </div>
  );
}
