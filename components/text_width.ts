const wide = /[\u2e80-\uffef]/;

/** How wide a text is, in letters: a Chinese one takes the place of two. */
export function textWidth(text: string): number {
  return [...text].reduce((width, letter) => width + (wide.test(letter) ? 2 : 1), 0);
}
