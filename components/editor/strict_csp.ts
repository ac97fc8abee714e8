import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** What an editor needs under a Content Security Policy that allows no inline styles but those with the page's nonce. */
export function strictCsp(): Extension {
  return [EditorView.cspNonce.of(pageNonce()), replaceBySelf];
}

/**
 * Typing over a selection is done here: a browser that does it keeps the look of what was there by `style`
 * attributes, which the Content Security Policy forbids.
 */
const replaceBySelf = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { selection } = view.state;
    if (event.inputType !== "insertText" || event.data === null) return false;
    if (view.composing || selection.ranges.every(({ empty }) => empty)) return false;
    view.dispatch(view.state.replaceSelection(event.data), {
      userEvent: "input.type",
      scrollIntoView: true,
    });
    event.preventDefault();
    return true;
  },
});

/** The nonce by which the page allows styles that scripts write. */
function pageNonce(): string {
  const meta = document.querySelector("meta[property=csp-nonce]");
  return meta instanceof HTMLElement ? meta.nonce ?? "" : "";
}
