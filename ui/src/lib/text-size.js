/** Text size of the window, 100 to 200 %. */

export const SIZES = [100, 125, 150, 175, 200];

export const textSize = () => Number(document.documentElement.dataset.text ?? 100);

/** @param {number} percent */
export function setTextSize(percent) {
  document.documentElement.dataset.text = String(percent);
}
