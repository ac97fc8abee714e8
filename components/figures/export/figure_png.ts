import type { FigureFile } from "./figure_svg.ts";

/** Pixels of the picture for one of the screen. */
const scale = 2;

/** A file of a figure as a picture, in a browser. */
export async function figurePng({ text, width, height }: FigureFile): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * scale;
    canvas.height = height * scale;
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => blob ? resolve(blob) : reject(new Error("The picture is too large.")),
        "image/png",
      )
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
