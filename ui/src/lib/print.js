/** @type {(() => void) | null} */
let takeAway = null;

/**
 * Prints pages and nothing else: they stand in sheets of their own under the body, and the print style shows only them,
 * each on a page of the paper's own size.
 * @param {ArrayBuffer[]} pages drawings @param {{width: number, height: number}} sheet in points @param {() => Promise<unknown>} dialog the system's
 */
export async function printPages(pages, sheet, dialog) {
  takeAway?.();
  const sheets = document.createElement("div");
  sheets.className = "print-sheets";
  const images = pages.map((page) => {
    const image = document.createElement("img");
    image.src = URL.createObjectURL(new Blob([page], { type: "image/svg+xml" }));
    image.alt = "";
    return image;
  });
  sheets.append(...images);
  const style = pageStyle(sheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  document.body.append(sheets);
  takeAway = () => {
    takeAway = null;
    sheets.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== style);
    for (const image of images) URL.revokeObjectURL(image.src);
  };
  await Promise.all(images.map((image) => image.decode?.().catch(() => {})));
  // Some systems come back before their dialog is closed: the sheets, which are not seen, stay until the next printing.
  window.addEventListener("afterprint", () => takeAway?.(), { once: true });
  await dialog();
}

/** @param {{width: number, height: number}} sheet */
function pageStyle({ width, height }) {
  const style = new CSSStyleSheet();
  // The height follows from the width: one web view lays pages out narrower than the sheet and enlarges them to fit. A hair
  // is cut off the foot, which is white: a page rounded up would have a blank one after it.
  style.replaceSync(`@page { size: ${width}pt ${height}pt; margin: 0 } @media print { .print-sheets img { aspect-ratio: ${width} / ${height - 2} } }`);
  return style;
}
