import { type Signal, signal } from "@preact/signals";

/** Which tab is open in which place, such as the results of a cell; remembered as long as the page lives. */
export class ChosenTabs {
  private readonly chosen = new Map<string, Signal<string | undefined>>();

  /** The open tab of a place; undefined before one was chosen. */
  of(place: string): Signal<string | undefined> {
    const known = this.chosen.get(place) ?? signal(undefined);
    this.chosen.set(place, known);
    return known;
  }
}
