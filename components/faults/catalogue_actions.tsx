import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { parseCatalogue, printCatalogue } from "@/pipeline/model/catalogue_file.ts";
import type { FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import { FileButton } from "../file_button.tsx";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { saveBlob } from "../save_blob.ts";
import { faultsTexts } from "../texts_faults.ts";
import { fillIn, takeOver, withoutBlanks } from "./catalogue_draft.ts";
import { CopyDialog, type OtherModel } from "./copy_dialog.tsx";
import type { CatalogueWork } from "./use_catalogue.ts";

/** The ways to fill a catalogue but for typing, and to take it away. */
export function CatalogueActions(
  { work, models }: { readonly work: CatalogueWork; readonly models: readonly OtherModel[] },
): JSX.Element {
  const language = useLanguage();
  const [isCopying, setCopying] = useState(false);
  const { base, draft, isBusy } = work;
  const faults = base.classes.map(({ fault }) => fault);
  const take = (other: FaultCatalogue, of: readonly string[]): void => {
    const { draft: next, taken } = takeOver(draft, other, of);
    work.change(next, faultsTexts.taken(taken));
  };
  const fill = async (): Promise<void> => {
    try {
      const { knownFaults } = await import("@/pipeline/simulator/known_faults.ts");
      const { draft: next, taken } = fillIn(draft, knownFaults, faults);
      work.change(next, faultsTexts.filled(taken));
    } catch (error) {
      work.fail(error);
    }
  };
  const bring = async (file: File): Promise<void> => {
    try {
      const other = parseCatalogue(await file.text());
      take(other, other.map(({ fault }) => fault));
    } catch (error) {
      work.fail(error);
    }
  };
  const save = (): void => {
    const text = printCatalogue(withoutBlanks(draft));
    const { name, version } = base.model;
    saveBlob(`${name}-v${version}.faults.json`, new Blob([text], { type: "application/json" }));
  };
  return (
    <div class="row wrap fault-actions">
      <button type="button" class="button" disabled={isBusy} onClick={() => void fill()}>
        {faultsTexts.fill[language]}
      </button>
      <button type="button" class="button" disabled={isBusy} onClick={() => setCopying(true)}>
        {faultsTexts.copyFrom[language]}
      </button>
      <FileButton
        label={faultsTexts.importFile[language]}
        isDisabled={isBusy}
        onFile={(file) => void bring(file)}
      />
      <button
        type="button"
        class="button"
        disabled={isBusy}
        title={faultsTexts.exportTitle[language]}
        onClick={save}
      >
        {faultsTexts.exportFile[language]}
      </button>
      {base.canUndo && (
        <button
          type="button"
          class="button quiet"
          disabled={isBusy || work.changed.length > 0}
          onClick={() => work.undo()}
        >
          <Icon name="undo" />
          {faultsTexts.undo[language]}
        </button>
      )}
      {isCopying && (
        <CopyDialog
          models={models}
          onCopy={(catalogue) => take(catalogue, faults)}
          onClose={() => setCopying(false)}
        />
      )}
    </div>
  );
}
