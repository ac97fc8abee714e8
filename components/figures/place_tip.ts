import type { DrawnPoint } from "./drawable.ts";

const gap = 12;

/** Puts the words beside their point, on the side with more room and inside of the window. */
export function placeTip(
  tip: HTMLElement,
  around: HTMLElement,
  svg: Element,
  { x, y }: DrawnPoint,
): void {
  const scale = around.clientWidth / (Number(svg.getAttribute("width")) || 1);
  const [left, top] = [x * scale, y * scale];
  const width = around.clientWidth;
  const isLeft = left > width / 2;
  tip.style.maxWidth = `${
    Math.max(140, Math.min(320, isLeft ? left - gap : width - left - gap))
  }px`;
  const place = isLeft ? left - gap - tip.offsetWidth : left + gap;
  tip.style.left = `${Math.max(0, Math.min(place, width - tip.offsetWidth))}px`;
  tip.style.top = `${Math.max(0, top - tip.offsetHeight - gap / 2)}px`;
}
