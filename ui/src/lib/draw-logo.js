/** Longest side of a picture made of a drawing, in dots: as fine as any printer sets it at the size of a logo. */
const SIDE = 1600;

/**
 * Draws an SVG as a PNG. Shown as an image it runs no script and fetches nothing.
 * @param {string} svg @returns {Promise<Uint8Array>} @throws {Error} where it cannot be drawn
 */
export async function drawLogo(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = document.createElement("img");
    image.src = address;
    await image.decode();
    if (!image.naturalWidth || !image.naturalHeight) throw new Error("it has no size");
    return await png(image, SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** @param {HTMLImageElement} image @param {number} scale */
async function png(image, scale) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  /** @type {Blob | null} */
  const drawn = await new Promise((done) => canvas.toBlob(done, "image/png"));
  if (!drawn) throw new Error("nothing was drawn");
  return new Uint8Array(await drawn.arrayBuffer());
}
