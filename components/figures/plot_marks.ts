/** The parts of Observable Plot that figures use; it is loaded in the browser, when a figure is first drawn. */
export { barX, dot, lineY, plot, rectY, ruleX, ruleY, text } from "@observablehq/plot";
