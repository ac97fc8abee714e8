import type { ComponentChildren, JSX } from "preact";
import { useId, useMemo, useState } from "preact/hooks";
import { Dialog } from "../dialog.tsx";
import { useLanguage } from "../language.ts";
import { figureFrameTexts } from "../texts_figure_frame.ts";
import type { ConfusionCell, Drawable } from "./drawable.ts";
import { DrawingRoom } from "./drawing_room.tsx";
import { FigureDataTable } from "./figure_data.tsx";
import { FigureFrame } from "./figure_frame.tsx";
import { FigureMenu } from "./figure_menu.tsx";
import { FigureSwitch } from "./figure_switch.tsx";
import { MostConfused } from "./most_confused.tsx";
import type { Plot } from "./plot_frame.ts";
import * as plotMarks from "./plot_marks.ts";
import { plainText } from "./shown_names.ts";
import { usualDrawable, type UsualFigure } from "./usual_drawable.ts";

/** A figure of a usual kind, with all that can be done with it. */
export function DrawnFigureView(
  { figure, onCell }: {
    readonly figure: UsualFigure;
    readonly onCell?: ((cell: ConfusionCell) => void) | undefined;
  },
): JSX.Element {
  const drawable = useMemo(() => usualDrawable(figure), [figure]);
  return (
    <DrawableView drawable={drawable} plot={plotMarks} onCell={onCell}>
      {figure.type === "confusion" && <MostConfused figure={figure} onCell={onCell} />}
    </DrawableView>
  );
}

/** A drawable figure with all that can be done with it. */
export function DrawableView(
  { drawable, plot, onCell, children }: {
    readonly drawable: Drawable;
    /** The marks that it is drawn with. */
    readonly plot: Plot;
    readonly onCell?: ((cell: ConfusionCell) => void) | undefined;
    /** Stands below the drawing. */
    readonly children?: ComponentChildren;
  },
): JSX.Element {
  const language = useLanguage();
  const id = useId();
  const [chosen, setVariant] = useState<string>();
  const [isDataShown, setDataShown] = useState(false);
  const [isEnlarged, setEnlarged] = useState(false);
  const { title, caption, variants, isWide } = drawable;
  const variant = variants.find(({ name }) => name === chosen)?.name ?? variants[0]?.name;
  const note = drawable.note?.(language) ?? "";
  const body = (
    <>
      <DrawingRoom plot={plot} drawable={drawable} variant={variant} onCell={onCell} />
      {note !== "" && <p class="tiny dim figure-note">{note}</p>}
      {children}
    </>
  );
  const choice = variants.length > 1 && variant !== undefined && (
    <FigureSwitch variants={variants} chosen={variant} onChoose={setVariant} />
  );
  return (
    <FigureFrame
      title={title}
      axes={drawable.axes(language, variant)}
      legend={drawable.legend(language, variant)}
      caption={caption}
      isWide={isWide}
      actions={
        <div class="figure-actions">
          {choice}
          <FigureMenu
            plot={plot}
            drawable={drawable}
            variant={variant}
            isDataShown={isDataShown}
            onData={() => setDataShown(!isDataShown)}
            onEnlarge={() => setEnlarged(true)}
          />
        </div>
      }
    >
      {body}
      {isDataShown && <FigureDataTable drawable={drawable} />}
      {isEnlarged && (
        <Dialog
          id={id}
          title={plainText(title[language])}
          onClose={() => setEnlarged(false)}
        >
          <div class="enlarged figure">
            <p class="small dim">{drawable.axes(language, variant)}</p>
            {body}
            {caption && <p class="tiny dim figure-note">{caption[language]}</p>}
            <div class="dialog-actions">
              {choice}
              <button type="button" class="button" onClick={() => setEnlarged(false)}>
                {figureFrameTexts.close[language]}
              </button>
            </div>
          </div>
        </Dialog>
      )}
    </FigureFrame>
  );
}
